from __future__ import annotations

import pytest

from advisor.turn.opening import correct_premise, opening_for
from tests.turn.samples import turn_of

WHO = "I'm a maths lead and want to improve maths."


def test_several_questions_about_it_open_with_the_course_that_fits() -> None:
    asks, turn = turn_of(f"{WHO} Is it funded? How long is it?")
    opened = opening_for(asks, turn)
    assert opened is not None
    assert opened.recommendation is not None
    assert opened.recommendation.courses[0] == "npq-leading-primary-mathematics"
    assert len(opened.part.said) <= 2


@pytest.mark.parametrize(
    "message",
    [
        f"{WHO} Is it funded?",
        f"{WHO} Is NPQH funded? How long is it?",
        "Is it funded? How long is it?",
        "I'm a teacher. Is it funded? How long is it?",
        f"{WHO} Which NPQ suits me? How long is it?",
    ],
)
def test_one_question_a_named_course_or_nothing_known_needs_no_opening(message: str) -> None:
    assert opening_for(*turn_of(message)) is None


@pytest.mark.parametrize(
    "text", ["Given that all NPQs are free in 2026, which one should I take?", "NPQs are free now so how do I join"]
)
def test_what_is_taken_for_granted_of_funding_is_set_right(text: str) -> None:
    _, turn = turn_of(text)
    answered = correct_premise(text, turn)
    assert answered is not None
    assert answered.part.entry == "faq-funding-overview"


@pytest.mark.parametrize(
    "text", ["are all NPQs free?", "my head says all NPQs are free, is it true?", "is every NPQ funded?"]
)
def test_what_is_asked_is_not_taken_for_granted(text: str) -> None:
    _, turn = turn_of(text)
    assert correct_premise(text, turn) is None
