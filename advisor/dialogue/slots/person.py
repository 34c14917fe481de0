"""Read who somebody is: role now, role wanted, phase, subject, aims, and time in a role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from advisor.core.courses import EARLY_HEADSHIP_COACHING
from advisor.dialogue.slots.dates import NamedDate, find_dates
from advisor.dialogue.slots.polarity import is_hedged, is_negated
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
_ASKED_ROLE = re.compile(
    r"\b(?:can|could|does|do|are|is|for|should|may|will|what about|any)\s+(?:an?\s+|the\s+|all\s+)?$"
)
_HEAD_ROLES = {"headteacher", "new_headteacher", "head_of_school", "executive_head"}
_SAYS_LITTLE = {"support_staff", "classroom_teacher"}
_ROLE_BEFORE = re.compile(
    r"\b(?:used to be|formerly|former|previously|ex|i was|was once|stepped down as|left (?:my job )?as)[ -]+(?:an? |the )?(?:\w+ )?$"
)
_YEAR_OF_HEADSHIP = re.compile(r"\b(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\s+$")
_BELOW_HEAD = {"deputy_head", "assistant_head", "aspiring_head"}
_SINCE = re.compile(
    r"\b(?:head(?:teacher| teacher)?|principal|in post|headship)\b[\w\s,]{0,25}?\b(?:since|from|in|started(?: in)?)\s+(?:\w+\s+)?((?:19|20)\d\d)\b"
)
_YEARS = re.compile(
    r"\b(?:(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth)"
    r"\s+(?:years?|yrs?)\b[\w\s]{0,22}\b(?:head|headship|headteacher|principal|post)\b|"
    r"\b(?:years?|yrs?) (\d) (?:of|in|as)\s(?:an? |my |her |his )?(?:head|headship|headteacher|principal)\b|"
    r"\b(?:head|ht|headteacher|principal|in headship)\b(?! (?:in|within|after|next) (?:\d|one|two|three|four|five|six|the|a)\b)[\w\s,]{0,25}?\b(?:for |of )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:years?|yrs)\b(?! (?:time|ago))"
)
_OF_ONES_HEAD = re.compile(r"\b(?:my|our|the)\s+$")
_FIVE_YEARS = 60  # months
_TOOK_UP = re.compile(
    r"\b(?:head(?:teacher| teacher|ship)?|principal|in post)\b[\w\s,]{0,25}?\b(?:since|from|in|started(?: in)?|this|last)?\s*$|"
    r"\b(?:since|started(?: as (?:an? |the )?head(?:teacher)?)?|began|took up|appointed|became|become)(?: (?:in|on|from))?\s*$"
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "",
            "one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven",
            "eight",
            "nine",
            "ten",
        )
    )
    for word in words.split()
}
_BARE_HEAD = re.compile(
    r"\b(?:i'm|im|i am|i'm now|i was made|as) (?:already |now |currently )?(?:an? |the )?(?:new )?(?P<head>head)\b(?! (?:of (?!(?:a|one|my|our|the|this) )|teacher|girl|boy))"
)
_SEVERAL_SCHOOLS = re.compile(
    r"\b(?:oversee|overseeing|lead|leading|run|running|responsib\w+ for|manage|across|look after)\s+(?:\w+\s)?(?:two|three|four|five|six|several|multiple|\d+) (?:\w+\s)?schools\b"
)
_NEW_HEAD = re.compile(
    r"\b(?:new(?:ly appointed)? head(?:teacher)?|just (?:been )?(?:appointed|become|became|started as|started)[\w\s]{0,10}head(?:teacher)?|first headship|"
    r"(?:became|become|started as|started being) (?:an? |the )?head(?:teacher)? (?:just |only )?(?:this|last) \w+)\b"
)
_RUNS_IT = re.compile(
    r"\b(?:manager|owner) of (?:an? |the |my |our )?(?:\w+ ){0,3}(?:nursery|nurseries|preschool|pre-school)\b|"
    r"\bi(?:'m the| am the)? (?:manage|manager|run|own|owner)\b(?: of)? (?:it|one|this one|the (?:place|setting|nursery))\b"
)
_SAYS_OTHERWISE = re.compile(r"\s*(?:npq|of headship|in headship|as head|of being)")
"""After "English" or "year 1": the English NPQH, the first year of headship."""
_HEADSHIP = re.compile(r"\b(?:headship|headteacher|head teacher|principal)\b")
_NOT_HEAD = re.compile(r"\bnot (?:yet )?an? head(?:teacher)?(?: yet)?\b|\bnot (?:yet )?a head\b")
_FIRST_FIVE = re.compile(
    r"\bfirst five years\b|\bfirst 5 years\b|\bwithin (?:my |the )?first (?:five|5)\b|\bless than (?:five|5) years\b"
)
_OVER_FIVE = re.compile(r"\b(?:over|more than) (?:five|5) years\b|\bafter (?:five|5) years\b")


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
    yield from _find_headship(reading, own)


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
    if _ABOVE.match(reading.lower[mention.end :]):
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


def _find_wishes(reading: Reading) -> Iterator[SlotValue]:
    for kind in ("phase", "subject"):
        said = [
            m
            for m in reading.of_kind(kind)
            if not is_negated(reading.lower, m.start, m.end) and not _SAYS_OTHERWISE.match(reading.lower[m.end :])
        ]
        for mention in said[:1]:
            yield SlotValue(kind, mention.value, mention.start, mention.end)
    for mention in reading.of_kind("aim"):
        if mention.value != "free" and not is_negated(reading.lower, mention.start, mention.end):
            yield SlotValue("aims", mention.value, mention.start, mention.end)
        elif [mention.value] == reading.known.get("aims"):
            yield SlotValue("aims", mention.value, mention.start, mention.end, hedged=True)  # "not maths" takes it back
    if match := _SEVERAL_SCHOOLS.search(reading.lower):
        yield SlotValue("aims", "run_trust", match.start(), match.end())


def _find_headship(reading: Reading, own: list[SlotValue]) -> Iterator[SlotValue]:
    text = reading.lower
    if match := _NOT_HEAD.search(text):
        yield SlotValue("is_headteacher", False, match.start(), match.end())
        return
    for slot in own:
        asked = _ASKED_ROLE.search(text[: slot.start]) and reading.in_question(slot.start)
        if slot.value in _HEAD_ROLES and not asked:
            yield SlotValue("is_headteacher", True, slot.start, slot.end, is_hedged(text, slot.start, slot.end))
        elif slot.value in _BELOW_HEAD:
            yield SlotValue("is_headteacher", False, slot.start, slot.end)
    since = None if _is_no_head(reading, own) else _head_since(reading, own)
    if since is not None:
        months = (reading.as_of.year - since.day.year) * 12 + reading.as_of.month - since.day.month
        yield SlotValue("is_headteacher", True, since.start, since.end)
        yield SlotValue("headship_start", str(since), since.start, since.end)
        yield SlotValue("in_first_five_years_of_headship", months < _FIVE_YEARS, since.start, since.end)
        return
    # "In my first five years" counts no years: it says that there are no more than five.
    of_another = not any(m.value == EARLY_HEADSHIP_COACHING for m in reading.of_kind("course"))
    uncounted = _FIRST_FIVE.search(text) or _is_no_head(reading, own)
    years = None if uncounted else _years_as_head(text, reading.as_of, of_another=of_another)
    if years is not None:
        number, start, end = years
        yield SlotValue("is_headteacher", True, start, end)
        yield SlotValue("in_first_five_years_of_headship", number < 5, start, end)
    elif match := _NEW_HEAD.search(text) or _FIRST_FIVE.search(text):
        if not reading.in_question(match.start()) or "i'm" in text or "i am" in text or "my" in text.split():
            denied = is_negated(text, match.start(), match.end())
            yield SlotValue("in_first_five_years_of_headship", not denied, match.start(), match.end())
    elif match := _OVER_FIVE.search(text):
        yield SlotValue("in_first_five_years_of_headship", False, match.start(), match.end())


def _head_since(reading: Reading, own: list[SlotValue]) -> NamedDate | None:
    """Return the day or month from which somebody says to have been head, None where none is said or it is to come."""
    is_head = any(slot.value in _HEAD_ROLES for slot in own) or reading.known.get("is_headteacher") is True
    if not is_head and not _HEADSHIP.search(reading.lower):
        return None
    for found in find_dates(reading.lower, reading.as_of):
        if _TOOK_UP.search(reading.lower[: found.start]) and found.day <= reading.as_of:
            return found
    return None


def _is_no_head(reading: Reading, own: list[SlotValue]) -> bool:
    """Return whether the post whose years are counted is another one: a deputy's, a SENCO's, a head of year's."""
    roles = {slot.value for slot in own} or {reading.known.get("role")} - {None}
    return bool(roles) and not roles & _HEAD_ROLES and not _HEADSHIP.search(reading.lower)


def _years_as_head(text: str, as_of: date, *, of_another: bool) -> tuple[int, int, int] | None:
    """Return the years counted with their place; with `of_another` "my head has been here 20 years" counts none."""
    if match := _SINCE.search(text):
        # Counted in whole school years: the difference of the years is never too small by more than one.
        return as_of.year - int(match.group(1)), match.start(), match.end()
    match = _YEARS.search(text)
    of_ones_head = (
        of_another
        and match
        and match.group().startswith(("head", "principal"))
        and _OF_ONES_HEAD.search(text[: match.start()])
    )
    if (
        match is None
        or of_ones_head
        or re.search(
            r"\b(?:planning|aim|hope|hoping|want|another|next|ready|may|might|future|couple)\b", text[: match.end()]
        )
    ):
        return None
    word = match.group(1) or match.group(2) or match.group(3) or match.group(0).split()[0]
    number = int(word) if word.isdigit() else _NUMBERS.get(word, 0)
    ordinal = (
        match.group(2)
        or match.group(0).split()[0] in ("first", "second", "third", "fourth", "fifth", "sixth")
        or re.match(r"\d+(?:st|nd|rd|th)", match.group(0))
    )
    # "In my fifth year" has completed four; "for five years" has completed five.
    return (number - 1 if ordinal else number), match.start(), match.end()
