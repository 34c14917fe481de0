"""The adviser itself, as the chat and the command line have it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from time import perf_counter

from advisor.dialogue.state import DialogueState
from advisor.dialogue.text.cleaning import clean
from advisor.knowledge.base import KnowledgeBase
from advisor.pipeline import Advisor
from advisor.reply import Reply
from advisor.retrieval.ranking import Retriever, ScoredPassage
from advisor.rules.parsing import decide_line
from evals.case import Case
from evals.record import Record, Retrieved
from evals.systems.system import Played

DEPTH = 10
"""Entries noted for each question: as deep as the deepest ranking measure looks."""


class TurnError(Exception):
    """A message ended in an error; the cause says which."""

    def __init__(self, turn: int) -> None:
        super().__init__(f"turn {turn} failed")
        self.turn = turn


@dataclass(frozen=True, slots=True)
class AdviserSystem:
    """Plays conversations with an adviser, and decisions with the rules alone."""

    advisor: Advisor
    name: str = "adviser"

    def play(self, case: Case, as_of: date) -> Played:
        """Return the replies, the decision where there is no conversation, and what the search finds."""
        day = case.as_of or as_of
        if not case.asks_in_words:
            return decide_case(case, day)
        replies, milliseconds = _converse(self.advisor.reply, case.turns, day)
        record = Record(
            id=case.id,
            replies=tuple(reply.public() for reply in replies),
            state=replies[-1].state.model_dump(mode="json"),
            retrieved=self._search(case.turns[-1], day),
        )
        return Played(record, milliseconds)

    def _search(self, text: str, day: date) -> tuple[Retrieved, ...]:
        """Look the message up as the adviser does: after its slips are corrected."""
        needs = self.advisor.needs
        return look_up(needs.retriever, needs.base, needs.lexicon.speller.correct(clean(text).text).text, day)


def decide_case(case: Case, day: date) -> Played:
    """Return the decision from the facts stated, by the same code that `npq-advisor decide` runs."""
    line = {"id": case.id, "course": case.course, "facts": case.facts, "cohort": case.cohort}
    started = perf_counter()
    output = decide_line(json.dumps(line), 1, day)
    taken = (perf_counter() - started) * 1000
    if "error" in output:
        raise ValueError(str(output["error"]))
    return Played(Record.model_validate({"id": case.id, "verdict": output["verdict"]}), (taken,))


def look_up(retriever: Retriever, base: KnowledgeBase, text: str, day: date) -> tuple[Retrieved, ...]:
    """Return what a search for the message finds, best first; a message without words finds nothing."""
    words = clean(text).text.strip()
    found = retriever.search(words, DEPTH, day) if words else []
    return tuple(_retrieved(item, base, day) for item in found)


def _retrieved(found: ScoredPassage, base: KnowledgeBase, day: date) -> Retrieved:
    entry = base.entries[found.passage.entry_id]
    similarity = None if found.similarity is None else round(float(found.similarity), 4)
    return Retrieved(
        entry=entry.id, score=round(float(found.score), 6), similarity=similarity, superseded=not entry.holds_on(day)
    )


Say = Callable[[str, DialogueState | None, date], Reply]


def _converse(say: Say, turns: tuple[str, ...], day: date) -> tuple[list[Reply], tuple[float, ...]]:
    state: DialogueState | None = None
    replies: list[Reply] = []
    milliseconds: list[float] = []
    for number, turn in enumerate(turns, start=1):
        started = perf_counter()
        try:
            reply = say(turn, state, day)
        except Exception as error:
            raise TurnError(number) from error
        milliseconds.append((perf_counter() - started) * 1000)
        state = reply.state
        replies.append(reply)
    return replies, tuple(milliseconds)
