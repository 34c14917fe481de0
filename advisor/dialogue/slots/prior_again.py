"""Read what is said again of an NPQ told before: "my school paid for it", "I never finished", "no, that was NPQSL".

The earlier NPQ is not named here, or is named only to put it right; `prior.py` reads those that are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from advisor.dialogue.slots.applied_only import find_applied_only
from advisor.dialogue.slots.earlier_attaching import Word, find_words, place_counted
from advisor.dialogue.slots.earlier_episodes import take_apart
from advisor.dialogue.slots.prior import past_courses, words_of_none_named
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_ALL = re.compile(r"\b(?:both|all of them|each of them|all three)\b")
_CODES = ("ltd", "lbc", "lpm", "eyl")
_WAS_HAD = re.compile(r"\b(?:that was|it was|(?:i|she|he) (?:did|had|took))(?: \w+){0,2} $")
_OUTCOMES = ("passed", "failed")


def find_prior_again(reading: Reading) -> Iterator[SlotValue]:
    """Yield `prior_applications` with the earlier NPQ spoken of before changed as this message says."""
    records = [dict(each) for each in reading.records("prior_applications")]
    place = _spoken_of(records, reading)
    if place is None or find_applied_only(reading, take_apart(reading)) is not None:
        return
    named = _corrected_course(reading)
    if named is None and any(past_courses(reading)):
        return
    words = words_of_none_named(reading) if named is None else find_words(reading, take_apart(reading))
    places = range(len(records)) if _ALL.search(reading.lower) else (place,)
    span = named[1] if named is not None and named[0] != records[place].get("course") else None
    counted = place_counted(reading.lower, len(records)) if named is None else None
    if counted is not None:
        places = range(0)
        for word in words:
            at = place_counted(reading.lower[slice(*word.clause.piece)], len(records))
            records[counted if at is None else at] = _changed(records[counted if at is None else at], (word,))
    for each in places:
        if span is not None and named is not None:
            records[each]["course"] = named[0]
        records[each] = _changed(records[each], words)
    told = [word for word in words if word.sort in ("ended", "paid")] or [
        word for word in words if word.sort == "year" and span
    ]
    if span is not None or told:
        yield SlotValue("prior_applications", records, *(span or (told[0].start, told[0].end)))


def _spoken_of(records: list[dict[str, Any]], reading: Reading) -> int | None:
    """Return the place of the record that is meant: that of the course spoken of, else the last one told."""
    of_course = [i for i, each in enumerate(records) if each.get("course") in reading.known_courses]
    return (of_course or [len(records) - 1])[-1] if records else None


def find_put_right(reading: Reading) -> tuple[Mention, ...]:
    """Return the names of the course that is put in place of an earlier one told before: it was had, and is not asked for."""
    named = _corrected_course(reading) if reading.records("prior_applications") else None
    if named is None or not _WAS_HAD.search(reading.lower[: named[1][0]]):
        return ()
    return tuple(mention for mention in reading.of_kind("course", "course_hint") if mention.value == named[0])


def _corrected_course(reading: Reading) -> tuple[str, tuple[int, int]] | None:
    """Return the course that "actually no, that was NPQLBC" puts in place of the one told before."""
    if not reading.earlier.has(reading.lower, "corrected.words"):
        return None
    for mention in reading.of_kind("course", "course_hint"):
        if mention.kind == "course_hint" and mention.text.lower() not in _CODES:
            continue
        before = reading.earlier.find(reading.lower, "corrected.is_named", end=mention.start)
        near = before and len(reading.lower[before[-1].end : mention.start].split()) <= 2
        if near and not reading.in_question(mention.start):
            return mention.value, (mention.start, mention.end)
    return None


def _changed(record: dict[str, Any], words: Sequence[Word]) -> dict[str, Any]:
    """Return the record as these words have it; what they say again goes before what was told."""
    new = dict(record)
    for word in words:
        if word.sort == "paid":
            new |= {"funded_place": bool(word.value), "status": "accepted"}
            if word.value:
                new["eligible_for_funding"] = True
            else:
                new.pop("eligible_for_funding", None)
        elif word.sort == "ended":
            new = _with_end(new, str(word.value))
        elif word.sort == "year" and "cohort_id" not in new and isinstance(word.value, tuple):
            new["cohort_id"] = f"{word.value[0]}{word.value[1]}"
    return new


def _with_end(record: dict[str, Any], ended: str) -> dict[str, Any]:
    """Return the record ended as told; what was understood of its end before goes."""
    kept = {key: value for key, value in record.items() if key not in ("outcome", "training_status")}
    if ended in ("rejected", "pending"):
        return kept | {"status": ended}
    kept["status"] = "accepted"
    return kept | ({"outcome": ended} if ended in _OUTCOMES else {"training_status": ended})
