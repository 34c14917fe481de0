from __future__ import annotations

import pytest

from advisor.dialogue.courses import find_courses, find_past_courses
from advisor.dialogue.state import DialogueState
from tests.dialogue.samples import after, read, say

SL, H, LL = "npq-senior-leadership", "npq-headship", "npq-leading-literacy"


def courses(text: str, state: DialogueState | None = None, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    return find_courses(read(text, courses=known), state or DialogueState())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is NPQSL funded", (SL,)),
        ("npq for headship", (H,)),
        ("NPQSL or NPQH?", (SL, H)),
        ("is leading literacy free", (LL,)),
        ("NPQSL, not NPQH", (SL,)),
        ("not NPQH, NPQSL", (SL,)),
        ("I'd rather NPQSL than NPQH instead of NPQLL", (SL, H)),
        ("is headship funded?", (H,)),
        ("I want to do the headship one", (H,)),
        ("I did NPQSL and now want NPQH", (H,)),
        ("I did NPQSL, can I do it again?", (SL,)),
        ("does the SENCO have to do the NPQ?", ("npq-senco",)),
    ],
)
def test_the_course_asked_about_is_found(text: str, expected: tuple[str, ...]) -> None:
    assert courses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I'm aiming for headship",
        "is it funded?",
        "I did NPQSL in 2022",
        "I am a senior leader",
        "which NPQ?",
        "NPQs in general",
    ],
)
def test_a_career_a_past_course_and_npqs_at_large_are_no_course_asked_about(text: str) -> None:
    assert courses(text) == ()


@pytest.mark.parametrize(
    "text", ["I'm in my third year of headship.", "I moved into headship", "it is my first headship"]
)
def test_a_post_never_replaces_the_course_in_focus(text: str) -> None:
    assert courses(text, known=("npq-early-years-leadership",)) == ()


@pytest.mark.parametrize(
    ("text", "index"), [("the first one", 0), ("the second one please", 1), ("last option", 2), ("third course", 2)]
)
def test_a_suggestion_is_picked_by_its_place(text: str, index: int) -> None:
    state = DialogueState(suggested=(SL, H, LL))
    assert courses(text, state) == (state.suggested[index],)


def test_a_place_beyond_the_suggestions_is_nothing() -> None:
    assert courses("the third one", DialogueState(suggested=(SL,))) == ()
    assert courses("the first one") == ()


def test_both_means_the_last_two_asked_about() -> None:
    assert courses("compare both", DialogueState(recent_courses=(LL, SL, H))) == (SL, H)


EHCO = "npq-early-headship-coaching-offer"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("could she have that and EHCO?", (H, EHCO)),
        ("that & EHCO at DfE's cost?", (H, EHCO)),
        ("EHCO on top of that", (H, EHCO)),
        ("thanks for that, and is NPQSL funded?", (SL,)),
        ("got it, and NPQLL?", (LL,)),
        ("I've done it and now want NPQSL", (SL,)),
        ("I'm in Leeds and this year I want NPQSL", (SL,)),
        ("NPQSL please, and it's for my deputy", (SL,)),
    ],
)
def test_a_course_beside_the_one_spoken_of_is_told_from_the_next_one(text: str, expected: tuple[str, ...]) -> None:
    assert courses(text, DialogueState(courses=(H,), recent_courses=(H,))) == expected


def test_a_past_course_is_remembered_as_the_likely_topic() -> None:
    assert find_past_courses(read("I did NPQSL in 2022")) == (SL,)
    assert say("I did NPQSL in 2022").state.courses == (SL,)


def test_a_course_in_focus_stays_until_another_is_named() -> None:
    state = say("is NPQSL funded").state
    assert say("and how long is it?", state).state.courses == (SL,)
    assert say("and NPQH?", state).state.courses == (H,)
    assert say("and NPQH?", state).state.recent_courses == (SL, H)


LT = "npq-leading-teaching"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early years leadership npq or senior leadership", ("npq-early-years-leadership", SL)),
        ("I'm a new head, can I get coaching", ("npq-early-headship-coaching-offer",)),
        ("is coaching part of it", ()),
        ("the LT results were good", ()),
    ],
)
def test_short_and_weak_names_are_read_beside_others(text: str, expected: tuple[str, ...]) -> None:
    assert courses(text) == expected


def test_it_means_the_course_named_last_before() -> None:
    asks = say("is NPQLL funded? and NPQSL, is it longer? what do they cost?").asks
    assert [ask.courses for ask in asks] == [(LL,), (SL,), (LL, SL)]


def test_a_course_passed_as_an_answer_leaves_the_talk_where_it_was() -> None:
    before = DialogueState(courses=(SL,))
    assert say("I passed the NPQH in 2022", before).state.courses == (SL,)
    assert say("I failed the NPQH in 2022, what now?", before).state.courses == (H,)


def test_a_course_named_beside_the_one_spoken_of_is_not_asked_about() -> None:
    held = after("did NPQSL in 2020. can i get NPQH paid for")
    assert say("does the npqsl one count against me?", held).state.courses == ("npq-headship",)
    spoken_of = after("how long is the essay for npqsl")
    assert say("my friend on npqh says 2500 words?", spoken_of).state.courses == ("npq-senior-leadership",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what about the literacy version", (LL,)),
        ("is the senco 1 free", ("npq-senco",)),
        ("and headship itself, is it paid for", (H,)),
        ("does that coaching offer cost anything", ("npq-early-headship-coaching-offer",)),
        ("would DfE fund senior leadership for my deputy", (SL,)),
        ("is NPQSL harder than the literacy one", (SL, LL)),
        ("I did the literacy one, now I want NPQSL", (SL,)),
        ("I've never done NPQH. can I get the coaching offer", ("npq-early-headship-coaching-offer",)),
        ("LT for Jo, SL for Sam. who pays?", (LT, SL)),
        ("so which one tho LL or LT", (LL, LT)),
        ("a maths version of the timetable is on the wall", ()),
        ("we'll see, she'll do LT results on Friday", ()),
        ("the headship at my school is vacant", ()),
    ],
)
def test_a_noun_makes_a_course_of_a_weak_name(text: str, expected: tuple[str, ...]) -> None:
    assert say(text).courses == expected


def test_a_course_named_by_a_noun_tells_nothing_of_the_workplace() -> None:
    assert not {"work_setting", "aims"} & set(say("what about the early years version").state.person.facts)
    assert "work_setting" in say("I work in early years").state.person.facts


@pytest.mark.parametrize(
    "text",
    ["Headship or Senior Leadership? AHT two years in, in no hurry to be a head", "Hi, headship vs senior leadership?"],
)
def test_two_weak_names_put_against_each_other_are_both_asked_about(text: str) -> None:
    assert set(courses(text)) == {H, SL}


@pytest.mark.parametrize("text", ["I lead behaviour or maths? whichever", "is literacy or behaviour what she leads"])
def test_two_subjects_or_posts_are_no_choice_of_courses(text: str) -> None:
    assert courses(text) == ()
