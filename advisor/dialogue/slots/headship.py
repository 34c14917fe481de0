"""Read whether somebody is a headteacher now, and for how long they have been one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.core.courses import EARLY_HEADSHIP_COACHING
from advisor.dialogue.slots.clauses import Clause, clauses_of_person, without_names
from advisor.dialogue.slots.head_post import HEAD, HEAD_SUBJECTS, Claim, claims_of
from advisor.dialogue.slots.headship_years import find_years
from advisor.dialogue.slots.slot import Reading, SlotValue

_SUCCEEDS = re.compile(
    r"\bi(?:'m|'ll| am| will|m)(?: be)? (?:taking (?:it )?over|take (?:it )?over|step(?:ping)? (?:up|into)|replacing|succeeding|taking (?:her|his|their) (?:place|post|job)|the next one)\b"
)
_STARTS_LATER = re.compile(
    r"^\W*(?:but |and |only )?(?:it|that|which|the (?:job|post|role))(?:'s)? (?:only |just )?(?:(?:starts|begins|commences) (?:in|on|from|after|at|next|this coming) |(?:isn't|is not|doesn't start|does not start|won't start|not) (?:until|till|before) )(?:the )?(?:new year|start of|next|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|easter|christmas|spring|summer|autumn|half term|term|september)\b(?!,? the (?:npq|course))"
)
"""In the present tense with no year a start lies ahead: "but that starts in April"."""
_GOT_ONE = re.compile(r"\b(?:got|landed|secured|been (?:offered|given)|won|have|i've|accepted)\b[^.?!]{0,25}\bhead")
_POST_HELD = re.compile(r"\bsince\b|\b(?:am|i'm|im)\b[^.?!]{0,15}\bhead|·")
_FACT = "is_headteacher"
_BELOW = frozenset({"deputy_head", "assistant_head"})
_SUPPORT_FOR_NEW = re.compile(
    r"\b(?:did|had|got|completed|finished) (?:the )?(?:aso|ehco|early headship coaching|additional support offer)\b"
)
_DEPUTIES = re.compile(
    r"\b(?:we're|we are|are) (?:both |all |co-)?(?:deputies|assistant heads|deputy heads|ahts|dhts)\b"
)
_LOWER = r"(?:dep(?:uty)?(?: (?:head ?(?:teacher)?|principal))?|dht|dh|aht|(?:assistant|asst\.?|associate|vice) (?:head ?(?:teacher)?|principal)|vice[- ]principal|vp)\b"
_LOWER_NOW = re.compile(
    rf"\b(?:now(?: an?)?|(?:i'm|i am|am|gone|went|going|came|come|moved|stepped)? ?back(?: (?:to|as|in|into|down|being))+|return(?:ed|ing)? (?:to|as)|revert(?:ed|ing)? to|resumed|substantive(?:ly)?|remain|still)\s+(?:(?:an?|the|my|to|as|being|post|role|job|of|substantive|old|usual|normal|only|just) )*{_LOWER}"
    r"(?! (?:to|until|till)\b)|"
    rf"(?<!no )(?<!any )(?<!without a )(?<!without an )(?<!my )(?<!our )(?<!the )(?<!your )(?<!new )\b{_LOWER} (?:again|these days|nowadays|(?:just |right |for )?now|at the moment|at present|currently|once more)\b(?! (?:acting|and))"
)
"""A lower post held now, whatever was held in between: "back to being DHT", "now a deputy"."""
_SUBSTANTIVE = re.compile(
    r"\b(?:i'm|im|i am|am|she's|he's|now|made|became|confirmed|went|been)(?: now| then| made| confirmed)*(?: the| as)? (?:substantive|permanent)(?:ly)?\b(?! (?:deputy|assistant|vice|dht|aht|teacher|senco))"
)
"""After an acting headship: "and I'm substantive since September"."""
_LOWER_INITIALS = re.compile(
    r"^\W*(?:(?:hi|hello|hiya|so|i'm|im|i am|am|an?|as)\W+)*(?:dh|dht|aht|vp|asst head|dep head)\b"
)
_NOT_ONE = re.compile(r"\bnot (?:yet )?one(?: yet| myself)?\b(?! of)")
_TOOK_OVER = re.compile(
    r"\b(?:i|i've|i have)(?: only| just| recently)* (?:took|taken) over(?= (?:in|last|this|at|since|on|after|here|from)\b|\W*$|\s*[,.;])"
)
_POSTS_OF_HEADS = frozenset({"headteacher", "new_headteacher", "head_of_school", "aspiring_head", "nursery_manager"})
_OF_HEADS = re.compile(
    r"\bheads? of (?:nurser|school|pru|academ|special|maintained|primar|infant|junior)|\b(?:new |newer )?heads\b"
)
_WITHIN_THEM = re.compile(
    r"\b(?:i'm|i am|im|she's|he's|she is|he is)(?: still| only| just| well)* (?:with)?in(?:side)? (?:the|my|her|his) (?:first )?(?:five|5)[ -]y"
)


def find_headship(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether the person is a headteacher, whether in the first five years, and since when."""
    told = clauses_of_person(reading)
    courses = [(m.start, m.end) for m in reading.of_kind("course")]
    clauses = [without_names(clause, iter(courses)) for clause in told]
    by_clause = {clause.start: tuple(claims_of(reading, clause)) for clause in clauses}
    claims = [_to_come(claim, clauses) for each in by_clause.values() for claim in each]
    held = _held(reading, claims, clauses)
    if held is not None:
        yield held
        if held.value is False:
            return
    is_head = not held.hedged if held is not None else reading.known.get("is_headteacher") is True
    yield from find_years(reading, clauses, by_clause, is_head=is_head)


def _to_come(claim: Claim, clauses: Sequence[Clause]) -> Claim:
    """Return the claim as one of a post to come, where the next words say so: "I've got my first headship but it starts in April"."""
    here = next((c for c in clauses if c.start <= claim.start < c.end), None)
    following = next((clause for clause in clauses if clause.start > claim.end), None)
    if not claim.held or here is None or following is None or not _STARTS_LATER.match(following.text):
        return claim
    if _POST_HELD.search(here.text) or not _GOT_ONE.search(here.text):
        return claim  # "I'm a head since 2025, but it starts in spring": what starts is something else
    return replace(claim, held=False)


def _held(reading: Reading, claims: Sequence[Claim], clauses: Sequence[Clause]) -> SlotValue | None:
    """Return whether the headship is held now: said so, denied, another post told, or over."""
    told = [claim for claim in claims if claim.held is not None]
    if (now := next(_matches([c for c in clauses if not c.asks], _LOWER_NOW, False), None)) is not None:
        again = [claim for claim in told if claim.held and not claim.hedged and claim.start > now[2]]
        return SlotValue(_FACT, True, again[-1].start, again[-1].end) if again else SlotValue(_FACT, *now)
    if certain := [claim for claim in told if not claim.hedged]:
        # "I'm the headteacher now, no longer head of school": what somebody is counts before what they are not.
        best = next((claim for claim in reversed(certain) if claim.held), certain[-1])
        return SlotValue(_FACT, best.held, best.start, best.end)
    if told:
        return SlotValue(_FACT, True, told[-1].start, told[-1].end, hedged=True)
    if (found := next(_in_other_words(reading, clauses), None)) is not None:
        return SlotValue(_FACT, *found)
    if (now := next(_matches([c for c in clauses if not c.asks], _SUBSTANTIVE, True), None)) and any(
        claim.ended for claim in claims
    ):
        return SlotValue(_FACT, *now)
    if over := [claim for claim in claims if claim.ended]:
        return SlotValue(_FACT, False, over[-1].start, over[-1].end)
    if reading.subject in HEAD_SUBJECTS and _FACT not in reading.known:
        return SlotValue(_FACT, True, 0, min(len(reading.lower), 1))
    return None


def _in_other_words(reading: Reading, clauses: Sequence[Clause]) -> Iterator[tuple[bool, int, int]]:
    """Yield whether somebody is a head where no mention of headship tells: "not one yet", "I'm a deputy"."""
    for pattern, value, counts in (
        (_NOT_ONE, False, HEAD.search(reading.lower)),
        (_DEPUTIES, False, True),
        (_LOWER_INITIALS, False, True),
    ):
        yield from _matches(clauses, pattern, value) if counts else ()
    for mention in reading.of_kind("role"):
        if mention.value in _BELOW and any(c.start <= mention.start < c.end for c in clauses):
            yield False, mention.start, mention.end
    if any(mention.value == EARLY_HEADSHIP_COACHING for mention in reading.of_kind("course")):
        telling = [clause for clause in clauses if not clause.asks]
        yield from _matches(telling, _SUPPORT_FOR_NEW, True)
        yield from _matches(telling, _WITHIN_THEM, True)
    if HEAD.search(reading.lower):
        yield from _matches(clauses, _SUCCEEDS, False)
    of_heads = _OF_HEADS.search(reading.lower) or HEAD.search(reading.lower)
    courses = {*reading.known_courses, *(mention.value for mention in reading.of_kind("course"))}
    posts = {mention.value for mention in reading.of_kind("role")}
    if posts <= _POSTS_OF_HEADS and (of_heads or EARLY_HEADSHIP_COACHING in courses):
        yield from _matches([clause for clause in clauses if not clause.asks], _TOOK_OVER, True)


def _matches(clauses: Sequence[Clause], pattern: re.Pattern[str], value: bool) -> Iterator[tuple[bool, int, int]]:
    for clause in clauses:
        if match := pattern.search(clause.text):
            yield value, clause.start + match.start(), clause.start + match.end()
