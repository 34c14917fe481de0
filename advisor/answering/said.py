"""A sentence of an answer with the ground it stands on, and an answer to one question made of them.

How the sentences are put on a page is `composing.py`'s part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class GroundKind(StrEnum):
    """What a sentence may rest on."""

    PASSAGE = "passage"
    RULESET = "ruleset"


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing a sentence rests on.

    A passage is one statement of the knowledge base. A ruleset is one line of the rules: `text` is that line and
    `source` the document it restates; both are empty for a passage, whose statement holds them.
    """

    kind: GroundKind
    id: str
    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, or one row of a table, with its grounds; without grounds it is no advice but courtesy."""

    text: str
    grounds: tuple[Ground, ...] = ()
    row: bool = False

    @property
    def words(self) -> int:
        """The number of words a reader sees."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Table:
    """A small table: its head, and rows that are statements with their cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Ground, ...]], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The answer to one question: sentences in order, perhaps a table, and what was used."""

    kind: str  # answer, clarify, handoff, out_of_scope, refuse
    said: tuple[Said, ...]
    table: Table | None = None
    statement_ids: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    entry: str | None = None
    notices: tuple[tuple[str, str], ...] = field(default=())
