"""Read of an application that never became a place: turned down, never answered, or taken back before anybody said yes.

Such an application is no earlier place, whoever would have paid. One taken back before the start may still have been
accepted, so of that one nothing is said but the course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from advisor.dialogue.slots.earlier_attaching import find_words
from advisor.dialogue.slots.earlier_clauses import OWN
from advisor.dialogue.slots.earlier_episode import Told
from advisor.dialogue.slots.earlier_words import Cue
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

_TABLE = "application"
_OF_ANOTHER_THING = re.compile(
    r"(?:\s+\w+){0,4}?\s+(?:job|post|role|position|promotion|headships?(?! npq)|pgce|masters|mortgage|visa|grant|interview|school place|nursery place|secondment|leave|flexible|part[- ]time)\b"
)
_WAS_ON_IT = ("had.did", "had.failed", "had.deferred", "had.had")
"""Words by which an NPQ was had: what was applied for after it is another go."""


@dataclass(frozen=True, slots=True)
class Applied:
    """An application without a place: for which course, how it stands, and where that is told."""

    course: str
    status: str | None
    start: int
    end: int
    mention: Mention | None = None
    cohort: str | None = None

    def as_record(self) -> dict[str, Any]:
        """Return the application that DfE's service would hold."""
        told = {"course": self.course, "status": self.status, "cohort_id": self.cohort}
        return {name: value for name, value in told.items() if value is not None}


def find_applied_only(reading: Reading, told: Told) -> Applied | None:
    """Return the application that the message tells of and that led to no place, None where there is none."""
    cues = tuple(_told(reading, told))
    kinds = {cue.kind.partition(".")[2] for cue in cues}
    words = find_words(reading, told)
    if "accepted" in kinds or any(word.sort == "paid" for word in words):
        return None
    records = reading.records("prior_applications")
    goes_on = bool(records) and "made" not in kinds
    if not (("made" in kinds) or ("offered" in kinds) or goes_on):
        return None
    status = _status(kinds, goes_on=goes_on)
    if status is None:
        return None
    places = [cue.start for cue in cues if cue.kind.endswith((".made", ".offered"))] or [cues[0].start]
    found = _course(reading, told, places[0])
    if found is None:
        return None
    course, mention = found
    if any(episode.mention.value == course and episode.kind in _WAS_ON_IT for episode in told.episodes):
        return None
    if goes_on and not any(each.get("course") == course and _is_open(each) for each in records):
        return None
    year = next((word.value for word in words if word.sort == "year" and isinstance(word.value, tuple)), None)
    cohort = f"{year[0]}{year[1]}" if year and status == "rejected" else None
    return Applied(course, status or None, cues[0].start, cues[-1].end, mention, cohort)


def _told(reading: Reading, told: Told) -> Iterator[Cue]:
    """Yield the cues in clauses that tell of the person: nothing asked, doubted or supposed, and no other application."""
    if reading.supposes:
        return
    for cue in reading.earlier.find(reading.lower, _TABLE):
        clause = told.clause_of(cue.start)
        if clause is None or clause.whose != OWN or clause.asks:
            continue
        if not reading.of_another and reading.earlier.has(
            reading.lower, "others.spoken_of", start=clause.sentence[0], end=cue.end
        ):
            continue  # "my colleague applied and got rejected"
        if reading.earlier.has(reading.lower, "hedged", start=clause.start, end=cue.start):
            continue
        if cue.kind.endswith(".made") and _OF_ANOTHER_THING.match(reading.lower, cue.end):
            continue
        if re.search(
            r"\b(?:to|can|could|will|would|should|not|never|n't|i'll|must)\s+$", reading.lower[clause.start : cue.start]
        ) and cue.kind.endswith(".made"):
            continue
        yield cue


def _status(kinds: set[str], *, goes_on: bool) -> str | None:
    """Return how the application stands, "" where it may have been accepted, None where a place is not ruled out."""
    if "left" in kinds and ("before_accepted" in kinds or "unheard" in kinds or "refused" in kinds):
        return "rejected"
    if "refused" in kinds or ("offered" in kinds and "declined" in kinds):
        return "rejected"
    if "unheard" in kinds:
        return "pending"
    if "before_accepted" in kinds and goes_on:
        return "rejected"
    return "" if "left" in kinds and "before" in kinds and not goes_on else None


def _is_open(record: Any) -> bool:
    """Return whether nothing told before says that there was a place: who paid, or a result."""
    return not {"funded_place", "outcome"} & set(record)


def _course(reading: Reading, told: Told, place: int) -> tuple[str, Mention | None] | None:
    """Return the course that was applied for: named before or after the words, else the one spoken of."""
    named = [m for m in told.named if m.kind == "course"]
    after = [m for m in named if m.start >= place]
    before = [m for m in named if m.start < place]
    clause = told.clause_of(place)
    same = [m for m in after if clause is not None and m.start < clause.sentence[1]]
    if mention := next(iter(same), None) or next(reversed(before), None) or next(iter(after), None):
        return mention.value, mention
    records = [str(each.get("course")) for each in reading.records("prior_applications")]
    known = [*(c for c in records if c in reading.known_courses), *reading.known_courses] or records[-1:]
    if len(set(known)) != 1 and not records:
        return None
    return (known[0], None) if known else None
