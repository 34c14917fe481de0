"""Who is meant by the conditions of 2022 to spring 2025, and which branches of those intakes were not recovered.

The conditions themselves, in their order, are in `workplace.py`.
"""

from __future__ import annotations

from advisor.core.courses import EARLY_YEARS_LEADERSHIP, LEADING_TEACHER_DEVELOPMENT
from advisor.core.facts_of_rules import PRIVATE_EARLY_YEARS, PUBLIC_EARLY_YEARS, SCHOOL_SETTINGS
from advisor.core.truth import Truth, all_of, any_of, negate
from advisor.rules.funding.condition import is_one_of
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.funding.setting_2026 import at_a_maintained_nursery, is_on_its_list

_LEAD_MENTOR = ("lead_mentor_for_accredited_itt_provider",)


def known_branch(policy: PolicyValues, branch: str) -> Truth:
    """Return whether the history shows a branch of this version."""
    return Truth.of(branch in policy.recovered)


def lead_mentor(work_setting: object, employment_type: object) -> Truth:
    """Return whether the person is a lead mentor for a training provider."""
    return all_of((is_one_of(work_setting, ("another_setting",)), is_one_of(employment_type, _LEAD_MENTOR)))


def lead_mentor_rule_known(policy: PolicyValues, work_setting: object, employment_type: object) -> Truth:
    """Return whether the person is a lead mentor in an intake whose rule for them is known."""
    return all_of((known_branch(policy, "lead_mentors"), lead_mentor(work_setting, employment_type)))


def lead_mentor_rule_unknown(
    course: str,
    policy: PolicyValues,
    work_setting: object,
    employment_type: object,
    itt_provider_approved: bool | None,
) -> Truth:
    """Return whether a lead mentor's case is one the history does not show."""
    unknown = any_of(
        (
            negate(known_branch(policy, "lead_mentors")),
            all_of((Truth.of(course == LEADING_TEACHER_DEVELOPMENT), negate(Truth.of(itt_provider_approved)))),
        )
    )
    return all_of((lead_mentor(work_setting, employment_type), unknown))


def tested_for_england(course: str, work_setting: object, employment_type: object) -> Truth:
    """Return whether the England test was reached: lead mentors' teacher development was funded before it."""
    mentor = all_of((Truth.of(course == LEADING_TEACHER_DEVELOPMENT), lead_mentor(work_setting, employment_type)))
    return negate(mentor)


def _employed_as(work_setting: object, employment_type: object, kinds: tuple[str, ...]) -> Truth:
    return all_of((is_one_of(work_setting, ("another_setting",)), is_one_of(employment_type, kinds)))


def reviewed_employment(policy: PolicyValues, work_setting: object, employment_type: object) -> Truth:
    """Return whether DfE reviewed this kind of employment."""
    return _employed_as(work_setting, employment_type, policy.review_employments)


def funded_employment_other_course(
    course: str, policy: PolicyValues, work_setting: object, employment_type: object
) -> Truth:
    """Return whether staff funded outright for some courses ask for another, which the history does not show."""
    other = Truth.of(course not in policy.funded_employment_courses)
    return all_of((other, _employed_as(work_setting, employment_type, policy.funded_employments)))


def other_employment_unknown(policy: PolicyValues, work_setting: object, employment_type: object) -> Truth:
    """Return whether the employment is of a kind whose rule in this intake is not known."""
    known = (*_LEAD_MENTOR, *policy.review_employments, *policy.funded_employments)
    if "other_refused" in policy.recovered:
        known = (*known, "other")
    return all_of((is_one_of(work_setting, ("another_setting",)), negate(is_one_of(employment_type, known))))


def no_workplace(work_setting: object, employment_type: object) -> Truth:
    """Return whether there is no workplace of any kind named."""
    none = all_of((is_one_of(work_setting, ("another_setting",)), is_one_of(employment_type, ("other",))))
    return any_of((is_one_of(work_setting, ("other",)), none))


def outside_rule_unknown(policy: PolicyValues, work_setting: object) -> Truth:
    """Return whether somebody outside every workplace asks in an intake whose rule for that is not known."""
    return all_of((negate(known_branch(policy, "other_refused")), is_one_of(work_setting, ("other",))))


def referred(policy: PolicyValues, work_setting: object, referred_by_return_to_teaching_adviser: bool | None) -> Truth:
    """Return whether a Return to Teaching Adviser referred somebody outside every workplace."""
    told = Truth.of(referred_by_return_to_teaching_adviser)
    return all_of((known_branch(policy, "referral"), is_one_of(work_setting, ("other",)), told))


def local_authority_unknown(policy: PolicyValues, institution_kind: object) -> Truth:
    """Return whether a local authority is the workplace in an intake whose rule for it is not known."""
    return all_of((negate(known_branch(policy, "local_authority")), Truth.of(institution_kind == "local_authority")))


def in_private_early_years(work_setting: object, early_years_setting: object) -> Truth:
    """Return whether the workplace is a private early years setting."""
    private = is_one_of(early_years_setting, PRIVATE_EARLY_YEARS)
    return all_of((is_one_of(work_setting, ("early_years_or_childcare",)), private))


def private_early_years_unknown(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object
) -> Truth:
    """Return whether a private setting asks for something the history does not show."""
    known = all_of((known_branch(policy, "register"), Truth.of(course == EARLY_YEARS_LEADERSHIP)))
    return all_of((in_private_early_years(work_setting, early_years_setting), negate(known)))


def in_a_public_institution(work_setting: object, early_years_setting: object, institution_kind: object) -> Truth:
    """Return whether the workplace is a school of any kind, a nursery that is one included."""
    if institution_kind == "local_authority":
        return Truth.FALSE
    nursery = all_of(
        (
            is_one_of(work_setting, ("early_years_or_childcare",)),
            is_one_of(early_years_setting, PUBLIC_EARLY_YEARS),
        )
    )
    return any_of((is_one_of(work_setting, SCHOOL_SETTINGS), nursery))


def independent_school_unknown(
    *,
    course: str,
    policy: PolicyValues,
    work_setting: object,
    early_years_setting: object,
    institution_kind: object,
    eligible_establishment_type: bool | None,
) -> Truth:
    """Return whether an independent school asks for early years leadership, funded where listed from late 2022."""
    return all_of(
        (
            Truth.of(course == EARLY_YEARS_LEADERSHIP),
            negate(known_branch(policy, "independent_early_years_refused")),
            in_a_public_institution(work_setting, early_years_setting, institution_kind),
            negate(Truth.of(eligible_establishment_type)),
        )
    )


def early_years_leadership_at_a_school(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object, institution_kind: object
) -> Truth:
    """Return whether a school asks for early years leadership under the disadvantage lists."""
    public = in_a_public_institution(work_setting, early_years_setting, institution_kind)
    return all_of((Truth.of(course == EARLY_YEARS_LEADERSHIP), known_branch(policy, "lists"), public))


def early_years_lists_unknown(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object, institution_kind: object
) -> Truth:
    """Return whether early years leadership at a school depended on lists that the history does not show."""
    asks = early_years_leadership_at_a_school(course, policy, work_setting, early_years_setting, institution_kind)
    return all_of((asks, negate(known_branch(policy, "early_years_lists"))))


def listed_course_at_a_school(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object, institution_kind: object
) -> Truth:
    """Return whether a school asks for a course that depended on its disadvantage list."""
    listed = Truth.of(course in policy.list_only and course != EARLY_YEARS_LEADERSHIP)
    return all_of((listed, in_a_public_institution(work_setting, early_years_setting, institution_kind)))


def at_a_nursery_school(
    work_setting: object, early_years_setting: object, establishment_type_code: object, institution_kind: object
) -> Truth:
    """Return whether it is a maintained nursery school; without a code only an early years setting is one."""
    at_nursery = at_a_maintained_nursery(early_years_setting, establishment_type_code, institution_kind)
    if establishment_type_code is not None:
        return at_nursery
    return all_of((is_one_of(work_setting, ("early_years_or_childcare",)), at_nursery))


def nursery_rule_unknown(
    *,
    course: str,
    policy: PolicyValues,
    work_setting: object,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
    on_la_disadvantaged_nursery_list: bool | None,
    on_pp50_school_list: bool | None,
    on_pp50_fe_list: bool | None,
) -> Truth:
    """Return whether a maintained nursery school's case is one the history does not show.

    Listed nurseries were funded for "most" listed courses from August 2024 and for all from February 2025; before
    August 2024 nothing is recorded.
    """
    at_nursery = all_of(
        (
            in_a_public_institution(work_setting, early_years_setting, institution_kind),
            at_a_nursery_school(work_setting, early_years_setting, establishment_type_code, institution_kind),
            known_branch(policy, "lists"),
        )
    )
    if "nurseries" not in policy.recovered:
        return at_nursery
    if "listed_nurseries" in policy.recovered or course not in policy.list_only:
        return Truth.FALSE
    on_a_list = any_of((Truth.of(on_pp50_school_list), Truth.of(on_pp50_fe_list)))
    return all_of((at_nursery, Truth.of(on_la_disadvantaged_nursery_list), negate(on_a_list)))


def register_decides(course: str, policy: PolicyValues, work_setting: object, early_years_setting: object) -> Truth:
    """Return whether a private setting asks for early years leadership when the Ofsted register decided."""
    asks = all_of((Truth.of(course == EARLY_YEARS_LEADERSHIP), known_branch(policy, "register")))
    return all_of((asks, in_private_early_years(work_setting, early_years_setting)))


def nursery_on_its_list(at_nursery: Truth, listed: bool | None, policy: PolicyValues) -> Truth:
    """Return whether a maintained nursery school is on its list, in a version where that was enough."""
    return all_of((known_branch(policy, "listed_nurseries"), at_nursery, Truth.of(listed)))


def on_a_disadvantage_list(policy: PolicyValues, work_setting: object, school: object, college: object) -> Truth:
    """Return whether the workplace is on a disadvantage list that counted: either of them until 10 March 2025."""
    by_school = school if isinstance(school, bool) else None
    by_college = college if isinstance(college, bool) else None
    if "either_list" in policy.recovered:
        return any_of((Truth.of(by_school), Truth.of(by_college)))
    return is_on_its_list(work_setting, by_school, by_college)
