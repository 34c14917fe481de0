"""What a decision looks like when it leaves the rules: an outcome with everything that explains it.

How it is reached is for `decision.py`; the sentences a reader sees are for `advisor.answering`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field


class Outcome(StrEnum):
    """What a verdict says; *eligible* is never a promise of a place."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    SUBJECT_TO_REVIEW = "subject_to_review"
    UNDETERMINED = "undetermined"
    NOT_PUBLISHED = "not_published"

    @property
    def definite(self) -> bool:
        """Return whether the rules gave an answer."""
        return self in (Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE, Outcome.SUBJECT_TO_REVIEW)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Step(_Record):
    """One line of the trace: a condition, whether it is met, the rule in one sentence, and its source."""

    condition: str
    truth: Literal["true", "false", "unknown"]
    because: str
    source: str = Field(description="id of the source that carries most weight")


class WouldChange(_Record):
    """One fact which, set to another value, makes the outcome definite and different."""

    fact: str
    was: object = Field(
        None,
        validation_alias=AliasChoices("from", "was"),
        serialization_alias="from",
        description="None where the fact was not stated",
    )
    to: object
    outcome: Outcome


class Verdict(_Record):
    """The decision on one course in one intake, from the facts stated and assumed."""

    course: str
    cohort: str | None = Field(
        description="None only where no intake at all had published rules on the day asked about"
    )
    outcome: Outcome
    reason: str | None
    reasons: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    ask_next: str | None = None
    assumed: tuple[str, ...] = ()
    ruleset: str | None = None
    rules_as_of: date | None = None
    steps: tuple[Step, ...] = ()
    would_change: tuple[WouldChange, ...] = ()
