"""Autumn 2025, where the rules came to follow the kind of workplace; conditions it shares are those of autumn 2026.

Branches that the history does not show say so instead of guessing.
"""

from __future__ import annotations

from advisor.core.courses import EARLY_YEARS_LEADERSHIP
from advisor.core.truth import Truth, all_of, any_of, negate
from advisor.rules.funding.condition import Condition, condition, is_one_of, not_recovered
from advisor.rules.funding.everyone import (
    SERVICE,
    in_early_years,
    new_headteacher,
    not_funded_before,
    works_in_england,
)
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.funding.setting_2026 import (
    at_a_maintained_nursery,
    decided_without_a_review_of_the_referral,
    decided_without_a_review_of_the_setting,
    eligible_workplace,
    goes_to_review,
    in_a_setting_or_referred,
    in_another_setting_but_no_lead_mentor,
    is_childminder_for_early_years,
    is_lead_mentor_for_teacher_development,
    lead_mentor_course,
    listed_workplace,
)


def wants_early_years_leadership(course: str, work_setting: object) -> Truth:
    """Return whether somebody in early years asks for early years leadership."""
    return all_of((Truth.of(course == EARLY_YEARS_LEADERSHIP), in_early_years(course, work_setting)))


def nursery_asks_for_a_nursery_course(
    *,
    course: str,
    policy: PolicyValues,
    work_setting: object,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
) -> Truth:
    """Return whether somebody at a maintained nursery school asks for a course that listed ones were funded for."""
    at_nursery = at_a_maintained_nursery(early_years_setting, establishment_type_code, institution_kind)
    return all_of((Truth.of(course in policy.nursery_courses), in_early_years(course, work_setting), at_nursery))


def private_setting_wants_early_years_leadership(
    course: str, work_setting: object, early_years_setting: object
) -> Truth:
    """Return whether a private nursery or other private setting, childminders apart, asks for it."""
    private = is_one_of(early_years_setting, ("private_nursery", "another_early_years_setting"))
    return all_of((wants_early_years_leadership(course, work_setting), private))


def unlisted_preschool_class(
    *,
    course: str,
    work_setting: object,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
    on_disadvantaged_early_years_list: bool | None,
) -> Truth:
    """Return whether a school's pre-school class that is not listed asks for early years leadership."""
    return all_of(
        (
            wants_early_years_leadership(course, work_setting),
            is_one_of(early_years_setting, ("preschool_class_as_part_of_school",)),
            negate(at_a_maintained_nursery(early_years_setting, establishment_type_code, institution_kind)),
            negate(Truth.of(on_disadvantaged_early_years_list)),
        )
    )


def lead_mentor_without_accreditation(
    course: str, work_setting: object, employment_type: object, itt_provider_approved: bool | None
) -> Truth:
    """Return whether a lead mentor of a provider that is not accredited asks for teacher development."""
    wants = is_lead_mentor_for_teacher_development(course, work_setting, employment_type)
    return all_of((wants, negate(Truth.of(itt_provider_approved))))


def childminder_while_the_list_was_gone(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object
) -> Truth:
    """Return whether a childminder asks in the week without a list."""
    gone = Truth.of("childminders" not in policy.recovered)
    return all_of((gone, is_childminder_for_early_years(course, work_setting, early_years_setting)))


@condition(
    "In autumn 2025 childminders were funded for early years leadership where they were on DfE’s list.",
    "not_entitled_childminder",
    (SERVICE,),
    applies=is_childminder_for_early_years,
)
def listed_childminder_2025(on_childminder_list: bool | None) -> Truth:
    """Be on the list, as a childminder."""
    return Truth.of(on_childminder_list)


@condition(
    "In autumn 2025 a maintained nursery school had to be on the list of disadvantaged nurseries.",
    "ineligible_establishment_type",
    (SERVICE,),
    applies=nursery_asks_for_a_nursery_course,
)
def listed_maintained_nursery(on_la_disadvantaged_nursery_list: bool | None) -> Truth:
    """Work at a listed maintained nursery school."""
    return Truth.of(on_la_disadvantaged_nursery_list)


@condition(
    "In autumn 2025 an early years setting had to be on the list of disadvantaged settings.",
    "not_entitled_ey_institution",
    (SERVICE, "cptshn-funding-2025"),
    applies=private_setting_wants_early_years_leadership,
)
def listed_early_years_setting(on_disadvantaged_early_years_list: bool | None) -> Truth:
    """Work at a listed early years setting."""
    return Truth.of(on_disadvantaged_early_years_list)


@condition(
    "In autumn 2025 early years staff were funded for early years leadership; "
    "listed maintained nursery schools also for headship and SENCO.",
    "early_years_invalid_npq",
    (SERVICE,),
    applies=in_early_years,
)
def early_years_course_2025(
    course: str,
    policy: PolicyValues,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
) -> Truth:
    """Choose a course that was funded in early years."""
    at_nursery = at_a_maintained_nursery(early_years_setting, establishment_type_code, institution_kind)
    for_nurseries = all_of((Truth.of(course in policy.nursery_courses), at_nursery))
    return any_of((Truth.of(course == EARLY_YEARS_LEADERSHIP), for_nurseries))


@condition(
    "In autumn 2025 hospital, young offender, virtual school and local authority supply staff "
    "could be considered for headship and SENCO only.",
    "ineligible_establishment_type",
    (SERVICE,),
    applies=in_another_setting_but_no_lead_mentor,
)
def considered_setting_2025(course: str, policy: PolicyValues, employment_type: object) -> Truth:
    """Work in a setting, and choose a course, that DfE looked at."""
    return goes_to_review(course, policy, employment_type)


CONDITIONS: tuple[Condition, ...] = (
    works_in_england,
    not_funded_before,
    new_headteacher,
    not_recovered("childminder_rule_recovered", "childminders in that week", childminder_while_the_list_was_gone),
    listed_childminder_2025,
    listed_maintained_nursery,
    listed_early_years_setting,
    not_recovered("preschool_rule_recovered", "pre-school classes that were not listed", unlisted_preschool_class),
    early_years_course_2025,
    eligible_workplace,
    listed_workplace,
    not_recovered(
        "accreditation_rule_recovered", "lead mentors of providers not accredited", lead_mentor_without_accreditation
    ),
    lead_mentor_course,
    considered_setting_2025,
    decided_without_a_review_of_the_setting,
    in_a_setting_or_referred,
    decided_without_a_review_of_the_referral,
)
