"""Compare two runs on the cases they share: exact tests for shares, a bootstrap by family for means, Holm over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict, Field

from evals.case import Case
from evals.measures import MEASURES
from evals.score import Score
from evals.summary.statistics import holm, mcnemar, paired_bootstrap, smallest_detectable

SIGNIFICANT = 0.05
Values = Mapping[str, Mapping[str, float]]


class Comparison(BaseModel):
    """One measure in two runs; a difference above 0 means that the second run has more of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: str
    of: int = Field(description="cases scored in both runs")
    first: float
    second: float
    difference: float
    low: float
    high: float
    p: float
    p_holm: float = Field(description="adjusted for all measures compared")
    test: str
    better: tuple[str, ...] = Field((), description="cases on which the second run is better")
    worse: tuple[str, ...] = ()
    detectable: float

    @property
    def is_better(self) -> bool | None:
        """Whether the second run is better; None where the difference may be chance."""
        if self.p_holm >= SIGNIFICANT or self.difference == 0:
            return None
        return (self.difference > 0) == MEASURES[self.measure].higher_is_better


def values_of(scores: Iterable[Score]) -> dict[str, dict[str, float]]:
    """Return the scores as measure, then case, then value."""
    found: dict[str, dict[str, float]] = {}
    for score in scores:
        found.setdefault(score.measure, {})[score.case] = score.value
    return found


def compare(
    first: Values, second: Values, cases: Iterable[Case], seed: int, measures: Iterable[str] = MEASURES
) -> tuple[Comparison, ...]:
    """Return a comparison for each measure that has scores of the same cases in both runs."""
    clusters = {case.id: case.cluster for case in cases}
    made = [
        _compare(name, first[name], second[name], clusters, seed)
        for name in measures
        if name in first and name in second and set(first[name]) & set(second[name])
    ]
    adjusted = holm({item.measure: item.p for item in made})
    return tuple(item.model_copy(update={"p_holm": round(adjusted[item.measure], 6)}) for item in made)


def _compare(
    name: str, first: Mapping[str, float], second: Mapping[str, float], clusters: Mapping[str, str], seed: int
) -> Comparison:
    shared = sorted(set(first) & set(second))
    differences = [second[case] - first[case] for case in shared]
    paired = paired_bootstrap(differences, [clusters.get(case, case) for case in shared], seed)
    up = [case for case, difference in zip(shared, differences, strict=True) if difference > 0]
    down = [case for case, difference in zip(shared, differences, strict=True) if difference < 0]
    share = MEASURES[name].share
    higher = MEASURES[name].higher_is_better
    discordant = max(1, len(up) + len(down)) / len(shared)
    return Comparison(
        measure=name,
        of=len(shared),
        first=round(sum(first[case] for case in shared) / len(shared), 4),
        second=round(sum(second[case] for case in shared) / len(shared), 4),
        difference=round(paired.mean, 4),
        low=round(paired.interval.low, 4),
        high=round(paired.interval.high, 4),
        p=round(mcnemar(len(down), len(up)) if share else paired.p, 6),
        p_holm=1.0,
        test="McNemar, exact" if share else "bootstrap by family",
        better=tuple(up if higher else down),
        worse=tuple(down if higher else up),
        detectable=round(smallest_detectable(len(shared), discordant), 4),
    )
