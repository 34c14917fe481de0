"""English is the country beside Wales or before a course's name, and the subject everywhere else."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after, say

LL, SL, H = "npq-leading-literacy", "npq-senior-leadership", "npq-headship"


@pytest.mark.parametrize(
    ("text", "courses"),
    [
        ("is the English NPQ any good?", (LL,)),
        ("the English one, is it funded?", (LL,)),
        ("is the English NPQ for senior leadership free?", (SL,)),
        ("English NPQ or SENCO NPQ, is either free?", (LL, "npq-senco")),
        ("I teach in Cardiff. Is the English NPQH the one I need?", (H,)),
    ],
)
def test_what_english_names(text: str, courses: tuple[str, ...]) -> None:
    assert say(text).courses == courses


def test_from_wales_the_english_one_is_the_course_spoken_of() -> None:
    state = after("Assistant head in Cardiff. Is NPQH for me?")
    assert say("let's say I want the English one", state).state.courses == (H,)
