from __future__ import annotations

import pytest

from advisor.dialogue.asking import Ask
from advisor.turn.wants import top_intents
from tests.turn.samples import one, turn_of

SL, H, LL = "npq-senior-leadership", "npq-headship", "npq-leading-literacy"


def wanted(*messages: str) -> tuple[set[str], tuple[str, ...]]:
    ask, _ = one(*messages)
    return {name for name, p in ask.intents.items() if p >= 0.5}, ask.courses


@pytest.mark.parametrize(
    ("messages", "intents", "courses"),
    [
        (("Is NPQSL funded?", "and NPQH?"), {"funding"}, (H,)),
        (("How long is NPQSL?", "what about NPQLL?"), {"length"}, (LL,)),
        (("How long is NPQSL?", "how about NPQH"), {"length"}, (H,)),
        (("How long is NPQSL?", "and how much does it cost?"), {"cost"}, (SL,)),
        (("How long is NPQSL?", "is it funded?"), {"funding"}, (SL,)),
        (("Is NPQSL funded?", "I work in Leeds"), {"funding"}, (SL,)),
        (("Is NPQSL funded?", "Yes"), {"funding"}, (SL,)),
        (("How long is NPQSL?", "NPQH"), {"length"}, (H,)),
        (("Is NPQSL funded in autumn 2027?", "ok well what about if I begin this autumn instead"), {"funding"}, (SL,)),
        (("What is NPQSL?", "suppose I did it, academy - who pays"), {"funding"}, (SL,)),
        (("Is NPQSL funded?", "what will I learn"), {"content"}, (SL,)),
        (("Is NPQSL funded?", "and what would we be taught"), {"content"}, (SL,)),
        (("Is NPQSL funded?", "what does it teach you"), {"content"}, (SL,)),
    ],
)
def test_what_is_left_out_comes_from_before(
    messages: tuple[str, ...], intents: set[str], courses: tuple[str, ...]
) -> None:
    found, about = wanted(*messages)
    assert intents <= found
    assert about == courses
    assert one(*messages)[0].carried


@pytest.mark.parametrize(
    "message",
    ["are npqs free?", "what do all NPQs cost", "is a scholarship taxed", "which ones would we be taught online"],
)
def test_a_general_question_leaves_the_course_in_focus_alone(message: str) -> None:
    assert wanted("How long is NPQSL?", message)[1] == ()


def test_a_new_question_is_not_turned_into_the_old_one() -> None:
    assert wanted("Is NPQSL funded?", "how is NPQH assessed")[0] == {"assessment"}


def test_a_bare_course_at_the_start_is_a_question_of_funding() -> None:
    assert wanted("NPQH") == ({"funding"}, (H,))


def test_a_wish_for_a_course_asks_what_it_is_and_who_pays() -> None:
    found, courses = wanted("I want to do NPQH")
    assert {"funding", "overview"} <= found
    assert courses == (H,)


def test_somebody_who_only_says_who_they_are_wants_to_know_what_fits() -> None:
    assert wanted("I'm a deputy head") == ({"recommend"}, ())
    assert "funding" in wanted("I'm a deputy head in an academy in Leeds")[0]


def test_each_question_of_a_message_is_completed_by_itself() -> None:
    asks, _ = turn_of("How long is NPQSL and is it funded?")
    assert [ask.courses for ask in asks] == [(SL,), (SL,)]
    assert [set(top_intents(ask)) for ask in asks] == [{"length"}, {"funding"}]


def test_the_most_probable_intent_comes_first_and_courtesies_are_left_out() -> None:
    ask = Ask("x", {"length": 0.6, "funding": 0.9, "thanks": 0.99, "cost": 0.4, "dates": 0.6})
    assert top_intents(ask) == ("funding", "dates", "length")
    assert top_intents(ask, 0.3) == ("funding", "dates", "length", "cost")


def test_two_courses_with_or_between_are_a_choice_and_no_question_of_money() -> None:
    ask, _ = one("I mentor ECTs. NPQLTD or NPQLT??")
    assert ask.choice
    assert ask.wants("recommend")
    assert not ask.wants("funding")


def test_which_of_them_points_at_the_courses_before() -> None:
    ask, _ = one("NPQSL or NPQH?", "ok so which of the two")
    assert ask.choice
    assert ask.courses == (SL, H)


def test_what_if_asks_the_same_again() -> None:
    ask, _ = one("Is NPQSL funded at an independent school?", "and if he was at a state school?")
    assert ask.wants("funding")
    assert ask.courses == (SL,)


def test_a_course_and_a_workplace_alone_ask_for_funding() -> None:
    ask, _ = one("EHCO for a head in Cumbria, maintained school?")
    assert ask.wants("funding")


def test_an_empty_question_hands_over_to_the_words_before_it() -> None:
    ask, _ = one("He works at an independent school and asks about a scholarship for NPQH. What do I tell him?")
    assert "funding" in ask.cues


def test_what_to_do_next_is_a_question_of_its_own() -> None:
    asks, _ = turn_of("I'm a deputy head and I've got NPQSL. What should I do next, and would it be funded?")
    assert [ask.text for ask in asks] == ["What should I do next", "would it be funded?"]


@pytest.mark.parametrize(
    "message",
    [
        "could the department fund NPQSL for me",
        "who picks up the bill for NPQSL",
        "how do I get it paid, NPQSL",
        "is NPQSL fundable",
        "is NPQSL on the government this year",
    ],
)
def test_who_pays_is_asked_with_many_verbs(message: str) -> None:
    assert "funding" in one(message)[0].cues


@pytest.mark.parametrize("message", ["is it on the DfE website", "who covers my class", "does NPQSL cover finance"])
def test_other_uses_of_these_words_ask_nothing_of_money(message: str) -> None:
    assert "funding" not in one(message)[0].cues


@pytest.mark.parametrize("message", ["what would NPQSL set us back", "NPQSL, ballpark?", "roughly what is NPQSL then"])
def test_a_price_is_asked_in_many_words(message: str) -> None:
    assert "cost" in one(message)[0].cues


def test_a_question_that_points_back_takes_the_want_from_the_sentence_before() -> None:
    asks, _ = turn_of("We have a heap of levy left over. Could some of it go on NPQSL?")
    assert "levy" in asks[-1].cues
    asks, _ = turn_of("We have a heap of levy left over. How long is NPQSL?")
    assert "levy" not in asks[-1].cues


def test_a_whole_question_after_and_is_not_the_old_one_again() -> None:
    assert "funding" not in wanted("Is NPQSL funded?", "and does our inspection report count there")[0]
    assert "funding" in wanted("Is NPQSL funded?", "and for my deputy?")[0]


def test_a_list_told_after_another_question_asks_who_pays() -> None:
    assert "funding" in wanted("Can I do NPQLL?", "Hull primary, we are on the PP50 list")[0]


@pytest.mark.parametrize("message", ["which would be paid for here", "what could we have then", "anything we can get"])
def test_which_of_all_is_not_asked_of_the_course_before(message: str) -> None:
    assert wanted("Is NPQLL funded?", message)[1] == ()


def test_what_is_particular_is_asked_again_of_another_course() -> None:
    assert "levy" in one("can the levy pay for NPQH, what would it cost?", "what about NPQSL")[0].cues
    assert "resit" in one("I got not yet met on NPQSL, is there another attempt?")[0].cues
    assert "funding" in one("is NPQH funded at a UTC in Stoke?", "which others could we have")[0].cues


@pytest.mark.parametrize("message", ["...well? is hers paid", "would hers be covered?", "will his be paid"])
def test_hers_is_asked_about_as_mine_is(message: str) -> None:
    assert "funding" in one(message)[0].cues
