from __future__ import annotations

import pytest

from advisor.core.facts import FACTS
from advisor.dialogue.slots.answers import read_answer

YES_NO = FACTS["works_in_england"].choices
SETTING = FACTS["work_setting"].choices
PRIOR = FACTS["prior_applications"].choices
ASKABLE = [fact for fact in FACTS.values() if fact.choices]


@pytest.mark.parametrize(
    "text", ["yes", "Yep!", "yeah I do", "yup", "correct", "sure", "I do", "we are", "of course", "y"]
)
def test_a_yes_is_a_yes(text: str) -> None:
    answer = read_answer(text, YES_NO)
    assert answer is not None
    assert (answer.value, answer.sure) == (True, True)


@pytest.mark.parametrize(
    "text", ["no", "nope", "nah", "not really", "I don't", "I do not", "we are not", "I'm not", "never", "n"]
)
def test_a_no_is_a_no(text: str) -> None:
    answer = read_answer(text, YES_NO)
    assert answer is not None
    assert (answer.value, answer.sure) == (False, True)


@pytest.mark.parametrize("choices", [YES_NO, SETTING, PRIOR])
@pytest.mark.parametrize(
    "text",
    ["not sure", "I don't know", "dunno", "no idea", "maybe", "i think so", "I’m not sure", "how do I find out?"],
)
def test_not_knowing_is_neither_yes_nor_no(text: str, choices: tuple[object, ...]) -> None:
    answer = read_answer(text, choices)  # type: ignore[arg-type]
    assert answer is not None
    assert (answer.value, answer.sure) == (None, False)


@pytest.mark.parametrize("fact", ASKABLE, ids=lambda fact: str(fact.name))
def test_every_label_and_every_value_is_an_answer(fact: object) -> None:
    choices = fact.choices  # type: ignore[attr-defined]
    for choice in choices:
        for typed in (choice.label, choice.label.upper(), *([str(choice.value)] if choice.value is not None else [])):
            answer = read_answer(typed, choices)
            assert answer is not None, typed
            assert (answer.value, answer.sure) == (choice.value, choice.value is not None), typed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the first", "a_school"), ("first one", "a_school"), ("1st", "a_school"), ("1", "a_school"),
        ("2", "an_academy_trust"),
        ("option 3", "a_16_to_19_educational_setting"), ("the last one", "other"), ("trust", "an_academy_trust"),
        ("fe college", "a_16_to_19_educational_setting"), ("somewhere else", "other"),
        ("early years", "early_years_or_childcare"),
    ],
)  # fmt: skip
def test_a_choice_is_picked_by_place_or_by_words(text: str, value: str) -> None:
    answer = read_answer(text, SETTING)
    assert answer is not None
    assert (answer.value, answer.sure) == (value, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("No, never", "none"), ("no", "none"), ("nope", "none"), ("yes funded", "funded"), ("it was funded", "funded"),
        ("self funded", "self_funded"), ("self-funded", "self_funded"), ("I self funded it", "self_funded"),
        ("paid for it myself", "self_funded"), ("my school paid", "self_funded"),
    ],
)  # fmt: skip
def test_who_paid_before_is_told_apart(text: str, value: str) -> None:
    answer = read_answer(text, PRIOR)
    assert answer is not None
    assert answer.value == value


@pytest.mark.parametrize("text", ["", "what do you mean?", "how long is NPQH", "England"])
def test_what_answers_nothing_is_no_answer(text: str) -> None:
    assert read_answer(text, YES_NO) is None


@pytest.mark.parametrize("text", ["9", "0", "school and nursery"])
def test_a_choice_that_is_not_there_or_not_clear_is_no_answer(text: str) -> None:
    assert read_answer(text, SETTING) is None


def test_without_choices_nothing_is_an_answer() -> None:
    assert read_answer("yes", ()) is None
