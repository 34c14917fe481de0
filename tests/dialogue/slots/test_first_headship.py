"""Five years count from the first headship, whatever came in between."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known

FIRST_FIVE = "in_first_five_years_of_headship"


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("Head, second school I've led. Took the first on in May 2017, moved to this one in 2025", False),
        ("I was head at St Anne's from 2014 until 2020 and I'm head again since September", False),
        ("head for 3 years in one school and 4 in another", False),
        ("acting head 2017 to 2018, then deputy again, now head since January 2025", False),
        ("My 3rd headship. First was back in 2010", False),
        ("Head of school since 2024 (first headship)", True),
        ("Substantive head since Feb 2025; acting head from Sept 2023 before that", True),
        ("four years as head across two schools", True),
        ("was a headteacher in Dubai for 7 years, now head of an English primary since Easter", None),
    ],
)
def test_the_first_headship_counts(message: str, value: bool | None) -> None:
    assert known(after(message)).get(FIRST_FIVE) is value


def test_asking_what_is_counted_tells_of_no_first_headship() -> None:
    state = after("Head since Sept 2018, this is my second school", "so it counts from the first headship?")
    assert known(state).get(FIRST_FIVE) is False
