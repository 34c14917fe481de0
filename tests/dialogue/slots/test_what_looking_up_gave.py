"""What people say once they have looked a list up: on it, off it, on none of them, and what tells neither."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.dialogue.state import DialogueState, KnownValue, Pending
from tests.dialogue.samples import after, known, say

SCHOOL, COLLEGE, RISE, CHILDMINDER = "on_pp50_school_list", "on_pp50_fe_list", "on_rise_list", "on_childminder_list"


def lists(text: str, asked: str = SCHOOL, **facts: object) -> dict[str, object]:
    """Return what an answer to the question about one list tells of any of them."""
    held = {name: KnownValue(value=value, turn=0, quote="") for name, value in facts.items()}
    pending = Pending(fact=asked)
    state = DialogueState(pending=pending, still_open=pending)
    state = state.with_person(state.person.model_copy(update={"facts": held}))
    told = known(say(text, state).state)
    return {name: told[name] for name in (SCHOOL, COLLEGE, RISE, CHILDMINDER) if name in told}


@pytest.mark.parametrize(
    "text",
    [
        "PP50? had a look: off it since spring",
        "the bursar says we've slipped off",
        "gone from the list, it seems: we came off in July",
        "our name has vanished from it",
        "searched for the postcode, zero hits",
        "says no next to our name",
        "not these days",
        "we got taken off",
        "we've been delisted",
        "nothing under our urn",
        "used to be, then fell off",
    ],
)
def test_who_came_off_a_list_is_not_on_it(text: str) -> None:
    assert lists(text)[SCHOOL] is False


@pytest.mark.parametrize(
    "text",
    [
        "found us, row 77 is ours",
        "we're in!",
        "it says eligible beside our name",
        "yes, listed since 2024",
        "there we are, page 9",
        "finally got onto it this year",
        "we're among them",
        "hurrah, we're on it! so presumably my colleague is too",
    ],
)
def test_who_found_the_school_is_on_it(text: str) -> None:
    assert lists(text)[SCHOOL] is True


@pytest.mark.parametrize(
    "text",
    [
        "we were on it in 2022",
        "my old school was",
        "the infants next door dropped off it",
        "might we have come off it",
        "how would I know if we fell off",
        "neither of us has had a minute to look",
        "none of the staff know",
        "no list opened when I clicked",
        "when did the list come out",
        "no one here has a clue",
        "it depends which school I'm in.",
    ],
)
def test_what_tells_nothing_of_the_own_place_is_no_answer(text: str) -> None:
    assert not lists(text)


@pytest.mark.parametrize(
    "text",
    [
        "neither, sadly",
        "nah, none of the above",
        "on neither of those",
        "no to both",
        "we don't feature on either list",
        "not listed anywhere at all",
        "no list has us",
    ],
)
def test_a_place_on_none_of_them_is_on_neither_list(text: str) -> None:
    assert lists(text) == {SCHOOL: False, RISE: False}


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        ("nah to pp50", COLLEGE, {COLLEGE: False}),
        ("on neither", COLLEGE, {COLLEGE: False, RISE: False}),
        ("not on the list", RISE, {RISE: False}),
        ("not on the list", CHILDMINDER, {CHILDMINDER: False}),
        ("no, only pp50", RISE, {RISE: False, SCHOOL: True}),
        ("just RISE", SCHOOL, {SCHOOL: False, RISE: True}),
        ("we're on both", SCHOOL, {SCHOOL: True, RISE: True}),
        ("not listed but we are in RISE", SCHOOL, {SCHOOL: False, RISE: True}),
        ("only the universal RISE offer, nothing targeted", RISE, {RISE: False}),
        ("no, and RISE has never been near us", SCHOOL, {SCHOOL: False, RISE: False}),
        ("we had a RISE adviser but that finished in June", RISE, {RISE: False}),
    ],
)
def test_an_answer_is_of_the_list_that_it_speaks_of(text: str, asked: str, told: dict[str, bool]) -> None:
    assert lists(text, asked) == told


def test_pp50_said_of_a_college_is_the_list_of_colleges() -> None:
    told = lists("nope on pp50", COLLEGE, work_setting="a_16_to_19_educational_setting", on_pp50_fe_list=True)
    assert told[COLLEGE] is False


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("a listed infant school in Bury", {SCHOOL: True}),
        ("our PRU (Hull) is a listed one", {SCHOOL: True}),
        ("academy in Bury, not PP-listed, nothing to do with RISE", {SCHOOL: False, RISE: False}),
        ("we get RISE's universal service and no more, only universal", {RISE: False}),
        ("is a school that fell off the PP50 list still funded?", {SCHOOL: None}),
        ("trust in Luton, two schools on RISE", {RISE: None}),
        ("a listed building, primary in Bath", {SCHOOL: None}),
        ("we're PP50. oh sorry, that was my last school", {SCHOOL: None}),
    ],
)
def test_a_list_is_read_from_a_message_of_its_own(text: str, facts: dict[str, Any]) -> None:
    held = known(after(text))
    assert {name: held.get(name) for name in facts} == facts
