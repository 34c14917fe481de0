"""Read an index folder, and refuse it unless every part of it is what its manifest and the passages say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from advisor.knowledge.passages import Passage
from advisor.retrieval.dense import StoreError, read_store
from advisor.retrieval.embedding import Vectors
from advisor.retrieval.store.manifest import Manifest, hash_file, hash_vectors, read_manifest

Artefacts = Mapping[str, NDArray[Any]]

ARTEFACT_FILE = "artefacts.npz"


@dataclass(frozen=True, slots=True)
class Index:
    """A checked index: one vector for each passage in the order the passages were given, and the artefacts.

    `built_because` says why it had to be built just now, None where it was found ready.
    """

    folder: Path
    vectors: Vectors
    artefacts: Artefacts
    built_because: str | None = None


def load_index(folder: Path, passages: Sequence[Passage], wanted: Manifest) -> Index:
    """Read everything and compare it with the passages and with the manifest's hashes.

    Raises:
        StoreError: where anything is not as it must be.
    """
    found = read_manifest(folder)
    difference = wanted.difference(found) if found else "it has no manifest"
    if found is None or difference is not None:
        raise StoreError(f"{folder} is not the wanted index: {difference}")
    stored = read_store(folder)
    position = {id_: row for row, id_ in enumerate(stored.ids)}
    texts = dict(zip(stored.ids, stored.texts, strict=True))
    if texts != {passage.id: passage.text for passage in passages}:
        raise StoreError(f"{folder} holds other passages than it says")
    if hash_vectors(stored.vectors) != found.vectors:
        raise StoreError(f"{folder} holds other vectors than it says")
    if hash_file(folder / ARTEFACT_FILE) != found.artefacts:
        raise StoreError(f"{folder / ARTEFACT_FILE} is missing or has been changed")
    rows = [position[passage.id] for passage in passages]
    return Index(folder, stored.vectors[rows], read_artefacts(folder / ARTEFACT_FILE))


def read_artefacts(file: Path) -> Artefacts:
    """Return the arrays in a file, none where there is no file.

    Raises:
        StoreError: where the file cannot be read.
    """
    if not file.is_file():
        return {}
    try:
        with np.load(file, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, BadZipFile) as error:
        raise StoreError(f"{file} cannot be read: {error}") from error
