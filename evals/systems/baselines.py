"""Simpler systems that answer with the passages they find, so that a report says what the rest is worth.

None of them follows a conversation: all messages of one person are put together as one question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import Any, Protocol

from advisor.build import build_advisor
from advisor.dialogue.text.cleaning import clean
from advisor.knowledge.base import KnowledgeBase
from advisor.pipeline import Advisor
from advisor.retrieval.embedding import Embedder
from advisor.retrieval.hybrid import HybridOptions
from advisor.settings import Settings
from evals.case import Case
from evals.record import Record
from evals.systems.adviser import decide_case, look_up
from evals.systems.system import Played

PLAIN = HybridOptions(lexical=False, question_vectors=False, middle=False, fusion=False)
"""What a first attempt with a vector store does: the passages' own text, by meaning alone."""


class FoundDocument(Protocol):
    """What of a LangChain document is used here."""

    id: str | None
    page_content: str
    metadata: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A name, what of retrieval it uses, and how many passages it answers with."""

    name: str
    options: HybridOptions
    passages: int = 1


BASELINES = (
    Baseline("lexical", HybridOptions(dense=False)),
    Baseline("dense", HybridOptions(lexical=False, middle=False)),
    Baseline("hybrid", HybridOptions()),
    Baseline("chain, best passage", PLAIN),
    Baseline("chain, best four", PLAIN, passages=4),
)


@dataclass(frozen=True, slots=True)
class ChainSystem:
    """A retriever piped into a function that hands its passages back: the plain LangChain chain."""

    name: str
    advisor: Advisor
    passages: int

    def play(self, case: Case, as_of: date) -> Played:
        """Return one reply to all messages together; a case without words has no reply."""
        day = case.as_of or as_of
        if not case.asks_in_words:
            return decide_case(case, day)
        question = " ".join(clean(turn).text for turn in case.turns).strip()
        base = self.advisor.needs.base
        started = perf_counter()
        documents = self.advisor.retriever.invoke(question, as_of=day, k=self.passages) if question else []
        reply = reply_of(documents, base, day)
        taken = (perf_counter() - started) * 1000
        retrieved = look_up(self.advisor.needs.retriever, base, case.turns[-1], day)
        return Played(Record(id=case.id, replies=(reply,), retrieved=retrieved), (taken,))


def reply_of(documents: Sequence[FoundDocument], base: KnowledgeBase, day: date) -> dict[str, Any]:
    """Return the passages as a reply: each statement of theirs is said, and cites itself."""
    statements: list[dict[str, Any]] = []
    citations: list[dict[str, Any]] = []
    courses: list[str] = []
    for document in documents:
        entry = base.entries[str(document.id)]
        courses += [course for course in entry.courses if len(entry.courses) <= 2]
        for statement in entry.statements:
            number = len(citations) + 1
            source = base.strongest(statement)
            statements.append({"text": statement.text, "citations": [number]})
            citations.append(
                {"n": number, "kind": "passage", "id": statement.id, "title": source.title, "url": source.url,
                 "quote": statement.text, "basis": statement.basis.value}
            )  # fmt: skip
    return {
        "kind": "answer" if documents else "clarify",
        "text": "\n\n".join(document.page_content for document in documents),
        "statements": statements,
        "citations": citations,
        "courses": list(dict.fromkeys(courses)),
        "verdicts": [],
        "question": None,
        "facts": {},
        "as_of": day.isoformat(),
    }


def build_baselines(settings: Settings, embedder: Embedder) -> list[ChainSystem]:
    """Return the baselines, all on the same content, index and model."""
    advisors: dict[HybridOptions, Advisor] = {}
    systems = []
    for baseline in BASELINES:
        if baseline.options not in advisors:
            advisors[baseline.options] = build_advisor(settings, embedder=embedder, options=baseline.options)
        systems.append(ChainSystem(baseline.name, advisors[baseline.options], baseline.passages))
    return systems
