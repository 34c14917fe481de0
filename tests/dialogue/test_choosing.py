"""What a message drops goes, and what it picks stays, of the courses spoken of."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after, say

LT, LBC, SL, H, EL = (
    "npq-leading-teaching",
    "npq-leading-behaviour-culture",
    "npq-senior-leadership",
    "npq-headship",
    "npq-executive-leadership",
)


@pytest.mark.parametrize(
    ("before", "text", "kept"),
    [
        ("NPQH or NPQSL, what differs?", "not NPQH, the other one", (SL,)),
        ("NPQLT or NPQLBC?", "the second one then, is it free?", (LBC,)),
        ("NPQLT or NPQLBC?", "not the first. the other, is it free?", (LBC,)),
        ("NPQLT or NPQLBC?", "scrap the behaviour one, who pays?", (LT,)),
        ("NPQSL, NPQH or NPQEL?", "leave out NPQEL. are the other two funded?", (SL, H)),
        ("NPQEL and NPQH at my academy?", "forget NPQEL", (H,)),
        ("NPQEL or NPQH?", "the latter please", (H,)),
    ],
)
def test_what_is_dropped_or_picked_tells_which_stay(before: str, text: str, kept: tuple[str, ...]) -> None:
    assert say(text, after(before)).state.courses == kept


def test_the_first_one_goes_back_past_a_change_of_course() -> None:
    state = after("is NPQH funded?", "rather NPQLT")
    assert say("back to the first one: how long is it?", state).courses == (H,)


@pytest.mark.parametrize(
    "text", ["the other school is in Wales", "I started the other day", "is this my first one?", "my last one was fine"]
)
def test_other_things_counted_choose_no_course(text: str) -> None:
    assert say(text, after("NPQLT or NPQLBC?")).courses == ()
