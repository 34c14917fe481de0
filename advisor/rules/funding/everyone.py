"""Conditions that stand before the workplace in every ruleset since 2022, and the settings they are followed by."""

from __future__ import annotations

from advisor.core.courses import EARLY_HEADSHIP_COACHING
from advisor.core.facts_of_rules import SCHOOL_SETTINGS
from advisor.core.truth import Truth, all_of
from advisor.rules.funding.condition import condition, is_one_of
from advisor.rules.funding.policy import PolicyValues

SERVICE = "dfe-service-funding-rules"
_LEAD_MENTOR = ("lead_mentor_for_accredited_itt_provider",)


def is_coaching_offer(course: str) -> Truth:
    """Return whether the course is the early headship coaching offer."""
    return Truth.of(course == EARLY_HEADSHIP_COACHING)


def in_early_years(course: str, work_setting: object) -> Truth:
    """Return whether the workplace decides and is in early years or childcare."""
    return _workplace_is(course, work_setting, ("early_years_or_childcare",))


def in_a_school(course: str, work_setting: object) -> Truth:
    """Return whether the workplace decides and is a school, an academy trust or a 16 to 19 setting."""
    return _workplace_is(course, work_setting, SCHOOL_SETTINGS)


def in_another_setting(course: str, work_setting: object) -> Truth:
    """Return whether the workplace decides and is one of the other education settings."""
    return _workplace_is(course, work_setting, ("another_setting",))


def outside_workplaces(course: str, work_setting: object) -> Truth:
    """Return whether the workplace decides and there is none of the kinds named."""
    return _workplace_is(course, work_setting, ("other",))


def is_lead_mentor(course: str, work_setting: object, employment_type: object) -> Truth:
    """Return whether the person is a lead mentor for an accredited training provider."""
    return all_of((in_another_setting(course, work_setting), is_one_of(employment_type, _LEAD_MENTOR)))


def _workplace_is(course: str, work_setting: object, settings: tuple[str, ...]) -> Truth:
    if course == EARLY_HEADSHIP_COACHING:  # decided on headship alone
        return Truth.FALSE
    return is_one_of(work_setting, settings)


@condition(
    "An intake needs scholarships of its own; spring 2026 has none, so everyone on it pays another way.",
    "unfunded_cohort",
    ("dfe-service-start-dates", "dfe-service-screens", SERVICE),
)
def intake_has_scholarships(policy: PolicyValues) -> Truth:
    """Be in an intake that DfE pays for."""
    return Truth.of(policy.funding != "zero")


@condition("Scholarships are only for people who work in England.", "not_in_england", (SERVICE, "gov-npq-courses"))
def works_in_england(works_in_england: bool | None) -> Truth:
    """Work in England."""
    return Truth.of(works_in_england)


@condition(
    "Each course is funded once, so an accepted funded place on the same course rules out a second scholarship.",
    "previously_funded",
    ("dfe-service-funding-doc", "dfe-service-screens", SERVICE),
)
def not_funded_before(funded_before: bool | None) -> Truth:
    """Have had no funded place on the same course."""
    return Truth.of(None if funded_before is None else not funded_before)


@condition(
    "The coaching offer is funded for headteachers in their first five years of headship.",
    "not_new_headteacher_requesting_ehco",
    (SERVICE, "dfe-service-screens", "dfe-pd-ehco"),
    applies=is_coaching_offer,
)
def new_headteacher(in_first_five_years_of_headship: bool | None, is_headteacher: bool | None) -> Truth:
    """Be a headteacher in the first five years."""
    return all_of((Truth.of(in_first_five_years_of_headship), Truth.of(is_headteacher)))
