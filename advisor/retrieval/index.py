"""Keep the vectors of all passages in a folder on disk that is never searched unless it is whole and up to date.

`<root>/<content>-<model>/` is built in a temporary folder, checked, moved into place, and then named in
`<root>/CURRENT`; after that it never changes. A folder that is missing, damaged, somebody else's or out of date is
built again. How folders are read and built is left to `store/`, what is stored in them to `dense.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from advisor.knowledge.passages import Passage
from advisor.retrieval.dense import StoreError
from advisor.retrieval.embedding import Embedder
from advisor.retrieval.store.building import ArtefactSource, build_index
from advisor.retrieval.store.manifest import IndexBuildError, Manifest, read_current, read_manifest, wanted_manifest
from advisor.retrieval.store.reading import Artefacts, Index, load_index

__all__ = ["ArtefactSource", "Artefacts", "Index", "IndexBuildError", "open_index", "why_unusable"]


def open_index(
    root: Path,
    passages: Sequence[Passage],
    embedder: Embedder,
    artefacts: ArtefactSource | None = None,
    *,
    rebuild: bool = False,
) -> Index:
    """Return the index for exactly these passages and this model, building it where that is needed.

    Raises:
        ValueError: where there are no passages, or two share an id.
        IndexBuildError: where a passage is too long for the model, or what was written cannot be read back.
    """
    _check_ids(passages)
    source = artefacts or ArtefactSource()
    wanted = wanted_manifest(passages, embedder.model_id, source.key)
    folder = root / wanted.folder_name
    reason = "a rebuild was asked for" if rebuild else why_unusable(root, wanted)
    if reason is None:
        try:
            return load_index(folder, passages, wanted)
        except StoreError as error:
            reason = str(error)
    build_index(root, passages, embedder, source, wanted, afresh=rebuild)
    try:
        loaded = load_index(folder, passages, wanted)
    except StoreError as error:
        raise IndexBuildError(f"the index in {folder} was built but cannot be used: {error}") from error
    return replace(loaded, built_because=reason)


def why_unusable(root: Path, wanted: Manifest) -> str | None:
    """Say why the current index is not the wanted one, as far as that shows without reading it; None where it is."""
    current = read_current(root)
    if current is None:
        return "there is no index yet"
    if current != wanted.folder_name:
        return "the content or the model has changed since it was built"
    found = read_manifest(root / current)
    if found is None:
        return f"{root / current} is not a finished index of ours"
    return wanted.difference(found)


def _check_ids(passages: Sequence[Passage]) -> None:
    ids = [passage.id for passage in passages]
    if not ids:
        raise ValueError("there are no passages to index; is the knowledge folder the right one?")
    if len(set(ids)) != len(ids):
        twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
        raise ValueError(f"passage ids must be unique; used twice: {', '.join(twice[:5])}")
