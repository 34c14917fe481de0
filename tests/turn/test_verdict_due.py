"""Which words ask what all that comes to, and which weak names are a chosen course."""

from __future__ import annotations

import pytest

from advisor.dialogue.state import DialogueState
from advisor.rules.verdict import Outcome
from advisor.turn.verdict_due import _WHERE_ONE_STANDS
from tests.advisers import adviser, spoken
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


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("what about my colleague in Cardiff who wants NPQSL", Outcome.NOT_ELIGIBLE),
        ("How would NPQSL work for a lecturer at an FE college in Hull?", Outcome.ELIGIBLE),
        ("Tell me about NPQH, I'm a deputy in a maintained primary in Kent", Outcome.ELIGIBLE),
    ],
)
def test_who_brings_up_a_course_and_a_workplace_is_told_who_pays(text: str, outcome: Outcome) -> None:
    reply = spoken(adviser(), text)
    assert [verdict.outcome for verdict in reply.verdicts] == [outcome]


def test_who_tells_a_workplace_beside_another_question_is_told_who_pays_after_the_answer() -> None:
    reply = spoken(adviser(), "How long is NPQH? I'm a deputy in a maintained primary in Kent")
    assert "18 months" in reply.text.split(".")[0]
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.ELIGIBLE]


@pytest.mark.parametrize(
    "text",
    [
        "I'm at an academy in Leeds. When must my NPQSL case study be handed in?",
        "How many hours a week should NPQSL take? I'm on my course at an academy in York",
        "How long is NPQH? I'm a deputy in Kent",
    ],
)
def test_who_is_on_the_course_or_leaves_it_open_gets_no_verdict_beside_the_answer(text: str) -> None:
    assert spoken(adviser(), text).verdicts == ()


def test_what_a_course_is_comes_before_who_pays() -> None:
    reply = spoken(adviser(), "Tell me about NPQH, I'm a deputy in a maintained primary in Kent")
    first = reply.text.split(".")[0]
    assert "NPQ for Headship" in first
    assert "eligible" not in first
