"""Read whether the workplace is said to be on a disadvantage list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.polarity import clause_around, is_hedged, is_negated
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_ANY_LIST = {
    "the list",
    "on the list",
    "dfe list",
    "the dfe list",
    "eligibility list",
    "funding list",
    "npq eligibility list",
}
_ENGLISH_LISTS = ("on_pp50_school_list", "on_pp50_fe_list", "on_rise_list")
"""DfE's lists hold places in England only: who is on one has said where they work."""
_PAY_RISE = re.compile(r"\b(?:pay|salary|price|a|the|on the|gave|to)\s*$")
_OWN = re.compile(
    r"\b(?:we're|we are|we've|i'm|i am|our|my|its|it's|they're|which is|that is|who are|but|at an?|school|academy|trust|"
    r"college|in|on|got|has|have|yes|also)\b"
)
_ASKED = re.compile(
    r"^\W*(?:and |so |but )?(?:is|are|am|does|do|did|was|were(?! on\b)|can|could|would|will|has|have)\b|"
    r"\b(?:if|whether|which|what|how do i know|how|check|find out|unless|except|need\w*)\b[^.?!;]*$"
)
_WHETHER = re.compile(r"\b(?:check|see|tell|know|confirm|find out|look up|say)\b[^?]{0,20}\b(?:if|whether)\b")
_ASKS_OF_PLACE = re.compile(
    r"^\W*(?:and |so |but |hi |hello |please )*(?:is|are|was|were(?! on\b)|does|do)\b(?!.*\b(?:which|that|who|because|since|as|npq\w*|fund\w*)\b)[^?]*\b(?:on|in)\s+(?:\w+\s+)?$"
)
"""A question whose whole point is whether some place is on the list: "is St Anne's, Leeds on the RISE list?"."""
_SUPPOSED_OFF = re.compile(
    r"\bif (?:(?:we|it|they|she|he|the school|my school|our school)(?:'re|'s| are| is)? )?not (?:on|in)\b[\w\s]*$"
)
_ONLY = re.compile(r"\b(?:only|just|funded for|for all|every|which|what|where|how|the list|list of)\s*(?:\w+\s*){0,3}$")
_NEITHER = re.compile(
    r"\b(?:neither|not on any|isn't on any|aren't on any|arent on any|no|not on either|on no)\b[\w\s]{0,20}\blists?\b|\bunlisted\b|\bnot listed\b"
)


def find_lists(reading: Reading) -> Iterator[SlotValue]:
    """Yield list facts that the message asserts of the person's own workplace; questions and hedges assert nothing."""
    for mention in reading.of_kind("list"):
        if mention.text.lower() == "rise" and _PAY_RISE.search(reading.lower[: mention.start]):
            continue
        # "… if not on PP50?" asks under that condition, so the answer has to take it as given.
        supposed = reading.supposes or bool(_SUPPOSED_OFF.search(reading.lower[: mention.start]))
        hedged = is_hedged(reading.lower, mention.start, mention.end) and not supposed
        if not hedged and not supposed and not _is_asserted(reading, mention):
            continue
        denied = is_negated(reading.lower, mention.start, mention.end, after_too=True) or reading.lower[
            : mention.start
        ].endswith("un")
        fact = mention.value
        if fact == "on_pp50_school_list" and mention.text.lower() in _ANY_LIST and _is_childminder(reading):
            fact = "on_childminder_list"
        elif fact == "on_pp50_school_list" and "on_pp50_fe_list" in reading.known:
            fact = "on_pp50_fe_list"  # spoken of as the college's list before
        yield SlotValue(fact, not denied, mention.start, mention.end, hedged)
        if fact in _ENGLISH_LISTS and not (denied or hedged or supposed) and not _knows_place(reading):
            yield SlotValue("works_in_england", True, mention.start, mention.end)
    match = _NEITHER.search(reading.lower)
    said = match and (match.group() == "unlisted" or reading.supposes or not reading.in_question(match.start()))
    if match and said:
        hedged = is_hedged(reading.lower, match.start(), match.end()) and not reading.supposes
        named = {mention.value for mention in reading.of_kind("list")}
        for fact in (fact for fact in ("on_pp50_school_list", "on_rise_list") if fact not in named):
            yield SlotValue(fact, False, match.start(), match.end(), hedged)


def _knows_place(reading: Reading) -> bool:
    return "works_in_england" in reading.known or any(reading.of_kind("place"))


def _is_childminder(reading: Reading) -> bool:
    return reading.known.get("early_years_setting") == "childminder" or any(
        m.value == "childminder" for m in reading.of_kind("setting")
    )


def _is_asserted(reading: Reading, mention: Mention) -> bool:
    left, _ = clause_around(reading.lower, mention.start, mention.end)
    before = reading.lower[left : mention.start]
    sentence = max(reading.lower.rfind(mark, 0, mention.start) for mark in "?!;\n") + 1
    if _ASKS_OF_PLACE.search(reading.lower[sentence : mention.start]) or _WHETHER.search(
        reading.lower[sentence : mention.start]
    ):
        return False
    if _ASKED.search(before) or _ONLY.search(before):
        return False
    return not reading.in_question(mention.start) or bool(_OWN.search(before)) or not before.strip()
