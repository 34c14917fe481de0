from __future__ import annotations

from advisor.dialogue.state import DialogueState
from advisor.web.state import Session
from tests.web.samples import full_reply


def test_choices_go_once_the_next_message_is_sent() -> None:
    session = Session().asked("one").answered("drawn", full_reply())
    assert session.shown[-1].choices == ("A school", "I’m not sure")
    assert session.asked("two").shown[1].choices == ()


def test_the_state_of_a_reply_comes_back_as_it_was() -> None:
    reply = full_reply()
    assert Session().answered("drawn", reply).state == reply.state
    assert Session().state is None


def test_a_state_that_cannot_be_read_starts_the_conversation_afresh() -> None:
    assert Session(state_json='{"turn": "many"}').state is None
    assert Session(state_json=DialogueState(turn=3).model_dump_json()).state == DialogueState(turn=3)


def test_turns_are_the_messages_of_the_person() -> None:
    assert Session().said("hello").asked("a").said("b").asked("c").turns == 2
