"""Read cases, one JSON object a line; lines that hold a decision and its expected code are cases too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.case import Case
from evals.readers.problem import Problem, make_case, sort_out

COHORT_OF_RULESET: Mapping[str, str] = {
    "2021-07-15": "2021b",
    "2023-08-25": "2023b",
    "2024-08-13": "2024b",
    "2025-04-02": "2025a",
    "2025-08-29": "2025b",
    "2026-06-11": "2026b",
}
"""The intake that DfE's rules of a day were written for."""
_REVIEWED = ("subject_to_review", "referred_by_return_to_teaching_adviser")


def recognises(path: Path) -> bool:
    """Return whether this is a file of JSON lines."""
    return path.is_file() and path.suffix == ".jsonl"


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return the cases and every problem with its line."""
    made: list[Case | tuple[Problem, ...]] = []
    for number, text in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if text.strip():
            made.append(_read_line(path, number, text))
    return sort_out(made)


def _read_line(path: Path, number: int, text: str) -> Case | tuple[Problem, ...]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        return (Problem(path, number, f"not JSON: {error.msg} at character {error.pos + 1}"),)
    if not isinstance(row, dict):
        return (Problem(path, number, "not a JSON object"),)
    if "turns" not in row and ("expect" in row or "outcome" in row):
        try:
            row = _decision(row) if "expect" in row else _scenario(row)
        except (KeyError, TypeError) as error:
            return (Problem(path, number, f"the expected decision cannot be read: {error}"),)
    return make_case(path, number, row)


def _decision(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of facts with an expected code as a case; the code says outcome and reason at once."""
    code = row["expect"]["funding"]
    facts = row["facts"]
    cohort = COHORT_OF_RULESET[row["ruleset"]]
    if facts.get("cohort_id") is not None:
        cohort = facts["cohort_id"]
    elif facts.get("cohort_funding") == "zero":
        cohort = "2026a"
    return {
        "id": row["id"],
        "origin": row.get("provenance", ""),
        "as_of": row.get("as_of"),
        "course": row["course"],
        "cohort": cohort,
        "facts": facts,
        "verdict": {"course": row["course"], "outcome": [outcome_of(code)], "reason": [code]},
        "why": row["expect"].get("reason", ""),
        "tags": [f"ruleset {row['ruleset']}"],
    }


def _scenario(row: dict[str, Any]) -> dict[str, Any]:
    """Return a scenario as the rules' own tests hold them: outcome and reason beside the facts."""
    reason, missing = row.get("reason"), row.get("missing")
    return {
        "id": row["id"],
        "origin": row.get("source", ""),
        "as_of": row.get("as_of"),
        "course": row["course"],
        "cohort": row.get("cohort"),
        "facts": row["facts"],
        "verdict": {
            "course": row["course"],
            "outcome": [row["outcome"]],
            "reason": [reason] if reason else None,
            "missing_any": missing or None,
        },
        "why": row.get("why", ""),
        "tags": ["scenario"],
    }


def outcome_of(code: str) -> str:
    """Return the outcome that a DfE funding code stands for."""
    if code == "funded":
        return "eligible"
    return "subject_to_review" if code in _REVIEWED else "not_eligible"
