from __future__ import annotations

from datetime import date

import pytest

from advisor.dialogue.slots.person import find_person
from tests.dialogue.samples import hinted, read, told

FIRST_FIVE = "in_first_five_years_of_headship"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I'm a deputy head", "deputy_head"),
        ("I'm a SENCO", "senco"),
        ("I am a headteacher", "headteacher"),
        ("I'm the head of maths", "head_of_department"),
        ("I'm head of maths", "head_of_department"),
        ("I'm head of year", "year_lead"),
        ("I'm head", "headteacher"),
        ("I'm an ECT", "early_career_teacher"),
        ("he is a class teacher", "classroom_teacher"),
        ("I'm a nursery manager", "nursery_manager"),
        ("I am deputy to the head", "deputy_head"),
    ],
)
def test_a_role_one_has_is_the_role(text: str, role: str) -> None:
    assert told(find_person, text)["role"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I want to become a SENCO", "senco"),
        ("aspiring head", "headteacher"),
        ("I am an assistant headteacher and want to be a head", "headteacher"),
        ("hoping to be a headteacher", "headteacher"),
        ("I want to lead on literacy", "literacy_lead"),
        ("I want to join SLT", "assistant_head"),
        ("my next step is deputy head", "deputy_head"),
    ],
)
def test_a_role_one_wants_is_not_the_role_one_has(text: str, role: str) -> None:
    found = told(find_person, text)
    assert found["role_wanted"] == role
    assert found.get("role") != role
    assert found.get("is_headteacher") is not True


@pytest.mark.parametrize(
    "text",
    ["my head told me to do it", "I report to the deputy head", "I work with the SENCO", "do teachers need QTS?",
     "I'm not a SENCO", "support from my headteacher", "which NPQ for a head of department?"],
)  # fmt: skip
def test_somebody_elses_role_is_not_ones_own(text: str) -> None:
    assert "role" not in told(find_person, text)


@pytest.mark.parametrize(
    ("text", "first_five"),
    [
        ("I've been head for 6 years", False),
        ("I've been a head for three years", True),
        ("I've been a head for five years", False),
        ("in my third year of headship", True),
        ("I'm in my fifth year as headteacher", True),
        ("I'm in my sixth year as headteacher", False),
        ("headteacher since 2019", False),
        ("headteacher since 2023", True),
        ("I'm in my first five years of headship", True),
        ("I am within my first 5 years of headship", True),
        ("I'm a new headteacher", True),
        ("I've just been appointed headteacher", True),
        ("I'm a head and have been for over five years", False),
    ],
)
def test_years_as_head_tell_the_first_five(text: str, first_five: bool) -> None:
    assert told(find_person, text)[FIRST_FIVE] is first_five


def test_years_since_are_counted_to_the_day_of_asking() -> None:
    assert told(find_person, "headteacher since 2023", date(2024, 1, 1))[FIRST_FIVE] is True
    assert told(find_person, "headteacher since 2023", date(2030, 1, 1))[FIRST_FIVE] is False


@pytest.mark.parametrize(
    "text", ["I'm not a head yet", "not a headteacher", "I'm a deputy head", "I'm an assistant head"]
)
def test_below_headship_is_no_head(text: str) -> None:
    assert told(find_person, text)["is_headteacher"] is False


def test_a_question_about_heads_makes_nobody_one() -> None:
    assert "is_headteacher" not in told(find_person, "can a headteacher do it?")


def test_a_hedged_headship_is_a_hint_only() -> None:
    assert "is_headteacher" not in told(find_person, "I might be a headteacher by then")
    assert "is_headteacher" in hinted(find_person, "I might be a headteacher by then")


def test_phase_subject_and_aims_are_read() -> None:
    found = told(find_person, "I teach English in a secondary school and want to improve behaviour")
    assert (found["phase"], found["subject"], found["aims"]) == ("secondary", "english", "behaviour")


def test_running_several_schools_is_an_aim_to_run_a_trust() -> None:
    assert told(find_person, "I oversee three schools")["aims"] == "run_trust"


def test_every_role_read_is_a_declared_one() -> None:
    from advisor.core.facts import FACTS
    from tests.dialogue.samples import name_book

    book = name_book()
    roles = {value for items in book.phrases.values() for kind, value in items if kind == "role"}
    assert {role.removeprefix("aspiring_") for role in roles} <= set(FACTS["role"].values) | {"head"}
    assert list(find_person(read(""))) == []


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("i'm not the deputy", {"role": "deputy_head"}, {"role"}),
        ("i'm not the deputy", {"role_wanted": "deputy_head"}, {"role_wanted"}),
        ("i'm not the deputy", {"role": "senco"}, set()),
    ],
)
def test_a_role_denied_takes_back_what_was_understood(text: str, known: dict[str, object], expected: set[str]) -> None:
    assert {slot.fact for slot in find_person(read(text, known=known)) if slot.hedged} == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I'm in a nursery. I manage it.", "nursery_manager"),
        ("School business manager. Not a teacher.", "business_manager"),
        ("i lead KS2", "phase_lead"),
        ("pastoral leed, sec school", "pastoral_lead"),
    ],
)
def test_a_role_is_read_as_people_type_it(text: str, role: str) -> None:
    assert told(find_person, text)["role"] == role


def test_a_role_of_the_past_is_not_the_role_now() -> None:
    assert told(find_person, "supply now, used to be head of year")["role"] == "supply_teacher"


@pytest.mark.parametrize("text", ["a deputy who may become head in 2 years", "hoping to be a head in 2 years"])
def test_headship_to_come_counts_no_years(text: str) -> None:
    assert FIRST_FIVE not in told(find_person, text)


@pytest.mark.parametrize("text", ["a second year head at an academy", "in year 1 of headship", "just started as head"])
def test_years_of_headship_are_no_year_group(text: str) -> None:
    facts = told(find_person, text)
    assert facts[FIRST_FIVE] is True
    assert facts.get("role") != "year_lead"
    assert "phase" not in facts
