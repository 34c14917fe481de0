from __future__ import annotations

import pytest

from advisor.core.facts import FACTS
from advisor.dialogue.state import DialogueState, Pending
from tests.dialogue.samples import after, known, say

SL, H = "npq-senior-leadership", "npq-headship"


def asked(fact: str, course: str | None = None, state: DialogueState | None = None) -> DialogueState:
    return (state or DialogueState()).model_copy(update={"pending": Pending(fact=fact, course=course)})


def test_what_is_asked_and_what_is_told_are_told_apart() -> None:
    understood = say("I'm a deputy head in Leeds. Is NPQH funded, and how long is it?")
    assert [ask.text for ask in understood.asks] == ["Is NPQH funded", "how long is it?"]
    assert [ask.courses for ask in understood.asks] == [(H,), (H,)]
    assert all(ask.is_question for ask in understood.asks)
    assert known(understood.state)["role"] == "deputy_head"


def test_cues_say_what_is_wanted() -> None:
    funding, length = say("Is NPQH funded, and how long is it?").asks
    assert funding.wants("funding")
    assert "length" in length.cues
    assert not length.wants("funding")


def test_telling_alone_is_one_ask_that_is_no_question() -> None:
    (ask,) = say("I work in Leeds").asks
    assert not ask.is_question


def test_nothing_asks_nothing() -> None:
    assert say("").asks == ()


@pytest.mark.parametrize(("text", "bare"), [("NPQH?", True), ("NPQH autumn 2026", True), ("is NPQH funded", False)])
def test_names_alone_are_bare(text: str, bare: bool) -> None:
    (ask,) = say(text).asks
    assert ask.bare is bare


def test_words_inside_a_course_name_tell_nothing_of_the_person() -> None:
    assert known(after("is the primary maths NPQ funded")) == {}
    assert "phase" in known(after("I teach in a primary school"))


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("No", False), ("nope, sorry", False), ("Yep", True)])
def test_a_bare_answer_answers_what_was_asked_back(text: str, value: bool) -> None:
    understood = say(text, asked("works_in_england"))
    assert understood.answered == Pending(fact="works_in_england")
    assert known(understood.state) == {"works_in_england": value}


@pytest.mark.parametrize(
    ("text", "fact", "told"),
    [
        ("yes a community primary", "on_pp50_school_list", {"eligible_establishment_type": True}),
        ("No RISE. Which can she get funded then?", "works_in_england", {"on_rise_list": False}),
        ("yes, and it's a community primary", "on_pp50_school_list", {"on_pp50_school_list": True}),
        ("found it, yes we're on it. and im not on QTS", "on_pp50_school_list", {"on_pp50_school_list": True}),
    ],
)
def test_a_yes_or_no_said_of_another_thing_answers_that_alone(text: str, fact: str, told: dict[str, bool]) -> None:
    facts = known(say(text, asked(fact)).state)
    assert {name: facts.get(name) for name in told} == told
    assert fact in told or fact not in facts


def test_only_what_stands_in_the_supposing_sentence_is_supposed() -> None:
    state = after("npqh, state secondary in kent. what if i've missed it?")
    assert state.set_aside is None
    assert known(state)["works_in_england"] is True
    state = after("my school is pp50. what if i moved to Wales?")
    assert state.set_aside is not None
    assert "on_pp50_school_list" in state.set_aside.facts
    assert "nation" not in state.set_aside.facts


def test_a_start_put_right_names_no_intake() -> None:
    state = after("I'm a SENCO since sept 2024", "wait sorry it was sept 2025 not 2024 i started as senco")
    assert known(state)["senco_start"] == "2025-09"
    assert "cohort_id" not in known(state)
    assert known(after("no!! sept TWENTY FIVE", state=after("SENCO since sept 2024")))["senco_start"] == "2025-09"


def test_not_knowing_is_noted_and_not_asked_again() -> None:
    understood = say("not sure", asked("on_pp50_school_list"))
    assert understood.unsure
    assert known(understood.state) == {}
    assert understood.state.person.declined == ("on_pp50_school_list",)


def test_a_yes_where_nothing_was_asked_says_nothing() -> None:
    understood = say("yes")
    assert understood.answered is None
    assert known(understood.state) == {}


def test_a_question_back_is_no_answer() -> None:
    understood = say("what do you mean by that?", asked("works_in_england"))
    assert understood.answered is None
    assert known(understood.state) == {}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("It is a primary school.", {"work_setting": "a_school", "phase": "primary"}),
        ("I have never had a funded NPQ", {"prior_applications": []}),
        ("no, and we are not on the PP50 list", {"works_in_england": False, "on_pp50_school_list": False}),
        ("Leeds", {"works_in_england": True}),
    ],
)
def test_telling_another_thing_is_no_answer_unless_it_starts_with_one(text: str, facts: dict[str, object]) -> None:
    assert known(say(text, asked("works_in_england")).state) == facts


@pytest.mark.parametrize(
    "fact", ["work_setting", "early_years_setting", "employment_type", "role", "phase", "on_rise_list"]
)
def test_a_label_chosen_tells_its_value_and_nothing_beside(fact: str) -> None:
    for choice in FACTS[fact].choices:
        expected = {} if choice.value is None else {fact: choice.value}
        assert known(say(choice.label, asked(fact)).state) == expected


@pytest.mark.parametrize(
    ("text", "funded"),
    [("Yes, I had a funded place", True), ("Yes, but it was paid for another way", False), ("self-funded", False)],
)
def test_an_earlier_place_is_that_of_the_course_asked_about(text: str, funded: bool) -> None:
    found = known(say(text, asked("prior_applications", SL)).state)["prior_applications"]
    assert isinstance(found, list)
    (record,) = found
    assert (record["course"], record["funded_place"]) == (SL, funded)


@pytest.mark.parametrize("text", ["No, never", "no", "never"])
def test_no_earlier_place_is_none(text: str) -> None:
    assert known(say(text, asked("prior_applications", SL)).state) == {"prior_applications": []}


def test_a_correction_replaces_and_lists_of_aims_grow() -> None:
    state = after("I work in Leeds", "sorry, I work in Cardiff")
    assert known(state)["works_in_england"] is False
    aims = known(after("I want to lead on behaviour and improve literacy"))["aims"]
    assert isinstance(aims, list)
    assert len(aims) == len(set(aims)) > 1


def test_each_message_counts_a_turn() -> None:
    assert after("hello", "is NPQH funded", "").turn == 3


def test_what_is_only_supposed_holds_for_one_message() -> None:
    told = after("I'm at an academy in Leeds on the PP50 list, is NPQLL funded?")
    supposed = after("and if it wasn't on the list?", state=told)
    assert known(supposed)["on_pp50_school_list"] is False
    assert known(after("who pays?", state=supposed)) == known(told)


def test_another_kind_of_school_puts_out_the_one_before() -> None:
    told = after("She teaches at an independent special school in Kent, is NPQH funded?")
    assert known(told)["establishment_type_code"] == "10"
    supposed = known(after("and if she was at an ordinary independent?", state=told))
    assert supposed["eligible_establishment_type"] is False
    assert "establishment_type_code" not in supposed


@pytest.mark.parametrize(
    "text",
    [
        "NPQSL 2021 (autumn, funded). Now deputy, is NPQH funded?",
        "started NPQLT in autumn 2022 but withdrew spring 2023. is NPQLL funded?",
    ],
)
def test_the_date_of_an_earlier_npq_is_not_the_intake_asked_about(text: str) -> None:
    assert "cohort_id" not in known(after(text))


@pytest.mark.parametrize("text", ["I'm a deputy head since Sept 2025", "I've been head of y9 for 3 years"])
def test_years_in_another_post_are_no_headship(text: str) -> None:
    assert "in_first_five_years_of_headship" not in known(after(text))


@pytest.mark.parametrize("text", ["I'm on mat leave from a primary school", "I'm an overseas trained teacher in Luton"])
def test_leave_and_training_are_no_workplace(text: str) -> None:
    facts = known(after(text))
    assert facts.get("work_setting") != "an_academy_trust"
    assert facts.get("works_in_england") is not False


@pytest.mark.parametrize(
    "text",
    [
        "no england yes I'm at a state secondary",
        "no i work in england now, spain is just where i trained",
        "state school not on pp50 in england",
    ],
)
def test_a_no_that_answers_or_denies_another_thing_leaves_england(text: str) -> None:
    assert known(after(text))["works_in_england"] is True


def test_a_start_put_right_is_no_intake() -> None:
    state = after("I've been SENCO since Sept 2024 in a state school", "sorry it was sept 2025 not 2024")
    assert known(state)["senco_start"] == "2025-09"
    assert "cohort_id" not in known(state)


def test_yes_on_the_list_is_read_beside_another_thing() -> None:
    pending = Pending(fact="on_pp50_school_list", course="npq-leading-literacy")
    before = after("I work at a state school in Bristol, is NPQLL funded?").model_copy(update={"pending": pending})
    assert (
        known(after("found it, yes we're on it. and I'm unqualified. so?", state=before))["on_pp50_school_list"] is True
    )
    assert known(after("it isn't, we're not on it", state=before))["on_pp50_school_list"] is False
