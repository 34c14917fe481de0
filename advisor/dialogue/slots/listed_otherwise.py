"""Read what puts right the word on a list: one taken back, and the own school told apart among several."""

from __future__ import annotations

import re

_TAKES_BACK = re.compile(
    r"\b(?:scrap|ignore|forget|disregard|strike|cross out|delete|drop|take back|never ?mind|not mind|cancel|undo|wrong about|mistaken about|i misread|mixed up)\b"
    r"(?: (?:that|the|what i (?:said|wrote|told you)|about|of|my|our|on|bit|thing|part|whole|earlier))*\s*(?:the )?$"
)
"""Takes back what was said of a list before: "scrap the RISE bit, that was our sister school"."""
_AFTER_ALL_NOT = re.compile(
    r"\b(?:(?:we|it|they|she|he)(?:'re|'s| are| is)? not|(?:we|they) (?:aren't|arent)|it (?:isn't|isnt)|not (?:us|ours|me|mine|in it|on it))\b"
)
_SOME = re.compile(r"\b(?:some|a few|several|two|three|four|five|many|most|lots of|a couple of|\d+|any|other)\s+$")
_OURS_AMONG = re.compile(
    r"\b(?:(?:including|among them|one of (?:them|which) is|and) (?:mine|ours|us|my (?:school|own)|our (?:school|own))(?: (?:is|are) (?:one|too))?|"
    r"(?:mine|ours|we|my school|our school)(?:'s|'re| is| are)? (?:one|included|among them)|"
    r"(?P<not>(?:but |and )?(?:not (?:mine|ours|us|including (?:mine|ours|us))|(?:mine|ours|my school|our school) (?:isn't|isnt|is not)|we (?:aren't|arent|are not)|we're not)))\b"
)
"""Of several schools that are on a list: "three PP50 schools, mine isn't one"."""
_OF_A_TRUST = re.compile(
    r"\b(?:some|two|three|four|five|six|\d+|most|half|several|a few|many|a couple of)(?: of)? (?:the |our |other )?(?:schools|academies|primaries|secondaries) (?:in|across|of|within) (?:our|the|my) (?:\w+ )?(?:trust|mat|federation)\b[^.;!?]{0,15}$|"
    r"\b(?:some|two|three|four|five|six|\d+|most|half|several|a few|many|a couple of) (?:of (?:our|the|my) )?(?:schools|academies|primaries|secondaries)(?: are| is)? (?:on|in) (?:the )?$"
)
_OPENED = re.compile(
    r"\b(?:found|opened|downloaded|seen|saw|looked (?:at|through)|got|clicked on|searching|searched) $"
)


def is_of_some(before: str) -> bool:
    """Return whether a list is named of some schools of a trust: "three schools in our trust are on …"."""
    return bool(_OF_A_TRUST.search(before))


def is_opened(before: str) -> bool:
    """Return whether a list was only found or opened, and not said to hold anything: "found the list but which column?"."""
    return bool(_OPENED.search(before))


def takes_back(before: str) -> bool:
    """Return whether the words before the name of a list take back what was said of it.

    >>> takes_back("scrap the "), takes_back("we are on ")
    (True, False)
    """
    return bool(_TAKES_BACK.search(before))


def is_denied_after_all(after: str) -> bool:
    """Return whether the words after it deny it of the own place: "that was our sister school, we aren't"."""
    return bool(_AFTER_ALL_NOT.search(after))


def speaks_of_some(before: str) -> bool:
    """Return whether the name of a list describes some schools and no one in particular: "three PP50 schools"."""
    return bool(_SOME.search(before))


def own_among_several(before: str, after: str) -> bool | None:
    """Return whether the own school is said to be one of several that are on a list; None where it is not told.

    >>> own_among_several("our trust has three ", " schools, mine isn't one"), own_among_several("two ", " schools")
    (False, None)
    """
    own = _OURS_AMONG.search(after) if _SOME.search(before) else None
    return None if own is None else own["not"] is None
