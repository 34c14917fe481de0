"""Read whether somebody has an Ofsted number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.polarity import clause_around, is_hedged
from advisor.dialogue.slots.slot import Reading, SlotValue

_NUMBER = r"(?:(?:unique )?(?:reference )?(?:numbers?|no\b|urn|reg(?:istration)?(?: number| no)?|ref(?:erence)?|id)|register(?:ed)?)"
_OFSTED = re.compile(
    rf"\bofsted[- ]{_NUMBER}|\bregist\w+ (?:directly )?(?:with|by|under) ofsted\b|\b(?:ey|vc)\s?\d{{6}}\b|\burn(?: number)? (?:is|from ofsted)\b"
)
_NO_OFSTED = re.compile(
    r"\b(?:no|not|without|never|don't have|dont have|haven't got|havent got|haven't|havent|not got|hasn't got|lack|isn't|aren't|not yet|didn't get)"
    r"(?: (?:an?|my|our|any|got|had|been|directly|actually|yet|the|have|registered|with|by)){0,4} *$"
)
_AWAITED = re.compile(
    r"\b(?:wait(?:ing)? (?:for|on)|applied for|applying for|apply for|need|want|get|getting|soon have|about to|pending|asks? for|asking for|what is an?|which)\b[\w\s']{0,20}$"
)


def find_ofsted_number(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether somebody has an Ofsted number: held, lacking, or only half believed in; one asked about or waited for is none of them."""
    match = _OFSTED.search(reading.lower)
    if match is None:
        return
    if is_hedged(reading.lower, *match.span()) and not reading.supposes:
        yield SlotValue("has_ofsted_urn", True, match.start(), match.end(), hedged=True)
        return
    left, _ = clause_around(reading.lower, match.start(), match.end())
    before = reading.lower[left : match.start()]
    if _NO_OFSTED.search(before):
        yield SlotValue("has_ofsted_urn", False, match.start(), match.end())
    elif not (reading.in_question(match.start()) or _AWAITED.search(before)):
        yield SlotValue("has_ofsted_urn", True, match.start(), match.end())
