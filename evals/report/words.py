"""How figures and names are written in a report, the same in Markdown and HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from evals.measures import MEASURES, Measure
from evals.summary.aggregate import Figure
from evals.summary.latency import Latency
from evals.summary.paired import Comparison

HOW_TO_READ = (
    "Each figure stands with its 95 % interval: the range in which the true figure plausibly lies, given how many "
    "cases there are. Shares have Wilson intervals; means are resampled by family, since wordings of one question are "
    "not independent. A measure that applies to no case is left out, never shown as 0. An arrow says which way is "
    "better. The last column says how many points two runs on so many cases would have to lie apart for a comparison "
    "to find it four times in five, where they differ on a tenth of the cases: what is smaller may well go unseen."
)
SIMPLER_SYSTEMS = (
    "The same cases given to simpler systems: lexical or dense search alone, both joined, and a plain chain that hands "
    "back its best passage or its best four. The difference is what the rest of the adviser adds; a part that adds "
    "nothing should go."
)


def percent(value: float) -> str:
    """Return a share as a reader expects it: "93.5 %"."""
    return f"{value * 100:.1f} %"


def interval(figure: Figure) -> str:
    """Return the interval, in the same unit as the figure."""
    return f"{figure.low * 100:.1f} to {figure.high * 100:.1f}"


def counted(figure: Figure) -> str:
    """Return what the figure is taken over."""
    return f"{figure.count} of {figure.of}" if figure.count is not None else f"mean of {figure.of}"


def name_of(measure: Measure) -> str:
    """Return the measure's name as words."""
    return measure.title


def arrow(measure: Measure) -> str:
    """Return which way is better."""
    return "↑" if measure.higher_is_better else "↓"


def change(comparison: Comparison) -> str:
    """Return a difference in percentage points with its interval."""
    return f"{comparison.difference * 100:+.1f} ({comparison.low * 100:+.1f} to {comparison.high * 100:+.1f})"


def judged(comparison: Comparison) -> str:
    """Return what the difference means, after adjusting for the number of measures."""
    if comparison.is_better is None:
        return "may be chance" if comparison.difference else "the same"
    return "better" if comparison.is_better else "worse"


def p_value(p: float) -> str:
    """Return a p-value at the precision that can be believed."""
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def points(share: float) -> str:
    """Return a difference of shares in percentage points."""
    return f"{share * 100:.1f}"


def bought(name: str, comparisons: Sequence[Comparison]) -> str:
    """Return in one sentence what the adviser adds to a simpler system, beyond chance."""
    better = [name_of(MEASURES[item.measure]) for item in comparisons if item.is_better]
    worse = [name_of(MEASURES[item.measure]) for item in comparisons if item.is_better is False]
    told = [f"{word} in {', '.join(names)}" for word, names in (("better", better), ("worse", worse)) if names]
    rest = len(comparisons) - len(better) - len(worse)
    if rest:
        told.append(f"no different beyond chance in {rest} of {len(comparisons)} measures")
    return f"Against {name} the adviser is {'; '.join(told)}."


def brief_change(comparison: Comparison | None) -> str:
    """Return a difference and what it means, for a cell of the headline."""
    if comparison is None:
        return "not compared"
    return f"{comparison.difference * 100:+.1f}, {judged(comparison)}"


def messages_took(found: Latency) -> str:
    """Return how long replies took."""
    return (
        f"{found.messages} messages: median {found.median:.0f} ms, 95th percentile {found.p95:.0f} ms, slowest "
        f"{found.slowest:.0f} ms."
    )


def decisions_took(found: Latency) -> str:
    """Return how long decisions from stated facts took, which no language slows down."""
    return (
        f"{found.messages} decisions from stated facts: median {found.median:.1f} ms, slowest {found.slowest:.1f} ms."
    )


def in_words(reason: str) -> str:
    r"""Return a reason with its patterns as somebody reads them who knows no regular expressions.

    >>> in_words(r"not in the first words: \bno\b|(?:do not|don.t) know")
    'not in the first words: no / do not / don’t know'
    """
    bare = re.sub(r"\\[bAWw][*+?]?|\(\?(?:<!|<=|!|=)[^)]*\)|\(\?:|[()\[\]^$\\]", "", reason)
    return re.sub(r"n\.t\b", "n’t", bare).replace("|", " / ")


def discordant(comparison: Comparison) -> list[str]:
    """Return the cases on which two runs differ, as one line for the better and one for the worse."""
    parts = (("better", comparison.better), ("worse", comparison.worse))
    name = comparison.measure.replace("_", " ")
    return [f"{name}, {word}: {', '.join(cases)}" for word, cases in parts if cases]


BY_DEPTH = ("search", "first entry", "first 3", "first 5", "first 10")


def by_depth(figures: Mapping[str, Figure]) -> list[list[str]]:
    """Return ranking quality at each depth that is looked at, a row for each measure; nothing where none applies."""
    named = (("recall", "recall@"), ("nDCG", "ndcg@"))
    found = [(title, [figures.get(f"{prefix}{depth}") for depth in (1, 3, 5, 10)]) for title, prefix in named]
    return [[title, *map(with_interval, row)] for title, row in found if any(row)]


def with_interval(figure: Figure | None) -> str:
    """Return a figure as one cell says it: the value, its interval, and over how many."""
    return "no scores" if figure is None else f"{percent(figure.value)} ({interval(figure)}; {figure.of})"


def is_headline(name: str) -> bool:
    """Return whether a measure belongs to the first tables; ranking at every depth has one of its own."""
    return name in MEASURES and name not in {"recall@1", "recall@3", "recall@10", "ndcg@1", "ndcg@3", "ndcg@5", "ran"}
