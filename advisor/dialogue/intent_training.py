"""Train the intent classifier from authored examples; the only importer of scikit-learn.

Run when the index is built, so that using it needs NumPy only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from advisor.dialogue.intents import IntentModel, IntentSpec
from advisor.knowledge.schema import Entry, Kind

_REGULARISATION = 20.0
"""Weak, since the examples are many and clean; unbalanced, so that the probabilities mean what they say."""


def collect_examples(
    specs: Mapping[str, IntentSpec], entries: Iterable[Entry], mask: Callable[[str], str]
) -> list[tuple[str, frozenset[str]]]:
    """Return example texts with their intents: the authored ones, and the phrasings of entries by topic or attribute."""
    by_topic: dict[str, set[str]] = {}
    by_attribute: dict[str, set[str]] = {}
    for spec in specs.values():
        for topic in spec.topics:
            by_topic.setdefault(topic, set()).add(spec.name)
        if spec.attribute:
            by_attribute.setdefault(spec.attribute, set()).add(spec.name)
    examples = [(mask(text), frozenset({spec.name})) for spec in specs.values() for text in spec.examples]
    for entry in entries:
        if entry.kind == Kind.COURSE:
            labels = by_attribute.get(entry.attribute or "", set())
        elif entry.kind == Kind.FAQ:
            labels = set().union(*(by_topic.get(topic, set()) for topic in entry.topics))
        else:
            continue
        if labels:
            examples += [(mask(text), frozenset(labels)) for text in (entry.title, *entry.ask)]
    return examples


def train_intents(examples: Sequence[tuple[str, frozenset[str]]], vectors: NDArray[np.float32]) -> IntentModel:
    """Fit one regularised logistic regression an intent on the sentence vectors, one row an example.

    Method: one against the rest, so that a message may want several things, or nothing, which is abstention.
    """
    labels = sorted(set().union(*(names for _, names in examples)))
    weights, bias = [], []
    for label in labels:
        target = np.array([label in names for _, names in examples])
        fitted = LogisticRegression(C=_REGULARISATION, max_iter=2000).fit(vectors, target)
        weights.append(fitted.coef_[0])
        bias.append(fitted.intercept_[0])
    return IntentModel(tuple(labels), np.asarray(weights, dtype=np.float32), np.asarray(bias, dtype=np.float32))
