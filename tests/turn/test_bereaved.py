"""A death in the family is met with sympathy and with what DfE says of deferring."""

from __future__ import annotations

import pytest

from tests.advisers import adviser, spoken


@pytest.mark.parametrize(
    "messages",
    [
        (
            "On NPQEL since November 2025, with Ambition, trust in Kirklees.",
            "My dad died three weeks ago and I've done nothing since. Can I pause it or am I out?",
        ),
        ("my mum passed away and my npqsl case study is due friday, what do I do",),
    ],
)
def test_a_loss_is_answered_first(messages: tuple[str, ...]) -> None:
    reply = spoken(adviser(), *messages)
    assert reply.text.startswith("I am sorry for your loss")
    held = reply.facts.get("prior_applications")
    assert held is None or "passed" not in str(held.value)


@pytest.mark.parametrize(
    "message", ["my sister passed her NPQH, can I do it too?", "lost my husband, what does NPQH cost?"]
)
def test_what_else_is_asked_is_answered(message: str) -> None:
    assert "sorry for your loss" not in spoken(adviser(), message).text


@pytest.mark.parametrize(
    "message",
    [
        "My partner has gone back to work, can I start NPQSL?",
        "I'm the bereavement lead at my school, am I eligible for NPQSL?",
    ],
)
def test_where_nobody_has_died_no_loss_is_spoken_of(message: str) -> None:
    assert "sorry for your loss" not in spoken(adviser(), message).text
