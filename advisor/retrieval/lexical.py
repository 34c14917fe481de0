"""Find passages by the words they share with the question (BM25); the only user of bm25s.

The method is Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), in Lucene's variant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import bm25s
import numpy as np

from advisor.knowledge.passages import Passage
from advisor.knowledge.schema import Kind
from advisor.retrieval.ranking import Eligible, ScoredPassage, Scores, best
from advisor.retrieval.words import Tokeniser

NAME = "lexical"


class LexicalRetriever:
    """BM25 over passages held in memory; building it takes milliseconds, so that it is never stored."""

    def __init__(self, passages: Iterable[Passage], tokeniser: Tokeniser | None = None) -> None:
        self._eligible = Eligible.among(passages)
        self._tokens = tokeniser or Tokeniser()
        self._bm25 = bm25s.BM25(k1=1.2, b=0.75)
        tokens = [self._tokens(passage.text) for passage in self._eligible.passages]
        self._vocabulary = frozenset(token for line in tokens for token in line)
        if self._vocabulary:
            self._bm25.index(tokens, show_progress=False)

    def search(
        self,
        query: str,
        k: int,
        as_of: date,
        courses: Collection[str] | None = None,
        kinds: Collection[Kind] | None = None,
    ) -> list[ScoredPassage]:
        """Return at most `k` passages that share a word with `query`; see `Retriever`."""
        scores = self._score(query)
        mask = self._eligible.mask(as_of, courses, kinds) & (scores > 0)
        found = best(self._eligible.passages, scores, mask, k)
        most = found[0][1] if found else 1.0
        return [
            ScoredPassage(passage, score, {NAME: rank}, overlap=score / most)
            for rank, (passage, score) in enumerate(found, start=1)
        ]

    def _score(self, query: str) -> Scores:
        known = [token for token in self._tokens(query) if token in self._vocabulary]
        if not known:
            return np.zeros(len(self._eligible.passages), dtype=np.float32)
        scores: Scores = self._bm25.get_scores(known)
        return scores
