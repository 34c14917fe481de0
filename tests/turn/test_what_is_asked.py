"""What is said not to be asked is not answered, and leave to do something on a course is no question of taking it."""

from __future__ import annotations

import pytest

from tests.advisers import adviser, spoken
from tests.turn.samples import turn_of


def test_what_is_denied_is_not_asked() -> None:
    asks, _ = turn_of("Not asking about funding. How many hours a week is NPQLT?")
    assert [ask.text for ask in asks] == ["How many hours a week is NPQLT?"]


def test_what_is_asked_in_like_words_is() -> None:
    asks, _ = turn_of("I'm asking about funding for NPQLT. Is it free?")
    assert any("funding" in ask.cues for ask in asks)


@pytest.mark.parametrize(
    ("message", "takes"),
    [
        ("Am I allowed to use ChatGPT in my NPQEL submission?", False),
        ("am I allowed to record the NPQSL seminars", False),
        ("am I allowed to take NPQLT as an HLTA", True),
        ("am I allowed on NPQSL", True),
    ],
)
def test_leave_to_do_something_is_not_leave_to_take_it(message: str, takes: bool) -> None:
    asks, _ = turn_of(message)
    assert any("eligibility" in ask.cues for ask in asks) is takes
    assert takes or not spoken(adviser(), message).text.startswith("Yes")


@pytest.mark.parametrize(
    "message",
    [
        "is Ambition the best for NPQH",
        "is UCL better than Ambition for NPQSL",
        "which provider should I go with for npqsenco",
    ],
)
def test_which_provider_is_answered_by_how_to_choose(message: str) -> None:
    assert "we do not rank them" in spoken(adviser(), message).text


def test_which_providers_run_it_is_answered_by_the_list() -> None:
    assert "we do not rank them" not in spoken(adviser(), "which providers run NPQLT").text


def test_pay_is_no_question_of_middle_leaders() -> None:
    assert "links an NPQ to pay" in spoken(adviser(), "would I get a TLR with an npq").text


def test_whom_the_head_agrees_to_is_not_on_the_course_yet() -> None:
    _, turn = turn_of("My head has agreed to me doing NPQSENCO, I'm in a primary in Yeovil.")
    assert "prior_applications" not in turn.state.person.facts
