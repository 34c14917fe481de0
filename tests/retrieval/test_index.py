from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advisor.knowledge.passages import Passage, make_passages
from advisor.retrieval.dense import COLLECTION, query_store, read_store
from advisor.retrieval.embedding import Vectors
from advisor.retrieval.index import Artefacts, ArtefactSource, Index, IndexBuildError, open_index
from advisor.retrieval.store.manifest import FILE
from advisor.retrieval.store.reading import ARTEFACT_FILE
from tests.fakes import FakeEmbedder
from tests.retrieval.samples import make_entry, sample_passages

PASSAGES = sample_passages()
DIFFERENT_TEXTS = len({passage.text for passage in PASSAGES})
WEIGHTS = ArtefactSource("weights-1", lambda *_: {"weights": np.arange(6.0).reshape(2, 3)})


def open_sample(root: Path, passages: tuple[Passage, ...] = PASSAGES) -> Index:
    return open_index(root, passages, FakeEmbedder(), WEIGHTS)


def many_passages() -> tuple[Passage, ...]:
    """Enough for Chroma to write its vector files, which it does at a thousand."""
    return make_passages([make_entry(f"faq-{n}", f"Question {n}?", [f"Answer number {n}."]) for n in range(510)])


def test_the_first_time_it_is_built_and_the_second_time_found(tmp_path: Path) -> None:
    first, second = open_sample(tmp_path), open_sample(tmp_path)
    assert first.built_because == "there is no index yet"
    assert second.built_because is None
    assert np.array_equal(first.vectors, second.vectors)


def test_finding_it_encodes_nothing(tmp_path: Path) -> None:
    open_sample(tmp_path)
    embedder = FakeEmbedder()
    open_index(tmp_path, PASSAGES, embedder, WEIGHTS)
    assert embedder.encoded == 0


def test_vectors_come_in_the_order_of_the_passages(tmp_path: Path) -> None:
    backwards = tuple(reversed(PASSAGES))
    expected = FakeEmbedder().encode([passage.text for passage in backwards])
    assert np.allclose(open_sample(tmp_path, backwards).vectors, expected, atol=1e-6)


def test_artefacts_come_back_as_they_were_made(tmp_path: Path) -> None:
    open_sample(tmp_path)
    assert np.array_equal(open_sample(tmp_path).artefacts["weights"], np.arange(6.0).reshape(2, 3))


def test_it_can_be_built_again_on_request(tmp_path: Path) -> None:
    open_sample(tmp_path)
    again = open_index(tmp_path, PASSAGES, FakeEmbedder(), WEIGHTS, rebuild=True)
    assert again.built_because == "a rebuild was asked for"
    assert open_sample(tmp_path).built_because is None


def test_changed_content_is_noticed(tmp_path: Path) -> None:
    open_sample(tmp_path)
    fewer = open_sample(tmp_path, PASSAGES[:-1])
    assert fewer.built_because == "the content or the model has changed since it was built"
    assert len(fewer.vectors) == len(PASSAGES) - 1


def test_after_a_change_only_what_is_new_is_encoded(tmp_path: Path) -> None:
    open_sample(tmp_path, PASSAGES[:-2])
    embedder = FakeEmbedder()
    index = open_index(tmp_path, PASSAGES, embedder, WEIGHTS)
    assert embedder.encoded == 1  # the two that are new say the same
    assert np.array_equal(index.vectors, FakeEmbedder().encode([passage.text for passage in PASSAGES]))


def test_a_rebuild_on_request_encodes_everything(tmp_path: Path) -> None:
    open_sample(tmp_path)
    embedder = FakeEmbedder()
    open_index(tmp_path, PASSAGES, embedder, WEIGHTS, rebuild=True)
    assert embedder.encoded == DIFFERENT_TEXTS


def test_another_model_is_noticed(tmp_path: Path) -> None:
    open_sample(tmp_path)
    embedder = FakeEmbedder("another")
    other = open_index(tmp_path, PASSAGES, embedder, WEIGHTS)
    assert embedder.encoded == DIFFERENT_TEXTS
    assert other.built_because == "the content or the model has changed since it was built"


def test_artefacts_made_from_something_else_are_noticed(tmp_path: Path) -> None:
    open_sample(tmp_path)
    other = open_index(tmp_path, PASSAGES, FakeEmbedder(), ArtefactSource("weights-2", lambda *_: {}))
    assert other.built_because is not None
    assert other.artefacts == {}


def test_what_the_same_model_made_before_is_lent_to_what_is_made_anew(tmp_path: Path) -> None:
    lent: list[Artefacts] = []

    def make(before: Artefacts, _: Sequence[Passage], vectors: Vectors) -> Artefacts:
        assert len(vectors) == len(PASSAGES)
        lent.append(before)
        return {}

    open_sample(tmp_path)
    open_index(tmp_path, PASSAGES, FakeEmbedder(), ArtefactSource("weights-2", make))
    open_sample(tmp_path)
    open_index(tmp_path, PASSAGES, FakeEmbedder("another"), ArtefactSource("weights-3", make))
    open_index(tmp_path, PASSAGES, FakeEmbedder("another"), ArtefactSource("weights-3", make), rebuild=True)
    assert [sorted(arrays) for arrays in lent] == [["weights"], [], []]


def remove_vector_files(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


def truncate_vector_files(folder: Path) -> None:
    for path in folder.glob("*/*.bin"):
        os.truncate(path, path.stat().st_size // 2)


def truncate_database(folder: Path) -> None:
    database = folder / "chroma.sqlite3"
    os.truncate(database, database.stat().st_size // 2)


def empty_database(folder: Path) -> None:
    os.truncate(folder / "chroma.sqlite3", 0)


def remove_database(folder: Path) -> None:
    (folder / "chroma.sqlite3").unlink()


def garble_database(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"this is no database" * 1_000)


def remove_manifest(folder: Path) -> None:
    (folder / FILE).unlink()


def garble_manifest(folder: Path) -> None:
    (folder / FILE).write_text("{", encoding="utf-8")


def claim_another_hash(folder: Path) -> None:
    manifest = (folder / FILE).read_text(encoding="utf-8")
    start = manifest.index('"vectors": "') + len('"vectors": "')
    (folder / FILE).write_text(manifest[:start] + "0" * 64 + manifest[start + 64 :], encoding="utf-8")


def claim_an_older_library(folder: Path) -> None:
    manifest = (folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(manifest.replace('"chromadb": "', '"chromadb": "0.'), encoding="utf-8")


def change_artefacts(folder: Path) -> None:
    np.savez(folder / ARTEFACT_FILE, weights=np.zeros((2, 3)))


def remove_artefacts(folder: Path) -> None:
    (folder / ARTEFACT_FILE).unlink()


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def forget_current(folder: Path) -> None:
    (folder.parent / "CURRENT").unlink()


def point_elsewhere(folder: Path) -> None:
    (folder.parent / "CURRENT").write_text("../somewhere-else\n", encoding="utf-8")


def delete_a_row(folder: Path) -> None:
    import chromadb

    client: Any = chromadb.PersistentClient(str(folder))
    client.get_collection(COLLECTION, embedding_function=None).delete(ids=["faq-7/1"])
    client.close()


def change_a_vector(folder: Path) -> None:
    import chromadb

    client: Any = chromadb.PersistentClient(str(folder))
    collection = client.get_collection(COLLECTION, embedding_function=None)
    collection.update(ids=["faq-7/1"], embeddings=np.ones((1, 64), dtype=np.float32))
    client.close()


def replace_with_a_foreign_store(folder: Path) -> None:
    import chromadb

    manifest = (folder / FILE).read_bytes()
    shutil.rmtree(folder)
    client: Any = chromadb.PersistentClient(str(folder))
    collection = client.create_collection(COLLECTION, embedding_function=None)
    collection.add(ids=["x"], embeddings=np.ones((1, 64), dtype=np.float32), documents=["come to our school"])
    client.close()
    (folder / FILE).write_bytes(manifest)


DAMAGE = [
    remove_vector_files,
    truncate_vector_files,
    truncate_database,
    empty_database,
    remove_database,
    garble_database,
    remove_manifest,
    garble_manifest,
    claim_another_hash,
    claim_an_older_library,
    change_artefacts,
    remove_artefacts,
    remove_folder,
    forget_current,
    point_elsewhere,
    delete_a_row,
    change_a_vector,
    replace_with_a_foreign_store,
]


@pytest.fixture(scope="module")
def sound_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index big enough to have all of Chroma's files, built once and copied for each kind of damage."""
    root = tmp_path_factory.mktemp("sound")
    open_sample(root, many_passages())
    return root


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_a_damaged_or_foreign_index_is_built_again_and_never_searched(
    sound_root: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    root = shutil.copytree(sound_root, tmp_path / "index")
    damage(root / (root / "CURRENT").read_text(encoding="utf-8").strip())
    passages = many_passages()
    mended = open_sample(root, passages)
    assert mended.built_because is not None
    assert np.array_equal(mended.vectors, FakeEmbedder().encode([passage.text for passage in passages]))
    assert open_sample(root, passages).built_because is None


def test_an_undamaged_copy_is_used_as_it_is(sound_root: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(sound_root, tmp_path / "index")
    assert open_sample(copy, many_passages()).built_because is None


def test_chroma_finds_every_tenth_passage_by_its_vector(sound_root: Path) -> None:
    index = open_sample(sound_root, many_passages())
    rows = range(0, len(index.vectors), 10)
    found = query_store(index.folder, index.vectors[rows], 1)
    by_id = dict(zip(read_store(index.folder).ids, read_store(index.folder).vectors, strict=True))
    for row, ids in zip(rows, found, strict=True):
        assert np.allclose(by_id[ids[0]], index.vectors[row], atol=1e-5)


def test_a_failed_build_leaves_what_was_there(tmp_path: Path) -> None:
    before = open_sample(tmp_path)
    too_long = make_passages([make_entry("faq-long", "Long?", ["word " * 150])])
    with pytest.raises(IndexBuildError, match="faq-long/1"):
        open_index(tmp_path, too_long, FakeEmbedder(longest=100))
    assert open_sample(tmp_path).built_because is None
    assert {path.name for path in tmp_path.iterdir()} == {"CURRENT", before.folder.name}


def test_no_more_than_three_indexes_are_kept(tmp_path: Path) -> None:
    for last in range(1, 6):
        open_sample(tmp_path, PASSAGES[:last])
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 3
    assert open_sample(tmp_path, PASSAGES[:5]).built_because is None


def test_what_a_killed_build_left_is_removed_later(tmp_path: Path) -> None:
    abandoned = tmp_path / ".building-abc"
    abandoned.mkdir()
    os.utime(abandoned, (1, 1))
    open_sample(tmp_path)
    assert not abandoned.exists()


def test_folders_of_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photographs").mkdir()
    for last in range(1, 6):
        open_sample(tmp_path, PASSAGES[:last])
    assert (tmp_path / "photographs").exists()


def test_no_passages_are_an_error_and_not_an_empty_index(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no passages to index"):
        open_sample(tmp_path, ())


def test_two_passages_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="used twice: faq-resit/1"):
        open_sample(tmp_path, (PASSAGES[0], *PASSAGES))
