"""Encode only what changed: vectors of texts that the current index already holds are taken from it.

A correction of one sentence then costs seconds, not minutes. An index that fails its own check lends nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from advisor.knowledge.passages import Passage
from advisor.retrieval.dense import StoreError, read_store
from advisor.retrieval.embedding import Embedder, Vectors
from advisor.retrieval.store.manifest import hash_vectors, read_manifest


def encode_changed(current: Path | None, passages: Sequence[Passage], embedder: Embedder) -> Vectors:
    """Return one vector for each passage, encoding only texts that the index in `current` does not hold."""
    known = _vectors_by_text(current, embedder.model_id) if current is not None else {}
    fresh = list(dict.fromkeys(passage.text for passage in passages if passage.text not in known))
    encoded = dict(zip(fresh, embedder.encode(fresh), strict=True)) if fresh else {}
    return np.stack([known[p.text] if p.text in known else encoded[p.text] for p in passages])


def _vectors_by_text(folder: Path, model_id: str) -> dict[str, Vectors]:
    manifest = read_manifest(folder)
    if manifest is None or manifest.model != model_id:
        return {}
    try:
        stored = read_store(folder)
    except StoreError:
        return {}
    if hash_vectors(stored.vectors) != manifest.vectors:
        return {}
    return dict(zip(stored.texts, stored.vectors, strict=True))
