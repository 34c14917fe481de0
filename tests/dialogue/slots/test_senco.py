from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known

YES, PLAN, NO_PLAN = "yes", "no_but_i_plan_to_become_one", "no_i_do_not_plan_to_be_a_SENCO"


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("The SENCO role was handed to me in January this year", YES),
        ("I share the SENCO role with a colleague", YES),
        ("acting senco while ours is on leave", YES),
        ("SENCO (maternity cover)", YES),
        ("I wear the senco hat too", YES),
        ("the SENCO (me) has no qualification", YES),
        ("SENCO since the summer holidays", YES),
        ("I'm covering for our SENCO this term", YES),
        ("started as SENCO this september - deadline for the npq?", YES),
        ("I'll be SENCO from Easter", PLAN),
        ("I take over as SENCO in January", PLAN),
        ("Our SENCO is leaving and I've been asked to step in next term", PLAN),
        ("Not a SENCO at the mo but that's the plan", PLAN),
        ("our school needs a SENCO, it's going to be me", PLAN),
        ("SENCO-to-be at a special school", PLAN),
        ("My head made me SENCO in the summer", YES),
        ("I've held the SENCO post since 2022", YES),
        ("I've been SENCOing for three years now", YES),
        ("I'm currently covering the SENCO's maternity leave", YES),
        ("The SENCO at this school is yours truly", YES),
        ("Asking for our SENCO: is the NPQ for SENCOs funded?", YES),
        ("I was asked to take over as SENCO in January and did", YES),
        ("The head has promised me the SENCO post when Jo leaves", PLAN),
        ("I see myself as a SENCO in a couple of years", PLAN),
        ("I've said I'll do SENCO from Easter", PLAN),
        ("zero intention of becoming senco", NO_PLAN),
        ("not a SENCO and not planning to be", NO_PLAN),
        ("Is NPQSENCO only for SENCOs? I'm not one and never intend to be", NO_PLAN),
    ],
)
def test_the_role_is_read_however_it_is_told(message: str, value: str) -> None:
    assert known(after(message))["senco_in_role"] == value


@pytest.mark.parametrize(
    "message",
    [
        "Our SENCO says I need the NPQ. I'm a class teacher",
        "used to be SENCO, now deputy",
        "I line manage the SENCO",
        "do I have to be a SENCO to do the SENCO NPQ?",
        "who counts as a SENCO",
        "if I became SENCO would I need it?",
        "I handed over SENCO in July to a colleague",
        "my school's SENCO left in 2023",
        "we don't have a SENCO",
        "I'm the inclusion manager but not the SENCO",
    ],
)
def test_another_persons_role_a_past_one_and_a_question_tell_nothing(message: str) -> None:
    assert "senco_in_role" not in known(after(message))


@pytest.mark.parametrize(
    ("message", "start"),
    [
        ("SENCO as well as deputy, since Sept 23", "2023-09"),
        ("SENCO responsibilities passed to me in Sept 2024", "2024-09"),
        ("in post as SENCO from 3 Sept 2024", "2024-09-03"),
        ("our SENCO has been in post since before 2009", "2008-01-01"),
    ],
)
def test_the_start_is_read_from_the_same_words(message: str, start: str) -> None:
    assert known(after(message))["senco_start"] == start


def test_the_year_of_another_qualification_is_no_start() -> None:
    assert "senco_start" not in known(after("I'm SENCO and finished my NPQSL in May 2024"))


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("yes I am one, since January 2025", YES),
        ("I've been doing the job since September", YES),
        ("not yet, I take over in April", PLAN),
        ("I hope to be one within 2 years", PLAN),
        ("I've never been one and never will", NO_PLAN),
    ],
)
def test_the_post_is_known_by_one_and_the_job_where_its_course_is_spoken_of(answer: str, value: str) -> None:
    assert known(after("NPQ for SENCOs?", answer))["senco_in_role"] == value


@pytest.mark.parametrize("answer", ["I want one please", "the role sounds hard", "I know the job well as a TA"])
def test_one_and_the_job_may_be_other_things(answer: str) -> None:
    assert "senco_in_role" not in known(after("NPQ for SENCOs?", answer))


def test_a_day_by_which_the_course_is_due_is_not_the_start_of_the_post() -> None:
    text = "told I must have started the NPQ SENCO before Sept 2026 but I only became senco in Sept 2024. too late?"
    assert known(after(text))["senco_start"] == "2024-09"
