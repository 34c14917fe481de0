"""Read whether the workplace is said to be on a disadvantage list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.polarity import clause_around, is_hedged, is_negated, is_to_come
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_ANY_LIST = {
    "the list",
    "on the list",
    "dfe list",
    "dfe's list",
    "the dfe list",
    "eligibility list",
    "funding list",
    "npq eligibility list",
}
_ENGLISH_LISTS = ("on_pp50_school_list", "on_pp50_fe_list", "on_rise_list")
"""DfE's lists hold places in England only: who is on one has said where they work."""
_PAY_RISE = re.compile(r"\b(?:pay|salary|price|a|the|on the|gave|to)\s*$")
_OF_A_SCHOOL = re.compile(
    r"\s+(?:\w+ )?(?:sec|secondary|primary|school|academy|junior|infant|first|middle|special|pru|one|list|programme|intervention|scheme|support|thing)\b"
)
_OWN = re.compile(
    r"\b(?:we're|we are|we've|i'm|i am|our|my|its|it's|they're|which is|that is|who are|but|at an?|school|academy|trust|"
    r"college|childminder|in|on|got|has|have|yes|also)\b"
)
_ASKED = re.compile(
    r"^\W*(?:and |so |but )?(?:is|are|am|does|do|did|was|were(?! (?:not )?on\b)|can|could|would|will|has|have)\b|"
    r"\b(?:if|whether|which|what|how do i know|how|check|find out|unless|except|need\w*)\b[^.?!;]*$"
)
_WHETHER = re.compile(r"\b(?:check|see|tell|know|confirm|find out|look up|say)\b[^?]{0,20}\b(?:if|whether)\b")
_ASKS_OF_PLACE = re.compile(
    r"^\W*(?:and |so |but |hi |hello |please )*(?:is|are|was|were(?! (?:not )?on\b)|does|do)\b(?!.*\b(?:which|that|who|because|since|as|npq\w*|fund\w*)\b)[^?]*\b(?:on|in)\s+(?:\w+\s+)?$"
)
"""A question whose whole point is whether some place is on the list: "is St Anne's, Leeds on the RISE list?"."""
_SUPPOSED_OFF = re.compile(
    r"\bif (?:(?:we|it|they|she|he|the school|my school|our school)(?:'re|'s| are| is)? )?not (?:on|in)\b[\w\s]*$"
)
_ONLY = re.compile(r"\b(?:only|just|funded for|for all|every|which|what|where|how|the list|list of)\s*(?:\w+\s*){0,3}$")
_ONE_AND_OTHER = re.compile(r"\bone\b[^.?!]{0,60}\b(?:the )?other(?: one)?\b[^.?!]{0,20}(?:isn't|isnt|is not|\bnot\b)")
_SOME_ARE = re.compile(
    r"\bsome\b[^.?!]{0,40}\b(?:some|others?|the rest)\b[^.?!]{0,15}\b(?:not|n't|arent|isnt)\b|\b(?:some|one|two|three|four|five|six|half|most|several|a few|a couple|part|\d+) of (?:them|the(?:se|m)?|our|those|us|my|its)\b(?! (?:pupils?|children|kids|students|npqs?|courses?|staff|teachers?|team|sendcos?))|\b(?:some|half|most) (?:are|of them are|of our schools are)\b"
)
_ASKED_ALONE = re.compile(r"(?: list)?\s*\?")
_EITHER = re.compile(r"\b(?:one or (?:the )?other|either\b[^.?!]{0,20}\bor|one of (?:them|those|the two))\b")
_ELSEWHERE = re.compile(
    r"\b(?:(?:friend|wife|husband|partner|sister|brother|colleague|mate)(?:'?s)?|last|old|previous|former|other|another|next|neighbouring|nearby|rival) "
    r"(?:school|academy|college|place|nursery)\b|\b(?:school|academy|primary|secondary|infants?|juniors?|college|nursery|place|one) (?:down the road|next door|nearby|up the road|across town|i left)\b"
)
"""Said of another place than the person's own: "the school down the road is on it"."""
_NOT = re.compile(r"(?<!if )\bnot (?:on |in )?(?:the )?$")
_NEITHER = re.compile(
    r"\b(?:neither(?: of)?|not on any|isn't on any|aren't on any|arent on any|no|not on either|on no)\b[\w\s]{0,20}\blists?\b|\bunlisted\b|\bnot listed\b"
)
_OFF = re.compile(
    r"(?:\b(?:not|isnt|arent|wasnt|aint|nor|never|no longer)|n't)\b(?: \w+){0,2}? (?:on (?:it|there|that|them|either|any)|there|listed|in it)\b|"
    r"\b(?:can'?t|cannot|could(?:n't|nt| not)|did(?:n't|nt| not)) (?:find|see|spot) (?:us|it|me|my|our|her|his|them|mine|the)\b|"
    r"\bno sign of\b|\bnowhere (?:on|to be|there)\b"
)
_ON = re.compile(
    r"\b(?:we|it|they|i|she|he|school|college|nursery|academy|number|urn|name)(?:'s|'m|'re| are| is| am| was|re|s)? "
    r"(?:(?!not\b)\w+ )?(?:on (?:it|there|that(?: one| list)?)|there|listed)\b|\b(?:yes|yep|yeah)\b[\w\s,]{0,12}\bon (?:it|there)\b"
)
_IN_SHORT = re.compile(
    r"\b(?:we|it|they|i)(?: are|'re|re| is|'s|s| am|'m|m)(?P<not> not|n't)?(?: on one)?(?:\W*$|, )|\b(?:is|are)(?P<nt>n't|nt)\W*$"
)
"""Whether a place is listed, in the fewest words: "ok looked, we're not", "it is"."""
_OPEN_STILL = re.compile(r"\b(?:if|whether|unless|once|until|when|how (?:do|would|can|will))\b[^.?!;,]*$")


def says_listed(lower: str, *, supposes: bool = False) -> tuple[bool, tuple[int, int]] | None:
    """Return whether words that name no list say that a place is on it, and where; None where they do not tell.

    Words that suppose it ("what if not on it") say it too, where the message is read as supposing.

    >>> says_listed("right had a look and no we're not on there. so thats it?")
    (False, (30, 42))
    >>> says_listed("how do i know if we're on it") is None
    True
    """
    for pattern, listed in ((_OFF, False), (_ON, True)):
        for match in pattern.finditer(lower):
            before = lower[: match.start()]
            if supposes or not (_OPEN_STILL.search(before) or _ASKED.search(before)):
                return listed, match.span()
    told = re.match(r"[^.?!;]*", lower)
    asks = told is None or lower[told.end() : told.end() + 1] == "?"
    brief = None if asks else _IN_SHORT.search(lower, 0, told.end() if told else 0)
    if brief and not supposes and _OPEN_STILL.search(lower[: brief.start()]):
        return None
    return (not (brief["not"] or brief["nt"]), brief.span()) if brief else None


def find_lists(reading: Reading) -> Iterator[SlotValue]:
    """Yield list facts that the message asserts of the person's own workplace; questions and hedges assert nothing."""
    if _ONE_AND_OTHER.search(reading.lower) or _SOME_ARE.search(reading.lower):
        return  # two workplaces, of which one is listed: which one is meant nobody said
    if _EITHER.search(reading.lower) and len({mention.value for mention in reading.of_kind("list")}) > 1:
        return  # "one or the other, I forget which"
    match = _NEITHER.search(reading.lower)
    for mention in reading.of_kind("list"):
        if not (match and match.start() <= mention.start):
            yield from _told_of(reading, mention)
    said = match and (match.group() == "unlisted" or reading.supposes or not reading.in_question(match.start()))
    if match and said:
        hedged = is_hedged(reading.lower, match.start(), match.end()) and not reading.supposes
        named = {mention.value for mention in reading.of_kind("list") if mention.start < match.start()}
        for fact in (fact for fact in ("on_pp50_school_list", "on_rise_list") if fact not in named):
            yield SlotValue(fact, False, match.start(), match.end(), hedged)


def _told_of(reading: Reading, mention: Mention) -> Iterator[SlotValue]:
    """Yield what the words around one list say of the workplace."""
    if mention.text.lower() == "rise" and _is_of_pay(reading, mention):
        return
    clause_start, _ = clause_around(reading.lower, mention.start, mention.end)
    alone = not reading.lower[clause_start : mention.start].strip(" ,.-")
    if alone and _ASKED_ALONE.match(reading.lower, mention.end):
        return  # "pp50? no clue"
    if _ELSEWHERE.search(reading.lower[clause_start : mention.start]):
        return
    # "… if not on PP50?" asks under that condition, so the answer has to take it as given.
    supposed = reading.supposes or bool(_SUPPOSED_OFF.search(reading.lower[: mention.start]))
    hedged = is_hedged(reading.lower, mention.start, mention.end) and not supposed
    looked_up = None if supposed else says_listed(reading.lower[mention.end :])
    if not (hedged or supposed or looked_up) and not _is_asserted(reading, mention):
        return
    denied = is_negated(reading.lower, mention.start, mention.end, after_too=True) or reading.lower[
        : mention.start
    ].endswith("un")
    if looked_up is not None:
        denied = not looked_up[0]  # "looked on the list, my number isn't there"
    fact = _which_list(reading, mention)
    yield SlotValue(fact, not denied, mention.start, mention.end, hedged)
    if not (denied or hedged or supposed):
        yield from _implied(reading, mention, fact)


def _knows_place(reading: Reading) -> bool:
    return "works_in_england" in reading.known or any(reading.of_kind("place"))


def _which_list(reading: Reading, mention: Mention) -> str:
    """Return the fact that "the list" stands for, by what was told of the workplace."""
    if mention.value != "on_pp50_school_list":
        return mention.value
    if mention.text.lower() in _ANY_LIST and _is_childminder(reading):
        return "on_childminder_list"
    return "on_pp50_fe_list" if "on_pp50_fe_list" in reading.known else mention.value


def _is_of_pay(reading: Reading, mention: Mention) -> bool:
    """Return whether "a rise" is one of pay, and not the programme a school is in."""
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    return bool(_PAY_RISE.search(before)) and not _OF_A_SCHOOL.match(after)


def _implied(reading: Reading, mention: Mention, fact: str) -> Iterator[SlotValue]:
    """Yield what being on a list says of the workplace itself."""
    if fact in _ENGLISH_LISTS and not _knows_place(reading):
        yield SlotValue("works_in_england", True, mention.start, mention.end)
    named = fact == "on_rise_list" or (fact == "on_pp50_school_list" and "pp" in mention.text.lower())
    elsewhere = any(place.value != "england" for place in reading.of_kind("place"))
    if named and not elsewhere and not _knows_workplace(reading):
        # RISE and PP50 are for state schools: whoever is in one has said what their school is.
        yield SlotValue("work_setting", "a_school", mention.start, mention.end)
        yield SlotValue("eligible_establishment_type", True, mention.start, mention.end)


def _knows_workplace(reading: Reading) -> bool:
    """Return whether the kind of workplace is told, by more than that it is a school."""
    told = (reading.setting_facts.get(mention.value, {}) for mention in reading.of_kind("setting"))
    return any(set(facts) - {"work_setting"} or facts.get("work_setting") != "a_school" for facts in told) or bool(
        {"eligible_establishment_type", "establishment_type_code", "early_years_setting"} & set(reading.known)
    )


def _is_childminder(reading: Reading) -> bool:
    return reading.known.get("early_years_setting") == "childminder" or any(
        m.value == "childminder" for m in reading.of_kind("setting")
    )


def _is_asserted(reading: Reading, mention: Mention) -> bool:
    if is_to_come(reading.lower, mention.start):
        return False
    left, _ = clause_around(reading.lower, mention.start, mention.end)
    before = reading.lower[left : mention.start]
    sentence = max(reading.lower.rfind(mark, 0, mention.start) for mark in "?!;\n") + 1
    if _ASKS_OF_PLACE.search(reading.lower[sentence : mention.start]) or _WHETHER.search(
        reading.lower[sentence : mention.start]
    ):
        return False
    if _ASKED.search(before) or _ONLY.search(before):
        return False
    plainly = bool(_OWN.search(before)) or bool(_NOT.search(before)) or not before.strip()
    return plainly or not reading.in_question(mention.start)
