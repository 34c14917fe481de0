"""Read how long somebody has held a post, in any form: a length, an ordinal year, a day, a term, a festival.

Which post it is of is for the readers of each post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from advisor.dialogue.slots.dates import NamedDate, find_dates

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_NUMBERS = {word: float(number) for number, word in enumerate(_WORDS)} | {
    "a": 1.0, "an": 1.0, "a couple of": 2.0, "couple of": 2.0, "a few": 3.0, "half a": 0.5, "thirty": 30.0,
    "a good few": 3.0, "several": 4.0,
}  # fmt: skip
_UNITS = {"y": 12.0, "mo": 1.0, "mt": 1.0, "w": 0.25, "t": 4.0, "d": 1 / 30, "f": 0.5, "decade": 120.0, "half": 2.0}
_NUMBER = r"(?:\d{1,2}(?:\.\d)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_SEASONS = {"easter": 4, "christmas": 12, "xmas": 12, "new year": 1, "summer": 7, "spring": 3, "autumn": 9, "half term": 10, "half-term": 10}  # fmt: skip
_UNDER = r"nearly|almost|just under|under|less than|fewer than|not quite|not yet|coming up (?:to|on|for)|approaching|it'll be|will be|be"
_OVER = r"just over|over|more than|at least|well over|longer than|a bit over|past|upwards of|beyond"
_ABOUT = r"about|around|roughly|approx(?:imately)?|circa|some|or so"
_LENGTH = re.compile(
    rf"(?:\b(?P<how>{_UNDER}|{_OVER}|{_ABOUT})\s+)?(?:(?:the|my|her|his|their) )?(?<![\w.])(?P<n>{_NUMBER})(?P<half>(?: and a| & a) half|½)?[\s-]?"
    r"(?P<unit>years?|yrs?|months?|mths?|mos|weeks?|wks?|terms?|days?|fortnight|decades?|half[- ]terms?)\b'?(?P<more>(?: and a| & a) half)?"
    r"(?! (?:old|olds|plan|course|programme|group|class|teacher|\d)\b)"
)
_BARE = re.compile(
    rf"\b(?:head|it|post|one|this|ht|headteacher|principal) for (?P<n>{_NUMBER})(?=\W*$)|\bfor (?P<of>{_NUMBER}) of (?:them|those|these)\b|"
    rf"(?<![\w.])(?P<as>{_NUMBER}) (?:of them )?as (?:an? |the )?(?=head|ht\b|principal|sen)"
)
_PANDEMIC = re.compile(r"\b(?:covid|lockdown|the pandemic)\b")
_PANDEMIC_BEGAN = date(2020, 3, 1)
_AHEAD_AFTER = re.compile(r"^(?:'s?)? (?:time|from now|to go|left|until|till|before)\b")
_FULL_THEN = re.compile(
    rf"^,? (?:next|this coming|coming|come) (?:{'|'.join(_MONTHS)}|{_SHORT}|{'|'.join(_SEASONS)}|term|month|week|year)\b"
)
"""After a length: "five years next April" are not five yet."""
_AHEAD_BEFORE = re.compile(
    r"\b(?:in|within|next|another|every|lasts|takes?|over the|(?<!my )(?<!the )(?<!her )(?<!his )first)\s+(?:the )?(?:next |coming )?$"
)
_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(_ORDINALS[1:])}|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))[\s-](?:full |academic |school )?(?:years?|yrs?|terms?|half[- ]terms?|months?|weeks?)\b|"
    rf"(?:\b(?:now|am|is|i'm|into|in|on|start of|end of|my|starting|finishing)\s*|^\W*|[:,(]\s*)(?:year|yr)\s?(?P<year>\d{{1,2}}|{'|'.join(_WORDS[1:13])})\b(?! (?:teacher|class|pupils|lead|leader|children|and|at|group))|"
    rf"\b(?:year|yr) (?P<of>\d{{1,2}}|{'|'.join(_WORDS[1:13])}) (?:of|as|in post|in the (?:job|role|post)|in headship)\b"
)
_SHORT_UNIT = re.compile(r"(?:term|month|week)s?$")
_UNDATED = re.compile(
    rf"\b(?:in|since|from|last|this|at|after|early|late|mid|over|during|until|till|end of|start of|beginning of|before|back in|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?)[\s-](?:the |last |this |early |late |start of |beginning of )*"
    rf"(?P<name>{'|'.join(_MONTHS)}|{_SHORT}|{'|'.join(_SEASONS)})\b(?!\W{{0,2}}(?:of )?(?:(?:20|')?\d\d)\b)(?P<which> (?:last|this|next) year)?"
)
_COMING = re.compile(r"\b(?:next|coming|this coming)\s+$|^ next year")
_LATELY = re.compile(
    r"\b(?:(?:this|last|since|earlier this|the start of|start of|beginning of|half way through last) (?:the )?(?:start of )?(?:half[- ]?)?(?:term|week|month|year|academic year|school year)|"
    r"yesterday|(?:on|since|last|this) (?:mon|tues|wednes|thurs|fri)day|the other (?:day|week)|recently|today|(?:as of |from |since )(?:monday|tuesday|wednesday|thursday|friday))\b"
)
_YEAR = re.compile(
    r"\b(?:since|in|from|of) '(?P<short>\d\d)\b|(?<![\d/.-])(?P<from>(?:19|20)\d\d)(?:\s?(?:-|/|to|until|till)\s?(?P<to>(?:19|20)?\d\d))?(?![\d/]|-\d)"
)
_WITHIN = re.compile(
    r"\b(?:with)?in(?:side)? (?:of )?(?:(?:my|the|her|his|their) )?(?:first )?(?:five|5)(?:[ -]years?|[ -]yrs?)\b|"
    r"\b(?:(?:my|her|his|their|the) )?first (?:five|5|few|couple of|two|three|four) (?:years?|yrs?)\b|\bless than (?:five|5) (?:years?|yrs?)\b"
)
_BEYOND = re.compile(
    r"\b(?:beyond|past|over|outside|more than|longer than|exceeded)(?: of)? (?:(?:my|the|her|his|their) )?(?:first )?(?:five|5)(?:[ -]years?|[ -]yrs?)\b"
)
_FIVE_YEARS = 60


@dataclass(frozen=True, slots=True)
class Span:
    """A time told of a post: the months that have gone by since it began, at least and at most."""

    least: float
    most: float
    start: int
    end: int
    is_length: bool = False  # "six years", "second year": counts by itself, without a word such as "since"
    month: NamedDate | None = None  # the very month or day, where it was told
    over: bool = False  # a time that has ended: "2016-2020"
    of_five: bool = False  # counted against five years and no further: "still within the five years"
    undated: bool = False  # a month or a festival without its year

    @property
    def in_first_five(self) -> bool | None:
        """Whether five years have not gone by; None where they may or may not have."""
        if self.most < _FIVE_YEARS:
            return True
        return False if self.least >= _FIVE_YEARS else None


def find_spans(lower: str, as_of: date) -> Iterator[Span]:
    """Yield the times told in a text in lower case, those that lie ahead left out; none is read twice.

    >>> [(s.least, s.most) for s in find_spans("head for nearly six years", date(2026, 11, 21))]
    [(60.0, 71.0)]
    >>> [s.in_first_five for s in find_spans("in my fifth year, since april 2022", date(2026, 11, 21))]
    [True, True]
    """
    taken: list[tuple[int, int]] = []
    for finder in (_standing, _dated, _lengths, _ordinals, _undated, _lately, _years):
        for span in finder(lower, as_of):
            if not any(span.start < end and start < span.end for start, end in taken):
                taken.append((span.start, span.end))
                yield span


def _standing(lower: str, _: date) -> Iterator[Span]:
    """Read "within the first five years" and "over five years", which count no more than that."""
    for match in _WITHIN.finditer(lower):
        yield Span(0, _FIVE_YEARS - 1, match.start(), match.end(), is_length=True, of_five=True)
    for match in _BEYOND.finditer(lower):
        yield Span(_FIVE_YEARS, 12 * 50, match.start(), match.end(), is_length=True, of_five=True)


def _dated(lower: str, as_of: date) -> Iterator[Span]:
    for found in find_dates(lower, as_of):
        months = _months(found.day, as_of)
        if found.day <= as_of:
            yield Span(months, months, found.start, found.end, month=found)


def _lengths(lower: str, _: date) -> Iterator[Span]:
    for match in _LENGTH.finditer(lower):
        before, after = lower[: match.start()], lower[match.end() :]
        if _AHEAD_AFTER.match(after) or (_AHEAD_BEFORE.search(before) and not match["how"]):
            continue
        unit = next(size for name, size in reversed(_UNITS.items()) if match["unit"].startswith(name))
        number = _NUMBERS.get(match["n"]) or float(match["n"] if match["n"] not in _NUMBERS else 0)
        how = "nearly" if _FULL_THEN.match(after) else match["how"] or ""
        yield Span(*_bounds(number, bool(match["half"] or match["more"]), unit, how), *match.span(), is_length=True)
    for match in _BARE.finditer(lower):  # "deputy for nine years, head for one"
        word = match["n"] or match["of"] or match["as"]
        yield Span(*_bounds(_number(word), False, _UNITS["y"], ""), *match.span(), is_length=True)


def _bounds(number: float, half: bool, unit: float, how: str) -> tuple[float, float]:
    """Return the fewest and the most months that "nearly six years" or "four and a half" can mean."""
    months = (number + half / 2) * unit
    if re.fullmatch(_UNDER, how):
        return max(months - unit, 0), months - 1
    if re.fullmatch(_ABOUT, how):
        return months - unit / 2, months + unit / 2
    counts_whole = unit > 1 and not half and number >= 1 and number == int(number)
    return months, months + (unit - 1 if counts_whole else 0)


def _ordinals(lower: str, _: date) -> Iterator[Span]:
    for match in _ORDINAL.finditer(lower):
        word = match["digits"] or match["year"] or match["of"]
        number = int(_number(word)) if word else _ORDINALS.index(match["word"])
        if _SHORT_UNIT.search(match.group()):
            yield Span(0, 12, match.start(), match.end(), is_length=True)  # "my first term"
        else:
            yield Span((number - 1) * 12, number * 12 - 1, match.start(), match.end(), is_length=True)


def _undated(lower: str, as_of: date) -> Iterator[Span]:
    """Read a month or a festival without its year: the last one there was."""
    for match in _UNDATED.finditer(lower):
        if _COMING.search(lower[: match.start("name")]) or (match["which"] or "").strip() == "next year":
            continue
        name = match["name"]
        month = _SEASONS.get(name) or next(i for i, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))
        year = (
            as_of.year
            - (month > as_of.month)
            - ((match["which"] or "").strip() == "last year" and month <= as_of.month)
        )
        months = _months(date(year, month, 1), as_of)
        exact = NamedDate(date(year, month, 1), False, match.start("name"), match.end())
        told = None if name in _SEASONS and name != "easter" else exact
        yield Span(months, months, match.start(), match.end(), month=told, undated=True)


def _lately(lower: str, as_of: date) -> Iterator[Span]:
    for match in _PANDEMIC.finditer(lower):
        months = _months(_PANDEMIC_BEGAN, as_of)
        yield Span(months, months, match.start(), match.end())
    for match in _LATELY.finditer(lower):
        yield Span(0, 23 if "last year" in match.group() else 12, match.start(), match.end())


def _years(lower: str, as_of: date) -> Iterator[Span]:
    """Read a year by itself: of two thousand and twenty-one January is the earliest and September the usual start."""
    for match in _YEAR.finditer(lower):
        year = int(match["from"] or f"20{match['short']}")
        if year > as_of.year:
            continue
        usual = min(date(year, 9, 1), as_of)
        yield Span(_months(usual, as_of), _months(date(year, 1, 1), as_of), *match.span(), over=bool(match["to"]))


def _months(day: date, as_of: date) -> int:
    """Return the whole months from a day to the day of asking."""
    return (as_of.year - day.year) * 12 + as_of.month - day.month - (as_of.day < day.day)


def _number(word: str) -> float:
    return float(word) if word.isdigit() else _NUMBERS[word]
