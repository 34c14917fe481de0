"""A sample of every ruleset's partial states, each decided as all its completions are, one after another.

All of them are enumerated in `test_every_ruleset.py`, among the slow tests.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import product
from math import prod

import pytest

from advisor.core.courses import COURSES
from advisor.core.truth import Truth
from advisor.rules.funding.completions import agreed_outcome
from advisor.rules.funding.impossible import contradiction
from advisor.rules.funding.reading import GIVEN_ONLY, domain, fill_in, linked_facts
from advisor.rules.funding.rulesets import Ruleset
from advisor.rules.verdict import Outcome
from tests.rules.every_ruleset import NAMES, RULESETS

MOST_COMPLETIONS = 1_000


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
