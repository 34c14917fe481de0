from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from evals.case import Case
from tests.evals.samples import make_case


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"must_nott": []}, "Extra inputs"),
        ({"must": [["("]]}, "no regular expression"),
        ({"must": [[]]}, "no pattern"),
        ({"courses": ["npq-head"]}, "no course 'npq-head'"),
        ({"facts": {"england": True}}, "no fact named england"),
        ({"turns": []}, "give 'turns'"),
        ({"course": "npq-headship"}, "without 'turns'"),
        ({"checks": [{"turn": 2}]}, "names turn 2"),
        ({"turns": [{"role": "assistant", "content": "Hello"}]}, "role 'user'"),
        ({"gold": [{"entry": "a", "grade": 1}, {"entry": "a", "grade": 2}]}, "twice"),
        ({"gold": [{"entry": "a", "grade": 3}]}, "less than or equal to 2"),
        ({"kind": ["answers"]}, "Input should be"),
        ({"personal_data": [""]}, "at least 1"),
        ({"turns": [], "course": "npq-headship", "facts": {"work_setting": "schol"}}, "did you mean 'a_school'"),
        ({"turns": [], "course": "npq-headship", "cohort": "autumn"}, "a year and a letter"),
        ({"gold": [{"entry": "a", "grade": 2}], "superseded": ["a"]}, "what 'gold' wants: a"),
    ],
    ids=range(16),
)
def test_a_slip_in_a_case_is_refused_with_its_reason(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        make_case(**fields)


def test_a_turn_may_be_written_as_a_role_and_its_content() -> None:
    assert make_case(turns=[{"role": "user", "content": "Hello"}, "And then?"]).turns == ("Hello", "And then?")


def test_a_case_without_a_family_is_a_family_of_its_own() -> None:
    assert make_case().cluster == "c1"
    assert make_case(family="length").cluster == "length"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"class": "answerable"}, True),
        ({"class": "needs_facts"}, True),
        ({"class": "false_premise"}, True),
        ({"class": "unanswerable"}, False),
        ({"class": "out_of_scope"}, False),
        ({"class": "smalltalk"}, None),
        ({"class": "unsafe", "kind": ["answer"]}, None),
        ({"kind": ["answer"]}, True),
        ({"kind": ["handoff", "clarify"]}, False),
        ({"kind": ["answer", "clarify"]}, None),
        ({}, None),
    ],
)
def test_whether_to_answer_follows_from_the_class_and_else_from_the_kinds(
    fields: dict[str, Any], expected: bool | None
) -> None:
    assert make_case(**fields).should_answer is expected


def test_a_case_survives_being_written_and_read_again() -> None:
    case = make_case(gold=[], **{"class": "unanswerable"}, checks=[{"turn": 1, "kind": ["answer"]}])
    assert Case.model_validate_json(case.model_dump_json(by_alias=True, exclude_defaults=True)) == case
