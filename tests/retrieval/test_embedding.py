from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from advisor.retrieval.embedding import (
    PACKAGED_SHA256,
    EmbeddingError,
    SentenceEmbedder,
    check_weights,
    packaged_model_folder,
)


def test_naming_the_model_loads_nothing_heavy() -> None:
    code = (
        "import sys; from advisor.retrieval.embedding import SentenceEmbedder; "
        "SentenceEmbedder().model_id; assert 'torch' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_packaged_model_is_named_by_its_weights() -> None:
    assert SentenceEmbedder().model_id == f"all-MiniLM-L6-v2@{PACKAGED_SHA256[:16]}"


def test_another_models_name_changes_with_its_weights(tmp_path: Path) -> None:
    names = []
    for folder, weights in (("a", b"one"), ("b", b"two")):
        (tmp_path / folder / "mine").mkdir(parents=True)
        (tmp_path / folder / "mine" / "model.safetensors").write_bytes(weights)
        names.append(SentenceEmbedder(str(tmp_path / folder / "mine")).model_id)
    assert names[0] != names[1]
    assert all(name.startswith("mine@") for name in names)


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"not the model")
    with pytest.raises(EmbeddingError, match="is not the model we know"):
        check_weights(weights)


def test_missing_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="is missing"):
        check_weights(tmp_path / "model.safetensors")


def test_a_model_that_is_not_here_is_not_fetched_without_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NPQ_ADVISOR_ALLOW_MODEL_DOWNLOAD", raising=False)
    with pytest.raises(EmbeddingError, match="fetching models is not allowed"):
        SentenceEmbedder("somebody/some-model").encode(["x"])


@pytest.fixture(scope="module")
def embedder() -> SentenceEmbedder:
    return SentenceEmbedder()


@pytest.mark.model
def test_vectors_are_normalised_and_similar_questions_are_near(embedder: SentenceEmbedder) -> None:
    rows = embedder.encode(["Can I defer my NPQ?", "pausing the course for a while", "How much is a train to Leeds?"])
    assert rows.dtype == np.float32
    assert rows.shape == (3, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    assert embedder.is_ready


@pytest.mark.model
def test_a_query_is_encoded_as_in_a_batch_and_remembered(embedder: SentenceEmbedder) -> None:
    first = embedder.encode_query("Can I defer?")
    assert np.allclose(
        first, embedder.encode(["Can I defer?", "something much longer than that question"])[0], atol=1e-5
    )
    assert embedder.encode_query("Can I defer?") is first


@pytest.mark.model
def test_no_texts_give_no_rows(embedder: SentenceEmbedder) -> None:
    assert embedder.encode([]).shape == (0, 384)


@pytest.mark.model
def test_texts_that_the_model_would_cut_are_named(embedder: SentenceEmbedder) -> None:
    assert embedder.too_long(["short", "word " * 254, "word " * 255]) == [2]


@pytest.mark.model
def test_the_packaged_weights_are_the_ones_we_know() -> None:
    check_weights(packaged_model_folder() / "model.safetensors")
