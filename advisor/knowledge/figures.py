"""Find the figures in a sentence: the numbers, dates, prices, addresses that must be backed by a source.

Two writings of one figure compare equal ("eight", "8"; "£1,885", "£1885"; "18 May 2026", "2026-05-18").
Whether a figure is *true* is for the content check and the grounding check, which compare these sets.
"""

from __future__ import annotations

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        start=2,
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"}

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PATTERN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)[^\s)\]>]+)
    | (?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)
    | (?P<day>\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<dm>{_MONTH})\.?,?\ (?P<dy>\d{{4}})\b)
    | (?P<month>\b(?P<mm>{_MONTH})\.?\ (?P<my>\d{{4}})\b)
    | (?P<price>£\s?(?P<pounds>\d[\d,]*(?:\.\d+)?)(?P<million>\ ?(?:m|million)\b)?)
    | (?P<percent>\b(?P<pc>\d+(?:\.\d+)?)\s?(?:%|per\ cent))
    | (?P<span>\b(?P<y1>20\d\d)(?:-|–|/|\ to\ )(?P<y2>\d{{2}}(?:\d{{2}})?)\b)
    | (?P<number>(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w]))
    | (?P<word>\b(?:{"|".join(_WORDS)})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_figures(text: str) -> frozenset[str]:
    """Return the normalised figures of `text`.

    >>> sorted(find_figures("An eight-day window from 18 May 2026, £1,885 or 90 per cent."))
    ['2026-05-18', '8', '90%', '£1885']
    >>> sorted(find_figures("one or two hours in 2022-23"))
    ['2', '2022-23']
    """
    return frozenset(_normalise(match) for match in _PATTERN.finditer(text))


def supported(figures: frozenset[str], recorded: frozenset[str]) -> frozenset[str]:
    """Return those of `figures` that `recorded` backs; a recorded day also backs its month and its year.

    >>> sorted(supported(frozenset({"2026", "9"}), frozenset({"2026-05-18"})))
    ['2026']
    """
    wider = recorded | {part for date in recorded for part in _wider(date)}
    return figures & wider


def _normalise(match: re.Match[str]) -> str:
    group = match.groupdict()
    if group["url"]:
        return group["url"].rstrip(".,;").lower()
    if group["email"]:
        return group["email"].rstrip(".").lower()
    if group["iso"]:
        return group["iso"]
    if group["day"]:
        return f"{group['dy']}-{_MONTHS[group['dm'].lower()]:02d}-{int(group['d']):02d}"
    if group["month"]:
        return f"{group['my']}-{_MONTHS[group['mm'].lower()]:02d}"
    if group["price"]:
        return "£" + _plain(group["pounds"]) + ("m" if group["million"] else "")
    if group["percent"]:
        return group["pc"] + "%"
    if group["span"]:
        return f"{group['y1']}-{group['y2'][-2:]}"
    if group["number"]:
        return _plain(group["number"])
    return _WORDS[group["word"].lower()]


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(".")


def _wider(figure: str) -> tuple[str, ...]:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", figure):
        return (figure[:7], figure[:4])
    if re.fullmatch(r"\d{4}-\d{2}", figure):
        # "2022-23" is an academic year, "2022-05" a month: both back the year they start in.
        return (figure[:4],)
    return ()
