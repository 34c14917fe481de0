from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known


@pytest.mark.parametrize(
    ("message", "stage"),
    [
        ("NPQH done, 2020", "completed_npqh"),
        ("I'm an NPQH graduate", "completed_npqh"),
        ("the npqh? already have it", "completed_npqh"),
        ("I've passed NPQH and been head for a year", "completed_npqh"),
        ("halfway through the NPQH", "studying_npqh"),
        ("NPQH: in progress", "studying_npqh"),
        ("I haven't finished NPQH yet, assessment is in March", "studying_npqh"),
        ("NPQH? finishing it in spring", "studying_npqh"),
        ("Do you have to be doing NPQH? I am doing it.", "studying_npqh"),
        ("enrolled on NPQH, started October", "studying_npqh"),
        ("I have a place on NPQH for spring", "will_start_npqh"),
        ("I have yet to start NPQH but have been accepted", "will_start_npqh"),
        ("haven't got NPQH", "none"),
        ("NPQH? never, don't want it", "none"),
        ("I was going to do NPQH but never did", "none"),
        ("a head without NPQH", "none"),
        ("My deputy's got NPQH, I've not", "none"),
    ],
)
def test_the_stage_is_read_however_it_is_told(message: str, stage: str) -> None:
    assert known(after(message))["npqh_stage"] == stage


@pytest.mark.parametrize(
    "message",
    [
        "My wife is doing NPQH. I'm a class teacher",
        "I want to do NPQH next year",
        "how long does NPQH take once I've started",
        "do I have to finish NPQH before EHCO",
        "I've done NPQSL so can I do NPQH",
        "I dropped out of NPQH in 2023",
        "should I do EHCO while doing NPQH?",
        "I've applied for NPQH",
    ],
)
def test_a_wish_a_question_and_another_persons_course_tell_no_stage(message: str) -> None:
    assert "npqh_stage" not in known(after(message))
