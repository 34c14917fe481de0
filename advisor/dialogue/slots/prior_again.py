"""Read what is said again of an NPQ already spoken of: "my school paid for it", "I never finished", "no, that was NPQSL".

The earlier NPQ is not named here, or is named only to put it right; `prior.py` reads those that are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from advisor.dialogue.slots.polarity import is_hedged
from advisor.dialogue.slots.prior import find_prior, past_courses
from advisor.dialogue.slots.slot import Reading, SlotValue

_BY_OTHERS = re.compile(
    r"\b(?:self[- ]?fund\w*|(?:i|we|she|he|they) (?:actually |just )?paid|paid (?:for )?(?:it |that |this )?(?:\w+ )?(?:myself|ourselves|herself|himself|privately)|"
    r"(?:school|trust|employer|nursery|college|mat|governors|work|head) (?:actually |just |had )?paid|paid (?:for )?by (?:my |our |the |her |his )?(?:\w+ )?(?:school|trust|employer|nursery|college|mat)|"
    r"out of my own|(?:was|were|is)(?: not|n't|nt) (?:actually )?(?:paid|funded|a funded|dfe)[\w -]{0,20}|(?:not|never|wasn't|wasnt) (?:dfe[- ]?|government )?funded|no dfe (?:money|funding))\b"
)
_BY_DFE = re.compile(
    r"\b(?:(?:it|that|that one|this one) (?:was|had been|got) (?:\w+ )?(?:dfe[- ]?)?funded|(?:had|got|have had) (?:it|that|that one|this one) (?:\w+ )?(?:dfe[- ]?)?(?:funded|paid for)|"
    r"(?:dfe|the government|government) (?:paid|funded)|(?:on|with|had|got) an? (?:scholarship|funded place)|(?:had|got) (?:the |a )?(?:dfe )?(?:scholarship|funding) (?:for it|then|before)|fully funded)\b"
)
_ENDED = (
    (
        "withdrawn",
        re.compile(
            r"\b(?:i|she|he|they|but|and|actually|just) (?:\w+ )?(?:withdrew|dropped out|pulled out|quit|gave up|left it|never finish\w*|never complet\w*)\b"
        ),
    ),
    (
        "active",
        re.compile(
            r"\b(?:not|haven't|havent|hasn't|hasnt|yet to) (?:actually |yet )?(?:finish|complete)\w*|\bstill (?:doing|on) it\b"
        ),
    ),
    (
        "failed",
        re.compile(r"\b(?:i|she|he|they|but|and|actually) (?:\w+ )?(?:failed|didn't pass|didnt pass|did not pass)\b"),
    ),
    ("deferred", re.compile(r"\b(?:i|she|he|they|but|and|actually) (?:\w+ )?(?:deferred|paused)\b")),
    ("passed", re.compile(r"\b(?:i|she|he|they|but|and|actually) (?:\w+ )?(?:passed|finished it|completed it)\b")),
)
_WAS = re.compile(r"\b(?:(?:that|it) was|(?:i|she|he) (?:did|had|meant|took))\b(?: actually| really| the| an?)*\s*$")
_CORRECTS = re.compile(r"\b(?:no|sorry|actually|wait|meant|oops|correction|wrong|mistake|typo)\b")
_HAD_IT = re.compile(
    r"\b(?:i|i've|ive|she|he|they)(?: have| has|'s)?(?: already)? (?:had|done|did|started|taken|paid for) (?:it|that|that one|this one)\b"
)
_YEAR = re.compile(r"\b(20[12]\d)\b")


def find_prior_again(reading: Reading) -> Iterator[SlotValue]:
    """Yield `prior_applications` with the earlier NPQ spoken of before changed as this message says."""
    if any(find_prior(reading)) and not _names_another(reading):
        return
    records = [dict(each) for each in reading.records("prior_applications")]
    place = _spoken_of(records, reading)
    if place is None:
        yield from _first_told(reading)
        return
    changed, span = _changed(records[place], reading)
    if span is None or (is_hedged(reading.lower, *span) and not reading.supposes):
        return
    records[place] = changed
    yield SlotValue("prior_applications", records, *span)


def _spoken_of(records: list[dict[str, Any]], reading: Reading) -> int | None:
    """Return the place of the record that is meant: that of the course spoken of, else the last one told."""
    of_course = [i for i, each in enumerate(records) if each.get("course") in reading.known_courses]
    return (of_course or [len(records) - 1])[-1] if records else None


def _names_another(reading: Reading) -> bool:
    return _corrected_course(reading) is not None


def _corrected_course(reading: Reading) -> tuple[str, tuple[int, int]] | None:
    """Return the course that "actually no, that was NPQLBC" puts in place of the one told before."""
    if not _CORRECTS.search(reading.lower):
        return None
    for mention in reading.of_kind("course"):
        if _WAS.search(reading.lower[: mention.start]) and not reading.in_question(mention.start):
            return mention.value, (mention.start, mention.end)
    return None


def _changed(record: dict[str, Any], reading: Reading) -> tuple[dict[str, Any], tuple[int, int] | None]:
    new, span = dict(record), None
    if (named := _corrected_course(reading)) is not None and named[0] != record.get("course"):
        new["course"], span = named
    elif any(past_courses(reading)):
        return new, None
    if (other := _told(_BY_OTHERS, reading)) is not None:
        new |= {"funded_place": False, "status": "accepted"}
        new.pop("eligible_for_funding", None)
        span = other
    elif (dfe := _told(_BY_DFE, reading)) is not None:
        new |= {"funded_place": True, "status": "accepted", "eligible_for_funding": True}
        span = dfe
    for status, pattern in _ENDED:
        if (ended := _told(pattern, reading)) is not None:
            new = _with_end(new, status)
            span = span or ended
            break
    return new, span


def _with_end(record: dict[str, Any], status: str) -> dict[str, Any]:
    """Return the record ended as told; what was understood of its end before goes."""
    kept = {key: value for key, value in record.items() if key not in ("outcome", "training_status")}
    kept["status"] = "accepted"
    return kept | ({"outcome": status} if status in ("failed", "passed") else {"training_status": status})


def _told(pattern: re.Pattern[str], reading: Reading) -> tuple[int, int] | None:
    """Return where the words say it; a question says nothing."""
    for match in pattern.finditer(reading.lower):
        if reading.supposes or not reading.in_question(match.start()):
            return match.start(), match.end()
    return None


def _first_told(reading: Reading) -> Iterator[SlotValue]:
    """Yield a record for "I had it funded in 2022", where one course is spoken of and none was told to be held."""
    if len(reading.known_courses) != 1 or any(reading.of_kind("course", "legacy")):
        return
    if reading.records("prior_npqs"):
        return  # "it was funded" is said of the old NPQ that was told
    dfe = _told(_BY_DFE, reading)
    had = _told(_HAD_IT, reading)
    span = dfe or had
    if span is None or is_hedged(reading.lower, *span):
        return
    record: dict[str, Any] = {"course": reading.known_courses[0], "status": "accepted"}
    if dfe is not None:
        record |= {"funded_place": True, "eligible_for_funding": True}
    elif _told(_BY_OTHERS, reading) is not None:
        record["funded_place"] = False
    if year := _YEAR.search(reading.lower[span[0] :]):
        record["cohort_id"] = f"{year[1]}b"
    for status, pattern in _ENDED:
        if _told(pattern, reading) is not None:
            record = _with_end(record, status)
            break
    yield SlotValue("prior_applications", [record], *span)
