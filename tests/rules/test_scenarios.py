"""Every row that the rules are developed with, and the shared cases where they are at hand."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from advisor.core.facts import FactSet
from advisor.rules.parsing import decide_line
from tests.rules import scenarios

SHARED = Path(__file__).parents[3] / "shared" / "cases" / "eligibility.jsonl"
COHORTS = {
    "2021-07-15": "2021b",
    "2023-08-25": "2023b",
    "2024-08-13": "2024b",
    "2025-04-02": "2025a",
    "2025-08-29": "2025b",
    "2026-06-11": "2026b",
}
REVIEWED = ("subject_to_review", "referred_by_return_to_teaching_adviser")


@pytest.mark.parametrize(("row", "facts"), [pytest.param(*pair, id=pair[0]["id"]) for pair in scenarios.load()])
def test_the_verdict_is_the_one_of_the_row(row: dict[str, Any], facts: FactSet) -> None:
    assert scenarios.mistakes(row, scenarios.verdict_for(row, facts)) == []


def test_no_scenario_has_the_name_of_another() -> None:
    names = [row["id"] for row, _ in scenarios.load()]
    assert len(names) == len(set(names))
    assert len(names) >= 150


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not beside this folder")
def test_the_shared_cases_are_right_by_outcome_and_reason() -> None:
    wrong = []
    rows = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()]
    for number, row in enumerate(rows, 1):
        cohort = "2026a" if row["facts"].get("cohort_funding") == "zero" else COHORTS[row["ruleset"]]
        line = {key: row[key] for key in ("id", "course", "facts", "as_of") if key in row} | {"cohort": cohort}
        verdict: Any = decide_line(json.dumps(line), number, scenarios.TODAY).get("verdict", {})
        code = row["expect"]["funding"]
        outcome = "eligible" if code == "funded" else "subject_to_review" if code in REVIEWED else "not_eligible"
        if (verdict.get("outcome"), verdict.get("reason")) != (outcome, code):
            wrong.append((row["id"], outcome, code, verdict.get("outcome"), verdict.get("reason")))
    sys.stdout.write(f"{len(rows)} shared cases, {len(wrong)} wrong by outcome or reason\n")
    assert wrong == []
