"""A weak name is a course where a message turns to it, and only once courses are spoken of."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after, say

FIRST = "NPQLT, comprehensive in Derby. funded?"


@pytest.mark.parametrize(
    ("message", "course"),
    [
        ("and if I'd rather do behaviour?", "npq-leading-behaviour-culture"),
        ("swap me over to SENCO please", "npq-senco"),
        ("hmm, back to literacy", "npq-leading-literacy"),
        ("fine but headship - no list needed?", "npq-headship"),
        ("scrap that, early years instead", "npq-early-years-leadership"),
        ("changed my mind: maths. paid?", "npq-leading-primary-mathematics"),
        ("the boss says SENCO is where the gap is", "npq-senco"),
        ("what if she did senior leadership", "npq-senior-leadership"),
    ],
)
def test_what_is_turned_to_is_the_course(message: str, course: str) -> None:
    assert say(message, after(FIRST)).courses == (course,)


@pytest.mark.parametrize(
    "message",
    [
        "behaviour is dreadful here",
        "I'm moving to behaviour lead in January",
        "our maths results are poor",
        "the SENCO said yes",
        "I'd rather wait for headship until my kids are older",
        "I've gone back to maths teaching",
    ],
)
def test_what_is_taught_or_led_is_none(message: str) -> None:
    assert say(message, after(FIRST)).courses == ()


@pytest.mark.parametrize(
    ("message", "course"),
    [
        ("did the old NPQH in 2016. is the new one funded", "npq-headship"),
        ("half a NASENCO from 2022, would the new qualification be paid for", "npq-senco"),
        ("legacy NPQEL 2019. Is today's version free?", "npq-executive-leadership"),
    ],
)
def test_the_new_one_is_what_came_in_place_of_the_old(message: str, course: str) -> None:
    assert say(message).courses == (course,)
