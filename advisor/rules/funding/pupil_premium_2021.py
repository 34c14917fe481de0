"""Autumn 2021: first by the school's pupil premium, from 11 October 2021 for every state-funded school.

There was no England test and no earlier-funding test yet; what was decided for people outside England is not known.
"""

from __future__ import annotations

from advisor.core.courses import HEADSHIP
from advisor.core.truth import Truth, any_of, negate
from advisor.rules.funding.condition import Condition, condition, is_one_of, not_recovered
from advisor.rules.funding.everyone import SERVICE
from advisor.rules.funding.policy import PolicyValues

_NEW_OR_INCOMING = ("yes_when_course_starts", "yes_in_first_two_years")


def outside_england(works_in_england: bool | None) -> Truth:
    """Return whether the person works outside England."""
    return negate(Truth.of(works_in_england))


def by_pupil_premium(course: str, policy: PolicyValues) -> Truth:
    """Return whether the course was only for schools with many disadvantaged pupils."""
    return Truth.of("pupil_premium" in policy.recovered and course in policy.list_only)


def headship_by_pupil_premium(course: str, policy: PolicyValues) -> Truth:
    """Return whether headship was for new heads and for schools with many disadvantaged pupils."""
    return Truth.of("pupil_premium" in policy.recovered and course == HEADSHIP)


def at_a_local_authority(institution_kind: object) -> Truth:
    """Return whether the workplace is a local authority."""
    return Truth.of(institution_kind == "local_authority")


@condition(
    "Autumn 2021 funded staff of state-funded schools and 16 to 19 settings.",
    "not_funded",
    (SERVICE, "unity-npqs-2021"),
)
def eligible_school(eligible_establishment_type: bool | None) -> Truth:
    """Work at an establishment of an eligible type."""
    return Truth.of(eligible_establishment_type)


@condition(
    "Until 11 October 2021 this course was only for schools with many pupils on the pupil premium.",
    "not_funded",
    (SERVICE, "tes-2021-scholarships", "rainbow-funding-2021"),
    applies=by_pupil_premium,
)
def high_pupil_premium_school(high_pupil_premium: bool | None) -> Truth:
    """Work at a school with many disadvantaged pupils."""
    return Truth.of(high_pupil_premium)


@condition(
    "Until 11 October 2021 headship was for new or incoming heads and for schools with many disadvantaged pupils.",
    "not_funded",
    (SERVICE, "tes-2021-scholarships"),
    applies=headship_by_pupil_premium,
)
def new_head_or_high_pupil_premium(high_pupil_premium: bool | None, headteacher_status: object) -> Truth:
    """Be a new or incoming head, or work at such a school."""
    return any_of((Truth.of(high_pupil_premium), is_one_of(headteacher_status, _NEW_OR_INCOMING)))


CONDITIONS: tuple[Condition, ...] = (
    not_recovered("nation_rule_recovered", "people outside England", outside_england),
    not_recovered("authority_rule_recovered", "local authorities", at_a_local_authority),
    eligible_school,
    high_pupil_premium_school,
    new_head_or_high_pupil_premium,
)
