"""Every partial state of autumn 2026: the outcome is definite exactly when all its completions agree."""

from __future__ import annotations

import sys

import pytest

from advisor.core.courses import COURSES, EARLY_HEADSHIP_COACHING
from advisor.rules.funding.completions import agreed_outcome, missing_facts
from advisor.rules.funding.impossible import contradiction
from advisor.rules.funding.reading import fact_name, fill_in
from tests.rules.lattice import BITS, CODE, autumn_2026
from tests.rules.scenarios import ruleset

RULESET = ruleset("2026b")
OUTCOME_OF = {bit: name for name, bit in BITS.items()}


@pytest.mark.parametrize("course", COURSES)
def test_an_outcome_is_definite_exactly_when_every_completion_agrees(course: str) -> None:
    lattice = autumn_2026(course)
    checked = violations = 0
    for stated, place in lattice.states():
        reading = fill_in(stated, RULESET.policy)
        outcome = agreed_outcome(RULESET.tree(course, reading), reading)
        expected = OUTCOME_OF.get(int(lattice.masks[place]))
        violations += (outcome.value if outcome else None) != expected
        checked += 1
    sys.stdout.write(f"{course}: {checked:,} partial states, {violations} violations\n")
    assert violations == 0


def _missing_violations(course: str, with_codes: bool) -> tuple[int, int]:
    """Compare the missing facts of every undetermined state with those by brute force."""
    lattice = autumn_2026(course, with_codes)
    matters = {name: lattice.matters(name) for name in lattice.facts if name != CODE}
    names = list(lattice.facts)
    checked = violations = 0
    for stated, place in lattice.states():
        if int(lattice.masks[place]) in OUTCOME_OF:
            continue
        reading = fill_in(stated, RULESET.policy)
        found = set(missing_facts(RULESET.tree(course, reading), reading))
        expected = {
            fact_name(name)
            for axis, name in enumerate(names)
            if name in matters and name not in stated and matters[name][place[:axis] + place[axis + 1 :]]
        }
        checked += 1
        violations += found != expected
    return checked, violations


@pytest.mark.parametrize("course", ["npq-leading-literacy", "npq-headship", EARLY_HEADSHIP_COACHING])
def test_the_missing_facts_are_those_that_change_the_outcome_of_some_completion(course: str) -> None:
    checked, violations = _missing_violations(course, with_codes=False)
    assert checked > 0
    assert violations == 0


@pytest.mark.slow
@pytest.mark.parametrize("course", COURSES)
def test_the_missing_facts_of_every_state_with_every_type_code_are_those_that_matter(course: str) -> None:
    checked, violations = _missing_violations(course, with_codes=True)
    sys.stdout.write(f"{course}: {checked:,} undetermined states, {violations} violations of missing\n")
    assert violations == 0


def test_the_states_left_out_are_those_refused_as_input() -> None:
    lattice = autumn_2026("npq-early-years-leadership")
    names = list(lattice.facts)
    kept = {tuple(sorted(stated.items(), key=str)) for stated, _ in lattice.states()}
    assert len(kept) > 100_000
    for stated in (
        {"on_rise_list": True, "eligible_establishment_type": False},
        {"establishment_type_code": "11", "on_rise_list": True},
    ):
        assert contradiction(stated)
        assert set(stated) <= set(names)
        assert tuple(sorted(stated.items(), key=str)) not in kept
