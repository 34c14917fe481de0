"""What is held where the exact words say one thing and the learned reader believes another."""

from __future__ import annotations

import pytest

from advisor.dialogue.slots.slot import SlotValue
from advisor.dialogue.told.examples import ANSWERS
from advisor.dialogue.told.reader import Told
from advisor.dialogue.told.weighing import facts_spoken_of, weigh
from tests.dialogue.samples import read

PP, RISE = "on_pp50_school_list", "on_rise_list"


def believed(**shares: float) -> Told:
    return Told({answer: shares.get(answer, 0.0) for answer in ANSWERS["lists"]})


def held(fact: str, exact: object, belief: Told, text: str = "we are PP50") -> object:
    slots = () if exact is None else (SlotValue(fact, exact, 0, len(text)),)
    kept = [slot.value for slot in weigh(slots, {fact: belief}, read(text)) if slot.fact == fact]
    return kept[-1] if kept else None


@pytest.mark.parametrize(
    ("exact", "belief", "value"),
    [
        (True, believed(yes=0.9, no=0.1), True),
        (True, believed(yes=0.4, no=0.6), True),
        (True, believed(yes=0.01, no=0.98, unknown=0.01), False),
        (True, believed(yes=0.01, unknown=0.99), None),
        (None, believed(yes=0.95, no=0.05), True),
        (None, believed(no=0.95, yes=0.05), False),
        (None, believed(yes=0.5, unknown=0.5), None),
    ],
    ids=["agree", "backed", "put right", "taken back", "found", "found not", "in doubt"],
)
def test_a_list_is_held_by_what_both_readers_make_of_it(exact: object, belief: Told, value: object) -> None:
    assert held(PP, exact, belief) == value


def test_what_was_concluded_from_words_not_held_goes_with_them() -> None:
    slots = (SlotValue(PP, True, 0, 4), SlotValue("works_in_england", True, 0, 4), SlotValue("role", "head", 9, 13))
    kept = weigh(slots, {PP: believed(unknown=1.0)}, read("pp50 for head"))
    assert [slot.fact for slot in kept] == ["role"]


def test_a_list_believed_says_what_school_it_is() -> None:
    kept = {slot.fact: slot.value for slot in weigh((), {RISE: believed(yes=1.0)}, read("rise have got hold of us"))}
    assert kept == {
        RISE: True,
        "works_in_england": True,
        "work_setting": "a_school",
        "eligible_establishment_type": True,
    }


def test_who_is_to_become_senco_is_none_yet() -> None:
    assert held("senco_in_role", None, believed(plans=0.9, yes=0.1)) == "no_but_i_plan_to_become_one"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("how long is npqh", ()),
        ("we made the top half", (PP, RISE)),
        ("I'm the sendco at a primary", ("senco_in_role",)),
        ("our head says no", ()),
        ("they're on DfE's accredited list", ()),
        ("not on PP50, the other one yes", (PP, RISE)),
        ("if we were on the PP50 list, would it be free?", ()),
    ],
)
def test_the_learned_reader_is_asked_only_of_what_is_spoken_of(text: str, facts: tuple[str, ...]) -> None:
    assert facts_spoken_of(read(text)) == facts


def test_a_list_told_as_the_kind_of_school_is_not_taken_back() -> None:
    assert held(RISE, True, believed(unknown=1.0), "RISE school in Hull, npqll?") is True
    assert held(RISE, True, believed(unknown=1.0), "we are PP50 and in RISE") is None
    assert held(PP, True, believed(no=1.0), "npqll funded? she's done none. pp50 academy in slough") is True


def test_that_nobody_has_looked_is_no_yes() -> None:
    text = "no one in the central team has ever checked any funding list for that school"
    assert held(PP, None, believed(yes=0.95, unknown=0.05), text) is None
    assert held(PP, None, believed(yes=0.95, unknown=0.05), "our name came up on the funding list") is True


def test_of_several_places_of_which_some_are_listed_no_list_is_asked() -> None:
    assert facts_spoken_of(read("npqel funded? 4 of our 9 schools are on pp50")) == ()
    assert facts_spoken_of(read("one on pp50 one isn't, I work at both")) == ()
    assert "on_pp50_school_list" in facts_spoken_of(read("we are on pp50"))


@pytest.mark.parametrize("text", ["we're one of the PP50 schools", "we are one of the listed schools on pp50"])
def test_one_of_the_listed_schools_is_a_listed_school(text: str) -> None:
    assert "on_pp50_school_list" in facts_spoken_of(read(text))


def test_what_is_said_of_all_lists_is_not_turned_into_a_yes() -> None:
    slots = (SlotValue(PP, False, 40, 50), SlotValue(RISE, False, 40, 50))
    reading = read("checked both, pupil premium list and rise: no to both")
    kept = weigh(slots, {PP: believed(yes=0.99, no=0.01)}, reading)
    assert [(slot.fact, slot.value) for slot in kept] == [(PP, False), (RISE, False)]
