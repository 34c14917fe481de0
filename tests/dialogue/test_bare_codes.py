"""Which codes without "NPQ" stand for a course, and which are a team, a post or a company."""

from __future__ import annotations

import pytest

from advisor.dialogue.bare_codes import find_codes


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("currently SL. before that ML, which is finished", ("npq-senior-leadership", "npqml")),
        ("Yeah LT, still plodding on", ("npq-leading-teaching",)),
        ("ml 2016 (school paid), sl 2024 (dfe)", ("npqml", "npq-senior-leadership")),
        ("H passed, EL in progress", ("npq-headship", "npq-executive-leadership")),
        ("Turned down for SL last spring", ("npq-senior-leadership",)),
        ("WE HAVE SL PASSED", ("npq-senior-leadership",)),
        ("I'm on LT at my school", ()),
        ("as SL I run the team", ()),
        ("our SL for maths is off", ()),
        ("vitamin H is fine", ()),
        ("h is my initial", ()),
        ("The Jones Trust Ltd is our company", ()),
        ("WHAT IS SL", ()),
    ],
)
def test_a_code_is_a_course_where_the_words_around_it_say_so(text: str, named: tuple[str, ...]) -> None:
    assert tuple(mention.value for mention in find_codes(text, text.lower())) == named
