"""Two people in one message are answered each from what was said of them."""

from __future__ import annotations

import pytest

from advisor.reply import Reply
from tests.advisers import adviser


def outcomes(reply: Reply) -> list[str]:
    return [verdict.outcome.value for verdict in reply.verdicts]


def test_each_person_gets_a_verdict_of_their_own() -> None:
    reply = adviser().reply(
        "My friend teaches in Wales and I teach in Bristol in a state school. Are we both funded for NPQH?"
    )
    assert outcomes(reply)[-1] == "eligible"
    friend, own = reply.text.split("For you:")
    assert friend.startswith("For your friend:")
    assert "not in Wales" in friend
    assert "Yes" in own


@pytest.mark.parametrize(
    "message",
    [
        "we're both at a PP50 academy in Hull, can we get NPQLT funded?",
        "I teach in Leeds, is NPQH funded for both phases?",
    ],
)
def test_one_workplace_for_all_is_one_answer(message: str) -> None:
    assert "For your" not in adviser().reply(message).text
