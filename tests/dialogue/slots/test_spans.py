from __future__ import annotations

from datetime import date

import pytest

from advisor.dialogue.slots.spans import find_spans

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "in_first_five"),
    [
        ("three and a half years", True),
        ("4.5 yrs", True),
        ("nearly six years", False),
        ("just under five years", True),
        ("five years", False),
        ("five years next april", True),
        ("a decade", False),
        ("two terms", True),
        ("about five years", None),
        ("in my fifth year", True),
        ("into my sixth year", False),
        ("since april 2022", True),
        ("since 2021", False),
        ("since before covid", False),
        ("since easter", True),
        ("2016-2020", False),
    ],
)
def test_a_time_says_whether_five_years_have_gone_by(text: str, in_first_five: bool | None) -> None:
    assert [span.in_first_five for span in find_spans(text, TODAY)] == [in_first_five]


@pytest.mark.parametrize(
    "text", ["in two years' time", "in 3 years", "year 3 teacher", "a 5 year plan", "from january 2027", "next easter"]
)
def test_what_lies_ahead_and_what_counts_no_time_is_none(text: str) -> None:
    assert list(find_spans(text, TODAY)) == []


def test_a_year_at_its_edge_may_or_may_not_be_five_years_ago() -> None:
    assert [span.in_first_five for span in find_spans("since 2021", date(2026, 3, 1))] == [None]
