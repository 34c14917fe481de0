"""Weigh the entries that might answer one question, and say how sure the best one is.

The weights are few, named, and measured by the evaluation's ablations; nothing here is learned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor.dialogue.intents import IntentSpec
from advisor.dialogue.understanding import Ask
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.schema import Entry, Kind
from advisor.retrieval.ranking import ScoredPassage

TOPIC_WEIGHT = 0.14
COURSE_MATCH = 0.10
OTHER_COURSE = -0.30
UNASKED_COURSE = -0.07
KIND_WEIGHT: Mapping[Kind, float] = {
    Kind.FAQ: 0.0,
    Kind.COURSE: 0.0,
    Kind.FRAMEWORK: -0.03,
    Kind.POLICY: -0.04,
    Kind.CONFLICT: -0.06,
    Kind.GLOSSARY: -0.03,
}
LEXICAL_WEIGHT = 0.06
ATTRIBUTE_BASE, ATTRIBUTE_WEIGHT = 0.45, 0.35
SURE, MAYBE = 0.52, 0.42
"""At SURE an entry answers; between the two it is offered as the nearest thing known; below, nothing is. Set on
development questions, see docs/decisions."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may answer, its similarity to the question and its score."""

    entry: Entry
    similarity: float
    score: float


def weigh(
    ask: Ask,
    hits: Iterable[ScoredPassage],
    base: KnowledgeBase,
    specs: Mapping[str, IntentSpec],
    as_of: date,
) -> tuple[Candidate, ...]:
    """Return the candidates, best first; the asked attribute of the asked course is always among them."""
    topics = _topics(ask, specs)
    best: dict[str, Candidate] = {}
    for hit in hits:
        entry = base.entries.get(hit.passage.entry_id)
        if entry is None or entry.id.startswith("policy-standing"):
            continue
        similarity = hit.similarity or 0.0
        score = similarity + _adjust(entry, ask, topics) + LEXICAL_WEIGHT / max(1, hit.ranks.get("lexical", 99))
        best[entry.id] = Candidate(entry, similarity, score)
    for entry, probability in _attributes(ask, base, specs, as_of):
        floor = ATTRIBUTE_BASE + ATTRIBUTE_WEIGHT * probability
        found = best.get(entry.id)
        if found is None or found.score < floor:
            best[entry.id] = Candidate(entry, found.similarity if found else 0.0, floor)
    return tuple(sorted(best.values(), key=lambda c: (-round(c.score, 6), c.entry.id)))


def _topics(ask: Ask, specs: Mapping[str, IntentSpec]) -> dict[str, float]:
    topics: dict[str, float] = {}
    for name, probability in ask.intents.items():
        for topic in specs[name].topics if name in specs else ():
            topics[topic] = max(topics.get(topic, 0.0), probability)
    return topics


def _adjust(entry: Entry, ask: Ask, topics: Mapping[str, float]) -> float:
    adjusted = KIND_WEIGHT[entry.kind] + TOPIC_WEIGHT * max((topics.get(t, 0.0) for t in entry.topics), default=0.0)
    if ask.courses and entry.courses:
        if set(ask.courses) == set(entry.courses) or (len(ask.courses) == 1 and ask.courses[0] in entry.courses):
            adjusted += COURSE_MATCH
        elif not set(ask.courses) & set(entry.courses):
            adjusted += OTHER_COURSE
    elif entry.courses and len(entry.courses) < 4:
        adjusted += UNASKED_COURSE
    return adjusted


def _attributes(
    ask: Ask, base: KnowledgeBase, specs: Mapping[str, IntentSpec], as_of: date
) -> Iterable[tuple[Entry, float]]:
    if len(ask.courses) != 1:
        return
    for name, probability in ask.intents.items():
        attribute = specs[name].attribute if name in specs else None
        if attribute and probability >= 0.5:
            entry = base.attribute(ask.courses[0], attribute, as_of)
            if entry is not None:
                yield entry, probability
