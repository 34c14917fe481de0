"""Put beside the entry that answers what the same words also want: a second thing asked, or what completes a short one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from advisor.answering.said import Part
from advisor.answering.selecting import content_words, say
from advisor.dialogue.asking import Ask
from advisor.knowledge.schema import Entry, Kind, Role
from advisor.turn.entries import answer_from
from advisor.turn.finding import fallback_of
from advisor.turn.needs import Turn
from advisor.turn.routing import Candidate, is_disputed

_ENOUGH = 0.80
_WORDS_FOR_ANOTHER = 45
_COMPANIONS = {
    "summary": ("content", "length"),
    "delivery": ("length", "assessment"),
    "audience": ("entry",),
    "worth": ("study-time", "length"),
}
_OF_EACH = re.compile(r"\b(?:each|both|either|which|longer|shorter|cheaper|more|they|them|these|those|two)\b")
_COMPARABLE = ("length", "workload", "assessment", "cost", "providers", "content", "delivery")
_OF_SOURCES = content_words("sources differ say says page pages once older newer while since")
_MOSTLY = 0.6
_NEARLY = 0.08
_PRICE_ALONE = re.compile(
    r"\b(?:not|isn't|isnt|aren't|without|no|un)\s*(?:eligible|funded|funding|a scholarship)|\bself[- ]?fund|\bpay(?:ing)? (?:for it )?(?:my|our)sel|"
    r"^(?!.*\b(?:fund|scholar|free|eligib|dfe))"
)
"""Of a price that somebody pays, with nothing asked of who else might."""
_SIDE = {"overview", "recommend", "glossary", "eligibility", "comparison", "benefits", "headship"}
"""Intents whose cues are everyday words: alone they ask for nothing more beside another answer."""


def also_wanted(
    ask: Ask, turn: Turn, best: Candidate, candidates: tuple[Candidate, ...], room: int, used: Collection[str]
) -> tuple[Part, ...]:
    """Return further parts: one for each other thing that exact words want, else what completes a short attribute."""
    others = [entry for entry in _other_entries(ask, turn, best, candidates) if entry.id not in {*used, best.entry.id}]
    if others:
        question = ask.whole or ask.text
        return tuple(answer_from(entry, question, _WORDS_FOR_ANOTHER, turn.state.said) for entry in others[:2])
    return (*_companions(ask, turn, best.entry, room), *_disagreement(ask, turn, best, candidates))


def _other_entries(ask: Ask, turn: Turn, best: Candidate, candidates: tuple[Candidate, ...]) -> Iterator[Entry]:
    specs = turn.needs.lexicon.intents
    covered = set(best.entry.topics)
    for name in sorted(ask.cues - _SIDE, key=list(specs).index):
        spec = specs[name]
        if name == "funding" and "cost" in covered and _PRICE_ALONE.search(ask.text.lower()):
            continue
        if not spec.topics or covered & set(spec.topics) or (spec.attribute == best.entry.attribute and spec.attribute):
            continue
        found = next(
            (c.entry for c in candidates if c.score >= _ENOUGH and set(c.entry.topics) & set(spec.topics)), None
        )
        entry = found or fallback_of(name, turn)
        if entry is not None:
            covered |= set(entry.topics)
            yield entry


def _disagreement(ask: Ask, turn: Turn, best: Candidate, candidates: tuple[Candidate, ...]) -> Iterator[Part]:
    """Yield the one sentence that says that sources differ on just this, where they do."""
    if best.entry.kind is Kind.CONFLICT:
        return
    # Nobody who asks where a number stands asks what sources say of it, unless the two are all but one question.
    needed = 0.62 if is_disputed(ask) else max(0.74, best.similarity - _NEARLY)
    for candidate in candidates:
        entry = candidate.entry
        related = set(entry.topics) & set(best.entry.topics) and (
            not entry.courses or not ask.courses or set(entry.courses) & set(ask.courses)
        )
        if entry.kind is Kind.CONFLICT and candidate.similarity >= needed and related:
            answer = next((s for s in entry.statements if s.role is Role.ANSWER), None)
            if answer is not None and answer.id not in turn.state.said and not _tells(best.entry, answer.text):
                yield Part("answer", (say(answer, entry),), None, (answer.id,), entry=entry.id)
                return


def _tells(entry: Entry, disagreement: str) -> bool:
    """Return whether the entry has most of what a sentence on differing sources says: then it repeats."""
    words = content_words(disagreement) - _OF_SOURCES
    told = content_words(" ".join(s.text for s in entry.statements if s.role is not Role.HISTORY))
    return len(words & told) >= _MOSTLY * len(words)


def _companions(ask: Ask, turn: Turn, entry: Entry, room: int) -> Iterator[Part]:
    for attribute in _COMPANIONS.get(entry.attribute or "", ()):
        other = turn.needs.base.attribute(entry.courses[0], attribute, turn.as_of) if entry.courses else None
        if other is None:
            continue
        length = len(other.statements[0].text.split())
        if length <= room and other.statements[0].id not in turn.state.said:
            room -= length
            yield answer_from(other, ask.text, length, turn.state.said)


def each_of(ask: Ask, turn: Turn, words: int) -> tuple[Part, ...]:
    """Return one attribute of each of several courses, where exact words ask for just that: "which takes longer?"."""
    own = {m.value for m in turn.needs.lexicon.names.find(ask.text) if m.kind in ("course", "course_hint")}
    if len(own) < 2 and not _OF_EACH.search(ask.text.lower()):
        return ()
    specs = turn.needs.lexicon.intents
    wanted = [specs[name].attribute for name in sorted(ask.cues, key=list(specs).index) if name in _COMPARABLE]
    entries = [
        entry
        for attribute in wanted
        for course in ask.courses[:3]
        if attribute and (entry := turn.needs.base.attribute(course, attribute, turn.as_of)) is not None
    ]
    room = max(20, words // max(1, len(entries)))
    others = [entry for name in _more_than_compared(ask, turn) if (entry := fallback_of(name, turn)) is not None]
    said = [answer_from(entry, ask.text, room, turn.state.said) for entry in entries[:4]]
    return (*said, *(answer_from(entry, ask.text, _WORDS_FOR_ANOTHER, turn.state.said) for entry in others if said))


def _more_than_compared(ask: Ask, turn: Turn) -> list[str]:
    """Return what exact words want beside the attributes that are told of each course: "deadlines, costs and time"."""
    specs = turn.needs.lexicon.intents
    return [name for name in sorted(ask.cues - _SIDE, key=list(specs).index) if name not in _COMPARABLE][:1]
