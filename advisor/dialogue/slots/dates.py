"""Read days and months that somebody names, in the forms that people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_NAMED = r"jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_NAMED})[a-z]*\.?,?\s+(?:of\s+)?"
    r"(?P<year>(?:20|')?\d\d|(?:twenty[ -]){1,2}(?:one|two|three|four|five|six|seven|eight|nine))\b|"
    r"\b(?P<iso>20\d\d-\d\d-\d\d)\b|"
    r"\b(?:(?P<slash_day>\d{1,2})/)?(?P<slash_month>\d{1,2})/(?P<slash_year>20\d\d)\b|"
    rf"\b(?:this|last|since) (?P<latest>(?:{_NAMED})[a-z]*|easter)\b(?!\W*(?:of )?(?:(?:20|')?\d\d|twenty|this year|last year))|"
    rf"\b(?P<named>(?:{_NAMED})[a-z]*) (?:of )?(?P<which>this|last) year\b|\b(?P<ago>this|last) month\b"
)
_SPELLED = {
    word: number for number, word in enumerate("one two three four five six seven eight nine".split(), start=2021)
}
_EASTER = 4


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A day or a month with the place of its words; of a month `day` is the first, the earliest it can mean."""

    day: date
    is_exact: bool
    start: int
    end: int

    def __str__(self) -> str:
        """Write it as it was told: `2024-09-03`, or `2024-09` where no day was."""
        return f"{self.day:%Y-%m-%d}" if self.is_exact else f"{self.day:%Y-%m}"


def find_dates(lower: str, as_of: date) -> Iterator[NamedDate]:
    """Yield the dates in a text in lower case, in reading order; "last September" is the latest one up to `as_of`.

    >>> [str(found) for found in find_dates("from 1 jan 2025, or 09/2024, or last easter", date(2026, 11, 21))]
    ['2025-01-01', '2024-09', '2026-04']
    >>> [str(found) for found in find_dates("since january, or may last year, or last month", date(2026, 11, 21))]
    ['2026-01', '2025-05', '2026-10']
    """
    for match in _DATE.finditer(lower):
        try:
            day = _day_of(match, as_of)
        except ValueError:
            continue  # "31 june 2024"
        exact = bool(match["day"] or match["iso"] or match["slash_day"])
        yield NamedDate(day, exact, match.start(), match.end())


def _day_of(match: re.Match[str], as_of: date) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    if match["slash_year"]:
        return date(int(match["slash_year"]), int(match["slash_month"]), int(match["slash_day"] or 1))
    if match["latest"]:
        month = _MONTHS.get(match["latest"][:3], _EASTER)
        return date(as_of.year if month <= as_of.month else as_of.year - 1, month, 1)
    if match["named"]:
        return date(as_of.year - (match["which"] == "last"), _MONTHS[match["named"][:3]], 1)
    if match["ago"]:
        before = as_of.replace(day=1) - timedelta(days=1) if match["ago"] == "last" else as_of
        return before.replace(day=1)
    spelled = _SPELLED.get(re.split(r"[ -]", match["year"])[-1])
    year = spelled or int(match["year"].lstrip("'")) % 100 + 2000
    return date(year, _MONTHS[match["month"][:3]], int(match["day"] or 1))
