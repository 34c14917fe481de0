from __future__ import annotations

from typing import Any

import pytest

from advisor.dialogue.slots.prior import find_prior
from advisor.dialogue.state import DialogueState
from tests.dialogue.samples import say, told


def facts(*turns: str) -> dict[str, Any]:
    state = DialogueState()
    for turn in turns:
        state = say(turn, state).state
    return {name: known.value for name, known in state.person.facts.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Prior NPQs - zero. Course: NPQLT",
        "NPQ history? Blank. NPQLL please",
        "Have I had one before? No. So NPQLT?",
        "npqs held = none",
        "ever had dfe funding before? not at all",
    ],
)
def test_a_label_or_question_answered_with_none_means_no_earlier_npq(text: str) -> None:
    assert told(find_prior, text)["prior_applications"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Been a head before? No. NPQH please",
        "any RISE involvement before? no",
        "Has my deputy had one before? No. I want NPQSL",
        "NPQ? No idea which",
    ],
)
def test_other_questions_answered_say_nothing_of_earlier_npqs(text: str) -> None:
    assert "prior_applications" not in told(find_prior, text)


@pytest.mark.parametrize(
    "text",
    [
        "NPQML 2017, nothing after. NPQLT now?",
        "I passed the old NPQSL in 2019 and that's the lot",
        "I've only ever done the old NPQH, 2010",
        "Had NPQML (2015) and NPQSL (2018), no newer ones",
    ],
)
def test_nothing_beside_an_old_npq_means_none_of_today(text: str) -> None:
    found = told(find_prior, text)
    assert found["prior_applications"] == []
    assert found["prior_npqs"]


def test_nothing_more_is_read_a_turn_after_the_old_npq() -> None:
    assert facts("I had NPQML in 2018", "nothing besides that")["prior_applications"] == []


@pytest.mark.parametrize("text", ["I got the letter. That's all. NPQLT funded?", "nothing since your last email"])
def test_nothing_more_says_nothing_where_no_npq_was_told(text: str) -> None:
    assert told(find_prior, text) == {}


def test_nothing_else_leaves_an_npq_of_today_standing() -> None:
    found: Any = told(find_prior, "I have passed NPQLT, funded. Nothing else.")["prior_applications"]
    assert [record["course"] for record in found] == ["npq-leading-teaching"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("No NPQs other than the old NPQML (2016)", "npqml"),
        ("NPQs to date: nil (the 2010 NPQH aside)", "npqh-legacy"),
        ("the only NPQ I've got is the pre-reform NPQSL from 2018", "npqsl-legacy"),
    ],
)
def test_what_a_denial_leaves_standing_was_had(text: str, name: str) -> None:
    found: Any = told(find_prior, text)
    assert [record["name"] for record in found["prior_npqs"]] == [name]
    assert found["prior_applications"] == []


@pytest.mark.parametrize(
    "text", ["There's no NPQ provider near me", "None of the NPQs fit me", "I have nothing against NPQs but who pays"]
)
def test_no_of_another_thing_denies_no_npq(text: str) -> None:
    assert told(find_prior, text) == {}


def test_a_list_told_of_at_its_end_is_told_of_each() -> None:
    found: Any = told(find_prior, "NPQLT ('22), NPQLBC ('23): passed the pair")["prior_applications"]
    assert [(each["cohort_id"], each["outcome"]) for each in found] == [("2022b", "passed"), ("2023b", "passed")]


def test_the_payer_after_a_label_is_read() -> None:
    found: Any = told(find_prior, "I deferred NPQLT. Paid: trust.")["prior_applications"]
    assert [record["funded_place"] for record in found] == [False]


@pytest.mark.parametrize("text", ["I paid for NPQSL myself", "I failed NPQSL"])
def test_a_funded_place_denied_in_a_later_turn_is_none(text: str) -> None:
    (record,) = facts(text, "could I get it again? I never had a DfE funded place")["prior_applications"]
    assert record["funded_place"] is False


@pytest.mark.parametrize("text", ["heads must by law hold the NPQH", "2 of the 4 havnt got npqh, can we see them"])
def test_what_is_owed_or_lacking_was_not_had(text: str) -> None:
    assert not told(find_prior, text).get("prior_applications")


def test_previous_before_a_colon_is_a_label_and_no_old_npq() -> None:
    found: Any = told(find_prior, "previous: NPQH ('22, DfE paid, passed)")
    assert found["prior_applications"][0]["course"] == "npq-headship"


def test_a_bare_word_of_the_end_is_told_of_the_course_in_focus() -> None:
    found = facts("Can I redo NPQSL?", "withdrew in 2023")
    assert found["prior_applications"][0]["training_status"] == "withdrawn"
    assert "prior_applications" not in facts("NPQSL funded?", "passed my induction in 2023")
