from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.dataset import DatasetError, read_datasets, set_problems


def write_lines(file: Path, *rows: object) -> Path:
    file.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file


def test_all_bad_lines_of_all_sets_are_reported_at_once(tmp_path: Path) -> None:
    good = {"id": "a", "turns": ["Hello"]}
    one = write_lines(tmp_path / "one.jsonl", good, "{", {"id": "b", "turns": ["x"], "kindd": []})
    two = write_lines(tmp_path / "two.jsonl", "[]", {"id": "c"}, good)
    with pytest.raises(DatasetError) as caught:
        read_datasets([one, two, tmp_path / "three.jsonl"])
    message = str(caught.value)
    for part in ("one.jsonl:2: not JSON", "one.jsonl:3: kindd", "two.jsonl:1: not a JSON object", "two.jsonl:2: give"):
        assert part in message
    assert "three.jsonl: there is no such file" in message
    assert "'a' is used 2 times (one, two)" in message


def test_a_slip_is_told_once_and_in_plain_words(tmp_path: Path) -> None:
    verdict = {"course": "npq-headship", "outcome": ["yes"]}
    rows = [{"id": "a", "turns": ["x"]}, {"turns": ["x"], "kindd": []}, {"id": "a", "turns": ["y"]}]
    file = write_lines(tmp_path / "a.jsonl", *rows, {"id": "b", "turns": ["x"], "verdict": verdict})
    with pytest.raises(DatasetError) as caught:
        read_datasets([file])
    told = [line.removeprefix(f"{file}:") for line in str(caught.value).splitlines()]
    assert told[:3] == [
        "2: id: is missing",
        "2: kindd: there is no such key",
        "3: the id 'a' is used on line 1 already",
    ]
    assert len(told) == 4
    assert told[3].startswith("4: verdict.outcome.0: ")


def test_only_the_splits_asked_for_are_kept(tmp_path: Path) -> None:
    rows = [{"id": "a", "turns": ["x"]}, {"id": "b", "turns": ["x"], "split": "test"}]
    file = write_lines(tmp_path / "faq.jsonl", *rows)
    assert [case.id for case in read_datasets([file], ("test",))[0].cases] == ["b"]
    assert [case.dataset for case in read_datasets([file])[0].cases] == ["faq", "faq"]


def test_an_unknown_shape_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(DatasetError, match="this shape is not known"):
        read_datasets([tmp_path / "notes.txt"])


def test_a_family_in_two_splits_would_leak_and_is_reported(tmp_path: Path) -> None:
    rows = [{"id": i, "family": "f", "turns": ["x"], "split": s} for i, s in (("a", "dev"), ("b", "test"))]
    dataset = read_datasets([write_lines(tmp_path / "faq.jsonl", *rows)])[0]
    assert set_problems(dataset) == ["faq: the family 'f' is in two splits"]


def test_a_set_on_abstention_with_one_class_only_shows_nothing(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "abstention.jsonl", {"id": "a", "turns": ["x"], "class": "unanswerable"})
    assert "only one of" in set_problems(read_datasets([file])[0])[0]


def test_the_hash_is_of_what_was_read(tmp_path: Path) -> None:
    one = read_datasets([write_lines(tmp_path / "a.jsonl", {"id": "a", "turns": ["x"]})])[0].sha256
    other = read_datasets([write_lines(tmp_path / "a.jsonl", {"id": "a", "turns": ["y"]})])[0].sha256
    assert one != other
