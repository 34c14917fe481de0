"""What a system did with one case: its replies, what it retrieved, or how it failed. One line of `outputs.jsonl`."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Retrieved(_Frozen):
    """One entry that the search returned, in order."""

    entry: str
    score: float
    similarity: float | None = Field(description="cosine with the question; None where no embedding took part")
    superseded: bool = Field(description="no longer in force on the day of the question")


class Failure(_Frozen):
    """A case that ended in an error: it fails every measure."""

    error: str = Field(description="the kind of error")
    message: str
    where: str = Field(description="the last place in our own code, as file:line")
    turn: int = Field(description="counted from 1; 0 where there was no conversation")


class Record(_Frozen):
    """Everything the scorers may look at, in the contract's own shapes."""

    id: str
    replies: tuple[dict[str, Any], ...] = ()
    state: dict[str, Any] | None = Field(None, description="what would be remembered; None where nothing is")
    retrieved: tuple[Retrieved, ...] | None = Field(None, description="None where nothing was searched")
    verdict: dict[str, Any] | None = Field(None, description="of a decision without language")
    failure: Failure | None = None


class Timing(_Frozen):
    """How long each message of a case took. One line of `timings.jsonl`, the only file that differs between runs."""

    id: str
    milliseconds: tuple[float, ...]
