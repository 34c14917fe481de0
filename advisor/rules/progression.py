"""Suggest which NPQ fits next, and why, with the course that a reader may have expected instead.

May they start it and may it be paid again is for `another.py`; whether it is funded is for `decision.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from advisor.core.courses import (
    COURSES,
    EARLY_HEADSHIP_COACHING,
    EXECUTIVE_LEADERSHIP,
    HEADSHIP,
    SENCO,
    SENIOR_LEADERSHIP,
)
from advisor.core.facts import FactSet
from advisor.rules.fits import Fits, load_fits
from advisor.rules.history import FAILED, NASENCO, WITHDRAWN, Earlier, completed, earlier_npqs, held_or_underway

_ORDER = {course: place for place, course in enumerate(COURSES)}
_FITTED_BY = ("role", "role_wanted", "aims", "early_years_setting", "phase", "employment_type")
_WHOLE_SCHOOL = (SENIOR_LEADERSHIP, HEADSHIP, EXECUTIVE_LEADERSHIP)
_MOST = 3
_AGAIN_COSTS = 4  # what it takes off that they failed or left it before
_FIRST_YEARS = 5


@dataclass(frozen=True, slots=True)
class Because:
    """One reason in one sentence, with its sources and the fact that it rests on."""

    text: str
    sources: tuple[str, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A course that fits next; the strongest reason comes first."""

    course: str
    score: int
    because: tuple[Because, ...]
    instead_of: tuple[tuple[str, Because], ...] = ()  # a course that is nearly it, with why it is not


def suggest(facts: FactSet, as_of: date, fits: Fits | None = None) -> tuple[Suggestion, ...]:
    """Return up to three courses, best first; none that is held or under way, and none where nothing is known."""
    fits = fits or load_fits()
    earlier = earlier_npqs(facts)
    reasons = _weigh(facts, earlier, as_of, fits)
    held = held_or_underway(earlier)
    for course in (*held, *_ruled_out(facts, fits, reasons, held)):
        reasons.pop(course, None)
    again = {each.equivalent for each in earlier if each.status in (FAILED, WITHDRAWN)}
    scored = [_suggestion(course, found, course in again) for course, found in reasons.items()]
    ranked = sorted(scored, key=lambda each: (-each.score, _ORDER[each.course]))[:_MOST]
    nearly = {each.course for each in ranked}
    return tuple(_with_near_misses(each, nearly - held, fits) for each in ranked if each.score > 0)


def _weigh(
    facts: FactSet, earlier: tuple[Earlier, ...], as_of: date, fits: Fits
) -> dict[str, list[tuple[int, Because]]]:
    reasons: dict[str, list[tuple[int, Because]]] = defaultdict(list)
    for fact, values in _values(facts, earlier):
        for fit in fits.fit:
            if fit.fact == fact and values.intersection(fit.values):
                reasons[fit.course].append((fit.score, Because(fit.text, fit.sources, fact)))
    if is_new_head(facts, as_of) and not reasons[EARLY_HEADSHIP_COACHING]:
        text = (
            "The coaching offer is for the first five years of headship, with a coach and a network of other new heads."
        )
        reasons[EARLY_HEADSHIP_COACHING].append((9, Because(text, ("dfe-service-screens", "dfe-pd-ehco"), "role")))
    return {course: found for course, found in reasons.items() if found}


def _values(facts: FactSet, earlier: tuple[Earlier, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    for fact in _FITTED_BY:
        held = facts.get(fact)
        if isinstance(held, str):
            yield fact, frozenset((held,))
        elif isinstance(held, tuple):
            yield fact, frozenset(str(item) for item in held)
    yield "held", frozenset(completed(earlier))


def is_new_head(facts: FactSet, as_of: date) -> bool:
    """Return whether somebody is known to be in the first five years of headship."""
    if facts.get("in_first_five_years_of_headship") is not None:
        return facts.get("in_first_five_years_of_headship") is True
    start = facts.get("headship_start")
    if facts.get("role") == "new_headteacher":
        return True
    return isinstance(start, str) and as_of < date(int(start[:4]) + _FIRST_YEARS, int(start[5:7]), 1)


def _ruled_out(
    facts: FactSet, fits: Fits, reasons: dict[str, list[tuple[int, Because]]], held: frozenset[str]
) -> Iterator[str]:
    """Yield the courses that do not fit; one named in its place takes over their weight."""
    for unfit in fits.unfit:
        if unfit.instead in held:  # the step before it is done, so it is the next one
            continue
        value = facts.get(unfit.fact)
        if value in unfit.values and unfit.course in reasons:
            if unfit.instead:
                weight = max(score for score, _ in reasons[unfit.course])
                because = Because(unfit.instead_text, unfit.sources, unfit.fact)
                reasons.setdefault(unfit.instead, []).append((weight, because))
            yield unfit.course
    if facts.get("is_headteacher") is False or facts.get("in_first_five_years_of_headship") is False:
        yield EARLY_HEADSHIP_COACHING
    if _holds_senco_award(facts):
        yield SENCO
    aims = facts.get("aims")
    if isinstance(aims, tuple) and "no_leadership" in aims:
        yield from _WHOLE_SCHOOL


def _holds_senco_award(facts: FactSet) -> bool:
    return any(each.course == NASENCO for each in earlier_npqs(facts))


def _suggestion(course: str, found: list[tuple[int, Because]], again: bool) -> Suggestion:
    """Return the suggestion: each fact counts once, by its strongest reason."""
    ordered = sorted(found, key=lambda each: -each[0])
    strongest = {because.fact: score for score, because in reversed(ordered)}
    score = sum(strongest.values()) - (_AGAIN_COSTS if again else 0)
    return Suggestion(course, score, tuple(because for _, because in ordered))


def _with_near_misses(suggestion: Suggestion, others: set[str], fits: Fits) -> Suggestion:
    near = tuple(
        (each.instead_of, Because(each.text, each.sources, "course"))
        for each in fits.near_miss
        if each.course == suggestion.course and (each.instead_of in others)
    )
    return Suggestion(suggestion.course, suggestion.score, suggestion.because, near)


def why_not(course: str, suggestion: Suggestion, fits: Fits | None = None) -> Because | None:
    """Return why `course` is not the one suggested, None where the two are not near."""
    for each in (fits or load_fits()).near_miss:
        if each.course == suggestion.course and each.instead_of == course:
            return Because(each.text, each.sources, "course")
    return None
