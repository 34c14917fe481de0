"""What the adviser gives back for one message; the public shape is the project's contract with other programs."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from advisor.answering.citations import Citation, CitedStatement
from advisor.dialogue.state import DialogueState
from advisor.rules.verdict import Verdict

ReplyKind = Literal["answer", "clarify", "handoff", "out_of_scope", "refuse"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class SuggestedCourse(_Frozen):
    """A course that fits, and why."""

    course: str
    because: tuple[str, ...]
    citations: tuple[int, ...]


class OfferedChoice(_Frozen):
    """One answer to the question asked back."""

    value: str | bool | None
    label: str


class FollowUpQuestion(_Frozen):
    """The one thing asked back."""

    fact: str
    text: str
    choices: tuple[OfferedChoice, ...]


class ReplyFact(_Frozen):
    """A fact about the person whom the question is about."""

    value: Any
    how: Literal["said", "assumed"]
    turn: int
    quote: str


class Notice(_Frozen):
    """Something the reader should know beside the answer."""

    code: str
    text: str


class Reply(_Frozen):
    """One reply, and the state that carries the conversation on."""

    kind: ReplyKind
    text: str = Field(description="Markdown, with markers [1] after each sentence of advice")
    statements: tuple[CitedStatement, ...] = ()
    citations: tuple[Citation, ...] = ()
    intents: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    suggestions: tuple[SuggestedCourse, ...] = ()
    question: FollowUpQuestion | None = None
    facts: dict[str, ReplyFact] = Field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    as_of: date
    state: DialogueState

    def public(self, *, with_state: bool = False) -> dict[str, Any]:
        """Return the reply as JSON; the state only where the caller carries the conversation itself."""
        return self.model_dump(mode="json", exclude=None if with_state else {"state"})


class Replies(Protocol):
    """Anything that answers one message at a time."""

    def reply(self, text: str, state: DialogueState | None = None, as_of: date | None = None) -> Reply:
        """Return the reply to one message."""
