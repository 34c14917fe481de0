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

from advisor.knowledge.passages import Passage, PassageKind, join_passages
from advisor.knowledge.schema import Entry, Kind, Source
from advisor.retrieval import dense, lexical
from advisor.retrieval.adapting import Turned
from advisor.retrieval.dense import DenseRetriever
from advisor.retrieval.embedding import Embedder, Vectors
from advisor.retrieval.fusion import weighted_sum
from advisor.retrieval.lexical import LexicalRetriever
from advisor.retrieval.provenance import provenance
from advisor.retrieval.ranking import DECIMALS, ScoredPassage
from advisor.retrieval.words import Tokeniser

DEPTH = 400
"""Passages taken from the dense list: enough for some forty entries, each asked in ten ways."""
_WIDTH = 50
"""Entries taken from the lexical list."""

OVERLAP_WEIGHT = 0.2
"""What sharing the most words is worth beside a cosine of 1; anything from 0.15 to 0.3 does about as well."""


@dataclass(frozen=True, slots=True)
class HybridOptions:
    """Parts that can be switched off, to measure what each is worth.

    Without `fusion` the lists are not joined: the dense one comes first, and the lexical one adds what it did not find.
    Without `middle` an entry is as near as its nearest passage, by the model's own cosine. Without `adapter` vectors
    are compared as the packaged model gives them. Without `dates` an entry is found whether or not it is in force.
    """

    lexical: bool = True
    dense: bool = True
    question_vectors: bool = True
    middle: bool = True
    adapter: bool = True
    fusion: bool = True
    dates: bool = True

    def __post_init__(self) -> None:
        if not (self.lexical or self.dense):
            raise ValueError("lexical and dense retrieval cannot both be switched off")


@dataclass(frozen=True, slots=True)
class _Found:
    """One entry as both lists see it; `passage` is the one nearest in meaning, else the one sharing most words."""

    passage: Passage
    ranks: Mapping[str, int]
    similarity: float | None
    overlap: float | None
    nearness: float | None


class HybridRetriever:
    """Ranks entries by meaning and by words.

    By meaning an entry is as near as its nearest passage, so that a question meets a question. By words it is one
    text, its statements and all ways of asking it: the words of a question are seldom all in one of them.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: Vectors,
        embedder: Embedder,
        *,
        tokeniser: Tokeniser | None = None,
        turned: Turned | None = None,
        options: HybridOptions | None = None,
    ) -> None:
        self._options = options or HybridOptions()
        used = [i for i, p in enumerate(passages) if self._options.question_vectors or p.kind is PassageKind.ENTRY]
        kept = [passages[i] if self._options.dates else _always_in_force(passages[i]) for i in used]
        self._lexical = LexicalRetriever(join_passages(kept), tokeniser)
        learned = turned.among(used) if turned is not None and self._options.adapter else None
        self._dense = DenseRetriever(kept, vectors[used], embedder, learned)
        self._learned = learned is not None
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
        lists: dict[str, list[ScoredPassage]] = {}
        if self._options.dense:
            lists[dense.NAME] = _one_an_entry(self._dense.search(query, DEPTH, as_of, courses, kinds))
        if self._options.lexical:
            lists[lexical.NAME] = self._lexical.search(query, _WIDTH, as_of, courses, kinds)
        found = self._gather(query, lists)
        scores = self._join(found, lists)
        rounded = {id_: round(score, DECIMALS) for id_, score in scores.items()}
        best = sorted(rounded, key=lambda id_: (-rounded[id_], id_))[:k]
        return [self._scored(found[id_], rounded[id_]) for id_ in best]

    def _gather(self, query: str, lists: Mapping[str, Sequence[ScoredPassage]]) -> dict[str, _Found]:
        """Bring together what the lists say of each entry, and fill in the similarity that the dense one cut off."""
        seen: dict[str, dict[str, ScoredPassage]] = {}
        for name, scored_passages in lists.items():
            for scored in scored_passages:
                seen.setdefault(scored.passage.entry_id, {})[name] = scored
        near_to = self._dense.nearness(query) if self._options.dense and self._options.middle and query.strip() else {}
        ranks = {name: _ranks(scored_passages) for name, scored_passages in lists.items()}
        found = {}
        for id_, by_list in seen.items():
            near, shared = by_list.get(dense.NAME), by_list.get(lexical.NAME)
            similarity = near.similarity if near else None
            if similarity is None and self._options.dense:
                similarity = self._dense.similarity(query, self._passage_ids[id_])
            overlap = shared.overlap if shared else (0.0 if self._options.lexical else None)
            own_ranks = {name: ranks[name][id_] for name in by_list}
            found[id_] = _Found(next(iter(by_list.values())).passage, own_ranks, similarity, overlap, near_to.get(id_))
        return found

    def _scored(self, found: _Found, score: float) -> ScoredPassage:
        learned = self._learned and found.nearness is not None
        return ScoredPassage(
            found.passage, score, found.ranks, found.similarity, found.overlap, found.nearness, learned
        )

    def _join(self, found: Mapping[str, _Found], lists: Mapping[str, Sequence[ScoredPassage]]) -> dict[str, float]:
        if not self._options.fusion:
            listed = (scored.passage.entry_id for scored_passages in lists.values() for scored in scored_passages)
            return {id_: 1 / place for place, id_ in enumerate(dict.fromkeys(listed), start=1)}
        similarity = {
            id_: each.similarity if each.nearness is None else each.nearness
            for id_, each in found.items()
            if each.similarity is not None
        }
        overlap = {id_: each.overlap for id_, each in found.items() if each.overlap is not None}
        return weighted_sum([(similarity, 1.0), (overlap, OVERLAP_WEIGHT)])


def _one_an_entry(found: Iterable[ScoredPassage]) -> list[ScoredPassage]:
    best_of: dict[str, ScoredPassage] = {}
    for scored in found:
        best_of.setdefault(scored.passage.entry_id, scored)
    return list(best_of.values())


def _always_in_force(passage: Passage) -> Passage:
    return replace(passage, valid_from=date.min, valid_to=None)


def _ranks(found: Iterable[ScoredPassage]) -> dict[str, int]:
    return {scored.passage.entry_id: rank for rank, scored in enumerate(found, start=1)}


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
