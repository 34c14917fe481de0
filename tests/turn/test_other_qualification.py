"""A question of a diploma named against an NPQ is none of ours; one that tells of a diploma held is."""

from __future__ import annotations

import pytest

from advisor.turn.answered import Wanted
from advisor.turn.other_qualification import is_of_another_qualification
from tests.advisers import adviser, spoken
from tests.turn.samples import turn_of


@pytest.mark.parametrize(
    ("message", "is_it"),
    [
        (
            "My manager says forget NPQEYL and do the level 5 diploma in early years. Which units are in it?",
            True,
        ),
        ("what does a level 3 certificate in cover supervision cost", True),
        ("I have a level 3 diploma. how long does NPQEYL take", False),
        ("I've got a level 2 certificate, is NPQEYL long?", False),
        ("is NPQEYL better than the level 5 diploma", False),
    ],
)
def test_which_qualification_is_asked_about(message: str, is_it: bool) -> None:
    asks, turn = turn_of(message)
    assert any(is_of_another_qualification(Wanted(ask, turn, (), frozenset(), 120)) for ask in asks) is is_it


@pytest.mark.parametrize(
    "messages",
    [
        ("tell me about NPQEYL", "I'm a level 3 nursery practitioner. How long does it take?"),
        ("tell me about NPQLT", "How long is the course if I teach BTEC?"),
    ],
)
def test_a_qualification_that_tells_who_somebody_is_is_not_asked_about(messages: tuple[str, ...]) -> None:
    assert spoken(adviser(), *messages).kind != "out_of_scope"
