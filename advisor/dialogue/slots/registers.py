"""Read whether somebody has an Ofsted number, and whether a Return to Teaching Adviser referred them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.polarity import clause_around, is_negated
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
_RTTA = re.compile(
    r"\b(?:return(?:ing|er)?s? to teach(?:ing)?(?: advis[eo]rs?)?|rtta|rtt advis[eo]r|advis[eo]rs? (?:at|from|with) (?:the )?return(?:ing)? to teach(?:ing)?)\b"
)
_REFERS = re.compile(r"\b(?:refer(?:red|ral|s)?|sent me|put me forward|recommended me|supported by)\b")
_NOT_REFERRED = re.compile(
    r"\b(?:nobody|no[- ]?one|no advis[eo]r|none of (?:them|those))(?:'s| has| have| ever)* (?:referred|put|sent)\b|"
    r"(?:\bnot|\bnever|n't|\b(?:has|have|did|does|had|was|is)nt) (?:been |yet |actually |ever |get |got )*(?:a )?refer(?:red|ral)?\b|\bno referral\b|\bwithout (?:a |any )?referral\b"
)


def find_registers(reading: Reading) -> Iterator[SlotValue]:
    """Yield what is said of an Ofsted number and of a referral by a Return to Teaching Adviser."""
    yield from _find_ofsted(reading)
    yield from _find_referral(reading)


def _find_ofsted(reading: Reading) -> Iterator[SlotValue]:
    match = _OFSTED.search(reading.lower)
    if match is None:
        return
    left, _ = clause_around(reading.lower, match.start(), match.end())
    before = reading.lower[left : match.start()]
    if _NO_OFSTED.search(before):
        yield SlotValue("has_ofsted_urn", False, match.start(), match.end())
    elif not (reading.in_question(match.start()) or _AWAITED.search(before)):
        yield SlotValue("has_ofsted_urn", True, match.start(), match.end())


def _find_referral(reading: Reading) -> Iterator[SlotValue]:
    """Read a referral, which is told or denied in its own words; an adviser who is only named refers nobody."""
    adviser = _RTTA.search(reading.lower)
    denied = _NOT_REFERRED.search(reading.lower)
    if denied is not None and (adviser or "advis" in reading.lower):
        yield SlotValue("referred_by_return_to_teaching_adviser", False, *denied.span())
        return
    if adviser is None:
        return
    start, end = adviser.span()
    refers = _REFERS.search(reading.lower)
    if is_negated(reading.lower, start, end):
        yield SlotValue("referred_by_return_to_teaching_adviser", False, start, end)
    elif refers and not _asks(reading, refers.start()):
        yield SlotValue("referred_by_return_to_teaching_adviser", True, start, end)
        yield SlotValue("work_setting", "other", start, end)


def _asks(reading: Reading, start: int) -> bool:
    """Return whether the referral itself is asked about: "do I need to be referred by one?", and not told before it."""
    left, _ = clause_around(reading.lower, start, start)
    clause = reading.lower[left:start]
    return reading.in_question(start) and bool(
        re.search(r"\b(?:do|does|can|could|should|must|need|if|how|what|who|is|are|would|will)\b", clause)
    )
