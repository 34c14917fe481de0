from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from advisor.dialogue.intent_store import kept_vectors, vectors_of
from advisor.dialogue.intent_training import collect_examples, train_intents
from advisor.dialogue.intents import read_intents
from advisor.knowledge.schema import Entry, Kind

SPECS = read_intents(
    {
        "intent": {
            "funding": {"topics": ["funding"], "examples": ["is NPQH funded"]},
            "cost": {"topics": ["funding", "cost"], "examples": ["the price"]},
            "length": {"attribute": "length", "examples": ["how long"]},
        }
    }
)


def entry(kind: Kind, title: str, **fields: object) -> Entry:
    day = date(2026, 1, 1)
    held: dict[str, object] = {
        "id": title, "kind": kind, "title": title, "statements": (), "valid_from": day, "checked_on": day, "file": "x",
        "line": 1,
    }  # fmt: skip
    return Entry.model_validate(held | fields)


ENTRIES = [
    entry(Kind.FAQ, "Who pays?", topics=("funding",), ask=("who foots the bill",), ask_held_out=("held out",)),
    entry(Kind.FAQ, "Something else", topics=("conduct",)),
    entry(Kind.COURSE, "Length", attribute="length", ask=("months of npqh",)),
    entry(Kind.COURSE, "Price", attribute="price"),
    entry(Kind.GLOSSARY, "PP50", topics=("funding",)),
]


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """A tiny embedding: one dimension a telling word."""
    words = ("fund", "pay", "bill", "price", "long", "month")
    return np.array([[float(word in text.lower()) for word in words] for text in texts], dtype=np.float32)


def test_examples_come_from_the_intents_and_from_the_phrasings_of_their_entries() -> None:
    examples = dict(collect_examples(SPECS, ENTRIES, str.upper))
    assert examples == {
        "IS NPQH FUNDED": {"funding"},
        "THE PRICE": {"cost"},
        "HOW LONG": {"length"},
        "Who pays?".upper(): {"funding", "cost"},
        "WHO FOOTS THE BILL": {"funding", "cost"},
        "LENGTH": {"length"},
        "MONTHS OF NPQH": {"length"},
    }


def test_held_out_phrasings_are_never_learned() -> None:
    assert not [text for text, _ in collect_examples(SPECS, ENTRIES, str) if "held" in text]


@pytest.mark.parametrize(
    ("text", "wanted"), [("is it funded", "funding"), ("how long in months", "length"), ("price", "cost")]
)
def test_the_trained_classifier_tells_its_examples_apart(text: str, wanted: str) -> None:
    examples = collect_examples(SPECS, ENTRIES, str.lower)
    model = train_intents(examples, encode([text for text, _ in examples]))
    probabilities = model.probabilities(encode([text])[0])
    assert max(probabilities, key=probabilities.__getitem__) == wanted
    assert probabilities[wanted] > 0.5


def test_training_twice_gives_the_same_model() -> None:
    examples = collect_examples(SPECS, ENTRIES, str.lower)
    vectors = encode([text for text, _ in examples])
    one, two = train_intents(examples, vectors), train_intents(examples, vectors)
    assert one.labels == two.labels == ("cost", "funding", "length")
    assert np.array_equal(one.weights, two.weights)


def test_examples_known_already_are_not_encoded_again() -> None:
    asked: list[str] = []

    def listening(texts: Sequence[str]) -> NDArray[np.float32]:
        asked.extend(texts)
        return encode(texts)

    examples = [(text, frozenset({"cost"})) for text in ("price", "what it costs", "price")]
    first = vectors_of([text for text, _ in examples], {}, listening)
    assert asked == ["price", "what it costs"]
    again = vectors_of(["what it costs", "the fee", "price"], kept_vectors(examples, first), listening)
    assert asked == ["price", "what it costs", "the fee"]
    assert np.array_equal(again, encode(["what it costs", "the fee", "price"]))
