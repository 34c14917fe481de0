"""Read what is said of a list that is only referred back to, beside one that is named: "not on it, nor on the RISE one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.listed import says_listed
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.not_knowing import has_not_looked_up, says_not_knowing

_CUT = re.compile(r"[,;:.!?\n]|\s-+\s|\b(?:and|but|n|nor|though|while|yet|or)\b|&")
_IT = r"(?:it|that|this|them|those|there|the (?:first|other|former|latter))(?: (?:one|list))?"
_OF_IT = re.compile(
    rf"\b(?:(?P<no>no|nope|nah)|yes|yep|yeah) (?:to|on|for|re) {_IT}\b|\b(?P<not>(?:not|isn't|aren't|never) )?(?:on|in) {_IT}(?=\W|$)"
)
_THE_OTHER = re.compile(
    r"\b(?:(?P<no>nor|neither|not(?: on| in| to)?|never on|no to|no (?:on|for|in)|nor (?:on|in|is it|are we on)|isn't on|aren't on)|yes to|(?:also |but )?(?:on|in)) (?:on |in )?the other(?: (?:one|list))?(?=\W*(?:$|[,;.!]|\b(?:either|too|neither|though|as well)\b))"
)


_SAME = re.compile(
    r"\b(?:same|ditto|likewise)(?: (?:answer|again|thing|story|deal|result))*(?:,? (?:for|with|on|about|re|goes for|applies to|is true of|in))?:? (?:the )?$"
)


def is_said_the_same(before: str) -> bool:
    """Return whether the next list is only said to fare as the one before: "not on it, and same for RISE"."""
    return bool(_SAME.search(before))


def find_same(reading: Reading, start: int, fact: str, told: tuple[SlotValue, ...]) -> Iterator[SlotValue]:
    """Yield of the list named at `start` what was said of the one before it."""
    words = reading.lower[:start]
    said = says_listed(words)
    plain = _PLAIN.match(words)
    lists = [slot for slot in told if slot.end <= start and not slot.hedged and slot.fact in LIST_FACTS]
    if lists:
        yield SlotValue(fact, lists[-1].value, start, start)
    elif said is not None:
        yield SlotValue(fact, said[0], start, start)
    elif plain and reading.asked in LIST_FACTS:
        yield SlotValue(fact, plain["no"] is None, start, start)


_PLAIN = re.compile(r"\W*(?:(?P<no>no|nope|nah|not (?:on|in) (?:it|that))|yes|yep|yeah)\b")


def find_referred(reading: Reading, lists: tuple[str, ...], told: frozenset[str]) -> Iterator[SlotValue]:
    """Yield what is said of the list that is not named, where one of two was asked about."""
    corrected = [fact for fact in lists if fact not in told and fact in reading.known]
    if (reading.asked not in LIST_FACTS and not corrected) or reading.supposes:
        return
    yield from _of_the_other(reading, lists)
    open_still = [fact for fact in lists if fact not in told]
    if len(told) != 1 or not open_still or not told <= set(lists):
        return
    fact = next(iter(corrected), open_still[0]) if reading.asked not in open_still else reading.asked
    first = min(mention.start for mention in reading.of_kind("list"))
    cut = max((match.start() for match in _CUT.finditer(reading.lower, 0, first)), default=0)
    words = reading.lower[:cut]
    if "?" in words or says_not_knowing(words) or has_not_looked_up(words):
        return
    said = says_listed(words)
    if said is not None:
        yield SlotValue(fact, said[0], *said[1])
    elif match := _OF_IT.search(words):
        yield SlotValue(fact, not (match["no"] or match["not"]), *match.span())


def _of_the_other(reading: Reading, lists: tuple[str, ...]) -> Iterator[SlotValue]:
    """Yield what "nor the other one" says, after a word on the list that was asked about."""
    match = _THE_OTHER.search(reading.lower)
    others = [fact for fact in lists if fact != reading.asked]
    if match and len(others) == 1 and reading.asked in lists and not any(reading.of_kind("list")):
        yield SlotValue(others[0], match["no"] is None, *match.span())
