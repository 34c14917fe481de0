"""Name the course that a weak name, or "SENCO", stands for where it is a clause of its own: "and SENCO?", "headship then?".

A person is SENCO as well: only the words around tell the course from those. Codes are for `bare_codes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from advisor.core.courses import EARLY_HEADSHIP_COACHING, SENCO
from advisor.dialogue.bare_codes import find_codes
from advisor.dialogue.state import DialogueState
from advisor.dialogue.text.names import Mention
from advisor.dialogue.turning import find_turned_to

_SENCO = re.compile(r"(?<![\w'’-])(?:the\s+)?(?P<name>sen(?:d)?co)(?![\w'’-])")
_TRAINING = re.compile(r"\s+(?:training|npq|programme|certificate|place|scholarship)\b")
_GIVES_TRAINING = re.compile(
    r"\b(?:deliver\w*|run|runs|running|provid\w+|lead|leads|leading|do our|did|done|had|my)\s+(?:the\s+)?$"
)
_ASKS_MONEY = re.compile(
    r"\s+(?:(?:still|also|be|get|getting|actually|even|is|would|fully)\s+)*+(?:funded|paid for|free|covered|fundable|eligible)\b"
)
_TAKES = re.compile(
    r"\b(?:do|doing|take|taking|fund|pay for|paid for|paying for|scholarship for|funding for|funded for|place (?:on|for)|"
    r"(?:register\w*|appl(?:y|ied|ying)|go|going|went) for|sign(?:ed|ing)? up (?:for|to)|enrol\w* (?:on|in)|"
    r"(?:thinking|think) of|considering|stick(?:ing)? with)\s+$"
)
_OF_A_POST = re.compile(
    r"\s+(?:role|job|post|position|dut\w+|work|time|release|allowance|hours?|at|in(?!\s+(?:20\d\d|spring|autumn|the (?:spring|autumn)))|of|on|here|there|two|three|part|maternity|from|until|since|next|"
    r"stuff|admin|cover|every|twice|now|as part|by myself|alone here|interview\w*|vacanc\w+|shortage)\b"
)
_PERSON = re.compile(
    r"\b(?:i'm|im|i am|she's|he's|is|am|are|be|being|become|becoming|was|were|as|an?|my|our|your|her|his|their|new|acting|deputy|assistant|another|"
    r"school|academy|primary|secondary|college|nursery|trust|former|ex|qualified|old|no|head|class|interim|only|lead|current)\s+$"
)
_LEAD_IN = re.compile(
    r"(?:^|[.!?;,\n]\s*)(?P<words>(?:(?:ok|okay|so|and|but|or|no|then|right|well|hmm|also|yes|yeah|great|thanks|cool|fine|"
    r"just|only|what about|how about|what if it was|maybe|rather|make it|make that|say|actually|instead|i mean|i meant|same for|let's say|lets say)"
    r"[\s,.!]+)*+)(?:for\s+)?$"
)
_PICKS = re.compile(r"\b(?:just|only|what about|how about|rather|make it|make that|instead|i meant?|same for)\b")
_CLAUSE_ENDS = re.compile(
    r"(?:\s+for\s+(?:me|us|her|him|them|(?:my|our|the|an?|her|his|their)\s+[\w-]+(?:\s+[\w-]+){0,2}?))?"
    r"(?:\s+(?:then|please|pls|instead|too|as well|though|tho|now|only|alone|obviously|lol|itself))*+\s*"
    r"(?P<mark>\?|$|[.!]+\s*$|[.,;-]+\s*(?=(?:is it |would it be |who )?(?:funded|paid|pays|free|covered)\b))"
)
_SPEAKS_OF_NPQS = re.compile(r"\b(?:npqs?|courses?|qualifications?)\b")
_JOINS = re.compile(r"\s*(?:\b(?:or|and|vs\.?|versus|plus)\b|[/&+])\s*(?:then\s+)?(?:an?\s+|the\s+)?")
_STARTS_PAIR = re.compile(
    r"(?:^|[.;:?!(,]\s*|\b(?:both|between|do|doing|take|taking|npqs?|of|for|wants?|with|about|either|on|or|and)\s+)$"
)
_BRIEF = 4
_OF_A_POST_ASKED = ("role", "senco_in_role", "senco_start", "is_headteacher", "aims", "phase", "subject")


def with_bare_names(mentions: tuple[Mention, ...], text: str, state: DialogueState) -> tuple[Mention, ...]:
    """Return the mentions with a course for each code or "SENCO" that stands for one, in reading order."""
    lower = text.lower()
    courses = [m for m in mentions if m.kind == "course"]
    found = (
        *find_codes(text, lower, others=bool(courses)),
        *_find_senco(lower, text, mentions, state),
        *_find_picked(lower, mentions, state),
        *find_turned_to(lower, text, mentions, state),
    )
    fresh = [
        m
        for m in dict.fromkeys(found)
        if not any(c.start < m.end and m.start < c.end for c in courses) and not _is_in_brackets(m, lower, mentions)
    ]
    kept = [
        m
        for m in mentions
        if m.kind != "course_hint" or not any(new.start <= m.start and m.end <= new.end for new in fresh)
    ]
    return tuple(sorted((*kept, *fresh), key=lambda m: (m.start, -m.end))) if fresh else mentions


def _is_in_brackets(code: Mention, lower: str, mentions: tuple[Mention, ...]) -> bool:
    """Return whether a code only stands behind the name it is short for: "teacher development (LTD)"."""
    return any(
        m.value == code.value and m.end <= code.start and lower[m.end : code.start].strip() == "(" for m in mentions
    )


def _find_senco(lower: str, text: str, mentions: tuple[Mention, ...], state: DialogueState) -> Iterator[Mention]:
    for match in _SENCO.finditer(lower):
        before, after = lower[: match.start()], lower[match.end() :]
        pointed_at = match.start("name") > match.start()  # "the SENCO"
        if training := _TRAINING.match(after):
            if not _GIVES_TRAINING.search(before):
                yield _course(SENCO, match.start("name"), match.end() + training.end(), text)
            continue
        taken = not pointed_at and _is_taken(before, after)
        if taken or _is_picked(before, after, mentions, state) or _is_paired(match, lower, mentions):
            yield _course(SENCO, match.start("name"), match.end(), text)


def _find_picked(lower: str, mentions: tuple[Mention, ...], state: DialogueState) -> Iterator[Mention]:
    """Yield the weak names that are a clause of their own, once courses were spoken of: "headship then?"."""
    for hint in mentions:
        if hint.kind != "course_hint" or hint.value in (SENCO, EARLY_HEADSHIP_COACHING):
            continue
        if _is_picked(lower[: hint.start], lower[hint.end :], mentions, state):
            yield replace(hint, kind="course")


def _is_taken(before: str, after: str) -> bool:
    """Return whether what is said of it is said of courses: "is SENCO funded?", "a place on SENCO"."""
    if _PERSON.search(before) and not re.search(r"\b(?:is|are)\s+$", before):
        return False
    return bool(_ASKS_MONEY.match(after)) or (bool(_TAKES.search(before)) and not _OF_A_POST.match(after))


def _is_picked(before: str, after: str, mentions: tuple[Mention, ...], state: DialogueState) -> bool:
    """Return whether it is a clause of its own, after courses were spoken of: "and SENCO?", "just SENCO. Funded?"."""
    if state.pending is not None and state.pending.fact in _OF_A_POST_ASKED:
        return False
    lead, end = _LEAD_IN.search(before), _CLAUSE_ENDS.match(after)
    in_focus = bool(state.courses or state.recent_courses)
    named = any(m.kind == "course" and m.end <= len(before) for m in mentions)
    if lead is None or end is None or not (in_focus or named):
        return False
    if not lead["words"]:
        return in_focus and not before.strip() and end["mark"] == "?"
    brief = in_focus and len(before.split()) < _BRIEF and not before.strip().endswith(",")
    return end["mark"] == "?" or brief or bool(_PICKS.search(lead["words"]))


def _is_paired(match: re.Match[str], lower: str, mentions: tuple[Mention, ...]) -> bool:
    """Return whether "and" or "or" sets it beside a course: "two NPQs, SENCO and senior leadership"."""
    if _OF_A_POST.match(lower, match.end()):
        return False
    speaks_of_npqs = _SPEAKS_OF_NPQS.search(lower) is not None
    for other in mentions:
        if other.kind != "course" and not (
            other.kind == "course_hint" and speaks_of_npqs and "senco" not in other.value
        ):
            continue
        first, last = (match, other) if match.start() < other.start else (other, match)
        gap = lower[_end(first) : _start(last)] if _end(first) <= _start(last) else None
        if gap is not None and _JOINS.fullmatch(gap) and _STARTS_PAIR.search(lower[: _start(first)]):
            return True
    return False


def _start(found: re.Match[str] | Mention) -> int:
    return found.start if isinstance(found, Mention) else found.start()


def _end(found: re.Match[str] | Mention) -> int:
    return found.end if isinstance(found, Mention) else found.end()


def _course(course: str, start: int, end: int, text: str) -> Mention:
    return Mention("course", course, start, end, text[start:end])
