from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known

DONE, SHOWN = "maths_mastery_year_completed", "maths_understanding"


@pytest.mark.parametrize(
    ("message", "done", "shown"),
    [
        ("I've been on Teaching for Mastery for two years with our Maths Hub", True, None),
        ("mastery year: done", True, None),
        ("I'm a trained mastery specialist", True, None),
        ("Just finishing my first year of Teaching for Mastery", False, None),
        ("Only one term of mastery so far", False, None),
        ("havent done the mastery programme at all, npqlpm possible?", False, None),
        ("My colleague has done mastery, I haven't", False, None),
        ("I've done zero on the Teaching for Mastery programme", False, None),
        ("It wants mastery. I haven't done the year, but I can evidence it in another way", False, "another_way"),
        ("no mastery year but I took something similar with White Rose", False, "taken_a_similar_course"),
        ("never used mastery, no way of showing I know it", False, "cannot_show"),
        ("I cannot show any understanding of mastery", False, "cannot_show"),
        ("we use mastery schemes at my school", None, None),
        ("do I need a year of mastery?", None, None),
        ("I did a year of the mastery programme but in secondary", None, None),
        ("how do I join teaching for mastery", None, None),
    ],
)
def test_mastery_is_read_for_what_the_person_did(message: str, done: bool | None, shown: str | None) -> None:
    held = known(after(message))
    assert (held.get(DONE), held.get(SHOWN)) == (done, shown)
