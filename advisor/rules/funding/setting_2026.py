"""Autumn 2026, in the order in which DfE's service and guidance put it: the rules follow the kind of workplace.

The courses on each list are dated data in `knowledge/rulesets`; spring 2026 stops at the first condition.
"""

from __future__ import annotations

from advisor.core.courses import EARLY_YEARS_LEADERSHIP, LEADING_TEACHER_DEVELOPMENT
from advisor.core.truth import Truth, all_of, any_of, negate
from advisor.rules.funding.condition import Condition, condition, is_one_of
from advisor.rules.funding.everyone import (
    SERVICE,
    in_a_school,
    in_another_setting,
    in_early_years,
    intake_has_scholarships,
    is_lead_mentor,
    new_headteacher,
    not_funded_before,
    outside_workplaces,
    works_in_england,
)
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.verdict import Outcome

_HUBS_2026 = ("cptshn-funding-2026", "lead-hub-funding-2026")
_MAINTAINED_NURSERY_TYPE = "15"


def is_childminder_for_early_years(course: str, work_setting: object, early_years_setting: object) -> Truth:
    """Return whether a childminder asks for early years leadership."""
    return all_of(
        (
            Truth.of(course == EARLY_YEARS_LEADERSHIP),
            in_early_years(course, work_setting),
            is_one_of(early_years_setting, ("childminder",)),
        )
    )


def at_a_maintained_nursery(
    early_years_setting: object, establishment_type_code: object, institution_kind: object
) -> Truth:
    """Return whether the workplace is a maintained nursery school: type 15 where the register's type is stated."""
    if establishment_type_code is not None:
        return Truth.of(establishment_type_code == _MAINTAINED_NURSERY_TYPE)
    if institution_kind not in (None, "school"):
        return Truth.FALSE
    return is_one_of(early_years_setting, ("local_authority_maintained_nursery",))


def is_on_its_list(work_setting: object, on_pp50_school_list: bool | None, on_pp50_fe_list: bool | None) -> Truth:
    """Return whether the workplace is on the disadvantage list of the setting that was stated."""
    if work_setting is None:
        return Truth.UNKNOWN
    return Truth.of(on_pp50_fe_list if work_setting == "a_16_to_19_educational_setting" else on_pp50_school_list)


def in_school_for_a_listed_course(course: str, policy: PolicyValues, work_setting: object) -> Truth:
    """Return whether the course is funded only in listed workplaces and the workplace is a school setting."""
    return all_of((Truth.of(course in policy.list_only), in_a_school(course, work_setting)))


def is_lead_mentor_for_teacher_development(course: str, work_setting: object, employment_type: object) -> Truth:
    """Return whether a lead mentor asks for teacher development."""
    right_course = Truth.of(course == LEADING_TEACHER_DEVELOPMENT)
    return all_of((right_course, is_lead_mentor(course, work_setting, employment_type)))


def in_another_setting_but_no_lead_mentor(course: str, work_setting: object, employment_type: object) -> Truth:
    """Return whether the workplace is another education setting, lead mentors apart."""
    mentor = is_one_of(employment_type, ("lead_mentor_for_accredited_itt_provider",))
    return all_of((in_another_setting(course, work_setting), negate(mentor)))


def goes_to_review(course: str, policy: PolicyValues, employment_type: object) -> Truth:
    """Return whether DfE reviews this course for this kind of employment."""
    return all_of((Truth.of(course in policy.review_courses), is_one_of(employment_type, policy.review_employments)))


def in_a_reviewed_setting(course: str, policy: PolicyValues, work_setting: object, employment_type: object) -> Truth:
    """Return whether the workplace is another setting whose people DfE reviews for this course."""
    return all_of((in_another_setting(course, work_setting), goes_to_review(course, policy, employment_type)))


@condition(
    "Childminders are funded for early years leadership where their number is on DfE’s list of childminders.",
    "not_entitled_childminder",
    (SERVICE, "gov-eligible-settings-2026", "cptshn-funding-2026"),
    applies=is_childminder_for_early_years,
)
def listed_childminder(on_childminder_list: bool | None) -> Truth:
    """Be on the list, as a childminder."""
    return Truth.of(on_childminder_list)


@condition(
    "In early years only early years leadership is funded; "
    "maintained nursery schools are also funded for headship, senior leadership and SENCO.",
    "early_years_invalid_npq",
    (SERVICE, "dfe-service-scenarios"),
    applies=in_early_years,
)
def early_years_course(
    course: str,
    policy: PolicyValues,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
) -> Truth:
    """Choose a course that is funded in early years."""
    at_nursery = at_a_maintained_nursery(early_years_setting, establishment_type_code, institution_kind)
    for_nurseries = all_of((Truth.of(course in policy.nursery_courses), at_nursery))
    return any_of((Truth.of(course == EARLY_YEARS_LEADERSHIP), for_nurseries))


@condition(
    "The workplace must be state-funded: a school, academy trust or 16 to 19 setting of a type DfE lists as eligible.",
    "ineligible_establishment_type",
    ("dfe-service-school-types", SERVICE, *_HUBS_2026[:1]),
    applies=in_a_school,
)
def eligible_workplace(on_rise_list: bool | None, eligible_establishment_type: bool | None) -> Truth:
    """Work at an establishment of an eligible type; a school in RISE intervention always is."""
    return any_of((Truth.of(on_rise_list), Truth.of(eligible_establishment_type)))


@condition(
    "This course is funded only at workplaces on DfE’s disadvantage list (PP50) or in targeted RISE intervention.",
    "ineligible_establishment_not_a_pp50",
    (SERVICE, "gov-eligible-settings-2026", *_HUBS_2026[:1]),
    applies=in_school_for_a_listed_course,
)
def listed_workplace(
    work_setting: object, on_rise_list: bool | None, on_pp50_school_list: bool | None, on_pp50_fe_list: bool | None
) -> Truth:
    """Work at a listed workplace: on the list for the setting stated, or in RISE intervention."""
    return any_of((Truth.of(on_rise_list), is_on_its_list(work_setting, on_pp50_school_list, on_pp50_fe_list)))


@condition(
    "A lead mentor’s training provider must be one that DfE has accredited.",
    "ineligible_establishment_type",
    (SERVICE, "dfe-service-screens"),
    applies=is_lead_mentor_for_teacher_development,
)
def accredited_training_provider(itt_provider_approved: bool | None) -> Truth:
    """Mentor for an accredited provider."""
    return Truth.of(itt_provider_approved)


@condition(
    "Lead mentors for a teacher training provider are funded for leading teacher development and nothing else.",
    "not_lead_mentor_course",
    (SERVICE, "dfe-service-scenarios"),
    applies=is_lead_mentor,
)
def lead_mentor_course(course: str) -> Truth:
    """Choose leading teacher development, as a lead mentor."""
    return Truth.of(course == LEADING_TEACHER_DEVELOPMENT)


@condition(
    "Hospital, young offender, virtual school and local authority supply staff can be considered "
    "for headship, senior leadership and SENCO only.",
    "ineligible_establishment_type",
    (SERVICE, "dfe-service-scenarios"),
    applies=in_another_setting_but_no_lead_mentor,
)
def considered_setting(course: str, policy: PolicyValues, employment_type: object) -> Truth:
    """Work in a setting, and choose a course, that DfE looks at."""
    return goes_to_review(course, policy, employment_type)


@condition(
    "For your kind of setting DfE reviews each registration for this course and may ask for more.",
    "subject_to_review",
    (SERVICE, "dfe-service-screens"),
    applies=in_a_reviewed_setting,
    on_fail=Outcome.SUBJECT_TO_REVIEW,
)
def decided_without_a_review_of_the_setting() -> Truth:
    """Be decided by the rules alone; these settings are not."""
    return Truth.FALSE


@condition(
    "Outside the settings named there is no scholarship, unless a Return to Teaching Adviser referred you.",
    "ineligible_establishment_type",
    (SERVICE, "dfe-service-screens"),
    applies=outside_workplaces,
)
def in_a_setting_or_referred(referred_by_return_to_teaching_adviser: bool | None) -> Truth:
    """Work in one of the settings, or have a referral."""
    return Truth.of(referred_by_return_to_teaching_adviser)


@condition(
    "DfE reviews each person whom a Return to Teaching Adviser referred.",
    "referred_by_return_to_teaching_adviser",
    (SERVICE, "dfe-service-scenarios"),
    applies=outside_workplaces,
    on_fail=Outcome.SUBJECT_TO_REVIEW,
)
def decided_without_a_review_of_the_referral(referred_by_return_to_teaching_adviser: bool | None) -> Truth:
    """Be decided by the rules alone; referred people are not."""
    return negate(Truth.of(referred_by_return_to_teaching_adviser))


CONDITIONS: tuple[Condition, ...] = (
    intake_has_scholarships,
    works_in_england,
    not_funded_before,
    new_headteacher,
    listed_childminder,
    early_years_course,
    eligible_workplace,
    listed_workplace,
    accredited_training_provider,
    lead_mentor_course,
    considered_setting,
    decided_without_a_review_of_the_setting,
    in_a_setting_or_referred,
    decided_without_a_review_of_the_referral,
)
