"""A handful of entries by hand, small enough to work out by hand what a search must find."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from advisor.knowledge.passages import Passage, make_passages
from advisor.knowledge.schema import Basis, Entry, Kind, Role, Source, Statement, Tier

TODAY = date(2026, 11, 21)


def make_entry(
    entry_id: str,
    title: str,
    texts: Sequence[str],
    *,
    kind: Kind = Kind.FAQ,
    ask: Sequence[str] = (),
    ask_held_out: Sequence[str] = (),
    courses: Sequence[str] = (),
    sources: Sequence[str] = ("guidance",),
    valid_from: date = date(2021, 9, 1),
    valid_to: date | None = None,
    role: Role = Role.ANSWER,
) -> Entry:
    statements = tuple(
        Statement(
            id=f"{entry_id}.{position}", text=text, sources=tuple(sources), role=role, basis=Basis.SEEN, line=position
        )
        for position, text in enumerate(texts, start=1)
    )
    return Entry(
        id=entry_id,
        kind=kind,
        title=title,
        statements=statements,
        courses=tuple(courses),
        ask=tuple(ask),
        ask_held_out=tuple(ask_held_out),
        valid_from=valid_from,
        valid_to=valid_to,
        checked_on=date(2026, 11, 1),
        file="sample.md",
        line=1,
    )


def make_source(source_id: str, tier: Tier, published: date | None) -> Source:
    return Source(
        id=source_id,
        title=f"About {source_id}",
        publisher="Department for Education",
        url=f"https://example.org/{source_id}",
        published=published,
        tier=tier,
        checked_on=date(2026, 11, 1),
        review_by=date(2027, 11, 1),
    )


RESIT = make_entry(
    "faq-resit",
    "What happens if I fail the assessment?",
    ["You can resit it once."],
    ask=["can i do the test again", "failed my npq"],
    ask_held_out=["not passed first time"],
)
COST = make_entry("faq-cost", "What does an NPQ cost?", ["Your school pays where there is no funding."], ask=["price"])
OLD_COST = make_entry(
    "faq-cost-2021", "What did an NPQ cost in 2021?", ["Every place was paid for."], valid_to=date(2024, 7, 31)
)
HEADSHIP = make_entry(
    "npq-headship#length", "Length", ["It takes 18 months."], kind=Kind.COURSE, courses=["npq-headship"]
)
SENCO = make_entry("npq-senco#length", "Length", ["It takes 18 months."], kind=Kind.COURSE, courses=["npq-senco"])

ENTRIES = (RESIT, COST, OLD_COST, HEADSHIP, SENCO)


def sample_passages() -> tuple[Passage, ...]:
    return make_passages(ENTRIES)
