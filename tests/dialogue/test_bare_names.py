"""Codes without "NPQ" and "SENCO" are courses where they stand as one, and companies, teams and posts where not."""

from __future__ import annotations

import pytest

from advisor.dialogue.state import DialogueState, Pending
from tests.dialogue.samples import after, known, say

EYL, SL, LTD, LPM = (
    "npq-early-years-leadership",
    "npq-senior-leadership",
    "npq-leading-teaching-development",
    "npq-leading-primary-mathematics",
)
SENCO, H, EHCO = "npq-senco", "npq-headship", "npq-early-headship-coaching-offer"


@pytest.mark.parametrize(
    ("text", "course"),
    [
        ("Pre-school in Dover, private. EYL, do we pay?", EYL),
        ("is lpm any good", LPM),
        ("could DfE pay for the LTD at my academy", LTD),
        ("Assistant head, state secondary, Ely. SL?", SL),
        ("I'd be doing LPM from a state school", LPM),
        ("the NPQ for execs, who is it for", "npq-executive-leadership"),
    ],
)
def test_a_code_alone_names_its_course(text: str, course: str) -> None:
    assert say(text).courses == (course,)


@pytest.mark.parametrize(
    "text",
    [
        "Sunbeams Childcare Ltd, Leeds, private nursery",
        "I'm EYL at a state primary in Bath",
        "there are two of us on the LT team",
        "I was on our SL meeting rota",
        "PLEASE TELL US WHAT LT IS",
    ],
)
def test_a_company_a_team_and_a_post_are_no_course(text: str) -> None:
    assert say(text).courses == ()


def test_a_code_in_brackets_only_repeats_the_name_before_it() -> None:
    state = after("NPQSL for Dina, she's assistant head")
    assert say("she has teacher development (LTD), passed, DfE funded", state).state.courses == (SL,)


@pytest.mark.parametrize(
    "text",
    [
        "and SENCO?",
        "what about SENCO then",
        "just the SENCO please",
        "no, make it SENCO",
        "would SENCO be free instead?",
        "ok i'll do SENCO",
        "forget both then, just SENCO. funded?",
    ],
)
def test_senco_is_the_course_once_courses_are_spoken_of(text: str) -> None:
    understood = say(text, after("is NPQLL funded at my academy in Hull"))
    assert understood.courses == (SENCO,)
    assert "role" not in known(understood.state)


@pytest.mark.parametrize(
    ("text", "courses"),
    [
        ("SENCO training, academy, Luton", (SENCO,)),
        ("two NPQs at once, SENCO and senior leadership?", (SENCO, SL)),
        ("turned down for a place on SENCO, can I try again", (SENCO,)),
    ],
)
def test_senco_is_the_course_where_the_words_are_of_courses(text: str, courses: tuple[str, ...]) -> None:
    assert set(say(text).courses) == set(courses)


@pytest.mark.parametrize(
    "text",
    [
        "I'm SENCO at a school in Leeds",
        "I'm deputy and SENCO there",
        "our SENCO left",
        "she is SENCO at two schools",
        "I run SENCO training for our trust",
        "doing SENCO at a special school for now",
        "only SENCO in the building",
    ],
)
def test_senco_is_a_post_where_somebody_holds_it(text: str) -> None:
    assert say(text, after("is NPQLL funded at my academy in Hull")).courses == ()


def test_senco_answers_what_somebody_does() -> None:
    state = DialogueState(pending=Pending(fact="role"), courses=(SL,), recent_courses=(SL,))
    assert say("just SENCO", state).courses == ()


def test_headship_named_alone_is_the_course_and_no_post_held() -> None:
    state = say("headship then?", after("is NPQLT funded at my academy in Hull")).state
    assert state.courses == (H,)
    assert known(state).get("is_headteacher") is not True


@pytest.mark.parametrize("text", ["NPQML in 2015, now eyeing headship", "did NPQSL in 2018 and fancy headship next"])
def test_headship_aimed_at_after_an_older_npq_is_asked_about(text: str) -> None:
    assert H in say(text).courses


@pytest.mark.parametrize(
    ("text", "is_offer"),
    [
        ("I'm a head of six months, is there coaching I could sign up for?", True),
        ("Head of a state school since January. That coaching thing, is it paid?", True),
        ("I'm a class teacher, is the coaching any good?", False),
        ("I'm a head, is there coaching on the NPQ?", False),
        ("I'm a head and do coaching for teachers, which NPQ?", False),
    ],
)
def test_coaching_is_the_offer_for_new_heads_only_where_a_head_asks_for_it(text: str, is_offer: bool) -> None:
    assert (EHCO in say(text).courses) is is_offer
