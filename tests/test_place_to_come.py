"""Who tells of a workplace to come hears what counts today and what the rules would say there."""

from __future__ import annotations

import pytest

from advisor.rules.verdict import Outcome
from tests.advisers import adviser, spoken

ONLY_TODAYS = "DfE looks at the workplace you have when you register"


@pytest.mark.parametrize(
    ("message", "today", "there"),
    [
        (
            "I teach in Cardiff and start at an academy in Bath in May. It's on the PP50 list. is npqll funded?",
            Outcome.NOT_ELIGIBLE,
            "you are eligible",
        ),
        (
            "leaving my prep in Kent for a comp in Stoke in the summer. npqsl funded?",
            Outcome.NOT_ELIGIBLE,
            "you are eligible",
        ),
        (
            "we're an academy in Leeds on the PP50 list and I'm moving to a private school next term. npqll paid?",
            Outcome.ELIGIBLE,
            "is not funded",
        ),
    ],
)
def test_todays_verdict_stands_beside_the_one_of_the_place_to_come(message: str, today: Outcome, there: str) -> None:
    reply = spoken(adviser(), message)
    assert [verdict.outcome for verdict in reply.verdicts] == [today]
    assert ONLY_TODAYS in reply.text
    assert there in reply.text.split("Once you work there", 1)[1]


def test_what_is_told_of_the_place_to_come_is_no_fact_of_today() -> None:
    state = spoken(
        adviser(), "Welsh school now, from May I'll be at a RISE school in Hull. would they pay npqlbc"
    ).state
    assert state.coming is not None
    assert state.coming.facts["on_rise_list"].value is True
    assert "on_rise_list" not in state.person.facts


def test_the_place_to_come_is_remembered_until_it_is_asked_about() -> None:
    reply = spoken(
        adviser(),
        "I'm in an independent school in York. In May I start at a maintained primary in Leeds. npqsl",
        "how long does it take?",
        "and is it funded once I'm there?",
    )
    assert "Once you work there" in reply.text


@pytest.mark.parametrize(
    "message",
    [
        "do i have to do the npq for sencos, just got the job from january at a primary academy",
        "moving to an academy in Hull after Easter, how is npqll assessed?",
    ],
)
def test_who_asks_something_else_is_answered_that(message: str) -> None:
    assert "Once you work there" not in spoken(adviser(), message).text
