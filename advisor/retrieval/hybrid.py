"""Find entries by words and by meaning together, and offer that to LangChain; the retrieval part's LangChain home.

What is said about what was found is left to the answering part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from advisor.knowledge.passages import Passage, PassageKind
from advisor.knowledge.schema import Entry, Kind, Source
from advisor.retrieval import dense, lexical
from advisor.retrieval.boosts import Standing, authority_boost, recency_boost
from advisor.retrieval.dense import DenseRetriever
from advisor.retrieval.embedding import Embedder, Vectors
from advisor.retrieval.fusion import Fused, reciprocal_rank_fusion
from advisor.retrieval.lexical import LexicalRetriever
from advisor.retrieval.provenance import provenance
from advisor.retrieval.ranking import DECIMALS, ScoredPassage
from advisor.retrieval.words import Tokeniser

DEPTH = 200
"""Passages taken from each list before they are joined: enough for some forty entries, asked in several ways each."""


@dataclass(frozen=True, slots=True)
class HybridOptions:
    """Parts that can be switched off, to measure what each is worth.

    Without `fusion` the dense list comes first and the lexical one fills up what it did not find.
    """

    lexical: bool = True
    dense: bool = True
    question_vectors: bool = True
    fusion: bool = True
    recency: bool = True
    authority: bool = True

    def __post_init__(self) -> None:
        if not (self.lexical or self.dense):
            raise ValueError("lexical and dense retrieval cannot both be switched off")


class HybridRetriever:
    """Joins the lexical and the dense list by entry: the best passage of an entry stands for it."""

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: Vectors,
        embedder: Embedder,
        *,
        standings: Mapping[str, Standing] | None = None,
        tokeniser: Tokeniser | None = None,
        options: HybridOptions | None = None,
    ) -> None:
        self._options = options or HybridOptions()
        used = [i for i, p in enumerate(passages) if self._options.question_vectors or p.kind is PassageKind.ENTRY]
        kept = [passages[i] for i in used]
        self._lexical = LexicalRetriever(kept, tokeniser)
        self._dense = DenseRetriever(kept, vectors[used], embedder)
        self._standings = standings or {}
        self._passage_ids: dict[str, list[str]] = {}
        for passage in kept:
            self._passage_ids.setdefault(passage.entry_id, []).append(passage.id)

    def search(
        self,
        query: str,
        k: int,
        as_of: date,
        courses: Collection[str] | None = None,
        kinds: Collection[Kind] | None = None,
    ) -> list[ScoredPassage]:
        """Return at most `k` entries, each by its best passage; see `Retriever`.

        Raises:
            ValueError: where `k` is below 1.
        """
        if k < 1:
            raise ValueError(f"cannot return {k} passages: k must be at least 1")
        lists = self._lists(query, as_of, courses, kinds)
        ranked = self._join({name: [found.passage.entry_id for found in found_] for name, found_ in lists.items()})
        boosted = sorted((self._boost(item, as_of) for item in ranked), key=lambda item: (-item.score, item.id))
        return [self._result(item, query, lists) for item in boosted[:k]]

    def _lists(
        self, query: str, as_of: date, courses: Collection[str] | None, kinds: Collection[Kind] | None
    ) -> dict[str, list[ScoredPassage]]:
        """Each list with one passage an entry. Dense comes first: its best passage is the one to show."""
        lists: dict[str, list[ScoredPassage]] = {}
        if self._options.dense:
            lists[dense.NAME] = _one_an_entry(self._dense.search(query, DEPTH, as_of, courses, kinds))
        if self._options.lexical:
            lists[lexical.NAME] = _one_an_entry(self._lexical.search(query, DEPTH, as_of, courses, kinds))
        return lists

    def _join(self, lists: Mapping[str, Sequence[str]]) -> list[Fused]:
        fused = reciprocal_rank_fusion(lists)
        if self._options.fusion:
            return fused
        order = list(dict.fromkeys(id_ for ids in lists.values() for id_ in ids))
        return [replace(item, score=1 / (1 + order.index(item.id))) for item in fused]

    def _boost(self, item: Fused, as_of: date) -> Fused:
        standing = self._standings.get(item.id)
        extra = 0.0
        if standing is not None and self._options.authority:
            extra += authority_boost(standing)
        if standing is not None and self._options.recency:
            extra += recency_boost(standing, as_of)
        return replace(item, score=round(item.score + extra, DECIMALS))

    def _result(self, item: Fused, query: str, lists: Mapping[str, list[ScoredPassage]]) -> ScoredPassage:
        found = next(f for found_ in lists.values() for f in found_ if f.passage.entry_id == item.id)
        similarity = found.similarity
        if similarity is None and self._options.dense:
            similarity = self._dense.similarity(query, self._passage_ids[item.id])
        return ScoredPassage(found.passage, item.score, item.ranks, similarity)


def _one_an_entry(found: Iterable[ScoredPassage]) -> list[ScoredPassage]:
    best_of: dict[str, ScoredPassage] = {}
    for scored in found:
        best_of.setdefault(scored.passage.entry_id, scored)
    return list(best_of.values())


class EntryRetriever(BaseRetriever):
    """The hybrid retriever as LangChain knows retrievers: text in, documents with full provenance out.

    The document's text is the entry's, whichever way of asking was matched; its id is the entry's id. Date, courses
    and kinds may be given with the call: `retriever.invoke("Can I defer?", as_of=date(2026, 11, 21))`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True, frozen=True)

    hybrid: HybridRetriever
    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]
    clock: Callable[[], date]
    k: int = 5

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain passes it by name
        as_of: date | None = None,
        courses: Collection[str] | None = None,
        kinds: Collection[Kind] | None = None,
        k: int | None = None,
    ) -> list[Document]:
        found = self.hybrid.search(query, k or self.k, as_of or self.clock(), courses, kinds)
        return [self._document(scored) for scored in found]

    def _document(self, scored: ScoredPassage) -> Document:
        entry = self.entries[scored.passage.entry_id]
        text = "\n".join([scored.passage.title, *(statement.text for statement in entry.statements)])
        return Document(page_content=text, id=entry.id, metadata=provenance(scored, entry, self.sources))
