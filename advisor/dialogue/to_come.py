"""Take out of a message the words on a place somebody will work at, put as if they worked there already.

What they tell is read like any other workplace; when a place is one to come is `polarity.py`'s part.
"""

from __future__ import annotations

import re

from advisor.dialogue.slots.polarity import AHEAD, SEASON, speaks_of_later, speaks_of_now

_CLAUSE = re.compile(r"[^.?!;,()\n–—]+(?:[.?!;,()\n–—]|$)")
_GOES_ON = re.compile(
    r"^\W*(?:and |but |so )?(?:it's|its|it is|it has|they're|theyre|they are|they've|that's|thats|that is|which|where|who|both|all|also|"
    r"an?|the (?:school|new|place|academy|college|nursery)|(?:new )?(?:school|place|academy) is|on|not on|in (?:rise|targeted|the (?:top|list))|pp50|rise|listed|unlisted|state|maintained|independent)\b"
)
"""A clause that says more of the place just spoken of."""
_FROM_TO = re.compile(
    r"\b(?:from|out of|leaving)\b(?:(?!\bto\b|\bfor\b|\binto\b)[\w\s'’-])+\b(?P<to>to|for|into)\b", re.IGNORECASE
)
_MOVES = re.compile(
    rf"{AHEAD}|\brelocat(?:e|es|ing) (?:to|into)\b|\bmov(?:e|es|ing)(?: (?:back|over|across|on|down|up))? (?:to|into)\b|\bjoining\b|\bstarting (?:work )?(?:at|in)\b|\binterview\w*\b(?: (?:in|at|for|with))?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b(?:(?:from|in|after|at|come|as of|starting|starts?|beginning|begins|by|since|this coming|early|late|mid)\s+)*(?:the\s+)?(?:this\s+|next\s+)?{SEASON}\b|"
    r"\bnext (?:term|year|month|week)\b|\b(?:when|once|after) (?:i|we|she|he|they)(?:'ve)? (?:\w+ ){1,2}there\b",
    re.IGNORECASE,
)
_INTO = re.compile(r"^\W*(?:to|into|over to|for)\b", re.IGNORECASE)


def words_of_place_to_come(text: str) -> str:
    """Return what a message says of a place to come, as said of a present one; empty where it says nothing of one.

    >>> words_of_place_to_come("I work in Cardiff. I start at an academy in Bristol in January, it's on the PP50 list")
    "I work at an academy in Bristol, it's on the PP50 list"
    >>> words_of_place_to_come("moving from a prep school to a maintained primary after Easter")
    'I work at a maintained primary'
    >>> words_of_place_to_come("I teach at an academy in Leeds")
    ''
    """
    kept: list[str] = []
    ahead = False
    for clause in (match.group() for match in _CLAUSE.finditer(text)):
        lower = clause.lower()
        if speaks_of_later(lower):
            told = _as_present(clause)
            ahead = True
        elif ahead and not speaks_of_now(lower) and _GOES_ON.match(lower):
            told = clause
        else:
            ahead = False
            continue
        if told.strip(" .,;?!"):
            kept.append(told.strip(" ;?!.,"))
    return f"I work {', '.join(kept)}" if kept else ""


def _as_present(clause: str) -> str:
    """Return a clause on a place to come from where the place is named, without what puts it in time to come."""
    from_to = _FROM_TO.search(clause)
    moves = list(_MOVES.finditer(clause))
    start = from_to.end() if from_to else (moves[0].end() if moves else 0)
    rest = _WHEN.sub(" ", clause[start:])
    place = _INTO.sub("", rest).strip(" ;?!.,")
    place = re.sub(r"\s+(?:for|from|in)?$", "", place)
    return place if re.match(r"(?:at|in|with|as)\b", place) else f"at {place}"
