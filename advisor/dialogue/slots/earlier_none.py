"""Read that somebody has had no NPQ before: "never done one", "npqs: none", "this would be my first"."""

from __future__ import annotations

import re

from advisor.dialogue.slots.earlier_clauses import OWN, Clause
from advisor.dialogue.slots.earlier_episode import Told
from advisor.dialogue.slots.earlier_words import Cue
from advisor.dialogue.slots.slot import Reading

_OTHERS = re.compile(r"\b(?:other|others|further|more|another|else|since|only that|just that|that one|this one)\b")
_NOT_THAT = re.compile(
    r"\b(?:teaching for mastery|mastery|taught|heard|been (?:a|an|to|one|senco|head)|submit\w*|idea|clue|problem|one (?:told|said|knows|will|ever told|has told|can)|"
    r"against|npq (?:provider|place|mentions?|covers?|suits?|fits?|appeals?|exists?|near|is|are|was|will|can|that)|npqs (?:fit|suit|seem|look|cover|appeal|are|is|that|on offer)|"
    r"list|lists|pp50|rise|qts|trn|reply|answer|certificate|charge|fee|cost|worries|rush|matter|longer|money (?:in|from)|school funding|state funding)\b"
)
_THERE_IS = re.compile(r"\b(?:there'?s|there is|there are|is there|are there) $")
_ANSWERS = re.compile(r"\W*(?:no|nope|nah)\W+(?=\w)")
_NEVER = re.compile(r"never|haven|hasn|have not|has not|not (?:done|had|taken|been)")
_WEAK = (
    "no",
    "not",
    "first",
    "without",
    "nothing",
    "first time",
    "nor",
    "neither",
    "new to",
    "not one",
    "havent",
    "hasnt",
    "none",
    "have no",
    "has no",
)
"""Too little to deny an NPQ by themselves where what they deny is only "it" or "one"."""
_VAGUE = ("it", "one", "any", "it before", "since", "before", "previously", "previous", "prior")
_OF_ANOTHER_COURSE = ("maths_mastery_year_completed", "maths_understanding", "npqh_stage")
"""Asked of these, "never been near it" is of mastery, or of the NPQH."""
_ANY_KIND = re.compile(r"\bnpqs?\b|\bfund|\bscholarship|\bany\b|\bnone\b|\bnothing\b")
_ANY_NPQ = re.compile(r"\bnpqs?\b")
_NEAR = 40
_GAP = 3


def find_none(reading: Reading, told: Told) -> tuple[int, int] | None:
    """Return where the message says that there was no NPQ before, None where it does not."""
    lower, earlier = reading.lower, reading.earlier
    for clause in told.clauses:
        if clause.whose != OWN or (clause.asks and not _is_aside(reading, clause)):
            continue
        if earlier.has(lower, "hedged.words", "hedged.supposed", start=clause.start, end=clause.end):
            continue
        if (span := _denies(reading, told, clause)) is not None:
            return span
    others_told = any(clause.whose != OWN for clause in told.clauses)
    tables = ("none.short", "none.beside_another") if others_told else ("none.short",)
    for cue in earlier.find(lower, *tables):
        holds = told.clause_of(cue.start)
        if cue.kind == "none.beside_another" and holds is not None and lower[cue.end : holds.end].strip():
            continue  # "I don't want her to"
        if holds is None or (
            holds.whose == OWN
            and lower[holds.end : holds.end + 1] != "?"
            and not earlier.has(lower, "hedged", start=holds.start, end=holds.end)
        ):
            return cue.start, cue.end
    return None


def _is_aside(reading: Reading, clause: Clause) -> bool:
    """Return whether a clause counts as asking only by the mark at its end: "first npq, academy, funded?"."""
    return not re.match(
        r"\W*(?:was|were|can|could|do|does|did|is|are|will|would|should|has|have|what|how|which|why|who|when|where|if)\b",
        reading.lower[clause.start : clause.end],
    )


def _denies(reading: Reading, told: Told, clause: Clause) -> tuple[int, int] | None:
    lower, earlier = reading.lower, reading.earlier
    for cue in earlier.find(lower, "none.words", start=clause.start, end=clause.end):
        window = min(clause.end, cue.end + _NEAR)
        if _THERE_IS.search(lower, clause.start, cue.start):
            continue
        if _NOT_THAT.search(lower, cue.start, window):
            continue
        if (
            _ANSWERS.match(lower, cue.start)
            and lower[cue.start : cue.end] == "no"
            and lower[cue.end : cue.end + 1] in ",."
        ):
            continue
        said = lower[cue.start : cue.end].replace("'", "")
        if any(cue.end <= m.start < window for m in told.named if m.kind == "course") and _NEVER.match(said):
            return cue.start, window  # "I've never done NPQSL"
        denied = earlier.find(lower, "none.what", start=cue.end, end=window)
        what = next(iter(denied), None)
        if len(denied) > 1 and _is_vague(lower, denied[0]) and denied[1].start - denied[0].end <= 1:
            what = denied[1]  # "first time doing any NPQ" denies an NPQ
        if what is None or len(lower[cue.end : what.start].split()) > _GAP:
            continue
        vague = _is_vague(lower, what)
        if vague and (said in _WEAK or reading.asked in _OF_ANOTHER_COURSE):
            continue
        if any(
            cue.end <= m.start < window and not _ANY_NPQ.search(lower[cue.end : m.start])
            for m in told.named
            if m.kind != "course_hint" and m.value != "legacy-npq" and "," not in m.text
        ):
            continue  # "no NPQH" is of one course
        return cue.start, what.end
    return None


def _is_vague(lower: str, cue: Cue) -> bool:
    return lower[cue.start : cue.end] in _VAGUE


def excepts_some(reading: Reading, told: Told, span: tuple[int, int]) -> bool:
    """Return whether "no other NPQs", or "never had it" of one course, leaves those standing that were told before."""
    if not _ANY_KIND.search(reading.lower, *span):
        return True
    clause = told.clause_of(span[0])
    left, right = clause.sentence if clause else span
    return bool(_OTHERS.search(reading.lower, left, min(right, span[1] + _NEAR)))
