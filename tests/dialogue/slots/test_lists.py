from __future__ import annotations

import pytest

from advisor.dialogue.slots.lists import find_lists
from tests.dialogue.samples import hinted, told

SCHOOL, COLLEGE, RISE = "on_pp50_school_list", "on_pp50_fe_list", "on_rise_list"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("we are on the PP50 list", SCHOOL),
        ("PP50 school", SCHOOL),
        ("I work in a pp50 school, is NPQLL funded?", SCHOOL),
        ("our college is on the 16 to 19 list", COLLEGE),
        ("we're in targeted RISE intervention", RISE),
        ("we are in RISE", RISE),
        ("I'm on the childminder list", "on_childminder_list"),
    ],
)
def test_a_list_asserted_of_ones_own_workplace_is_a_fact(text: str, fact: str) -> None:
    childminder = {"work_setting": "early_years_or_childcare", "early_years_setting": "childminder"}
    in_england = (
        childminder if fact == "on_childminder_list" else {"works_in_england": True}
    )  # each list holds one kind of place
    # RISE and PP50 are for state schools alone.
    of_schools = fact in (RISE, SCHOOL)
    state_school = {"work_setting": "a_school", "eligible_establishment_type": True} if of_schools else {}
    assert told(find_lists, text) == {fact: True, **in_england, **state_school}


def test_a_list_tells_nothing_of_a_place_that_is_named() -> None:
    assert told(find_lists, "we are on the PP50 list, in Cardiff") == {SCHOOL: True}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("we're not on the PP50 list", {SCHOOL}),
        ("our school is not pp50", {SCHOOL}),
        ("no, not PP50", {SCHOOL}),
        ("state primary not PP50 - funded?", {SCHOOL}),
        ("neither PP50 nor RISE", {SCHOOL, RISE}),
        ("we aren't on any lists", {SCHOOL, RISE}),
        ("we're unlisted", {SCHOOL, RISE}),
        ("an unlisted, non-RISE school", {SCHOOL, RISE}),
        ("a non RISE school", {RISE}),
    ],
)
def test_a_list_denied_is_a_fact_too(text: str, facts: set[str]) -> None:
    assert told(find_lists, text) == dict.fromkeys(facts, False)


@pytest.mark.parametrize(
    "text",
    [
        "is our school on the PP50 list?", "how do I know if my school is on the PP50 list",
        "is it only for PP50 schools?",
        "what is the PP50 list?", "which schools are on the RISE list", "did teachers get a pay rise", "a rise in fees",
        "are we on the PP50 list?",
    ],
)  # fmt: skip
def test_a_list_asked_about_is_no_fact(text: str) -> None:
    assert told(find_lists, text) == {}


@pytest.mark.parametrize(
    "text",
    ["I think we're on the PP50 list", "not sure if we are on pp50",
     "not pp50 i don't think", "maybe PP50"],
)  # fmt: skip
def test_a_half_believed_list_is_a_hint_only(text: str) -> None:
    assert told(find_lists, text) == {}
    assert hinted(find_lists, text) == {SCHOOL}


@pytest.mark.parametrize(
    "text", ["none of our schools are on the list", "no i'm not on pp50", "state school not on pp50 in england"]
)
def test_a_denied_list_is_never_a_yes(text: str) -> None:
    assert told(find_lists, text)[SCHOOL] is False


@pytest.mark.parametrize(
    "text",
    ["two of our six schools are pp50", "only 3 of them are on the list", "most of the trust's schools are on pp50"],
)
def test_a_list_that_holds_some_of_several_workplaces_tells_of_none(text: str) -> None:
    assert told(find_lists, text) == {}


def test_how_many_pupils_or_courses_are_meant_is_no_number_of_workplaces() -> None:
    assert told(find_lists, "half of our pupils get free meals and we are on the PP50 list")[SCHOOL] is True


@pytest.mark.parametrize(
    "text",
    [
        "She looked in both, the pupil premium one and RISE, and our school's in neither.",
        "I checked the PP50 list and the RISE list and we're on neither",
        "Of the two lists (PP50, RISE) our academy appears in neither",
        "checked both, pupil premium list and rise: no to both",
        "We're absent from both lists, PP50 and RISE",
        "looked through PP50 and RISE and we're not in either",
        "been through the pupil premium list, been through RISE, school's on neither of the two",
    ],
)
def test_neither_takes_up_the_lists_named_before_it(text: str) -> None:
    assert told(find_lists, text) == {SCHOOL: False, RISE: False}


def test_neither_of_another_place_tells_nothing_of_ones_own() -> None:
    facts = told(find_lists, "We're on PP50. The school next door is in neither.")
    assert facts[SCHOOL] is True
    assert RISE not in facts


@pytest.mark.parametrize(
    "text",
    ["She looked in the pupil premium one and RISE", "I have searched through the PP50 list twice",
     "we looked properly in both, PP50 and RISE"],
)  # fmt: skip
def test_a_list_only_looked_in_is_none_that_one_is_on(text: str) -> None:
    assert told(find_lists, text) == {}


@pytest.mark.parametrize(
    "text",
    ["I looked in the PP50 list and we're on it", "Looked on the list, PP50 yes",
     "I looked on the PP50 list, our name is there",
     "checked at work, PP50 school"],
)  # fmt: skip
def test_what_was_found_in_a_list_looked_in_is_told(text: str) -> None:
    assert told(find_lists, text)[SCHOOL] is True
