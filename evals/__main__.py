"""The evaluation's command line: `python -m evals run`, `score`, `compare`, `check`, `gate` and so on.

The only place here that asks what day it is. Exit codes: 0 fine, 1 a finding (a failed gate, an error on a case),
2 wrong usage or unreadable input.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from advisor.offline import switch_off_network
from advisor.settings import today_in_england

if TYPE_CHECKING:
    from evals.summary.summary import Summary

switch_off_network()

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
_errors = Console(stderr=True, highlight=False)
_DATASETS = Path(__file__).parent / "datasets"
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="the day on which it is asked, YYYY-MM-DD; today if left out")
]
Out = Annotated[Path | None, typer.Option("--out", help="folder for the run; runs/<names of the sets> if left out")]
Datasets = Annotated[list[Path], typer.Argument(help="files or folders of cases; see evals/datasets/README.md")]
Workers = Annotated[int, typer.Option(min=1, help="cases played at the same time")]
Split = Annotated[str, typer.Option(help="dev, test, or all")]


@app.command()
def run(
    datasets: Datasets,
    *,
    out: Out = None,
    as_of: AsOf = None,
    split: Split = "all",
    workers: Workers = 2,
    resume: Annotated[bool, typer.Option("--resume", help="go on with an interrupted run of the same")] = False,
    baselines: Annotated[bool, typer.Option(help="play the simpler systems too")] = True,
    against: Annotated[Path | None, typer.Option(help="another run's folder, to report the change against")] = None,
) -> None:
    """Play data sets, score them, and write a report."""
    from evals.commands import run_command

    folder = out or Path("runs") / "-".join(path.stem for path in datasets)
    started = perf_counter()
    with _reported(), _progress() as bar:
        task = bar.add_task("loading", total=None)
        summary = run_command(
            datasets,
            folder,
            _day(as_of),
            _splits(split),
            workers=workers,
            resume=resume,
            baselines=baselines,
            against=against,
            plan_made=lambda total: bar.update(task, total=total),
            step=lambda name: bar.update(task, advance=1, description=name),
        )
    _print_headline(summary)
    _errors.print(f"{perf_counter() - started:.0f} s in all; the report is {folder / 'report.html'}")
    if summary.failures:
        _errors.print(f"{summary.failures} cases ended in an error; they fail every measure.")
        raise typer.Exit(1)


@app.command()
def score(
    folder: Annotated[Path, typer.Argument(help="the folder of a run")],
    against: Annotated[Path | None, typer.Option(help="another run's folder, to report the change against")] = None,
    other_content: Annotated[
        bool, typer.Option("--other-content", help="though the content has changed since")
    ] = False,
) -> None:
    """Score a finished run again, without running it."""
    from evals.commands import score_command

    with _reported():
        _print_headline(score_command(folder, against, other_content=other_content))


@app.command()
def worst(
    folder: Annotated[Path, typer.Argument(help="the folder of a scored run")],
    number: Annotated[int, typer.Option("-n", min=1, max=25, help="how many")] = 10,
) -> None:
    """Print the questions answered worst, each with why."""
    from evals.commands import worst_command

    with _reported():
        for line in worst_command(folder, number):
            print(line)


@app.command()
def compare(
    first: Annotated[Path, typer.Argument(help="the folder of the earlier run")],
    second: Annotated[Path, typer.Argument(help="the folder of the later run")],
) -> None:
    """Compare two runs on the cases they share, with tests, and list the cases on which they differ."""
    from evals.commands import compare_command
    from evals.measures import MEASURES
    from evals.report.markdown import comparison_table
    from evals.report.words import discordant

    with _reported():
        compared = compare_command(first, second)
        print(comparison_table(compared))
        for item in compared:
            for line in discordant(item) if MEASURES[item.measure].share else ():
                print(f"\n{line}")


@app.command()
def gate(
    folder: Annotated[Path | None, typer.Argument(help="a scored run of the shipped sets; left out: runs them")] = None,
    *,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="first accept this run as what later ones are held against")
    ] = False,
    workers: Workers = 2,
) -> None:
    """Say whether a run may pass: no fault above its bar, nothing significantly worse than what was accepted."""
    from evals.commands import gate_command

    with _reported(), _progress() as bar:
        task = bar.add_task("gate", total=None)
        checks = gate_command(folder, refresh=refresh, workers=workers, step=lambda _: bar.advance(task))
    for item in checks:
        word = "new" if item.passed is None else "passed" if item.passed else "FAILED"
        print(f"{word:7s} {item.name:20s} {item.words}")
    if any(item.passed is False for item in checks):
        raise typer.Exit(1)


@app.command()
def ablate(
    datasets: Datasets,
    *,
    part: Annotated[list[str] | None, typer.Option(help="only these parts; all if left out")] = None,
    as_of: AsOf = None,
    split: Split = "dev",
    workers: Workers = 2,
) -> None:
    """Switch each part off in turn and print what it is worth."""
    from evals.commands import ablate_command
    from evals.report.trials import ablation_table, removed_note

    with _reported(), _progress() as bar:
        task = bar.add_task("loading", total=None)
        trials = list(
            ablate_command(
                datasets, _day(as_of), _splits(split), part or (), workers=workers, step=lambda _: bar.advance(task)
            )
        )
    print(ablation_table(trials))
    print("\nPercentage points against the adviser with everything on; * is more than chance (Holm).")
    print(removed_note())


@app.command()
def broken(
    datasets: Datasets,
    *,
    only: Annotated[list[str] | None, typer.Option(help="only these breaks; all if left out")] = None,
    as_of: AsOf = None,
    split: Split = "all",
    workers: Workers = 2,
) -> None:
    """Break the adviser on purpose, each time in one way, and print which measures notice."""
    from evals.commands import broken_command
    from evals.report.trials import broken_table

    with _reported(), _progress() as bar:
        task = bar.add_task("loading", total=None)
        trials = list(
            broken_command(
                datasets, _day(as_of), _splits(split), only or (), workers=workers, step=lambda _: bar.advance(task)
            )
        )
    print(broken_table(trials))
    if any(not trial.noticed for trial in trials):
        raise typer.Exit(1)


@app.command()
def readings(
    files: Annotated[list[Path] | None, typer.Argument(help="the shipped messages if left out")] = None,
    *,
    split: Split = "test",
) -> None:
    """Ask the learned reader of messages it was not taught with, and print how often it is right."""
    from advisor.dialogue.told.reader import ToldReader
    from evals.learned import READINGS, measure, read_readings
    from evals.report.trials import readings_table

    with _reported(), _progress() as bar:
        found = read_readings(files or sorted(READINGS.glob("*.jsonl")), _splits(split))
        task = bar.add_task("reading", total=len(found))
        measured = measure(found, ToldReader(), step=lambda _: bar.advance(task))
    print(readings_table(measured))


@app.command()
def check(datasets: Annotated[list[Path] | None, typer.Argument(help="the shipped sets if left out")] = None) -> None:
    """Check data sets without running anything."""
    from evals.commands import check_command

    paths = datasets or sorted(_DATASETS.glob("*.jsonl"))
    with _reported():
        problems = check_command(paths)
    for problem in problems:
        _errors.print(problem, soft_wrap=True)
    if problems:
        raise typer.Exit(1)
    print(f"{len(paths)} data sets are in order.")


@contextmanager
def _reported() -> Iterator[None]:
    """Turn what a user can put right into one plain sentence and exit code 2."""
    from advisor.build import ContentError
    from advisor.core.errors import AdvisorError
    from evals.artefact import ArtefactError
    from evals.dataset import DatasetError
    from evals.summary.gate import GateError

    try:
        yield
    except (ArtefactError, DatasetError, GateError, ContentError, AdvisorError, UnicodeDecodeError) as error:
        _errors.print(str(error), style="red", soft_wrap=True, markup=False)
        raise typer.Exit(2) from None


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=_errors
    )


def _day(text: str | None) -> date:
    if text is None:
        return today_in_england()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no day; write it as 2026-11-21") from None


def _splits(split: str) -> tuple[str, ...]:
    if split not in ("dev", "test", "all"):
        raise typer.BadParameter("the split is dev, test or all")
    return ("dev", "test") if split == "all" else (split,)


def _print_headline(summary: Summary) -> None:
    from evals.measures import MEASURES
    from evals.report.words import counted, interval, is_headline, name_of, percent

    for name, figure in summary.figures.items():
        if is_headline(name):
            measure = MEASURES[name]
            print(f"{name_of(measure):24s} {percent(figure.value):>8s}  [{interval(figure)}]  {counted(figure)}")


if __name__ == "__main__":
    app()
