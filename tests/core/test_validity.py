"""Spans of days with both ends."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.core.validity import Validity

JUNE = Validity(date(2026, 6, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2026, 5, 31), False),
        (date(2026, 6, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_both_days_are_included(day: date, held: bool) -> None:
    assert JUNE.covers(day) is held


def test_a_span_without_an_end_still_holds() -> None:
    assert Validity(date(2026, 6, 1)).covers(date(2099, 1, 1))


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Validity(date(2026, 6, 2), date(2026, 6, 1))


def test_a_shared_day_is_an_overlap_and_the_next_day_is_none() -> None:
    assert JUNE.overlaps(Validity(date(2026, 6, 30)))
    assert not JUNE.overlaps(Validity(date(2026, 7, 1)))
    assert not Validity(date(2026, 7, 1)).overlaps(JUNE)


def test_a_missing_day_is_a_gap() -> None:
    assert not JUNE.leaves_a_gap_before(Validity(date(2026, 7, 1)))
    assert JUNE.leaves_a_gap_before(Validity(date(2026, 7, 2)))
    assert not Validity(date(2026, 6, 1)).leaves_a_gap_before(Validity(date(2030, 1, 1)))
