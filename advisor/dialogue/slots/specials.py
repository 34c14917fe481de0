"""Read the facts that single courses ask for: SENCO role and start, mastery evidence, headship NPQ stage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.dates import find_dates
from advisor.dialogue.slots.npqh import find_npqh_stage
from advisor.dialogue.slots.polarity import is_hedged, is_negated
from advisor.dialogue.slots.slot import Reading, SlotValue

_MASTERY = re.compile(
    r"\b(?:teaching for mastery|mastery (?:programme|training|knowledge|specialist|approach\w*)|mastery)\b"
)
_NEVER = re.compile(r"\b(?:never|not|no|haven't|havent|hasn't|hasnt|cannot|can't|don't|dont|without|none)\b")
_NEVER_DONE = re.compile(r"\b(?:never|have?n'?t|not) (?:done|had|taken|been|completed)\b[\w\s]{0,20}$")
_YEAR_DONE = re.compile(r"\b(?:years?|yrs?|completed|finished|done|did|took part|taken part|been (?:on|in|doing))\b")
_CANNOT_SHOW = re.compile(
    r"\b(?:cannot|can't|can not|couldn't|nothing (?:like|similar)|or anything like|no mastery|don't know any)\b"
)
_SIMILAR = re.compile(r"\bsimilar (?:course|programme|training)\b|\b(?:course|programme|training) like it\b")
_ANOTHER_WAY = re.compile(r"\b(?:another|other|different|some other) ways?\b")

_IN_NO_WAY = re.compile(r"\b(?:cannot|can'?t|can not|couldn'?t)\b[^.?!,;]{0,35}\b(?:another|other|different) ways?\b")
_NO_QTS = re.compile(
    r"\b(?:no|not got|never got|don'?t have|do not have|haven'?t got|have no|lack|hasn'?t got|doesn'?t have|got no)(?: any| my| the)? (?:qts|qualified teacher status)\b|"
    r"\b(?:i'm|im|i am|she's|he's|she is|he is|as)(?: still| currently| just)? (?:an? )?(?:unqualified|not (?:an? )?qualified)(?! for)\b|\bunqualified teacher here\b"
)
_QTS = re.compile(
    r"\b(?:have|has|got|hold|gained|with|'ve)(?: my| already)? (?:qts|qualified teacher status)\b|\b(?:i'm|im|i am) an? qualified teacher\b"
)
_ASKS_QTS = re.compile(
    r"\b(?:need|required?|must|should|have to|if|whether|without|do (?:i|you|they)|does (?:it|one)|is|are|can)\b[^.!?,;]{0,12}\b(?:qts|qualified teacher\w*|unqualified)\W*[^.!?,;]*$"
)
_SENCO = re.compile(r"\b(?:sen(?:d)?co|sen co-?ordinator|special educational needs co-?ordinator)\b")
_SENCO_NOW = re.compile(
    r"\b(?:i'm|im|i am|as|she's|she is|he is|been|became|appointed|started (?:as|being)|working as|acting|am the|made|took (?:on|over|up))\b[\w\s,]{0,20}$"
)
_SENCO_SOMEBODY = re.compile(r"\b(?:an?|our|my|the|new|is|as)\s+$")
_APPOINTED = re.compile(
    r"^[\w\s,'-]{0,45}?\b(?:appointed|appt|started|since|took (?:over|up|on)|in post|began|from|start date)\b"
)
_SENCO_PLAN = re.compile(
    r"\b(?:want|hope|hoping|plan\w*|asked|going to|about to|taking (?:on|over)|take on|become|becoming|aspiring|will be|future|apply\w*|interested|next)\b[\w\s,]{0,30}$"
)
_STARTED_AS = re.compile(r"\b(?:started|appointed|made|became)(?: as)? (?:an? |the )?$")
_PLAN_AFTER = re.compile(
    r"^[\w\s,'-]{0,25}?\b(?:but|and|though|yet)\b[\w\s']{0,10}\b(?:plan\w*|hop\w+|want\w*|intend\w*|aim\w*|will|going to|would like|due to|about to)\b"
    r"(?:(?!\b(?:not|never|no)\b)[\w\s']){0,25}\b(?:one|become|be|sen(?:d)?co|it)\b"
)
"""What follows "not a SENCO": "yet but I plan to become one"."""
_IS_COURSE = re.compile(r"'?s? (?:npq|course|qualification|award)\b")
_NO_PLAN = re.compile(r"\b(?:not|never|don't|dont|no|nor)\b")
_NOW_AFTER = re.compile(r"^\W*(?:now|currently|at present|at the moment|atm|in post|here|still|at an?|in an?|for \d)\b")
_NOT_SENCO = re.compile(
    r"\b(?:not|n't|nor|isnt|arent) (?:an? |the |yet an? )?(?:sen(?:d)?co|one)\b[^?]{0,40}?\b(?:not|never|don't|dont|no|nor)\b[\w\s]{0,12}\b(?:plans?|planning|intend\w*|intention|want|wish)\b"
)
_HEAD = re.compile(r"\b(?:head|headteacher|headship|principal)\b")
_PUTS_RIGHT = re.compile(r"\b(?:it was|that was|i meant|meant|sorry|actually|should be|correction|no|wrong)\b")
_NOT_THEN = re.compile(r"\bnot (?:in |since |from |on )?$")
_FEW_WORDS, _FEWER_WORDS = 15, 9
_LAST_YEAR_BEFORE = 2008
_LONG_AGO = re.compile(r"\b(?:since|from|before|in)\s+(?:before\s+)?(19\d\d|200[0-8]|(?<=before )2009)\b")
_START_AFTER = re.compile(
    r"^\W*(?:not (?:\w+ )?\d+\W+)?(?:is when |when )?(?:(?:i|she|he|we) )?(?:start|appoint|became|as senco)"
)
_TOOK_UP = re.compile(r"\b(?:appointed|appt|became|become|took (?:on|over|up)|made senco)\b[\w\s]{0,12}$")
_START = re.compile(
    r"\b(?:appointed|appt|became|become|started|since|took (?:on|over|up)|been (?:the )?senco|in post|start date|made senco|senco (?:from|since)|on|from)\b"
)


def find_specials(reading: Reading) -> Iterator[SlotValue]:
    """Yield facts on mastery, the SENCO role and its start, and the stage of the headship NPQ."""
    yield from _find_mastery(reading)
    yield from _find_senco(reading)
    yield from _find_qts(reading)
    yield from find_npqh_stage(reading)


def _find_qts(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether the person says to have qualified teacher status; "do I need QTS?" says nothing."""
    for pattern, value in ((_NO_QTS, False), (_QTS, True)):
        match = pattern.search(reading.lower)
        if match and not is_hedged(reading.lower, *match.span()) and not _ASKS_QTS.search(reading.lower[: match.end()]):
            yield SlotValue("has_qts", value, *match.span())
            return


def _find_mastery(reading: Reading) -> Iterator[SlotValue]:
    match = _MASTERY.search(reading.lower)
    if match is None:
        return
    if reading.in_question(match.start()) and not _NEVER_DONE.search(reading.lower[: match.start()]):
        return
    span = (match.start(), match.end())
    before = reading.lower[max(0, match.start() - 50) : match.start()]
    if _NEVER.search(before):
        yield SlotValue("maths_mastery_year_completed", False, *span)
    if _SIMILAR.search(reading.lower):
        yield SlotValue("maths_understanding", "taken_a_similar_course", *span)
    elif _ANOTHER_WAY.search(reading.lower) and not _IN_NO_WAY.search(reading.lower):
        yield SlotValue("maths_understanding", "another_way", *span)
    elif _CANNOT_SHOW.search(reading.lower):
        yield SlotValue("maths_understanding", "cannot_show", *span)
    elif not _NEVER.search(before) and _YEAR_DONE.search(reading.lower):
        yield SlotValue("maths_mastery_year_completed", True, *span)


def _find_senco(reading: Reading) -> Iterator[SlotValue]:
    if (match := _NOT_SENCO.search(reading.lower)) and "senco" in reading.lower:
        yield SlotValue("senco_in_role", "no_i_do_not_plan_to_be_a_SENCO", match.start(), match.end())
        return
    for match in _SENCO.finditer(reading.lower):
        before, after = reading.lower[: match.start()], reading.lower[match.end() :]
        denied = is_negated(reading.lower, match.start(), match.end())
        if denied and (plan := _PLAN_AFTER.match(after)) and not _NO_PLAN.search(plan.group()):
            yield SlotValue("senco_in_role", "no_but_i_plan_to_become_one", match.start(), match.end())
            return
        if before.rstrip().endswith(("npq for", "npq")) or denied or _IS_COURSE.match(after):
            continue
        if _SENCO_PLAN.search(before) and not _STARTED_AS.search(before):
            yield SlotValue("senco_in_role", "no_but_i_plan_to_become_one", match.start(), match.end())
            return
        if (_APPOINTED.search(after) or _NOW_AFTER.match(after)) and (
            _SENCO_SOMEBODY.search(before) or not before.strip() or before.endswith(", ")
        ):
            yield SlotValue("senco_in_role", "yes", match.start(), match.end())
            yield from _find_start(reading)
            return
        if _SENCO_NOW.search(before) and not re.match(r"'?s? (?:npq|course|qualification)", after):
            yield SlotValue("senco_in_role", "yes", match.start(), match.end())
            yield from _find_start(reading)
            return
    is_senco = reading.known.get("role") == "senco" or "senco_in_role" in reading.known
    brief = len(reading.lower.split()) < (_FEW_WORDS if is_senco else _FEWER_WORDS)
    if (brief and not (_SENCO.search(reading.lower) or _HEAD.search(reading.lower))) or (
        is_senco and _says_start(reading)
    ):
        yield from _find_start(reading)


def _says_start(reading: Reading) -> bool:
    """Return whether the words just before a date say that somebody took up a post, or that the start known is wrong."""
    before = [reading.lower[: found.start] for found in find_dates(reading.lower, reading.as_of)]
    put_right = "senco_start" in reading.known and any(_PUTS_RIGHT.search(words) for words in before)
    return put_right or any(_TOOK_UP.search(words) for words in before)


def _find_start(reading: Reading) -> Iterator[SlotValue]:
    if match := _LONG_AGO.search(reading.lower):
        # Before the duty began any day does: the rule asks only whether it was before 1 September 2009.
        yield SlotValue("senco_start", f"{min(int(match[1]), _LAST_YEAR_BEFORE)}-01-01", match.start(1), match.end(1))
        return
    for found in find_dates(reading.lower, reading.as_of):
        before, after = reading.lower[: found.start], reading.lower[found.end :]
        known = "senco_start" in reading.known and _PUTS_RIGHT.search(before)
        told = _START.search(before) or _START_AFTER.search(after) or found.start <= 3
        if _NOT_THEN.search(before) or not (known or told):
            continue
        if found.day <= reading.as_of:
            yield SlotValue("senco_start", str(found), found.start, found.end)
            return
