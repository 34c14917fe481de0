"""The tuned sentence model: what is learned beside the packaged one, and that it tells our questions apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advisor.knowledge.passages import make_passages
from advisor.retrieval.embedding import SentenceEmbedder
from advisor.retrieval.low_rank import learned_of, put_beside
from advisor.retrieval.tuned import MATRICES, TunedEmbedder
from advisor.retrieval.tuning import tune
from tests.retrieval.samples import make_entry

FREE = ["SL - gratis or not?", "is NPQH on the house", "do I need my cheque book for it"]
LENGTH = ["SL - months from first day to last?", "NPQH, start to finish", "by when am I done with it"]


def test_it_is_named_by_the_model_and_by_what_was_learned(tmp_path: Path) -> None:
    other = tmp_path / "other.npz"
    other.write_bytes(b"other")
    assert TunedEmbedder().model_id.startswith(SentenceEmbedder().model_id)
    assert len({SentenceEmbedder().model_id, TunedEmbedder().model_id, TunedEmbedder(other).model_id}) == 3


@pytest.fixture(scope="module")
def tuned() -> TunedEmbedder:
    return TunedEmbedder()


def _apart(embedder: SentenceEmbedder) -> float:
    """The mean cosine of questions that ask the same less that of those that do not."""
    rows = embedder.encode([*FREE, *LENGTH])
    cosines = rows @ rows.T
    same = np.kron(np.eye(2, dtype=bool), np.ones((3, 3), dtype=bool))
    return float(cosines[same & ~np.eye(6, dtype=bool)].mean() - cosines[~same].mean())


@pytest.mark.model
def test_what_is_asked_counts_for_more_than_of_which_course(tuned: TunedEmbedder) -> None:
    assert _apart(tuned) > _apart(SentenceEmbedder()) + 0.1


@pytest.mark.model
def test_vectors_have_length_one(tuned: TunedEmbedder) -> None:
    assert np.allclose(np.linalg.norm(tuned.encode(FREE), axis=1), 1, atol=1e-5)


@pytest.mark.model
def test_tuning_brings_ways_of_asking_together_and_leaves_the_models_own_weights() -> None:
    passages = make_passages(
        [make_entry("faq-free", "Free", ["x"], ask=FREE), make_entry("faq-long", "Long", ["x"], ask=LENGTH)]
    )
    embedder = SentenceEmbedder()
    before = _apart(embedder)
    vectors = embedder.encode([passage.text for passage in passages])
    model = embedder.loaded_model()
    network: Any = model[0].auto_model
    own = network.encoder.layer[0].output.dense.weight.detach().clone()
    put_beside(network)
    tune(model, passages, [passage.text for passage in passages], vectors, epochs=20, entries=2)
    model.eval()
    assert _apart(embedder) > before
    assert np.array_equal(own, network.encoder.layer[0].output.dense.layer.weight.detach())
    assert learned_of(network).keys() == set(np.load(MATRICES).files)
