"""What one thing asked is, with what was found for it, and what the answer to it holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from advisor.answering.said import Part
from advisor.core.facts import FactSet
from advisor.dialogue.asking import Ask
from advisor.dialogue.state import Pending
from advisor.reply import FollowUpQuestion
from advisor.rules.verdict import Verdict
from advisor.turn.needs import Turn
from advisor.turn.recommending import Recommendation
from advisor.turn.routing import Candidate
from advisor.turn.wants import top_intents


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one ask."""

    part: Part
    verdicts: tuple[Verdict, ...] = ()
    facts: FactSet | None = None
    question: tuple[FollowUpQuestion, Pending] | None = None
    recommendation: Recommendation | None = None
    intents: tuple[str, ...] = ()
    extra: tuple[Part, ...] = field(default=())
    score: float = 1.0  # how sure the choice was, from 0 to about 1.3
    filler: bool = False  # says nothing of the matter: left out where something else is answered


@dataclass(frozen=True, slots=True)
class Wanted:
    """One ask with all that a way of answering it may look at."""

    ask: Ask
    turn: Turn
    candidates: tuple[Candidate, ...]
    used: frozenset[str]  # entries that this reply has drawn on already
    words: int

    @property
    def best(self) -> Candidate | None:
        """The best entry not used yet."""
        return next((c for c in self.candidates if c.entry.id not in self.used), None)

    @property
    def intents(self) -> tuple[str, ...]:
        """What is asked for, the most probable first."""
        return top_intents(self.ask)
