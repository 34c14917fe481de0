"""What would change the outcome: found by running the rules, and equal to brute force over the states."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

import pytest

from advisor.core.courses import COURSES, EARLY_HEADSHIP_COACHING
from advisor.core.facts import FactSet
from advisor.rules.decision import decide
from advisor.rules.funding.analysis import analyse
from advisor.rules.funding.reading import fact_name
from advisor.rules.parsing import parse_facts
from tests.rules.lattice import BITS, CODE, Lattice, autumn_2026
from tests.rules.scenarios import TODAY, load, ruleset

RULESET = ruleset("2026b")
OUTCOME_OF = {bit: name for name, bit in BITS.items()}
Changes = set[tuple[str, object, str]]


def brute_force(lattice: Lattice, place: tuple[int, ...]) -> Changes:
    """Return every fact and value whose state is definite and decided otherwise; a type code only if one is stated."""
    now = OUTCOME_OF.get(int(lattice.masks[place]), "undetermined")
    return {
        (fact_name(name), value, OUTCOME_OF[mask])
        for axis, (name, values) in enumerate(lattice.facts.items())
        for at, value in enumerate(values)
        if at != place[axis]
        and value is not None
        and not (name == CODE and values[place[axis]] is None)
        and (mask := int(lattice.masks[(*place[:axis], at, *place[axis + 1 :])])) in OUTCOME_OF
        and OUTCOME_OF[mask] != now
    }


def compared(
    course: str, states: Iterator[tuple[dict[str, object], tuple[int, ...]]], lattice: Lattice
) -> tuple[int, int]:
    """Return how many states were compared and in how many the rules and brute force differ."""
    checked = different = 0
    for stated, place in states:
        found = analyse.__wrapped__(RULESET, course, tuple(stated.items())).changes
        ours = {(each.name, each.to, each.outcome.value) for each in found}
        checked += 1
        different += ours != brute_force(lattice, place)
    return checked, different


@pytest.mark.parametrize("course", COURSES)
def test_what_would_change_a_sample_of_states_equals_brute_force(course: str) -> None:
    lattice = autumn_2026(course, with_codes=False)
    states = list(lattice.states())
    sample = random.Random(2026).sample(states, min(600, len(states)))
    checked, different = compared(course, iter(sample), lattice)
    assert checked > 50
    assert different == 0


@pytest.mark.slow
@pytest.mark.parametrize("course", COURSES)
def test_what_would_change_every_state_with_every_type_code_equals_brute_force(course: str) -> None:
    lattice = autumn_2026(course)
    checked, different = compared(course, lattice.states(), lattice)
    sys.stdout.write(f"{course}: would_change of {checked:,} states, {different} differ from brute force\n")
    assert different == 0


def test_each_change_named_in_a_verdict_does_what_it_says() -> None:
    checked = 0
    for row, facts in load():
        if row["cohort"] != "2026b" or "as_of" in row:
            continue
        for change in decide(row["course"], facts, TODAY, "2026b").would_change:
            told = parse_facts({**facts.as_mapping(), change.fact: change.to})
            assert decide(row["course"], told, TODAY, "2026b").outcome is change.outcome
            assert change.was == facts.as_mapping().get(change.fact)
            checked += 1
    assert checked > 400


def test_a_list_that_was_not_stated_is_changed_from_nothing() -> None:
    facts = parse_facts({"works_in_england": True, "prior_applications": [], "work_setting": "a_school"})
    changes = decide("npq-leading-literacy", facts, TODAY, "2026b").model_dump(mode="json")["would_change"]
    assert {"fact": "on_rise_list", "from": None, "to": True, "outcome": "eligible"} in changes


def test_the_coaching_offer_says_that_only_headship_would_change_it() -> None:
    facts = parse_facts({"works_in_england": True, "prior_applications": [], "is_headteacher": True})
    facts = facts.with_said("in_first_five_years_of_headship", False)
    changes = decide(EARLY_HEADSHIP_COACHING, facts, TODAY, "2026b").would_change
    assert [(change.fact, change.to) for change in changes] == [("in_first_five_years_of_headship", True)]


def test_nothing_would_change_an_intake_without_scholarships() -> None:
    assert decide("npq-headship", FactSet(), TODAY, "2026a").would_change == ()
