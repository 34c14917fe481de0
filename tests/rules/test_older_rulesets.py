"""The older rulesets: every partial state is decided as all its completions are."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from functools import partial
from itertools import product
from math import prod

import pytest

from advisor.core.courses import COURSES
from advisor.core.truth import Truth
from advisor.rules.funding.completions import agreed_outcome
from advisor.rules.funding.impossible import contradiction
from advisor.rules.funding.reading import GIVEN_ONLY, domain, fill_in, linked_facts
from advisor.rules.funding.rulesets import Ruleset, load_rule_book
from advisor.rules.funding.tree import Branch
from advisor.rules.verdict import Outcome
from tests.rules.lattice import BITS, Values, make_lattice

RULESETS = [each for versions in load_rule_book().versions.values() for each in versions]
NAMES = [f"{each.intake.cohort}@{each.policy.in_force_from}" for each in RULESETS]
MOST_COMPLETIONS = 1_000
MOST_STATES = 100_000
# What a course does not read still has some value.
UNREAD: dict[str, object] = {
    name: domain(name)[-1] for each in RULESETS for name in linked_facts(each.reads) if name not in GIVEN_ONLY
}


def decided(ruleset: Ruleset, course: str, person: Mapping[str, object]) -> Outcome:
    """Return what the conditions say, in order, about somebody of whom all is known."""
    reading = fill_in(person, ruleset.policy)
    for each in ruleset.conditions:
        truth = each.truth(course, ruleset.policy, reading)
        assert truth is not Truth.UNKNOWN
        if truth is Truth.FALSE:
            return each.on_fail
    return Outcome.ELIGIBLE


def compare(ruleset: Ruleset, course: str, rng: random.Random) -> bool:
    """Return whether a random partial state is decided as all its completions are."""
    names = [name for name in linked_facts(ruleset.reads) if name not in GIVEN_ONLY]
    person: dict[str, object] = {name: rng.choice(domain(name)) for name in names}
    if contradiction(person):
        return True
    hidden: list[str] = []
    for name in rng.sample(names, len(names)):
        if prod(len(domain(each)) for each in [*hidden, name]) <= MOST_COMPLETIONS and rng.random() < 0.7:
            hidden.append(name)
    stated = {name: value for name, value in person.items() if name not in hidden}
    completions = (stated | dict(zip(hidden, values, strict=True)) for values in product(*map(domain, hidden)))
    outcomes = {decided(ruleset, course, each) for each in completions if not contradiction(each)}
    reading = fill_in(stated, ruleset.policy)
    expected = outcomes.pop() if len(outcomes) == 1 else None
    return agreed_outcome(ruleset.tree(course, reading), reading) is expected


def violations(ruleset: Ruleset, states: int) -> int:
    rng = random.Random(2026)
    courses = [course for course in COURSES if course in ruleset.policy.offered]
    return sum(not compare(ruleset, rng.choice(courses), rng) for _ in range(states))


@pytest.mark.parametrize("ruleset", RULESETS, ids=NAMES)
def test_a_sample_of_partial_states_is_decided_as_all_completions_are(ruleset: Ruleset) -> None:
    assert violations(ruleset, 10) == 0


@pytest.mark.slow
@pytest.mark.parametrize("ruleset", RULESETS, ids=NAMES)
def test_every_partial_state_is_decided_as_all_completions_are(ruleset: Ruleset) -> None:
    """In full where a course has at most a few hundred thousand states, by a large sample where it has more."""
    rng = random.Random(2026)
    checked = sampled = wrong = 0
    for course in (course for course in COURSES if course in ruleset.policy.offered):
        facts = facts_asked(ruleset, course)
        if prod(len(values) + 1 for values in facts.values()) > MOST_STATES:
            wrong += sum(not compare(ruleset, course, rng) for _ in range(25))
            sampled += 25
            continue
        lattice = make_lattice(facts, partial(outcome_name, ruleset, course))
        for stated, place in lattice.states():
            reading = fill_in(stated, ruleset.policy)
            found = agreed_outcome(ruleset.tree(course, reading), reading)
            wrong += (BITS[found.value] if found else None) != only(int(lattice.masks[place]))
            checked += 1
    name = f"{ruleset.intake.cohort}@{ruleset.policy.in_force_from}"
    sys.stdout.write(f"{name}: {checked:,} partial states in full, {sampled:,} sampled, {wrong} violations\n")
    assert wrong == 0


def facts_asked(ruleset: Ruleset, course: str) -> Values:
    """Return the facts that a course's outcome depends on, with those tied to them, and their values."""
    asked: set[str] = set()
    trees = [ruleset.tree(course, {})]
    while trees:
        tree = trees.pop()
        if isinstance(tree, Branch):
            asked.add(tree.fact)
            trees += tree.subtrees.values()
    return {name: domain(name) for name in linked_facts(frozenset(asked))}


def outcome_name(ruleset: Ruleset, course: str, person: Mapping[str, object]) -> str:
    return decided(ruleset, course, {**UNREAD, **person}).value


def only(mask: int) -> int | None:
    return mask if mask & (mask - 1) == 0 else None
