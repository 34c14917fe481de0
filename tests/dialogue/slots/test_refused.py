"""What somebody cannot have is nothing they have had."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import say


@pytest.mark.parametrize(
    "text",
    [
        "they said I can't have NPQH",
        "my trust says we cannot take NPQSL",
        "I couldn't get NPQH, why?",
        "could I have NPQEL at an academy?",
    ],
)
def test_what_cannot_be_had_was_not_had(text: str) -> None:
    assert "prior_applications" not in say(text).state.person.facts
    assert "npqh_stage" not in say(text).state.person.facts


def test_what_was_had_beside_it_is_kept() -> None:
    facts = say("I can't have NPQSL because I had NPQLBC funded last year").state.person.facts
    assert [each["course"] for each in facts["prior_applications"].value] == ["npq-leading-behaviour-culture"]


def test_a_retired_teacher_who_is_back_works_again() -> None:
    facts = say("retired head coming back as part-time SENCO in a Devon primary").state.person.facts
    assert facts["work_setting"].value == "a_school"
    still = say("retired teacher in Kent, thinking about NPQLT").state.person.facts
    assert still["work_setting"].value == "other"


def test_a_start_as_head_put_right_in_a_few_words_is_the_new_one() -> None:
    first = say("EHCO - took headship jan 2022, maintained, Kent")
    facts = say("jan 2021 sorry", first.state).state.person.facts
    assert facts["headship_start"].value == "2021-01"
    assert facts["in_first_five_years_of_headship"].value is False
    kept = say("when does the next one start, january 2027?", first.state).state.person.facts
    assert kept["headship_start"].value == "2022-01"


def test_a_list_that_says_something_has_nobody_on_it() -> None:
    text = "the list says senior leadership is only funded for PP50 schools - still right?"
    assert "on_pp50_school_list" not in say(text).state.person.facts
    told = say("the list says we're on it, NPQLT at an academy in Hull").state.person.facts
    assert told["on_pp50_school_list"].value is True
