from __future__ import annotations

from advisor.turn.together import each_of
from tests.turn.samples import one

SL, H = "npq-senior-leadership", "npq-headship"


def test_what_is_asked_of_two_courses_is_said_of_both() -> None:
    ask, turn = one("NPQSL and NPQH: which takes longer?")
    assert [part.entry for part in each_of(ask, turn, 100)] == [f"{SL}#length", f"{H}#length"]


def test_a_question_that_names_neither_is_not_about_both() -> None:
    ask, turn = one("NPQSL or NPQH?", "do I have to use the Church of England provider")
    assert each_of(ask, turn, 100) == ()


def test_what_is_no_attribute_of_a_course_is_told_once_beside_them() -> None:
    ask, turn = one("costs, time commitment and deadlines for NPQLTD and NPQLT?")
    entries = [part.entry for part in each_of(ask, turn, 150)]
    assert entries[-1] == "faq-when-start"
    assert "npq-leading-teaching#price" in entries
