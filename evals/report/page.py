"""What a report holds, whatever it is written as: gathered once, so that Markdown and HTML say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from advisor.knowledge.base import KnowledgeBase
from evals.case import Case
from evals.measures import MEASURES
from evals.record import Record, Retrieved, Timing
from evals.report.beside import Beside, set_beside
from evals.score import Score
from evals.summary.aggregate import Figure
from evals.summary.latency import Latency, latency_of
from evals.summary.paired import Comparison
from evals.summary.summary import Summary

WORST = 25
"""Cases shown in full: as many as somebody will read."""
FAR = 0.5
"""A reply with fewer of the words of somebody's own answer is worth reading beside it."""
_GRID = (
    "all", "key_facts", "forbidden", "kind", "verdict", "decided_outcome", "recall@5", "rr@10", "reference_words",
    "reference_figures", "needless_refusal", "cited",
)  # fmt: skip
_COLUMNS = 8
_TOLD = frozenset(
    "ran kind key_facts forbidden courses verdict cited decided_outcome decided_reason decided_missing "
    "false_confidence needless_refusal attack_success benign_block personal_data_repeated signposted dialogue_right "
    "facts_carried figures_backed citations_resolve quotes_verbatim names_backed nothing_uncited rules_agree "
    "reference_figures".split()
)


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """One passage that a shown reply cites: our statement, where it lies, and the source it summarises."""

    anchor: str
    quote: str
    place: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case that went wrong: what was asked, what was said, why it fails, and what stood behind it."""

    case: Case
    replies: tuple[Mapping[str, Any], ...]
    misses: tuple[Score, ...]
    trace: tuple[str, ...]
    passages: tuple[CitedPassage, ...]
    retrieved: tuple[str, ...]
    failure: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a report says."""

    summary: Summary
    latency: Latency | None
    decision_time: Latency | None
    shown: tuple[ShownCase, ...]
    hidden: int
    beside: tuple[Beside, ...]
    comparisons: tuple[Comparison, ...] = field(default=())
    compared_with: str = ""


def make_page(
    summary: Summary,
    cases: Sequence[Case],
    records: Sequence[Record],
    scores: Sequence[Score],
    base: KnowledgeBase,
    *,
    timings: Sequence[Timing] = (),
    comparisons: tuple[Comparison, ...] = (),
    compared_with: str = "",
) -> Page:
    """Return the report of a run; failures come first, then the most misses, then what says least of what it should."""
    by_id = {record.id: record for record in records}
    misses = _misses(scores)
    told = {score.case: score.value for score in scores if score.measure == "completeness"}
    wrong = [case for case in cases if misses.get(case.id)]
    wrong.sort(
        key=lambda case: (not _failed(by_id.get(case.id)), -len(misses[case.id]), told.get(case.id, 1.0), case.id)
    )
    shown = tuple(_show(case, by_id.get(case.id), misses[case.id], base) for case in wrong[:WORST])
    spoken = {case.id for case in cases if case.asks_in_words}
    return Page(
        summary=summary,
        latency=latency_of(timing for timing in timings if timing.id in spoken),
        decision_time=latency_of(timing for timing in timings if timing.id not in spoken),
        shown=shown,
        hidden=len(wrong) - len(shown),
        beside=set_beside(cases, by_id, scores),
        comparisons=comparisons,
        compared_with=compared_with,
    )


def grid_measures(groups: Iterable[Mapping[str, Figure]]) -> list[str]:
    """Return the measures to set slices side by side in: the first few of the telling ones that any slice has."""
    listed = list(groups)
    return [name for name in _GRID if any(name in figures for figures in listed)][:_COLUMNS]


def worst_first(slices: Mapping[str, Mapping[str, Figure]]) -> list[str]:
    """Return the names of slices, those that pass least first, those that nothing is required of last."""

    def place(name: str) -> tuple[float, str]:
        figure = slices[name].get("all") or slices[name].get("reference_words")
        return (2.0 if figure is None else figure.value, name)

    return sorted(slices, key=place)


def _misses(scores: Sequence[Score]) -> dict[str, list[Score]]:
    """Return, by case, the scores that a reader should see: faults, and checks that were not passed."""
    found: dict[str, list[Score]] = {}
    for score in scores:
        if _is_worth_reading(score):
            found.setdefault(score.case, []).append(score)
    return found


def _is_worth_reading(score: Score) -> bool:
    """Return whether a reader should look: a check missed, a fault, a search in vain, a reply far from the sheet's."""
    if score.measure == "reference_words":
        return score.value < FAR
    if score.measure == "recall@5":
        return score.value == 0
    good = 1.0 if MEASURES[score.measure].higher_is_better else 0.0
    return score.measure in _TOLD and score.value != good


def _failed(record: Record | None) -> bool:
    return record is None or record.failure is not None


def _show(case: Case, record: Record | None, misses: Sequence[Score], base: KnowledgeBase) -> ShownCase:
    replies = record.replies if record else ()
    last = replies[-1] if replies else {}
    verdicts = [*(last.get("verdicts") or ()), *([record.verdict] if record and record.verdict else [])]
    failure = record.failure if record else None
    return ShownCase(
        case=case,
        replies=replies,
        misses=tuple(misses),
        trace=tuple(line for verdict in verdicts for line in _trace(verdict)),
        passages=tuple(_passage(case, citation, base) for citation in last.get("citations") or ()),
        retrieved=tuple(_found(item) for item in (record.retrieved or ())[:5]) if record else (),
        failure=f"{failure.error} at {failure.where or 'an unknown place'}: {failure.message}" if failure else "",
    )


def _trace(verdict: Mapping[str, Any]) -> list[str]:
    head = (
        f"{verdict['course']} in {verdict.get('cohort')}: {verdict['outcome']} ({verdict.get('reason') or 'no reason'})"
    )
    return [
        head,
        *(f"{step['condition']} is {step['truth']}: {step['because']}" for step in verdict.get("steps") or ()),
    ]


def _passage(case: Case, citation: Mapping[str, Any], base: KnowledgeBase) -> CitedPassage:
    place = str(citation["id"])
    if citation["kind"] == "passage":
        try:
            statement, entry = base.statement(place)
            place = f"{entry.file}:{statement.line}"
        except KeyError:
            place = f"{place} (not in the knowledge base)"
    anchor = f"passage-{anchor_of(case.id)}-{citation['n']}"
    return CitedPassage(anchor, citation["quote"], place, citation.get("title", ""), citation.get("url"))


def anchor_of(case_id: str) -> str:
    """Return the id as a place on a page, which may hold no white space."""
    return "_".join(case_id.split())


def _found(item: Retrieved) -> str:
    sure = "" if item.similarity is None else f", similarity {item.similarity:.2f}"
    return f"{item.entry} (score {item.score:.4f}{sure})"
