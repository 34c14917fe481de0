"""A small knowledge base made by hand: three sources, three entries."""

from __future__ import annotations

from datetime import date

from advisor.knowledge.base import KnowledgeBase, make_base
from advisor.knowledge.schema import Basis, Entry, Kind, Role, Source, Statement, Tier

DAY = date(2026, 11, 21)


def source(
    source_id: str, tier: Tier = Tier.DFE, figures: tuple[str, ...] = (), published: date | None = None
) -> Source:
    return Source(
        id=source_id, title=f"Title of {source_id}", publisher="DfE", url=f"https://example.org/{source_id}",
        published=published, tier=tier, checked_on=DAY, review_by=date(2027, 6, 1), figures=figures,
    )  # fmt: skip


def statement(
    statement_id: str,
    text: str,
    role: Role = Role.DETAIL,
    basis: Basis = Basis.SEEN,
    sources: tuple[str, ...] = ("dfe",),
) -> Statement:
    return Statement(id=statement_id, text=text, sources=sources, role=role, basis=basis, line=1)


def entry(entry_id: str, *statements: Statement, kind: Kind = Kind.FAQ, **fields: object) -> Entry:
    held: dict[str, object] = {
        "id": entry_id, "kind": kind, "title": f"About {entry_id}?", "statements": statements,
        "valid_from": date(2021, 11, 1), "checked_on": date(2026, 11, 1), "file": "knowledge/x.md", "line": 1,
    }  # fmt: skip
    return Entry.model_validate(held | fields)


LENGTH = entry(
    "faq-length",
    statement("faq-length.1", "The course takes 18 months.", Role.ANSWER, sources=("hub", "dfe")),
    statement("faq-length.2", "It counts only where you finish the online part.", Role.CONDITION),
    statement("faq-length.3", "Clinics with other schools are spread over the terms.", Role.DETAIL),
    statement("faq-length.4", "Ask your provider for the dates of the clinics.", Role.NEXT),
    statement("faq-length.5", "No provider promises a pass by a certain day.", Role.CAUTION, Basis.PARTIAL),
    statement("faq-length.6", "Before 2021 it took 12 months.", Role.HISTORY, sources=("law",)),
)
FRAMEWORK = entry(
    "npq-headship-framework#culture",
    statement("npq-headship-framework#culture.1", "You learn to shape a culture.", Role.ANSWER, Basis.GENERAL),
    kind=Kind.FRAMEWORK,
)
SOURCES = {
    "law": source("law", Tier.LEGISLATION, ("12 months", "2021"), date(2014, 9, 1)),
    "dfe": source("dfe", Tier.DFE, ("18 months",), date(2025, 7, 3)),
    "hub": source("hub", Tier.HUB, ("£900",)),
}
BASE: KnowledgeBase = make_base(SOURCES, {}, {item.id: item for item in (LENGTH, FRAMEWORK)}, "hash")
