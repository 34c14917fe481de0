"""Say of an entry where it comes from, as plain values that any program can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from advisor.knowledge.schema import Basis, Entry, Source
from advisor.retrieval.ranking import ScoredPassage

_BASES = list(Basis)


def provenance(found: ScoredPassage, entry: Entry, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Return the metadata of a found entry: dates as ISO text, None where there is none."""
    passage = found.passage
    return {
        "passage_id": passage.id,
        "entry_id": entry.id,
        "entry_kind": entry.kind.value,
        "title": passage.title,
        "matched": found.matched,
        "courses": list(entry.courses),
        "topics": list(entry.topics),
        "valid_from": entry.valid_from.isoformat(),
        "valid_to": entry.valid_to.isoformat() if entry.valid_to else None,
        "checked_on": entry.checked_on.isoformat(),
        "basis": max((statement.basis for statement in entry.statements), key=_BASES.index).value,
        "statement_ids": [statement.id for statement in entry.statements],
        "sources": [_source(sources[source_id]) for source_id in _source_ids(entry) if source_id in sources],
        "score": found.score,
        "ranks": dict(found.ranks),
        "similarity": found.similarity,
        "overlap": found.overlap,
        "nearness": found.nearness,
    }


def _source_ids(entry: Entry) -> list[str]:
    """Ids in the order in which the statements name them, each once."""
    return list(dict.fromkeys(source_id for statement in entry.statements for source_id in statement.sources))


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published.isoformat() if source.published else None,
        "updated": source.updated.isoformat() if source.updated else None,
        "tier": source.tier.value,
        "checked_on": source.checked_on.isoformat(),
    }
