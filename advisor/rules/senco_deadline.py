"""When the law wants a SENCO to hold the qualification, and which autumn start still gives a result in time.

The duty: regulation 49 of the SEND Regulations 2014 as amended; the arithmetic on starts is ours, from DfE's lengths.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.core.courses import SENCO
from advisor.core.facts import FactSet
from advisor.core.truth import Truth
from advisor.rules.finding import Finding
from advisor.rules.history import COMPLETED, IN_PROGRESS, NASENCO, UNKNOWN, earlier_npqs

_LAW = ("send-regs-2014-r49", "send-amendment-regs-2024")
_DUTY_SINCE = date(2009, 9, 1)
_YEARS = 3
_MONTHS_TO_RESULT = 18 + 4  # taught, then up to four for the result
_AUTUMN_START_MONTH = 11


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day by which a SENCO must hold the qualification, and the last autumn whose start gives a result by then."""

    duty: Truth  # whether the law asks it of this person, as far as is known
    hold_by: date | None  # None where it does not, or the start is not known
    last_autumn: int | None
    in_time: Truth  # whether the next autumn start gives a result by then
    findings: tuple[Finding, ...]


def third_anniversary(start: date) -> date:
    """Return the third anniversary; of 29 February the 28th, so as not to be a day late.

    >>> third_anniversary(date(2024, 9, 2))
    datetime.date(2027, 9, 2)
    """
    try:
        return start.replace(year=start.year + _YEARS)
    except ValueError:
        return start.replace(year=start.year + _YEARS, day=28)


def result_month(autumn: int) -> tuple[int, int]:
    """Return year and month of the latest usual result of an autumn start.

    >>> result_month(2025)
    (2027, 9)
    """
    months = (autumn * 12 + _AUTUMN_START_MONTH - 1) + _MONTHS_TO_RESULT
    return months // 12, months % 12 + 1


def last_autumn_in_time(hold_by: date) -> int:
    """Return the last autumn whose start gives a result by the month of the deadline.

    >>> last_autumn_in_time(date(2027, 9, 1))
    2025
    """
    return max(
        year for year in range(hold_by.year - 3, hold_by.year) if result_month(year) <= (hold_by.year, hold_by.month)
    )


def next_autumn(as_of: date) -> int:
    """Return the year of the next autumn start: this year's until October is over."""
    return as_of.year if as_of.month < _AUTUMN_START_MONTH else as_of.year + 1


def start_in_time(autumn: int, hold_by: date) -> Finding:
    """Return whether the course begun in this autumn gives a result by the day the law sets.

    >>> start_in_time(2027, date(2028, 9, 1)).truth
    <Truth.FALSE: 'false'>
    """
    year, month = result_month(autumn)
    in_time = autumn <= last_autumn_in_time(hold_by)
    verdict = "in time" if in_time else "too late"
    text = (
        f"A start in autumn {autumn} gives a result by about {date(year, month, 1):%B %Y}, "
        f"which is {verdict} for {hold_by.day} {hold_by:%B %Y}, by our arithmetic."
    )
    reason = "start_in_time" if in_time else "start_too_late"
    return Finding(reason, Truth.of(in_time), text, ("gov-senco-2024", "hisp-funding-2025"), "cohort_id")


def senco_deadline(facts: FactSet, as_of: date) -> Deadline:
    """Return what the law asks of somebody as SENCO; a month alone is read as its first day."""
    if any(each.course == NASENCO and each.status == IN_PROGRESS for each in earlier_npqs(facts)):
        return Deadline(Truth.UNKNOWN, None, None, Truth.UNKNOWN, (_HOLDS_NASENCO, _DUTY))
    exempt = _exemption(facts)
    if exempt is not None:
        return Deadline(Truth.FALSE, None, None, Truth.UNKNOWN, (exempt,))
    start = _start(facts)
    if start is None:
        return Deadline(Truth.UNKNOWN, None, None, Truth.UNKNOWN, (_DUTY,))
    if start <= _DUTY_SINCE:
        return Deadline(Truth.FALSE, None, None, Truth.UNKNOWN, (_APPOINTED_BEFORE,))
    hold_by = third_anniversary(start)
    last = last_autumn_in_time(hold_by)
    in_time = Truth.of(next_autumn(as_of) <= last)
    duty = Truth.UNKNOWN if facts.get("senco_over_twelve_months_before") is True else Truth.TRUE
    return Deadline(duty, hold_by, last, in_time, (_DUTY, _arithmetic(hold_by, last, in_time, as_of)))


def _exemption(facts: FactSet) -> Finding | None:
    for each in earlier_npqs(facts):
        if each.course == NASENCO and each.status in (COMPLETED, UNKNOWN):
            return _HOLDS_NASENCO
        if each.course == SENCO and each.status == COMPLETED:
            return _HOLDS_NPQ
    return None


def _start(facts: FactSet) -> date | None:
    held = facts.get("senco_start")
    if not isinstance(held, str):
        return None
    return date.fromisoformat(held if len(held) == 10 else f"{held}-01")


def _arithmetic(hold_by: date, last: int, in_time: Truth, as_of: date) -> Finding:
    text = (
        f"By our arithmetic only a start by autumn {last} gives a result in time, since 18 months of teaching and up "
        f"to four for the result have to fit before {hold_by:%B %Y}"
    )
    text += "; a start now is likely to be too late." if last < as_of.year else "."
    reason = "next_start_in_time" if in_time is Truth.TRUE else "next_start_too_late"
    return Finding(reason, in_time, text, ("gov-senco-2024", "hisp-funding-2025"), "senco_start")


_DUTY = Finding(
    "three_years_to_qualify",
    Truth.TRUE,
    "A SENCO must hold the qualification if still in the role after the third anniversary of becoming one.",
    _LAW,
    "senco_start",
)
_APPOINTED_BEFORE = Finding(
    "appointed_before_the_duty",
    Truth.FALSE,
    "The duty is for people who became SENCO after 1 September 2009.",
    _LAW,
    "senco_start",
)
_HOLDS_NASENCO = Finding(
    "nasenco_counts",
    Truth.FALSE,
    "NASENCO counts where the course began before 1 September 2024 and is finished before 1 September 2027.",
    ("send-amendment-regs-2024", "gov-senco-guidance-2024"),
    "prior_npqs",
)
_HOLDS_NPQ = Finding("npq_counts", Truth.FALSE, "The NPQ for SENCOs meets the duty.", _LAW, "prior_applications")
