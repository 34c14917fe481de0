"""Find the earlier NPQs that a message does not name: "I had it funded", "failed last time", "already got one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue.slots.earlier_attaching import Word
from advisor.dialogue.slots.earlier_clauses import OWN, Clause
from advisor.dialogue.slots.earlier_episode import Episode, Told
from advisor.dialogue.slots.earlier_words import Cue
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

_IT = re.compile(
    r"\s+(?:it|that|this|that one|this one|(?:that|the|this) (?:very )?same (?:one|course|npq)|mine|the course|that course)\b(?!\s+(?:npq|course)\b)"
)
_IT_HAD = re.compile(
    r"\s+(?:it|that|that one|this one)(?:,(?=\s+(?:funded|paid|free|before|already)\b))?\s+(?:\w+\s+){0,1}?(?:funded|before|already|in(?! (?:writing|black|an? |the post|my|our|your|email))|paid|on|free|for free|through|a few|back|once|with|last|two|via|from|previously|all|\d)\b"
)
_ONE = re.compile(
    r"\s+(?:already |just |only |previously |ever |maybe )?(?:(?:one|an|two|1|2|a couple of|some|another)\s+(?:of (?:the|these|those|them)\s*)?(?:\w+\s)?npqs?\b|one (?:before|already|previously)\b|npqs\b|one of (?:these|the npqs)\b|one(?= (?:in (?:19|20)\d\d|last|two|three|a few|a while|years|back|but|and (?:passed|failed|withdrew))))"
)
_WHEN = re.compile(
    r"\b(?:i|we|she|he|yes|had|have|has|it|in|back|the|last|this|year|term|of|first|time|once|then|but|and|unfortunately|sadly|my|final|end|assessment|case study|exam|about|around|autumn|spring|summer|winter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|\d+)\b"
)
_WAS_GIVEN = re.compile(r"\b(?:was|been|were|got|place)\b")
_HARDLY_IT = ("had.had", "had.holds", "had.active", "had.paid")


def find_spoken_of(reading: Reading, told: Told, words: Sequence[Word]) -> Told:
    """Return the message with the NPQ that "it" stands for as an episode, where none is named and none was told before."""
    if any(told.episodes) or reading.records("prior_applications"):
        return told
    for clause in told.clauses:
        if clause.whose != OWN or (clause.asks and not reading.supposes):
            continue
        for cue in reading.earlier.find(
            reading.lower, "had", "wanted.words", "lacked", start=clause.start, end=clause.end
        ):
            if _is_of_it(reading, clause, cue) and (mention := _meant(reading, told, cue)) is not None:
                hedged = reading.earlier.has(reading.lower, "hedged", start=clause.start, end=clause.end)
                return replace(told, episodes=(Episode(mention, cue.kind, cue.start, True, hedged),))
    return _failed_before(reading, told, words)


def _is_of_it(reading: Reading, clause: Clause, cue: Cue) -> bool:
    if not cue.kind.startswith("had.") or re.search(
        r"\b(?:to|can|could|would|should|will|not|never|n't)\s*$", reading.lower[clause.start : cue.start]
    ):
        return False
    if cue.kind == "had.on" and not _WAS_GIVEN.search(
        reading.lower[max(clause.start, cue.start - len("been ")) : cue.end]
    ):
        return False
    if reading.earlier.has(reading.lower, "elsewhere", start=cue.end, end=clause.sentence[1]):
        return False
    pattern = (
        _IT_HAD
        if cue.kind in _HARDLY_IT and reading.lower[cue.start : cue.end] not in ("started", "began", "been on")
        else _IT
    )
    return bool(pattern.match(reading.lower, cue.end))


def _meant(reading: Reading, told: Told, cue: Cue) -> Mention | None:
    """Return the course that "it" stands for: the last one named before, else the only one spoken of."""
    named = [m for m in told.named if m.start < cue.start and m.kind in ("course", "legacy")]
    if named:
        return replace(named[-1], start=cue.start, end=cue.end)
    if len(reading.known_courses) != 1 or reading.records("prior_npqs"):
        return None  # "it was funded" is said of the old NPQ that was told
    return Mention("course", reading.known_courses[0], cue.start, cue.end, reading.text[cue.start : cue.end])


def _failed_before(reading: Reading, told: Told, words: Sequence[Word]) -> Told:
    """Read "can I do NPQH again, failed it first time" or "it was DfE funded": told of the course asked about."""
    ended = [word for word in words if word.sort == "ended" and word.value != "active"]
    it_was = [
        word
        for word in words
        if word.sort == "paid"
        and re.search(
            r"\b(?:it|that|that one|this one|place) (?:was|had been|got) ", reading.lower[word.clause.start : word.end]
        )
    ]
    again = reading.earlier.has(reading.lower, "again")
    bare = [] if told.named else [word for word in ended if _says_only_the_end(reading, word)]
    # "DfE funded place, 2024, dropped out before it began": who paid and how it ended, and no name.
    broken_off = any(word.value in ("withdrawn", "failed", "deferred") for word in ended)
    paid = [word for word in words if word.sort == "paid"] if broken_off and not told.named else []
    found = (ended if again else bare) or it_was or paid
    if not found or any(
        clause.asks is False and reading.earlier.has(reading.lower, "hedged", start=clause.start, end=clause.end)
        for clause in told.clauses
    ):
        return told
    cue = Cue("had.had", found[0].start, found[0].end)
    mention = _meant(reading, told, cue)
    return told if mention is None else replace(told, episodes=(Episode(mention, cue.kind, cue.start, True),))


def _says_only_the_end(reading: Reading, word: Word) -> bool:
    """Return whether a stretch says how something ended and when, and nothing else: "withdrew in 2023"."""
    beside = reading.lower[slice(*word.clause.piece)].replace(reading.lower[word.start : word.end], "", 1)
    return word.value in ("failed", "withdrawn", "deferred", "passed") and not _WHEN.sub("", beside).strip(" .,!")


def is_one_unnamed(reading: Reading, told: Told) -> tuple[int, int] | None:
    """Return where an NPQ is told of, or half remembered, that nobody named: "I've already got one"."""
    earlier, lower = reading.earlier, reading.lower
    for clause in told.clauses:
        if clause.whose != OWN:
            continue
        for cue in earlier.find(
            lower, "had", "wanted.words", "wanted.strong", "lacked", start=clause.start, end=clause.end
        ):
            plain = (
                not clause.asks
                and cue.kind in ("had.did", "had.had", "had.holds", "had.failed", "had.withdrew", "had.on")
                and _ONE.match(lower, cue.end, clause.end)
            )
            if plain and not earlier.has(lower, "lacked", "none", start=clause.start, end=cue.start):
                return cue.start, cue.end
    return None
