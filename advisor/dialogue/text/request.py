"""Read past the wrapping of a request: "draft me two lines for an enquirer about deferring" asks about deferring."""

from __future__ import annotations

import re

_COUNT = r"(?:an?|one|two|three|some|the|a few|a couple of)"
_SORT = r"(?:short|quick|brief|simple|polite|friendly|clear|standard|suitable)"
_TEXT = r"(?:lines?|sentences?|reply|replies|responses?|e-?mails?|answers?|messages?|paragraphs?|notes?|text|wording|something)"
_WRAPPING = re.compile(
    rf"^\W*(?:hi|hello|hey|please|pls|can you|could you|would you|will you|i need you to|help me(?: to)?|\W)*"
    rf"(?:draft|write|compose|word|give|prepare|send|make|do)\b(?: (?:me|us|out|up))*(?: {_COUNT})?(?: {_SORT})* {_TEXT}\b"
    rf"[^.?!\n]{{0,80}}?\b(?P<lead>about|on|regarding|re|explaining|saying|telling|asking|who asks?|who wants? to know|who is asking|who's asking)\b"
    rf"(?: (?:him|her|them|me|us|to|people|teachers|staff))*\s+(?P<matter>.{{4,}})$",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(r"^(?:if|whether|that)\s+", re.IGNORECASE)


def matter_of(text: str) -> str:
    """Return what a request to put something in words is about; any other text as it is.

    >>> matter_of("draft me two lines I can paste to an enquirer about deferring NPQSL")
    'deferring NPQSL?'
    >>> matter_of("write a short reply to a teacher asking if NPQH is compulsory")
    'NPQH is compulsory?'
    >>> matter_of("who writes the NPQH case study?")
    'who writes the NPQH case study?'
    """
    match = _WRAPPING.match(text)
    if match is None:
        return text
    matter = match["matter"].strip().rstrip(".")
    if _JOINED.match(matter):
        matter = _JOINED.sub("", matter)
    return matter if matter.endswith("?") else f"{matter}?"
