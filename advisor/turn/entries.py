"""Make the answer to one question out of one entry of the knowledge base."""

from __future__ import annotations

import re
from collections.abc import Collection

from advisor.answering.said import Part, Said
from advisor.answering.selecting import content_words, say, select_statements, without_yes_or_no
from advisor.core.courses import COURSES
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.schema import Entry, Kind

_ASKS_WHICH = re.compile(r"\b(?:what|which|how|when|where|who|why)\b(?! about)")
"""A question that no "Yes," or "No," answers."""
_ASKS_WHETHER = re.compile(
    r"\b(?:is|are|am|can|could|do|does|did|will|would|should|must|may|has|have)\s+(?:i|we|you|it|they|she|he|there|this|that|the|my|our|an?|any|npq\w*|ehco|\w+s)\b|"
    r"^\W*(?:is|are|am|can|could|do|does|did|will|would|should|must|may|has|have)\b"
)
SAME_QUESTION = 0.82
"""Below it a question is near an entry's and not the same: its yes or no may be the wrong one."""


def answer_from(
    entry: Entry,
    question: str,
    words: int,
    already_said: Collection[str],
    kind: str | None = None,
    similarity: float = 0.0,
) -> Part:
    """Return the part that answers `question` from `entry` in at most about `words` words.

    `similarity` is that of the question to the entry's nearest way of being asked: an entry's own "Yes" or "No" is kept
    only where the question is as good as the same, and one that a yes or no answers.
    """
    statements = select_statements(entry, question, words, already_said)
    said = tuple(say(statement, entry) for statement in statements)
    lower = question.lower()
    whether = similarity >= SAME_QUESTION and _ASKS_WHETHER.search(lower) and not _ASKS_WHICH.search(lower)
    if said and entry.kind is Kind.FAQ and not (whether and _speaks_of_it(entry, lower, said[0].text)):
        said = (without_yes_or_no(said[0]), *said[1:])
    return Part(
        kind or entry.reply.value,
        said,
        statement_ids=tuple(statement.id for statement in statements),
        courses=entry.courses if len(entry.courses) <= 2 else (),
        entry=entry.id,
    )


def _speaks_of_it(entry: Entry, question: str, answer: str) -> bool:
    """Return whether the question has a word, besides the course's name, of what the yes or no is about."""
    named = content_words(" ".join(f"{COURSES[c].name} {COURSES[c].code}" for c in entry.courses))
    about = content_words(f"{entry.title} {answer}") - named
    return not entry.courses or bool((content_words(question) - named) & about)


def standing(base: KnowledgeBase, ids: Collection[str]) -> tuple[Said, ...]:
    """Return the standing statements with these ids as sentences."""
    found = [base.statement(statement_id) for statement_id in ids]
    return tuple(say(statement, entry) for statement, entry in found)
