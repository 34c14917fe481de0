"""Read a sheet of questions and answers (CSV), as somebody would bring it who has never seen our format.

The answer becomes the reference whose words and figures are looked for; nothing is required word for word.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.case import Case
from evals.readers.problem import Problem, make_case, sort_out

QUESTION = ("question", "q", "query", "user_input", "prompt")
ANSWER = ("answer", "a", "response", "reference", "expected", "ideal_answer")
FAMILY = ("family", "topic", "category", "section")


def recognises(path: Path) -> bool:
    """Return whether this is a CSV with a column of questions."""
    return path.is_file() and path.suffix.lower() == ".csv" and _column(_head(path), QUESTION) is not None


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return one case for each row; rows without a question are problems, rows without an answer are not."""
    made: list[Case | tuple[Problem, ...]] = []
    text = path.read_text(encoding="utf-8-sig")
    reader = csv.DictReader(io.StringIO(text), strict=True)
    columns = list(reader.fieldnames or ())
    for position, row in enumerate(reader, start=1):
        made.append(_case(path, position, reader.line_num, row, columns))
    if not made:
        return (), (Problem(path, 0, "the sheet has a heading and no rows"),)
    return sort_out(made)


def _case(
    path: Path, position: int, line: int, row: Mapping[str, str | None], columns: Sequence[str]
) -> Case | tuple[Problem, ...]:
    question = _value(row, columns, QUESTION)
    answer = _value(row, columns, ANSWER)
    if not question:
        return (Problem(path, line, "the row has no question"),)
    tags = [part.strip() for part in _value(row, columns, ("tags",)).replace(";", ",").split(",") if part.strip()]
    return make_case(
        path,
        line,
        {
            "id": _value(row, columns, ("id",)) or f"{path.stem}-{position:04d}",
            "family": _value(row, columns, ("family",)),
            "origin": f"sheet: {path.name}",
            "turns": [question],
            "class": "answerable" if answer else None,
            "answer": answer,
            "tags": [*tags, *([topic] if (topic := _value(row, columns, FAMILY[1:])) else [])],
        },
    )


def _value(row: Mapping[str, str | None], columns: Sequence[str], names: Sequence[str]) -> str:
    column = _column(columns, names)
    return (row.get(column) or "").strip() if column else ""


def _column(columns: Sequence[str], names: Sequence[str]) -> str | None:
    folded = {column.strip().casefold().replace(" ", "_"): column for column in columns if column}
    return next((folded[name] for name in names if name in folded), None)


def _head(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream), [])
