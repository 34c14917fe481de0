"""Number the grounds of an answer and show what each one is, how old, and how sure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from advisor.answering.said import Ground, GroundKind
from advisor.knowledge.base import KnowledgeBase


class Citation(BaseModel):
    """One numbered ground as a reader sees it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    n: int
    kind: Literal["passage", "ruleset"]
    id: str
    title: str
    publisher: str
    url: str | None
    published: date | None = Field(description="the newest date the document bears, None where it bears none")
    checked_on: date | None
    quote: str = Field(description="our own statement or rule line, a summary of the source and not its words")
    basis: Literal["seen", "partial", "general"]


class CitedStatement(BaseModel):
    """A sentence of the reply, without markers, and the numbers of its citations."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    citations: tuple[int, ...]


def number_grounds(grounds: Iterable[Ground]) -> dict[Ground, int]:
    """Return a number from 1 for each different ground, in order of appearance."""
    numbers: dict[Ground, int] = {}
    for ground in grounds:
        numbers.setdefault(ground, len(numbers) + 1)
    return numbers


def make_citation(ground: Ground, number: int, base: KnowledgeBase, rules_checked_on: date | None) -> Citation:
    """Return the citation a reader sees for one ground.

    Raises:
        KeyError: where the ground names a statement or source that does not exist.
    """
    if ground.kind is GroundKind.PASSAGE:
        statement, entry = base.statement(ground.id)
        source = base.strongest(statement)
        quote, basis, checked = statement.text, statement.basis.value, entry.checked_on
    else:
        source = base.sources[ground.source]
        quote, basis, checked = ground.text, "seen", rules_checked_on or source.checked_on
    return Citation(
        n=number,
        kind=ground.kind.value,
        id=ground.id,
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        published=source.newest,
        checked_on=checked,
        quote=quote,
        basis=basis,
    )
