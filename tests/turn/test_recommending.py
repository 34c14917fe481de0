from __future__ import annotations

import pytest

from advisor.turn.recommending import can_recommend, recommend
from tests.turn.samples import one

H, SL, LL, SENCO = "npq-headship", "npq-senior-leadership", "npq-leading-literacy", "npq-senco"


@pytest.mark.parametrize(
    ("message", "course"),
    [
        ("I'm a deputy head and want to be a head. Which NPQ?", H),
        ("I'm a head of department and want to join the senior leadership team. Which NPQ?", SL),
        ("I'm an English lead and want to improve literacy. Which NPQ?", LL),
        ("I'm a SENCO, which NPQ?", SENCO),
        ("I'm a nursery manager, which NPQ suits me?", "npq-early-years-leadership"),
    ],
)
def test_the_course_that_fits_comes_first_with_its_reason(message: str, course: str) -> None:
    found = recommend(*one(message))
    assert found.courses[0] == course
    assert found.part.said[0].text.startswith("The best fit for you looks like")
    assert all(said.grounds for said in found.part.said)


def test_the_persons_own_words_are_given_back() -> None:
    text = recommend(*one("I'm a deputy head and want to be a head. Which NPQ?")).part.said[0].text
    assert "since you said “" in text


def test_nothing_known_recommends_nothing() -> None:
    assert not can_recommend(*one("which NPQ?"))


def test_each_suggestion_has_its_verdict_and_its_citations() -> None:
    found = recommend(*one("I'm a deputy head in an academy in Leeds and want to be a head. Which NPQ?"))
    assert [verdict.course for verdict in found.verdicts] == list(found.courses)
    grounds = {ground for said in found.part.said for ground in said.grounds}
    numbers = {ground: number for number, ground in enumerate(sorted(grounds, key=str), start=1)}
    shown = found.shown(numbers)
    assert [item.course for item in shown] == list(found.courses)
    assert all(item.because for item in shown)


def test_of_two_named_the_better_one_is_chosen() -> None:
    found = recommend(
        *one("NPQSL or NPQH for a deputy who wants to be a head? I'm a deputy head and want to be a head")
    )
    assert set(found.courses) <= {H, SL}


def test_a_colleague_is_spoken_of() -> None:
    message = "What about my colleague? She is a deputy head and wants to be a head. Which NPQ?"
    from tests.turn.samples import turn_of

    asks, turn = turn_of(message)
    text = recommend(asks[-1], turn).part.said[0].text
    assert "for your colleague" in text


def test_what_would_sharpen_it_is_asked_and_never_what_is_known() -> None:
    found = recommend(*one("I'm a deputy head, which NPQ?"))
    assert found.question is not None
    assert found.question[0].fact != "role"


def test_of_two_courses_named_the_other_is_said_not_to_be_it() -> None:
    ask, turn = one("npqltd or npqlt?? i mentor 2 ects")
    found = recommend(ask, turn)
    assert found.courses[0] == "npq-leading-teaching-development"
    assert any("NPQLT" in said.text and "NPQLTD" in said.text for said in found.part.said)


def test_who_tells_of_a_list_hears_what_it_means() -> None:
    found = recommend(*one("subject lead for history at a state primary in London, not on PP50. which npq?"))
    assert any("RISE intervention" in said.text and "NPQLT" in said.text for said in found.part.said)
    assert found.part.statement_ids == ("policy-standing-lists.1",)
