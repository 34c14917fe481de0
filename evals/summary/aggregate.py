"""Turn scores into figures with intervals; where there are no scores there is no figure, never 0 and never NaN."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from evals.case import Case
from evals.measures import MEASURES
from evals.score import Score
from evals.summary.statistics import Interval, cluster_bootstrap, smallest_detectable, upper_bound, wilson


class Figure(BaseModel):
    """What one measure says of a set of cases."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float = Field(description="a share, or a mean")
    of: int = Field(description="cases (or families) that the measure applies to")
    count: int | None = Field(None, description="for a share: in how many it happened")
    families: int
    low: float = Field(description="lower end of the 95 % interval")
    high: float
    upper_bound: float | None = Field(None, description="for a fault: the exact one-sided 95 % bound of its share")
    detectable: float = Field(description="smallest paired difference found four times in five, if a tenth differs")


def figure_of(scores: Sequence[Score], clusters: Mapping[str, str], seed: int) -> Figure | None:
    """Return the figure of one measure; None, which reads "no scores", where nothing was scored.

    `clusters` maps a case to its family; what it does not hold is a family of its own.
    """
    if not scores:
        return None
    measure = MEASURES[scores[0].measure]
    values = [score.value for score in scores]
    families = [clusters.get(score.case, score.case) for score in scores]
    of, total = len(values), sum(values)
    interval = wilson(round(total), of) if measure.share else _interval_of_mean(values, families, seed)
    return Figure(
        value=round(total / of, 4),
        of=of,
        count=round(total) if measure.share else None,
        families=len(set(families)),
        low=round(interval.low, 4),
        high=round(interval.high, 4),
        upper_bound=None if measure.higher_is_better else round(upper_bound(round(total), of), 4),
        detectable=round(smallest_detectable(of), 4),
    )


def _interval_of_mean(values: Sequence[float], families: Sequence[str], seed: int) -> Interval:
    """Resample by family; where every case is full, or none is anything, there is no spread, so count the families."""
    of = len(set(families))
    if set(values) in ({0.0}, {1.0}):
        return wilson(of if values[0] else 0, of)
    return cluster_bootstrap(values, families, seed)


def figures_of(scores: Iterable[Score], cases: Iterable[Case], seed: int) -> dict[str, Figure]:
    """Return a figure for each measure that has scores, in the order of the measures."""
    clusters = {case.id: case.cluster for case in cases}
    by_measure: dict[str, list[Score]] = {}
    for score in scores:
        if score.case in clusters or score.case.startswith("family "):
            by_measure.setdefault(score.measure, []).append(score)
    made = {name: figure_of(by_measure.get(name, ()), clusters, seed) for name in MEASURES}
    return {name: figure for name, figure in made.items() if figure is not None}


def without_scores(figures: Mapping[str, Figure]) -> list[str]:
    """Return the measures that apply to nothing here."""
    return [name for name in MEASURES if name not in figures]
