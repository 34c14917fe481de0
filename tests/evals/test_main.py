from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from evals.__main__ import app
from evals.commands import unknown_entries
from evals.dataset import Dataset
from tests.evals.samples import BASE, make_case

runner = CliRunner()


def test_bad_lines_are_reported_together_and_nothing_runs(tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"id": "a"}\n{"id": "b", "turns": ["x"], "kindd": []}\n')
    result = runner.invoke(app, ["run", str(file), "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "bad.jsonl:1" in result.output
    assert "bad.jsonl:2" in result.output
    assert not (tmp_path / "out").exists()


def test_a_day_or_a_split_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "a", "turns": ["x"]}\n')
    assert runner.invoke(app, ["run", str(file), "--as-of", "2026-02-30"]).exit_code == 2
    assert runner.invoke(app, ["run", str(file), "--split", "train"]).exit_code == 2


def test_the_shipped_sets_are_checked_against_the_knowledge_base(tmp_path: Path) -> None:
    file = tmp_path / "retrieval.jsonl"
    row = {"id": "a", "turns": ["x"], "gold": [{"entry": "faq-nowhere", "grade": 2}]}
    file.write_text(json.dumps(row))
    result = runner.invoke(app, ["check", str(file)])
    assert result.exit_code == 1
    assert "names 'faq-nowhere', which is no entry" in result.output


def test_a_case_that_wants_an_entry_that_does_not_exist_is_named() -> None:
    gold = make_case(id="lost", gold=[{"entry": "faq-length", "grade": 2}, {"entry": "faq-nowhere", "grade": 1}])
    stale = make_case(id="stale", superseded=["policy-nowhere"])
    assert unknown_entries([Dataset("beir", (gold, stale, make_case()), "")], BASE) == [
        "beir: lost: names 'faq-nowhere', which is no entry",
        "beir: stale: names 'policy-nowhere', which is no entry",
    ]


def test_the_shipped_sets_are_in_order() -> None:
    result = runner.invoke(app, ["check"])
    assert result.exit_code == 0, result.output


def test_the_check_tells_bad_lines_and_ids_used_twice_in_one_go(tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    one.write_text('{"id": "a", "turns": ["x"]}\n{"id": "b"}\n')
    two.write_text('{"id": "a", "turns": ["x"]}\n')
    result = runner.invoke(app, ["check", str(one), str(two)])
    assert result.exit_code == 1
    assert "one.jsonl:2: give 'turns'" in result.output
    assert "'a' is used 2 times (one, two)" in result.output


def test_a_folder_without_a_run_cannot_be_scored_compared_or_gated(tmp_path: Path) -> None:
    for arguments in (
        ["score", str(tmp_path)],
        ["worst", str(tmp_path)],
        ["compare", str(tmp_path), str(tmp_path)],
        ["gate", str(tmp_path)],
    ):
        result = runner.invoke(app, arguments)
        assert result.exit_code == 2
        assert "cannot be read" in result.output
