from __future__ import annotations

import pytest

from advisor.dialogue.slots.lists import find_lists
from tests.dialogue.samples import after, hinted, known, told

SCHOOL, RISE = "on_pp50_school_list", "on_rise_list"


def test_what_is_taken_back_is_unknown_again() -> None:
    assert SCHOOL not in known(after("academy in Hull, on PP50", "ignore the PP50 thing, wrong school"))


def test_what_is_taken_back_and_denied_is_no() -> None:
    state = after("academy in Hull, we're in RISE", "scrap the RISE bit, that was the juniors. we aren't")
    assert known(state)[RISE] is False


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("our trust has four PP50 schools, mine isn't one", False),
        ("two PP50 schools in the trust, including ours", True),
    ],
)
def test_the_own_school_is_told_apart_among_several(text: str, value: bool) -> None:
    assert told(find_lists, text)[SCHOOL] is value


@pytest.mark.parametrize("text", ["three schools in our trust are PP50", "found the list but which column is it"])
def test_other_schools_and_an_opened_list_tell_nothing(text: str) -> None:
    assert SCHOOL not in told(find_lists, text)


@pytest.mark.parametrize("text", ["lots of FSM so we must be PP50", "we used to be PP50, not sure about now"])
def test_what_is_concluded_is_only_a_hint(text: str) -> None:
    assert SCHOOL in hinted(find_lists, text)
