"""Read cases, one JSON object a line; lines that hold a decision and its expected code are cases too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.case import Case
from evals.readers import nested
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
_SCENARIO_KEYS = frozenset(
    "id family split source as_of course cohort facts outcome reason reasons missing missing_any why".split()
)
_REVIEWED = ("subject_to_review", "referred_by_return_to_teaching_adviser")


def recognises(path: Path) -> bool:
    """Return whether this is a file of JSON lines."""
    return path.is_file() and path.suffix == ".jsonl"


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return the cases and every problem with its line."""
    made: list[Case | tuple[Problem, ...]] = []
    first_line: dict[str, int] = {}
    for number, text in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if not text.strip():
            continue
        found = _read_line(path, number, text)
        if isinstance(found, Case) and first_line.setdefault(found.id, number) != number:
            found = (Problem(path, number, f"the id '{found.id}' is used on line {first_line[found.id]} already"),)
        made.append(found)
    return sort_out(made)


def _read_line(path: Path, number: int, text: str) -> Case | tuple[Problem, ...]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        return (Problem(path, number, f"not JSON: {error.msg} at character {error.pos + 1}"),)
    if not isinstance(row, dict):
        return (Problem(path, number, "not a JSON object"),)
    try:
        return make_case(path, number, _fields(row))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return (Problem(path, number, f"what is expected cannot be read: {error}"),)


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a case, whichever of the four ways of writing one this is."""
    if nested.is_nested(row):
        return nested.flatten(row)
    if "turns" in row:
        return row
    return _decision(row) if "expect" in row else _scenario(row) if "outcome" in row else row


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
    """Return a scenario as `datasets/eligibility.jsonl` holds them: outcome, reason and missing beside the facts."""
    unknown = sorted(set(row) - _SCENARIO_KEYS)
    if unknown:
        raise ValueError(f"a scenario has no {', '.join(unknown)}")
    reason = row.get("reason")
    return {
        "id": row["id"],
        "family": row.get("family", ""),
        "split": row.get("split", "dev"),
        "origin": row.get("source", ""),
        "as_of": row.get("as_of"),
        "course": row["course"],
        "cohort": row.get("cohort"),
        "facts": row["facts"],
        "verdict": {
            "course": row["course"],
            "outcome": [row["outcome"]],
            "reason": [reason] if reason else None,
            "reasons": row.get("reasons"),
            "missing": row.get("missing"),
            "missing_any": row.get("missing_any"),
        },
        "why": row.get("why", ""),
        "tags": _scenario_tags(row),
    }


def _scenario_tags(row: Mapping[str, Any]) -> list[str]:
    """Return the slices a reader of the report will ask for: the intake, and what makes a decision hard."""
    told = {
        f"intake {row.get('cohort') or 'not said'}": True,
        "earlier application": bool(row["facts"].get("prior_applications")),
        "open": row["outcome"] == "undetermined",
        "reviewed": row["outcome"] == "subject_to_review",
        "no rules": row["outcome"] == "not_published",
    }
    return [tag for tag, holds in told.items() if holds]


def outcome_of(code: str) -> str:
    """Return the outcome that a DfE funding code stands for."""
    if code == "funded":
        return "eligible"
    return "subject_to_review" if code in _REVIEWED else "not_eligible"
