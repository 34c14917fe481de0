"""Join ranked lists into one by reciprocal rank fusion; pure arithmetic on ids.

Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods"
(SIGIR 2009): an item scores the sum over the lists of 1 / (60 + rank), the first rank being 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DEFAULT_K = 60


@dataclass(frozen=True, slots=True)
class Fused:
    """One item of the joined list, with its rank in each list that holds it."""

    id: str
    score: float
    ranks: Mapping[str, int]


def reciprocal_rank_fusion(lists: Mapping[str, Sequence[str]], k: int = DEFAULT_K) -> list[Fused]:
    """Join named lists of ids, best first; equal scores come in order of id.

    Raises:
        ValueError: where a list names an id twice, since its rank would be ambiguous.

    >>> [(f.id, round(f.score, 4)) for f in reciprocal_rank_fusion({"lexical": ["a", "b"], "dense": ["b", "c"]})]
    [('b', 0.0325), ('a', 0.0164), ('c', 0.0161)]
    """
    ranks: dict[str, dict[str, int]] = {}
    for name, ids in lists.items():
        for rank, id_ in enumerate(ids, start=1):
            if name in ranks.setdefault(id_, {}):
                raise ValueError(f"the {name} list names '{id_}' twice, at {ranks[id_][name]} and {rank}")
            ranks[id_][name] = rank
    fused = [Fused(id_, sum(1 / (k + rank) for rank in own.values()), own) for id_, own in ranks.items()]
    return sorted(fused, key=lambda item: (-item.score, item.id))
