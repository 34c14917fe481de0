"""Decide whether a course is funded for somebody, in one intake, as the rules stood on a day.

The rules are in `advisor.rules.funding`; whether the person may take the course at all is for `suitability.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from advisor.core.courses import COURSES
from advisor.core.errors import BadFact
from advisor.core.facts import FactSet
from advisor.core.truth import Truth
from advisor.rules.funding.analysis import Change, Stated, analyse
from advisor.rules.funding.divergences import Concerned
from advisor.rules.funding.reading import fact_name, fill_in, stated_for
from advisor.rules.funding.rulesets import RuleBook, Ruleset, check_cohort, load_rule_book
from advisor.rules.funding.trace import judge, make_trace, reason_codes
from advisor.rules.offers import find_offer, is_running
from advisor.rules.verdict import Outcome, Step, Verdict, WouldChange


def decide(
    course: str, facts: FactSet, as_of: date, cohort: str | None = None, book: RuleBook | None = None
) -> Verdict:
    """Return the verdict; unknown facts stay unknown, and the rules of another intake are never used instead.

    An intake that was not said is taken to be the newest with published rules on `as_of`, and listed as assumed.
    Raises BadInput for an intake that is not a year and a letter, BadFact where two facts contradict each other.
    """
    book = book or load_rule_book()
    chosen, assumed = choose_cohort(facts, as_of, cohort, book)
    ruleset = None if chosen is None else book.find(chosen, as_of)
    if ruleset is None or course not in ruleset.policy.offered:
        return _not_published(course, chosen, as_of, assumed, book)
    return _decide(ruleset, course, facts, as_of, assumed)


def decide_all(
    facts: FactSet, as_of: date, cohort: str | None = None, book: RuleBook | None = None
) -> tuple[Verdict, ...]:
    """Return one verdict for each course, in display order: what is funded for this person."""
    return tuple(decide(course, facts, as_of, cohort, book) for course in COURSES)


def choose_cohort(
    facts: FactSet, as_of: date, cohort: str | None, book: RuleBook
) -> tuple[str | None, tuple[str, ...]]:
    """Return the intake meant and what of it was assumed; raises BadFact where two statements of it contradict."""
    stated, funding = facts.get("cohort_id"), facts.get("cohort_funding")
    if cohort is not None:
        check_cohort(cohort, book.versions)
        if stated is not None and stated != cohort:
            raise BadFact(f"The intake cannot be both {cohort} and {stated} (cohort_id).")
    chosen = cohort if cohort is not None else None if stated is None else check_cohort(stated, book.versions)
    if chosen is not None:
        _refuse_wrong_funding(chosen, funding, book)
        held = facts.known("cohort_id")
        return chosen, ("cohort",) if cohort is None and held is not None and held.how == "assumed" else ()
    published = book.published(as_of, None if funding is None else str(funding))
    return (published[-1] if published else None), ("cohort",)


def _refuse_wrong_funding(cohort: str, funding: object, book: RuleBook) -> None:
    if funding is not None and cohort in book.versions:
        real = book.versions[cohort][0].intake.funding
        if funding != real:
            raise BadFact(f"cohort_funding {funding} contradicts the intake {cohort}, whose funding is {real}.")


def _decide(ruleset: Ruleset, course: str, facts: FactSet, as_of: date, assumed: tuple[str, ...]) -> Verdict:
    stated = tuple(stated_for(course, facts).items())
    analysis = analyse(ruleset, course, stated)
    reasons, steps = _explain(ruleset, course, stated, facts.get("nation"))
    told = facts.as_mapping() if analysis.changes else {}
    return Verdict(
        course=course,
        cohort=ruleset.intake.cohort,
        outcome=analysis.outcome,
        reason=_reason(analysis.outcome, reasons),
        reasons=reasons,
        missing=analysis.missing,
        ask_next=analysis.ask_next,
        assumed=(*assumed, *(name for name, fact in facts.items() if fact.how == "assumed" and name != "cohort_id")),
        ruleset=ruleset.intake.id,
        rules_as_of=ruleset.intake.checked_on,
        steps=(*steps[:-1], *_not_running(course, ruleset.intake.cohort, as_of), *steps[-1:]),
        would_change=tuple(_would_change(change, course, told) for change in analysis.changes),
    )


@lru_cache(maxsize=20_000)
def _explain(ruleset: Ruleset, course: str, stated: Stated, nation: object) -> tuple[tuple[str, ...], tuple[Step, ...]]:
    """Return the reason codes and the trace; like the analysis, once for each state of the stated facts."""
    reading = fill_in(dict(stated), ruleset.policy)
    analysis = analyse(ruleset, course, stated)
    judged = judge(ruleset, course, reading)
    person = Concerned(course, reading, analysis.outcome, nation)
    steps = make_trace(judged, person, ruleset.intake.cohort, can_change=bool(analysis.changes))
    return reason_codes(judged, analysis.outcome), steps


@lru_cache(maxsize=1_000)
def _not_running(course: str, cohort: str, as_of: date) -> tuple[Step, ...]:
    """Return a line of the trace where nobody was listed as running the course, which no funding rule looks at."""
    offer = find_offer(cohort, as_of)
    if offer is None or is_running(course, offer) is not Truth.FALSE:
        return ()
    because = f"No provider was listed as running {COURSES[course].code} in {offer.name}."
    return (Step(condition="course_running", truth="false", because=because, source=offer.sources[0]),)


def _reason(outcome: Outcome, reasons: tuple[str, ...]) -> str | None:
    if outcome is Outcome.ELIGIBLE:
        return "funded"
    return reasons[0] if outcome.definite and reasons else None


def _would_change(change: Change, course: str, told: Mapping[str, object]) -> WouldChange:
    name = fact_name(change.name)
    to: object = change.to
    if name == "prior_applications":
        to = [{"course": course, **_FUNDED_PLACE}] if change.to else []
    return WouldChange(fact=name, was=told.get(name), to=to, outcome=change.outcome)


_FUNDED_PLACE: Mapping[str, object] = {"status": "accepted", "eligible_for_funding": True, "funded_place": True}


def _not_published(course: str, cohort: str | None, as_of: date, assumed: tuple[str, ...], book: RuleBook) -> Verdict:
    ruleset = None if cohort is None else book.find(cohort, as_of)
    if ruleset is not None:
        because = f"{COURSES[course].code} was not yet offered in {ruleset.intake.name}."
        step = Step(condition="course_offered", truth="false", because=because, source=ruleset.intake.sources[0])
    else:
        step = _nothing_published(cohort, as_of, book)
    return Verdict(
        course=course, cohort=cohort, outcome=Outcome.NOT_PUBLISHED, reason=None, assumed=assumed, steps=(step,)
    )


def _nothing_published(cohort: str | None, as_of: date, book: RuleBook) -> Step:
    asked = "any intake" if cohort is None else f"the {cohort} intake"
    earlier = [each for each in book.published(as_of) if cohort is None or each < cohort]
    last = book.find(earlier[-1], as_of) if earlier else None
    known = "and none are known before it"
    source = "dfe-service-funding-rules"
    if last is not None:
        known = f"the last known are those of {last.intake.name}, which are not used for another intake"
        source = last.intake.sources[0]
    because = f"On {as_of.isoformat()} no rules were published for {asked}; {known}."
    return Step(condition="rules_published", truth="false", because=because, source=source)
