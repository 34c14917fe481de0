"""From scores to figures: no figure where there is no score, macro-F1, families, risk, comparison, gate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from evals.case import Case
from evals.measures import MEASURES
from evals.record import Record
from evals.score import Score
from evals.summary.aggregate import figure_of, figures_of, without_scores
from evals.summary.confusion import confusion_of
from evals.summary.families import families_of, score_families
from evals.summary.gate import Bars, GateError, judge, read_bars, read_baseline, write_baseline
from evals.summary.latency import latency_of
from evals.summary.paired import compare, values_of
from evals.summary.risk import risk_of
from evals.summary.statistics import wilson
from tests.evals.samples import BASE, make_case, make_record, make_reply, make_verdict

SEED = 1


def scores_of(measure: str, values: Sequence[float]) -> list[Score]:
    return [Score(case=f"c{n}", measure=measure, value=value) for n, value in enumerate(values)]


def cases_of(of: int, **fields: Any) -> list[Case]:
    return [make_case(id=f"c{n}", **fields) for n in range(of)]


def test_a_measure_without_scores_is_absent_and_said_to_be() -> None:
    figures = figures_of(scores_of("all", [1, 0]), cases_of(2), SEED)
    assert list(figures) == ["all"]
    assert "recall@5" in without_scores(figures)
    assert len(without_scores(figures)) == len(MEASURES) - 1


def test_a_share_is_counted_and_a_fault_has_its_exact_bound() -> None:
    figures = figures_of([*scores_of("all", [1, 1, 0, 1]), *scores_of("attack_success", [0] * 60)], cases_of(60), SEED)
    assert (figures["all"].count, figures["all"].of, figures["all"].value) == (3, 4, 0.75)
    assert figures["all"].upper_bound is None
    assert figures["attack_success"].upper_bound == pytest.approx(0.0487, abs=1e-4)


def test_a_mean_without_spread_is_no_surer_than_its_families_are_many() -> None:
    figure = figure_of(scores_of("completeness", [1] * 12), {f"c{n}": f"f{n % 6}" for n in range(12)}, SEED)
    assert figure is not None
    assert (figure.value, figure.high) == (1, 1)
    assert figure.low == round(wilson(6, 6).low, 4)
    none = figure_of(scores_of("completeness", [0] * 6), {}, SEED)
    assert none is not None
    assert (none.low, none.high) == (0, round(wilson(0, 6).high, 4))


def test_two_cases_are_never_more_than_chance() -> None:
    for measure in ("completeness", "all"):
        found = compare(values_of(scores_of(measure, [0, 0])), values_of(scores_of(measure, [1, 1])), cases_of(2), SEED)
        assert found[0].is_better is None


def test_scores_of_cases_that_are_not_asked_about_do_not_count() -> None:
    assert figures_of(scores_of("all", [1, 0]), cases_of(1), SEED)["all"].of == 1


def verdict_case(outcome: str, *others: str, case_id: str = "c1") -> Case:
    return make_case(id=case_id, verdict={"course": "npq-headship", "outcome": [outcome, *others]})


def reply_with(outcome: str | None, case_id: str = "c1") -> Record:
    verdicts = [make_verdict(outcome=outcome)] if outcome else []
    return make_record(make_reply(verdicts=verdicts), id=case_id)


def test_macro_f1_is_as_worked_out_by_hand() -> None:
    pairs = [("eligible", "eligible"), ("eligible", "not_eligible"), ("not_eligible", "not_eligible")] * 2
    cases = [verdict_case(expected, case_id=f"c{n}") for n, (expected, _) in enumerate(pairs)]
    records = [reply_with(given, f"c{n}") for n, (_, given) in enumerate(pairs)]
    table = confusion_of(cases, records)
    assert table is not None
    assert table.counts == {"eligible": {"eligible": 2, "not_eligible": 2}, "not_eligible": {"not_eligible": 2}}
    assert table.f1 == {"eligible": pytest.approx(2 / 3, abs=1e-4), "not_eligible": pytest.approx(2 / 3, abs=1e-4)}


def test_always_saying_no_scores_high_in_accuracy_and_low_in_macro_f1() -> None:
    expected = ["not_eligible"] * 94 + ["eligible"] * 6
    cases = [verdict_case(outcome, case_id=f"c{n}") for n, outcome in enumerate(expected)]
    table = confusion_of(cases, [reply_with("not_eligible", f"c{n}") for n in range(100)])
    assert table is not None
    assert table.macro_f1 < 0.5


def test_an_acceptable_outcome_counts_as_the_expected_one_and_none_as_no_verdict() -> None:
    accepted = confusion_of([verdict_case("eligible", "undetermined")], [reply_with("undetermined")])
    assert accepted is not None
    assert accepted.counts == {"undetermined": {"undetermined": 1}}
    silent = confusion_of([verdict_case("eligible")], [reply_with(None)])
    assert silent is not None
    assert silent.counts == {"eligible": {"no verdict": 1}}
    assert confusion_of([make_case()], [make_record()]) is None


def test_a_family_is_as_good_as_its_worst_wording() -> None:
    cases = [make_case(id=f"c{n}", family="length") for n in range(4)] + [make_case(id="alone")]
    scores = [*scores_of("all", [1, 1, 1, 0]), Score(case="alone", measure="all", value=0)]
    families = families_of(cases, scores)
    assert [(family.name, family.passed) for family in families] == [("length", 0.75)]
    other = make_reply(citations=[{"id": "faq-other.1"}])
    records = [make_record(id=f"c{n}") for n in range(3)] + [make_record(other, id="c3")]
    found = {score.measure: score for score in score_families(families, records)}
    assert (found["family_mean"].value, found["family_worst"].value, found["family_consistent"].value) == (0.75, 0, 0)
    assert "faq-length, faq-other" in found["family_consistent"].reason


def answered(case_id: str, similarity: float, kind: str = "answer") -> Record:
    found = [{"entry": "faq-length", "score": 1.0, "similarity": similarity, "superseded": False}]
    return make_record(make_reply(kind=kind), id=case_id, retrieved=found)


def test_the_risk_curve_falls_where_wrong_answers_are_the_unsure_ones() -> None:
    cases = cases_of(5, **{"class": "answerable"})
    records = [answered(f"c{n}", 0.9 - n * 0.1) for n in range(4)] + [answered("c4", 0.1, "handoff")]
    risk = risk_of(cases, records, scores_of("all", [1, 1, 1, 0, 0]), BASE)
    assert risk is not None
    assert [(point.coverage, point.risk) for point in risk.points] == [(0.2, 0), (0.4, 0), (0.6, 0), (0.8, 0.25)]
    assert risk.aurc == pytest.approx(0.0625)
    assert (risk.answered, risk.of) == (4, 5)
    assert sum(item.of for item in risk.bins) == 4


def test_answering_what_nothing_answers_is_wrong_however_good_the_words() -> None:
    cases = cases_of(1, **{"class": "unanswerable"})
    risk = risk_of(cases, [answered("c0", 0.9)], scores_of("all", [1]), BASE)
    assert risk is not None
    assert risk.points[-1].risk == 1
    assert risk_of(cases_of(1), [answered("c0", 0.9)], scores_of("all", [1]), BASE) is None


def test_a_clear_gain_is_better_and_a_small_one_may_be_chance() -> None:
    cases = cases_of(40)
    before, after = scores_of("all", [0] * 20 + [1] * 20), scores_of("all", [1] * 40)
    found = compare(values_of(before), values_of(after), cases, SEED)[0]
    assert (found.is_better, found.difference, len(found.better), found.worse) == (True, 0.5, 20, ())
    assert compare(values_of(after), values_of(before), cases, SEED)[0].is_better is False
    small = compare(values_of(scores_of("all", [0, 0] + [1] * 38)), values_of(after), cases, SEED)[0]
    assert small.is_better is None


def test_fewer_faults_are_better() -> None:
    before, after = scores_of("attack_success", [1] * 20), scores_of("attack_success", [0] * 20)
    assert compare(values_of(before), values_of(after), cases_of(20), SEED)[0].is_better is True


def test_only_shared_cases_are_compared() -> None:
    after = [*scores_of("all", [1, 1]), Score(case="new", measure="all", value=0)]
    assert compare(values_of(scores_of("all", [1, 1])), values_of(after), cases_of(2), SEED)[0].of == 2
    assert compare({}, values_of(after), cases_of(2), SEED) == ()


BARS = Bars(safety={"attack_success": 0.06}, floors={"cited": 1.0}, quality=("all",), least_shared=0.8)


def gate(tmp_path: Path, before: list[Score], now: list[Score], more: Sequence[Case] = ()) -> dict[str, bool | None]:
    write_baseline(tmp_path / "b.json", before, BARS, as_of="2026-11-21", code="c", content="k")
    checks = judge(now, [*cases_of(60), *more], BARS, read_baseline(tmp_path / "b.json"), SEED)
    return {check.name: check.passed for check in checks}


def sound(all_: Sequence[float] = (1,) * 60, attacks: Sequence[float] = (0,) * 60) -> list[Score]:
    return [*scores_of("all", all_), *scores_of("attack_success", attacks), *scores_of("cited", [1] * 60)]


def test_a_sound_run_passes_every_check(tmp_path: Path) -> None:
    checks = gate(tmp_path, sound(), sound())
    assert checks == {"attack_success": True, "cited": True, "all": True, "coverage": True, "kept": True}


def test_one_successful_attack_is_too_much_for_a_tight_bar(tmp_path: Path) -> None:
    assert gate(tmp_path, sound(), sound(attacks=[1] + [0] * 59))["attack_success"] is False


def test_a_significant_loss_fails_and_chance_does_not(tmp_path: Path) -> None:
    assert gate(tmp_path, sound(), sound([0] * 20 + [1] * 40))["all"] is False
    assert gate(tmp_path, sound(), sound([0] * 2 + [1] * 58))["all"] is True


def test_a_bar_without_scores_does_not_pass(tmp_path: Path) -> None:
    assert gate(tmp_path, sound(), scores_of("all", [1] * 60))["attack_success"] is False


def test_scores_of_other_cases_are_no_baseline(tmp_path: Path) -> None:
    assert gate(tmp_path, scores_of("all", [1] * 10), sound())["coverage"] is False


def of_extra(measure: str, value: float) -> list[Score]:
    return [Score(case=f"e{n}", measure=measure, value=value) for n in range(20)]


EXTRA = [make_case(id=f"e{n}", dataset="extra") for n in range(20)]


def test_a_set_the_committed_scores_do_not_know_is_shown_and_no_bar_is_held_against_it(tmp_path: Path) -> None:
    checks = gate(tmp_path, sound(), [*sound(), *of_extra("attack_success", 1), *of_extra("all", 0)], EXTRA)
    assert checks["set extra"] is None
    assert not [name for name, passed in checks.items() if passed is False]


def test_a_floor_holds_for_a_new_set_too(tmp_path: Path) -> None:
    assert gate(tmp_path, sound(), [*sound(), *of_extra("cited", 0)], EXTRA)["cited"] is False


def test_a_set_of_which_one_case_is_known_is_judged_whole(tmp_path: Path) -> None:
    before = [*sound(), Score(case="e0", measure="all", value=1)]
    now = [*sound(), *of_extra("all", 1), *of_extra("attack_success", 1)]
    checks = gate(tmp_path, before, now, EXTRA)
    assert "set extra" not in checks
    assert checks["attack_success"] is False
    assert checks["coverage"] is False


def test_leaving_out_the_cases_that_fail_does_not_pass(tmp_path: Path) -> None:
    now = [score for score in sound() if score.case not in {f"c{n}" for n in range(20)}]
    assert gate(tmp_path, sound(), now)["kept"] is False


def test_the_shipped_bars_name_measures_of_ours() -> None:
    assert read_bars(Path("evals/gate.toml")).quality


def test_a_bar_on_a_measure_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gate.toml"
    file.write_text('quality = ["al"]\nleast_shared = 0.5\n[safety]\n[floors]\n')
    with pytest.raises(GateError, match="no measure named al"):
        read_bars(file)
    with pytest.raises(GateError, match="--refresh"):
        read_baseline(tmp_path / "none.json")


def test_the_committed_scores_hold_one_line_a_measure(tmp_path: Path) -> None:
    write_baseline(tmp_path / "b.json", sound(), BARS, as_of="2026-11-21", code="c", content="k")
    text = (tmp_path / "b.json").read_text(encoding="utf-8")
    assert json.loads(text)["values"]["all"]["c0"] == 1
    assert sum('"c0"' in line for line in text.splitlines()) == 1


def test_latency_of_nothing_is_nothing() -> None:
    assert latency_of([]) is None
