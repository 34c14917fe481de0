"""The SENCO's three years, and the autumn start that still gives a result in time."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.core.truth import Truth
from advisor.rules.parsing import parse_facts
from advisor.rules.senco_deadline import (
    last_autumn_in_time,
    next_autumn,
    result_month,
    senco_deadline,
    start_in_time,
    third_anniversary,
)
from tests.rules.scenarios import TODAY


@pytest.mark.parametrize(
    ("start", "anniversary"),
    [
        (date(2024, 9, 1), date(2027, 9, 1)),
        (date(2023, 12, 31), date(2026, 12, 31)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        (date(2009, 9, 2), date(2012, 9, 2)),
    ],
)
def test_the_third_anniversary_is_three_years_on(start: date, anniversary: date) -> None:
    assert third_anniversary(start) == anniversary


def test_a_result_comes_within_22_months_of_a_november_start() -> None:
    assert result_month(2025) == (2027, 9)
    assert result_month(2026) == (2028, 9)


@pytest.mark.parametrize(
    ("hold_by", "autumn"),
    [
        (date(2027, 8, 31), 2024),
        (date(2027, 9, 1), 2025),
        (date(2028, 8, 31), 2025),
        (date(2028, 9, 1), 2026),
        (date(2028, 1, 15), 2025),
    ],
)
def test_the_last_autumn_in_time_turns_with_the_month_of_the_result(hold_by: date, autumn: int) -> None:
    assert last_autumn_in_time(hold_by) == autumn


@pytest.mark.parametrize(
    ("as_of", "autumn"), [(date(2026, 10, 31), 2026), (date(2026, 11, 1), 2027), (date(2027, 1, 1), 2027)]
)
def test_the_next_autumn_is_this_years_until_october_is_over(as_of: date, autumn: int) -> None:
    assert next_autumn(as_of) == autumn


def test_appointed_in_september_2024_the_autumn_of_2026_is_too_late() -> None:
    found = senco_deadline(parse_facts({"senco_start": "2024-09"}), date(2026, 9, 1))
    assert (found.duty, found.hold_by, found.last_autumn) == (Truth.TRUE, date(2027, 9, 1), 2025)
    assert found.in_time is Truth.FALSE
    assert found.findings[-1].reason == "next_start_too_late"
    assert "By our arithmetic" in found.findings[-1].text


def test_appointed_in_september_2025_the_autumn_of_2026_is_in_time() -> None:
    found = senco_deadline(parse_facts({"senco_start": "2025-09-15"}), date(2026, 9, 1))
    assert (found.hold_by, found.last_autumn, found.in_time) == (date(2028, 9, 15), 2026, Truth.TRUE)
    assert "September 2028" in found.findings[-1].text


def test_the_start_not_said_leaves_it_open() -> None:
    found = senco_deadline(parse_facts({}), TODAY)
    assert (found.duty, found.hold_by, found.in_time) == (Truth.UNKNOWN, None, Truth.UNKNOWN)
    assert found.findings[0].fact == "senco_start"


@pytest.mark.parametrize(
    ("start", "duty"), [("2009-09-01", Truth.FALSE), ("2009-09-02", Truth.TRUE), ("2008-01", Truth.FALSE)]
)
def test_the_duty_is_for_those_appointed_after_1_september_2009(start: str, duty: Truth) -> None:
    assert senco_deadline(parse_facts({"senco_start": start}), TODAY).duty is duty


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"prior_npqs": [{"name": "nasenco", "status": "completed"}]}, "nasenco_counts"),
        ({"prior_npqs": [{"name": "nasenco"}]}, "nasenco_counts"),
        ({"prior_applications": [{"course": "npq-senco", "outcome": "passed"}]}, "npq_counts"),
    ],
)
def test_who_holds_the_award_or_the_npq_has_met_it(facts: dict[str, object], reason: str) -> None:
    found = senco_deadline(parse_facts({**facts, "senco_start": "2024-09"}), TODAY)
    assert (found.duty, found.findings[0].reason) == (Truth.FALSE, reason)


def test_an_unfinished_award_does_not_count() -> None:
    facts = parse_facts({"prior_npqs": [{"name": "nasenco", "status": "withdrawn"}], "senco_start": "2024-09"})
    assert senco_deadline(facts, TODAY).duty is Truth.TRUE


def test_more_than_a_year_as_senco_before_leaves_the_duty_open() -> None:
    facts = parse_facts({"senco_start": "2024-09", "senco_over_twelve_months_before": True})
    assert senco_deadline(facts, TODAY).duty is Truth.UNKNOWN


def test_a_start_is_in_time_up_to_the_last_autumn() -> None:
    assert start_in_time(2025, date(2028, 1, 1)).truth is Truth.TRUE
    assert start_in_time(2026, date(2028, 1, 1)).truth is Truth.FALSE
