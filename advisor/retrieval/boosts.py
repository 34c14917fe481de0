"""Two shares, from 0 to 1, that settle near-ties: how strong the best source of an entry is, and how new the newest.

What a whole share is worth is decided in `hybrid.py`, where it is kept too small to outweigh relevance.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor.knowledge.schema import Entry, Source, Tier

_FORGOTTEN_AFTER_DAYS = 5 * 365


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entry rests on: the rank of its strongest source and the newest date any of them bears."""

    tier_rank: int
    newest: date | None

    @classmethod
    def of(cls, entry: Entry, sources: Mapping[str, Source]) -> Standing:
        """Gather it from the sources of all statements; sources that are not known count for nothing."""
        named = {source_id for statement in entry.statements for source_id in statement.sources}
        known = [sources[source_id] for source_id in named if source_id in sources]
        ranks = [source.tier.rank for source in known]
        dates = [source.newest for source in known if source.newest is not None]
        return cls(min(ranks, default=Tier.PRESS.rank), max(dates, default=None))


def authority(standing: Standing) -> float:
    """Return 1 for an entry resting on legislation, 0 for press, in equal steps between."""
    return 1 - standing.tier_rank / Tier.PRESS.rank


def recency(standing: Standing, as_of: date) -> float:
    """Return 1 for a source of this very day, falling evenly to 0 at five years.

    An undated source gets nothing, since its age is not known.
    """
    if standing.newest is None:
        return 0.0
    age = max(0, (as_of - standing.newest).days)
    return max(0.0, 1 - age / _FORGOTTEN_AFTER_DAYS)
