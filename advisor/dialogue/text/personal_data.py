"""Mask personal data before anything else reads the message; public identifiers pass.

A URN and a UKPRN name a school or college, an intake names a year: none of them is personal.
"""

from __future__ import annotations

import re

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("email", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        ("card", r"\b(?:\d{4}[ -]){3}\d{3,4}\b|\b\d{15,16}\b"),
        ("national insurance", r"\b[A-CEGHJ-PR-TW-Z]{1}[A-NP-TW-Z]{1}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b|\bQQ\d{6}[A-D]\b"),
        ("bank account", r"\b\d{2}-\d{2}-\d{2}\b(?:\s+\d{6,8})?|\b(?:account|acct|a/c)(?: number| no\.?)?\D{0,5}\d{6,8}\b"),
        ("trn", r"\b(?:trn|teacher reference(?: number)?|rp)\b[\s:#=(-]*(?:is|number|no\.?)?[\s:#=-]*\d[\d /-]{4,9}\d"),
        ("trn", r"\bRP\d{2}/\d{4,5}\b"),
        ("passport", r"\bpassport(?: number| no\.?)?\s*(?:is|:)?\s*[A-Z]{0,2}\d{6,9}\b"),
        (
            "date of birth",
            r"\b(?:born(?: on| in)?|dob|date of birth|d\.o\.b\.?|birthday(?: is)?)\s*(?:is|:|,)?\s*"
            r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? \w+ \d{4}|\w+ \d{1,2},? \d{4})",
        ),
        ("phone", r"(?<![\d£])(?:\+44\s?|0)(?!300\b|800\b|808\b|345\b)\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b"),
        ("postcode", r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"),
        (
            "address",
            r"\b\d{1,4}[a-z]?,? (?:[A-Z][a-z]+ ){1,3}(?:close|street|road|lane|avenue|drive|way|court|gardens|terrace|crescent)\b",
        ),
        ("name", r"\bmy name(?:'s| is) (?:(?!and\b|but\b|i\b)[a-z'-]+)(?: (?!and\b|but\b|i\b|from\b|do\b|is\b|at\b)[A-Z][a-z'-]+)?"),
    )
)


def mask_personal_data(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` with personal data replaced by "[removed]", and the kinds that were found, in order.

    >>> mask_personal_data("My TRN is 7654321, our URN is 123456")
    ('My [removed], our URN is 123456', ('trn',))
    """
    found: list[str] = []
    for kind, pattern in _PATTERNS:
        text, count = pattern.subn("[removed]", text)
        if count and kind not in found:
            found.append(kind)
    return text, tuple(found)
