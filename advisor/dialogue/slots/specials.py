"""Read the facts that single courses ask for: SENCO role and start, mastery evidence, headship NPQ stage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from advisor.dialogue.slots.polarity import is_negated
from advisor.dialogue.slots.slot import Reading, SlotValue

_MASTERY = re.compile(
    r"\b(?:teaching for mastery|mastery (?:programme|training|knowledge|specialist|approach\w*)|mastery)\b"
)
_NEVER = re.compile(r"\b(?:never|not|no|haven't|havent|hasn't|hasnt|cannot|can't|don't|dont|without|none)\b")
_YEAR_DONE = re.compile(r"\b(?:year|years|completed|finished|done|took part|taken part|been (?:on|in|doing))\b")
_CANNOT_SHOW = re.compile(
    r"\b(?:cannot|can't|can not|couldn't|nothing (?:like|similar)|or anything like|no mastery|don't know any)\b"
)
_SIMILAR = re.compile(r"\bsimilar (?:course|programme|training)\b")

_SENCO = re.compile(r"\b(?:sen(?:d)?co|sen co-?ordinator|special educational needs co-?ordinator)\b")
_SENCO_NOW = re.compile(
    r"\b(?:i'm|im|i am|as|she's|she is|he is|been|became|appointed|started (?:as|being)|working as|acting|am the|made)\b[\w\s,]{0,20}$"
)
_SENCO_SOMEBODY = re.compile(r"\b(?:an?|our|my|the|new|is|as)\s+$")
_APPOINTED = re.compile(r"^[\w\s,'-]{0,45}?\b(?:appointed|appt|started|since|took over|in post|began)\b")
_SENCO_PLAN = re.compile(
    r"\b(?:want|hope|hoping|plan\w*|asked|going to|about to|taking (?:on|over)|take on|become|becoming|aspiring|will be|future|apply\w*|interested|next)\b[\w\s,]{0,30}$"
)
_PUTS_RIGHT = re.compile(r"\b(?:it was|that was|i meant|meant|sorry|actually|should be|correction|no|wrong)\b")
_NOT_THEN = re.compile(r"\bnot (?:in |since |from |on )?$")
_FEW_WORDS, _FEWER_WORDS = 15, 9
_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_DATE = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s+"
    r"((?:20|')?\d\d|(?:twenty[ -]){1,2}(?:one|two|three|four|five|six|seven|eight|nine))\b|\b(20\d\d)-(\d\d)-(\d\d)\b"
)
_SPELLED = {
    word: number for number, word in enumerate("one two three four five six seven eight nine".split(), start=2021)
}
_LAST_YEAR_BEFORE = 2008
_LONG_AGO = re.compile(r"\b(?:since|from|before|in)\s+(?:before\s+)?(19\d\d|200[0-8]|(?<=before )2009)\b")
_START_AFTER = re.compile(
    r"^\W*(?:not (?:\w+ )?\d+\W+)?(?:is when |when )?(?:(?:i|she|he|we) )?(?:start|appoint|became|as senco)"
)
_TOOK_UP = re.compile(r"\b(?:appointed|appt|became|become|took (?:on|over|up)|made senco)\b[\w\s]{0,12}$")
_START = re.compile(
    r"\b(?:appointed|appt|became|become|started|since|took (?:on|over|up)|been (?:the )?senco|in post|made senco|senco (?:from|since)|on|from)\b"
)

_NPQH = r"(?:npqh|npq (?:for |in )?headship|headship npq)"
_OF_ANOTHER = re.compile(r"\bmy (?!school|head's)\w+ (?:is |was |who |has )*$")
"""Said of a friend or a colleague in passing: "my friend on NPQH says"."""
_LEFT_IT = re.compile(r"\b(?:withdr\w+|dropped out|pulled out|failed|never finished)\b")
_STAGE = (
    (
        "completed_npqh",
        re.compile(
            rf"\b(?:passed|completed|finished|have|has|hold|done|did|got|achieved)\b[\w\s]{{0,15}}\b{_NPQH}|\b{_NPQH}\b[\w\s]{{0,10}}\b(?:passed|completed|in (?:19|20)\d\d)"
        ),
    ),
    (
        "studying_npqh",
        re.compile(
            rf"\b(?:doing|studying|on|halfway|part way|currently|taking|started|undertaking)\b[\w\s]{{0,18}}\b{_NPQH}"
        ),
    ),
    ("will_start_npqh", re.compile(rf"\b(?:about to|will|going to|starting|due to)\b[\w\s]{{0,18}}\b{_NPQH}")),
    (
        "none",
        re.compile(
            rf"\b(?:never|not (?:done|doing|taken|started|got|had)|haven'?t|hasn'?t|have not|has not|no plans?)\b[\w\s]{{0,25}}\b{_NPQH}"
        ),
    ),
)


def find_specials(reading: Reading) -> Iterator[SlotValue]:
    """Yield facts on mastery, the SENCO role and its start, and the stage of the headship NPQ."""
    yield from _find_mastery(reading)
    yield from _find_senco(reading)
    for stage, pattern in reversed(_STAGE):
        match = pattern.search(reading.lower)
        told = match and not reading.in_question(match.start()) and not _LEFT_IT.search(reading.lower)
        if match and told and not _OF_ANOTHER.search(reading.lower[: match.start()]):
            yield SlotValue("npqh_stage", stage, match.start(), match.end())
            return


def _find_mastery(reading: Reading) -> Iterator[SlotValue]:
    match = _MASTERY.search(reading.lower)
    if match is None or reading.in_question(match.start()):
        return
    span = (match.start(), match.end())
    before = reading.lower[max(0, match.start() - 50) : match.start()]
    if _NEVER.search(before):
        yield SlotValue("maths_mastery_year_completed", False, *span)
        if _CANNOT_SHOW.search(reading.lower):
            yield SlotValue("maths_understanding", "cannot_show", *span)
    elif _SIMILAR.search(reading.lower):
        yield SlotValue("maths_understanding", "taken_a_similar_course", *span)
    elif _YEAR_DONE.search(reading.lower):
        yield SlotValue("maths_mastery_year_completed", True, *span)


def _find_senco(reading: Reading) -> Iterator[SlotValue]:
    for match in _SENCO.finditer(reading.lower):
        before = reading.lower[: match.start()]
        if before.rstrip().endswith(("npq for", "npq")) or is_negated(reading.lower, match.start(), match.end()):
            continue
        if _SENCO_PLAN.search(before):
            yield SlotValue("senco_in_role", "no_but_i_plan_to_become_one", match.start(), match.end())
            return
        if _APPOINTED.search(reading.lower[match.end() :]) and (_SENCO_SOMEBODY.search(before) or not before.strip()):
            yield SlotValue("senco_in_role", "yes", match.start(), match.end())
            yield from _find_start(reading)
            return
        if _SENCO_NOW.search(before) and not re.match(
            r"'?s? (?:npq|course|qualification)", reading.lower[match.end() :]
        ):
            yield SlotValue("senco_in_role", "yes", match.start(), match.end())
            yield from _find_start(reading)
            return
    is_senco = reading.known.get("role") == "senco" or "senco_in_role" in reading.known
    brief = len(reading.lower.split()) < (_FEW_WORDS if is_senco else _FEWER_WORDS)
    if (brief and _SENCO.search(reading.lower) is None) or (is_senco and _says_start(reading)):
        yield from _find_start(reading)


def _says_start(reading: Reading) -> bool:
    """Return whether the words just before a date say that somebody took up a post, or that the start known is wrong."""
    before = [reading.lower[: match.start()] for match in _DATE.finditer(reading.lower)]
    put_right = "senco_start" in reading.known and any(_PUTS_RIGHT.search(words) for words in before)
    return put_right or any(_TOOK_UP.search(words) for words in before)


def _find_start(reading: Reading) -> Iterator[SlotValue]:
    if match := _LONG_AGO.search(reading.lower):
        # Before the duty began any day does: the rule asks only whether it was before 1 September 2009.
        yield SlotValue("senco_start", f"{min(int(match[1]), _LAST_YEAR_BEFORE)}-01-01", match.start(1), match.end(1))
        return
    for match in _DATE.finditer(reading.lower):
        before, after = reading.lower[: match.start()], reading.lower[match.end() :]
        known = "senco_start" in reading.known and _PUTS_RIGHT.search(before)
        told = _START.search(before) or _START_AFTER.search(after) or match.start() <= 3
        if _NOT_THEN.search(before) or not (known or told):
            continue
        day = _read_date(match)
        if day is not None and day <= reading.as_of:
            yield SlotValue("senco_start", day.isoformat(), match.start(), match.end())
            return


def _read_date(match: re.Match[str]) -> date | None:
    try:
        if match.group(4):
            return date(int(match.group(4)), int(match.group(5)), int(match.group(6)))
        spelled = _SPELLED.get(re.split(r"[ -]", match.group(3))[-1])
        year = spelled or int(match.group(3).lstrip("'")) % 100 + 2000
        # No day given: the first of the month is the earliest the clock can have started.
        return date(year, _MONTHS[match.group(2)[:3]], int(match.group(1) or 1))
    except ValueError:
        return None
