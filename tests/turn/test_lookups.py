from __future__ import annotations

import pytest

from advisor.rules.verdict import Outcome
from advisor.turn.lookups import lookup_part
from tests.advisers import adviser, spoken
from tests.turn.samples import one


def first(message: str) -> str | None:
    ask, turn = one(message)
    part = lookup_part(ask, turn)
    return None if part is None else f"{part.kind}: {part.said[0].text}"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("my application is at pending, what's the status of it?", "anybody's application"),
        ("has my NPQSL certificate been posted yet?", "anybody's application"),
        ("whats the date of my npqh interview", "anybody's application"),
        ("when's my ambition npqh interview booked for", "anybody's application"),
        ("did mrs Byrne get a funded place", "anybody's application"),
        ("what did my colleague score on her NPQSL", "anybody's application"),
        ("can you tell me if my colleague passed her NPQSL", "anybody's application"),
        ("What is my TRN?", "anybody's number"),
        ("Could you check whether St Mary's, Wigan (URN 106512) is on the PP50 list?", "no copy of DfE's lists"),
        ("is our school on the RISE list?", "no copy of DfE's lists"),
        ("How much does Teach First charge for NPQSENCO?", "no price of that provider"),
    ],
)
def test_what_only_a_record_tells_is_handed_over(message: str, says: str) -> None:
    found = first(message)
    assert found is not None
    assert found.startswith("handoff:")
    assert says in found


@pytest.mark.parametrize(
    "message",
    [
        "how do I find out if my school is on the PP50 list?",
        "is NPQLT funded if our school is on the PP50 list?",
        "what is a TRN?",
        "how do I get my certificate?",
        "is there an interview for my npqh",
        "has my colleague got the same choice of NPQs",
        "how much is NPQH?",
        "how do I know if I passed?",
        "what did she get out of NPQSL",
    ],
)
def test_what_anybody_may_know_is_not(message: str) -> None:
    assert first(message) is None


def test_a_school_named_after_talk_of_the_list_cannot_be_looked_up() -> None:
    told = ("i work at a state primary in Darlington, is npqll funded", "can you check")
    for last in ("can you check", "our urn is 114298", "it's called St Cuthbert's"):
        reply = spoken(adviser(), told[0], last)
        assert reply.text.startswith("I cannot look a school up")
    listed = spoken(adviser(), *told, "yes it is on there")
    assert [verdict.outcome for verdict in listed.verdicts] == [Outcome.ELIGIBLE]


def test_a_list_that_was_explained_is_what_it_is_on_there_speaks_of() -> None:
    reply = spoken(
        adviser(), "what does PP50 mean", "how do i find out if mine is", "ok it is on there. so npqll free?"
    )
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.ELIGIBLE]


def test_a_school_on_the_list_is_a_state_school_in_england() -> None:
    reply = spoken(adviser(), "NPQLL for my school?", "it's on the pp50 list")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.ELIGIBLE]
