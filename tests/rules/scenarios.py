"""The rows of evals/datasets/eligibility.jsonl that the rules are developed with; absent facts are unknown.

Rows of the split "test" are left to the evaluation, so that something is left that nobody worked towards.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from advisor.core.facts import FactSet
from advisor.rules.decision import decide
from advisor.rules.funding.rulesets import RuleBook, Ruleset, load_rule_book
from advisor.rules.parsing import check_date, parse_facts
from advisor.rules.verdict import Verdict

ROWS = Path(__file__).parents[2] / "evals" / "datasets" / "eligibility.jsonl"
TODAY = date(2026, 11, 21)
Row = dict[str, Any]


def ruleset(cohort: str, as_of: date = TODAY) -> Ruleset:
    """Return the rules of an intake as of a day."""
    found = load_rule_book().find(cohort, as_of)
    assert found is not None
    return found


@cache
def load() -> tuple[tuple[Row, FactSet], ...]:
    """Return every row of the development part with its facts."""
    rows = [json.loads(line) for line in ROWS.read_text("utf-8").splitlines()]
    return tuple((row, parse_facts(row["facts"])) for row in rows if row.get("split") != "test")


def verdict_for(row: Row, facts: FactSet, book: RuleBook | None = None) -> Verdict:
    """Return the verdict on a row."""
    as_of = check_date(row["as_of"]) if "as_of" in row else TODAY
    return decide(row["course"], facts, as_of, row["cohort"], book)


def mistakes(row: Row, verdict: Verdict) -> list[str]:
    """Return in what the verdict differs from the row."""
    expected = {key: row[key] for key in ("outcome", "reason", "missing", "reasons") if key in row}
    got = verdict.model_dump(mode="json")
    return [f"{key}: {got[key]!r}, not {value!r}" for key, value in expected.items() if got[key] != value]
