"""Tell which of the courses spoken of a message keeps: "not NPQH, the other one", "drop literacy", "the second one then"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.state import DialogueState
from advisor.dialogue.text.names import Mention

_NUMBERED = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1, "latter": -1, "former": 0}
_KIND = r"(?:one|course|option|npq|qualification)s?"
_OF_ONE = re.compile(
    rf"(?P<drop>\bnot\s+)?\bthe\s+(?P<which>first|1st|second|2nd|third|3rd|last)(?:\s+{_KIND}\b|\s*(?=[.,;:?!]|$|then\b))"
)
_ONE_ALONE = re.compile(rf"^\W*(?P<drop>not\s+)?(?P<which>first|1st|second|2nd|third|3rd|last)\s+{_KIND}\W*$")
_LATTER = re.compile(r"(?P<drop>\bnot\s+)?\bthe\s+(?P<which>latter|former)\b")
_OTHER = re.compile(
    rf"\bthe other(?:\s+(?:two\s+)?{_KIND}|\s+two)\b(?!\s+(?:is|who|at|in|works|teaches))|\b(?:not|drop|scrap|skip|forget)\b[^.?!]{{1,40}}\bthe other\b(?!\s+\w)"
)
_THAT_ONE = re.compile(
    r"^\W*(?:(?:ok|okay|right|great|cool|fine|yes|yeah|yep|sounds good|perfect|lovely|sold|hmm|so|well|and|then|go on|alright|good|thanks|ta|cheers)[\s,.!–-]+)*"
    r"(?:(?:i'll (?:have|take|go (?:with|for))|let's (?:do|go with|say)|go(?:ing)? with|say|is|for|about|do|take|on) )*(?:that|this) (?:one|first one)\b"
)
"""Points at the course just put first: "ok that one. do they pay"."""
_DROPS = re.compile(
    r"\b(?:drop|dropping|dropped|skip|skipping|scrap|scrapping|forget|forgetting|ditch|ditching|leave out|leaving out|leave aside|"
    r"rule out|ruling out|ruled out|never ?mind|bin|lose|leave)\s+(?:about\s+)?(?:the\s+|that\s+)?$"
)
_NOT = re.compile(r"(?:^|[.,;!?]\s*|\bbut\s+|\bso\s+)not\s+(?:the\s+)?$")
_FEWEST = 2


def keep_of_spoken(reading: Reading, state: DialogueState) -> tuple[str, ...]:
    """Return the courses kept of those spoken of, where the words drop or pick among them; else none."""
    if len(state.suggested) > 1 and set(state.courses) <= set(state.suggested) and _THAT_ONE.search(reading.lower):
        return state.suggested[:1]
    among = _among(state)
    if len(among) < _FEWEST:
        return ()
    dropped = {mention.value for mention in dropped_courses(reading)} & set(among)
    picked: list[str] = []
    for match in (match for pattern in (_OF_ONE, _ONE_ALONE, _LATTER) for match in pattern.finditer(reading.lower)):
        place = _NUMBERED[match["which"]]
        if -len(among) <= place < len(among):
            dropped |= {among[place]} if match["drop"] else set()
            picked += [] if match["drop"] else [among[place]]
    if picked:
        return tuple(dict.fromkeys(picked))
    if not dropped and _OTHER.search(reading.lower) and len(state.courses) == 1:
        dropped = set(state.courses)
    kept = tuple(course for course in among if course not in dropped)
    return kept if dropped and kept else ()


_LEADING = {"headship", "senior leadership", "executive leadership", "early years leadership"}
_OPENS = re.compile(r"(?:^|[.!?\n])\W*(?:(?:hi|hello|so|ok|well|quick one|advice please)\W+)*(?:the )?$")
_OR = re.compile(r"\s*,?\s*(?:or|vs\.?|versus|/)\s*(?:the )?")
_ASKED_ALONE = re.compile(r"(?: (?:npq|course))?\s*\?")


def choice_of_two(lower: str, hints: Sequence[Mention]) -> list[str]:
    """Return the two courses that a question of nothing else puts against each other: "Headship or Senior Leadership?"."""
    for first, second in pairwise(sorted(hints, key=lambda m: m.start)):
        alone = _OPENS.search(lower[: first.start]) and _ASKED_ALONE.match(lower, second.end)
        if alone and _OR.fullmatch(lower[first.end : second.start]):
            return [first.value, second.value] if {first.text.lower(), second.text.lower()} <= _LEADING else []
    return []


def dropped_courses(reading: Reading) -> Sequence[Mention]:
    """Return the names of courses that the words put aside."""
    return [
        mention
        for mention in reading.of_kind("course", "course_hint")
        if _DROPS.search(reading.lower[: mention.start]) or _NOT.search(reading.lower[: mention.start])
    ]


def _among(state: DialogueState) -> tuple[str, ...]:
    """Return the courses to choose from: those in focus, else those suggested together, else the last two asked about."""
    if state.person.courses:
        return ()  # of people told of by name "the other one" is a person
    if len(state.courses) >= _FEWEST:
        return state.courses
    if len(state.suggested) >= _FEWEST and set(state.courses) <= set(state.suggested):
        return state.suggested
    return state.recent_courses[-_FEWEST:]
