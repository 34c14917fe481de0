from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evals.case import Case
from evals.record import Failure, Record
from evals.score import HEAD_WORDS, Seen
from evals.scorers.answers import score_answer, score_completeness
from evals.scoring import score_all
from tests.evals.samples import BASE, make_case, make_record, make_reply, make_verdict

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases"


def values(case: Case, record: Record) -> dict[str, float]:
    return {score.measure: score.value for score in score_answer(Seen(case, record, BASE))}


def test_a_reply_that_meets_everything_passes_everything() -> None:
    case = make_case(
        kind=["answer"], courses=["npq-headship"], must=[["18 months"]], must_not=["£"], needs_citation=True
    )
    found = values(case, make_record())
    assert set(found) == {"ran", "kind", "key_facts", "forbidden", "courses", "cited", "all"}
    assert set(found.values()) == {1.0}


@pytest.mark.parametrize(
    ("fields", "changes", "missed"),
    [
        ({"kind": ["clarify"]}, {}, "kind"),
        ({"must": [["weeks", "years"]]}, {}, "key_facts"),
        ({"must_not": ["18"]}, {}, "forbidden"),
        ({"courses": ["npq-senco"]}, {}, "courses"),
        ({"kind": ["answer"]}, {"statements": [{"text": "So.", "citations": []}]}, "cited"),
        ({"needs_citation": True}, {"statements": [], "citations": []}, "cited"),
        ({"verdict": {"course": "npq-headship", "outcome": ["eligible"]}}, {}, "verdict"),
    ],
)
def test_each_miss_is_found_by_its_measure_and_fails_the_whole(
    fields: dict[str, Any], changes: dict[str, Any], missed: str
) -> None:
    found = values(make_case(**fields), make_record(make_reply(**changes)))
    assert [name for name, value in found.items() if value == 0] == [missed, "all"]


def test_what_a_case_does_not_ask_for_has_no_score() -> None:
    assert set(values(make_case(kind=["answer"]), make_record())) == {"ran", "kind", "cited", "all"}
    assert set(values(make_case(must=[["18"]]), make_record())) == {"ran", "key_facts", "cited", "all"}


def test_a_required_fact_after_the_first_words_comes_too_late() -> None:
    case = make_case(must=[["months"]])
    for before, value in ((HEAD_WORDS - 2, 1.0), (HEAD_WORDS, 0.0)):
        record = make_record(make_reply(text="word " * before + "18 months"))
        assert values(case, record)["key_facts"] == value


def test_completeness_says_how_much_is_there() -> None:
    case = make_case(must=[["18 months"], ["headteachers"]])
    assert [score.value for score in score_completeness(Seen(case, make_record(), BASE))] == [0.5]


@pytest.mark.parametrize(
    ("expected", "verdict", "passed"),
    [
        ({"outcome": ["undetermined"]}, {"outcome": "not_published"}, True),
        ({"outcome": ["eligible"]}, {"outcome": "not_published"}, False),
        (
            {"outcome": ["not_eligible"], "reason": ["not_in_england"]},
            {"outcome": "not_eligible", "reason": "x"},
            False,
        ),
        ({"outcome": ["not_eligible"], "reason": ["x"]}, {"outcome": "not_eligible", "reason": None}, True),
        (
            {"outcome": ["undetermined"], "missing_any": ["on_rise_list"]},
            {"outcome": "undetermined", "missing": ["on_pp50_school_list"], "reason": None},
            True,
        ),
        (
            {"outcome": ["undetermined"], "missing_any": ["work_setting"]},
            {"outcome": "undetermined", "missing": ["works_in_england"], "reason": None},
            False,
        ),
    ],
)
def test_a_verdict_is_compared_as_the_format_says(
    expected: dict[str, Any], verdict: dict[str, Any], *, passed: bool
) -> None:
    case = make_case(verdict={"course": "npq-headship"} | expected)
    record = make_record(make_reply(verdicts=[make_verdict(**verdict)]))
    assert values(case, record)["verdict"] == passed


def test_the_last_verdict_on_the_course_counts() -> None:
    case = make_case(verdict={"course": "npq-headship", "outcome": ["eligible"]})
    verdicts = [make_verdict(outcome="not_eligible"), make_verdict(), make_verdict(course="npq-senco", outcome="x")]
    assert values(case, make_record(make_reply(verdicts=verdicts)))["verdict"] == 1


def test_a_crash_fails_every_measure_it_could_have_been_held_to() -> None:
    case = make_case(
        kind=["answer"], must=[["a"]], must_not=["b"], verdict={"course": None, "outcome": ["undetermined"]},
        gold=[{"entry": "faq-length", "grade": 2}], **{"class": "answerable"},
    )  # fmt: skip
    failure = Failure(error="KeyError", message="x", where="advisor/a.py:1", turn=1)
    scores = score_all([case], [Record(id="c1", failure=failure)], BASE)
    worst = {"needless_refusal": 1.0, "superseded_found": 1.0}
    assert {s.measure: s.value for s in scores} == {s.measure: worst.get(s.measure, 0.0) for s in scores}
    measures = {score.measure for score in scores}
    assert {"ran", "kind", "key_facts", "forbidden", "verdict", "all", "recall@5", "needless_refusal"} <= measures


def test_a_case_without_a_record_fails_like_a_crash() -> None:
    scores = score_all([make_case(must=[["a"]])], [], BASE)
    assert {score.value for score in scores if score.measure != "superseded_found"} == {0.0}
    assert next(score.value for score in scores if score.measure == "superseded_found") == 1


@pytest.mark.skipif(not CASES.is_dir(), reason="the development cases are not beside this checkout")
@pytest.mark.parametrize("name", ["answers", "dialogues", "safety"])
def test_the_measures_are_those_of_the_development_cases(name: str) -> None:
    reference = _load_reference()
    chance = random.Random(name)
    for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        case = Case.model_validate(row)
        for _ in range(6):
            reply = _some_reply(chance, row)
            theirs = _applying(row, reference.score(row, {"id": row["id"], "replies": [reply]}))
            ours = {k: v == 1 for k, v in values(case, make_record(reply)).items()}
            assert ours == theirs, (row["id"], reply)
        failed = _applying(row, reference.score(row, None))
        scores = score_all([case], [], BASE)
        assert {s.measure: s.value == 1 for s in scores if s.measure in failed} == failed


def _applying(row: dict[str, Any], scored: dict[str, tuple[object, str]]) -> dict[str, bool]:
    """Leave out what the reference counts as passed though the case forbids nothing."""
    return {name: bool(passed) for name, (passed, _) in scored.items() if name != "forbidden" or row["must_not"]}


def _load_reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", CASES / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _some_reply(chance: random.Random, row: dict[str, Any]) -> dict[str, Any]:
    """Return a reply that is right and wrong in all sorts of ways."""
    wanted = row.get("verdict") or {}
    words = [
        "No, you are not eligible.", "Yes, you are eligible.", "It takes 18 months and 12 months.", "Guaranteed!",
        "A funded place is not guaranteed.", "Ask your provider.", "I don't know.", row["why"], row["turns"][-1],
    ]  # fmt: skip
    outcomes = ["eligible", "not_eligible", "undetermined", "not_published", *wanted.get("outcome", ())]
    course = wanted.get("course") or chance.choice(["npq-headship", "npq-senco"])
    verdict = {
        "course": chance.choice([course, "npq-senco"]),
        "outcome": chance.choice(outcomes),
        "reason": chance.choice([None, "funded", "not_in_england", *(wanted.get("reason") or ())]),
        "missing": chance.sample(["work_setting", "on_rise_list", "cohort_id", "prior_applications"], 2),
    }
    statements = [{"text": "So.", "citations": chance.choice([[1], []])} for _ in range(chance.randrange(3))]
    return {
        "kind": chance.choice(["answer", "clarify", "handoff", "out_of_scope", "refuse", *row["kind"]]),
        "text": " ".join(chance.choices(words, k=chance.choice([1, 4, 60]))),
        "statements": statements,
        "citations": chance.choice([[], [{"n": 1, "id": "a.1", "kind": "passage", "quote": "So."}]]),
        "courses": chance.choice([[], row["courses"], ["npq-senco"]]),
        "verdicts": chance.choice([[], [verdict]]),
        "question": chance.choice([None, {"fact": "course"}, {"fact": "work_setting"}]),
    }


def test_a_case_that_expects_nothing_of_the_reply_neither_passes_nor_fails() -> None:
    assert values(make_case(gold=[]), make_record()) == {"ran": 1, "cited": 1}
