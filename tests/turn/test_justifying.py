"""What is asked of the last answer itself is answered from what that answer rests on."""

from __future__ import annotations

import pytest

from advisor.reply import Reply
from tests.advisers import adviser

FUNDED = "I'm a deputy in a maintained primary in Hull. Is NPQH funded?"
NOT_FUNDED = "I'm at an academy in Leeds, not on PP50 and not in RISE. Is NPQLL funded?"


def talk(*messages: str) -> Reply:
    reply = adviser().reply(messages[0])
    for message in messages[1:]:
        reply = adviser().reply(message, reply.state)
    return reply


@pytest.mark.parametrize("message", ["why?", "but why", "how come", "on what basis?"])
def test_why_names_the_deciding_rule_with_its_source(message: str) -> None:
    reply = talk(FUNDED, message)
    assert "must be state-funded" in reply.text
    assert [verdict.course for verdict in reply.verdicts] == ["npq-headship"]
    assert all(statement.citations for statement in reply.statements)


def test_what_would_change_it_is_what_the_rules_find() -> None:
    assert "PP50 list or in targeted RISE" in talk(NOT_FUNDED, "what would change it?").text
    assert "had NPQH DfE-funded before" in talk(FUNDED, "what would change it?").text


def test_sure_tells_what_was_assumed_and_when_it_was_checked() -> None:
    text = talk(FUNDED, "are you sure?").text
    assert "assumed" in text
    assert "last checked on" in text


@pytest.mark.parametrize("message", ["where does it say that?", "name the sources please", "says who?"])
def test_where_names_documents_of_verdicts_and_of_statements(message: str) -> None:
    assert "Department for Education" in talk(NOT_FUNDED, message).text
    assert "GOV.UK" in talk("how long is npqsl", message).text


def test_asking_twice_still_speaks_of_the_first_answer() -> None:
    assert "Department for Education" in talk(FUNDED, "why?", "are you sure?", "where does it say that?").text


def test_without_an_answer_there_is_nothing_to_justify() -> None:
    assert not talk("why?").verdicts


@pytest.mark.parametrize(
    "message",
    ["great so its definite", "so I can tell my head it's guaranteed?", "Good. Her place is in the bag then?"],
)
def test_being_eligible_is_not_having_a_place(message: str) -> None:
    reply = talk(FUNDED, message)
    assert reply.text.startswith("No, an eligible result only says")
    assert [verdict.outcome for verdict in reply.verdicts] == ["eligible"]


def test_news_of_another_workplace_is_answered_where_somebody_asks_if_it_is_still_the_same() -> None:
    reply = talk(
        "I teach at a British school in Qatar, no earlier NPQs. Is NPQH funded?",
        "update, I've started at a maintained school in Leeds this month. still no?",
    )
    assert [verdict.outcome for verdict in reply.verdicts] == ["eligible"]
    assert "not guaranteed" in reply.text


def test_what_a_page_says_of_schools_is_not_said_of_ones_own() -> None:
    reply = talk(
        "We're an independent special school in Somerset. Is NPQH funded?", "but the page says publicly funded only"
    )
    assert reply.facts["establishment_type_code"].value == "10"
