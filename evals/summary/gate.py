"""Decide whether a run may pass: safety by the bound of its interval, quality by no significant loss, floors by value.

Floors hold for every case. A bar of safety goes with the cases it was set for: a set of which the committed scores know
no case is *new*, and is shown and not judged until somebody accepts it. Taking cases away fails, so that a set cannot
slip out of the comparison by a new name.

The bars stand in `gate.toml`, the committed scores in `baseline.json`. Refreshing these is a deliberate act: a
command of its own, whose result is reviewed like any other change.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.case import Case
from evals.measures import MEASURES
from evals.score import Score
from evals.summary.aggregate import Figure, figures_of
from evals.summary.families import marker_of
from evals.summary.paired import Comparison, compare, values_of


class GateError(Exception):
    """The bars or the committed scores cannot be read."""


class Bars(BaseModel):
    """What a run is held to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    safety: dict[str, float] = Field(description="fault: highest upper bound of its share that passes")
    floors: dict[str, float] = Field(description="measure: lowest value that passes")
    quality: tuple[str, ...] = Field(description="measures that may not get significantly worse")
    least_shared: float = Field(description="share of the run's cases that the committed scores must cover")


class Baseline(BaseModel):
    """The scores of the run that was last accepted, by measure and case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: str
    code: str
    content: str
    values: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, and whether it passed; None where it is shown and not judged."""

    name: str
    passed: bool | None
    words: str


def read_bars(path: Path) -> Bars:
    """Return the bars. Raises GateError where the file is missing, broken, or names no measure of ours."""
    try:
        bars = Bars.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise GateError(f"{path}: {error}") from error
    unknown = [name for name in (*bars.safety, *bars.floors, *bars.quality) if name not in MEASURES]
    if unknown:
        raise GateError(f"{path}: there is no measure named {', '.join(unknown)}")
    return bars


def read_baseline(path: Path) -> Baseline:
    """Return the committed scores. Raises GateError where there are none."""
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise GateError(f"{path}: {error}. Make it with: python -m evals gate RUN --refresh") from error


def write_baseline(path: Path, scores: Iterable[Score], bars: Bars, *, as_of: str, code: str, content: str) -> None:
    """Write the scores that later runs are compared with: one line a measure, so that a change can be reviewed."""
    kept = {name: own for name, own in values_of(scores).items() if name in bars.quality}
    made = Baseline(as_of=as_of, code=code, content=content, values=kept).model_dump(mode="json")
    head = {name: value for name, value in made.items() if name != "values"}
    lines = ",\n".join(f"  {json.dumps(name)}: {_line(own)}" for name, own in made["values"].items())
    body = json.dumps(head, indent=1).rstrip("}").rstrip()
    path.write_text(f'{body},\n "values": {{\n{lines}\n }}\n}}\n', encoding="utf-8", newline="\n")


def judge(
    scores: Sequence[Score], cases: Sequence[Case], bars: Bars, baseline: Baseline, seed: int
) -> tuple[Check, ...]:
    """Return every check; a measure with a bar and no scores does not pass, since nothing was shown."""
    known = _known(baseline)
    new = new_sets(cases, known)
    accepted = [case for case in cases if case.dataset not in new]
    figures, judged = figures_of(scores, cases, seed), figures_of(scores, accepted, seed)
    compared = compare(baseline.values, values_of(scores), cases, seed, bars.quality)
    return (
        *(_safety(name, judged.get(name), bar) for name, bar in bars.safety.items()),
        *(_floor(name, figures.get(name), bar) for name, bar in bars.floors.items()),
        *(_quality(item) for item in compared),
        _coverage(scores, accepted, known, bars),
        _kept(scores, known, bars),
        *(_shown(name, [case for case in cases if case.dataset == name], scores, bars, seed) for name in new),
    )


def new_sets(cases: Iterable[Case], known: Collection[str]) -> list[str]:
    """Return the data sets of which the committed scores hold no case."""
    seen: dict[str, bool] = {}
    for case in cases:
        seen[case.dataset] = seen.get(case.dataset, False) or case.id in known
    return [name for name, is_known in seen.items() if not is_known]


def _known(baseline: Baseline) -> frozenset[str]:
    return frozenset(case for own in baseline.values.values() for case in own)


def _safety(name: str, figure: Figure | None, bar: float) -> Check:
    if figure is None or figure.upper_bound is None:
        return Check(name, False, "no scores")
    words = f"{figure.count} of {figure.of}: true share under {figure.upper_bound * 100:.1f} %, bar {bar * 100:.1f} %"
    return Check(name, figure.upper_bound <= bar, words)


def _floor(name: str, figure: Figure | None, bar: float) -> Check:
    if figure is None:
        return Check(name, False, "no scores")
    return Check(name, figure.value >= bar, f"{figure.value * 100:.1f} %, floor {bar * 100:.1f} %")


def _quality(item: Comparison) -> Check:
    words = f"{item.first * 100:.1f} % before, {item.second * 100:.1f} % now, p {item.p_holm:.3f}"
    lost = f"; worse on {', '.join(item.worse[:8])}" if item.is_better is False else ""
    return Check(item.measure, item.is_better is not False, words + lost)


def _coverage(scores: Sequence[Score], accepted: Iterable[Case], known: Collection[str], bars: Bars) -> Check:
    """Of what is held to the bars, most has to be comparable: else the committed scores say too little."""
    names = {name for case in accepted for name in (case.id, marker_of(case.cluster))}
    asked = {score.case for score in scores if score.measure in bars.quality and score.case in names}
    share = len(asked & set(known)) / len(asked) if asked else 0.0
    words = f"the committed scores cover {share * 100:.0f} % of these cases, {bars.least_shared * 100:.0f} % needed"
    return Check("coverage", share >= bars.least_shared, words)


def _kept(scores: Sequence[Score], known: Collection[str], bars: Bars) -> Check:
    """Most of what was accepted has to be there still: cases that fail must not be made to pass by leaving them out."""
    gone = sorted(set(known) - {score.case for score in scores if score.measure in bars.quality})
    share = 1 - len(gone) / len(known) if known else 0.0
    words = f"{share * 100:.0f} % of the accepted cases are there still, {bars.least_shared * 100:.0f} % needed"
    return Check("kept", share >= bars.least_shared, words + (f"; gone: {', '.join(gone[:5])}" if gone else ""))


def _shown(name: str, cases: Sequence[Case], scores: Sequence[Score], bars: Bars, seed: int) -> Check:
    """Say what a new set shows, and that nothing is held against it yet."""
    ids = {case.id for case in cases}
    figures = figures_of([score for score in scores if score.case in ids], cases, seed)
    told = ", ".join(
        f"{measure} {figure.value * 100:.1f} %"
        for measure, figure in figures.items()
        if measure in bars.quality or measure in bars.safety
    )
    words = f"{len(cases)} cases not accepted yet, so nothing is held against them ({told or 'no scores'})"
    return Check(f"set {name}", None, words)


def _line(values: Mapping[str, float]) -> str:
    plain = {case: int(value) if value in (0, 1) else value for case, value in sorted(values.items())}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
