from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from advisor.batch import Job, converse_runner, decide_runner, numbered_lines, read_input, run_job, to_json
from advisor.core.errors import BadInput
from tests.web.samples import DAY, FakeAdvisor


def run(advisor: FakeAdvisor, *lines: str) -> list[dict[str, object]]:
    runner = converse_runner(advisor, DAY)
    return [dict(runner(line, number)) for number, line in enumerate(lines, start=1)]


def test_one_reply_a_turn_and_the_state_is_carried() -> None:
    advisor = FakeAdvisor()
    (output,) = run(advisor, '{"id": "a", "turns": ["one", "two"]}')
    assert output["id"] == "a"
    assert [state.turn if state else 0 for _, state, _ in advisor.asked] == [0, 1]
    assert isinstance(output["replies"], list)
    assert len(output["replies"]) == 2
    assert "state" not in output["replies"][0]


def test_each_conversation_starts_fresh() -> None:
    advisor = FakeAdvisor()
    run(advisor, '{"id": 1, "turns": ["one"]}', '{"id": 2, "turns": ["two"]}')
    assert [state for _, state, _ in advisor.asked] == [None, None]


def test_the_day_on_the_line_wins_over_the_one_given() -> None:
    advisor = FakeAdvisor()
    run(advisor, '{"id": 1, "turns": ["x"], "as_of": "2025-01-31"}', '{"id": 2, "turns": ["x"]}')
    assert [day for _, _, day in advisor.asked] == [date(2025, 1, 31), DAY]


def test_a_blank_or_long_turn_is_passed_on() -> None:
    advisor = FakeAdvisor()
    run(advisor, json.dumps({"id": 1, "turns": ["", "x" * 5_000]}))
    assert [len(text) for text, _, _ in advisor.asked] == [0, 5_000]


def test_keys_that_are_not_ours_are_ignored() -> None:
    (output,) = run(FakeAdvisor(), '{"id": 1, "turns": ["x"], "must": ["y"]}')
    assert "replies" in output


@pytest.mark.parametrize(
    ("line", "line_id", "words"),
    [
        ("{", None, "not JSON"),
        ("[1]", None, "JSON object"),
        ('{"id": "a"}', "a", "'turns' must be a list"),
        ('{"id": "a", "turns": []}', "a", "at least one"),
        ('{"id": "a", "turns": [3]}', "a", "'turns' must be a list"),
        ('{"id": "a", "turns": ["x"], "as_of": "21/11/2026"}', "a", "YYYY-MM-DD"),
    ],
)
def test_a_bad_line_says_what_is_wrong_with_it(line: str, line_id: object, words: str) -> None:
    advisor = FakeAdvisor()
    (output,) = run(advisor, line)
    error = output["error"]
    assert output["id"] == line_id
    assert isinstance(error, dict)
    assert error["line"] == 1
    assert words in str(error["message"])
    assert advisor.asked == []


def test_a_character_cut_in_half_can_be_asked_and_written() -> None:
    advisor = FakeAdvisor()
    (output,) = run(advisor, '{"id": "\\ud800", "turns": ["x \\ud800"]}')
    assert advisor.asked[0][0] == "x ?"
    assert to_json(output).encode("utf-8")


def test_blank_lines_are_passed_over_and_counted() -> None:
    assert list(numbered_lines(b"\xef\xbb\xbfone\r\n\r\n  two\xff\n")) == [(1, "one"), (3, "two�")]


def job(tmp_path: Path, content: bytes, advisor: FakeAdvisor) -> Job:
    return Job(tmp_path / "in.jsonl", tmp_path / "out.jsonl", content, converse_runner(advisor, DAY))


def written(tmp_path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]


def test_order_is_kept_and_a_bad_line_stops_no_other(tmp_path: Path) -> None:
    content = b'{"id": 1, "turns": ["x"]}\nnonsense\n{"id": 3, "turns": ["x"]}\n'
    complaints = list(run_job(job(tmp_path, content, FakeAdvisor())))
    assert [line["id"] for line in written(tmp_path)] == [1, None, 3]
    assert complaints[0] is complaints[2] is None
    assert str(complaints[1]).startswith(f"{tmp_path / 'in.jsonl'}:2: ")


def test_an_unexpected_failure_stays_on_its_line_and_repeats_no_message(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    advisor = FakeAdvisor(failing=RuntimeError("my secret words"))
    list(run_job(job(tmp_path, b'{"id": 7, "turns": ["my secret words"]}', advisor)))
    (line,) = written(tmp_path)
    assert line["id"] == 7
    assert "RuntimeError" in str(line["error"])
    assert "secret" not in caplog.text + str(line)


def test_a_line_nested_too_deeply_is_an_error_of_that_line(tmp_path: Path) -> None:
    content = b"[" * 100_000 + b'\n{"id": 2, "turns": ["x"]}'
    assert sum(complaint is not None for complaint in run_job(job(tmp_path, content, FakeAdvisor()))) == 1


def test_the_output_never_overwrites_the_input(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text("{}")
    with pytest.raises(BadInput, match="is the input as well"):
        read_input(file, file)


def test_a_missing_output_folder_is_said_before_any_work(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text("{}")
    with pytest.raises(BadInput, match="is no folder"):
        read_input(file, tmp_path / "nowhere" / "out.jsonl")


def test_facts_on_a_line_become_a_verdict() -> None:
    output = decide_runner(DAY)('{"id": 1, "course": "npq-headship", "facts": {"works_in_england": false}}', 1)
    assert output["verdict"]["outcome"] == "not_eligible"
