"""Read the scenario sheet of DfE's registration service (CSV): one decision a row, in the sheet's own labels."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.case import Case
from evals.readers.problem import Problem, make_case, sort_out
from evals.readers.sheet import SheetError, read_sheet

_COHORTS = {"2026 spring": "2026a", "2026 autumn": "2026b"}
_COURSES = {
    "early years leadership": "npq-early-years-leadership",
    "executive leadership": "npq-executive-leadership",
    "headship": "npq-headship",
    "leading behaviour and culture": "npq-leading-behaviour-culture",
    "leading literacy": "npq-leading-literacy",
    "leading primary mathematics": "npq-leading-primary-mathematics",
    "leading teaching": "npq-leading-teaching",
    "leading teacher development": "npq-leading-teaching-development",
    "senior leadership": "npq-senior-leadership",
    "special educational needs co-ordinator (senco)": "npq-senco",
    "early headship coaching offer": "npq-early-headship-coaching-offer",
}
_FUNDABLE = {"eligible_establishment_type": True}
_CHILDCARE = "early_years_or_childcare"
_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "school": {"work_setting": "a_school", **_FUNDABLE},
    "academy trust": {"work_setting": "an_academy_trust", **_FUNDABLE},
    "16 - 19 education setting": {"work_setting": "a_16_to_19_educational_setting", **_FUNDABLE},
    "local authority maintained nursery": {
        "work_setting": _CHILDCARE,
        "early_years_setting": "local_authority_maintained_nursery",
        "establishment_type_code": "15",
    },
    "pre-school class": {"work_setting": _CHILDCARE, "early_years_setting": "preschool_class_as_part_of_school"},
    "private nursery": {"work_setting": _CHILDCARE, "early_years_setting": "private_nursery"},
    "childminder": {"work_setting": _CHILDCARE, "early_years_setting": "childminder", "on_childminder_list": False},
    "another early years setting": {"work_setting": _CHILDCARE, "early_years_setting": "another_early_years_setting"},
    "virtual school": {"work_setting": "another_setting", "employment_type": "local_authority_virtual_school"},
    "young offender institution": {"work_setting": "another_setting", "employment_type": "young_offender_institution"},
    "hospital education": {"work_setting": "another_setting", "employment_type": "hospital_school"},
    "employer by an la": {"work_setting": "another_setting", "employment_type": "local_authority_supply_teacher"},
    "employed by an la": {"work_setting": "another_setting", "employment_type": "local_authority_supply_teacher"},
    "lead mentor": {"work_setting": "another_setting", "employment_type": "lead_mentor_for_accredited_itt_provider"},
    "not referred by": {"work_setting": "other", "referred_by_return_to_teaching_adviser": False},
    "referred by": {"work_setting": "other", "referred_by_return_to_teaching_adviser": True},
}
"""By a part of the label that no other label has, looked for in this order; whole labels first."""
_OUTCOMES = {
    "no": "not_eligible",
    "yes": "eligible",
    "yes (if on itt provider list)": "eligible",
    "subject to review": "subject_to_review",
}
_EXPECTED = "Expected eligibility value"
_REGISTERED = "Already registered for this course"


def recognises(path: Path) -> bool:
    """Return whether this is a CSV with the sheet's columns."""
    if not path.is_file() or path.suffix.lower() != ".csv":
        return False
    try:
        heads = read_sheet(path).heads
    except SheetError:
        return False
    return _EXPECTED in heads and "NPQ" in heads


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return one case for each row; a label that is not known is a problem, never a guess."""
    made: list[Case | tuple[Problem, ...]] = []
    for line in read_sheet(path).lines:
        try:
            fields = _fields(path.stem, line.number, line.cells)
        except KeyError as error:
            made.append((Problem(path, line.number, f"not a label of the sheet: {error}"),))
            continue
        made.append(make_case(path, line.number, fields))
    return sort_out(made)


def _fields(stem: str, line: int, row: Mapping[str, str]) -> dict[str, Any]:
    expected = row[_EXPECTED].lower()
    course = _COURSES[row["NPQ"].lower()]
    cohort = _COHORTS[row["Cohort"].lower()]
    return {
        "id": f"{stem}-{line:04d}",
        "origin": "dfe scenario sheet",
        "course": course,
        "cohort": cohort,
        "facts": _facts(row, course, expected),
        "verdict": {"course": course, "outcome": [_OUTCOMES[expected]]},
        "tags": _tags(row, cohort),
    }


def _facts(row: Mapping[str, str], course: str, expected: str) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "works_in_england": row["Works in England"].lower() == "yes",
        **_setting(row["Work setting"].lower()),
        **_lists(row),
        "is_headteacher": False,
        "prior_applications": [],
    }
    if "itt provider list" in expected:
        facts["itt_provider_approved"] = True
    if row[_REGISTERED].lower() == "yes":
        funded = {"status": "accepted", "eligible_for_funding": True, "funded_place": True}
        facts["prior_applications"] = [{"course": course, **funded}]
    return facts


def _setting(label: str) -> Mapping[str, Any]:
    if label in _SETTINGS:
        return _SETTINGS[label]
    for part, facts in _SETTINGS.items():
        if part in label and part not in ("school", "academy trust"):
            return facts
    raise KeyError(label)


def _lists(row: Mapping[str, str]) -> dict[str, bool]:
    """Return what the sheet says of the lists; blank is not applicable, so nothing is said."""
    college = row["Work setting"].lower().startswith("16")
    columns = {"RISE list?": "on_rise_list", "PP50": "on_pp50_fe_list" if college else "on_pp50_school_list"}
    values = {fact: row[column].lower() for column, fact in columns.items()}
    return {fact: value == "yes" for fact, value in values.items() if value}


def _tags(row: Mapping[str, str], cohort: str) -> list[str]:
    told = cohort == "2026b" and row["Works in England"].lower() == "yes" and row[_REGISTERED].lower() == "no"
    return ["informative", cohort] if told else [cohort]
