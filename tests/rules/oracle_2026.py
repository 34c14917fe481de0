"""The autumn 2026 table, first match wins, written from the published rules apart from the conditions under test."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.core.courses import (
    EARLY_HEADSHIP_COACHING,
    EARLY_YEARS_LEADERSHIP,
    HEADSHIP,
    LEADING_TEACHER_DEVELOPMENT,
    SENCO,
    SENIOR_LEADERSHIP,
)

OPEN_TO_EVERY_STATE_SCHOOL = (HEADSHIP, SENCO, SENIOR_LEADERSHIP, EARLY_YEARS_LEADERSHIP)
THREE = (HEADSHIP, SENCO, SENIOR_LEADERSHIP)
Person = Mapping[str, object]


def code_for(course: str, person: Person) -> str:
    """Return DfE's code for somebody about whom everything is known."""
    if not person["works_in_england"]:
        return "not_in_england"
    if person["funded_before"]:
        return "previously_funded"
    if course == EARLY_HEADSHIP_COACHING:
        return "funded" if person["in_first_five_years_of_headship"] else "not_new_headteacher_requesting_ehco"
    setting = person["work_setting"]
    if setting == "early_years_or_childcare":
        return _early_years(course, person)
    if setting == "another_setting":
        return _another_setting(course, person)
    if setting == "other":
        referred = person["referred_by_return_to_teaching_adviser"]
        return "referred_by_return_to_teaching_adviser" if referred else "ineligible_establishment_type"
    return _school(course, person)


def _early_years(course: str, person: Person) -> str:
    place = person.get("early_years_setting")
    if course == EARLY_YEARS_LEADERSHIP:
        return "funded" if place != "childminder" or person["on_childminder_list"] else "not_entitled_childminder"
    code = person.get("establishment_type_code")
    nursery = code == "15" if code else place == "local_authority_maintained_nursery"
    return "funded" if course in THREE and nursery else "early_years_invalid_npq"


def _school(course: str, person: Person) -> str:
    if person["on_rise_list"]:
        return "funded"
    if not person["eligible_establishment_type"]:
        return "ineligible_establishment_type"
    if course in OPEN_TO_EVERY_STATE_SCHOOL:
        return "funded"
    college = person["work_setting"] == "a_16_to_19_educational_setting"
    listed = person["on_pp50_fe_list" if college else "on_pp50_school_list"]
    return "funded" if listed else "ineligible_establishment_not_a_pp50"


def _another_setting(course: str, person: Person) -> str:
    work = person.get("employment_type")
    if work == "lead_mentor_for_accredited_itt_provider":
        if course != LEADING_TEACHER_DEVELOPMENT:
            return "not_lead_mentor_course"
        return "funded" if person.get("itt_provider_approved") else "ineligible_establishment_type"
    return "subject_to_review" if work != "other" and course in THREE else "ineligible_establishment_type"


def outcome_of(code: str) -> str:
    """Return the outcome that a code stands for."""
    if code == "funded":
        return "eligible"
    reviewed = ("subject_to_review", "referred_by_return_to_teaching_adviser")
    return "subject_to_review" if code in reviewed else "not_eligible"
