"""What every explained verdict says, over all intakes and courses: everybody in the scenarios under every version.

The everyday tests take every fifth person and the last version of each intake.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from advisor.answering.verdicts import STANDING_PAY, STANDING_PLACE, word_verdict
from advisor.core.courses import COURSES
from advisor.core.facts import FactSet
from advisor.rules.decision import decide
from advisor.rules.funding.rulesets import load_rule_book
from advisor.rules.verdict import Outcome, Verdict
from tests.rules.scenarios import TODAY, load

BOOK = load_rule_book()
Case = tuple[Verdict, FactSet]
each_way = pytest.mark.parametrize("everybody", [False, pytest.param(True, marks=pytest.mark.slow)])


def people() -> tuple[FactSet, ...]:
    """Return everybody in the scenarios once, whatever intake they ask about; somebody unknown among them."""
    found = {"{}": FactSet()}
    for _, facts in load():
        person = facts.without("cohort_id").without("cohort_funding")
        found.setdefault(str(person.as_mapping()), person)
    return tuple(found.values())


@cache
def cases(everybody: bool) -> tuple[Case, ...]:
    """Return the verdict on each person for each course under each version of each intake, and one without rules."""
    return tuple(
        (decide(course, person, day, cohort), person)
        for cohort, day in (*versions(everybody), ("2027b", TODAY))
        for course in COURSES
        for person in (people() if everybody else people()[::5])
    )


def versions(every: bool) -> Iterator[tuple[str, date]]:
    for cohort, rulesets in BOOK.versions.items():
        for each in rulesets if every else rulesets[-1:]:
            yield cohort, each.policy.in_force_to or TODAY


def with_outcome(outcome: Outcome, everybody: bool) -> list[Case]:
    found = [case for case in cases(everybody) if case[0].outcome is outcome]
    assert found
    return found


def names(verdict: Verdict) -> list[str]:
    return [step.condition for step in verdict.steps]


@each_way
def test_every_outcome_of_every_intake_is_among_the_cases(everybody: bool) -> None:
    counts = Counter((verdict.cohort, verdict.outcome) for verdict, _ in cases(everybody))
    sys.stdout.write(f"{len(cases(everybody)):,} verdicts explained\n")
    for cohort in BOOK.versions:
        assert counts[cohort, Outcome.NOT_ELIGIBLE], cohort
        assert counts[cohort, Outcome.ELIGIBLE] or cohort == "2026a", cohort


@each_way
def test_every_eligible_verdict_says_that_a_place_is_not_guaranteed(everybody: bool) -> None:
    for verdict, facts in with_outcome(Outcome.ELIGIBLE, everybody):
        assert "not guaranteed" in verdict.steps[-1].because
        assert STANDING_PLACE in word_verdict(verdict, facts, "self").standing


@each_way
def test_every_review_says_that_dfe_decides_and_that_a_place_is_not_guaranteed(everybody: bool) -> None:
    for verdict, facts in with_outcome(Outcome.SUBJECT_TO_REVIEW, everybody):
        assert verdict.steps[-1].condition == "dfe_decides"
        assert "not guaranteed" in verdict.steps[-1].because
        assert STANDING_PLACE in word_verdict(verdict, facts, "self").standing


@each_way
def test_every_refusal_says_what_was_checked(everybody: bool) -> None:
    conditions = {each.name for rulesets in BOOK.versions.values() for one in rulesets for each in one.conditions}
    for verdict, _ in with_outcome(Outcome.NOT_ELIGIBLE, everybody):
        deciding = verdict.steps[0]
        assert deciding.condition in conditions
        assert deciding.truth == ("false" if verdict.reason else "unknown")
        assert all(step.source and step.because.endswith(".") for step in verdict.steps)


@each_way
def test_every_refusal_says_what_would_change_it_or_that_nothing_alone_would(everybody: bool) -> None:
    for verdict, _ in with_outcome(Outcome.NOT_ELIGIBLE, everybody):
        assert ("nothing_alone_changes_it" in names(verdict)) is not bool(verdict.would_change)
        assert all(change.outcome.definite and change.outcome is not verdict.outcome for change in verdict.would_change)


@each_way
def test_every_refusal_says_how_else_to_pay(everybody: bool) -> None:
    for verdict, facts in with_outcome(Outcome.NOT_ELIGIBLE, everybody):
        assert verdict.steps[-1].condition == "other_ways_to_pay"
        assert STANDING_PAY in word_verdict(verdict, facts, "self").standing


@each_way
def test_no_other_verdict_promises_or_refuses_a_place(everybody: bool) -> None:
    closing = {"place_not_guaranteed", "other_ways_to_pay", "nothing_alone_changes_it", "dfe_decides"}
    open_ones = with_outcome(Outcome.UNDETERMINED, everybody) + with_outcome(Outcome.NOT_PUBLISHED, everybody)
    for verdict, _ in open_ones:
        assert not closing & set(names(verdict))
        assert verdict.steps
