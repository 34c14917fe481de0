"""What the server remembers of one open page; it never travels to the browser and back.

What the conversation itself remembers is `advisor.dialogue.state`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pydantic import ValidationError

from advisor.dialogue.state import DialogueState
from advisor.reply import Reply


@dataclass(frozen=True, slots=True)
class Shown:
    """One message on the page: who said it, as Markdown fit to be drawn, and the choices under it."""

    role: Literal["user", "assistant"]
    content: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """The messages on the page and, as JSON, the conversation's state."""

    shown: tuple[Shown, ...] = ()
    state_json: str | None = None

    @property
    def state(self) -> DialogueState | None:
        """The conversation's state, None at its start and where it cannot be read any more."""
        if self.state_json is None:
            return None
        try:
            return DialogueState.model_validate_json(self.state_json)
        except ValidationError:  # written by an older release
            return None

    @property
    def turns(self) -> int:
        """How many messages the person has sent."""
        return sum(message.role == "user" for message in self.shown)

    def asked(self, content: str) -> Session:
        """Return the session with the person's message; choices above it are gone."""
        kept = tuple(replace(message, choices=()) for message in self.shown)
        return replace(self, shown=(*kept, Shown("user", content)))

    def said(self, content: str, choices: tuple[str, ...] = ()) -> Session:
        """Return the session with a message of the adviser that is no reply."""
        return replace(self, shown=(*self.shown, Shown("assistant", content, choices)))

    def answered(self, content: str, reply: Reply) -> Session:
        """Return the session with a reply, drawn as `content`."""
        labels = tuple(choice.label for choice in reply.question.choices) if reply.question else ()
        return replace(self.said(content, labels), state_json=reply.state.model_dump_json())
