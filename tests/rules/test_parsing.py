"""Facts and lines from outside: refused with the nearest valid name, never guessed."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest

from advisor.core.courses import COURSES
from advisor.core.earlier import LEGACY_NPQS
from advisor.core.errors import BadFact, BadInput
from advisor.rules.parsing import check_course, check_date, decide_line, parse_facts
from advisor.settings import Settings
from tests.rules.scenarios import TODAY

FUNDED: dict[str, Any] = {
    "course": "npq-senco",
    "status": "accepted",
    "eligible_for_funding": True,
    "funded_place": True,
}


def test_null_is_unknown() -> None:
    assert len(parse_facts({"works_in_england": None, "prior_applications": None})) == 0


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"work_seting": "a_school"}, "did you mean 'work_setting'"),
        ({"work_setting": "school"}, "did you mean 'a_school'"),
        ({"work_setting": True}, "work_setting cannot be True"),
        ({"works_in_england": "yes"}, "must be true, false or null"),
        ({"works_in_england": 1}, "must be true, false or null"),
        ({"employment_type": "hospital"}, "did you mean 'hospital_school'"),
        ({"early_years_setting": "child minder"}, "did you mean 'childminder'"),
        ({"establishment_type_code": "abc"}, "type code from 1 to 99"),
        ({"prior_applications": "none"}, "must be a list"),
        ({"prior_applications": [{"status": "accepted"}]}, "needs its course"),
        ({"prior_applications": [{"course": "npq-headshp"}]}, "did you mean 'npq-headship'"),
        ({"prior_applications": [{"course": "npq-headship", "stauts": "accepted"}]}, "did you mean 'status'"),
        ({"prior_applications": [{"course": "npq-headship", "status": "acepted"}]}, "did you mean 'accepted'"),
        ({"prior_applications": [{"course": "npq-headship", "funded_place": "yes"}]}, "must be true, false or null"),
        ({"prior_applications": [{"course": "npq-headship", "cohort_id": "autumn"}]}, "a year and a letter"),
        ({"prior_applications": ["npq-headship"]}, "must be an object"),
        ({"prior_npqs": [{"name": "npqml", "yaer": 2019}]}, "did you mean 'year'"),
        ({"prior_npqs": [{"name": "npqml", "year": "2019"}]}, "must be a number"),
        ({"prior_npqs": [{"name": "npqm"}]}, "did you mean 'npqml'"),
        ({"prior_npqs": [{"name": "NPQH legacy"}]}, "did you mean 'npqh-legacy'"),
        ({"prior_npqs": [{"name": None}]}, "at least its name"),
        ({"prior_npqs": [{"name": "npqml", "status": "complete"}]}, "did you mean 'completed'"),
        ({"prior_npqs": [{"name": "npqml", "year": True}]}, "must be a number such as 2019, not True"),
        ({"prior_npqs": [{"name": "npqml", "year": 20190}]}, "must be a number such as 2019"),
        ({"prior_npqs": [{"name": "npqml", "paid_by": 7}]}, "must be text"),
        ({"prior_applications": [{"course": "npq-headship", "cohort_id": "2023A"}]}, "did you mean '2023a'"),
        ({"prior_applications": [{"course": "npq-headship", "cohort_id": "2026-02-30"}]}, "There is no intake"),
        ({"cohort_id": "2026B"}, "did you mean '2026b'"),
        ({"cohort_id": "26b"}, "did you mean '2026b'"),
        ({"headship_start": "2024-02-30"}, "there is no day"),
        ({"course": "npq-headshp"}, "did you mean 'npq-headship'"),
        ({"senco_start": "2024-13"}, "there is no day"),
        ({"senco_start": "September"}, "a month such as"),
        ({"cohort_id": "autumn 2026"}, "a year and a letter"),
        ({"aims": ["behavior"]}, "did you mean 'behaviour'"),
    ],
)
def test_a_wrong_name_or_value_is_refused_with_the_nearest_right_one(facts: dict[str, object], message: str) -> None:
    with pytest.raises(BadFact, match=message):
        parse_facts(facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"on_rise_list": True, "eligible_establishment_type": False},
        {"on_rise_list": True, "establishment_type_code": "11"},
        {"eligible_establishment_type": True, "establishment_type_code": "11"},
        {"eligible_establishment_type": False, "establishment_type_code": "1"},
        {"early_years_setting": "private_nursery", "establishment_type_code": "15"},
        {"early_years_setting": "childminder", "establishment_type_code": "1"},
        {"early_years_setting": "another_early_years_setting", "establishment_type_code": "11"},
        {"has_ofsted_urn": False, "on_childminder_list": True},
        {"is_headteacher": False, "in_first_five_years_of_headship": True},
    ],
)
def test_an_impossible_combination_is_refused(facts: dict[str, object]) -> None:
    with pytest.raises(BadFact):
        parse_facts(facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"on_rise_list": True, "eligible_establishment_type": True},
        {"on_rise_list": True, "institution_kind": "none"},
        {"early_years_setting": "private_nursery", "eligible_establishment_type": True},
        {"work_setting": "a_school", "early_years_setting": "childminder"},
        {"is_headteacher": True, "in_first_five_years_of_headship": False},
        {"on_pp50_school_list": True, "eligible_establishment_type": False},
        {"work_setting": "other", "employment_type": "hospital_school"},
    ],
)
def test_nothing_else_is_refused(facts: dict[str, object]) -> None:
    assert len(parse_facts(facts)) == len(facts)


@pytest.mark.parametrize("name", [*LEGACY_NPQS, *COURSES])
def test_an_earlier_npq_is_a_legacy_one_or_a_course_of_today_taken_long_ago(name: str) -> None:
    assert len(parse_facts({"prior_npqs": [{"name": name, "year": 2019, "status": "completed"}]})) == 1


def test_every_legacy_name_that_a_message_can_hold_is_valid() -> None:
    names = tomllib.loads((Settings().knowledge_path / "names.toml").read_text("utf-8"))["legacy"]
    assert set(names) - {"aso"} == set(LEGACY_NPQS)


def test_a_code_may_be_a_number_or_have_a_leading_zero() -> None:
    assert parse_facts({"establishment_type_code": 1}).get("establishment_type_code") == "1"
    assert parse_facts({"establishment_type_code": "07"}).get("establishment_type_code") == "7"


def test_the_ended_support_offer_is_valid_only_as_an_earlier_application() -> None:
    assert len(parse_facts({"prior_applications": [{"course": "npq-additional-support-offer"}]})) == 1
    with pytest.raises(BadInput, match="only as an earlier application"):
        check_course("npq-additional-support-offer")


@pytest.mark.parametrize("day", ["2026-02-30", "21/11/2026", "", None, 20261121, "2026-11-21T00:00:00"])
def test_a_day_that_does_not_exist_is_refused(day: object) -> None:
    with pytest.raises(BadInput, match="write the date as YYYY-MM-DD"):
        check_date(day)


def line(**changes: object) -> dict[str, Any]:
    row = {"id": 7, "course": "npq-senco", "facts": {"works_in_england": False}, "cohort": "2026b"} | changes
    result: dict[str, Any] = decide_line(json.dumps({key: row[key] for key in row if row[key] != "absent"}), 3, TODAY)
    return result


def test_a_line_gives_its_id_and_a_verdict() -> None:
    assert line()["id"] == 7
    assert line()["verdict"]["reason"] == "not_in_england"


def test_other_keys_on_a_line_are_ignored() -> None:
    assert line(expect={"funding": "x"}, provenance="y", kind="z") == line()


def test_a_line_without_facts_knows_nothing() -> None:
    assert line(facts="absent")["verdict"]["outcome"] == "undetermined"
    assert line(facts=None)["verdict"] == line(facts="absent")["verdict"]


def test_the_date_of_a_line_wins_over_the_one_given() -> None:
    assert line(as_of="2026-05-31")["verdict"]["outcome"] == "not_published"
    assert line(as_of=None) == line()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"course": "npq-sencos"}, "did you mean 'npq-senco'"),
        ({"course": None}, "There is no course"),
        ({"course": ["npq-senco"]}, "There is no course"),
        ({"facts": []}, "must be an object"),
        ({"facts": "none"}, "must be an object"),
        ({"facts": {"nope": 1}}, "no fact named 'nope'"),
        ({"cohort": "autumn"}, "a year and a letter"),
        ({"cohort": "2026B"}, "did you mean '2026b'"),
        ({"cohort": 2026}, "a year and a letter"),
        ({"cohort": "2026b", "facts": {"cohort_id": "2025b"}}, "cannot be both"),
        ({"cohort": "2026b", "facts": {"cohort_funding": "zero"}}, "contradicts the intake"),
        ({"as_of": "2026-02-30"}, "There is no day"),
    ],
)
def test_a_bad_line_names_its_number_and_what_is_wrong(changes: dict[str, object], message: str) -> None:
    result = line(**changes)
    assert result["id"] == 7
    assert result["error"]["line"] == 3
    assert message in result["error"]["message"]


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '"x"', "{'id': 1}"])
def test_a_line_that_is_no_object_has_no_id(text: str) -> None:
    result: Any = decide_line(text, 9, TODAY)
    assert result["id"] is None
    assert result["error"]["line"] == 9


def test_a_verdict_has_exactly_the_published_keys() -> None:
    verdict = line()["verdict"]
    assert list(verdict) == (
        "course cohort outcome reason reasons missing ask_next assumed ruleset rules_as_of steps would_change".split()
    )
    assert set(verdict["steps"][0]) == {"condition", "truth", "because", "source"}
    assert set(verdict["would_change"][0]) == {"fact", "from", "to", "outcome"} if verdict["would_change"] else True


@pytest.mark.parametrize("course", COURSES)
def test_every_course_can_be_asked_about(course: str) -> None:
    assert check_course(course) == course
