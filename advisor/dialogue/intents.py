"""Tell what somebody wants from the words of one question: learned from examples, and exact cues.

Training is `intent_training.py`'s part and happens when the index is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

CUE_PROBABILITY = 0.9
"""What a cue is worth: sure, but below an example the classifier knows by heart."""


@dataclass(frozen=True, slots=True)
class IntentSpec:
    """One intent as the content tree declares it."""

    name: str
    topics: tuple[str, ...]
    attribute: str | None
    cue: re.Pattern[str] | None
    examples: tuple[str, ...]
    fallback: str | None = None  # the general entry for it, where nothing closer is found
    specific: bool = False  # its cues say more than "funded" does: an entry answers, and the verdict stands beside it


@dataclass(frozen=True, slots=True)
class IntentModel:
    """One logistic regression an intent: weights of shape (intents, dimensions), bias of shape (intents,)."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, vector: NDArray[np.float32]) -> dict[str, float]:
        """Return the probability of each intent, each on its own: several may hold at once."""
        logits = self.weights @ vector + self.bias
        return dict(zip(self.labels, (1 / (1 + np.exp(-logits))).astype(float).tolist(), strict=True))


def read_intents(table: Mapping[str, Any]) -> dict[str, IntentSpec]:
    """Return the intents declared in `intents.toml`, in order."""
    return {name: _read_intent(name, fields) for name, fields in table["intent"].items()}


def _read_intent(name: str, fields: Mapping[str, Any]) -> IntentSpec:
    cues = sorted(fields.get("cues", ()), key=len, reverse=True)
    pattern = "|".join((*fields.get("cue_patterns", ()), *(re.escape(cue) for cue in cues)))
    return IntentSpec(
        name,
        tuple(fields.get("topics", ())),
        fields.get("attribute"),
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None,
        tuple(fields.get("examples", ())),
        fields.get("fallback"),
        bool(fields.get("specific", False)),
    )


def find_cues(text: str, specs: Mapping[str, IntentSpec]) -> frozenset[str]:
    """Return the intents that exact words of `text` tell, hyphens or none: "out-of-school" is "out of school"."""
    apart = text.replace("-", " ")
    return frozenset(
        name
        for name, spec in specs.items()
        if spec.cue is not None and (spec.cue.search(text) or spec.cue.search(apart))
    )


def score_intents(
    text: str, vector: NDArray[np.float32] | None, specs: Mapping[str, IntentSpec], model: IntentModel | None
) -> dict[str, float]:
    """Return a probability for each intent; where there is no vector or no model the cues alone decide."""
    learned = model.probabilities(vector) if model is not None and vector is not None else {}
    cued = find_cues(text, specs)
    return {name: max(learned.get(name, 0.0), CUE_PROBABILITY if name in cued else 0.0) for name in specs}
