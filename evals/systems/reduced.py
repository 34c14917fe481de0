"""The adviser with one part switched off, to see what that part is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from advisor.build import build_advisor
from advisor.dialogue.text.spelling import Speller
from advisor.pipeline import Advisor
from advisor.retrieval.embedding import Embedder
from advisor.retrieval.hybrid import HybridOptions
from advisor.settings import Settings
from evals.systems.adviser import AdviserSystem

ALL_ON = HybridOptions()


@dataclass(frozen=True, slots=True)
class Removed:
    """A part that did not earn its keep, so that nobody looks for it in vain."""

    name: str
    says: str


REMOVED = (
    Removed("authority", "a small boost for a stronger source"),
    Removed("recency", "a small boost for a newer source"),
    Removed("rank fusion", "joining the two lists by rank"),
)
"""Taken out after two ablations in which each was worth 0.0 points of every measure, or measured only itself."""
DECISION = "docs/decisions/0011-retrieval.md"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that can be switched off: in retrieval by its options, elsewhere by replacing what it rests on."""

    name: str
    says: str
    options: HybridOptions = ALL_ON
    change: Callable[[Advisor], Advisor] = lambda advisor: advisor


def _without_spelling(advisor: Advisor) -> Advisor:
    lexicon = replace(advisor.needs.lexicon, speller=Speller(frozenset(), ()))
    return replace(advisor, needs=replace(advisor.needs, lexicon=lexicon))


def _without_learned_intents(advisor: Advisor) -> Advisor:
    lexicon = replace(advisor.needs.lexicon, model=None)
    return replace(advisor, needs=replace(advisor.needs, lexicon=lexicon))


def _without_learned_reader(advisor: Advisor) -> Advisor:
    lexicon = replace(advisor.needs.lexicon, told=None)
    return replace(advisor, needs=replace(advisor.needs, lexicon=lexicon))


PARTS = (
    Part("spelling", "typing mistakes are not corrected", change=_without_spelling),
    Part("intents", "what is wanted is told by cue words alone", change=_without_learned_intents),
    Part(
        "learned reader",
        "lists, posts, workplaces, earlier NPQs, what is wanted and what is not ours are read by exact words alone",
        change=_without_learned_reader,
    ),
    Part("question vectors", "ways of asking are not indexed", replace(ALL_ON, question_vectors=False)),
    Part("middle", "an entry by its nearest passage alone", replace(ALL_ON, middle=False)),
    Part(
        "adapter",
        "sentence vectors as the packaged model gives them, neither tuned nor turned",
        replace(ALL_ON, adapter=False),
    ),
    Part("lexical", "search by meaning alone", replace(ALL_ON, lexical=False)),
    Part("dense", "search by words alone", replace(ALL_ON, dense=False)),
    Part("fusion", "the dense list first, the lexical one fills up", replace(ALL_ON, fusion=False)),
    Part("dates", "entries no longer in force are found too", replace(ALL_ON, dates=False)),
)


def build_without(part: Part, settings: Settings, embedder: Embedder) -> AdviserSystem:
    """Return the adviser without one part, on the same content, index and model."""
    advisor = build_advisor(settings, embedder=embedder, options=part.options)
    return AdviserSystem(part.change(advisor))
