"""Every sentence of the rules names sources that we hold, and every figure in it is recorded for one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from advisor.knowledge.figures import find_figures, supported
from advisor.knowledge.loader import load_knowledge
from advisor.rules import another, senco_deadline, suitability
from advisor.rules.finding import Finding, Position
from advisor.rules.fits import load_fits
from advisor.rules.funding.book import load_intakes, load_types
from advisor.rules.funding.divergences import DIVERGENCES
from advisor.rules.funding.rulesets import CONDITIONS
from advisor.rules.funding.trace import (
    NOTHING_ALONE_CHANGES_IT,
    OTHER_WAYS_TO_PAY,
    PLACE_NOT_GUARANTEED,
    REVIEW_NEXT,
)
from advisor.rules.offers import load_offers

ROOT = Path(__file__).parents[2] / "knowledge"
Sentence = tuple[str, str, tuple[str, ...]]


def sentences() -> Iterator[Sentence]:
    """Yield where each sentence is, the sentence, and its sources."""
    for name, conditions in CONDITIONS.items():
        for each in conditions:
            yield f"{name}.{each.name}", each.text, each.sources
    for divergence in DIVERGENCES:
        yield divergence.name, divergence.text, divergence.sources
    for step in (OTHER_WAYS_TO_PAY, NOTHING_ALONE_CHANGES_IT, PLACE_NOT_GUARANTEED, REVIEW_NEXT):
        yield step.condition, step.because, (step.source,)
    yield from sentences_of_progression()
    yield from sentences_of_findings()


def sentences_of_progression() -> Iterator[Sentence]:
    fits = load_fits()
    for fit in fits.fit:
        yield f"progression {fit.course}", fit.text, fit.sources
    for unfit in fits.unfit:
        yield f"progression {unfit.course}", unfit.text, unfit.sources
    for near in fits.near_miss:
        yield f"progression {near.course}", near.text, near.sources


def sentences_of_findings() -> Iterator[Sentence]:
    held = [value for module in (another, suitability, senco_deadline) for value in vars(module).values()]
    groups = [
        value.values() if isinstance(value, dict) else value for value in held if isinstance(value, (dict, tuple))
    ]
    for finding in (*held, *(each for group in groups for each in group)):
        if isinstance(finding, (Finding, Position)):
            yield finding.text[:40], finding.text, finding.sources


ALL = list({sentence[:2]: sentence for sentence in sentences()}.values())
BASE, _ = load_knowledge(ROOT)


def test_every_sentence_names_sources_that_we_hold() -> None:
    unknown = [(place, source) for place, _, sources in ALL for source in sources if source not in BASE.sources]
    assert unknown == []
    assert [place for place, _, sources in ALL if not 1 <= len(sources) <= 3] == []
    assert len(ALL) > 100


def test_every_figure_in_a_sentence_is_recorded_for_one_of_its_sources() -> None:
    unrecorded = []
    for _, text, sources in ALL:
        written = (figure for source in sources for figure in BASE.sources[source].figures)
        recorded = frozenset(figure for each in written for figure in find_figures(each))
        figures = find_figures(text)
        unrecorded += [(text, figure) for figure in figures - supported(figures, recorded)]
    assert unrecorded == []


def test_every_sentence_is_one_short_sentence() -> None:
    assert [text for _, text, _ in ALL if not text.endswith(".") or ". " in text or len(text.split()) > 30] == []


def test_the_sources_of_the_rulesets_and_offers_are_held() -> None:
    named = {source for intake in load_intakes() for source in intake.sources}
    named |= {source for types in load_types() for source in types.sources}
    named |= {source for offer in load_offers() for source in offer.sources}
    assert named <= set(BASE.sources)
