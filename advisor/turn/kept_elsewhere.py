"""Answer what is kept elsewhere or by nobody: places left, why a provider said no, its own dates, who passed at a school.

Such a question shares its words with what we do know (funding, places, dates, results), and a general answer to it is
none. Said first is that we do not hold it, then who does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.answering.said import Part
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import standing

_RECORD = "policy-standing-record.1"
_WHO_ELSE = "policy-standing-record.2"
_PLACES = r"(?:places?|spaces?|spots?|seats?)"
_STAFF = r"(?:people|persons?|teachers?|staff|colleagues?|leaders?|sencos?|deput(?:y|ies)|heads?|tas?|of us|candidates|participants)"
_OUR_PLACE = (
    r"(?:our|my|this|the|your) (?:\w+ ){0,2}?(?:trust|mat|school|academy|college|nursery|federation|cluster|hub|cohort)"
)
_TOOK = r"(?:pass\w*|fail\w*|complet\w*|finish\w*|got|had|has|have|did|done|do|doing|took|taken|tak(?:e|ing)|start\w*|register\w*|appl\w+|enrol\w*|drop\w*|withdr\w*|on)"
_PROVIDER = r"(?:they|he|she|it|provider|hub|ambition|bpn|best practice(?: network)?|teach first|niot|national institute(?: of teaching)?|ucl|llse|church of england|cofe|c of e|partner|tsh)"
_SESSION = r"(?:session|webinar|seminar|clinic|conference|training day|face[- ]to[- ]face|workshop|tutorial|coaching call|twilight|module \d+)s?"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept elsewhere: the words that ask for it, those that ask something else, and the statements said of it."""

    asked: re.Pattern[str]
    statements: tuple[str, ...]
    but_not: re.Pattern[str] | None = None
    intent: str = "contact"
    kind: str = "handoff"


_PLACES_LEFT = re.compile(
    rf"\bhow many\b[^.?!]{{0,40}}\b{_PLACES}\b[^.?!]{{0,60}}\b(?:left|remain\w*|still|unfilled|free|spare|going|available)\b|"
    rf"\bhow many\b[^.?!]{{0,15}}\b(?:left|remaining|spare|unfilled)\b[^.?!]{{0,20}}\b{_PLACES}\b|"
    rf"\bhow (?:full|oversubscribed|long is the (?:waiting|reserve) list)\b|\b(?:number of|many) {_PLACES} (?:left|remaining)\b|"
    rf"\bhow many\b[^.?!]{{0,30}}\b{_PLACES}\b[^.?!]{{0,20}}\b(?:has|have|does|did) {_PROVIDER}\b|"
    rf"\b(?:has|have|does|do|is|are) {_PROVIDER}\b[^.?!]{{0,25}}\bany\b[^.?!]{{0,25}}\b{_PLACES} (?:left|remaining|free|spare)\b"
)
_PLACES_IN_ALL = re.compile(
    rf"\bhow many\b[^.?!]{{0,30}}\b(?:funded|dfe|scholarship|npqs?|free|paid)\b[^.?!]{{0,20}}\b{_PLACES}\b|\b(?:number|total|cap|quota)\b[^.?!]{{0,20}}\b(?:of|on)\b[^.?!]{{0,20}}\b(?:funded|scholarship|npq) {_PLACES}\b|"
    r"\bhow many (?:scholarships|funded (?:npqs|teachers|people))\b"
)
_PER_SCHOOL = re.compile(
    r"\b(?:per|each|every|one|our|my|a single|any one|the same) (?:school|trust|setting|nursery|college|academy|person|staff|teachers?)\b|"
    r"\b(?:can|could|may|are|is) (?:we|i|our|my|a|one|she|he)\b|\bmax(?:imum)?\b|\blimit\b|\bwe (?:have|get|send|put)\b|\b20(?:2[0-5]|1\d)\b|\blast (?:year|autumn)\b"
)
"""Asks for a limit or for a past intake, of which something is known."""
_TURNED_DOWN = re.compile(
    rf"\b(?:why|what (?:was|is) the reason|how come|on what grounds)\b[^.?!]{{0,25}}\b{_PROVIDER}\b[^.?!]{{0,20}}\b(?:turn\w*|reject\w*|refus\w*|say no|said no|not (?:accept|take|offer|want|give)|n[’']?t (?:accept|take|offer|want|give|let))\b|"
    r"\bwhy (?:was|wasn[’']?t|were|weren[’']?t|did|didn[’']?t|am|aren[’']?t|is|isn[’']?t|have|haven[’']?t) (?:i|she|he|we|they|my \w+)\b[^.?!]{0,20}\b(?:turned (?:down|away)|rejected|unsuccessful|get (?:a place|in|on|picked|chosen|selected)|accepted|picked|chosen|selected|offered)\b|"
    rf"\bwhat (?:did|have|has) {_PROVIDER}\b[^.?!]{{0,15}}\b(?:mark\w* (?:me|her|him|us|it) down|not like|hold against|have against|think was wrong|reject)\b|"
    r"\b(?:mark|marked|marking|score|scored) (?:me|her|him|us) down\b|\b(?:what|where) (?:did|have) i (?:do|done|go|gone|went) wrong (?:on|in|with) (?:my|the) (?:form|application|statement|interview)\b|"
    r"\bwhat was wrong with (?:my|her|his|our) (?:form|application|statement|interview)\b|\bfeedback on (?:my|her|his) (?:application|interview)\b"
)
_BY_DFE = re.compile(
    r"\b(?:dfe|department|the (?:service|form|website|system))\b|\b(?:fund\w*|eligib\w*|scholarship)\b"
)
"""Whom DfE's rules turned down is told by the rules."""
_TOLD_BY_DFE = re.compile(r"\b(?:not eligible|ineligible|not funded|unfunded)\b")
_HOW_MANY_OF_OURS = re.compile(
    rf"\b(?:how many|which|what (?:share|percentage|proportion|number))\b[^.?!]{{0,12}}\b{_STAFF}\b[^.?!]{{0,25}}\b(?:from|at|in|of|across) {_OUR_PLACE}\b[^.?!]{{0,30}}\b{_TOOK}\b|"
    rf"\bhow many\b[^.?!]{{0,10}}\b(?:of )?(?:our|my) (?:\w+ )?{_STAFF}\b[^.?!]{{0,20}}\b(?:have|has|had|did|are|were|pass\w*|fail\w*|complet\w*|took|start\w*|got)\b|"
    rf"\b(?:our|my) (?:trust|school|mat|academy|hub)(?:['’]?s)? (?:npq )?(?:pass|completion|success|drop ?out) rates?\b|\b(?:pass|completion|drop ?out) rates? (?:for|at|in|of) (?:our|my) (?:trust|school|mat|academy)\b"
)
_MAY_OF_OURS = re.compile(
    r"\b(?:can|could|may|might|should|would|will|allowed|eligible|funded|qualify|cover|at once|at the same time|limit)\b"
)
_WHO_PAID_ONCE = re.compile(
    r"\b(?:can[’']?t|cannot|don[’']?t|do not|no longer|never|not|no(?= idea)|un)\b[^.?!]{0,12}(?:remember|recall|know|sure|certain|idea)\b[^.?!]{0,30}\b(?:who (?:paid|funded)|if (?:the )?(?:dfe|department|school|it|mine)|whether (?:the )?(?:dfe|department|school|it|mine)|when i (?:did|finish|pass)|what (?:year|date)|which (?:provider|year))\b|"
    r"\b(?:forgot(?:ten)?|lost track of)\b[^.?!]{0,15}\b(?:who (?:paid|funded)|if (?:dfe|school|it|the)|whether|when i|which)\b"
)
_LOOK_IT_UP = re.compile(
    r"\b(?:can|could|would|will|please|pls|are you able to|any way (?:you|to))\b[^.?!]{0,20}\b(?:look (?:it|that|this|me|her|him|mine|my (?!school|nursery|college|academy|setting|trust|workplace)\w+)? ?up\b(?! (?:(?:my|our|the|a|this) )?(?:school|nursery|college|academy|setting|trust|urn|list))|check (?:it |that |this )?(?:for me|on (?:your|the) (?:system|records?|database))|find (?:it )?out for me|see (?:it )?on (?:your|the) (?:system|records?))\b"
)
_SESSION_MOVED = re.compile(
    rf"\b{_SESSION}\b[^.?!]{{0,30}}\b(?:cancel\w*|postpone\w*|moved|reschedul\w*|rearrang\w*|called off|put back|pulled)\b|\b(?:cancel\w*|postpone\w*|reschedul\w*|rearrang\w*|missed)\b[^.?!]{{0,20}}\b(?:our|my|the|her|his|last|next|this|\w+day(?:['’]?s)?) (?:\w+ ){{0,2}}?{_SESSION}\b"
)
_WHEN_IS_IT = re.compile(
    r"\b(?:when(?:'?s| is| are| will| do| does)?|what(?:'?s| is)?|which|any)\b[^.?!]{0,25}\b(?:new|next|other|replacement|rearranged|catch[- ]?up)?\s*(?:date|day|time|one|it (?:on|be)|session|slot)\b|\bwhen\b[^.?!]{0,25}\b(?:is|will) it\b"
)
_OWN_TIMETABLE = re.compile(
    rf"\b(?:when(?:'?s| is| are)?|what (?:date|day|time)(?:'?s| is| are)?)\b[^.?!]{{0,15}}\b(?:my|our|her|his|the|this) (?:next |last |first |final |\w+day(?:['’]s)? |second |third )?(?:npq\w* )?{_SESSION}\b|"
    rf"\bwhen(?:'?s| is| are)\b[^.?!]{{0,10}}\b{_SESSION} (?:\d+|one|two|three|four|five|six)\b"
)

KEPT: tuple[Kept, ...] = (
    Kept(_PLACES_LEFT, ("faq-caps.2", "faq-caps.7", "faq-caps.6"), _PER_SCHOOL, "funding"),
    Kept(_PLACES_IN_ALL, ("faq-caps.1", "faq-caps.2", "faq-caps.3"), _PER_SCHOOL, "funding", "answer"),
    Kept(_TURNED_DOWN, (_RECORD, "faq-rejected.5"), _BY_DFE, "registering"),
    Kept(_HOW_MANY_OF_OURS, (_RECORD, _WHO_ELSE), _MAY_OF_OURS),
    Kept(_OWN_TIMETABLE, ("faq-course-materials.1", "faq-course-materials.4"), None, "dates"),
)
"""What one question asks for by its own words."""


def of_what_is_kept_elsewhere(wanted: Wanted) -> Answered | None:
    """Return that we do not hold what is asked for and who does, None where the words ask for something else."""
    ask = wanted.ask
    own = (ask.own or ask.text).lower()
    said = (ask.whole or ask.around or own).lower()
    for kept in KEPT:
        # What the message tells beside its question, such as what DfE's result was, is of the matter only in part.
        if kept.asked.search(own) and not (kept.but_not is not None and kept.but_not.search(own)):
            return None if kept.asked is _TURNED_DOWN and _TOLD_BY_DFE.search(said) else _say(kept, wanted)
    if ask.is_question and _SESSION_MOVED.search(said) and _WHEN_IS_IT.search(own):
        return _say(KEPT[-1], wanted)
    looks_up = _LOOK_IT_UP.search(own) or (_WHO_PAID_ONCE.search(own) and _LOOK_IT_UP.search(said))
    if looks_up and _WHO_PAID_ONCE.search(said):
        return _say(Kept(_LOOK_IT_UP, (_RECORD, _WHO_ELSE)), wanted)
    return None


def _say(kept: Kept, wanted: Wanted) -> Answered:
    said = standing(wanted.turn.needs.base, kept.statements)
    entry = kept.statements[0].rpartition(".")[0]
    courses = wanted.ask.courses or wanted.turn.state.courses[:1]
    return Answered(Part(kept.kind, said, None, kept.statements, courses, entry), intents=(kept.intent,))
