"""Find passages by meaning, and keep their vectors on disk; the only user of Chroma.

Chroma is the store of record. Ranking is exact arithmetic over the vectors read back from it, because an approximate
index can be silently wrong. Which stored folder may be trusted is decided in `index.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.knowledge.passages import Passage
from advisor.knowledge.schema import Kind
from advisor.offline import switch_off_network
from advisor.retrieval.adapting import Turned
from advisor.retrieval.embedding import Embedder, Vectors
from advisor.retrieval.ranking import Eligible, ScoredPassage, Scores, best

NAME = "dense"
COLLECTION = "passages"
_BATCH = 2_000
MIDDLE_SHARE = 0.5
"""How much of the nearness is to the middle of an entry; 0.3 to 0.7 do about as well, and either alone does worse."""


class StoreError(Exception):
    """The stored vectors cannot be read; the message is the library's own."""


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """What a store holds: ids, texts and vectors in the same order."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    vectors: Vectors


class DenseRetriever:
    """Exact cosine ranking over vectors held in memory."""

    def __init__(
        self, passages: Sequence[Passage], vectors: Vectors, embedder: Embedder, turned: Turned | None = None
    ) -> None:
        if len(passages) != len(vectors):
            raise ValueError(f"{len(passages)} passages cannot go with {len(vectors)} vectors: give one for each")
        self._eligible = Eligible.among(passages)
        self._vectors = vectors
        self._embedder = embedder
        self._position = {passage.id: position for position, passage in enumerate(passages)}
        self._turned = turned or Turned(vectors, embedder.encode_query)
        self._entries, self._entry_of, self._middles = _middles(passages, self._turned.vectors)

    def search(
        self,
        query: str,
        k: int,
        as_of: date,
        courses: Collection[str] | None = None,
        kinds: Collection[Kind] | None = None,
    ) -> list[ScoredPassage]:
        """Return the `k` passages nearest to `query`; see `Retriever`. An empty query finds nothing."""
        if not query.strip():
            return []
        mask = self._eligible.mask(as_of, courses, kinds)
        found = best(self._eligible.passages, self._cosines(query), mask, k)
        return [
            ScoredPassage(passage, score, {NAME: rank}, similarity=score)
            for rank, (passage, score) in enumerate(found, start=1)
        ]

    def similarity(self, query: str, passage_ids: Sequence[str]) -> float:
        """Return the cosine between `query` and the nearest of these passages."""
        rows = self._vectors[[self._position[passage_id] for passage_id in passage_ids]]
        return float(np.max(rows @ self._embedder.encode_query(query)))

    def nearness(self, query: str) -> Mapping[str, float]:
        """Return how near `query` is to each entry, by entry id, as what was learned sees it: a cosine, -1 to 1.

        Half of it is the cosine to the nearest of the entry's passages and half that to their middle. One passage may
        lie near by chance; the middle of many ways of asking the same seldom does. These are the two ends of
        nearest-neighbour and nearest-centroid classification.
        """
        vector = self._turned.encode_query(query)
        nearest = np.full(len(self._entries), -1.0, dtype=np.float32)
        np.maximum.at(nearest, self._entry_of, self._turned.vectors @ vector)
        near = (1 - MIDDLE_SHARE) * nearest + MIDDLE_SHARE * (self._middles @ vector)
        return dict(zip(self._entries, near.astype(float).tolist(), strict=True))

    def _cosines(self, query: str) -> Scores:
        scores: Scores = self._vectors @ self._embedder.encode_query(query)
        return scores


def _middles(passages: Sequence[Passage], vectors: Vectors) -> tuple[tuple[str, ...], NDArray[np.int64], Vectors]:
    """Return the ids of the entries, the place of each passage's entry among them, and the middle of each entry.

    A middle is the mean of the entry's vectors at length 1.
    """
    place: dict[str, int] = {}
    entry_of = np.array([place.setdefault(p.entry_id, len(place)) for p in passages], dtype=np.int64)
    sums = np.zeros((len(place), *vectors.shape[1:]), dtype=np.float32)
    np.add.at(sums, entry_of, vectors)
    lengths = np.maximum(np.linalg.norm(sums, axis=-1, keepdims=True), np.finfo(np.float32).tiny)
    return tuple(place), entry_of, (sums / lengths).astype(np.float32)


def write_store(folder: Path, passages: Sequence[Passage], vectors: Vectors, metadata: Mapping[str, str]) -> None:
    """Write passages and their vectors into a new store in `folder`."""
    with _client(folder) as client:
        # "ip" keeps the vectors to the last bit; they have length 1, so that the inner product is the cosine.
        collection = client.create_collection(
            COLLECTION,
            metadata=dict(metadata),
            embedding_function=None,
            configuration={"hnsw": {"space": "ip"}},
        )
        for start in range(0, len(passages), _BATCH):
            batch = passages[start : start + _BATCH]
            collection.upsert(
                ids=[passage.id for passage in batch],
                embeddings=vectors[start : start + _BATCH],
                documents=[passage.text for passage in batch],
                metadatas=[_metadata(passage) for passage in batch],
            )


def read_store(folder: Path) -> StoredVectors:
    """Read every vector back, ordered by id.

    Raises:
        StoreError: where the store is damaged, incomplete or not ours.
    """
    if not (folder / "chroma.sqlite3").is_file():
        raise StoreError(f"{folder} holds no store")  # Chroma would make an empty one
    try:
        with _client(folder) as client:
            # Never read `.configuration` here: it would build whatever embedding function the folder names.
            collection = client.get_collection(COLLECTION, embedding_function=None)
            found = collection.get(include=["embeddings", "documents"])
    except Exception as error:  # Chroma raises its own, SQLite's and its Rust core's errors for a damaged folder
        raise StoreError(f"{folder} cannot be read: {error}") from error
    order = sorted(range(len(found["ids"])), key=lambda position: found["ids"][position])
    vectors = np.asarray(found["embeddings"], dtype=np.float32)
    texts = found["documents"] or []
    return StoredVectors(
        tuple(found["ids"][position] for position in order),
        tuple(texts[position] for position in order),
        vectors[order],
    )


def query_store(folder: Path, vectors: Vectors, k: int) -> list[list[str]]:
    """Return the ids that Chroma's own approximate index finds for each vector, best first.

    Used to check a new store and to keep Chroma in agreement with the exact ranking; never to answer.
    """
    with _client(folder) as client:
        collection = client.get_collection(COLLECTION, embedding_function=None)
        found = collection.query(query_embeddings=vectors, n_results=k, include=[])
    ids: list[list[str]] = found["ids"]
    return ids


def _metadata(passage: Passage) -> dict[str, Any]:
    """Flat values, dates as yyyymmdd: Chroma takes no dates, no empty lists and no None."""
    values = {
        "entry_id": passage.entry_id,
        "kind": passage.kind.value,
        "entry_kind": passage.entry_kind.value,
        "title": passage.title,
        "valid_from": _as_number(passage.valid_from),
        "valid_to": _as_number(passage.valid_to or date.max),
    }
    lists = {"courses": list(passage.courses), "topics": list(passage.topics)}
    return values | {name: items for name, items in lists.items() if items}


def _as_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


@contextmanager
def _client(folder: Path) -> Iterator[Any]:
    switch_off_network()
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    try:
        client: Any = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    except BaseException:
        # Chroma remembers a client that failed to start, and would hand it out again for the mended folder.
        SharedSystemClient.clear_system_cache()
        raise
    try:
        yield client
    finally:
        client.close()
