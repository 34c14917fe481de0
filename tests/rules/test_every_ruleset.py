"""Every ruleset: a partial state is decided exactly when all its completions agree, and then as they do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from advisor.core.courses import COURSES
from advisor.rules.funding.completions import agreed_outcome
from advisor.rules.funding.reading import fill_in
from advisor.rules.funding.rulesets import Ruleset
from advisor.rules.funding.tree import Tree
from tests.rules.every_ruleset import GIVENS, NAMES, RULESETS, Person, Problem, never_open, treats_alike
from tests.rules.lattice import BITS, PUBLIC

SINGLE = frozenset(BITS.values())
TOLD: tuple[Person, ...] = (
    {},
    {"employment_type": "hospital_school"},
    {"early_years_setting": PUBLIC[0]},
    {"work_setting": "other"},
)


def problems(ruleset: Ruleset) -> Iterator[Problem]:
    """Yield each course offered, with each thing that can be given of the establishment."""
    for course, given in product((each for each in COURSES if each in ruleset.policy.offered), GIVENS):
        yield Problem(ruleset, course, given)


@cache
def settled() -> dict[object, list[tuple[Tree, int]]]:
    """Return the problems enumerated so far, by all that their enumeration depends on."""
    return {}


def enumerate_once(problem: Problem) -> tuple[int, int, int]:
    """Return the partial states that a problem has, how many were run for it, and the violations.

    Many versions and courses are the same problem under another name: same outcomes of all full states, same tree.
    """
    rules, full = problem.ruleset.policy.rules, problem.full
    key = (rules, tuple(problem.given.items()), tuple(problem.facts.items()), full.tobytes())
    known = settled().setdefault(key, [])
    for tree, states in known:
        if tree == problem.tree:
            return states, 0, 0
    states = wrong = 0
    for name, stands_for in problem.classes.items():
        wrong += sum(not treats_alike(problem.tree, name, *pair) for pair in stands_for.items())
    for stated, mask in problem.states():
        found = agreed_outcome(problem.tree, fill_in(stated, problem.ruleset.policy))
        wrong += mask in SINGLE if found is None else BITS[found.value] != mask
        states += 1
    known.append((problem.tree, states))
    return states, states, wrong


@pytest.mark.slow
@pytest.mark.parametrize("ruleset", RULESETS, ids=NAMES)
def test_every_partial_state_is_decided_exactly_when_all_completions_agree(ruleset: Ruleset) -> None:
    counts = [enumerate_once(problem) for problem in problems(ruleset)]
    states, run, wrong = map(sum, zip(*counts, strict=True))
    name = f"{ruleset.intake.cohort}@{ruleset.policy.in_force_from}"
    sys.stdout.write(f"{name}: {states:,} partial states, {run:,} of them not met before, {wrong} violations\n")
    assert wrong == 0


@pytest.mark.parametrize("given", [each for each in GIVENS if each], ids=str)
def test_what_follows_from_what_is_given_is_read_whether_it_is_stated_or_not(given: Person) -> None:
    for ruleset in (each for each in RULESETS if each.policy.funding != "zero"):
        for stated in TOLD:
            reading = fill_in(given | stated, ruleset.policy)
            closed = never_open(given, ruleset)
            assert set(closed) <= set(reading)
            told = {name: reading[name] for name in closed}
            assert fill_in(given | stated | told, ruleset.policy) == reading
