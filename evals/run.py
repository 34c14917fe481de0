"""Play cases against a system: in parallel, in order, resumable; a crash is a record and never the end.

What the records are worth is the scorers' part; where they are kept is `artefact.py`'s.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from evals.case import Case
from evals.record import Failure, Record, Timing
from evals.systems.adviser import TurnError
from evals.systems.system import Played, System

_ROOT = Path(__file__).resolve().parent.parent


def run_cases(
    system: System,
    cases: Sequence[Case],
    as_of: date,
    *,
    workers: int = 2,
    done: Mapping[str, Record] | None = None,
    keep: Callable[[Record, Timing], None] = lambda _, __: None,
) -> tuple[Record, ...]:
    """Return one record for each case, in the order of the cases.

    Cases in `done` are not played again. Each fresh record is handed to `keep` as soon as those before it are there,
    so that an interrupted run can go on from what was kept.
    """
    finished = dict(done or {})
    waiting = [case for case in cases if case.id not in finished]
    with ThreadPoolExecutor(max_workers=workers) as pool:
        for played in pool.map(lambda case: play_safely(system, case, as_of), waiting):
            finished[played.record.id] = played.record
            keep(played.record, timing_of(played))
    return tuple(finished[case.id] for case in cases)


def play_safely(system: System, case: Case, as_of: date) -> Played:
    """Return what came out; an exception becomes a record that says what, and where in our code."""
    try:
        return system.play(case, as_of)
    except Exception as error:  # noqa: BLE001 - a crash on one case is a finding, not the end of the run
        return Played(Record(id=case.id, failure=_failure(error)), ())


def timing_of(played: Played) -> Timing:
    """Return the timing line, to a hundredth of a millisecond."""
    return Timing(id=played.record.id, milliseconds=tuple(round(value, 2) for value in played.milliseconds))


def _failure(error: Exception) -> Failure:
    turn = error.turn if isinstance(error, TurnError) else 0
    cause = error.__cause__ if isinstance(error, TurnError) and isinstance(error.__cause__, Exception) else error
    return Failure(error=type(cause).__name__, message=str(cause)[:300], where=_where(cause), turn=turn)


def _where(error: BaseException) -> str:
    """The innermost place that lies in this project; code of others is not what has to be changed."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).is_relative_to(_ROOT / "advisor")
    ]
    if not frames:
        return ""
    return f"{Path(frames[-1].filename).relative_to(_ROOT).as_posix()}:{frames[-1].lineno}"
