"""Tell whether an NPQ is named as what a denial leaves standing: "no NPQs except NPQML"."""

from __future__ import annotations

import re

_EXCEPT_BEFORE = re.compile(
    r"\b(?:other than|except(?:ing)?(?: for)?|apart from|aside from|bar|barring|besides|beyond|save(?: for)?|but for|not counting|discounting|excluding|unless you count|leaving aside|beside)\s+"
    r"(?:(?:the|my|an?|that|her|his|one|old|legacy|pre-reform|ancient|former|original|\d{4})\s+)*$"
)
_EXCEPT_AFTER = re.compile(
    r"^[\s,]*(?:\(?\d{4}\)?\s)?(?:aside|apart|excepted|notwithstanding|if (?:that|it|you) counts?)\b"
)
_DENIES = re.compile(r"\b(?:no|none|nil|nothing|zero|never|nowt|not|only|sole|any|hasn't|haven't)\b|n't\b")


def is_excepted(lower: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Return whether a name is what a denial leaves standing: "no NPQs except NPQML", "nil (the 2010 NPQH aside)".

    >>> is_excepted("no npqs other than npqml", (0, 24), 19, 24), is_excepted("anything other than npqml?", (0, 25), 20, 25)
    (True, False)
    """
    outside = lower[sentence[0] : start] + " " + lower[end : sentence[1]]
    excepted = _EXCEPT_BEFORE.search(lower[sentence[0] : start]) or _EXCEPT_AFTER.match(lower[end : sentence[1]])
    return bool(excepted and _DENIES.search(outside))
