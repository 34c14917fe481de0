"""Every change to a condition or value of autumn 2026 is noticed by a scenario, or changes nothing for anybody."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from operator import lt

import pytest

from advisor.core.courses import COURSES
from advisor.core.truth import Truth
from advisor.rules.funding.condition import Reading
from advisor.rules.funding.reading import fill_in
from advisor.rules.funding.rulesets import Ruleset, load_rule_book
from tests.rules import mutants
from tests.rules.lattice import autumn_2026
from tests.rules.oracle_2026 import code_for
from tests.rules.scenarios import load, mistakes, ruleset, verdict_for

ORIGINAL = ruleset("2026b")
BOOK = load_rule_book()
# What a course does not read still has some value.
UNREAD = {
    "employment_type": "other",
    "early_years_setting": "private_nursery",
    "on_childminder_list": False,
    "itt_provider_approved": False,
    "on_pp50_school_list": False,
    "on_pp50_fe_list": False,
    "work_setting": "a_school",
}
ROWS = [(row, facts) for row, facts in load() if row["cohort"].startswith("2026")]


def noticed(mutant: mutants.Mutant) -> str:
    """Return the scenario that notices, "" where none does."""
    book = mutant.book(BOOK)
    for row, facts in ROWS:
        try:
            if mistakes(row, verdict_for(row, facts, book)):
                return str(row["id"])
        except (KeyError, StopIteration, RecursionError):  # it cannot be run at all
            return str(row["id"])
    return ""


@cache
def everybody() -> tuple[tuple[str, dict[str, object], str], ...]:
    """Return everybody there can be, for each course, with the code of the published table."""
    people = []
    for course in COURSES:
        lattice = autumn_2026(course, with_codes=False)
        sizes = [len(values) for values in lattice.facts.values()]
        full = (stated for stated, place in lattice.states() if all(map(lt, place, sizes)))
        people += [(course, UNREAD | stated, code_for(course, UNREAD | stated)) for stated in full]
    return tuple(people)


def changes_nothing(mutant: mutants.Mutant) -> bool:
    """Return whether everybody gets the same code as by the published table."""
    return all(code_of(mutant, course, fill_in(told, mutant.policy)) == code for course, told, code in everybody())


def code_of(mutant: mutants.Mutant, course: str, reading: Reading) -> str:
    """Return the code that a changed ruleset gives somebody about whom all is known."""
    truths = ((each, each.truth(course, mutant.policy, reading)) for each in mutant.conditions)
    return next((each.reason for each, truth in truths if truth is not Truth.TRUE), "funded")


@pytest.mark.slow
@pytest.mark.parametrize("kind", [mutants.of_conditions, mutants.of_values, mutants.of_source])
def test_every_mutant_is_noticed_or_changes_nothing(kind: Callable[[Ruleset], Iterator[mutants.Mutant]]) -> None:
    made = list(kind(ORIGINAL))
    unnoticed = [mutant for mutant in made if not noticed(mutant)]
    missed = [mutant.name for mutant in unnoticed if not changes_nothing(mutant)]
    caught, same = len(made) - len(unnoticed), len(unnoticed) - len(missed)
    sys.stdout.write(
        f"{kind.__name__}: {len(made)} mutants, {caught} caught, {same} change nothing for anybody, "
        f"{len(missed)} missed\n"
    )
    assert missed == []


def test_the_original_is_no_mutant() -> None:
    unchanged = mutants.Mutant("unchanged", ORIGINAL.conditions, ORIGINAL.policy)
    assert noticed(unchanged) == ""
    assert changes_nothing(unchanged)
