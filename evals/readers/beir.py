"""Read retrieval sets in the shape of BEIR: a folder with corpus, queries and graded judgements.

Corpus ids that are no entry ids of ours cannot be matched here, since the adviser searches its own entries only.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.case import Case
from evals.readers.problem import Problem, make_case, sort_out


def recognises(path: Path) -> bool:
    """Return whether this is such a folder."""
    return path.is_dir() and (path / "queries.jsonl").is_file()


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return one case for each query that has a judgement; each judgement file is a split of its own."""
    try:
        queries = {str(row["_id"]): str(row["text"]) for row in _rows(path / "queries.jsonl")}
        judged = {file.stem: _judgements(file) for file in sorted((path / "qrels").glob("*.tsv"))}
    except (OSError, json.JSONDecodeError, KeyError, ValueError) as error:
        return (), (Problem(path, 0, f"not in the shape of BEIR: {type(error).__name__} {error}"),)
    made: list[Case | tuple[Problem, ...]] = []
    for name, judgements in judged.items():
        for query, grades in judgements.items():
            if query not in queries:
                made.append((Problem(path / "qrels" / f"{name}.tsv", 0, f"judges '{query}', which is no query"),))
                continue
            made.append(make_case(path, 0, _fields(query, queries[query], grades, name)))
    return sort_out(made) if made else ((), (Problem(path, 0, "holds no judgements (qrels/*.tsv)"),))


def _fields(query: str, text: str, grades: dict[str, int], name: str) -> dict[str, Any]:
    gold = [{"entry": entry, "grade": min(grade, 2)} for entry, grade in grades.items() if grade > 0]
    split = "test" if name == "test" else "dev"
    return {"id": query, "origin": "beir", "split": split, "turns": [text], "gold": gold}


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8-sig") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def _judgements(file: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    with file.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.reader(stream, delimiter="\t"):
            if len(row) >= 3 and row[-1].strip().lstrip("-").isdigit():
                found.setdefault(row[0], {})[row[-2]] = int(row[-1])
    return found
