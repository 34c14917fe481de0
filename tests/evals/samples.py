"""A tiny knowledge base, cases and records by hand, and a system that says what it is told to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from advisor.knowledge.base import KnowledgeBase, make_base
from advisor.knowledge.schema import Basis, Entry, Kind, Role, Source, Statement, Tier
from evals.case import Case
from evals.record import Record
from evals.systems.system import Played

TODAY = date(2026, 11, 21)
LENGTH = "NPQH takes 18 months."


def make_sample_base() -> KnowledgeBase:
    source = Source(
        id="guidance",
        title="Headship guidance",
        publisher="Department for Education",
        url="https://example.org/headship",
        published=date(2026, 5, 18),
        tier=Tier.DFE,
        checked_on=TODAY,
        review_by=date(2027, 11, 21),
        figures=("18 months",),
    )
    entry = Entry(
        id="faq-length",
        kind=Kind.FAQ,
        title="How long is it?",
        statements=(
            Statement(
                id="faq-length.1", text=LENGTH, sources=("guidance",), role=Role.ANSWER, basis=Basis.SEEN, line=7
            ),
        ),
        courses=("npq-headship",),
        valid_from=date(2021, 9, 1),
        checked_on=TODAY,
        file="faqs/length.md",
        line=1,
    )
    return make_base({"guidance": source}, {}, {"faq-length": entry}, "sample")


BASE = make_sample_base()
CITATION: Mapping[str, Any] = {
    "n": 1,
    "kind": "passage",
    "id": "faq-length.1",
    "title": "Headship guidance",
    "url": "https://example.org/headship",
    "quote": LENGTH,
}


def make_reply(**changes: Any) -> dict[str, Any]:
    reply: dict[str, Any] = {
        "kind": "answer",
        "text": f"{LENGTH} [1]",
        "statements": [{"text": LENGTH, "citations": [1]}],
        "citations": [dict(CITATION)],
        "courses": ["npq-headship"],
        "verdicts": [],
        "suggestions": [],
        "question": None,
        "facts": {},
        "as_of": "2026-11-21",
    }
    return reply | changes


def make_case(**fields: Any) -> Case:
    return Case.model_validate({"id": "c1", "turns": ["How long is NPQH?"]} | fields)


def make_record(*replies: dict[str, Any], **fields: Any) -> Record:
    return Record.model_validate({"id": "c1", "replies": list(replies or (make_reply(),))} | fields)


def make_verdict(**changes: Any) -> dict[str, Any]:
    verdict: dict[str, Any] = {
        "course": "npq-headship",
        "cohort": "2026b",
        "outcome": "eligible",
        "reason": "funded",
        "missing": [],
        "steps": [{"condition": "works_in_england", "truth": "true", "because": "In England.", "source": "guidance"}],
    }
    return verdict | changes


@dataclass
class ScriptedSystem:
    """Replies as scripted by case, crashes where the script says so, and notes what it was asked to play."""

    name: str = "adviser"
    replies: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    crashes: frozenset[str] = frozenset()
    played: list[str] = field(default_factory=list)

    def play(self, case: Case, as_of: date) -> Played:
        self.played.append(case.id)
        if case.id in self.crashes:
            raise RuntimeError("no answer to that")
        reply = self.replies.get(case.id) or make_reply()
        record = Record(id=case.id, replies=tuple(reply for _ in case.turns), retrieved=())
        return Played(record, tuple(1.0 + len(self.played) for _ in case.turns))
