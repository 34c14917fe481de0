"""Intervals and tests, each with the name under which it is found in the literature; no opinions on what they mean.

A *family* of cases asks one thing in several wordings, so its cases are not independent: means and differences are
resampled by family, never by case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import stats

DRAWS = 10_000
Z95 = 1.959963984540054
_POWER80 = 0.8416212335729143


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, both ends included."""

    low: float
    high: float


def wilson(passed: int, of: int) -> Interval:
    """Return Wilson's score interval for a share (1927).

    Raises:
        ValueError: where there is nothing to take a share of.

    >>> interval = wilson(90, 100)
    >>> round(interval.low, 3), round(interval.high, 3)
    (0.826, 0.945)
    """
    if of < 1:
        raise ValueError("a share of nothing has no interval")
    share, z2 = passed / of, Z95 * Z95
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z95 * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def upper_bound(events: int, of: int, confidence: float = 0.95) -> float:
    """Return the exact one-sided upper bound of a share (Clopper and Pearson, 1934).

    >>> round(upper_bound(0, 300), 4)
    0.0099
    """
    if of < 1:
        raise ValueError("a share of nothing has no bound")
    return 1.0 if events >= of else float(stats.beta.ppf(confidence, events + 1, of - events))


def cluster_bootstrap(values: Sequence[float], clusters: Sequence[str], seed: int, draws: int = DRAWS) -> Interval:
    """Return the percentile interval of the mean, drawing whole families with replacement.

    >>> cluster_bootstrap([1.0, 1.0, 1.0], ["a", "a", "b"], seed=1)
    Interval(low=1.0, high=1.0)
    """
    low, high = np.quantile(_resampled_means(values, clusters, seed, draws), [0.025, 0.975])
    return Interval(float(low), float(high))


def mcnemar(only_first: int, only_second: int) -> float:
    """Return the two-sided p of McNemar's exact test, from the cases on which two runs differ.

    >>> round(mcnemar(0, 6), 4)
    0.0312
    """
    of = only_first + only_second
    return 1.0 if of == 0 else float(stats.binomtest(only_first, of, 0.5).pvalue)


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """The mean difference between two runs on the same cases, its interval and two-sided p."""

    mean: float
    interval: Interval
    p: float


def paired_bootstrap(
    differences: Sequence[float], clusters: Sequence[str], seed: int, draws: int = DRAWS
) -> PairedDifference:
    """Return the mean of paired differences with a bootstrap by family.

    p is how often resampled means, moved to have mean 0, lie at least as far out as the mean seen; with one added to
    both counts it is never 0 (Davison and Hinkley, 1997, section 4.4). Where few families differ, and all alike, there
    is no spread to resample; p is never below that of a sign test in which all of them go one way.

    >>> paired_bootstrap([1.0, 1.0], ["a", "b"], seed=1).p
    0.5
    """
    mean = float(np.mean(differences))
    means = _resampled_means(differences, clusters, seed, draws)
    low, high = np.quantile(means, [0.025, 0.975])
    as_far = int(np.sum(np.abs(means - mean) >= abs(mean) - 1e-12))
    differing = len({cluster for cluster, difference in zip(clusters, differences, strict=True) if difference})
    p = 1.0 if mean == 0 else max((as_far + 1) / (draws + 1), 2.0 ** (1 - differing))
    return PairedDifference(mean, Interval(float(low), float(high)), p)


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Return p-values adjusted for the number of tests (Holm, 1979).

    >>> holm({"a": 0.01, "b": 0.04, "c": 0.03})
    {'a': 0.03, 'c': 0.06, 'b': 0.06}
    """
    adjusted: dict[str, float] = {}
    highest = 0.0
    for place, (name, p) in enumerate(sorted(p_values.items(), key=lambda item: (item[1], item[0]))):
        highest = max(highest, min(1.0, (len(p_values) - place) * p))
        adjusted[name] = round(highest, 12)
    return adjusted


def smallest_detectable(of: int, discordant: float = 0.1) -> float:
    """Return the smallest difference between two runs that a paired test would find four times in five.

    `discordant` is the share of cases on which the two differ. Normal approximation of McNemar's test (Miettinen,
    1968). A difference cannot be larger than the share that differs; where that share is too small to show at all, the
    answer is the smallest one that would show if every case that differs did so in the same direction.

    >>> round(smallest_detectable(300), 3), round(smallest_detectable(40), 3)
    (0.051, 0.196)
    """
    if of < 1:
        raise ValueError("nothing can be detected on no cases")
    reach = Z95 + _POWER80
    difference = reach * sqrt(discordant / of)
    return min(1.0, difference if difference <= discordant else reach * reach / of)


def _resampled_means(values: Sequence[float], clusters: Sequence[str], seed: int, draws: int) -> NDArray[np.float64]:
    """Means of resamples: families drawn with replacement, each with all its cases."""
    if not values:
        raise ValueError("a mean of nothing has no interval")
    names = sorted(set(clusters))
    place = {name: index for index, name in enumerate(names)}
    where = np.array([place[name] for name in clusters])
    sums = np.bincount(where, weights=np.asarray(values, dtype=np.float64), minlength=len(names))
    counts = np.bincount(where, minlength=len(names)).astype(np.float64)
    drawn = _drawn(len(names), seed, draws)
    means: NDArray[np.float64] = (drawn @ sums) / (drawn @ counts)
    return np.round(means, 12)


@lru_cache(maxsize=4)
def _drawn(of: int, seed: int, draws: int) -> NDArray[np.float64]:
    """How often each family was drawn in each resample; kept, since most measures are about the same families."""
    picked = np.random.default_rng(seed).integers(0, of, size=(draws, of))
    flat = (picked + np.arange(draws)[:, None] * of).ravel()
    return np.bincount(flat, minlength=draws * of).reshape(draws, of).astype(np.float64)
