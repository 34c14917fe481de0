from __future__ import annotations

import pytest

from advisor.turn.opening import opening_for
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
