"""Which courses a message asks about, where exact words and the learned reader differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.dialogue.slots.slot import Belief
from advisor.dialogue.wanted import with_believed
from tests.dialogue.samples import read

SL, H = "npq-senior-leadership", "npq-headship"


@pytest.mark.parametrize(
    ("found", "beliefs", "courses"),
    [
        ((SL, H), {}, (SL, H)),
        ((SL, H), {SL: Belief("no", 0.95)}, (H,)),
        ((SL, H), {SL: Belief("no", 0.7)}, (SL, H)),
        ((SL,), {SL: Belief("no", 0.95)}, (SL,)),
        ((SL,), {SL: Belief("no", 0.95), H: Belief("yes", 0.95)}, (H,)),
        ((), {H: Belief("yes", 0.95)}, (H,)),
        ((), {H: Belief("yes", 0.6)}, ()),
    ],
    ids=["alone", "left out", "in doubt", "all there is", "the other", "found", "not found"],
)
def test_a_course_is_asked_about_by_what_both_make_of_it(
    found: tuple[str, ...], beliefs: dict[str, Belief], courses: tuple[str, ...]
) -> None:
    reading = read("my deputy passed NPQSL, NPQH next?")
    believed = {course: {"wanted": belief} for course, belief in beliefs.items()}
    assert with_believed(found, replace(reading, believed=believed), ()) == courses


def test_a_name_put_aside_is_not_brought_back() -> None:
    reading = read("not NPQH")
    reading = replace(reading, believed={H: {"wanted": Belief("yes", 0.99)}})
    assert with_believed((), reading, reading.mentions) == ()


@pytest.mark.parametrize(("share", "courses"), [(0.97, (SL,)), (0.92, ())])
def test_a_weak_name_is_asked_about_only_where_nothing_else_is_and_surely(
    share: float, courses: tuple[str, ...]
) -> None:
    reading = replace(read("I'd like senior leadership"), believed={SL: {"wanted": Belief("yes", share)}})
    assert with_believed((), reading, ()) == courses
    assert with_believed((H,), reading, ()) == (H,)
