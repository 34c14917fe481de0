"""2022 to spring 2025, where the rules followed the kind of institution: only as far as the history shows them.

`policy.recovered` names the branches that are known for a version; any other branch says that it is not.
"""

from __future__ import annotations

from advisor.core.courses import LEADING_TEACHER_DEVELOPMENT
from advisor.core.truth import Truth, all_of, any_of, negate
from advisor.rules.funding.condition import Condition, condition, is_one_of, not_recovered
from advisor.rules.funding.everyone import SERVICE, is_coaching_offer, not_funded_before
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.funding.workplace_branches import (
    at_a_nursery_school,
    early_years_leadership_at_a_school,
    early_years_lists_unknown,
    funded_employment_other_course,
    in_a_public_institution,
    independent_school_unknown,
    lead_mentor_rule_known,
    lead_mentor_rule_unknown,
    listed_course_at_a_school,
    local_authority_unknown,
    no_workplace,
    nursery_on_its_list,
    nursery_rule_unknown,
    on_a_disadvantage_list,
    other_employment_unknown,
    outside_rule_unknown,
    private_early_years_unknown,
    referred,
    register_decides,
    reviewed_employment,
    tested_for_england,
)
from advisor.rules.verdict import Outcome


@condition(
    "Lead mentors for a teacher training provider were funded for leading teacher development and nothing else.",
    "not_lead_mentor_course",
    (SERVICE,),
    applies=lead_mentor_rule_known,
)
def lead_mentor_course_then(course: str) -> Truth:
    """Choose leading teacher development, as a lead mentor."""
    return Truth.of(course == LEADING_TEACHER_DEVELOPMENT)


@condition(
    "Scholarships were only for people who worked in England.",
    "not_in_england",
    (SERVICE,),
    applies=tested_for_england,
)
def worked_in_england(works_in_england: bool | None) -> Truth:
    """Work in England."""
    return Truth.of(works_in_england)


@condition(
    "For this kind of setting DfE reviewed each registration.",
    "subject_to_review",
    (SERVICE,),
    applies=reviewed_employment,
    on_fail=Outcome.SUBJECT_TO_REVIEW,
)
def decided_without_a_review_then() -> Truth:
    """Be decided by the rules alone; these settings were not."""
    return Truth.FALSE


@condition(
    "DfE reviewed each person whom a Return to Teaching Adviser referred.",
    "referred_by_return_to_teaching_adviser",
    (SERVICE,),
    applies=referred,
    on_fail=Outcome.SUBJECT_TO_REVIEW,
)
def decided_without_a_referral_then() -> Truth:
    """Be decided by the rules alone; referred people were not."""
    return Truth.FALSE


@condition(
    "A fundable workplace was needed: a school, a nursery, a college or one of the settings named.",
    "ineligible_institution_type",
    (SERVICE,),
)
def had_a_workplace(
    work_setting: object, referred_by_return_to_teaching_adviser: bool | None, employment_type: object
) -> Truth:
    """Have a workplace, or a referral in place of one."""
    told = all_of((is_one_of(work_setting, ("other",)), Truth.of(referred_by_return_to_teaching_adviser)))
    return any_of((negate(no_workplace(work_setting, employment_type)), told))


@condition(
    "A private early years setting had to be on Ofsted’s early years register.",
    "not_on_early_years_register",
    (SERVICE, "gov-funding-2023"),
    applies=register_decides,
)
def on_the_register(on_ofsted_early_years_register: bool | None) -> Truth:
    """Work for a registered setting."""
    return Truth.of(on_ofsted_early_years_register)


@condition(
    "The school or college had to be of a type that DfE funds.",
    "ineligible_establishment_type",
    (SERVICE, "dfe-service-school-types"),
    applies=in_a_public_institution,
)
def eligible_institution(eligible_establishment_type: bool | None) -> Truth:
    """Work at an establishment of an eligible type."""
    return Truth.of(eligible_establishment_type)


@condition(
    "For early years leadership a school had to be on the early years list or the disadvantage list.",
    "not_entitled_ey_institution",
    (SERVICE,),
    applies=early_years_leadership_at_a_school,
)
def listed_for_early_years(
    *,
    policy: PolicyValues,
    work_setting: object,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
    on_early_years_list: bool | None,
    on_pp50_school_list: bool | None,
    on_pp50_fe_list: bool | None,
    on_la_disadvantaged_nursery_list: bool | None,
) -> Truth:
    """Work at a listed school or nursery."""
    nursery = at_a_nursery_school(work_setting, early_years_setting, establishment_type_code, institution_kind)
    return any_of(
        (
            Truth.of(on_early_years_list),
            on_a_disadvantage_list(policy, work_setting, on_pp50_school_list, on_pp50_fe_list),
            nursery_on_its_list(nursery, on_la_disadvantaged_nursery_list, policy),
        )
    )


@condition(
    "This course was funded only at workplaces on DfE’s disadvantage list (PP50).",
    "ineligible_establishment_not_a_pp50",
    (SERVICE, "gov-funding-jun-2024"),
    applies=listed_course_at_a_school,
)
def listed_institution(
    *,
    policy: PolicyValues,
    work_setting: object,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
    on_pp50_school_list: bool | None,
    on_pp50_fe_list: bool | None,
    on_la_disadvantaged_nursery_list: bool | None,
) -> Truth:
    """Work at a listed school, college or, from February 2025, nursery."""
    nursery = at_a_nursery_school(work_setting, early_years_setting, establishment_type_code, institution_kind)
    by_pupil_premium = on_a_disadvantage_list(policy, work_setting, on_pp50_school_list, on_pp50_fe_list)
    return any_of((by_pupil_premium, nursery_on_its_list(nursery, on_la_disadvantaged_nursery_list, policy)))


@condition(
    "The coaching offer was funded for headteachers in their first five years of headship.",
    "not_new_headteacher_requesting_ehco",
    (SERVICE,),
    applies=is_coaching_offer,
)
def new_headteacher_then(in_first_five_years_of_headship: bool | None) -> Truth:
    """Be a headteacher in the first five years."""
    return Truth.of(in_first_five_years_of_headship)


CONDITIONS: tuple[Condition, ...] = (
    not_recovered("lead_mentor_rule_recovered", "this kind of lead mentor", lead_mentor_rule_unknown),
    lead_mentor_course_then,
    worked_in_england,
    not_funded_before,
    not_recovered("outside_rule_recovered", "people outside every workplace", outside_rule_unknown),
    had_a_workplace,
    not_recovered("employment_rule_recovered", "this kind of employment", other_employment_unknown),
    not_recovered("employment_course_recovered", "this course for these staff", funded_employment_other_course),
    decided_without_a_review_then,
    decided_without_a_referral_then,
    not_recovered("authority_rule_recovered", "local authorities", local_authority_unknown),
    not_recovered("private_rule_recovered", "this course in a private setting", private_early_years_unknown),
    on_the_register,
    not_recovered("independent_rule_recovered", "independent schools with early years", independent_school_unknown),
    eligible_institution,
    not_recovered("early_years_lists_recovered", "early years leadership at schools", early_years_lists_unknown),
    not_recovered("nursery_rule_recovered", "this course at nursery schools", nursery_rule_unknown),
    listed_for_early_years,
    listed_institution,
    new_headteacher_then,
)
