"""Join two ways of ranking into one; pure arithmetic on ids.

By ranks: Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning
Methods" (SIGIR 2009): an item scores the sum over the lists of 1 / (60 + rank), the first rank being 1.

By scores: a weighted sum keeps how much better the first is than the second, which ranks throw away; Bruch, Gai and
Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (TOIS 2023), find it the better of the two, as we did.
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


def weighted_sum(parts: Sequence[tuple[Mapping[str, float], float]]) -> dict[str, float]:
    """Add up scores, each part with its weight; an item that a part does not hold gets nothing from it.

    >>> weighted_sum([({"a": 0.5, "b": 0.75}, 1.0), ({"a": 1.0}, 0.5)])
    {'a': 1.0, 'b': 0.75}
    """
    total: dict[str, float] = {}
    for scores, weight in parts:
        for id_, score in scores.items():
            total[id_] = total.get(id_, 0.0) + weight * score
    return total
