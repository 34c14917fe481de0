"""Read how much of the primary Teaching for Mastery programme somebody has done, and how else they can show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.core.courses import LEADING_PRIMARY_MATHS
from advisor.dialogue.slots.clauses import Clause, clauses_of_person
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.spans import find_spans

DONE, UNDERSTANDING = "maths_mastery_year_completed", "maths_understanding"
_MASTERY = re.compile(r"\b(?:teaching (?:for|4) mastery|tfm|mastery)\b")
_THE_YEAR = re.compile(
    r"\b(?:the|a|that|my|full|one) (?:full )?(?:mastery )?year\b|\bone\b|(?<=years of )(?:it|that|this)\b|\bit\b|\bthat\b|\bthe (?:programme|training)\b"
)
# "We are a mastery school" tells nothing of what the person did.
_OF_THE_SCHOOL = re.compile(
    r"^[ -](?:school|approach at (?:our|my)|scheme|curriculum|books?|lessons?|maths at|style)\b"
)
_NEVER = re.compile(
    r"\b(?:never|not|no|nor|none|zero|nil|nothing|without|minus|0|nowt|neither|havent|hasnt|didnt|dont|cannot|yet to)\b|n't\b"
)
_NONE_AFTER = re.compile(
    r"^[^.;]{0,18}?(?::|-|=|\?|,)?\s*\b(?:no|none|never|zero|nope|nil|not (?:done|yet|started|any))\b|^[\w\s]{0,12}\b(?:has|have|had)? ?passed (?:me|us|her|him) by\b"
)
_PARTLY = re.compile(
    r"\b(?:part ?way|half ?way|mid ?way|midway|not (?:yet )?(?:finished|completed)|(?:just|only|recently) (?:just |only )?(?:started|begun|began|joined|signed)|only since|since (?:september|last month|half term|the summer)|started (?:it |the \w+ |this )*(?:in )?(?:september|sept|this|last month|last week|in october)|"
    r"(?:in|on|doing|finishing|completing|end of|through) (?:my |the |our )?first (?:year|term)|still (?:doing|on|in|completing)|first term|(?:one|a|two|1|2|three|few|couple of) (?:terms?|months|weeks|sessions?|days?|workshops?|webinars?)|a bit|half a year|six months|under a year|less than a year|not (?:quite )?(?:a|the) (?:full|whole) year)\b"
)
_DID = re.compile(
    r"\b(?:done|did|completed?|finished|been|was|were|took part|taken part|had|have|has|got|attended|behind me|under my belt|participat\w+|graduat\w+|passed|with|'ve|i've|ive|specialist|part of|member|trained|years?|yrs?|twice)\b|✔|✓"
)
_SPECIALIST = re.compile(r"\bmastery (?:specialist|lead)\b|\bspecialist\b")
_AHEAD = re.compile(
    r"\b(?:will|going to|starting|about to|next year|plan\w*|hop\w+|want\w*|signed up|would like|due to|from september|begins?|apply\w*)\b"
)
_ASKED = re.compile(
    r"^\W*(?:so |and |but )?(?:do|does|is|are|what|how|which|must|should|will|would|can|could|if|whether|need)\b(?! i've)|\b(?:need|required?|requires|must|have to (?:have|do)|wants|asks for|if i|whether|does (?:it|that) count|do i)\b"
)
_TELLS = re.compile(
    r"(?:^\W*|\b(?:i|i've|i have|ive|we|we've|she|he|she's|he's)\s+)(?:\w+ )?(?:never |not |havent |haven't |didn't )?(?:done|did|completed|had|been|finished|took|never|havent|no)\b|n't (?:done|had|did)"
)
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:but|and|sadly|personally)\W+)*i (?:(?P<no>haven't|havent|have not|never have|didn't|never did|not)|have|did)\b(?! (?:a|an|the|to|no|my|got)\b)[\w\s]{0,16}$"
)
_NOT_A_PERSON = re.compile(
    r"^\W*(?:(?:so|and|but|as)\W+)*(?:my|our|the|this|that) (?:\w+ )?(?:school|department|dept|team|trust|academy|hub|staff|primary)(?:'s| has| have| did| does| is| was| uses?)? "
)
_NOT_ME = re.compile(r"\bnot (?:me|myself|i)\b(?! who)")
_NOT_PRIMARY = re.compile(r"\b(?:secondary|ks3|ks4|gcse|a[- ]level)\b")
_CANNOT = re.compile(
    r"\b(?:cannot|can't|cant|can not|couldn't|couldnt|unable to|not able to|no way (?:of|to)|no (?:real |actual )?(?:means|evidence|proof)|nothing to|don't have (?:any|anything)|not sure how i'd)\b[\w\s,']{0,30}\b(?:show\w*|prov(?:e|ing)|evidenc\w+|demonstrat\w+|another way|other way|any way|knowledge|understanding|know)\b|"
    r"\b(?:or )?(?:anything|nothing) (?:like|similar|comparable|remotely)\b(?=.{0,12}(?:it|that|this|either|$))|\bno (?:mastery )?(?:knowledge|understanding)\b|\bcannot show\b|\b(?:can|could|able to) (?:show|prove|evidence|demonstrate|offer) (?:absolutely )?(?:nothing|nowt|zilch|none)\b|\bnothing (?:\w+ )?to (?:show|prove|offer|evidence)\b|\b(?:can't|cant|cannot|couldn't|could not) (?:show|prove|evidence|demonstrate)\b|\bno (?:proof|evidence)\b|\bdon'?t know any\b|\bno evidence\b"
)
_NO_LIKE = re.compile(
    r"\b(?:nothing|not|no|never|n't|nor|cannot|without)\b[\w\s,']{0,25}\b(?:anything|nothing|something)? ?(?:like it|like that|similar|comparable)\b|\bnothing (?:like|similar)\b"
)
_COURSE = r"(?:course|programme|program|training|module|qualification|cpd|project|certificate|diploma|pgcert|pgdip|msc|masters?|workshops?|specialism|scheme)"
_SIMILAR = re.compile(
    rf"\b(?:similar|equivalent|comparable|like it|like that|alike|akin|same sort of|another|other|different)\b[\w\s-]{{0,22}}\b{_COURSE}\b|\b{_COURSE}\b[\w\s,]{{0,20}}\b(?:similar|like it|like that|equivalent|alike|along the same lines|much the same|comparable)\b|"
    rf"\binstead\b[\w\s]{{0,20}}\b{_COURSE}\b|\b{_COURSE}\b[\w\s]{{0,25}}\binstead\b|\bsimilar (?:one|thing)\b|\bsomething (?:very |quite |pretty )?(?:similar|like it|like that|equivalent|comparable)\b"
)
_ANOTHER_WAY = re.compile(
    r"\b(?:another|other|different|some other|alternative|my own) ways?\b|\b(?:can|could|i'd|able to|happy to|would)\b[\w\s',]{0,20}\b(?:show|prove|evidence|demonstrate)\b|\b(?:evidence|proof|portfolio) (?:of|that|from|to)\b|\bin other ways\b|\bother (?:evidence|proof)\b"
)


def find_mastery(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether a year of Teaching for Mastery was done, and where not, how the approach can be shown."""
    known = LEADING_PRIMARY_MATHS in reading.known_courses and DONE in reading.known
    if not (_MASTERY.search(reading.lower) or known or reading.asked in (DONE, UNDERSTANDING)):
        return
    clauses = [c for c in clauses_of_person(reading) if not c.supposes or reading.supposes]
    done = next((slot for slot in (_done(reading, clauses, c) for c in clauses) if slot is not None), None)
    if done is not None:
        yield done
    if done is None and (match := _NOT_ME.search(reading.lower)):
        done = SlotValue(DONE, False, *match.span())
        yield done
    held = done.value if done is not None else reading.known.get(DONE)
    if held is not True:
        yield from _understanding(clauses, denied=held is False or reading.asked == UNDERSTANDING)


def _done(reading: Reading, clauses: Sequence[Clause], clause: Clause) -> SlotValue | None:
    match = _MASTERY.search(clause.text)
    told_before = reading.asked == DONE or any(_MASTERY.search(c.text) for c in clauses if c.start < clause.start)
    if match is None and told_before:
        match = _THE_YEAR.search(clause.text)
    if match is None and (match := _ELLIPTIC.match(clause.text)) and _MASTERY.search(reading.lower[: clause.start]):
        return SlotValue(DONE, match["no"] is None, *_place(clause, match))
    if match is None:
        return None
    before, after = clause.text[: match.start()], clause.text[match.end() :]
    told = _TELLS.search(clause.text)
    if (
        clause.asks
        and not clause.supposes
        and (_ASKED.search(clause.text) or not told)
        and not (told and _NEVER.search(before))
    ):
        return None
    if match.group() in ("it", "that", "one") and not re.search(r"\b(?:do|did|done|had|doing)\b[\w\s']{0,12}$", before):
        return None
    if (match.group().startswith("mastery") and _OF_THE_SCHOOL.match(after)) or _is_ahead(before, after):
        return SlotValue(DONE, False, *_place(clause, match)) if _ahead_told(before, after) else None
    if _NOT_A_PERSON.match(before):
        return None  # "my school did it": the person may not have
    value = _value(reading, clause, before, after)
    if value and _SIMILAR.search(clause.text):
        return None  # "a course similar to mastery" is another one
    return None if value is None else SlotValue(DONE, value, *_place(clause, match))


def _place(clause: Clause, match: re.Match[str]) -> tuple[int, int]:
    return clause.start + match.start(), clause.start + match.end()


def _is_ahead(before: str, after: str) -> bool:
    return bool(
        _AHEAD.search(before[-40:]) or re.search(r"\b(?:next year|will start|begins)\b", after)
    ) and not _NEVER.search(before)


def _ahead_told(before: str, after: str) -> bool:
    return bool(
        re.search(
            r"\b(?:starting|about to|going to start|will start|signed up|due to start|begin\w*)\b", before + after
        )
    )


def _value(reading: Reading, clause: Clause, before: str, after: str) -> bool | None:
    if _NEVER.search(before) and not re.search(r"\bnot only\b|\bno npqs?\b(?! )", before):
        return False
    if _NONE_AFTER.match(after):
        return False
    if _NOT_PRIMARY.search(clause.text):
        return None
    if _PARTLY.search(clause.text) and not _a_year_or_more(reading, clause):
        return False
    if _SPECIALIST.search(clause.text) or _DID.search(before) or _DID.search(after):
        return True
    return None


def _a_year_or_more(reading: Reading, clause: Clause) -> bool:
    return any(span.is_length and span.least >= 12 for span in find_spans(clause.text, reading.as_of))


def _understanding(clauses: Sequence[Clause], *, denied: bool) -> Iterator[SlotValue]:
    for clause in clauses:
        if match := _CANNOT.search(clause.text) or _NO_LIKE.search(clause.text):
            yield SlotValue(UNDERSTANDING, "cannot_show", *_place(clause, match))
            return
    for value, pattern in (("taken_a_similar_course", _SIMILAR), ("another_way", _ANOTHER_WAY)):
        for clause in clauses:
            match = pattern.search(clause.text)
            asks = clause.asks and not clause.supposes and _ASKED.match(clause.text)
            if match and not asks and (denied or _MASTERY.search(clause.text)):
                yield SlotValue(UNDERSTANDING, value, *_place(clause, match))
                return
