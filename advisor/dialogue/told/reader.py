"""Read what a message tells of a few facts with a network that has learned from many ways of telling them.

It knows no words by heart: what it does not know for sure it leaves to the readers of exact words.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advisor.dialogue.told.examples import ANSWERS, SUBJECTS, Answer, Subject, pair_of, possible_answers, subject_of
from advisor.offline import switch_off_network
from advisor.retrieval.embedding import check_packaged_model

if TYPE_CHECKING:
    from advisor.dialogue.told.network import Network

WEIGHTS = Path(__file__).parent
"""The folder of the weights, one file a subject."""
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Told:
    """How far a message is believed to tell each answer to one question; the shares are 0 to 1 and sum to 1."""

    shares: Mapping[Answer, float]

    @property
    def answer(self) -> Answer:
        """The likeliest answer."""
        return max(self.shares, key=lambda answer: self.shares[answer])


class Asked(NamedTuple):
    """A question to the learned reader: of which fact, on what text, and what the adviser had asked before it."""

    fact: str
    text: str
    before: tuple[str, ...] = ()


class ToldReader:
    """The learned reader; a subject's network is loaded when it is first asked, which takes a second or two."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = weights
        self._lock = threading.Lock()
        self._networks: dict[Subject, Network] = {}
        self._remembered: dict[Asked, Told] = {}

    def read(self, text: str, facts: Sequence[str], asked: Sequence[str] = ()) -> Mapping[str, Told]:
        """Return what `text` is believed to tell of each of `facts`, where the adviser had just asked for `asked`."""
        return dict(zip(facts, self.read_all([Asked(fact, text, tuple(asked)) for fact in facts]), strict=True))

    def read_all(self, questions: Sequence[Asked]) -> list[Told]:
        """Return the answers to questions on several texts, in their order; those of one subject are read together."""
        with self._lock:
            known = {each: self._remembered[each] for each in questions if each in self._remembered}
        fresh = [each for each in dict.fromkeys(questions) if each not in known]
        for subject in SUBJECTS:
            own = [each for each in fresh if subject_of(each.fact) == subject]
            if own:
                pairs = [pair_of(each.fact, each.text, each.before) for each in own]
                rows = self._loaded(subject).probabilities(pairs)
                known |= {each: Told(_shares(each.fact, row)) for each, row in zip(own, rows, strict=True)}
        with self._lock:
            if len(self._remembered) + len(fresh) > _REMEMBERED:
                self._remembered.clear()
            self._remembered |= {each: known[each] for each in fresh}
        return [known[each] for each in questions]

    def warm_up(self) -> None:
        """Load the networks and read one word; safe to call from a background thread."""
        self.read("ready", ("on_rise_list", "verdict", "works_in_england", "ours"))

    def _loaded(self, subject: Subject) -> Network:
        with self._lock:
            if subject not in self._networks:
                switch_off_network()
                from advisor.dialogue.told.network import Network, read_with_one_core

                read_with_one_core()
                network = Network(check_packaged_model(), len(ANSWERS[subject]))
                with np.load(self._weights / f"{subject}.npz") as learned:
                    network.take(learned)
                self._networks[subject] = network
            return self._networks[subject]


def _shares(fact: str, row: NDArray[np.float32]) -> dict[Answer, float]:
    """Return the belief in each answer that the fact can have."""
    columns = ANSWERS[subject_of(fact)]
    shares = {answer: float(row[columns.index(answer)]) for answer in possible_answers(fact)}
    whole = sum(shares.values())
    return {answer: share / whole for answer, share in shares.items()}
