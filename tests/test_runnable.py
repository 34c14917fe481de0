from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.advisers import TODAY, adviser

QUESTION = "Is NPQSL funded for a deputy head at an academy in Leeds?"


def test_a_message_gives_the_same_reply_as_asking_directly() -> None:
    assert adviser().as_runnable().invoke(QUESTION) == adviser().reply(QUESTION)


def test_the_state_and_the_day_can_be_handed_in() -> None:
    first = adviser().reply(QUESTION)
    runnable = adviser().as_runnable()
    reply = runnable.invoke(
        {"text": "And how long is it?", "state": first.state.model_dump(mode="json"), "as_of": TODAY}
    )
    assert reply.state.turn == 2
    assert reply.courses == ("npq-senior-leadership",)


def test_many_messages_keep_their_order() -> None:
    messages = ["How long is NPQH?", "How long is NPQSL?"]
    replies = adviser().as_runnable().batch(list(messages))
    assert [reply.courses for reply in replies] == [("npq-headship",), ("npq-senior-leadership",)]


def test_it_streams_one_whole_reply() -> None:
    assert list(adviser().as_runnable().stream(QUESTION)) == [adviser().reply(QUESTION)]


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        adviser().as_runnable().invoke({"text": QUESTION, "history": []})
