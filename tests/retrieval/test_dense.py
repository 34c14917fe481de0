from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from advisor.retrieval.dense import DenseRetriever, StoreError, query_store, read_store, write_store
from tests.fakes import FakeEmbedder
from tests.retrieval.samples import TODAY, sample_passages

PASSAGES = sample_passages()
EMBEDDER = FakeEmbedder()
VECTORS = EMBEDDER.encode([passage.text for passage in PASSAGES])


def test_what_is_written_is_read_back_to_the_last_bit(tmp_path: Path) -> None:
    write_store(tmp_path, PASSAGES, VECTORS, {"content": "x"})
    stored = read_store(tmp_path)
    order = sorted(range(len(PASSAGES)), key=lambda row: PASSAGES[row].id)
    assert stored.ids == tuple(PASSAGES[row].id for row in order)
    assert stored.texts == tuple(PASSAGES[row].text for row in order)
    assert np.array_equal(stored.vectors, VECTORS[order])


@pytest.mark.parametrize("question", ["price", "can i do the test again", "how long is it", "failed"])
def test_chroma_itself_finds_the_same_in_the_same_order(tmp_path: Path, question: str) -> None:
    write_store(tmp_path, PASSAGES, VECTORS, {"content": "x"})
    valid = [p for p in PASSAGES if p.valid_to is None]
    exact = DenseRetriever(PASSAGES, VECTORS, EMBEDDER).search(question, len(valid), TODAY)
    query = EMBEDDER.encode([question])
    by_chroma = [id_ for id_ in query_store(tmp_path, query, len(PASSAGES))[0] if not id_.startswith("faq-cost-2021")]
    cosine = {p.id: round(float(v @ query[0]), 5) for p, v in zip(PASSAGES, VECTORS, strict=True)}
    assert [cosine[id_] for id_ in by_chroma] == [cosine[scored.passage.id] for scored in exact]


def test_a_folder_without_a_store_is_refused_and_left_empty(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no store"):
        read_store(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_similarity_of_an_entry_is_that_of_its_nearest_passage() -> None:
    retriever = DenseRetriever(PASSAGES, VECTORS, EMBEDDER)
    ids = [passage.id for passage in PASSAGES if passage.entry_id == "faq-resit"]
    assert retriever.similarity("failed my npq", ids) == pytest.approx(1.0, abs=1e-5)
    assert retriever.similarity("failed my npq", ids[:1]) < 0.9


def test_passages_and_vectors_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="give one for each"):
        DenseRetriever(PASSAGES, VECTORS[:-1], EMBEDDER)
