from __future__ import annotations

import pytest

from advisor.web.conversing import BROKEN, FORGOTTEN, MOMENT, NOT_READY, TOO_FAST, Conversing, Update, fresh_session
from advisor.web.limiting import RateLimit
from advisor.web.loading import Loaded, Loader
from advisor.web.state import Session
from tests.web.samples import Door, FakeAdvisor, loaded, settings


def conversing(advisor: FakeAdvisor, per_minute: int = 30) -> Conversing:
    loader = Loader(lambda: loaded(advisor))
    loader.get(10)
    return Conversing(loader, RateLimit(per_minute), settings())


def send(room: Conversing, text: str, session: Session | None = None, turns: int = 0) -> list[Update]:
    return list(room.send(text, session or fresh_session(), "client", turns))


def test_the_question_shows_at_once_and_then_its_answer() -> None:
    first, last = send(conversing(FakeAdvisor()), "Is it funded?")
    assert first.session.shown[-1].role == "user"
    assert first.box == ""
    assert "It depends on your workplace." in last.session.shown[-1].content
    assert last.session.shown[-1].choices == ("A school", "I’m not sure")
    assert last.known is not None
    assert "Deputy headteacher" in last.known


def test_the_state_goes_from_one_message_to_the_next() -> None:
    advisor = FakeAdvisor()
    room = conversing(advisor)
    session = send(room, "one")[-1].session
    send(room, "two", session)
    assert [state.turn if state else 0 for _, state, _ in advisor.asked] == [0, 1]


def test_a_message_before_the_adviser_is_ready_waits_for_it() -> None:
    door = Door(FakeAdvisor())
    room = Conversing(Loader(door.load), RateLimit(30), settings())
    updates = room.send("hello", fresh_session(), "client")
    assert next(updates).session.shown[-1].content == MOMENT
    door.open()
    answer = next(updates).session.shown
    assert "Yes, you can." in answer[-1].content
    assert all(message.content != MOMENT for message in answer)


def test_if_it_cannot_be_loaded_the_question_goes_back_to_the_box() -> None:
    def fail() -> Loaded:
        raise ValueError("x")

    room = Conversing(Loader(fail), RateLimit(30), settings())
    last = send(room, "hello")[-1]
    assert (last.session.shown[-1].content, last.box) == (NOT_READY, "hello")


def test_a_failure_gets_a_sentence_and_the_log_no_word_of_the_message(caplog: pytest.LogCaptureFixture) -> None:
    last = send(conversing(FakeAdvisor(failing=RuntimeError("my secret words"))), "my secret words")[-1]
    assert (last.session.shown[-1].content, last.box) == (BROKEN, "my secret words")
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_too_many_messages_in_a_minute_are_asked_to_wait() -> None:
    advisor = FakeAdvisor()
    room = conversing(advisor, per_minute=1)
    send(room, "one")
    (only,) = send(room, "two")
    assert (only.session.shown[-1].content, only.box) == (TOO_FAST, "two")
    assert len(advisor.asked) == 1


def test_after_a_restart_it_says_that_it_has_forgotten() -> None:
    room = conversing(FakeAdvisor())
    shown = send(room, "hello", Session(), turns=3)[-1].session.shown
    assert FORGOTTEN in [message.content for message in shown]
    fresh = send(room, "hello", Session(), turns=0)[-1].session.shown
    assert FORGOTTEN not in [message.content for message in fresh]


def test_a_message_that_is_too_long_stays_in_the_box_to_be_cut() -> None:
    advisor = FakeAdvisor()
    last = send(conversing(advisor), "x" * 1_500)[-1]
    assert last.box == "x" * 1_500
    assert len(advisor.asked[0][0]) == 1_500
    assert len(last.session.shown[1].content) < 1_100
