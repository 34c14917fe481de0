"""What every retriever takes and gives back, and which passages may be found at all.

How passages are ranked is left to `lexical.py`, `dense.py` and `hybrid.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.knowledge.passages import Passage, PassageKind
from advisor.knowledge.schema import Kind

Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]

DECIMALS = 6
"""Scores are rounded before they are compared, since batches of different size differ in the seventh decimal."""


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage that was found, and why.

    `score` orders one retriever's list and means nothing beyond it. `ranks` holds the place in each list that found
    it, counted from 1: `{"lexical": 3, "dense": 1}`. `similarity` is the cosine between the question and what of the
    entry is nearest to it, from -1 to 1; None where no embedding took part. `overlap` is the words' score as a share of
    the best entry's, from 0 to 1; None where no words took part. `nearness` is how near the question is to
    the entry as a whole, from -1 to 1, see `DenseRetriever.nearness`; None where it took no part. `learned` says
    whether the
    adapter had a part in it.
    """

    passage: Passage
    score: float
    ranks: Mapping[str, int]
    similarity: float | None = None
    overlap: float | None = None
    nearness: float | None = None
    learned: bool = False

    @property
    def matched(self) -> str:
        """The way of asking that was matched, or the title where the entry's own text was."""
        return self.passage.text if self.passage.kind is PassageKind.QUESTION else self.passage.title


class Retriever(Protocol):
    """Anything that finds passages. Lists come best first, equal scores in order of id."""

    def search(
        self,
        query: str,
        k: int,
        as_of: date,
        courses: Collection[str] | None = None,
        kinds: Collection[Kind] | None = None,
    ) -> list[ScoredPassage]:
        """Return at most `k` passages that hold on `as_of`.

        With `courses`, passages about other courses only are left out; passages about no course in particular stay.
        With `kinds`, only entries of these kinds are found.
        """


@dataclass(frozen=True, slots=True)
class Eligible:
    """Says quickly which of a fixed list of passages a search may find."""

    passages: tuple[Passage, ...]
    _first_day: NDArray[np.int64] = field(repr=False)
    _last_day: NDArray[np.int64] = field(repr=False)

    @classmethod
    def among(cls, passages: Iterable[Passage]) -> Eligible:
        """Prepare the dates of `passages`."""
        kept = tuple(passages)
        first = np.array([p.valid_from.toordinal() for p in kept], dtype=np.int64)
        last = np.array([(p.valid_to or date.max).toordinal() for p in kept], dtype=np.int64)
        return cls(kept, first, last)

    def mask(self, as_of: date, courses: Collection[str] | None, kinds: Collection[Kind] | None) -> Mask:
        """Return True for each passage that holds on `as_of` and is about one of `courses` and of one of `kinds`."""
        today = as_of.toordinal()
        mask: Mask = (self._first_day <= today) & (today <= self._last_day)
        if courses is not None:
            wanted = set(courses)
            mask &= np.array([not p.courses or not wanted.isdisjoint(p.courses) for p in self.passages], dtype=bool)
        if kinds is not None:
            mask &= np.array([p.entry_kind in kinds for p in self.passages], dtype=bool)
        return mask


def best(passages: Sequence[Passage], scores: Scores, mask: Mask, k: int) -> list[tuple[Passage, float]]:
    """Return the `k` best-scored passages where `mask` is True, equal scores in order of id.

    Raises:
        ValueError: where `k` is below 1.
    """
    if k < 1:
        raise ValueError(f"cannot return {k} passages: k must be at least 1")
    allowed = np.flatnonzero(mask)
    rounded = np.round(scores[allowed].astype(np.float64), DECIMALS)
    if len(allowed) > k:
        threshold = np.partition(rounded, -k)[-k]
        keep = rounded >= threshold
        allowed, rounded = allowed[keep], rounded[keep]
    pairs = [(passages[int(i)], float(score)) for i, score in zip(allowed, rounded, strict=True)]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].id))[:k]
