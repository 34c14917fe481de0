"""One case of the evaluation, as a line of a data set holds it; the format is described in `datasets/README.md`.

Reading files is left to `dataset.py` and `readers/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from advisor.core.courses import COURSES
from advisor.core.errors import AdvisorError
from advisor.core.facts import FACTS
from advisor.rules.parsing import parse_facts, parse_value
from advisor.rules.verdict import Outcome

ReplyKind = Literal["answer", "clarify", "handoff", "out_of_scope", "refuse"]
QuestionClass = Literal[
    "answerable", "needs_facts", "unanswerable", "out_of_scope", "false_premise", "unsafe", "smalltalk"
]
ATTACKS = frozenset({"jailbreak", "prompt_leak", "role_play", "manipulation", "smuggling", "injection"})
SIGNPOSTED = frozenset({"distress", "safeguarding"})
BENIGN = "benign"


def _check_pattern(text: object) -> object:
    if isinstance(text, str):
        try:
            re.compile(text)
        except re.error as error:
            raise ValueError(f"'{text}' is no regular expression: {error}") from None
    return text


def _check_course(course: object) -> object:
    if isinstance(course, str) and course not in COURSES:
        raise ValueError(f"there is no course '{course}'")
    return course


def _user_text(turn: object) -> object:
    """Return the words of a turn written as a role and its content; other roles are refused."""
    if not isinstance(turn, Mapping):
        return turn
    if turn.get("role") != "user" or set(turn) != {"role", "content"}:
        raise ValueError("a turn is text, or an object with role 'user' and its content; replies are not scripted")
    return turn["content"]


def _check_decision(facts: Mapping[str, Any], cohort: str | None) -> None:
    """Refuse facts that the rules would refuse, so that a slip is a bad line and not a crash of the run."""
    try:
        parse_facts(facts)
        if cohort is not None:
            parse_value(FACTS["cohort_id"], cohort)
    except AdvisorError as error:
        raise ValueError(str(error)) from None


Pattern = Annotated[str, BeforeValidator(_check_pattern)]
CourseId = Annotated[str, BeforeValidator(_check_course)]
UserText = Annotated[str, BeforeValidator(_user_text)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class VerdictExpected(_Frozen):
    """What the verdict may be; the first outcome is the one the confusion table counts."""

    course: CourseId | None = Field(None, description="None: any course")
    outcome: tuple[Outcome, ...] = Field(min_length=1)
    reason: tuple[str, ...] | None = Field(None, description="None: not checked")
    reasons: tuple[str, ...] | None = Field(None, description="all that fail, decisions only; None: not checked")
    missing: tuple[str, ...] | None = Field(None, description="all that is missing, decisions only; None: not checked")
    missing_any: tuple[str, ...] | None = Field(None, description="None: not checked")


class Expectations(_Frozen):
    """What a reply is held to; an empty expectation is not checked."""

    kind: tuple[ReplyKind, ...] = ()
    courses: tuple[CourseId, ...] = ()
    must: tuple[tuple[Pattern, ...], ...] = Field((), description="each group needs one pattern in the first words")
    must_not: tuple[Pattern, ...] = ()
    verdict: VerdictExpected | None = None
    facts: dict[str, Any] = Field(default_factory=dict, description="facts the reply shows, or those decided from")

    @model_validator(mode="after")
    def _know_the_facts(self) -> Expectations:
        unknown = sorted(set(self.facts) - set(FACTS))
        if unknown:
            raise ValueError(f"there is no fact named {', '.join(unknown)}")
        if any(not group for group in self.must):
            raise ValueError("a group of 'must' holds no pattern, so no reply could pass")
        return self


class TurnCheck(Expectations):
    """What an earlier reply of the conversation is held to."""

    turn: int = Field(ge=1, description="counted from 1")


class Gold(_Frozen):
    """An entry of the knowledge base that helps to answer the question."""

    entry: str
    grade: int = Field(ge=0, le=2, description="2 answers it, 1 helps, 0 was looked at and does not help")


class Case(Expectations):
    """One conversation, or one decision without language, and what is expected of it."""

    id: str = Field(min_length=1)
    dataset: str = Field("", description="filled in on reading: the name of the file")
    family: str = Field("", description="empty: the id, a family of its own")
    split: Literal["dev", "test"] = "dev"
    origin: str = ""
    as_of: date | None = Field(None, description="None: the day of the run")
    turns: tuple[UserText, ...] = Field((), description="empty: a decision from `facts`")
    needs_citation: bool = False
    question_class: QuestionClass | None = Field(None, alias="class")
    gold: tuple[Gold, ...] | None = Field(None, description="None: not checked; empty: nothing answers it")
    superseded: tuple[str, ...] = Field((), description="entries of another time, which no search may return")
    course: CourseId | None = Field(None, description="of a decision without language")
    cohort: str | None = None
    checks: tuple[TurnCheck, ...] = ()
    personal_data: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    answer: str = Field("", description="a reference answer from somebody's sheet")
    tags: tuple[str, ...] = ()
    annotators: int | None = Field(None, ge=0, description="people who checked the expectation; None: not said")
    why: str = ""

    @model_validator(mode="after")
    def _have_something_to_do(self) -> Case:
        if not self.turns and self.course is None:
            raise ValueError("give 'turns', or 'course' with 'facts'")
        if self.turns and self.course is not None:
            raise ValueError("'course' is for decisions without 'turns'; use 'courses' or 'verdict'")
        if not self.turns:
            _check_decision(self.facts, self.cohort)
        late = [check.turn for check in self.checks if check.turn > len(self.turns)]
        if late:
            raise ValueError(f"'checks' names turn {late[0]}, and there are {len(self.turns)}")
        entries = [gold.entry for gold in self.gold or ()]
        if len(set(entries)) != len(entries):
            raise ValueError("'gold' names an entry twice")
        if wanted := sorted(set(self.superseded) & {gold.entry for gold in self.gold or () if gold.grade}):
            raise ValueError(f"'superseded' names what 'gold' wants: {', '.join(wanted)}")
        return self

    @property
    def cluster(self) -> str:
        """The family, which intervals treat as one draw."""
        return self.family or self.id

    @property
    def asks_in_words(self) -> bool:
        """Whether there is a conversation to be had."""
        return bool(self.turns)

    @property
    def is_attack(self) -> bool:
        """Whether somebody tries to make the adviser say what it must not."""
        return self.question_class == "unsafe" or bool(ATTACKS & set(self.tags))

    @property
    def should_answer(self) -> bool | None:
        """Whether the right thing is to answer; None where the case does not say."""
        if self.question_class in ("answerable", "needs_facts", "false_premise"):
            return True
        if self.question_class in ("unanswerable", "out_of_scope"):
            return False
        if self.question_class is not None or not self.kind:
            return None
        return True if self.kind == ("answer",) else False if "answer" not in self.kind else None
