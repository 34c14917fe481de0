"""2022 to spring 2025, where the rules followed the kind of institution: only as far as the history shows them.

`policy.recovered` names the branches that are known for a version; any other branch says that it is not.
"""

from __future__ import annotations

from advisor.core.courses import EARLY_YEARS_LEADERSHIP, LEADING_TEACHER_DEVELOPMENT
from advisor.core.facts_of_rules import PRIVATE_EARLY_YEARS, SCHOOL_SETTINGS
from advisor.core.truth import Truth, all_of, any_of, negate
from advisor.rules.funding.condition import Condition, condition, is_one_of, not_recovered
from advisor.rules.funding.everyone import SERVICE, is_coaching_offer, not_funded_before
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.funding.setting_2026 import at_a_maintained_nursery, is_on_its_list
from advisor.rules.verdict import Outcome

_LEAD_MENTOR = ("lead_mentor_for_accredited_itt_provider",)
_PUBLIC_EARLY_YEARS = ("local_authority_maintained_nursery", "preschool_class_as_part_of_school")


def _known(policy: PolicyValues, branch: str) -> Truth:
    return Truth.of(branch in policy.recovered)


def lead_mentor(work_setting: object, employment_type: object) -> Truth:
    """Return whether the person is a lead mentor for a training provider."""
    return all_of((is_one_of(work_setting, ("another_setting",)), is_one_of(employment_type, _LEAD_MENTOR)))


def lead_mentor_rule_known(policy: PolicyValues, work_setting: object, employment_type: object) -> Truth:
    """Return whether the person is a lead mentor in an intake whose rule for them is known."""
    return all_of((_known(policy, "lead_mentors"), lead_mentor(work_setting, employment_type)))


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
            negate(_known(policy, "lead_mentors")),
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
    return all_of((negate(_known(policy, "other_refused")), is_one_of(work_setting, ("other",))))


def referred(policy: PolicyValues, work_setting: object, referred_by_return_to_teaching_adviser: bool | None) -> Truth:
    """Return whether a Return to Teaching Adviser referred somebody outside every workplace."""
    told = Truth.of(referred_by_return_to_teaching_adviser)
    return all_of((_known(policy, "referral"), is_one_of(work_setting, ("other",)), told))


def local_authority_unknown(policy: PolicyValues, institution_kind: object) -> Truth:
    """Return whether a local authority is the workplace in an intake whose rule for it is not known."""
    return all_of((negate(_known(policy, "local_authority")), Truth.of(institution_kind == "local_authority")))


def in_private_early_years(work_setting: object, early_years_setting: object) -> Truth:
    """Return whether the workplace is a private early years setting."""
    private = is_one_of(early_years_setting, PRIVATE_EARLY_YEARS)
    return all_of((is_one_of(work_setting, ("early_years_or_childcare",)), private))


def private_early_years_unknown(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object
) -> Truth:
    """Return whether a private setting asks for something the history does not show."""
    known = all_of((_known(policy, "register"), Truth.of(course == EARLY_YEARS_LEADERSHIP)))
    return all_of((in_private_early_years(work_setting, early_years_setting), negate(known)))


def in_a_public_institution(work_setting: object, early_years_setting: object, institution_kind: object) -> Truth:
    """Return whether the workplace is a school of any kind, a nursery that is one included."""
    if institution_kind == "local_authority":
        return Truth.FALSE
    nursery = all_of(
        (
            is_one_of(work_setting, ("early_years_or_childcare",)),
            is_one_of(early_years_setting, _PUBLIC_EARLY_YEARS),
        )
    )
    return any_of((is_one_of(work_setting, SCHOOL_SETTINGS), nursery))


def independent_school_unknown(
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
            negate(_known(policy, "independent_early_years_refused")),
            in_a_public_institution(work_setting, early_years_setting, institution_kind),
            negate(Truth.of(eligible_establishment_type)),
        )
    )


def early_years_leadership_at_a_school(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object, institution_kind: object
) -> Truth:
    """Return whether a school asks for early years leadership under the disadvantage lists."""
    public = in_a_public_institution(work_setting, early_years_setting, institution_kind)
    return all_of((Truth.of(course == EARLY_YEARS_LEADERSHIP), _known(policy, "lists"), public))


def early_years_lists_unknown(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object, institution_kind: object
) -> Truth:
    """Return whether early years leadership at a school depended on lists that the history does not show."""
    asks = early_years_leadership_at_a_school(course, policy, work_setting, early_years_setting, institution_kind)
    return all_of((asks, negate(_known(policy, "early_years_lists"))))


def listed_course_at_a_school(
    course: str, policy: PolicyValues, work_setting: object, early_years_setting: object, institution_kind: object
) -> Truth:
    """Return whether a school asks for a course that depended on its disadvantage list."""
    listed = Truth.of(course in policy.list_only and course != EARLY_YEARS_LEADERSHIP)
    return all_of((listed, in_a_public_institution(work_setting, early_years_setting, institution_kind)))


def nursery_rule_unknown(
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
            at_a_maintained_nursery(early_years_setting, establishment_type_code, institution_kind),
            _known(policy, "lists"),
        )
    )
    if "nurseries" not in policy.recovered:
        return at_nursery
    if "listed_nurseries" in policy.recovered or course not in policy.list_only:
        return Truth.FALSE
    on_a_list = any_of((Truth.of(on_pp50_school_list), Truth.of(on_pp50_fe_list)))
    return all_of((at_nursery, Truth.of(on_la_disadvantaged_nursery_list), negate(on_a_list)))


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


def register_decides(course: str, policy: PolicyValues, work_setting: object, early_years_setting: object) -> Truth:
    """Return whether a private setting asks for early years leadership when the Ofsted register decided."""
    asks = all_of((Truth.of(course == EARLY_YEARS_LEADERSHIP), _known(policy, "register")))
    return all_of((asks, in_private_early_years(work_setting, early_years_setting)))


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


def _nursery_on_its_list(
    policy: PolicyValues,
    work_setting: object,
    early_years_setting: object,
    establishment_type_code: object,
    institution_kind: object,
    listed: bool | None,
) -> Truth:
    """Return whether a maintained nursery school is on its list, in a version where that was enough."""
    at_nursery = at_a_maintained_nursery(early_years_setting, establishment_type_code, institution_kind)
    if establishment_type_code is None:  # without a code only an early years setting can be one
        at_nursery = all_of((is_one_of(work_setting, ("early_years_or_childcare",)), at_nursery))
    return all_of((_known(policy, "listed_nurseries"), at_nursery, Truth.of(listed)))


@condition(
    "For early years leadership a school had to be on the early years list or the disadvantage list.",
    "not_entitled_ey_institution",
    (SERVICE,),
    applies=early_years_leadership_at_a_school,
)
def listed_for_early_years(
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
    nursery = _nursery_on_its_list(
        policy,
        work_setting,
        early_years_setting,
        establishment_type_code,
        institution_kind,
        on_la_disadvantaged_nursery_list,
    )
    by_pupil_premium = _listed(policy, work_setting, on_pp50_school_list, on_pp50_fe_list)
    return any_of((Truth.of(on_early_years_list), by_pupil_premium, nursery))


@condition(
    "This course was funded only at workplaces on DfE’s disadvantage list (PP50).",
    "ineligible_establishment_not_a_pp50",
    (SERVICE, "gov-funding-jun-2024"),
    applies=listed_course_at_a_school,
)
def listed_institution(
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
    nursery = _nursery_on_its_list(
        policy,
        work_setting,
        early_years_setting,
        establishment_type_code,
        institution_kind,
        on_la_disadvantaged_nursery_list,
    )
    return any_of((_listed(policy, work_setting, on_pp50_school_list, on_pp50_fe_list), nursery))


def _listed(policy: PolicyValues, work_setting: object, school: bool | None, college: bool | None) -> Truth:
    if "either_list" in policy.recovered:  # until 10 March 2025 either list was enough
        return any_of((Truth.of(school), Truth.of(college)))
    return is_on_its_list(work_setting, school, college)


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
