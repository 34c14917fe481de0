"""Build an index folder beside the others, check it, and move it into place in one step.

When that is needed is decided in `index.py`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from advisor.knowledge.passages import Passage
from advisor.retrieval.dense import StoreError, query_store, read_store, write_store
from advisor.retrieval.embedding import Embedder, Vectors
from advisor.retrieval.store.manifest import (
    CURRENT,
    FILE,
    IndexBuildError,
    Manifest,
    hash_file,
    hash_vectors,
    read_current,
    read_manifest,
)
from advisor.retrieval.store.reading import ARTEFACT_FILE, Artefacts, load_index
from advisor.retrieval.store.reusing import artefacts_lent, encode_changed

_BUILDING = ".building-"
_CANARIES = 8
_KEPT = 3
_ABANDONED_AFTER_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class ArtefactSource:
    """Arrays to be made when the index is built and kept beside it, such as a trained classifier's weights.

    `key` stands for all that they are made from: when it changes, the index is out of date. `make` is given what lies
    beside the current index, if the same model and libraries made that, so that it need not do everything again, and
    the passages in order of id with their vectors.
    """

    key: str = ""
    make: Callable[[Artefacts, Sequence[Passage], Vectors], Artefacts] = field(default=lambda *_: {})


def build_index(
    root: Path,
    passages: Sequence[Passage],
    embedder: Embedder,
    source: ArtefactSource,
    wanted: Manifest,
    *,
    afresh: bool,
) -> None:
    """Build the wanted index under `root` and make it the current one.

    Texts that the current index knows keep their vectors, unless it is to be built `afresh`.

    Raises:
        IndexBuildError: where a passage is too long for the model, or the store does not give back what was written.
    """
    ordered = sorted(passages, key=lambda passage: passage.id)
    lender = None if afresh else _current(root)
    vectors = encode_changed(lender, wanted, ordered, embedder)
    made = source.make(artefacts_lent(lender, wanted), ordered, vectors)
    root.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=root))
    temporary.chmod(0o755)  # who builds it and who serves from it may be two users
    try:
        write_store(temporary, ordered, vectors, {"content": wanted.content, "model": wanted.model})
        _write_artefacts(temporary / ARTEFACT_FILE, made)
        _check_store(temporary, ordered, vectors)
        manifest = wanted.model_copy(
            update={"vectors": hash_vectors(vectors), "artefacts": hash_file(temporary / ARTEFACT_FILE)}
        )
        (temporary / FILE).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
        _move_into_place(temporary, root / wanted.folder_name, passages, wanted, replace_existing=afresh)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    _switch(root, wanted.folder_name)
    _tidy(root, wanted.folder_name)


def _current(root: Path) -> Path | None:
    name = read_current(root)
    return root / name if name else None


def _check_store(folder: Path, ordered: Sequence[Passage], vectors: Vectors) -> None:
    """Read the new store back, and ask Chroma itself for some passages by their own vectors."""
    stored = read_store(folder)
    if stored.ids != tuple(passage.id for passage in ordered) or not np.array_equal(stored.vectors, vectors):
        raise IndexBuildError(f"{folder} does not give back what was written to it")
    row_of = {passage.id: row for row, passage in enumerate(ordered)}
    canaries = np.unique(np.linspace(0, len(ordered) - 1, min(_CANARIES, len(ordered)), dtype=int))
    for row, found in zip(canaries, query_store(folder, vectors[canaries], 1), strict=True):
        # Two ways of asking may be the same words, so that the nearest need not be the passage itself.
        if not found or not np.allclose(vectors[row_of[found[0]]], vectors[row], atol=1e-5):
            raise IndexBuildError(f"{folder} does not find passage '{ordered[row].id}' by its own vector")


def _move_into_place(
    temporary: Path, folder: Path, passages: Sequence[Passage], wanted: Manifest, *, replace_existing: bool
) -> None:
    """Move the new folder to its name, unless another process has just put a good one there."""
    if folder.exists():
        if not replace_existing and _is_usable(folder, passages, wanted):
            return
        # Moved aside first: a folder cannot be replaced while there is something in it.
        aside = folder.replace(temporary.with_name(f"{temporary.name}-old"))
        shutil.rmtree(aside, ignore_errors=True)
    temporary.replace(folder)


def _is_usable(folder: Path, passages: Sequence[Passage], wanted: Manifest) -> bool:
    try:
        load_index(folder, passages, wanted)
    except StoreError:
        return False
    return True


def _switch(root: Path, name: str) -> None:
    """Name the folder in CURRENT in one step, so that a reader sees the old name or the new one."""
    handle, path = tempfile.mkstemp(prefix=_BUILDING, dir=root)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(f"{name}\n")
    Path(path).chmod(0o644)
    Path(path).replace(root / CURRENT)


def _tidy(root: Path, current: str) -> None:
    """Remove older indexes of ours but the last few, and what builds that were killed have left."""
    now = (root / current).stat().st_mtime
    ours = [path for path in root.iterdir() if path.is_dir() and path.name != current and read_manifest(path)]
    ours.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    abandoned = [p for p in root.glob(f"{_BUILDING}*") if now - p.stat().st_mtime > _ABANDONED_AFTER_SECONDS]
    for path in [*ours[_KEPT - 1 :], *abandoned]:
        shutil.rmtree(path, ignore_errors=True)


def _write_artefacts(file: Path, artefacts: Artefacts) -> None:
    if artefacts:
        np.savez(file, allow_pickle=False, **dict(artefacts))
