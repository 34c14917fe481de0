"""Offer the adviser to LangChain as a Runnable; how a message is answered lies in `pipeline`."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import BaseModel, ConfigDict

from advisor.dialogue.state import DialogueState
from advisor.reply import Replies, Reply


class RunnableInput(BaseModel):
    """What a Runnable is invoked with, where a bare message does not say enough."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    state: DialogueState | None = None
    as_of: date | None = None


AdvisorRunnable: TypeAlias = Runnable[str | dict[str, Any] | RunnableInput, Reply]


def make_runnable(advisor: Replies) -> AdvisorRunnable:
    """Return a Runnable from a message, or from `{"text", "state", "as_of"}`, to the Reply.

    It streams the Reply in one piece, because no part of it is shown before all of it is checked against its sources.

    Raises:
        pydantic.ValidationError: on invoking, where the input is neither a text nor has these keys.
    """

    def answer(given: str | dict[str, Any] | RunnableInput) -> Reply:
        asked = RunnableInput(text=given) if isinstance(given, str) else RunnableInput.model_validate(given)
        return advisor.reply(asked.text, asked.state, asked.as_of)

    return RunnableLambda(answer, name="npq_advisor")
