"""Tell where a list is named for something else than the own place, and that RISE reaches a school only as it does all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.listed import answered, says_listed
from advisor.dialogue.slots.listed_otherwise import is_of_some, is_opened, speaks_of_some
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_NOBODY_SAYS = re.compile(
    r"\b(?:nobody|no[- ]?one)(?: has|'s| ever| actually)* (?:told|said|confirmed|informed|written)\b[^.?!;]*$"
)
_OPEN_TO_ALL = re.compile(
    r"\s+(?:(?!but\b|and\b|we\b|so\b)\w+ ){0,4}?(?:conferences?|webinars?|sessions?|events?|training|attendance|offer|universal|hubs?|network|newsletter|emails?|roadshow|toolkit|talk|course)\b"
)
_UNIVERSAL = re.compile(
    r"\buniversal\s+(?:\w+ )?$|\b(?:someone|somebody|people|person|lady|man|emails?|speaker|chap|woman) from (?:the )?$"
)
_ANY_SUCH = re.compile(
    r"\b(?:is|are|can|does|do|will|would|could|if|what about|how about|for) (?:an?|any|some) (?:\w+ )?(?:school|college|academy|place|nursery|primary|secondary|trust)s? (?:that|which|who|has|have|is|comes|drops|falls)\b[^.?!;]*$"
)
"""Asks of any place of the kind: "is a school that's dropped off the list still funded?"."""
_LOOKED_FOR = re.compile(
    r"\b(?:find|finding|open|opening|download\w*|access|locate|understand|read|work out|make sense of|load|link to|see|where(?:'s| is)) (?:(?:the|that|your|this|any|a)\s+)*$"
)
_TALKED_OF = re.compile(
    r"\b(?:about|mention(?:s|ed|ing)?|heard|hears?|discuss\w*|(?:talk|speak|spoke|talk(?:s|ed|ing)) (?:of|about|on)|explain(?:s|ed|ing)?|use[sd]?|using|(?:dealt|deals?|dealing|helped|helps|confused|help|familiar) (?:with|by)|"
    r"handles?|handled|emailed|googled|googling|reading up on|read up on|bringing up|brought up|raised|checking|updating|updates?|made up|publish(?:es|ed)?|publishing|call(?:ed|s)? (?:it|this|that)|spelled|abbreviated)"
    r" (?:(?:the|that|this|their|dfe's|dfe|your|some|an?|both|new)\s+)*$"
)
"""A list that is only talked of, and on which nobody is said to be: "my head mentioned the PP50 list"."""
_DOES = re.compile(
    r"(?: list)?,? (?:(?:rules?|criteria|business|stuff|system|policy|thing|acronym|jargon|website|link|page) (?!yes|no|we|it)\w+|(?:came|comes|coming|cropped|popped) up\b|tak(?:es|ing)|clos(?:ed|es)|open(?:ed|s)|chang(?:ed|es|e)\b|confus\w+|load(?:s|ed|ing)|exists?|existed|"
    r"(?:you|they|i) (?:sent|gave|linked|mentioned|mean|meant|posted|shared|keep|talk\w*|saw|read|were|are)\b|(?:does|did|will|can|is|has) (?:it|that|this)\b)"
)
_BY_ITSELF = re.compile(r"(?:^|[.,;:!?\n(])\s*(?:(?:and|but|so|the|that|this|your|dfe's|dfe|ok|well|all|whole)\b\s*)*$")
_A_NEIGHBOURS = re.compile(
    r"\b(?:neighbours?|friends?|mates?)(?:'s| is| are) (?:also |already )?(?:on |in )?(?:the )?$"
)
_OF_TRAINERS = re.compile(r"\b(?:accredited|itt|scitt)\b[^.;?!]{0,40}\b(?:provider|partnership|scitt|list)\b|\bscitt\b")
_NAMES_ITS_LIST, _A_SCHOOL = (
    re.compile(r"pp|premium|rise|half|16"),
    re.compile(r"\b(?:schools?|primary|secondary|academy|college)\b"),
)
"""Of "DfE's list" alone: an accredited provider of teacher training is on a list of its own."""
_SCHOOLS = re.compile(r"\s*(?:schools|ones|academies|primaries|secondaries)\b")
_ONLY_UNIVERSAL = re.compile(
    r"\b(?:only|just|merely|purely|nothing but|nothing more than)\b[^.?!;]{0,30}\buniversal\b|\buniversal\b[^.?!;]{0,25}(?:\bonly\b|\b(?:not|no|never|isn't|rather than) (?:the |a |any )?(?:targeted|intervention)\b)|"
    r"\b(?:not|no|never|isn't|rather than) (?:the |a |any )?targeted\b[^.?!;]{0,30}\buniversal\b"
)
"""The part of RISE that every school may have: "only the universal offer, not targeted"."""


def _speaks_of_trainers(reading: Reading, mention: Mention) -> bool:
    """Return whether the sentence is on a provider of teacher training, and on no school."""
    start = max(reading.lower.rfind(mark, 0, mention.start) for mark in ".?!;\n") + 1
    sentence = re.split(r"[.?!;\n]", reading.lower[start:], maxsplit=1)[0]
    return bool(_OF_TRAINERS.search(sentence)) and not _A_SCHOOL.search(sentence)


def is_in_passing(reading: Reading, mention: Mention) -> bool:
    """Return whether a list is named for something else: an event, an offer open to all, some schools of a trust."""
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    if speaks_of_some(before) and (_SCHOOLS.match(after) or mention.text.lower().endswith("schools")):
        return True
    if _LOOKED_FOR.search(before) and not mention.text.lower().startswith("on ") and says_listed(after) is None:
        return True  # "I can't find the list"
    if (_TALKED_OF.search(before) or (_BY_ITSELF.search(before) and _DOES.match(after))) and (
        says_listed(after) is None and answered(reading.lower, mention.end) is None
    ):
        return True
    if _NOBODY_SAYS.search(before) or _A_NEIGHBOURS.search(before) or is_of_some(before) or _ANY_SUCH.search(before):
        return True
    if _speaks_of_trainers(reading, mention) and not _NAMES_ITS_LIST.search(mention.text.lower()):
        return True
    if is_opened(before) and mention.text.lower().endswith("list") and says_listed(after) is None:
        return True
    return mention.value == "on_rise_list" and bool(
        _OPEN_TO_ALL.match(after) or _UNIVERSAL.search(before) or _ONLY_UNIVERSAL.search(reading.lower)
    )


def find_only_universal(reading: Reading, lists: tuple[str, ...]) -> Iterator[SlotValue]:
    """Yield that a school is not in targeted intervention: "only the universal RISE offer"."""
    match = _ONLY_UNIVERSAL.search(reading.lower)
    if match and ("rise" in reading.lower or reading.asked in lists) and not reading.in_question(match.start()):
        yield SlotValue("on_rise_list", False, *match.span())
