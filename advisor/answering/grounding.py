"""Check that every number, date, price and address in a finished reply is backed by what it cites.

Method: the figures of a sentence must be among the figures its sources record, or stand in its rule line.
"""

from __future__ import annotations

from collections.abc import Iterable

from advisor.answering.citations import Citation, CitedStatement
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.figures import find_figures, supported
from advisor.rules.verdict import Verdict


def ground_problems(
    statements: Iterable[CitedStatement],
    citations: Iterable[Citation],
    base: KnowledgeBase,
    verdicts: Iterable[Verdict],
) -> frozenset[str]:
    """Return the texts of statements with a figure that nothing behind them records."""
    by_number = {citation.n: citation for citation in citations}
    trace = _figures_of_trace(verdicts)
    failed = set()
    for statement in statements:
        figures = find_figures(statement.text)
        if not figures:
            continue
        recorded = trace.union(*(_recorded(by_number[n], base) for n in statement.citations))
        if figures - supported(figures, recorded):
            failed.add(statement.text)
    return frozenset(failed)


def _recorded(citation: Citation, base: KnowledgeBase) -> frozenset[str]:
    """The figures behind one citation: those its sources record, and for a rule line those of the line."""
    if citation.kind == "ruleset":
        return find_figures(citation.quote)
    statement, _ = base.statement(citation.id)
    texts = (
        part
        for source_id in statement.sources
        for part in (*base.sources[source_id].figures, base.sources[source_id].url or "")
    )
    return find_figures(" ; ".join(texts))


def _figures_of_trace(verdicts: Iterable[Verdict]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for verdict in verdicts:
        cohort = verdict.cohort or ""
        found |= find_figures(f"{cohort[:4]} five 16 19 PP50")
        found |= find_figures(" ".join(step.because for step in verdict.steps))
    return found
