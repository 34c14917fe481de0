"""What is held of a workplace where the exact words leave it open and the learned reader believes something."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from advisor.dialogue.slots.slot import SlotValue
from advisor.dialogue.told.examples import ANSWERS
from advisor.dialogue.told.reader import Told
from advisor.dialogue.told.workplace import with_workplace
from tests.dialogue.samples import read

ENGLAND, KIND, STATE = "works_in_england", "work_setting", "eligible_establishment_type"


def believed(**shares: float) -> Told:
    return Told({answer: shares.get(answer, 0.0) for answer in ANSWERS["settings"]})


def held(
    told: dict[str, Told], text: str = "geordie land, aye", slots: tuple[SlotValue, ...] = (), **reading: Any
) -> dict[str, object]:
    return {slot.fact: slot.value for slot in with_workplace(slots, told, replace(read(text), **reading))}


@pytest.mark.parametrize(
    ("fact", "belief", "asked", "value"),
    [
        (ENGLAND, believed(yes=0.98), "", True),
        (ENGLAND, believed(yes=0.93), "", None),
        (ENGLAND, believed(no=0.92), "", None),
        (ENGLAND, believed(no=0.8, unknown=0.2), ENGLAND, False),
        (ENGLAND, believed(unknown=0.95), ENGLAND, None),
        (KIND, believed(nursery=0.97), "", "early_years_or_childcare"),
        (KIND, believed(council=0.97), KIND, None),
        (KIND, believed(none=0.99), "", None),
        (KIND, believed(none=0.9), KIND, "other"),
        (STATE, believed(no=0.97), "", False),
    ],
)
def test_what_is_left_open_is_filled_where_it_is_believed(fact: str, belief: Told, asked: str, value: object) -> None:
    assert held({fact: belief}, asked=asked).get(fact) == value


def test_what_was_told_before_stays() -> None:
    assert held({ENGLAND: believed(no=0.99)}, known={ENGLAND: True}) == {}


@pytest.mark.parametrize(
    ("fact", "exact", "belief", "value"),
    [
        (ENGLAND, True, believed(no=0.99), True),
        (ENGLAND, False, believed(unknown=0.99), False),
        (KIND, "early_years_or_childcare", believed(school=0.97), "a_school"),
        (KIND, "early_years_or_childcare", believed(school=0.9), "early_years_or_childcare"),
        (KIND, "a_16_to_19_educational_setting", believed(school=0.97), "a_16_to_19_educational_setting"),
        (KIND, "a_school", believed(college=0.99), "a_school"),
        (STATE, True, believed(no=0.99), True),
    ],
)
def test_exact_words_give_way_only_where_they_name_what_may_be_another_place(
    fact: str, exact: object, belief: Told, value: object
) -> None:
    assert held({fact: belief}, slots=(SlotValue(fact, exact, 0, 7),)).get(fact) == value


def test_whose_workplace_it_is_is_known_by_exact_words_alone() -> None:
    slots = (SlotValue(KIND, "early_years_or_childcare", 0, 7),)
    told = {KIND: believed(school=0.99)}
    assert held(told, slots=slots, subject="my wife") == {KIND: "early_years_or_childcare"}


def test_a_nursery_class_told_by_name_is_not_made_a_school() -> None:
    slots = (SlotValue(KIND, "early_years_or_childcare", 0, 5), SlotValue("early_years_setting", "childminder", 0, 5))
    told = held({KIND: believed(school=0.99), STATE: believed(no=0.99)}, slots=slots)
    assert told == {KIND: "early_years_or_childcare", "early_years_setting": "childminder"}


def test_who_pays_for_a_nursery_says_what_kind_it_is() -> None:
    told = held({KIND: believed(nursery=0.95), STATE: believed(no=0.95)})
    assert told == {KIND: "early_years_or_childcare", "early_years_setting": "private_nursery"}


def test_a_place_named_in_passing_does_not_change_what_was_told() -> None:
    slots = (SlotValue(ENGLAND, True, 0, 7),)
    assert held({ENGLAND: believed(unknown=0.93)}, slots=slots, known={ENGLAND: False}) == {}
    assert held({ENGLAND: believed(unknown=0.93)}, slots=slots) == {ENGLAND: True}


def test_a_doubt_on_a_list_is_none_on_the_workplace_known() -> None:
    slots = (SlotValue(KIND, "a_school", 23, 30, hedged=True),)
    text = "nobody knows whether our academy is on PP50"
    assert with_workplace(slots, {}, read(text, known={KIND: "a_school"})) == ()
    assert with_workplace(slots, {}, read(text)) == slots
