"""Tell what a message takes back in the same breath, as told of somebody else or of another place."""

from __future__ import annotations

import re

_PERSON = r"(?:friend|colleague|mate|wife|husband|sister|brother|partner|deputy|predecessor|boss|head|neighbour|flatmate|cousin)"
_WAS_ANOTHERS = re.compile(
    r"\b(?:wait|sorry|hang on|hold on|scratch that|scrap that|actually|oops|no|correction)\W+(?:wait\W+|sorry\W+|actually\W+|no\W+)*+"
    r"(?:(?:that|it|this)(?:'s|s| was| is)|i mean|i meant|i'm thinking of|thinking of) "
    rf"(?:actually |about |all )*(?:(?:my|a|the|our) (?:\w+ )?{_PERSON}\b|(?:somebody|someone) else\b|not me\b|"
    r"(?:my|our|the) (?:old|last|previous|former|other) (?:school|place|job|college|nursery|academy)\b)"
)
_FOR_ANOTHER = re.compile(
    r"\b(?:it's|its|it is|this is|it would be|it'd be|that's)(?: actually| now| really)? (?:for )?(?:my|our|the|a|one of (?:my|our)) (?!npq)(?:[\w'-]+ ){1,4}?(?:who(?:'s|'d)?|wanting|asking)\b"
)
"""Names the one who wants a course, beside another spoken of before: "it's my year 2 teacher who wants it"."""
_FILLERS = re.compile(r"(?:\W|\b(?:oh|ah|er|erm|um|ok|no|hmm|oops)\b)++$")
_BREAK = re.compile(r"(?<!\.)[.?!;](?=\s)|\n")


def says_for_whom(lower: str, none: tuple[int, int] | None) -> bool:
    """Return whether who has had none is named before it as the one who wants the course: "it's my TA who wants it"."""
    return none is not None and _FOR_ANOTHER.search(lower, 0, none[0]) is not None


def find_taken_back(lower: str) -> tuple[int, int] | None:
    """Return the sentence that the next words give to another: "I left EHCO... no wait that was a friend".

    >>> find_taken_back("hi. i left ehco once... no wait that was a friend")
    (3, 20)
    >>> find_taken_back("i left ehco once, that was hard") is None
    True
    """
    match = _WAS_ANOTHERS.search(lower)
    if match is None:
        return None
    told = _FILLERS.sub("", lower[: match.start()]).rstrip(" .…,;:-!?")
    start = max((found.end() for found in _BREAK.finditer(told)), default=0)
    return (start, len(told)) if told[start:].strip() else None
