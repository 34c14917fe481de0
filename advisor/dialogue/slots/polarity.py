"""Tell whether a mention is asserted, denied, or only half believed."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"[,;:.?!\n]| but | and (?=(?:we|i|our|my|not|it|they|the)\b)|"
    r"(?<!think)(?<!believe)(?<!know)(?<!sure)(?<!that)(?<!if)(?<!whether)(?<!say)(?<!says)(?<!said)"
    r" (?=(?:we're|we are|i'm|i am|it's|it is|they're|they are) (?!not\b))"
)
_NEGATION = re.compile(
    r"\b(?:not|isn't|aren't|isnt|arent|wasn't|wasnt|never|no longer|neither|none|nor|without|don't|dont|doesn't|doesnt|"
    r"haven't|havent|hasn't|hasnt|cannot|can't|no)\b|\bun$|\bnon[- ]?$"
)
_ANSWERS_NO = re.compile(
    r"^\W*(?:no|nope|nah)\b[\s,]+(?=(?:i|we|it|im|i'm|it's|its|yes|actually|sorry|she|he|my|our|the|england)\b)"
)
"""A "no" that answers the question before and denies nothing that follows."""
_NOT_THAT_DAY = re.compile(r"\bnot (?:in |since |from |on )?(?:[a-z]{3,9}\.? )?(?:20)?\d\d\b")
"""Puts one date in place of another ("not 2024") and denies nothing that follows."""
_OF_ANOTHER_THING = re.compile(r"\bno (?:\w+ ){1,4}(?:at|in) (?:my|our|an?|the) (?:\w+ )?$")
"""Denies one thing at a place and not the place: "no RISE involvement at our maintained primary"."""
_HEDGE = re.compile(
    r"\b(?:think i (?:had|did|signed|was|have|got|started)|i think|i don't think|dont think|i believe|not sure|unsure|maybe|perhaps|possibly|probably|i guess|might|"
    r"may have|may be|can't remember|cant remember|cannot remember|not certain|no idea|don't know|dont know|dunno|"
    r"apparently|could be|supposedly|i assume|if i remember)\b"
)
_CLOSING_HEDGE = re.compile(
    r"(?<=\w )(?:i (?:don't |dont )?think|i believe|i guess|probably|maybe|not sure|i assume|apparently)\s*[,;-]\s"
)
"""A doubt at the end of its clause is of what went before: "not PP50 I don't think, academy in Ripon"."""
_UNSURE_OF_MORE = re.compile(
    r"\b(?:not sure|unsure|don't know|dont know|dunno|no idea|not certain|can't remember|cant remember)(?: \w+){0,2} (?:if|whether|about|what|which|how|who|when)\b"
)
"""Doubts what follows it and not what went before: "childminder, not sure if I'm on the list"."""
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|suppose|what if|in case|were to|would be if)\b")


_COMING = re.compile(
    r"\b(?:moving(?: back)?|moves?|transferring|joining|new (?:job|post|role)|off to|going to (?:work|teach|be)|back in(?!to)|"
    r"when (?:i|we|she|he|they)(?:'m|m|'s| am| is| are)? (?:(?:come|get|move|go) )?back|(?:i|we|she|he|they)(?:'ll| will) (?:be|work|teach)|"
    r"starting (?:a |my |her |his )?(?:new )?(?:job|post|role|work|teaching)|"
    r"(?:will|might|may|could) be (?:working|teaching|at an?))\b[\w\s,'-]{0,45}$"
)
"""Said of a workplace to come: the rules look at the one somebody has now."""


def is_to_come(text: str, start: int) -> bool:
    """Return whether a place is spoken of as where somebody will work, not where they do.

    >>> is_to_come("she's moving back in january to a state school", 34)
    True
    """
    sentence = text[max(text.rfind(mark, 0, start) for mark in ".?!;\n") + 1 : start]
    return bool(_COMING.search(sentence)) and not re.search(r"\bif\b", sentence)  # "and if she moves?" supposes it


_LATER = re.compile(
    r"\b(?:new (?:job|post)|starting (?:a |my |her |his )?(?:new )?(?:job|post)|off to|going to (?:work|teach) (?:at|in)|moving (?:back )?to|moves? (?:back )?to|transferring|"
    r"(?:get|got|take|start|took) (?:an? )?(?:new |perm(?:anent)? )?(?:job|post|role)|(?:when|once|until|till|before) (?:\w+ ){1,2}(?:come |get |move |go )?back|back in (?!to)|perm(?:anent)? job)\b"
)


def speaks_of_later(text: str) -> bool:
    """Return whether a workplace is spoken of that somebody does not have yet.

    >>> speaks_of_later("what if i get a perm job at a state school in jan?")
    True
    """
    return bool(_LATER.search(text))


_SUPPOSES = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|but|right|hmm|thanks|also|then|well|yes|no)\W+)*(?:what )?(?:if|suppose|supposing|imagine)\b|\bwhat if\b|"
    r"\bif (?:i|we|she|he|they|it|(?:my|our|her|his|their|the) \w+) (?:were|was|wasn't|weren't|had|hadn't|moved|got|went|changed|became|took|worked|left)\b"
)


def is_supposed(text: str) -> bool:
    """Return whether a message only tries something out: "and if it wasn't on the list?".

    >>> is_supposed("ok and if she moved to wales?"), is_supposed("can i do it if i'm at a nursery?")
    (True, False)
    """
    return bool(_SUPPOSES.search(text))


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the start and end of the clause that holds `text[start:end]`."""
    left = 0
    for match in _BREAK.finditer(text, 0, start):
        left = match.end()
    right = _BREAK.search(text, end)
    return left, right.start() if right else len(text)


def is_negated(text: str, start: int, end: int, *, after_too: bool = False) -> bool:
    """Return whether the clause denies the mention; with `after_too` also by a "no" that follows ("PP50, no").

    >>> is_negated("we are not on the pp50 list", 18, 22)
    True
    >>> is_negated("it is an academy, not special", 9, 16)
    False
    >>> is_negated("a non-rise school", 6, 10)
    True
    >>> is_negated("we aren't private we're a maintained school", 25, 35)
    False
    >>> is_negated("2025 not 2024 i started as senco", 27, 32)
    False
    """
    left, right = clause_around(text, start, end)
    before = _OF_ANOTHER_THING.sub("", _NOT_THAT_DAY.sub("", _ANSWERS_NO.sub("", text[left:start])))[-45:]
    after = text[end:right]
    denied_after = after_too and re.search(r"^[\s\w-]{0,18}\b(?:isn't|is not|aren't|are not|no)\b", after)
    return bool(_NEGATION.search(before) or denied_after)


def is_hedged(text: str, start: int, end: int) -> bool:
    """Return whether the sentence only half asserts the mention, or supposes it.

    >>> is_hedged("not pp50 i don't think", 4, 8)
    True
    >>> is_hedged("childminder, not sure if i'm on the list", 0, 11)
    False
    >>> is_hedged("not pp50 i don't think, academy in ripon", 24, 31)
    False
    """
    left = max(text.rfind(mark, 0, start) for mark in ".?!;\n") + 1
    rights = [place for mark in ".?!;\n" if (place := text.find(mark, end)) >= 0]
    right = min(rights, default=len(text))
    after = _UNSURE_OF_MORE.split(text[end : min(right, end + 50)])[0]
    before = text[max(left, start - 40) : start]
    near = _CLOSING_HEDGE.split(text[max(left, start - 60) : start])[-1]
    return bool(_HEDGE.search(near + text[start:end] + after) or _SUPPOSED.search(before))
