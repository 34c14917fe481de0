"""Read who somebody is: role now, role wanted, phase, subject, aims, and time in a role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.beside import is_of_a_friend
from advisor.dialogue.slots.headship import find_headship
from advisor.dialogue.slots.polarity import is_negated
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_WANTED = re.compile(
    r"\b(?:want(?:s|ing)? to (?:be|become|join|move|get|go|step|lead|run|apply)|would like to (?:be|become|join|lead)|aspir\w+|"
    r"become|becoming|hop(?:e|es|ing) to (?:be|become|get|lead|apply)?|next (?:step|job|role|post)|apply(?:ing)? for|"
    r"move (?:in)?to|moving (?:in)?to|working towards|aim(?:ing)? (?:to be|for)|future|ready for|promoted to|promotion to|"
    r"plan(?:ning)? to (?:be|become)|going to be|to be an?|asked (?:me )?to|take on|taking over as|stepping up to|"
    r"(?:(?:'ll|will) (?:be|become)|starting as|(?:should|could|must|to|me) go(?:ing)? for)|interview for|job as|not (?:planning|ready) to be an?|wants to be)\s*(?:an?|the|our|my)?\s*(?:\w+\s){0,2}$"
)
_OTHERS_ROLE = re.compile(
    r"\b(?:my|our|the|with|from|by|ask|told|says?|said|support from|report to|line manager|under|assist(?:s|ing)?|"
    r"deputis\w+ for|for|does|deputy to|assistant to)\s+(?:the\s+|my\s+|our\s+)?(?:\w+\s)?$"
)
# "I report to the deputy head": the person who acts is not the one who has the role.
_WITH_OTHERS = re.compile(
    r"\b(?:report(?:s|ing)? to|work(?:s|ing)? (?:with|for|under|alongside)|support(?:s|ing)?|mentor(?:s|ing)?|manag(?:e|es|ing)|"
    r"managed by|told by|asked by)\s+(?:an?\s+|the\s+|my\s+|our\s+)?(?:\w+\s){0,1}$"
)
_ABOVE = re.compile(r"\W*(?:who )?(?:is |sits |works )?(?:above|over|manages|line manages) (?:me|us)\b")
_WANTS_TO = re.compile(r"\b(?:want(?:s|ing)?|would like|hop(?:e|es|ing)|plan(?:s|ning)?|going) to\s*$")
_OWN_ROLE = re.compile(
    r"\b(?:i'm|im|i am|i work as|working as|as an?|being|currently|now|she's|she is|he's|he is|who is|we are|are|both|"
    r"i've been|i was made|appointed|became|i)\s+(?:\w+\s+){0,4}$"
)
_HEAD_ROLES = {"headteacher", "new_headteacher", "head_of_school", "executive_head"}
_SAYS_LITTLE = {"support_staff", "classroom_teacher"}
_ROLE_BEFORE = re.compile(
    r"\b(?:used to be|formerly|former|previously|ex|i was|was once|stepped down as|left (?:my job )?as)[ -]+(?:an? |the )?(?:\w+ )?$"
)
_YEAR_OF_HEADSHIP = re.compile(r"\b(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\s+$")
_BARE_HEAD = re.compile(
    r"\b(?:i'm|im|i am|i'm now|i was made|as) (?:already |now |currently )?(?:an? |the )?(?:new )?(?P<head>head)\b(?! (?:of (?!(?:a|one|my|our|the|this) )|teacher|girl|boy))"
)
_SEVERAL_SCHOOLS = re.compile(
    r"\b(?:oversee|overseeing|lead|leading|run|running|responsib\w+ for|manage|across|look after)\s+(?:\w+\s)?(?:two|three|four|five|six|several|multiple|\d+) (?:\w+\s)?schools\b"
)
_RUNS_IT = re.compile(
    r"\b(?:manager|owner) of (?:an? |the |my |our )?(?:\w+ ){0,3}(?:nursery|nurseries|preschool|pre-school)\b|"
    r"\bi(?:'m the| am the)? (?:manage|manager|run|own|owner)\b(?: of)? (?:it|one|this one|the (?:place|setting|nursery))\b"
)
_TOLD_IN = re.compile(
    r"\b(?:it|that|this|them|confirm\w*|answers?|offers?|place|promise[sd]?|yes|no|so|down|told|said|asked|agree\w*|decision|everything) in $"
)
_SAYS_OTHERWISE = re.compile(r"\s*(?:npq|of headship|in headship|as head|of being)")
"""After "English" or "year 1": the English NPQH, the first year of headship."""


def find_person(reading: Reading) -> Iterator[SlotValue]:
    """Yield role, role wanted, phase, subject, aims and the facts about headship."""
    own: list[SlotValue] = []
    for mention in reading.of_kind("role"):
        slot = _read_role(reading, mention)
        if slot is None:
            continue
        if slot.fact == "role" and not slot.hedged:
            own.append(slot)
        else:
            yield slot
    yield from _strongest_last(own)
    if not any(slot.value in _HEAD_ROLES for slot in own) and (match := _BARE_HEAD.search(reading.lower)):
        own.append(SlotValue("role", "headteacher", match.start("head"), match.end("head")))
        yield own[-1]
    if not own and (match := _RUNS_IT.search(reading.lower)) and _speaks_of_nursery(reading):
        yield SlotValue("role", "nursery_manager", match.start(), match.end())
    yield from _find_wishes(reading)
    yield from find_headship(reading)


def _read_role(reading: Reading, mention: Mention) -> SlotValue | None:
    """Return the role that one mention gives the person, wanted or held; a hedged one takes back what was held."""
    before = reading.lower[max(0, mention.start - 60) : mention.start]
    span = (mention.start, mention.end)
    if _ROLE_BEFORE.search(before) or (mention.value == "year_lead" and _YEAR_OF_HEADSHIP.search(before)):
        return None  # "used to be head of year"; "second year head" counts years of headship
    if is_negated(reading.lower, *span) and not _WANTED.search(before):
        # "I'm not the deputy" takes back what was understood before, as held or as wanted.
        mistaken = [fact for fact in ("role", "role_wanted") if reading.known.get(fact) == mention.value]
        return SlotValue(mistaken[0], mention.value, *span, hedged=True) if mistaken else None
    if _WANTED.search(before) or _WANTS_TO.search(before) or mention.value.startswith("aspiring_"):
        wanted = mention.value.removeprefix("aspiring_")
        return SlotValue("role_wanted", "headteacher" if wanted == "head" else wanted, *span)
    if _ABOVE.match(reading.lower[mention.end :]) or is_of_a_friend(reading.lower, mention.start, mention.end):
        return None
    if _WITH_OTHERS.search(before) or (_OTHERS_ROLE.search(before) and not _OWN_ROLE.search(before)):
        return None
    if reading.in_question(mention.start) and mention.text.lower().endswith("s") and not _OWN_ROLE.search(before):
        return None  # "do teachers need …" speaks of teachers, not of this one
    return SlotValue("role", mention.value, *span)


def _strongest_last(own: list[SlotValue]) -> list[SlotValue]:
    """Return the roles with those that say little first: the last one said of a fact is the one kept."""
    return sorted(own, key=lambda slot: slot.value not in _SAYS_LITTLE)


def _speaks_of_nursery(reading: Reading) -> bool:
    return reading.known.get("work_setting") == "early_years_or_childcare" or any(
        reading.setting_facts.get(mention.value, {}).get("work_setting") == "early_years_or_childcare"
        for mention in reading.of_kind("setting")
    )


def _in_writing(reading: Reading, mention: Mention) -> bool:
    """Return whether "writing" is how something was told: "we have it in writing", and not what is taught."""
    return mention.text.lower() == "writing" and bool(_TOLD_IN.search(reading.lower[: mention.start]))


def _is_town(reading: Reading, mention: Mention) -> bool:
    """Return whether a name is the place's that bears it: "maintained primary, Reading"."""
    return any((place.start, place.end) == (mention.start, mention.end) for place in reading.of_kind("place"))


def _find_wishes(reading: Reading) -> Iterator[SlotValue]:
    for kind in ("phase", "subject"):
        said = [
            m
            for m in reading.of_kind(kind)
            if not is_negated(reading.lower, m.start, m.end)
            and not _SAYS_OTHERWISE.match(reading.lower[m.end :])
            and not (_in_writing(reading, m) or _is_town(reading, m))
        ]
        for mention in said[:1]:
            yield SlotValue(kind, mention.value, mention.start, mention.end)
    for mention in reading.of_kind("aim"):
        if _in_writing(reading, mention) or _is_town(reading, mention):
            continue
        if mention.value != "free" and not is_negated(reading.lower, mention.start, mention.end):
            yield SlotValue("aims", mention.value, mention.start, mention.end)
        elif [mention.value] == reading.known.get("aims"):
            yield SlotValue("aims", mention.value, mention.start, mention.end, hedged=True)  # "not maths" takes it back
    if match := _SEVERAL_SCHOOLS.search(reading.lower):
        yield SlotValue("aims", "run_trust", match.start(), match.end())
