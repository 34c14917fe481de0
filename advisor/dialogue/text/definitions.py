"""Take out words that only ask back what was meant: "if you mean the list with …: we're on it" supposes nothing."""

from __future__ import annotations

import re

_YOU = r"(?:you|u|ya|ye)"
_ASKS_BACK = re.compile(
    rf"(?<!what )(?<!even )\b(?:if|assuming|presuming|supposing)(?: that)? (?:what )?{_YOU}(?:'re| are|r| were|'ve| have)? (?:mean(?:t)?(?: by (?:that|pp50|rise|it))?|(?:on|talking|asking|going on|banging on|speaking) (?:about|of|after|for)|talking|fishing(?: for (?:it|that))?|"
    rf"after|asking|referring to|thinking of|must know|want to know|got in mind|need to know|insist)\b(?: (?:is|about))?|"
    r"(?<!what )(?<!even )\b(?:if|assuming|presuming)(?: that)? (?:that|this|it|pp50|the list|your list|rise)(?:'s| is|s| was| means)? (?:the (?:one|list|sheet|thing|spreadsheet|file|page|programme|scheme)\b(?! (?:we|i)(?:'re|'m| are| am))|what i think it is)|"
    r"\bif (?:i've|i have|i|i'm|im) (?:got|read|understood|understand|reading|following|follow|remember|am reading)(?: (?:this|that|it|you|your question|the question))? (?:right|correctly|right so far|properly)\b|"
    r"\bif (?:it|that) helps(?: at all)?\b|\bif (?:it|that) makes any difference\b(?!\W*\?)|\bif anyone's asking\b"
)


def without_asking_back(lower: str) -> str:
    """Return a text in lower case with such words blanked out, every other word in its place.

    >>> without_asking_back("if you mean the pp list, we're on it").strip()
    "the pp list, we're on it"
    >>> without_asking_back("what if it's the list next year") == "what if it's the list next year"
    True
    """
    return _ASKS_BACK.sub(lambda match: " " * len(match.group()), lower)
