"""Tell which topics, and which attributes of a course, one ask wants, and how much each counts."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.dialogue.asking import Ask
from advisor.dialogue.intents import IntentSpec

LEARNED_TOPIC, CUED_TOPIC = 0.08, 0.18
CUED_ATTRIBUTE, LEARNED_ATTRIBUTE = 0.98, 0.82
NOT_THE_ASSESSMENT = 0.6
"""Who has failed or waits for a result does not ask what the assessment is."""


def cued_topics_of(ask: Ask, specs: Mapping[str, IntentSpec], *, of_attributes: bool) -> frozenset[str]:
    """Return the topics that exact words tell: of wants that a course's own record answers, or of the others."""
    cued = (specs[name] for name in ask.cues if name in specs)
    return frozenset(topic for spec in cued if bool(spec.attribute) is of_attributes for topic in spec.topics)


def topics_of(ask: Ask, specs: Mapping[str, IntentSpec]) -> dict[str, float]:
    """Return the bonus of each topic: what exact words tell counts for more than what the classifier guesses."""
    topics: dict[str, float] = {}
    for name, probability in ask.intents.items():
        bonus = CUED_TOPIC if name in ask.cues else LEARNED_TOPIC * probability
        for topic in specs[name].topics if name in specs else ():
            topics[topic] = max(topics.get(topic, 0.0), bonus)
    return topics


def attributes_of(ask: Ask, specs: Mapping[str, IntentSpec]) -> dict[str, float]:
    """Return the score of each course attribute that the ask wants."""
    found: dict[str, float] = {}
    for name, probability in ask.intents.items():
        attribute = specs[name].attribute if name in specs else None
        if name == "assessment" and ask.cues & {"results", "resit"}:
            found["assessment"] = NOT_THE_ASSESSMENT
        elif attribute and name in ask.cues:
            found[attribute] = max(found.get(attribute, 0.0), CUED_ATTRIBUTE)
        elif attribute and probability >= 0.5:
            found[attribute] = max(found.get(attribute, 0.0), LEARNED_ATTRIBUTE * min(1.0, 0.4 + probability * 0.6))
    return found
