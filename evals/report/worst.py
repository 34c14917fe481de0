"""Say in a few lines each which cases went worst and why; the report shows them in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.report.page import ShownCase
from evals.report.words import in_words

_LONGEST = 160


def worst_lines(shown: Sequence[ShownCase], number: int) -> Iterator[str]:
    """Yield the first `number` cases, each with what was asked, every check it fails, and what the search found."""
    for place, case in enumerate(shown[:number], start=1):
        asked = case.case.turns[-1] if case.case.turns else f"{case.case.course}: {case.case.facts}"
        yield f"{place:2d}. {case.case.id}: {_short(asked)}"
        yield from (f"    {score.measure.replace('_', ' ')}: {in_words(score.reason)}" for score in case.misses)
        if case.failure:
            yield f"    error: {case.failure}"
        if case.retrieved:
            yield f"    search: {case.retrieved[0]}"
        if case.case.why:
            yield f"    expected: {case.case.why}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
