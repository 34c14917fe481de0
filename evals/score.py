"""A score: what one measure says of one case, and why. A measure that does not apply gives no score at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, Field

from advisor.knowledge.base import KnowledgeBase
from evals.case import Case
from evals.record import Record

HEAD_WORDS = 200
"""Required facts must come within the first words: a reply that says everything does not pass."""
_HEAD = re.compile(rf"(?:\S+\s+){{0,{HEAD_WORDS - 1}}}\S*")


class Score(BaseModel):
    """One line of `scores.jsonl`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    measure: str
    value: float = Field(description="for a share, 1 where the measure's event happened and 0 where it did not")
    reason: str = Field("", description="why it is less than full; empty where there is nothing to say")


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a scorer may look at."""

    case: Case
    record: Record
    base: KnowledgeBase

    @property
    def reply(self) -> Mapping[str, Any]:
        """The last reply; empty where there is none."""
        return self.record.replies[-1] if self.record.replies else {}

    @property
    def text(self) -> str:
        """What a person reads."""
        return str(self.reply.get("text") or "")

    def score(self, measure: str, value: float | bool, reason: str = "") -> Score:
        """Return a score for this case, with its reason where it is not full."""
        return Score(case=self.case.id, measure=measure, value=round(float(value), 6), reason=reason[:500])


class Scorer(Protocol):
    """Looks at one record and gives a score for each measure that applies."""

    def __call__(self, seen: Seen) -> Iterator[Score]:
        """Yield scores; nothing where no measure applies."""


def head_of(text: str) -> str:
    """Return the first words of a reply."""
    found = _HEAD.match(text.strip())
    return found.group(0) if found else text


def says(pattern: str, text: str) -> bool:
    """Return whether the text has the pattern, in whatever case."""
    return re.search(pattern, text, re.IGNORECASE) is not None
