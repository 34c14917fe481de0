"""Choose which statements of an entry answer a question, within a number of words.

Relevance is the share of the question's rarer words that a statement has: cheap, and easy to explain.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from advisor.answering.said import Ground, GroundKind, Said
from advisor.core.courses import COURSES
from advisor.knowledge.schema import Basis, Entry, Kind, Role, Statement

_STOP = frozenset(
    "a an the is are was were be been i you we he she it they my your our do does did can could will would should of in on at "
    "to for from by with and or but if so that this what which who how when where why not no yes have has had get npq npqs".split()
)
_HISTORY = re.compile(
    r"\b(?:used to|was|were|still|before|previous\w*|last year|changed?|history|old|older|20(?:1\d|2[0-5])|until)\b"
)
_CLEARLY_MORE = 0.3
_ORDER = {Role.ANSWER: 0, Role.CONDITION: 1, Role.DETAIL: 2, Role.CAUTION: 3, Role.HISTORY: 4, Role.NEXT: 5}
_WEIGHT = {
    Role.ANSWER: 3.0,
    Role.CONDITION: 1.2,
    Role.CAUTION: 0.8,
    Role.NEXT: 1.0,
    Role.DETAIL: 0.6,
    Role.HISTORY: 0.0,
}


def select_statements(
    entry: Entry, question: str, words: int, already_said: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Return the statements to say, in speaking order; the answer always, the rest by weight while there is room."""
    asked = content_words(question)
    wants_history = bool(_HISTORY.search(question.lower()))
    candidates = [s for s in entry.statements if s.role is not Role.HISTORY or wants_history]
    answers = [s for s in candidates if s.role is Role.ANSWER][:2] or candidates[:1]
    chosen = answers[:1]
    room = words - sum(len(s.text.split()) for s in chosen)
    rest = [s for s in candidates if s not in chosen and s.id not in already_said]
    for statement in sorted(rest, key=lambda s: -_score(s, asked, wants_history)):
        length = len(statement.text.split())
        if length <= room:
            chosen.append(statement)
            room -= length
    position = {statement.id: index for index, statement in enumerate(entry.statements)}
    in_order = sorted(chosen, key=lambda s: (_ORDER[s.role], position[s.id]))
    if entry.kind is not Kind.COURSE:
        return tuple(in_order)
    return tuple(_asked_first(in_order, asked, entry))


def _asked_first(chosen: list[Statement], asked: frozenset[str], entry: Entry) -> list[Statement]:
    """Return the statements with that one first which alone speaks of what was asked ("how many words?").

    A word counts by how few of the entry's statements have it; the course's own name counts for nothing.
    """
    courses = " ".join(COURSES[course].name for course in entry.courses)
    named = content_words(f"{entry.title} {entry.attribute} {courses}")
    words = [word for word in asked if word not in named and not word.startswith("npq")]
    having = {word: sum(word in content_words(s.text) for s in entry.statements) for word in words}
    share = {s.id: sum(1 / having[w] for w in words if having[w] and w in content_words(s.text)) for s in chosen}
    best = max((s for s in chosen if s.role is not Role.NEXT), key=lambda s: share[s.id], default=None)
    if best is None or share[best.id] < share[chosen[0].id] + _CLEARLY_MORE:
        return chosen
    return [best, *(s for s in chosen if s is not best)]


def content_words(text: str) -> frozenset[str]:
    """Return the stemmed words of `text` that carry meaning."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return frozenset(_stem(word) for word in words if word not in _STOP)


_BARE_ANSWER = re.compile(r"^(?:Yes|No)[,:] (?=(?!as long\b|but\b|though\b)\S+ \S+ \S+)")
_AS_LONG_AS = re.compile(r"^Yes, (as long as [^:.]+): (?=\S+ \S+ \S+)")
_ON_CONDITION = re.compile(r"^Yes[,:] if\b(?=[^:]*$)")
"""'Yes, if you are a head.' with nothing after the condition: what is left without its yes is 'Only if you are'."""


def without_yes_or_no(said: Said) -> Said:
    """Return the sentence without its "Yes," or "No,": another question than the entry's own may want the other one."""
    text = _ON_CONDITION.sub("Only if", said.text)
    text = _AS_LONG_AS.sub(r"\1, ", _BARE_ANSWER.sub("", text))
    return replace(said, text=text[0].upper() + text[1:])


def say(statement: Statement, entry: Entry) -> Said:
    """Return the statement as a sentence grounded in itself; a framework theme nobody has read says so in the text."""
    text = statement.text
    if statement.basis is Basis.GENERAL and entry.kind is Kind.FRAMEWORK:
        text = f"{text[:-1]} (a general summary, to be checked against the official framework){text[-1]}"
    return Said(text, (Ground(GroundKind.PASSAGE, statement.id),))


def _score(statement: Statement, asked: frozenset[str], wants_history: bool) -> float:
    overlap = len(asked & content_words(statement.text)) / max(1, len(asked))
    history = 1.5 if statement.role is Role.HISTORY and wants_history else 0.0
    doubt = 0.3 if statement.basis is Basis.GENERAL else 0.0
    return _WEIGHT[statement.role] + 1.5 * overlap + history - doubt


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
