"""Mask personal data before anything else reads the message; public identifiers pass.

A URN and a UKPRN name a school or college, an intake names a year: none of them is personal.
"""

from __future__ import annotations

import re

# Words after "my name is" that are no name, and words that end one.
_NO_NAME = "and but i on not in down already still now there missing wrong to at for the upon by a an".split()
_AFTER_NAME = "can am my from do is was what how which when who where would should could will does of with want".split()

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("email", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        ("card", r"\b(?:\d{4}[ -]){3}\d{3,4}\b|\b\d{15,16}\b|\b\d{4}[ -]\d{6}[ -]\d{5}\b"),
        (
            "national insurance",
            r"\b[A-CEGHJ-PR-TW-Z]{1}[A-NP-TW-Z]{1}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b|\bQQ\s?(?:\d{2}\s?){3}[A-D]\b",
        ),
        (
            "bank account",
            (
                r"\b[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d ?){14}\b|\b\d{2}-\d{2}-\d{2}\b(?:\s+\d{6,8})?|"
                r"\b(?:account|acct|a/c)(?: number| no\.?)?\D{0,5}\d{6,8}\b"
            ),
        ),
        (
            "trn",
            (
                r"\b(?:trn|teacher ref(?:erence)?|rp)(?:'s)?\b[\s:#=(-]*(?:number|no\.?)?[\s:#=(-]*(?:is)?[\s:#=-]*"
                r"\d[\d /-]{4,9}\d"
            ),
        ),
        ("trn", r"\bRP\d{2}/\d{4,5}\b"),
        ("passport", r"\bpassport(?: number| no\.?)?\s*(?:is|:)?\s*[A-Z]{0,2}\d{6,9}\b"),
        (
            "date of birth",
            (
                r"\b(?:born(?: on| in)?(?: the)?|dob|date of birth|d\.o\.b\.?|birthday(?: is)?)\s*(?:is|:|,)?\s*"
                r"(?:\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? \w+ \d{4}|\w+ \d{1,2},? \d{4})"
            ),
        ),
        (
            "phone",
            (
                r"(?<![\d£])(?:\+44\s?(?:\(0\)\s?)?|0044\s?|\(?0)(?!300\b|800\b|808\b|345\b)\d{2,4}\)?"
                r"[\s-]?\d{3,4}[\s-]?\d{3,4}\b"
            ),
        ),
        # A reference number has seven digits; a URN has six and a UKPRN eight, and both may be named.
        ("trn", r"(?<![£\d,./-])\b\d{7}\b(?![,.]?\d)"),
        ("postcode", r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"),
        (
            "address",
            (
                r"\b\d{1,4}[a-z]?,? (?:[A-Z][a-z]+ ){1,3}"
                r"(?:close|street|road|lane|avenue|drive|way|court|gardens|terrace|crescent)\b"
            ),
        ),
        (
            "name",
            (
                rf"\b(?:my name(?:'s| is)|i(?:'m| am) called) (?:(?!(?:{'|'.join(_NO_NAME)})\b)[a-z'-]+)"
                rf"(?: (?!(?:{'|'.join((*_NO_NAME, *_AFTER_NAME))})\b)[a-z][a-z'-]+)?"
            ),
        ),
        (
            "name",  # of a child, or of somebody whose number is asked for; "details of Teach First" is no person
            (
                r"(?:(?<=\bpupil )|(?<=\bstudent )|(?<=\bchild )|(?<=\bboy )|(?<=\bgirl )|(?<=\bdaughter )|(?<=\bson ))"
                r"(?-i:(?!Premium|Referral|Loan|Council)[A-Z][a-z'-]+ [A-Z][a-z'-]+)|"
                r"(?<=\btrn of )(?-i:[A-Z][a-z'-]+ [A-Z][a-z'-]+)|"
                r"(?-i:\b[A-Z][a-z]+ [A-Z][a-z]+)(?='s (?:trn|teacher reference|date of birth))"
            ),
        ),
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
