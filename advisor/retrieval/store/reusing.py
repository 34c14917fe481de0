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
from advisor.retrieval.store.manifest import IndexBuildError, Manifest, hash_file, hash_vectors, read_manifest
from advisor.retrieval.store.reading import ARTEFACT_FILE, Artefacts, read_artefacts


def encode_changed(current: Path | None, wanted: Manifest, passages: Sequence[Passage], embedder: Embedder) -> Vectors:
    """Return one vector for each passage, encoding only texts that the index in `current` does not hold.

    Raises:
        IndexBuildError: where a text to be encoded is longer than the model reads.
    """
    known = _vectors_by_text(current, wanted) if current is not None else {}
    fresh = list(dict.fromkeys(passage.text for passage in passages if passage.text not in known))
    _check_lengths(fresh, passages, embedder)
    encoded = dict(zip(fresh, embedder.encode(fresh), strict=True)) if fresh else {}
    return np.stack([known[p.text] if p.text in known else encoded[p.text] for p in passages])


def artefacts_lent(current: Path | None, wanted: Manifest) -> Artefacts:
    """Return the arrays beside the index in `current`, none where another model made them or they are damaged."""
    manifest = _of_same_make(current, wanted) if current is not None else None
    if current is None or manifest is None or hash_file(current / ARTEFACT_FILE) != manifest.artefacts:
        return {}
    try:
        return read_artefacts(current / ARTEFACT_FILE)
    except StoreError:
        return {}


def _of_same_make(folder: Path, wanted: Manifest) -> Manifest | None:
    """Return the manifest of an index that the same model and libraries made, None of another."""
    manifest = read_manifest(folder)
    if manifest is None or manifest.model != wanted.model or manifest.libraries != wanted.libraries:
        return None
    return manifest


def _check_lengths(texts: Sequence[str], passages: Sequence[Passage], embedder: Embedder) -> None:
    too_long = {texts[position] for position in embedder.too_long(texts)}
    if too_long:
        ids = ", ".join([passage.id for passage in passages if passage.text in too_long][:5])
        raise IndexBuildError(f"{len(too_long)} passages are longer than the model reads: {ids}; split them")


def _vectors_by_text(folder: Path, wanted: Manifest) -> dict[str, Vectors]:
    manifest = _of_same_make(folder, wanted)
    if manifest is None:
        return {}
    try:
        stored = read_store(folder)
    except StoreError:
        return {}
    if hash_vectors(stored.vectors) != manifest.vectors:
        return {}
    return dict(zip(stored.texts, stored.vectors, strict=True))
