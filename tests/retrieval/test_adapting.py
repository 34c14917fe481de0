"""The learned map on sentence vectors: what it may learn from, that it learns it, and that the search uses it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from advisor.knowledge.passages import Passage, make_passages
from advisor.retrieval.adapter_training import train_adapter
from advisor.retrieval.adapting import Adapter, Turned, tuned_arrays, tuned_vectors, turned_from
from advisor.retrieval.dense import DenseRetriever
from advisor.retrieval.embedding import Vectors
from tests.retrieval.samples import TODAY, make_entry

DIMENSIONS = 8
ENTRIES = [make_entry(f"faq-{n}", f"Title {n}", ["Text."], ask=[f"way {n}.{m}" for m in range(12)]) for n in range(3)]
PASSAGES = make_passages(ENTRIES)


def vectors_with_noise(passages: Sequence[Passage], loudness: float = 3.0) -> Vectors:
    """Three quiet dimensions tell the entries apart; the other five are noise, and louder."""
    random = np.random.default_rng(7)
    signal = np.array([[float(p.entry_id == entry.id) for entry in ENTRIES] for p in passages])
    noise = random.normal(size=(len(passages), DIMENSIONS - len(ENTRIES))) * loudness
    rows = np.hstack([signal, noise])
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def separation(vectors: Vectors) -> float:
    """The mean cosine within an entry less that between entries."""
    same = np.array([[a.entry_id == b.entry_id for b in PASSAGES] for a in PASSAGES])
    cosines = vectors @ vectors.T
    return float(cosines[same & ~np.eye(len(PASSAGES), dtype=bool)].mean() - cosines[~same].mean())


def test_training_brings_the_ways_of_asking_an_entry_together() -> None:
    vectors = vectors_with_noise(PASSAGES)
    turned = turned_from(train_adapter(PASSAGES, vectors), PASSAGES, vectors, _Fixed(), None)
    assert turned is not None
    assert separation(turned.vectors) > separation(vectors)


def test_training_twice_gives_the_same_weights() -> None:
    vectors = vectors_with_noise(PASSAGES)
    first, second = (train_adapter(PASSAGES, vectors)["adapter_weights"] for _ in range(2))
    assert np.array_equal(first, second)


def test_entries_asked_in_too_few_ways_teach_nothing() -> None:
    passages = make_passages([make_entry("faq-a", "Deferring", ["Defer."])])
    assert train_adapter(passages, vectors_with_noise(passages)) == {}
    assert turned_from({}, passages, vectors_with_noise(passages), _Fixed(), None) is None


def test_adapted_vectors_have_length_one() -> None:
    adapter = Adapter(np.diag([2.0, 1.0]).astype(np.float32))
    assert adapter(np.array([0.6, 0.8], dtype=np.float32)) == pytest.approx(np.array([1.2, 0.8]) / np.hypot(1.2, 0.8))
    assert np.linalg.norm(adapter(np.eye(2, dtype=np.float32)), axis=1) == pytest.approx([1.0, 1.0])


class _Fixed:
    """An embedder of one question."""

    model_id = "fixed"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.encode_query(text) for text in texts])

    def encode_query(self, text: str) -> Vectors:
        return np.array([0.8, 0.6], dtype=np.float32)

    def too_long(self, texts: Sequence[str]) -> list[int]:
        return []


def _second_counts_more(vectors: Vectors) -> Turned:
    adapter = Adapter(np.diag([1.0, 4.0]).astype(np.float32))
    return Turned(adapter(vectors), lambda text: adapter(_Fixed().encode_query(text)))


def test_the_search_sees_how_near_entries_are_through_the_adapter() -> None:
    entries = [make_entry(id_, id_, ["Text."]) for id_ in ("faq-a", "faq-b")]
    passages = make_passages(entries)
    vectors = np.array([[1.0, 0.0] if p.entry_id == "faq-a" else [0.0, 1.0] for p in passages], dtype=np.float32)

    def nearest(turned: Turned | None) -> str:
        near = DenseRetriever(passages, vectors, _Fixed(), turned).nearness("which?")
        return max(near, key=near.__getitem__)

    assert (nearest(None), nearest(_second_counts_more(vectors))) == ("faq-a", "faq-b")


def test_the_similarity_told_to_others_stays_the_models_own() -> None:
    passages = make_passages([make_entry("faq-a", "faq-a", ["Text."])])
    vectors = np.array([[1.0, 0.0]] * len(passages), dtype=np.float32)
    retriever = DenseRetriever(passages, vectors, _Fixed(), _second_counts_more(vectors))
    assert retriever.search("which?", 1, TODAY)[0].similarity == pytest.approx(0.8)


class _Counting(_Fixed):
    """A tuned model that counts what it encodes."""

    def __init__(self, model_id: str) -> None:
        self.model_id = model_id
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        return super().encode(texts)


def test_only_what_is_new_to_the_tuned_model_is_encoded() -> None:
    first, again, retuned = _Counting("tuned"), _Counting("tuned"), _Counting("tuned anew")
    kept = tuned_arrays(PASSAGES, tuned_vectors({}, PASSAGES, first), first)
    more = make_passages([*ENTRIES, make_entry("faq-new", "New", ["Text."])])
    assert tuned_vectors(kept, more, again).shape == (len(more), 2)
    assert again.encoded == [passage.text for passage in more if passage.entry_id == "faq-new"]
    tuned_vectors(kept, PASSAGES, retuned)
    assert len(retuned.encoded) == len(first.encoded)


def test_with_a_tuned_model_its_vectors_are_turned_and_not_the_plain_ones() -> None:
    class _Tuned(_Counting):
        def encode(self, texts: Sequence[str]) -> Vectors:
            return np.array([[0.8, 0.6]] * len(texts), dtype=np.float32)

        def encode_query(self, text: str) -> Vectors:
            return np.array([0.0, 1.0], dtype=np.float32)

    tuned = _Tuned("tuned")
    weights = {"adapter_weights": np.eye(2, dtype=np.float32)}
    arrays = weights | tuned_arrays(PASSAGES, tuned_vectors({}, PASSAGES, tuned), tuned)
    plain = np.array([[1.0, 0.0]] * len(PASSAGES), dtype=np.float32)
    turned = turned_from(arrays, PASSAGES, plain, _Fixed(), tuned)
    assert turned is not None
    assert turned.vectors[0] == pytest.approx([0.8, 0.6], abs=1e-3)
    assert turned.encode_query("which?") == pytest.approx([0.0, 1.0])
    assert turned.among([1, 0]).vectors == pytest.approx(turned.vectors[[1, 0]])
