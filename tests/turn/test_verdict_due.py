"""Which words ask what all that comes to, and which weak names are a chosen course."""

from __future__ import annotations

import pytest

from advisor.dialogue.state import DialogueState
from advisor.turn.verdict_due import _WHERE_ONE_STANDS
from tests.dialogue.samples import say

_ASKED = DialogueState(turn=1, intents=("funding",))


@pytest.mark.parametrize("text", ["so?", "where does this leave her", "are we in luck?", "still a no", "now what"])
def test_words_that_ask_where_one_stands(text: str) -> None:
    assert _WHERE_ONE_STANDS.search(text)


@pytest.mark.parametrize("text", ["how many modules are there?", "who marks the case study?", "when does it begin"])
def test_words_that_want_something_else(text: str) -> None:
    assert not _WHERE_ONE_STANDS.search(text)


@pytest.mark.parametrize(
    ("text", "courses"),
    [
        ("senior leadership feels right for where I am", ("npq-senior-leadership",)),
        ("in the end I went for headship", ("npq-headship",)),
        ("I have been in headship since 2016", ()),
        ("we are in senior leadership here", ()),
    ],
)
def test_a_weak_name_is_a_course_where_it_is_chosen(text: str, courses: tuple[str, ...]) -> None:
    assert say(text, _ASKED).courses == courses
