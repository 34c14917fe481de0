"""May somebody take a course at all, apart from who pays."""

from __future__ import annotations

import pytest

from advisor.core.courses import COURSES
from advisor.core.truth import Truth
from advisor.rules.parsing import parse_facts
from advisor.rules.suitability import may_take

LPM, EHCO = "npq-leading-primary-mathematics", "npq-early-headship-coaching-offer"


@pytest.mark.parametrize(
    ("course", "facts", "truth", "reason"),
    [
        (LPM, {}, Truth.UNKNOWN, "mastery_not_known"),
        (LPM, {"maths_mastery_year_completed": True}, Truth.TRUE, "provider_decides"),
        (LPM, {"maths_mastery_year_completed": False}, Truth.UNKNOWN, "mastery_not_known"),
        (LPM, {"maths_understanding": "taken_a_similar_course"}, Truth.TRUE, "provider_decides"),
        (LPM, {"maths_understanding": "another_way"}, Truth.TRUE, "provider_decides"),
        (LPM, {"maths_understanding": "cannot_show"}, Truth.FALSE, "cannot_show_mastery"),
        (EHCO, {}, Truth.UNKNOWN, "npqh_stage_not_known"),
        (EHCO, {"npqh_stage": "none"}, Truth.FALSE, "no_link_to_npqh"),
        (EHCO, {"npqh_stage": "will_start_npqh", "is_headteacher": True}, Truth.TRUE, "provider_decides"),
        (EHCO, {"npqh_stage": "completed_npqh", "is_headteacher": False}, Truth.FALSE, "not_a_headteacher"),
        (EHCO, {"npqh_stage": "completed_npqh"}, Truth.UNKNOWN, "headship_not_known"),
        ("npq-senco", {"senco_in_role": "no_i_do_not_plan_to_be_a_SENCO"}, Truth.TRUE, "provider_decides"),
        ("npq-early-years-leadership", {}, Truth.UNKNOWN, "level_3_not_known"),
        ("npq-early-years-leadership", {"has_level_3_early_years": False}, Truth.UNKNOWN, "level_3_expected"),
        ("npq-early-years-leadership", {"has_level_3_early_years": True}, Truth.TRUE, "provider_decides"),
        ("npq-headship", {"has_qts": False, "has_trn": False}, Truth.TRUE, "provider_decides"),
        ("npq-headship", {"works_in_england": False}, Truth.TRUE, "provider_decides"),
    ],
)
def test_the_gates_of_the_form(course: str, facts: dict[str, object], truth: Truth, reason: str) -> None:
    found = may_take(course, parse_facts(facts))
    assert (found.truth, found.deciding.reason) == (truth, reason)


def test_the_mastery_gate_asks_the_next_thing_that_could_open_it() -> None:
    assert may_take(LPM, parse_facts({})).deciding.fact == "maths_mastery_year_completed"
    assert may_take(LPM, parse_facts({"maths_mastery_year_completed": False})).deciding.fact == "maths_understanding"


@pytest.mark.parametrize("course", COURSES)
def test_the_provider_always_has_the_last_word_and_each_finding_its_source(course: str) -> None:
    findings = may_take(course, parse_facts({})).findings
    assert findings[-1].reason == "provider_decides"
    assert all(finding.sources and finding.text.endswith(".") for finding in findings)


def test_qualified_teacher_status_is_needed_for_no_npq() -> None:
    reasons = {
        finding.reason for finding in may_take("npq-senior-leadership", parse_facts({"has_qts": False})).findings
    }
    assert "no_qts_needed" in reasons
    assert "no_qts_needed" not in {finding.reason for finding in may_take(EHCO, parse_facts({})).findings}


def test_working_abroad_is_a_matter_of_the_provider_and_the_bill() -> None:
    reasons = {
        finding.reason for finding in may_take("npq-headship", parse_facts({"works_in_england": False})).findings
    }
    assert "open_from_abroad" in reasons
