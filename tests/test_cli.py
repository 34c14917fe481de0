from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from advisor.cli import Tools, main
from advisor.settings import Settings
from tests.web.samples import FakeAdvisor, settings

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def fake() -> FakeAdvisor:
    return FakeAdvisor()


@pytest.fixture
def run(fake: FakeAdvisor, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: str, build: Callable[[Settings], Any] = lambda _: fake) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments, Tools(settings, build))
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, captured.out, captured.err

    return run_command


def test_ask_prints_the_answer_and_what_stands_behind_it(run: Run) -> None:
    code, out, err = run("ask", "Is it funded?")
    assert (code, err) == (0, "")
    assert "It depends on your workplace. [1] [2]" in out
    assert "1. A school" in out
    assert "[1] Title 1. DfE, dated 3 July 2025, checked 21 November 2026" in out
    assert "NPQSL, autumn 2026: not decided yet" in out


def test_ask_with_json_prints_nothing_but_json_with_the_state(run: Run) -> None:
    code, out, err = run("ask", "Is it funded?", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["state"]["turn"] == 1


def test_ask_passes_day_and_intake_on(run: Run, fake: FakeAdvisor) -> None:
    run("ask", "x", "--as-of", "2025-01-31", "--cohort", "2025a")
    ((_, state, day),) = fake.asked
    assert str(day) == "2025-01-31"
    assert state is not None
    assert state.person.facts["cohort_id"].value == "2025a"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ask",), "Missing argument"),
        (("nonsense",), "No such command"),
        (("ask", "x", "--as-of", "2026-02-30"), "There is no day '2026-02-30'"),
        (("ask", "x", "--cohort", "autumn"), "an intake is a year and a letter"),
        (("search", "x", "-k", "0"), "Invalid value"),
        (("search", "  "), "Write something"),
        (("decide", "/nowhere.jsonl", "out.jsonl"), "/nowhere.jsonl: No such file"),
        (("check", "--against", "/nowhere"), "/nowhere is not a folder"),
        (("serve", "--port", "70000"), "Invalid value"),
    ],
)
def test_wrong_use_ends_with_2_and_one_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_without_arguments_help_is_shown(run: Run) -> None:
    code, _, err = run()
    assert code == 2
    assert err.startswith("Usage:")


def test_an_unexpected_error_is_one_line_and_debug_shows_all(run: Run) -> None:
    def broken(_: Settings) -> FakeAdvisor:
        raise RuntimeError("boom")

    code, _, err = run("ask", "x", build=broken)
    assert code == 2
    assert err.count("\n") == 1
    assert "--debug" in err
    with pytest.raises(RuntimeError, match="boom"):
        main(["ask", "x", "--debug"], Tools(settings, broken))  # type: ignore[arg-type]


def test_batch_answers_every_line(run: Run, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": 1, "turns": ["x"]}\n{"id": 2, "turns": ["x", "y"]}\n', encoding="utf-8")
    code, out, _ = run("batch", str(source), str(target))
    assert (code, out) == (0, "")
    assert [len(json.loads(line)["replies"]) for line in target.read_text("utf-8").splitlines()] == [1, 2]


def test_a_bad_line_ends_with_1_and_names_file_and_line(run: Run, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": 1, "course": "npq-headship", "facts": {}}\n{"id": 2, "course": "npq-head"}\n', "utf-8")
    code, out, err = run("decide", str(source), str(target))
    assert (code, out) == (1, "")
    assert f"{source}:2: There is no course 'npq-head'" in err
    assert len(target.read_text("utf-8").splitlines()) == 2


def test_search_prints_ranks(run: Run) -> None:
    found = SimpleNamespace(
        id="faq-x", page_content="Title\nFirst.", metadata={"title": "Title", "ranks": {"dense": 1}, "score": 0.5}
    )
    asked: list[Any] = []

    def invoke(text: str, **options: Any) -> list[Any]:
        asked.append((text, options["k"], str(options["as_of"])))
        return [found]

    build = lambda _: SimpleNamespace(retriever=SimpleNamespace(invoke=invoke))  # noqa: E731
    code, out, _ = run("search", "what is it", "-k", "3", "--as-of", "2026-01-01", "--json", build=build)
    assert code == 0
    assert asked == [("what is it", 3, "2026-01-01")]
    assert json.loads(out)[0] | {"text": ""} == {"rank": 1, "id": "faq-x", "text": "", **found.metadata}
    assert "1. Title  (faq-x; dense 1)" in run("search", "x", build=build)[1]


def test_chat_carries_the_conversation_and_a_number_picks_a_choice(
    run: Run, fake: FakeAdvisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["/why", "Is it funded?", "1", "/why", "/again", "hello"])

    def read(_: str = "") -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", read)
    code, out, _ = run("chat")
    assert code == 0
    assert [(text, state.turn if state else 0) for text, state, _ in fake.asked] == [
        ("Is it funded?", 0), ("A school", 1), ("hello", 0),
    ]  # fmt: skip
    assert "Ask something first." in out
    assert "Started again" in out


def test_sources_due_lists_only_what_is_due(run: Run) -> None:
    _, everything, _ = run("sources", "--json")
    _, due, _ = run("sources", "--due", "--as-of", "2020-01-01", "--json")
    assert len(json.loads(everything)) > 100
    cited = [source["cited"] for source in json.loads(everything)]
    assert cited == sorted(cited, reverse=True)
    assert json.loads(due) == []


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("NPQ_ADVISOR_PORT", "many")
    code, _, err = run("sources")
    assert code == 2
    assert "NPQ_ADVISOR_PORT" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["decide", "in.jsonl", "out.jsonl"], ["check"]])
def test_light_commands_load_no_heavy_library(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1, "course": "npq-headship", "facts": {}}', "utf-8")
    code = f"""
import sys
from advisor.cli import main
try:
    main({arguments!r})
finally:
    heavy = {{"torch", "sentence_transformers", "transformers", "chromadb", "gradio", "sklearn"}}
    sys.stderr.write(f"heavy: {{sorted(heavy & set(sys.modules))}}")
"""
    environment = {"PYTHONPATH": str(ROOT), "NPQ_ADVISOR_KNOWLEDGE_PATH": str(ROOT / "knowledge")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr.endswith("heavy: []"), done.stderr
    assert done.returncode in (0, 1)
