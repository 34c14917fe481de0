"""Find DfE's list of schools where people describe it and do not name it: "the sheet with the half that has most pupil premium".

It is the half of schools with the highest pupil premium; who is in the other half is not on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PREMIUM = (
    r"(?:(?:pupil|pupils|pupil's)[- ]premium|pp|p\.p\.|disadvantage|disadvantaged|deprivation|deprived)"
    r"(?:[- ](?:kids|children|pupils|students|numbers|money|funding|share|proportion|intake|percentages?|rates?|figures?|schools|eligibility))?"
)
_SHEET = r"(?:list|sheet|spreadsheet|register|roll|table|file|excel|csv|half|doc|document|directory|roster|lookup)"
_RANKED = r"(?:top|upper|higher|highest|neediest|poorest|most (?:needy|deprived|disadvantaged))"
_LOW = r"(?:bottom|lower|lowest|other|wrong|richer|better[- ]off|second|wealthier)"
_PORTION = r"(?:half|50 ?%|50(?: per ?cent| percent)?|fifty(?: per ?cent| percent)?)"
_OF_SCHOOLS = r"(?:,? (?:list|sheet|spreadsheet|one|nationally|national|in england|of (?:all )?(?:the )?(?:state |english )?schools|schools))*"
_BY = r"(?:,? (?:for|by|on|of|with|in terms of|when it comes to|measured by|ranked by|as regards|having|that have|that has|who have|re))"
_MOST = r"(?: (?:the|a|most|highest|higher|biggest|largest|more|high|a lot of|lots of|their|our|levels? of|numbers? of|proportions? of|rates? of|share of))*"
_DESCRIBED = re.compile(
    rf"\b(?P<low>{_LOW} {_PORTION}){_OF_SCHOOLS}(?:{_BY}{_MOST} |[ -]){_PREMIUM}\b|"
    rf"\b(?P<low_after>{_PREMIUM}[, -]+(?:[- ]wise )?(?:the )?{_LOW} {_PORTION})\b|"
    rf"\b{_RANKED}[ -]{_PORTION}{_OF_SCHOOLS}(?:{_BY}{_MOST} |[ -]){_PREMIUM}\b|"
    rf"(?<=the ){_PORTION}{_OF_SCHOOLS}{_BY}{_MOST} {_PREMIUM}\b|"
    rf"\b{_PREMIUM} (?:{_RANKED} )?{_SHEET}\b|(?<=the )cut(?:[- ]?off)? (?:for|on) {_PREMIUM}\b|\b{_PREMIUM} {_RANKED} {_PORTION}\b|"
    rf"\b{_SHEET} (?:thing )?(?:for|of|with|about|on|naming|showing)(?: [\w%]+){{0,7}}? {_PREMIUM}\b|"
    rf"\blisted (?:for|under|as|on|by) {_PREMIUM}\b|\b{_PREMIUM}[- ]listed\b|"
    r"\btop[- ](?:50|fifty)(?: ?%| per ?cent)?(?: (?:list|sheet|half))\b"
)


def find_described(lower: str) -> Iterator[tuple[int, int]]:
    """Yield where a text in lower case describes the list of schools by what it holds.

    >>> [lower[slice(*span)] for lower in ("it's in the top half list for pupil premium",) for span in find_described(lower)]
    ['top half list for pupil premium']
    >>> list(find_described("half of our school is pupil premium"))
    []
    """
    for match in _DESCRIBED.finditer(lower):
        yield match.span()


def is_other_half(words: str) -> bool:
    """Return whether a description is that of the half of schools that is not on the list.

    >>> is_other_half("bottom half for pupil premium"), is_other_half("top half for pupil premium")
    (True, False)
    """
    match = _DESCRIBED.fullmatch(words.lower())
    return match is not None and bool(match["low"] or match["low_after"])
