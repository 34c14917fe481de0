"""Read since when somebody has been a SENCO: the day from which the three years for the qualification run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.dialogue.slots.clauses import Clause
from advisor.dialogue.slots.dates import find_dates
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.spans import Span, find_spans

SENCO_NAMED = re.compile(
    r"\b(?:sen(?:d)?[ -]?co(?:'?ing)?|(?:(?<=i'm )|(?<=i am )|(?<=\bim )|(?<=\bas ))one of (?:the |our |my )?(?:two |three |four |\d )?sen(?:d)?cos|sen(?:d)? co-?ordinator|special educational needs(?: and disabilit\w+)? co-?ordinator|inclusion (?:manager|lead)[ /&+-]+(?:and )?sen(?:d)?co)\b"
)
_PUTS_RIGHT = re.compile(r"\b(?:it was|that was|i meant|meant|sorry|actually|should be|correction|no|wrong)\b")
_NOT_THEN = re.compile(r"\bnot (?:in |since |from |on )?$")
_BY_THEN = re.compile(r"\b(?:before|by|until|till|til)\s+(?:the )?(?:(?:start|end|beginning) of |1st (?:of )?|1 )?$")
"""A day by which something is due is not one on which a post began."""
_LAST_YEAR_BEFORE = 2008
_LONG_AGO = re.compile(r"\b(?:since|from|before|in)\s+(?:before\s+)?(19\d\d|200[0-8]|(?<=before )2009)\b")
_START_AFTER = re.compile(
    r"^\W*(?:not (?:\w+ )?\d+\W+)?(?:is when |when )?(?:(?:i|she|he|we) )?(?:start|appoint|became|as senco)"
)
_TOOK_UP = re.compile(
    r"\b(?:appointed|appt|became|become|took (?:it )?(?:on|over|up)|taken (?:on|over)|made senco|handed|given|started|in post|began)\b[\w\s,]{0,16}$"
)
_START = re.compile(
    r"\bnew (?:to|in) (?:the |being )?(?:an? )?sen(?:d)?co\b|\b(?:appointed|appt|became|become|started|since|took (?:it )?(?:on|over|up)|taken (?:on|over)|been (?:the )?senco|in post|start date|made senco|senco (?:from|since)|on|from|handed|given|named|began|as of|in)\b"
)
_OF_ANOTHER_THING = re.compile(
    r"·|\b(?:npq\w*|nasenco|qts|award|degree|moved|joined|teach(?:er|ing)|finished|passed(?! (?:to|on|over))|done|qualified|head(?:teacher)?|deputy|course|cohort)\b"
)
_AND_ANOTHER = re.compile(r"(?:as well as|and|&|/|\+) (?:the |an? )?(?:\w+ )?(?:deputy|head(?:teacher)?|teacher)")


def says_start(reading: Reading) -> bool:
    """Return whether the words just before a date say that somebody took up a post, or that the start known is wrong."""
    before = [reading.lower[: found.start] for found in find_dates(reading.lower, reading.as_of)]
    put_right = "senco_start" in reading.known and any(_PUTS_RIGHT.search(words) for words in before)
    return put_right or any(_TOOK_UP.search(words) for words in before)


def find_start(reading: Reading, clauses: Sequence[Clause]) -> Iterator[SlotValue]:
    """Yield the month, or a day before the duty began, from which somebody has been the SENCO."""
    if match := _LONG_AGO.search(reading.lower):
        # Before the duty began any day does: the rule asks only whether it was before 1 September 2009.
        yield SlotValue("senco_start", f"{min(int(match[1]), _LAST_YEAR_BEFORE)}-01-01", match.start(1), match.end(1))
        return
    for clause in clauses:
        for span in find_spans(clause.text, reading.as_of):
            if span.month is not None and _dates_the_start(reading, clause, span):
                yield SlotValue("senco_start", str(span.month), clause.start + span.start, clause.start + span.end)
                return


def _dates_the_start(reading: Reading, clause: Clause, span: Span) -> bool:
    before, after = clause.text[: span.start], clause.text[span.end :]
    if _NOT_THEN.search(before) or _BY_THEN.search(before):
        return False
    if "senco_start" in reading.known and _PUTS_RIGHT.search(reading.lower[: clause.start + span.start]):
        return True
    near = _AND_ANOTHER.sub("", before[max((m.end() for m in SENCO_NAMED.finditer(before)), default=0) :])
    if _OF_ANOTHER_THING.search(near):
        return False
    first_words = clause.text[span.start : span.end].split()[:1]
    led = _START.search(before) or first_words in (["since"], ["in"], ["on"], ["from"], ["last"], ["this"])
    return bool(led or _START_AFTER.search(after) or clause.start + span.start <= 3)
