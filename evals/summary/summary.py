"""Put all figures of one run together: `summary.json`, which holds no time and no path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from advisor.knowledge.base import KnowledgeBase
from evals.case import Case
from evals.configuration import Configuration
from evals.record import Record
from evals.score import Score
from evals.summary.aggregate import Figure, figures_of, without_scores
from evals.summary.confusion import Confusion, confusion_of
from evals.summary.families import families_of, marker_of, score_families
from evals.summary.paired import Comparison, compare, values_of
from evals.summary.risk import Risk, risk_of

SMALLEST_SLICE = 3
BASELINE_MEASURES = (
    "key_facts", "completeness", "all", "recall@5", "rr@10", "ndcg@10", "cites_gold", "reference_words",
    "reference_figures",
)  # fmt: skip
"""What simpler systems are compared on: what is said and what is found, not what only an adviser can do."""
Figures = dict[str, Figure]


class SystemFigures(BaseModel):
    """A simpler system on the same cases, and the adviser held against it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: Figures
    comparisons: tuple[Comparison, ...] = Field(description="first: this system; second: the adviser")


class Summary(BaseModel):
    """What a run found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    configuration: Configuration
    cases: int
    families: int
    failures: int
    kinds: dict[str, int] = Field(description="last replies by kind")
    figures: Figures
    no_scores: list[str] = Field(description="measures that apply to none of the cases")
    datasets: dict[str, Figures]
    splits: dict[str, Figures]
    slices: dict[str, Figures] = Field(description="by tag")
    confusion: dict[str, Confusion]
    risk: Risk | None
    worst_families: dict[str, float]
    baselines: dict[str, SystemFigures]


def with_families(cases: Sequence[Case], records: Sequence[Record], scores: Sequence[Score]) -> tuple[Score, ...]:
    """Return the scores of the cases and those of their families."""
    return (*scores, *score_families(families_of(cases, scores), records))


def summarise(
    configuration: Configuration,
    cases: Sequence[Case],
    records: Sequence[Record],
    scores: Sequence[Score],
    base: KnowledgeBase,
    *,
    baselines: dict[str, Sequence[Score]] | None = None,
) -> Summary:
    """Return the summary of one run; `scores` holds those of the families too."""
    seed = configuration.seed
    families = families_of(cases, scores)
    figures = figures_of(scores, cases, seed)
    return Summary(
        configuration=configuration,
        cases=len(cases),
        families=len({case.cluster for case in cases}),
        failures=sum(1 for record in records if record.failure is not None),
        kinds=dict(sorted(Counter(str(r.replies[-1].get("kind")) for r in records if r.replies).items())),
        figures=figures,
        no_scores=without_scores(figures),
        datasets=_grouped(cases, scores, seed, lambda case: (case.dataset,)),
        splits=_grouped(cases, scores, seed, lambda case: (case.split,)),
        slices=_slices(cases, scores, seed),
        confusion=_confusions(cases, records),
        risk=risk_of(cases, records, scores, base),
        worst_families={family.name: round(family.passed, 4) for family in families if family.passed < 1},
        baselines={name: _against(own, scores, cases, seed) for name, own in (baselines or {}).items()},
    )


def _against(own: Sequence[Score], scores: Sequence[Score], cases: Sequence[Case], seed: int) -> SystemFigures:
    compared = compare(values_of(own), values_of(scores), cases, seed, BASELINE_MEASURES)
    return SystemFigures(figures=figures_of(own, cases, seed), comparisons=compared)


def _grouped(
    cases: Sequence[Case], scores: Sequence[Score], seed: int, names: Callable[[Case], Iterable[str]]
) -> dict[str, Figures]:
    """Figures of the cases under each name that they go by, and of the families that lie in there whole."""
    members: dict[str, list[Case]] = {}
    for case in cases:
        for name in names(case):
            members.setdefault(name, []).append(case)
    by_case: dict[str, list[Score]] = {}
    for score in scores:
        by_case.setdefault(score.case, []).append(score)
    return {name: figures_of(_scores_of(listed, by_case), listed, seed) for name, listed in sorted(members.items())}


def _scores_of(cases: Sequence[Case], by_case: Mapping[str, Sequence[Score]]) -> list[Score]:
    ids = dict.fromkeys([*(case.id for case in cases), *(marker_of(case.cluster) for case in cases)])
    return [score for id_ in ids for score in by_case.get(id_, ())]


def _slices(cases: Sequence[Case], scores: Sequence[Score], seed: int) -> dict[str, Figures]:
    """Figures by tag and class; slices of one or two cases say nothing and are left out."""
    counts = Counter(tag for case in cases for tag in _slice_names(case))
    kept = {tag for tag, count in counts.items() if count >= SMALLEST_SLICE}
    return _grouped(cases, scores, seed, lambda case: [tag for tag in _slice_names(case) if tag in kept])


def _slice_names(case: Case) -> list[str]:
    classes = [f"class: {case.question_class}"] if case.question_class else []
    return [*dict.fromkeys(case.tags), *classes]


def _confusions(cases: Sequence[Case], records: Sequence[Record]) -> dict[str, Confusion]:
    """One table for decisions from stated facts, one for verdicts in conversation, one for the telling rows."""
    parts = {
        "decisions": [case for case in cases if not case.asks_in_words],
        "conversations": [case for case in cases if case.asks_in_words],
        "informative": [case for case in cases if "informative" in case.tags],
    }
    made = {name: confusion_of(listed, records) for name, listed in parts.items()}
    return {name: table for name, table in made.items() if table is not None}
