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


def test_three_people_get_three_verdicts_in_order() -> None:
    reply = adviser().reply(
        "I've three staff: one at a maintained primary in Bury, one seconded to a school in Wales, "
        "one at an independent school in York. who gets NPQSL funded"
    )
    assert outcomes(reply) == ["eligible", "not_eligible", "not_eligible"]
    assert [reply.text.find(f"For the {which} person:") for which in ("first", "second", "third")] == sorted(
        reply.text.find(f"For the {which} person:") for which in ("first", "second", "third")
    )


def test_the_answer_to_what_was_asked_of_one_is_kept_of_them() -> None:
    first = adviser().reply(
        "me (primary, maintained, in Leeds) and my friend at a college in Hull both want NPQLT, do we get it free?"
    )
    assert first.state.subject == "self"
    second = adviser().reply("yes", first.state)
    assert second.state.people["self"].facts["on_pp50_school_list"].value is True
    assert "on_pp50_school_list" not in second.state.people["friend"].facts


def test_an_enquiry_passed_on_is_answered_about_the_one_who_sent_it() -> None:
    reply = adviser().reply('ticket: "Hi, I work at an academy in Leeds. Is NPQSL funded for me?" what do I tell her')
    assert "this person is eligible" in reply.text
    assert "you are eligible" not in reply.text


@pytest.mark.parametrize(
    "message",
    [
        "we're both at a PP50 academy in Hull, can we get NPQLT funded?",
        "I teach in Leeds, is NPQH funded for both phases?",
    ],
)
def test_one_workplace_for_all_is_one_answer(message: str) -> None:
    assert "For your" not in adviser().reply(message).text
