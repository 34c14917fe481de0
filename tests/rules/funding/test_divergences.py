"""Where DfE's service and the guidance differ: the trace says so, the verdict follows the service."""

from __future__ import annotations

import pytest

from advisor.rules.decision import decide
from advisor.rules.funding.divergences import DIVERGENCES
from advisor.rules.funding.rulesets import load_rule_book
from advisor.rules.parsing import parse_facts
from advisor.rules.verdict import Outcome
from tests.rules.scenarios import TODAY

H, EYL, EHCO = "npq-headship", "npq-early-years-leadership", "npq-early-headship-coaching-offer"
EARLY = {"work_setting": "early_years_or_childcare"}
HEAD = {"in_first_five_years_of_headship": True}


def names(course: str, cohort: str, /, **facts: object) -> tuple[list[str], Outcome]:
    known = parse_facts({"works_in_england": True, "prior_applications": [], **facts})
    verdict = decide(course, known, TODAY, cohort)
    told = [step.condition for step in verdict.steps if step.condition.startswith("guidance_differs.")]
    return [name.removeprefix("guidance_differs.") for name in told], verdict.outcome


@pytest.mark.parametrize(
    ("course", "facts", "name", "outcome"),
    [
        (
            EHCO,
            {**HEAD, "work_setting": "a_school", "establishment_type_code": "11"},
            "coaching_offer_workplace",
            "eligible",
        ),
        (EHCO, {**HEAD, **EARLY}, "coaching_offer_workplace", "eligible"),
        (EHCO, HEAD, "coaching_offer_workplace", "eligible"),
        (
            EYL,
            {**EARLY, "early_years_setting": "private_nursery", "has_ofsted_urn": False},
            "private_setting_without_ofsted_number",
            "eligible",
        ),
        (
            EYL,
            {**EARLY, "early_years_setting": "childminder", "on_childminder_list": False},
            "childminder_list",
            "not_eligible",
        ),
        (
            EYL,
            {**EARLY, "early_years_setting": "preschool_class_as_part_of_school"},
            "preschool_class_of_any_school",
            "eligible",
        ),
        (
            H,
            {"work_setting": "another_setting", "employment_type": "local_authority_virtual_school"},
            "virtual_school_roles",
            "subject_to_review",
        ),
        (H, {"work_setting": "a_school", "establishment_type_code": "10"}, "independent_special_school", "eligible"),
        (
            H,
            {"work_setting": "a_school", "establishment_type_code": "26"},
            "service_children_school_abroad",
            "eligible",
        ),
        (H, {"work_setting": "a_school", "establishment_type_code": "15"}, "nursery_registered_as_school", "eligible"),
        (
            H,
            {"work_setting": "a_school", "institution_kind": "local_authority"},
            "local_authority_as_workplace",
            "not_eligible",
        ),
        (
            H,
            {"works_in_england": False, "nation": "crown_dependencies"},
            "crown_dependencies_named",
            "not_eligible",
        ),
        (
            "npq-leading-literacy",
            {
                "work_setting": "a_school",
                "eligible_establishment_type": True,
                "on_pp50_school_list": False,
                "on_rise_list": False,
            },
            "page_for_unlisted_workplaces",
            "not_eligible",
        ),
    ],
)
def test_the_trace_shows_the_divergence(course: str, facts: dict[str, object], name: str, outcome: str) -> None:
    told, decided = names(course, "2026b", **facts)
    assert told == [name]
    assert decided == outcome


@pytest.mark.parametrize(
    ("course", "facts"),
    [
        (EHCO, {**HEAD, "work_setting": "a_school", "eligible_establishment_type": True}),
        (EHCO, {"in_first_five_years_of_headship": False, "work_setting": "other"}),
        (H, {"work_setting": "a_school", "eligible_establishment_type": True}),
        (H, {"work_setting": "another_setting", "employment_type": "hospital_school"}),
    ],
)
def test_where_both_agree_nothing_is_said(course: str, facts: dict[str, object]) -> None:
    assert names(course, "2026b", **facts)[0] == []


@pytest.mark.parametrize(
    ("cohort", "course", "facts", "told"),
    [
        ("2025b", EHCO, {**HEAD, "is_headteacher": True}, ["coaching_offer_workplace"]),
        ("2025a", EHCO, {**HEAD, "work_setting": "a_school", "eligible_establishment_type": True}, []),
        ("2025b", EYL, {**EARLY, "early_years_setting": "private_nursery"}, []),
        ("2023b", EYL, {**EARLY, "early_years_setting": "private_nursery", "on_ofsted_early_years_register": True}, []),
        (
            "2025a",
            H,
            {"work_setting": "another_setting", "employment_type": "local_authority_virtual_school"},
            ["virtual_school_roles"],
        ),
        ("2026a", H, {"work_setting": "a_school", "establishment_type_code": "26"}, []),
        ("2024b", H, {"work_setting": "a_school", "establishment_type_code": "10"}, []),
    ],
)
def test_an_entry_is_shown_for_the_intakes_it_holds_for_and_no_other(
    cohort: str, course: str, facts: dict[str, object], told: list[str]
) -> None:
    assert names(course, cohort, **facts)[0] == told


@pytest.mark.parametrize(
    ("course", "facts"),
    [
        (H, {"works_in_england": False, "nation": "wales"}),
        ("npq-leading-literacy", {"work_setting": "a_school", "eligible_establishment_type": False}),
        ("npq-leading-literacy", {**EARLY, "early_years_setting": "private_nursery"}),
    ],
)
def test_a_refusal_on_other_grounds_shows_none(course: str, facts: dict[str, object]) -> None:
    told, outcome = names(course, "2026b", **facts)
    assert (told, outcome) == ([], "not_eligible")


def test_every_entry_is_a_sentence_with_a_source() -> None:
    assert len({each.name for each in DIVERGENCES}) == len(DIVERGENCES)
    for each in DIVERGENCES:
        assert set(each.cohorts) <= set(load_rule_book().versions)
        assert each.text.endswith(".")
        assert each.sources
