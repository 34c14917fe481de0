"""How long a reply takes, from the timings of a run. The only figures that differ from run to run."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from pydantic import BaseModel, ConfigDict

from evals.record import Timing

_EDGES = (0, 25, 50, 75, 100, 150, 200, 300, 500, 1000, 1500, float("inf"))


class Latency(BaseModel):
    """Milliseconds of one message each; the histogram counts messages up to each edge."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    messages: int
    median: float
    p95: float
    slowest: float
    histogram: tuple[tuple[str, int], ...]


def latency_of(timings: Iterable[Timing]) -> Latency | None:
    """Return the figures over all messages; None where no time was kept."""
    values = [value for timing in timings for value in timing.milliseconds]
    if not values:
        return None
    counts, _ = np.histogram(values, bins=np.array(_EDGES))
    labels = [f"{low:g} to {high:g}" if high != float("inf") else f"over {low:g}" for low, high in _pairs()]
    return Latency(
        messages=len(values),
        median=round(float(np.median(values)), 1),
        p95=round(float(np.quantile(values, 0.95)), 1),
        slowest=round(max(values), 1),
        histogram=tuple(zip(labels, (int(count) for count in counts), strict=True)),
    )


def _pairs() -> list[tuple[float, float]]:
    return list(pairwise(_EDGES))
