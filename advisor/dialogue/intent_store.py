"""Turn the trained classifier into arrays that lie beside the index, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.dialogue.intents import IntentModel

_VERSION = "2"
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
