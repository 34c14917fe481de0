"""What only a provider, a record or nobody knows is said to be so, and not answered from what is near to it."""

from __future__ import annotations

import pytest

from advisor.turn.answered import Wanted
from advisor.turn.finding import find_candidates
from advisor.turn.kept_elsewhere import of_what_is_kept_elsewhere
from tests.turn.samples import turn_of


def _said(message: str) -> str | None:
    asks, turn = turn_of(message)
    wanted = (Wanted(ask, turn, find_candidates(ask, turn), frozenset(), 120) for ask in asks)
    found = next((each for each in map(of_what_is_kept_elsewhere, wanted) if each is not None), None)
    return None if found is None else f"{found.part.kind}: {found.part.said[0].text}"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("how many funded senco places have ambition still got for sussex", "handoff: Each provider has its own share"),
        ("how many spaces does UCL have left on NPQSL", "handoff: Each provider has its own share"),
        ("has niot got any npqh funded places left", "handoff: Each provider has its own share"),
        ("no idea who paid for my NPQ in 2022, can you check for me please", "handoff: I cannot see"),
        ("how many DfE funded NPQ places are there nationally for autumn 2026?", "answer: Funded places are capped"),
        ("Best Practice Network said no place for me. What did they mark me down on?", "handoff: I cannot see"),
        ("why did teach first turn me down for NPQH", "handoff: I cannot see"),
        ("how many people from our trust passed last year", "handoff: I cannot see"),
        ("I cant remember if the DfE paid or the school did. Can you look it up for me?", "handoff: I cannot see"),
        ("bpn npqltd session 4 cancelled tues. when is the new date", "handoff: Contact your provider"),
        ("our webinar got postponed, what's the new date?", "handoff: Contact your provider"),
    ],
)
def test_what_is_kept_elsewhere_is_handed_over(message: str, says: str) -> None:
    found = _said(message)
    assert found is not None
    assert found.startswith(says)


@pytest.mark.parametrize(
    "message",
    [
        "how many funded places can my school have",
        "how many people in our school can be funded?",
        "how many of our teachers can do NPQLT at once",
        "how many people pass NPQH",
        "deputy in a state primary in Leeds, why was I not funded for NPQLT",
        "the website said not eligible, why was I turned down",
        "I'm not sure who funded it, can you look up my school on the list",
        "when is the next intake? my session with the head was cancelled",
    ],
)
def test_what_is_known_is_answered(message: str) -> None:
    assert _said(message) is None
