"""Advisers that are broken on purpose are noticed, with scripted systems in place of the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.knowledge.schema import Kind
from evals.commands import ablate_command
from evals.dataset import DatasetError
from evals.record import Record
from evals.report.trials import ablation_table, broken_table, removed_note
from evals.run import run_cases
from evals.systems.broken import BREAKS, Break, _shift, _tells_dates
from evals.systems.reduced import DECISION, PARTS, REMOVED
from evals.systems.system import System
from evals.trials import Changed, run_trials
from tests.evals.samples import BASE, TODAY, ScriptedSystem, make_case, make_record, make_reply, make_verdict
from tests.evals.test_run import make_plan

BY_NAME = {item.name: item for item in BREAKS}


def spoiled(name: str, record: Record) -> Record:
    return BY_NAME[name].record(record, make_case())


def test_swapped_outcomes_leave_the_open_ones_open() -> None:
    reply = make_reply(verdicts=[make_verdict(), make_verdict(outcome="undetermined")])
    found = spoiled("outcomes swapped", make_record(reply)).replies[0]["verdicts"]
    assert [verdict["outcome"] for verdict in found] == ["not_eligible", "undetermined"]


def test_shifted_citations_still_name_citations_that_exist() -> None:
    reply = make_reply(
        citations=[{"n": 1}, {"n": 2}],
        statements=[{"text": "a", "citations": [1]}, {"text": "b", "citations": [2]}],
    )
    found = spoiled("citations shifted", make_record(reply)).replies[0]["statements"]
    assert [statement["citations"] for statement in found] == [[2], [1]]


def test_a_crash_on_purpose_becomes_records_of_failure() -> None:
    cases = [make_case(id=f"case-{n}") for n in range(40)]

    class Sometimes(ScriptedSystem):
        def play(self, case, as_of):  # type: ignore[no-untyped-def]
            played = super().play(case, as_of)
            BY_NAME["crashes"].record(played.record, case)
            return played

    failed = [record for record in run_cases(Sometimes(), cases, TODAY) if record.failure is not None]
    assert 0 < len(failed) < 20


def test_wrong_dates_move_years_and_nothing_else() -> None:
    statement = BASE.entries["faq-length"].statements[0]
    dated = statement.model_copy(update={"text": "From 18 May 2026 it takes 18 months, see 2025."})
    assert _shift(dated).text == "From 18 May 2027 it takes 18 months, see 2026."
    assert not _tells_dates(BASE.entries["faq-length"])
    assert _tells_dates(BASE.entries["faq-length"].model_copy(update={"kind": Kind.POLICY}))


@pytest.fixture(scope="module")
def trials() -> list[object]:
    cases = tuple(make_case(id=f"c{n}", must=[["18 months"]], kind=["answer"]) for n in range(30))
    worse = ScriptedSystem("worse", {f"c{n}": make_reply(text="Hm.") for n in range(30)})
    systems: list[System] = [worse, ScriptedSystem("same")]
    changed = [Changed(system, BASE, f"it is {system.name}", system.name) for system in systems]
    return list(run_trials(make_plan(cases=cases), ScriptedSystem(), BASE, changed))


def test_a_worse_adviser_is_noticed_and_an_equal_one_is_not(trials: list[object]) -> None:
    noticed = {trial.name: {item.measure for item in trial.noticed} for trial in trials}  # type: ignore[attr-defined]
    assert "key_facts" in noticed["worse"]
    assert noticed["same"] == set()


def test_the_tables_say_so_in_points_and_mark_what_is_no_chance(trials: list[object]) -> None:
    assert "| worse | it is worse | -100.0 * | -100.0 * |" in ablation_table(trials)  # type: ignore[arg-type]
    assert "|  | cases compared | 30 | 30 |" in ablation_table(trials)  # type: ignore[arg-type]
    assert "| same | it is same | 0 | nothing noticed |" in broken_table(trials)  # type: ignore[arg-type]


def test_what_was_taken_out_is_said_to_whoever_looks_for_it() -> None:
    note = removed_note()
    assert all(part.name in note for part in REMOVED)
    assert {"authority", "recency"} <= {part.name for part in REMOVED}
    assert not {part.name for part in REMOVED} & {part.name for part in PARTS}
    decision = (Path(__file__).parents[2] / DECISION).read_text(encoding="utf-8")
    assert "Taken out" in decision
    with pytest.raises(DatasetError, match="recency bought nothing and was taken out"):
        list(ablate_command([], TODAY, ("dev",), ["recency"], workers=1, step=lambda _: None))


def test_every_break_has_a_name_of_its_own_and_says_what_it_does() -> None:
    assert len(BY_NAME) == len(BREAKS)
    assert all(isinstance(item, Break) and item.says for item in BREAKS)
