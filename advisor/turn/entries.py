"""Make the answer to one question out of one entry of the knowledge base."""

from __future__ import annotations

import re
from collections.abc import Collection

from advisor.answering.said import Part, Said
from advisor.answering.selecting import say, select_statements, without_yes_or_no
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.schema import Entry, Kind

_ASKS_WHICH = re.compile(r"\W*(?:and |so |but )?(?:what|which|how|when|where|who|why)\b(?! about)")
"""A question that no "Yes," or "No," answers."""


def answer_from(
    entry: Entry, question: str, words: int, already_said: Collection[str], kind: str | None = None
) -> Part:
    """Return the part that answers `question` from `entry` in at most about `words` words."""
    statements = select_statements(entry, question, words, already_said)
    said = tuple(say(statement, entry) for statement in statements)
    if said and entry.kind is Kind.FAQ and _ASKS_WHICH.match(question.lower()):
        said = (without_yes_or_no(said[0]), *said[1:])
    return Part(
        kind or entry.reply.value,
        said,
        statement_ids=tuple(statement.id for statement in statements),
        courses=entry.courses if len(entry.courses) <= 2 else (),
        entry=entry.id,
    )


def standing(base: KnowledgeBase, ids: Collection[str]) -> tuple[Said, ...]:
    """Return the standing statements with these ids as sentences."""
    found = [base.statement(statement_id) for statement_id in ids]
    return tuple(say(statement, entry) for statement, entry in found)
