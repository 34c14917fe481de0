from __future__ import annotations

import numpy as np
import pytest

from advisor.dialogue.intent_store import arrays_of, intent_key, model_from
from advisor.dialogue.intents import CUE_PROBABILITY, IntentModel, find_cues, read_intents, score_intents

TABLE = {
    "intent": {
        "funding": {"topics": ["funding"], "cues": ["funded", "free", "pp50"], "examples": ["who pays"]},
        "length": {"attribute": "length", "cues": ["how long", "£"], "examples": ["duration"]},
        "inform": {},
    }
}
SPECS = read_intents(TABLE)


def model(bias: tuple[float, float] = (0.0, 0.0)) -> IntentModel:
    weights = np.array([[4.0, 0.0], [0.0, 4.0]], dtype=np.float32)
    return IntentModel(("funding", "length"), weights, np.array(bias, dtype=np.float32))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is it FUNDED?", {"funding"}),
        ("how long and is it free", {"funding", "length"}),
        ("freedom of speech", set()),
        ("unfunded", set()),
        ("£5", set()),
        ("in £ please", {"length"}),
        ("", set()),
    ],
)
def test_a_cue_is_a_whole_word(text: str, names: set[str]) -> None:
    assert find_cues(text, SPECS) == names


def test_an_intent_may_have_neither_cues_nor_topics() -> None:
    assert (SPECS["inform"].cue, SPECS["inform"].topics, SPECS["inform"].attribute) == (None, (), None)
    assert list(SPECS) == ["funding", "length", "inform"]


def test_without_a_model_the_cues_alone_decide() -> None:
    assert score_intents("is it free", None, SPECS, None) == {"funding": CUE_PROBABILITY, "length": 0.0, "inform": 0.0}
    assert score_intents("is it free", None, SPECS, model())["length"] == 0.0


def test_what_is_learned_and_what_is_cued_each_count_for_the_most() -> None:
    vector = np.array([0.0, 1.0], dtype=np.float32)
    scores = score_intents("is it free", vector, SPECS, model())
    assert scores["funding"] == CUE_PROBABILITY
    assert scores["length"] == pytest.approx(1 / (1 + np.exp(-4.0)), abs=1e-6)
    sure = np.array([1.0, 0.0], dtype=np.float32)
    assert score_intents("is it free", sure, SPECS, model((4.0, 0.0)))["funding"] > CUE_PROBABILITY


def test_several_intents_may_hold_at_once_and_none_as_well() -> None:
    both = model().probabilities(np.array([1.0, 1.0], dtype=np.float32))
    assert min(both.values()) > 0.9
    none = model().probabilities(np.array([-1.0, -1.0], dtype=np.float32))
    assert max(none.values()) < 0.1


def test_a_model_goes_to_arrays_and_back() -> None:
    kept = model((0.5, -0.5))
    back = model_from(arrays_of(kept))
    assert back is not None
    assert back.labels == kept.labels
    assert np.array_equal(back.weights, kept.weights)
    assert np.array_equal(back.bias, kept.bias)


def test_an_index_without_a_model_has_none() -> None:
    assert model_from({}) is None


def test_the_key_follows_the_content() -> None:
    assert intent_key("a") == intent_key("a") != intent_key("b")
