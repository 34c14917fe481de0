"""Read data sets, whatever their shape, and report all bad lines at once.

What a case may hold is `case.py`'s part; each shape has its reader in `readers/`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from evals.case import Case
from evals.readers import beir, faq_sheet, held_out, jsonl, scenario_sheet, squad
from evals.readers.problem import Problem

ABSTENTION = ("abstention", "near-misses")
"""Sets about declining, in which a system that always declines, or never does, must not look good."""


class Reader(Protocol):
    """A module that reads one shape."""

    def recognises(self, path: Path) -> bool:
        """Return whether this has the shape."""

    def read(self, path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
        """Return the cases and every problem."""


class DatasetError(Exception):
    """A data set cannot be read; the message holds every problem, one a line."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One data set: its name, its cases, and a hash of what they were read from."""

    name: str
    cases: tuple[Case, ...]
    sha256: str


def read_datasets(paths: Iterable[Path], splits: Sequence[str] = ("dev", "test")) -> tuple[Dataset, ...]:
    """Return the data sets, with the cases of these splits only.

    Raises:
        DatasetError: where anything is wrong with any of them; all problems are in the message.
    """
    problems: list[Problem] = []
    found: list[Dataset] = []
    for path in paths:
        cases, own_problems = read_one(path)
        problems += own_problems
        named = tuple(case.model_copy(update={"dataset": path.stem}) for case in cases)
        found.append(Dataset(path.stem, named, _hash(path)))
    problems += _repeated_ids(found)
    if problems:
        raise DatasetError("\n".join(str(problem) for problem in problems))
    return tuple(
        Dataset(dataset.name, tuple(c for c in dataset.cases if c.split in splits), dataset.sha256) for dataset in found
    )


def read_one(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return the cases of one file or folder, and what is wrong with it."""
    if not path.exists():
        return (), (Problem(path, 0, "there is no such file or folder"),)
    readers: tuple[Reader, ...] = (held_out, beir, jsonl, squad, scenario_sheet, faq_sheet)
    for reader in readers:
        if reader.recognises(path):
            return reader.read(path)
    return (), (Problem(path, 0, "this shape is not known; see evals/datasets/README.md for those that are"),)


def _repeated_ids(datasets: Iterable[Dataset]) -> list[Problem]:
    places: dict[str, list[str]] = {}
    for dataset in datasets:
        for case in dataset.cases:
            places.setdefault(case.id, []).append(dataset.name)
    return [
        Problem(Path(names[-1]), 0, f"the id '{id_}' is used {len(names)} times ({', '.join(dict.fromkeys(names))})")
        for id_, names in places.items()
        if len(names) > 1
    ]


def set_problems(dataset: Dataset) -> list[str]:
    """Say what is wrong with a set as a whole: families over two splits, or one class of question only."""
    splits: dict[str, set[str]] = {}
    for case in dataset.cases:
        splits.setdefault(case.cluster, set()).add(case.split)
    problems = [f"{dataset.name}: the family '{f}' is in two splits" for f, found in splits.items() if len(found) > 1]
    wanted = Counter(case.should_answer for case in dataset.cases if case.question_class is not None)
    if wanted[True] + wanted[False] and dataset.name in ABSTENTION and not (wanted[True] and wanted[False]):
        problems.append(f"{dataset.name}: holds only one of questions to be answered and questions not to be")
    return problems


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    for file in files if path.exists() else []:
        digest.update(file.read_bytes())
    return digest.hexdigest()
