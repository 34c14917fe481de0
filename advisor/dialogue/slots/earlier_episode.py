"""An NPQ that was had, and a message taken apart into such."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.dialogue.slots.earlier_clauses import Clause
from advisor.dialogue.text.names import Mention


@dataclass(frozen=True, slots=True)
class Episode:
    """An NPQ that was had, or applied for: which, by what words, and whether only half remembered."""

    mention: Mention
    kind: str  # the governing words' table and name, such as "had.withdrew"
    start: int  # where what is told of it begins
    own: bool
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A message taken apart: clauses, courses named, and the episodes among them."""

    clauses: tuple[Clause, ...]
    named: tuple[Mention, ...]
    episodes: tuple[Episode, ...]

    def clause_of(self, place: int) -> Clause | None:
        """Return the clause in which a place lies."""
        return next((clause for clause in self.clauses if clause.start <= place < clause.end), None)
