"""The records that the content tree is made of: sources, statements, entries.

Reading them from files is `loader.py`'s part; what makes a good tree is `checks.py`'s.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Tier(StrEnum):
    """How much a source may decide; the first listed weighs most."""

    LEGISLATION = "legislation"
    DFE = "dfe"
    LEAD_PROVIDER = "lead_provider"
    HUB = "hub"
    PRESS = "press"

    @property
    def rank(self) -> int:
        """0 for legislation up to 4 for press."""
        return list(Tier).index(self)


class Basis(StrEnum):
    """How sure a statement is: read in a source, read in part, or general knowledge nobody has checked."""

    SEEN = "seen"
    PARTIAL = "partial"
    GENERAL = "general"


class Kind(StrEnum):
    """What an entry is."""

    COURSE = "course"
    FRAMEWORK = "framework"
    FAQ = "faq"
    POLICY = "policy"
    CONFLICT = "conflict"
    GLOSSARY = "glossary"


class Role(StrEnum):
    """What a statement does in an answer."""

    ANSWER = "answer"  # the short answer, said first
    CONDITION = "condition"  # under which it holds
    DETAIL = "detail"  # more, where there is room
    CAUTION = "caution"  # what it does not promise
    NEXT = "next"  # what to do now
    HISTORY = "history"  # how it used to be; only said to explain a change


class ReplyKind(StrEnum):
    """What kind of reply an FAQ entry makes."""

    ANSWER = "answer"
    HANDOFF = "handoff"
    OUT_OF_SCOPE = "out_of_scope"
    REFUSE = "refuse"


class Record(BaseModel):
    """Base of all content records: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Record):
    """A publication that statements cite."""

    id: str
    title: str
    publisher: str
    url: str | None = Field(None, description="None where the document was read but its address is not known")
    published: date | None = Field(None, description="None where the document shows no date")
    updated: date | None = Field(None, description="None where no later date is shown")
    dated: str = Field("", description="what the document says of its own date, in words")
    tier: Tier
    checked_on: date = Field(description="the day somebody last read it for us")
    review_by: date = Field(description="the day by which somebody should read it again")
    figures: tuple[str, ...] = Field((), description="numbers, dates, prices and names found in it")

    @property
    def newest(self) -> date | None:
        """The latest date the document itself bears, None where it bears none."""
        return self.updated or self.published


class Course(Record):
    """What must be known of a course to name and order it; what is said of it lies in entries."""

    id: str
    code: str
    name: str
    short_name: str = Field(description="as said in a sentence: 'the NPQ for Headship (NPQH)'")
    group: str = Field(description="leadership, specialist or coaching")
    taught_months: int
    order: int
    first_taught: str = ""
    next_after: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Claim(Record):
    """What a funding statement asserts, in the rules' own terms, so that the check can run them against it."""

    statement: int = Field(description="which statement of the entry, counted from 1")
    cohort: str
    course: str
    facts: dict[str, object] = Field(default_factory=dict)
    outcome: str


class Statement(Record):
    """One sentence with the ids of its sources: the unit an answer is made of."""

    id: str = Field(description="entry id, '.', position from 1: 'faq-another-npq.2'")
    text: str
    sources: tuple[str, ...]
    role: Role
    basis: Basis
    line: int = Field(description="line in its file, for messages")


class Entry(Record):
    """A short ordered list of statements about one thing."""

    id: str
    kind: Kind
    title: str = Field(description="the question, or the heading")
    statements: tuple[Statement, ...]
    topics: tuple[str, ...] = ()
    courses: tuple[str, ...] = Field((), description="courses it is about; empty means all or none in particular")
    attribute: str | None = Field(None, description="for course entries: which attribute, such as 'length'")
    ask: tuple[str, ...] = Field((), description="other ways people ask it; indexed")
    ask_held_out: tuple[str, ...] = Field((), description="ways people ask it that stay out of the index, to measure")
    reply: ReplyKind = ReplyKind.ANSWER
    valid_from: date
    valid_to: date | None = Field(None, description="last day it held; None means it still does")
    checked_on: date
    superseded_by: str | None = Field(None, description="entry that replaced it; required where valid_to is past")
    related: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    file: str
    line: int

    def holds_on(self, day: date) -> bool:
        """Return whether the entry is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
