"""Read what NPQs somebody has had before: which, when, how it ended, and who paid.

A hint ("I may have had one") is not a fact: it only says that nothing may be assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from advisor.dialogue.slots.applied_only import find_applied_only
from advisor.dialogue.slots.earlier_attaching import Word, attach, find_words
from advisor.dialogue.slots.earlier_believed import how_it_ended, leaves_payer_open, whether_dfe_paid
from advisor.dialogue.slots.earlier_clauses import OWN
from advisor.dialogue.slots.earlier_episode import Episode, Told
from advisor.dialogue.slots.earlier_episodes import take_apart
from advisor.dialogue.slots.earlier_none import excepts_some, find_none
from advisor.dialogue.slots.earlier_pronouns import find_spoken_of, is_one_unnamed
from advisor.dialogue.slots.earlier_rest import find_answered_none, find_nothing_more
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.taken_back import find_taken_back, says_for_whom
from advisor.dialogue.text.names import Mention

BEFORE_REFORM = {
    "npq-headship": "npqh-legacy",
    "npq-senior-leadership": "npqsl-legacy",
    "npq-executive-leadership": "npqel-legacy",
}
"""The NPQs that kept their names in the reform of 2021: of an earlier year it is the old one that was taken."""
_OF_TODAY = {old: new for new, old in BEFORE_REFORM.items()}
_OLD_SORT = re.compile(
    r"[^.?!;\n]{0,45}\b(?:old|legacy|original|ancient|former|pre-reform|unreformed|pre-2021)[- ](?:version|sort|kind|style|type|format|one|days|framework|syllabus)\b"
)
_PREVIOUS = re.compile(r"previous\b")
_REFORM_YEAR = 2021
_BY_GOVERNOR = {
    "had.did": "passed",
    "had.holds": "passed",
    "had.active": "active",
    "had.withdrew": "withdrawn",
    "had.failed": "failed",
    "had.deferred": "deferred",
    "had.rejected": "rejected",
    "had.pending": "pending",
}
_ASKS_ONESELF = re.compile(r"\W*(?:\w+\W+)?(?:wasn'?t|didn'?t|haven'?t|did|have|was) i (?!(?:need|have to|get)\b)")
_PERHAPS = re.compile(r"\b(?:old|earlier|previous|signed up|started|enrolled|had|did|done|was|were)\b")
_OUTCOMES = ("passed", "failed")
_TRAINING = ("active", "withdrawn", "deferred")
_STATUS_OF_OLD = {"passed": "completed", "active": "in_progress", None: "completed"}
_HOW_ENDED = ("outcome", "training_status")


@dataclass(frozen=True, slots=True)
class _Had:
    """One earlier NPQ with all that is told of it."""

    mention: Mention
    ended: str | None
    plainly: bool  # how it ended was said in words of its own
    by_dfe: bool | None
    year: int | None
    half: str
    legacy: bool
    hedged: bool


def past_courses(reading: Reading) -> frozenset[Mention]:
    """Return the course mentions that speak of the past, so that they are not taken for the course asked about."""
    told = take_apart(reading)
    spans = [(episode.mention.start, episode.mention.end) for episode in told.episodes]
    named = reading.of_kind("course", "legacy", "course_hint")
    applied = find_applied_only(reading, told)
    if applied is not None and applied.mention is not None:
        spans.append((applied.mention.start, applied.mention.end))
    return frozenset(m for m in named if any(start <= m.start and m.end <= end for start, end in spans))


def find_prior(reading: Reading) -> Iterator[SlotValue]:
    """Yield `prior_applications` (reformed NPQs) and `prior_npqs` (legacy ones) as far as the words go."""
    told = _without_taken_back(reading, take_apart(reading))
    told = replace(told, episodes=tuple(episode for episode in told.episodes if episode.own))
    records = [dict(each) for each in reading.records("prior_applications")]
    applied = find_applied_only(reading, told)
    if applied is not None:
        told = replace(told, episodes=tuple(e for e in told.episodes if e.mention.value != applied.course))
        records = [*(each for each in records if each.get("course") != applied.course), applied.as_record()]
        yield SlotValue("prior_applications", records, applied.start, applied.end)
    words = find_words(reading, told)
    told = told if applied is not None else find_spoken_of(reading, told, words)
    of_each = attach(reading, told, words)
    had = [_put_together(reading, episode, of_each[place]) for place, episode in enumerate(told.episodes)]
    old = [each for each in had if each.legacy and not each.hedged]
    if old:
        yield SlotValue("prior_npqs", _with_old(reading, old), old[0].mention.start, old[0].mention.end)
    none = find_none(reading, told) or find_answered_none(reading, told)
    told_of = () if says_for_whom(reading.lower, none) else had
    applications = [each for each in told_of if not each.legacy and not each.hedged]
    hedged = [each for each in told_of if each.hedged]
    if none is None and not records and (old or (reading.records("prior_npqs") and not had)):
        none = find_nothing_more(reading, told)
    if applications:
        first = applications[0].mention
        yield SlotValue("prior_applications", _with_held(records, applications, reading), first.start, first.end)
    elif applied is not None:
        return
    elif hedged:
        yield SlotValue("prior_applications", [], hedged[0].mention.start, hedged[0].mention.end, hedged=True)
    elif none is not None and not (records and excepts_some(reading, told, none)):
        yield SlotValue("prior_applications", [], *none)
    elif not had and (doubted := next((m for m in told.named if _may_be_past(reading, told, m)), None)) is not None:
        yield SlotValue("prior_applications", [], doubted.start, doubted.end, hedged=True)
    elif not had and (span := is_one_unnamed(reading, told)) is not None and not records:
        yield SlotValue("prior_applications", [], *span, hedged=True)


def _without_taken_back(reading: Reading, told: Told) -> Told:
    """Return the message without the NPQs that turn out to be another's, or that stand after "first time doing an NPQ"."""
    start, end = find_taken_back(reading.lower) or (0, 0)
    none = find_none(reading, replace(told, episodes=()))
    kept = (
        each
        for each in told.episodes
        if not start <= each.mention.start < end
        and not (
            none is not None
            and each.kind == "had.list"
            and none[1] <= each.mention.start
            and _stands_alone(reading, none[1], each)
        )
    )
    return replace(told, episodes=tuple(kept))


def _stands_alone(reading: Reading, start: int, episode: Episode) -> bool:
    """Return whether a name only follows in words of its own: "first time doing any NPQ, NPQH, academy"."""
    return not re.search(r"\w", reading.lower[start : episode.mention.start])


def _may_be_past(reading: Reading, told: Told, mention: Mention) -> bool:
    """Return whether the words doubt that this NPQ was had before: "not sure whether my old course was an NPQH"."""
    clause = told.clause_of(mention.start)
    if clause is None or clause.whose != OWN or mention.kind == "course_hint":
        return False
    before = reading.lower[clause.piece[0] : mention.start]
    if _ASKS_ONESELF.match(before):
        return True
    return bool(_PERHAPS.search(before)) and reading.earlier.has(before, "hedged.words")


def words_of_none_named(reading: Reading) -> Sequence[Word]:
    """Return what is told of an NPQ that the message itself does not name: "my school paid for it"."""
    told = take_apart(reading)
    told = replace(told, episodes=tuple(episode for episode in told.episodes if episode.own))
    words = find_words(reading, told)
    return () if find_spoken_of(reading, told, words).episodes else words


def _put_together(reading: Reading, episode: Episode, words: Sequence[Word]) -> _Had:
    said = [str(word.value) for word in words if word.sort == "ended"]
    if set(said) & {*_OUTCOMES, "withdrawn"} and _BY_GOVERNOR.get(episode.kind) == "passed":
        said = [each for each in said if each not in ("rejected", "pending")]  # of a later application
    weak = [str(word.value) for word in words if word.sort == "weak"]
    governor = _BY_GOVERNOR.get(episode.kind)
    ended = (
        _last_end(said) or (governor if governor not in (None, "passed") else None) or (weak[-1] if weak else governor)
    )
    if governor in ("rejected", "pending") and ended in ("failed", "not_started", "active"):
        ended = "rejected" if "rejected" in said else governor  # an application without success, and no assessment
    plainly = bool(said) or governor not in (None, "passed")
    believed = reading.believed.get(episode.mention.value, {})
    ended = how_it_ended(ended, believed.get("ended"), plainly=plainly)
    paid = [bool(word.value) for word in words if word.sort == "paid"]
    years: list[tuple[int, str]] = [
        word.value for word in words if word.sort == "year" and isinstance(word.value, tuple)
    ]
    year, half = years[0] if years else (None, "b")
    near = reading.lower[max(0, episode.mention.start - 25) : episode.mention.end + 20]
    is_old_sort = bool(_OLD_SORT.match(reading.lower, episode.mention.end))
    mention = episode.mention
    if (of_today := _OF_TODAY.get(mention.value)) and _PREVIOUS.match(mention.text.lower()):
        colon_or_new = ":" in mention.text or (year is not None and year >= _REFORM_YEAR)
        if colon_or_new:  # "previous: NPQH (2022)" is a label, and no name of the old one
            mention = replace(mention, kind="course", value=of_today)
    legacy = (mention.kind == "legacy" and mention.value != "aso") or (
        (year is not None and year < _REFORM_YEAR) or is_old_sort or reading.earlier.has(near, "reformed.legacy")
    )
    return _Had(
        mention,
        ended,
        plainly,
        None if leaves_payer_open(reading.lower) else whether_dfe_paid(_payer(paid), believed.get("by_dfe")),
        year,
        half,
        legacy,
        episode.hedged,
    )


def _last_end(said: Sequence[str]) -> str | None:
    """Return how an NPQ ended where several words tell: a deferral puts out a break, else the last word holds."""
    if not said:
        return None
    return said[-1] if said[-1] != "active" or len(said) == 1 else said[-2] if said[-2] not in _OUTCOMES else said[-1]


def _payer(paid: Sequence[bool]) -> bool | None:
    """Return whether DfE paid, as the last word has it; "not funded, my school paid" is one payer told twice."""
    return paid[-1] if paid else None


def as_record(course: str, ended: str | None, by_dfe: bool | None, cohort: str | None) -> dict[str, Any]:
    """Return the application that DfE's service would hold."""
    record: dict[str, Any] = {"course": course}
    if ended in ("rejected", "pending"):
        record["status"] = ended
    elif by_dfe is not None or ended not in (None, "passed"):
        record["status"] = "accepted"
    if by_dfe:
        record["eligible_for_funding"] = True
    if by_dfe is not None:
        record["funded_place"] = by_dfe
    if cohort is not None and ended != "pending":  # the year of applying is not that of the intake
        record["cohort_id"] = cohort
    if ended in _TRAINING:
        record["training_status"] = ended
    if ended in _OUTCOMES:
        record["outcome"] = ended
    return record


def _as_application(had: _Had) -> dict[str, Any]:
    course = "npq-additional-support-offer" if had.mention.value == "aso" else had.mention.value
    return as_record(course, had.ended, had.by_dfe, f"{had.year}{had.half}" if had.year is not None else None)


def _as_old(had: _Had) -> dict[str, Any]:
    name = BEFORE_REFORM.get(had.mention.value, had.mention.value)
    record = {"name": name, "status": _STATUS_OF_OLD.get(had.ended, had.ended), "year": had.year}
    return {key: value for key, value in record.items() if value is not None}


def _with_old(reading: Reading, told: Sequence[_Had]) -> list[dict[str, Any]]:
    """Return the NPQs of before the reform told so far with those told now."""
    held = {str(each.get("name")): dict(each) for each in reading.records("prior_npqs")}
    for record in map(_as_old, told):
        name = str(record["name"])
        over = held.get(name, {}).get("status") in ("completed", "withdrawn", "failed")
        if over and record["status"] in ("in_progress", "completed"):
            record.pop("status")  # "I did start it once" takes no end back
        held[name] = held.get(name, {}) | record
    return list(held.values())


def _with_held(held: list[dict[str, Any]], told: Sequence[_Had], reading: Reading) -> list[dict[str, Any]]:
    """Return the earlier NPQs told before with those told now, which put out what was told of the same course.

    How one ended stays as it was, where this message says nothing of it; a correction puts out all that was told.
    """
    before = {str(each.get("course")): each for each in held}
    new: dict[str, dict[str, Any]] = {}
    for each in told:
        record = _as_application(each)
        course = str(record["course"])
        kept = new.get(course) or ({} if each.plainly else before.get(course, {}))
        ended = set(_HOW_ENDED) & set(kept) and not each.plainly
        if not ended:
            kept = {key: value for key, value in kept.items() if key not in _HOW_ENDED}
        new[course] = kept | {key: value for key, value in record.items() if not ended or key not in _HOW_ENDED}
    others = [] if _puts_right(reading) else [each for course, each in before.items() if course not in new]
    return [*others, *new.values()]


def _puts_right(reading: Reading) -> bool:
    cue = next(iter(reading.earlier.find(reading.lower, "corrected.words")), None)
    opens = cue is not None and not re.search(r"\w", reading.lower[: cue.start])
    return opens and not re.search(r"\b(?:also|too|as well|other)\b", reading.lower)
