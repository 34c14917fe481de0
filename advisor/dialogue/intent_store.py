"""Turn the trained classifier, and the vectors of its examples, into arrays that lie beside the index, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.dialogue.intents import IntentModel

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
_VERSION = "3"
"""Counted up when training changes, so that an index with an old classifier is built again."""


def intent_key(content_hash: str) -> str:
    """Return what stands for everything the classifier is made from."""
    return f"intents-{_VERSION}-{content_hash}"


def arrays_of(model: IntentModel) -> dict[str, NDArray[Any]]:
    """Return the model as named arrays."""
    return {"intent_labels": np.array(model.labels), "intent_weights": model.weights, "intent_bias": model.bias}


def model_from(arrays: Mapping[str, NDArray[Any]]) -> IntentModel | None:
    """Return the model, None where the index holds none."""
    if "intent_labels" not in arrays:
        return None
    labels = tuple(str(label) for label in arrays["intent_labels"])
    return IntentModel(labels, arrays["intent_weights"], arrays["intent_bias"])


def vectors_of(texts: Sequence[str], lent: Mapping[str, NDArray[Any]], encode: Encode) -> NDArray[np.float32]:
    """Return one vector a text, encoding only texts that `lent` does not hold: most examples outlive a correction."""
    known: dict[str, NDArray[Any]] = {}
    if "example_keys" in lent and "example_vectors" in lent:
        known = dict(zip((str(key) for key in lent["example_keys"]), lent["example_vectors"], strict=True))
    fresh = [text for text in dict.fromkeys(texts) if _key_of(text) not in known]
    if fresh:
        known |= dict(zip(map(_key_of, fresh), encode(fresh), strict=True))
    return np.stack([known[_key_of(text)] for text in texts]).astype(np.float32)


def kept_vectors(
    examples: Sequence[tuple[str, frozenset[str]]], vectors: NDArray[np.float32]
) -> dict[str, NDArray[Any]]:
    """Return the examples' vectors as named arrays, each text once, for `vectors_of` to take them from."""
    row_of = {_key_of(text): row for row, (text, _) in enumerate(examples)}
    keys = sorted(row_of)
    return {"example_keys": np.array(keys), "example_vectors": vectors[[row_of[key] for key in keys]]}


def _key_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
