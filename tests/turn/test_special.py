from __future__ import annotations

from datetime import date

import pytest

from advisor.answering.composing import compose
from advisor.answering.grounding import ground_problems
from advisor.turn.special import special_part
from tests.advisers import TODAY, knowledge
from tests.turn.samples import one


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("1 September 2024", "1 September 2027"),
        ("September 2025", "1 September 2028"),
        ("5 January 2026", "5 January 2029"),
    ],
)
def test_a_sencos_deadline_is_worked_out_and_survives_the_check_of_figures(start: str, day: str) -> None:
    part = special_part(*one(f"I'm a SENCO, appointed {start}. By when must I hold the NPQ?"))
    assert part is not None
    assert f"by {day}" in part.said[0].text
    composed = compose((part,), knowledge(), TODAY)
    assert ground_problems(composed.statements, composed.citations, knowledge(), ()) == frozenset()


@pytest.mark.parametrize(
    "message",
    [
        "I'm a SENCO. Is the NPQ funded?",
        "By when must I hold the SENCO NPQ?",
        "I'm a head, appointed 1 September 2024. When is the deadline?",
    ],
)
def test_without_a_start_or_a_question_there_is_no_deadline(message: str) -> None:
    assert special_part(*one(message)) is None


def test_a_deadline_out_of_reach_says_whom_to_tell() -> None:
    ask, turn = one("I'm a SENCO, appointed 1 September 2022. By when must I hold the NPQ?", as_of=date(2026, 11, 21))
    part = special_part(ask, turn)
    assert part is not None
    assert any("headteacher" in said.text for said in part.said)


def test_who_cannot_show_the_mastery_approach_is_told_where_to_start() -> None:
    part = special_part(*one("Can I do NPQLPM? I've never done teaching for mastery and can't show anything like it"))
    assert part is not None
    assert "could not register for NPQLPM yet" in part.said[0].text


def test_who_has_done_mastery_is_not_turned_away() -> None:
    part = special_part(*one("I've done a year of teaching for mastery. Can I do NPQLPM?"))
    assert part is not None
    assert not any("could not register" in said.text for said in part.said)


def test_an_ordinary_question_is_nothing_special() -> None:
    assert special_part(*one("how long is NPQLPM?")) is None


def test_who_holds_nasenco_is_told_no_first() -> None:
    ask, turn = one("I got NASENCO in 2015 and I'm SENCO at a new school. Do I need to do the new one?")
    part = special_part(ask, turn)
    assert part is not None
    assert part.said[0].text.startswith("No, you do not need")


def test_who_was_senco_before_the_duty_is_told_so() -> None:
    ask, turn = one("I've been SENCO at the same school since 2006. Does the rule apply to me?")
    part = special_part(ask, turn)
    assert part is not None
    assert "the law does not ask you" in part.said[0].text


def test_how_long_the_course_takes_is_not_the_deadline() -> None:
    ask, turn = one("I'm a SENCO, started September 2025. How long is the SENCO course?")
    assert special_part(ask, turn) is None


def test_a_start_too_late_by_now_is_said_to_be() -> None:
    ask, turn = one("I became SENCO in September 2024. Am I too late?")
    part = special_part(ask, turn)
    assert part is not None
    assert any("a start now is likely to be too late" in item.text for item in part.said)


def test_a_start_in_the_autumn_named_is_said_to_be_in_time_or_not() -> None:
    ask, turn = one("SENCO, started 1 January 2025, NPQ started November 2025. Will I make the deadline?")
    part = special_part(ask, turn)
    assert part is not None
    assert any("autumn 2025 gives a result by about September 2027, which is in time" in s.text for s in part.said)
    assert not any(s.text.startswith("Tell your headteacher") for s in part.said)


@pytest.mark.parametrize(
    "message",
    [
        "I'm SENCO in a special school, do I have to do the NPQ?",
        "Sendco at an independent prep. Is it compulsory for me?",
        "SENCO at a sixth form college, must I take the NPQ?",
    ],
)
def test_a_duty_that_no_source_settles_is_said_to_be_open(message: str) -> None:
    part = special_part(*one(message))
    assert part is not None
    assert part.entry == "faq-senco-special"
    assert "settles" in part.said[0].text


def test_a_senco_of_a_mainstream_school_is_told_of_the_duty() -> None:
    part = special_part(*one("I'm SENCO in an academy. Am I required to take the NPQ?"))
    assert part is not None
    assert part.entry == "faq-senco-mandatory"


def test_who_asks_for_something_else_that_is_needed_is_not_told_of_the_duty() -> None:
    assert special_part(*one("SENCO at a junior school. Do I need QTS for NPQSENCO?")) is None
