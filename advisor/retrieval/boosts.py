"""Small additions to a fused score that settle ties: the stronger source first, then the newer.

Ties are common after fusion: first in one list and second in the other scores the same as the reverse. Both additions
together are worth less than first place in one list over second, so that they never outweigh relevance there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor.knowledge.schema import Entry, Source, Tier

AUTHORITY = 0.00012
"""For an entry resting on legislation; nothing for press, in equal steps between."""
RECENCY = 0.00012
"""For a source of this very day; falls evenly to nothing at five years."""
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


def authority_boost(standing: Standing) -> float:
    """Return the addition for the strongest source."""
    return AUTHORITY * (1 - standing.tier_rank / Tier.PRESS.rank)


def recency_boost(standing: Standing, as_of: date) -> float:
    """Return the addition for the newest source; an undated source gets none, since its age is not known."""
    if standing.newest is None:
        return 0.0
    age = max(0, (as_of - standing.newest).days)
    return RECENCY * max(0.0, 1 - age / _FORGOTTEN_AFTER_DAYS)
