"""Which models the adviser is put together with."""

from __future__ import annotations

from advisor.build import build_encoders
from advisor.retrieval.embedding import SentenceEmbedder
from advisor.settings import Settings
from tests.fakes import FakeEmbedder


def test_the_packaged_model_has_a_tuned_one_whoever_hands_it_in() -> None:
    configured, handed_in = build_encoders(Settings()), build_encoders(Settings(), SentenceEmbedder())
    assert configured.tuned is not None
    assert handed_in.tuned is not None
    assert configured.key == handed_in.key != configured.plain.model_id


def test_another_model_has_none() -> None:
    other = build_encoders(Settings(), FakeEmbedder())
    assert other.tuned is None
    assert other.key == other.plain.model_id
