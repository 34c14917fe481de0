"""Turn sentence vectors towards what tells our entries apart; how that is learned is left to `adapter_training.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.retrieval.embedding import Vectors

ARTEFACT = "adapter_weights"
ADAPTER_VERSION = "1"
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


def adapter_from(arrays: Mapping[str, NDArray[Any]]) -> Adapter | None:
    """Return the adapter kept beside an index, None where the index holds none."""
    return Adapter(arrays[ARTEFACT]) if ARTEFACT in arrays else None
