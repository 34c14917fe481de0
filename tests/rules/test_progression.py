"""Which course fits next, and why."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.rules.fits import load_fits
from advisor.rules.parsing import parse_facts
from advisor.rules.progression import suggest, why_not
from tests.rules.scenarios import TODAY

SL, H, EL = "npq-senior-leadership", "npq-headship", "npq-executive-leadership"
LT, LTD, LBC = "npq-leading-teaching", "npq-leading-teaching-development", "npq-leading-behaviour-culture"
LL, LPM, SENCO = "npq-leading-literacy", "npq-leading-primary-mathematics", "npq-senco"
EYL, EHCO = "npq-early-years-leadership", "npq-early-headship-coaching-offer"


def passed(course: str) -> dict[str, Any]:
    return {"course": course, "status": "accepted", "outcome": "passed"}


def courses(**facts: object) -> list[str]:
    return [each.course for each in suggest(parse_facts(facts), TODAY)]


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ({"role": "deputy_head"}, H),
        ({"role": "head_of_school"}, H),
        ({"role": "deputy_head", "early_years_setting": "private_nursery"}, EYL),
        ({"role": "deputy_head", "early_years_setting": "preschool_class_as_part_of_school"}, H),
        ({"role": "assistant_head"}, SL),
        ({"role": "assistant_head", "aims": ["become_head"]}, H),
        ({"role": "headteacher"}, H),
        ({"role": "headteacher", "aims": ["run_trust"]}, EL),
        ({"role": "headteacher", "role_wanted": "executive_head"}, EL),
        ({"role": "executive_head"}, EL),
        ({"role": "trust_ceo"}, EL),
        ({"role": "trust_leader"}, EL),
        ({"role": "head_of_department"}, LT),
        ({"role": "subject_lead"}, LT),
        ({"role": "second_in_department"}, LT),
        ({"role": "phase_lead"}, LT),
        ({"role": "lead_practitioner"}, LT),
        ({"role": "head_of_department", "role_wanted": "assistant_head"}, SL),
        ({"role": "head_of_department", "role_wanted": "head"}, SL),
        ({"role": "head_of_department", "role_wanted": "head", "prior_applications": [passed(SL)]}, H),
        ({"role": "classroom_teacher", "role_wanted": "deputy_head"}, SL),
        ({"role": "year_lead"}, LBC),
        ({"role": "pastoral_lead"}, LBC),
        ({"role": "behaviour_lead"}, LBC),
        ({"role": "cpd_lead"}, LTD),
        ({"role": "mentor"}, LTD),
        ({"role": "itt_lead_mentor"}, LTD),
        ({"employment_type": "lead_mentor_for_accredited_itt_provider"}, LTD),
        ({"role": "literacy_lead"}, LL),
        ({"role": "english_lead"}, LL),
        ({"role": "maths_lead", "phase": "primary"}, LPM),
        ({"role": "maths_lead", "phase": "secondary"}, LT),
        ({"role": "maths_lead", "phase": "primary", "maths_understanding": "cannot_show"}, LT),
        ({"role": "senco"}, SENCO),
        ({"role": "classroom_teacher", "role_wanted": "senco"}, SENCO),
        ({"role": "classroom_teacher", "aims": ["send"]}, SENCO),
        ({"role": "nursery_manager"}, EYL),
        ({"role": "nursery_deputy", "role_wanted": "nursery_manager"}, EYL),
        ({"role": "room_leader", "early_years_setting": "private_nursery"}, EYL),
        ({"role": "reception_teacher"}, EYL),
        ({"role": "childminder"}, EYL),
        ({"role": "classroom_teacher"}, LT),
        ({"role": "classroom_teacher", "aims": ["behaviour"]}, LBC),
        ({"role": "classroom_teacher", "aims": ["develop_others"]}, LTD),
        ({"role": "classroom_teacher", "aims": ["literacy"]}, LL),
        ({"role": "maths_lead", "phase": "primary", "aims": ["behaviour"], "role_wanted": "behaviour_lead"}, LBC),
        ({"role": "teaching_assistant"}, LBC),
        ({"prior_npqs": [{"name": "npqml"}]}, SL),
        ({"prior_applications": [passed(SL)]}, H),
    ],
)
def test_the_best_fit_comes_first(facts: dict[str, object], first: str) -> None:
    assert courses(**facts)[0] == first


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert courses() == []
    assert courses(works_in_england=True) == []


def test_a_new_head_gets_the_coaching_offer_beside_headship() -> None:
    assert set(courses(role="new_headteacher")) == {EHCO, H}
    assert EHCO in courses(role="headteacher", in_first_five_years_of_headship=True)
    assert EHCO in courses(role="headteacher", headship_start="2024-09")
    assert EHCO not in courses(role="headteacher", headship_start="2018-09")
    assert EHCO not in courses(role="headteacher", in_first_five_years_of_headship=False)


@pytest.mark.parametrize(
    "earlier",
    [
        passed(H),
        {"course": H, "status": "accepted", "training_status": "active"},
        {"course": H, "status": "accepted", "training_status": "deferred"},
        {"course": H, "status": "pending"},
        {"course": H},
    ],
)
def test_a_course_held_or_under_way_is_never_suggested(earlier: dict[str, object]) -> None:
    assert H not in courses(role="deputy_head", prior_applications=[earlier])


@pytest.mark.parametrize("earlier", [{"course": H, "status": "rejected"}, {"course": H, "outcome": "failed"}])
def test_one_that_was_turned_down_or_failed_may_be_suggested_again(earlier: dict[str, object]) -> None:
    assert H in courses(role="deputy_head", prior_applications=[earlier])


def test_a_legacy_npq_of_the_same_ground_is_not_suggested_again() -> None:
    assert H not in courses(role="deputy_head", prior_npqs=[{"name": "npqh-legacy", "status": "completed"}])
    assert H in courses(role="deputy_head", prior_npqs=[{"name": "npqsl-legacy", "status": "completed"}])


def test_the_stage_of_npqh_counts_as_having_it() -> None:
    assert H not in courses(role="headteacher", npqh_stage="studying_npqh")


def test_a_trust_leader_who_holds_npqel_is_not_pushed() -> None:
    assert courses(role="trust_ceo", prior_applications=[passed(EL)]) == []


def test_a_senco_with_nasenco_is_not_pushed_to_the_npq() -> None:
    assert SENCO not in courses(role="senco", prior_npqs=[{"name": "nasenco", "status": "completed"}])


def test_somebody_who_wants_no_leadership_is_not_sent_to_the_senior_team() -> None:
    found = courses(role="head_of_department", aims=["no_leadership"])
    assert not {SL, H, EL} & set(found)
    assert found[0] == LT


def test_a_class_teacher_who_wants_headship_is_shown_the_step_before() -> None:
    suggestions = suggest(parse_facts({"role": "classroom_teacher", "role_wanted": "headteacher"}), TODAY)
    assert suggestions[0].course == SL
    assert "step before" in suggestions[0].because[0].text


def test_primary_maths_says_that_it_needs_mastery() -> None:
    suggestion = suggest(parse_facts({"role": "maths_lead", "phase": "primary"}), TODAY)[0]
    assert "mastery" in suggestion.because[0].text


@pytest.mark.parametrize(
    ("course", "nearly", "word"),
    [(H, SL, "leading the school"), (SL, H, "18-month"), (LT, LTD, "train"), (SL, EL, "several"), (LPM, LT, "maths")],
)
def test_the_near_miss_says_why_it_is_not_it(course: str, nearly: str, word: str) -> None:
    near = [each for each in load_fits().near_miss if (each.course, each.instead_of) == (course, nearly)]
    assert len(near) == 1
    assert word in near[0].text


def test_the_near_miss_is_told_beside_the_suggestion_and_on_asking() -> None:
    best = suggest(parse_facts({"role": "deputy_head"}), TODAY)[0]
    assert [course for course, _ in best.instead_of] == [SL]
    because = why_not(SL, best)
    assert because is not None
    assert because.sources
    assert why_not(LL, best) is None


def test_at_most_three_are_suggested_and_always_in_the_same_order() -> None:
    facts = parse_facts({"role": "phase_lead", "aims": ["behaviour", "literacy", "send", "become_senior_leader"]})
    first = suggest(facts, TODAY)
    assert len(first) == 3
    assert suggest(facts, TODAY) == first
    assert [each.score for each in first] == sorted((each.score for each in first), reverse=True)


def test_each_reason_is_a_sentence_with_sources_and_the_fact_it_rests_on() -> None:
    facts = parse_facts({"role": "head_of_department", "aims": ["improve_teaching"]})
    for suggestion in suggest(facts, TODAY):
        assert suggestion.because
        for because in suggestion.because:
            assert because.text.endswith(".")
            assert because.sources
            assert because.fact in ("role", "aims")
