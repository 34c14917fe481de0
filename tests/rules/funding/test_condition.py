"""A condition: facts by parameter name, and nothing about people whom it does not concern."""

from __future__ import annotations

import pytest

from advisor.core.truth import Truth
from advisor.rules.funding.condition import condition, is_one_of, not_recovered
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.verdict import Outcome
from tests.rules.scenarios import ruleset

POLICY: PolicyValues = ruleset("2026b").policy


def test_a_misspelt_fact_is_refused_when_the_condition_is_made() -> None:
    with pytest.raises(NameError, match="reads 'works_in_englnd', which is not a declared fact"):

        @condition("Work in England.", "not_in_england", ("a",))
        def wrong(works_in_englnd: bool | None) -> Truth:
            return Truth.of(works_in_englnd)


@condition("Be listed.", "unlisted", ("a",), applies=lambda work_setting: is_one_of(work_setting, ("a_school",)))
def listed(on_rise_list: bool | None) -> Truth:
    """Be listed."""
    return Truth.of(on_rise_list)


@pytest.mark.parametrize(
    ("reading", "truth"),
    [
        ({"work_setting": "a_school", "on_rise_list": True}, Truth.TRUE),
        ({"work_setting": "a_school", "on_rise_list": False}, Truth.FALSE),
        ({"work_setting": "a_school"}, Truth.UNKNOWN),
        ({"work_setting": "other", "on_rise_list": False}, Truth.TRUE),
        ({"work_setting": "other"}, Truth.TRUE),
        ({"on_rise_list": False}, Truth.UNKNOWN),
        ({"on_rise_list": True}, Truth.TRUE),
        ({}, Truth.UNKNOWN),
    ],
)
def test_it_is_met_by_people_whom_it_does_not_concern(reading: dict[str, object], truth: Truth) -> None:
    assert listed.truth("npq-headship", POLICY, reading) is truth


def test_the_facts_it_reads_are_its_parameters_in_order() -> None:
    assert listed.reads == ("work_setting", "on_rise_list")


def test_a_branch_not_recovered_decides_nothing() -> None:
    unknown = not_recovered("branch", "this", lambda work_setting: is_one_of(work_setting, ("other",)))
    assert unknown.truth("npq-headship", POLICY, {"work_setting": "other"}) is Truth.FALSE
    assert unknown.on_fail is Outcome.UNDETERMINED
    assert unknown.text == "We have not recovered how this intake treated this."
