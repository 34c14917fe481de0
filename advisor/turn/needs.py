"""What every step of a turn may use, put together once by `advisor.build`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisor.dialogue.lexicon import Lexicon
from advisor.dialogue.state import DialogueState
from advisor.knowledge.base import KnowledgeBase
from advisor.retrieval.ranking import Retriever


@dataclass(frozen=True, slots=True)
class Needs:
    """The knowledge, the search, the words, and a way to embed a sentence."""

    base: KnowledgeBase
    retriever: Retriever
    lexicon: Lexicon
    encode: Callable[[Sequence[str]], NDArray[np.float32]] | None


@dataclass(frozen=True, slots=True)
class Turn:
    """The message being answered: the memory after reading it, and the day it is asked."""

    state: DialogueState
    as_of: date
    needs: Needs
    before: DialogueState | None = None  # the memory before this message, where its answer looks back
    wants_verdict: float = 0.0  # how far the message is believed to want a verdict, 0 to 1

    @property
    def subject(self) -> str:
        """Whom the question is about."""
        return self.state.subject

    @property
    def turned(self) -> bool:
        """Whether this message is about somebody else than the last reply was."""
        before = self.before
        return before is not None and (self.state.subject, self.state.together) != (before.subject, before.together)

    @property
    def told(self) -> frozenset[str]:
        """The facts of that person which this very message tells."""
        facts = self.state.person.facts.items()
        return frozenset(name for name, known in facts if known.turn == self.state.turn)
