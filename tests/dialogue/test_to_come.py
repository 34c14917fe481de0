"""What a message says of a workplace to come, put as said of a present one."""

from __future__ import annotations

import pytest

from advisor.dialogue.to_come import words_of_place_to_come


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Teaching in Swansea, moving to Bristol in Sept", "I work at Bristol"),
        (
            "I join a PRU in Luton after Easter. It's on the PP50 list",
            "I work at PRU in Luton, It's on the PP50 list",
        ),
        ("leaving my prep for a comp in Stoke in the summer", "I work at a comp in Stoke"),
        ("we are relocating from Cork to Leeds next year", "I work at Leeds"),
        ("got a deputy job in a Leeds academy from January. NPQH?", "I work in a Leeds academy"),
        (
            "my wife will be at a listed school in Hull from May, she is in Cardiff now",
            "I work at listed school in Hull",
        ),
    ],
)
def test_the_place_is_told_without_its_time(text: str, place: str) -> None:
    assert words_of_place_to_come(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "I teach at an academy in Leeds",
        "I work at a school in Leeds, can I start NPQH next year?",
        "I moved to a school in York in 2019",
        "my old school was in Cardiff",
    ],
)
def test_a_place_one_has_is_none_to_come(text: str) -> None:
    assert words_of_place_to_come(text) == ""
