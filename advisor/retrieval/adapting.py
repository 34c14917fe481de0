"""Bring passages and questions where our entries are told apart; how that is learned is left to `adapter_training.py`.

Two steps, both learned from our ways of asking: the packaged model is tuned (`tuned.py`), and its vectors are turned by
one linear map. With another model than the packaged one there is only the second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.knowledge.passages import Passage
from advisor.retrieval.embedding import Embedder, Vectors

ARTEFACT = "adapter_weights"
_ROWS, _KEYS, _MODEL = "tuned_vectors", "tuned_keys", "tuned_model"
ADAPTER_VERSION = "2"
"""Counted up when training changes, so that an index with an old map is built again."""


@dataclass(frozen=True, slots=True)
class Adapter:
    """A linear map on sentence vectors; `weights` has shape (dimensions, dimensions)."""

    weights: Vectors

    def __call__(self, vectors: Vectors) -> Vectors:
        """Return the vectors, one or a row each, turned and brought to length 1 again."""
        turned = vectors @ self.weights.T
        lengths = np.maximum(np.linalg.norm(turned, axis=-1, keepdims=True), np.finfo(np.float32).tiny)
        return np.asarray(turned / lengths, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Turned:
    """The passages as the search ranks them, one row each, and how a question is brought beside them."""

    vectors: Vectors
    encode_query: Callable[[str], Vectors]

    def among(self, rows: Sequence[int]) -> Turned:
        """Return the same for some of the passages."""
        return Turned(self.vectors[list(rows)], self.encode_query)


def tuned_vectors(lent: Mapping[str, NDArray[Any]], passages: Sequence[Passage], tuned: Embedder) -> Vectors:
    """Return the tuned model's vectors, one row a passage, encoding only texts that `lent` does not hold."""
    known: dict[str, NDArray[Any]] = {}
    if _MODEL in lent and str(lent[_MODEL]) == tuned.model_id:
        known = dict(zip(map(str, lent[_KEYS]), lent[_ROWS], strict=True))
    fresh = [text for text in dict.fromkeys(passage.text for passage in passages) if _key_of(text) not in known]
    if fresh:
        known |= dict(zip(map(_key_of, fresh), tuned.encode(fresh).astype(np.float16), strict=True))
    return np.stack([known[_key_of(passage.text)] for passage in passages]).astype(np.float32)


def tuned_arrays(passages: Sequence[Passage], vectors: Vectors, tuned: Embedder) -> dict[str, NDArray[Any]]:
    """Return the tuned model's vectors as named arrays, in half precision, for `tuned_vectors` to take them from."""
    keys = np.array([_key_of(passage.text) for passage in passages])
    return {_ROWS: vectors.astype(np.float16), _KEYS: keys, _MODEL: np.array(tuned.model_id)}


def turned_from(
    arrays: Mapping[str, NDArray[Any]],
    passages: Sequence[Passage],
    vectors: Vectors,
    embedder: Embedder,
    tuned: Embedder | None,
) -> Turned | None:
    """Return the passages as what is kept beside an index has them ranked, None where it holds no map.

    `vectors` are the passages' by `embedder`; they are turned where there is no `tuned` model.
    """
    if ARTEFACT not in arrays:
        return None
    adapter = Adapter(arrays[ARTEFACT])
    used = tuned or embedder
    rows = tuned_vectors(arrays, passages, tuned) if tuned is not None else vectors
    return Turned(adapter(rows), lambda text: adapter(used.encode_query(text)))


def _key_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
