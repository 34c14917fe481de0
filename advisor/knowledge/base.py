"""Everything the adviser knows, loaded and ready to be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from advisor.knowledge.schema import Course, Entry, Kind, Source, Statement


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Sources, courses and entries by id, and a hash of all they were read from."""

    sources: Mapping[str, Source]
    courses: Mapping[str, Course]
    entries: Mapping[str, Entry]
    content_hash: str
    _statements: Mapping[str, tuple[Statement, Entry]] = field(repr=False, default_factory=dict)

    def of_kind(self, kind: Kind) -> Iterator[Entry]:
        """Yield the entries of one kind in file order."""
        return (entry for entry in self.entries.values() if entry.kind == kind)

    def attribute(self, course: str, attribute: str, as_of: date) -> Entry | None:
        """Return the course entry for one attribute that holds on `as_of`, None where there is none."""
        entry = self.entries.get(f"{course}#{attribute}")
        return entry if entry is not None and entry.holds_on(as_of) else None

    def statement(self, statement_id: str) -> tuple[Statement, Entry]:
        """Return a statement and its entry.

        Raises:
            KeyError: where there is no such statement.
        """
        return self._statements[statement_id]

    def citations(self) -> Counter[str]:
        """Return how many statements cite each source, by source id."""
        return Counter(id_ for entry in self.entries.values() for s in entry.statements for id_ in s.sources)

    def strongest(self, statement: Statement) -> Source:
        """Return the statement's source of the highest tier, the newer of two equals."""
        sources = [self.sources[source_id] for source_id in statement.sources]
        return min(sources, key=lambda source: (source.tier.rank, -(source.newest or date.min).toordinal()))


def make_base(
    sources: Mapping[str, Source], courses: Mapping[str, Course], entries: Mapping[str, Entry], content_hash: str
) -> KnowledgeBase:
    """Put the parts together, with the statements by id."""
    statements = {s.id: (s, entry) for entry in entries.values() for s in entry.statements}
    return KnowledgeBase(sources, courses, entries, content_hash, statements)
