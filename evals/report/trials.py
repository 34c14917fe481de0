"""Write what switching a part off, or breaking it, did, and how one part does by itself."""

from __future__ import annotations

from collections.abc import Iterable

from evals.learned import Measured
from evals.report.markdown import table
from evals.report.words import change, p_value, percent
from evals.summary.paired import Comparison
from evals.systems.reduced import DECISION, REMOVED
from evals.trials import Trial

ABLATION_MEASURES = ("all", "key_facts", "completeness", "kind", "verdict", "recall@5", "rr@10", "family_mean")


def ablation_table(trials: Iterable[Trial]) -> str:
    """Return one row for each part: what is lost without it, in percentage points, starred where significant."""
    listed = list(trials)
    rows = [[trial.name, trial.says, *(_cell(trial, name) for name in ABLATION_MEASURES)] for trial in listed]
    rows += [["", "cases compared", *(_of(trial, name) for name in ABLATION_MEASURES)] for trial in listed[:1]]
    head = ("without", "which means", *(name.replace("_", " ") for name in ABLATION_MEASURES))
    return table(head, rows)


def removed_note() -> str:
    """Return what is no longer there to be switched off, and where the reason stands."""
    listed = "; ".join(f"{part.name} ({part.says})" for part in REMOVED)
    return f"Not in the table, since it bought nothing and was taken out (see {DECISION}): {listed}."


def broken_table(trials: Iterable[Trial]) -> str:
    """Return one row for each break: the measures that noticed, the largest loss first."""
    rows = []
    for trial in trials:
        noticed = sorted(trial.noticed, key=lambda item: -abs(item.difference))
        words = "; ".join(f"{_name(item)} {change(item)}, p {p_value(item.p_holm)}" for item in noticed)
        rows.append([trial.name, trial.says, str(len(noticed)), words or "nothing noticed"])
    return table(("broken", "which means", "measures", "noticed by, in points"), rows)


def readings_table(measured: Iterable[Measured]) -> str:
    """Return one row for each question to the learned reader: how often it is right, and where it is sure."""
    rows = [
        [
            each.question,
            f"{each.right} of {each.of}",
            percent(each.right / each.of),
            f"{each.interval.low * 100:.1f} to {each.interval.high * 100:.1f}",
            f"{each.sure} of {each.of}",
            percent(each.right_where_sure / each.sure) if each.sure else "",
        ]
        for each in measured
    ]
    return table(("question", "right", "share", "95 % interval", "sure", "right where sure"), rows)


def _cell(trial: Trial, measure: str) -> str:
    found = _compared(trial, measure)
    if found is None:
        return "no scores"
    return f"{found.difference * 100:+.1f}{' *' if found.is_better is not None else ''}"


def _of(trial: Trial, measure: str) -> str:
    found = _compared(trial, measure)
    return "none" if found is None else str(found.of)


def _compared(trial: Trial, measure: str) -> Comparison | None:
    return next((item for item in trial.comparisons if item.measure == measure), None)


def _name(item: Comparison) -> str:
    return item.measure.replace("_", " ")
