from __future__ import annotations

import pytest

from advisor.turn.lookups import lookup_part
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
    ],
)
def test_what_anybody_may_know_is_not(message: str) -> None:
    assert first(message) is None
