"""Tell that some of several places are listed and others not: which one somebody works at is then not said."""

from __future__ import annotations

import re

_ONE_AND_OTHER = re.compile(
    r"\bone\b[^.?!]{0,25}\bone (?:isn't|isnt|is not|'s not|not)\b|\bone\b[^.?!]{0,60}\b(?:the )?other(?: one)?\b[^.?!]{0,20}(?:isn't|isnt|is not|\bnot\b)"
)
_SOME_ARE = re.compile(
    r"\bsome\b[^.?!]{0,40}\b(?:some|others?|the rest)\b[^.?!]{0,15}\b(?:not|n't|arent|isnt)\b|(?<!re )(?<!are )(?<!is )(?<!s )(?<!was )(?<!were )(?<!'m )\b(?:some|one|two|three|four|five|six|half|most|several|a few|a couple|part|\d+) of (?:them|the(?:se|m)?|our|those|us|my|its)\b(?! (?:schools|ones|places|lucky \w+|50 ?%|half) (?:in|on|that|which|dfe)\b(?! (?:our|my) ))(?! (?:pupils?|children|kids|students|npqs?|courses?|staff|teachers?|team|sendcos?))|\b(?:some|half|most) (?:are|of them are|of our schools are)\b"
)
_SOME_SCHOOLS = re.compile(
    r"(?<!re )(?<!are )(?<!is )(?<!s )(?<!was )(?<!were )(?<!'m )(?<!am )\b(?:some|one|two|three|four|five|six|half|most|several|a few|a couple|\d+)(?: out)? of (?:our|my|the|its|their)"
    r"(?: (?!pp|rise|listed|disadvantaged|eligible|targeted|dfe|lucky)\w+)? "
    r"(?:schools|academies|primaries|secondaries|nurseries|colleges|sites)\b(?! (?:in|on|that|which|rise|dfe)\b)|"
    r"\b(?:yes|pp50|pp|rise|list(?:ed)?|premium)\b[^.?!;]{0,12}\bfor (?:(?:only|just) (?:one|two|three|some)(?: of (?:them|our \w+)| schools?| academ(?:y|ies))?|(?:one|two|three|some) (?:schools?|academ(?:y|ies)) (?:only|alone))\b"
)

_N = r"(?:some|one|two|three|four|five|six|seven|eight|nine|ten|half|most|several|a few|a couple|\d+)"
_NOT_ON = r"(?:(?:is|are)(?:n't|nt| not)|(?:do|does)(?:n't|nt| not)|not|off it|out)\b"
_LISTED = r"(?:pp ?50|pp|rise|list(?:ed)?)\b"
_SO_MANY_AND_SO_MANY = re.compile(
    rf"\b{_N}(?: of (?:them|our \w+|the \w+))?(?: schools?)?(?: (?:are|is|on|in|the|a|dfe's|marked|as))* (?:\w+ )?{_LISTED}[^.?!]{{0,30}}\b(?:{_N}|the (?:rest|others?)|others?)(?: of them| schools?)? {_NOT_ON}|"
    rf"\b{_N}(?: of (?:them|our \w+|the \w+))?(?: schools?)? {_NOT_ON}[^.?!]{{0,30}}\b(?:{_N}|the (?:rest|others?)|others?)(?: of them| schools?)? (?:are|is|on|listed)\b"
)
"""Counts those that are listed and those that are not: "three are on the list and five aren't", "half PP50, half not"."""


def tells_of_several_places(lower: str) -> bool:
    """Return whether some of several places are listed and others not: "one is PP50, the other isn't", "4 of our 9"."""
    return any(pattern.search(lower) for pattern in (_ONE_AND_OTHER, _SOME_SCHOOLS, _SO_MANY_AND_SO_MANY))


def tells_of_some(lower: str) -> bool:
    """Return whether some of whatever is spoken of are set apart, be it schools or courses: "three of them", "half are"."""
    return _SOME_ARE.search(lower) is not None
