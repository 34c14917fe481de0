"""Checks of the content, one function each: a knowledge base in, problems out.

Checks that need the rules or the search run where those may be imported (`advisor/content_check.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.figures import find_figures, supported
from advisor.knowledge.problem import Problem, Severity
from advisor.knowledge.schema import Entry, Kind, ReplyKind, Role

Check = Callable[[KnowledgeBase, date], Iterator[Problem]]
_LONG_SENTENCE = 30
_READING_AGE = 14
_SENTENCE_END = re.compile(r"[.!?] +(?=[A-Z])")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|St|c|vs|No)\. ")


def sources_are_known(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Every statement names at least one source, and each one exists."""
    for entry in base.entries.values():
        for statement in entry.statements:
            for source_id in statement.sources:
                if source_id not in base.sources:
                    yield Problem(entry.file, statement.line, f"unknown source '{source_id}'")


def figures_are_recorded(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Every number, date and price of a statement is among the figures one of its sources records."""
    recorded = {
        source.id: find_figures(" ; ".join((*source.figures, source.title, source.url or "")))
        for source in base.sources.values()
    }
    for entry in base.entries.values():
        for statement in entry.statements:
            figures = find_figures(statement.text)
            known = frozenset().union(*(recorded.get(source_id, frozenset()) for source_id in statement.sources))
            missing = figures - supported(figures, known)
            if missing:
                yield Problem(
                    entry.file,
                    statement.line,
                    f"no cited source records {', '.join(sorted(missing))}; correct the sentence, or add the figure "
                    "to the source if the document really says so",
                )


def one_sentence_a_line(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """A statement is one sentence, so that its citation covers all of it."""
    for entry in base.entries.values():
        for statement in entry.statements:
            text = _ABBREVIATION.sub("", statement.text)
            if _SENTENCE_END.search(text):
                yield Problem(entry.file, statement.line, "more than one sentence on the line")
            if statement.text[-1] not in ".!?":
                yield Problem(entry.file, statement.line, "a sentence ends with a full stop")


def dates_are_in_order(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Validity runs forwards and what is retired names its successor."""
    for entry in base.entries.values():
        if entry.valid_to is not None and entry.valid_to < entry.valid_from:
            yield Problem(entry.file, entry.line, f"'{entry.id}' ends before it starts")
        if entry.valid_to is not None and entry.superseded_by is None:
            yield Problem(entry.file, entry.line, f"'{entry.id}' has an end but no superseded_by")
        if entry.valid_to is None and entry.superseded_by is not None:
            yield Problem(entry.file, entry.line, f"'{entry.id}' has a successor but no valid_to, so both hold at once")
    for source in base.sources.values():
        if source.published and source.updated and source.updated < source.published:
            yield Problem("knowledge/sources", 0, f"source '{source.id}' was updated before it was published")


def successors_follow_on(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """A successor starts the day after: no gap, no overlap."""
    for entry in base.entries.values():
        if entry.superseded_by is None:
            continue
        successor = base.entries.get(entry.superseded_by)
        if successor is None:
            yield Problem(entry.file, entry.line, f"'{entry.id}' is superseded by unknown '{entry.superseded_by}'")
        elif entry.valid_to is not None and (successor.valid_from - entry.valid_to).days != 1:
            word = "overlaps" if successor.valid_from <= entry.valid_to else "leaves a gap before"
            yield Problem(entry.file, entry.line, f"'{entry.id}' {word} its successor '{successor.id}'")


def links_lead_somewhere(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Related entries and courses exist."""
    for entry in base.entries.values():
        for related in entry.related:
            if related not in base.entries:
                yield Problem(entry.file, entry.line, f"dead link to '{related}'")
        for course in entry.courses:
            if base.courses and course not in base.courses:
                yield Problem(entry.file, entry.line, f"unknown course '{course}'")


def questions_have_phrasings(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """An FAQ has at least four other ways of asking it, and two held out."""
    for entry in base.of_kind(Kind.FAQ):
        if len(entry.ask) < 4:
            yield Problem(entry.file, entry.line, f"'{entry.id}' has fewer than four ways of asking")
        if len(entry.ask_held_out) < 2:
            yield Problem(entry.file, entry.line, f"'{entry.id}' holds out fewer than two ways of asking")


def answers_lead_on(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """An FAQ says its short answer first, and somewhere what to do next."""
    for entry in base.of_kind(Kind.FAQ):
        roles = [statement.role for statement in entry.statements]
        if roles and roles[0] != Role.ANSWER:
            yield Problem(entry.file, entry.line, f"'{entry.id}' does not begin with its short answer")
        if Role.NEXT not in roles:
            yield Problem(entry.file, entry.line, f"'{entry.id}' does not say what to do next")


def phrasings_are_not_shared(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """One phrasing leads to one entry, and a held-out one is really held out."""
    seen: dict[str, Entry] = {}
    for entry in base.entries.values():
        for phrase in (*entry.ask, *entry.ask_held_out):
            key = re.sub(r"\W+", " ", phrase.lower()).strip()
            first = seen.setdefault(key, entry)
            if first.id != entry.id:
                yield Problem(entry.file, entry.line, f"'{phrase}' also leads to '{first.id}'", Severity.WARNING)
        indexed = {re.sub(r"\W+", " ", phrase.lower()).strip() for phrase in (entry.title, *entry.ask)}
        for phrase in entry.ask_held_out:
            if re.sub(r"\W+", " ", phrase.lower()).strip() in indexed:
                yield Problem(entry.file, entry.line, f"'{phrase}' is held out and indexed at once")


def sentences_are_short(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """A sentence has at most thirty words."""
    for entry in base.entries.values():
        for statement in entry.statements:
            words = len(statement.text.split())
            if words > _LONG_SENTENCE:
                yield Problem(entry.file, statement.line, f"a sentence of {words} words", Severity.WARNING)


def first_paragraph_is_readable(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """The answer of an FAQ reads at fourteen or below by the Coleman-Liau index, plus five for age."""
    for entry in base.of_kind(Kind.FAQ):
        if entry.reply != ReplyKind.ANSWER or not entry.statements:
            continue
        age = reading_age(entry.statements[0].text)
        if age > _READING_AGE:
            line = entry.statements[0].line
            yield Problem(entry.file, line, f"reading age about {age:.0f} in the first sentence", Severity.WARNING)


def reading_age(text: str) -> float:
    """Return the Coleman-Liau grade of `text` plus five, a rough age in years; addresses are not read as words.

    One sentence is a small sample: treat the figure as a hint. Source: Coleman and Liau (1975).
    """
    prose = _ADDRESS.sub("", text)
    words = re.findall(r"[A-Za-z']+", prose)
    sentences = max(1, len(re.findall(r"[.!?;:]", prose)))
    letters = sum(len(word) for word in words)
    per_hundred = 100 / max(1, len(words))
    return 0.0588 * letters * per_hundred - 0.296 * sentences * per_hundred - 15.8 + 5


def reviews_are_not_overdue(base: KnowledgeBase, today: date) -> Iterator[Problem]:
    """Sources past their review date; a warning, so that nothing turns red by the calendar alone."""
    for source in base.sources.values():
        if source.review_by < today:
            message = f"source '{source.id}' was due for review by {source.review_by}"
            yield Problem("knowledge/sources", 0, message, Severity.WARNING)


CHECKS: tuple[Check, ...] = (
    sources_are_known,
    figures_are_recorded,
    one_sentence_a_line,
    dates_are_in_order,
    successors_follow_on,
    links_lead_somewhere,
    questions_have_phrasings,
    answers_lead_on,
    phrasings_are_not_shared,
    sentences_are_short,
    first_paragraph_is_readable,
    reviews_are_not_overdue,
)


def check_content(base: KnowledgeBase, today: date) -> tuple[Problem, ...]:
    """Run all checks that need nothing but the content."""
    return tuple(sorted(problem for check in CHECKS for problem in check(base, today)))
