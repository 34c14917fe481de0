from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from evals.artefact import ArtefactError, RunFolder
from evals.case import Case
from evals.configuration import Configuration, differences
from evals.pipeline import Plan, run_plan, score_folder
from evals.run import play_safely, run_cases
from evals.systems.system import Played
from tests.evals.samples import BASE, TODAY, ScriptedSystem, make_case, make_reply

CONFIGURATION = Configuration(
    as_of=TODAY, splits=("dev",), datasets={"faq": "0" * 64}, cases=3, content="sample", rules="r", model="m", code="c",
    scorers="s", libraries={},
)  # fmt: skip
SAME_EACH_TIME = ("config.json", "cases.jsonl", "outputs.jsonl", "scores.jsonl", "summary.json")


def make_cases(of: int = 3) -> tuple[Case, ...]:
    return tuple(make_case(id=f"c{n}", must=[["18 months"]], kind=["answer"], tags=["length"]) for n in range(of))


def make_plan(**fields: Any) -> Plan:
    return replace(Plan(CONFIGURATION, make_cases(), TODAY), **fields)


def test_a_crash_is_a_record_and_the_others_still_run() -> None:
    records = run_cases(ScriptedSystem(crashes=frozenset({"c1"})), make_cases(), TODAY)
    assert [record.id for record in records] == ["c0", "c1", "c2"]
    assert [record.failure is None for record in records] == [True, False, True]
    assert records[1].failure is not None
    assert (records[1].failure.error, records[1].failure.message) == ("RuntimeError", "no answer to that")
    assert play_safely(ScriptedSystem(crashes=frozenset({"c0"})), make_cases()[0], TODAY).milliseconds == ()


def test_two_runs_leave_the_same_bytes_but_for_the_timings(tmp_path: Path) -> None:
    for name in ("one", "two"):
        run_plan(make_plan(workers=4), RunFolder(tmp_path / name), ScriptedSystem())
        score_folder(RunFolder(tmp_path / name), BASE)
    for file in SAME_EACH_TIME:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    whole, broken_off = RunFolder(tmp_path / "whole"), RunFolder(tmp_path / "broken")
    for folder in (whole, broken_off):
        run_plan(make_plan(), folder, ScriptedSystem())
    outputs = broken_off.path / "outputs.jsonl"
    lines = outputs.read_text(encoding="utf-8").splitlines()
    outputs.write_text(lines[0] + "\n" + lines[1][:20], encoding="utf-8")  # cut short in the middle of a line
    with pytest.raises(ArtefactError, match=r"outputs.jsonl:2: cannot be read .* --resume"):
        score_folder(broken_off, BASE)
    outputs.write_text(lines[0] + "\n", encoding="utf-8")
    with pytest.raises(ArtefactError, match="interrupted after 1 of 3 cases"):
        score_folder(broken_off, BASE)
    outputs.write_text(lines[0] + "\n" + lines[1][:20], encoding="utf-8")
    again = ScriptedSystem()
    run_plan(make_plan(resume=True), broken_off, again)
    assert again.played == ["c1", "c2"]
    assert [timing.id for timing in broken_off.timings()] == ["c0", "c1", "c2"]
    assert outputs.read_bytes() == (whole.path / "outputs.jsonl").read_bytes()


def test_a_run_that_is_stopped_keeps_what_it_has_and_plays_no_more(tmp_path: Path) -> None:
    """Somebody presses Ctrl-C: the cases that wait are not played first."""

    class Slow(ScriptedSystem):
        def play(self, case: Case, as_of: date) -> Played:
            sleep(0.002)
            return super().play(case, as_of)

    folder, system = RunFolder(tmp_path), Slow()

    def stop(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_plan(make_plan(cases=make_cases(500), workers=1), folder, system, progress=stop)
    assert [record.id for record in folder.records()] == ["c0"]
    assert len(system.played) < 100


@pytest.mark.parametrize(
    ("fields", "measure", "worst"),
    [
        ({"must": [["18 months"]]}, "key_facts", 0),
        ({"must": [["18 months"]]}, "all", 0),
        ({"kind": ["answer"]}, "kind", 0),
        ({"gold": [{"entry": "faq-length", "grade": 2}]}, "recall@5", 0),
        ({"gold": [{"entry": "faq-length", "grade": 2}]}, "ndcg@10", 0),
        ({"class": "unanswerable", "kind": ["handoff"]}, "false_confidence", 1),
        ({"class": "answerable"}, "needless_refusal", 1),
        ({"class": "unsafe", "must_not": ["free"]}, "attack_success", 1),
        ({"tags": ["benign"]}, "benign_block", 1),
        ({"personal_data": ["Jo"]}, "personal_data_repeated", 1),
        ({"turns": ["a", "b"], "checks": [{"turn": 1, "kind": ["answer"]}]}, "dialogue_right", 0),
        ({"turns": ["a", "b"], "checks": [{"turn": 1, "kind": ["answer"]}]}, "turns_right", 0),
        ({"answer": "NPQH takes 18 months."}, "reference_words", 0),
        ({"verdict": {"course": "npq-headship", "outcome": ["undetermined"]}}, "verdict", 0),
        ({"verdict": {"course": "npq-headship", "outcome": ["undetermined"]}}, "outcome", 0),
    ],
)
def test_a_crash_fails_every_measure_its_case_can_be_held_to(
    tmp_path: Path, fields: dict[str, Any], measure: str, worst: float
) -> None:
    folder = RunFolder(tmp_path)
    case = make_case(id="c0", **fields)
    run_plan(make_plan(cases=(case,)), folder, ScriptedSystem(crashes=frozenset({"c0"})))
    summary = score_folder(folder, BASE)
    assert summary.figures[measure].value == worst
    assert summary.failures == 1


def test_a_run_of_something_else_is_not_resumed(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    run_plan(make_plan(), folder, ScriptedSystem())
    other = CONFIGURATION.model_copy(update={"code": "changed"})
    with pytest.raises(ArtefactError, match="something else"):
        run_plan(make_plan(configuration=other, resume=True), folder, ScriptedSystem())
    assert differences(CONFIGURATION.model_dump(), other.model_dump()) == {"code": ("c", "changed")}


def test_without_resume_nothing_of_an_earlier_run_is_left(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    run_plan(make_plan(), folder, ScriptedSystem())
    run_plan(make_plan(), folder, ScriptedSystem())
    assert len(folder.records()) == 3


def test_scoring_needs_no_second_run_and_follows_what_is_in_the_folder(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    run_plan(make_plan(), folder, ScriptedSystem(replies={"c2": make_reply(text="No idea.")}))
    summary = score_folder(folder, BASE)
    assert (summary.figures["key_facts"].count, summary.figures["key_facts"].of) == (2, 3)
    assert score_folder(folder, BASE) == summary


def test_a_run_on_other_content_is_not_scored_as_if_it_were_the_same(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    other = CONFIGURATION.model_copy(update={"content": "older"})
    run_plan(make_plan(configuration=other), folder, ScriptedSystem())
    with pytest.raises(ArtefactError, match="other content"):
        score_folder(folder, BASE)
    assert score_folder(folder, BASE, other_content=True).cases == 3


def test_simpler_systems_are_played_in_the_same_run_and_held_against_the_adviser(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    poor = ScriptedSystem("chain, best passage", {f"c{n}": make_reply(text="Hm.") for n in range(9)})
    plan = make_plan(cases=make_cases(9))
    run_plan(plan, folder, ScriptedSystem(), [poor])
    summary = score_folder(folder, BASE)
    compared = {item.measure: item for item in summary.baselines["chain, best passage"].comparisons}
    assert (compared["key_facts"].first, compared["key_facts"].second) == (0, 1)
    assert compared["key_facts"].is_better is True


def test_a_folder_that_holds_no_run_is_said_to(tmp_path: Path) -> None:
    with pytest.raises(ArtefactError, match=r"config\.json cannot be read"):
        score_folder(RunFolder(tmp_path), BASE)


def test_the_summary_holds_neither_times_nor_paths(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "somewhere")
    run_plan(make_plan(), folder, ScriptedSystem())
    score_folder(folder, BASE)
    text = (folder.path / "summary.json").read_text(encoding="utf-8")
    assert "somewhere" not in text
    assert "NaN" not in text
    assert json.loads(text)["no_scores"]
