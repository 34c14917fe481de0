from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from advisor.core.courses import COURSES as COURSE_IDS
from evals.dataset import read_one
from evals.readers.squad import pattern_of
from evals.score import says
from evals.systems.adviser import decide_case
from tests.evals.samples import TODAY


def test_a_sheet_of_questions_and_answers_needs_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "staffroom.csv"
    file.write_text(
        '\ufeffQuestion,Answer,Topic\n"How long, roughly?",18 months,length\nWho runs it?,,\n', encoding="utf-8"
    )
    cases, problems = read_one(file)
    assert not problems
    assert [case.id for case in cases] == ["staffroom-0001", "staffroom-0002"]
    assert (cases[0].turns, cases[0].answer, cases[0].tags) == (("How long, roughly?",), "18 months", ("length",))
    assert (cases[0].should_answer, cases[1].should_answer) == (True, None)


def test_a_row_without_a_question_is_a_problem_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    file.write_text("question,answer\nOne?,yes\n,no\n", encoding="utf-8")
    assert [str(problem) for problem in read_one(file)[1]] == [
        f"{file}:3: the row has no question; write one, or take the row out"
    ]


AS_EXCEL_SAVES_IT = (
    'Nr;Question text (from staff);Approved answer;Theme\r\n1;"How long is ""NPQH"",\nroughly?";"18 months, plus\n'
    'the assessment";Length\r\n;;;\r\n2;Who’s first?;;\r\n'
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("marked.csv", AS_EXCEL_SAVES_IT.encode("utf-8-sig")),
        ("windows.csv", AS_EXCEL_SAVES_IT.encode("cp1252")),
        ("unicode.tsv", AS_EXCEL_SAVES_IT.replace(";", "\t").encode("utf-16")),
        ("commas.csv", AS_EXCEL_SAVES_IT.replace(";", ",").replace("18 months,", "18 months;").encode()),
    ],
)
def test_a_sheet_is_read_however_it_was_saved(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    cases, problems = read_one(file)
    assert not problems
    assert [case.turns[0] for case in cases] == ['How long is "NPQH",\nroughly?', "Who’s first?"]
    assert cases[0].answer.replace(";", ",") == "18 months, plus\nthe assessment"
    assert (cases[0].tags, cases[1].should_answer) == (("Length",), None)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("How long?,18 months\n", "no column named 'question'; the columns are How long?, 18 months"),
        ("Question no,Answer type\n1,short\n", "no column named 'question'"),
        ('question,answer\n"never closed,yes\n', "line 2: unexpected end of data"),
        ("question,answer\n", "no rows"),
        ("\n", "empty"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_why(tmp_path: Path, content: str, complaint: str) -> None:
    file = tmp_path / "s.csv"
    file.write_text(content, encoding="utf-8")
    cases, problems = read_one(file)
    assert not cases
    assert complaint in str(problems[0])


def test_squad_questions_keep_their_short_answers_and_the_impossible_stay_unanswerable(tmp_path: Path) -> None:
    questions = [
        {"id": "q1", "question": "How long?", "answers": [{"text": "18 months"}], "is_impossible": False},
        {"id": "q2", "question": "How tall?", "answers": [], "is_impossible": True},
    ]
    file = tmp_path / "squad.json"
    file.write_text(json.dumps({"data": [{"title": "NPQH", "paragraphs": [{"context": "…", "qas": questions}]}]}))
    cases, problems = read_one(file)
    assert not problems
    assert (cases[0].should_answer, cases[1].should_answer) == (True, False)
    assert says(cases[0].must[0][0], "It takes 18  months.")
    assert not cases[1].must


@pytest.mark.parametrize(
    ("answer", "reply", "found"),
    [("18 months", "118 months", False), ("£1,885", "It costs £1,885 now.", True), ("(b)", "see (b)", True)],
)
def test_a_short_answer_is_found_as_words_not_as_letters(answer: str, reply: str, *, found: bool) -> None:
    assert says(pattern_of(answer), reply) is found


def test_json_of_another_shape_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[1]")
    assert "not in the shape" in str(read_one(tmp_path / "x.json")[1][0])


def test_a_beir_folder_becomes_retrieval_cases_in_the_splits_of_its_judgements(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    (folder / "qrels").mkdir(parents=True)
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "How long?"}\n{"_id": "q2", "text": "Who?"}\n')
    (folder / "corpus.jsonl").write_text('{"_id": "faq-length", "text": "…"}\n')
    head = "query-id\tcorpus-id\tscore\n"
    (folder / "qrels" / "test.tsv").write_text(head + "q1\tfaq-length\t2\nq1\tfaq-other\t0\n")
    (folder / "qrels" / "dev.tsv").write_text(head + "q2\tfaq-who\t1\nq9\tfaq-who\t1\n")
    cases, problems = read_one(folder)
    assert {case.id: case.split for case in cases} == {"q1": "test", "q2": "dev"}
    assert next(c for c in cases if c.id == "q1").gold is not None
    assert [g.entry for c in cases if c.id == "q1" for g in c.gold or ()] == ["faq-length"]
    assert "judges 'q9', which is no query" in str(problems[0])


SHEET_HEAD = (
    "Cohort,Works in England,Work setting,NPQ,Already registered for this course,RISE list?,PP50,"
    "Expected eligibility value,Actual eligibility value\n"
)
SETTINGS = (
    "school", "academy trust", "16 - 19 education setting",
    "early years or childcare - local authority maintained nursery",
    "early years or childcare - pre-school class or nursery that's part of a school",
    "early years or childcare - private nursery", "early years or childcare - childminder",
    "early years or childcare - another early years setting", "another setting - virtual school",
    "another setting - young offender institution",
    "another setting - independent hospital education organisation",
    "another setting - teacher employer by an LA to teach in more than one school",
    "another setting - lead mentor for an accredited ITT provider", "other - referred by a RTTA",
    "other - not referred by a RTTA",
)  # fmt: skip
COURSES = (
    "early years leadership", "executive leadership", "headship", "leading behaviour and culture", "leading literacy",
    "leading primary mathematics", "leading teaching", "leading teacher development", "senior leadership",
    "special educational needs co-ordinator (senco)", "early headship coaching offer",
)  # fmt: skip


def test_every_setting_and_course_of_the_scenario_sheet_is_understood(tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    rows = [
        f'2026 autumn,yes,"{setting}",{course},no,{"no" if setting in ("school", "academy trust") else ""},'
        f"{'yes' if setting[0] in 'sa1' and not setting.startswith('another') else ''},no,"
        for setting, course in itertools.product(SETTINGS, COURSES)
    ]
    file.write_text(SHEET_HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    cases, problems = read_one(file)
    assert not problems
    assert len(cases) == 165
    outcomes = {case.id: (decide_case(case, TODAY).record.verdict or {})["outcome"] for case in cases}
    # A lead mentor on the one funded course hangs on the provider, which only the value "yes (if …)" speaks of.
    assert [id_ for id_, outcome in outcomes.items() if outcome == "undetermined"] == ["sheet-0141"]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ("2026 autumn,yes,school,headship,no,no,no,yes,", "eligible"),
        ("2026 autumn,yes,school,leading teaching,no,no,no,no,", "not_eligible"),
        ("2026 autumn,yes,school,leading teaching,no,yes,no,yes,", "eligible"),
        ("2026 autumn,yes,16 - 19 education setting,leading teaching,no,,yes,yes,", "eligible"),
        ("2026 autumn,yes,school,headship,yes,no,no,no,", "not_eligible"),
        ("2026 autumn,no,school,headship,no,no,no,no,", "not_eligible"),
        ("2026 spring,yes,school,headship,no,no,no,no,", "not_eligible"),
        ("2026 autumn,yes,another setting - virtual school,headship,no,,,subject to review,", "subject_to_review"),
        (
            (
                "2026 autumn,yes,another setting - lead mentor for an accredited ITT provider,"
                "leading teacher development,no,,,yes (if on ITT provider list),"
            ),
            "eligible",
        ),
    ],
)
def test_a_row_of_the_scenario_sheet_decides_as_the_sheet_says(tmp_path: Path, row: str, outcome: str) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text(f"{SHEET_HEAD}{row}\n", encoding="utf-8")
    case = read_one(file)[0][0]
    assert case.verdict is not None
    assert [item.value for item in case.verdict.outcome] == [outcome]
    assert (decide_case(case, TODAY).record.verdict or {})["outcome"] == outcome


def test_a_label_the_sheet_does_not_have_is_a_problem_never_a_guess(tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text(f"{SHEET_HEAD}2026 autumn,yes,lighthouse,headship,no,,,no,\n", encoding="utf-8")
    assert "'lighthouse'" in str(read_one(file)[1][0])


SCENARIO = {
    "id": "s", "split": "test", "cohort": "2026b", "course": "npq-headship", "facts": {}, "outcome": "undetermined",
    "missing": ["works_in_england"], "why": "nothing is known",
}  # fmt: skip


def test_a_scenario_is_a_decision_whose_missing_facts_are_meant_exactly(tmp_path: Path) -> None:
    file = tmp_path / "scenarios.jsonl"
    file.write_text(json.dumps(SCENARIO))
    case = read_one(file)[0][0]
    assert case.verdict is not None
    assert (case.split, case.tags) == ("test", ("intake 2026b", "open"))
    assert (case.verdict.reason, case.verdict.missing) == (None, ("works_in_england",))


def test_a_slip_in_a_scenario_never_switches_a_check_off(tmp_path: Path) -> None:
    file = tmp_path / "scenarios.jsonl"
    file.write_text(json.dumps(SCENARIO | {"reson": "funded"}))
    assert "a scenario has no reson" in str(read_one(file)[1][0])


def test_the_shipped_decisions_cover_every_outcome_and_intake_in_both_parts() -> None:
    cases, problems = read_one(Path(__file__).parents[2] / "evals" / "datasets" / "eligibility.jsonl")
    assert not problems
    for split in ("dev", "test"):
        own = [case for case in cases if case.split == split]
        assert len(own) >= 150
        assert {case.verdict.outcome[0].value for case in own if case.verdict} == {
            "eligible", "not_eligible", "subject_to_review", "undetermined", "not_published",
        }  # fmt: skip
        assert {"2021b", "2022b", "2023b", "2024b", "2025a", "2025b", "2026a", "2026b"} <= {c.cohort for c in own}
        assert {case.course for case in own} == set(COURSE_IDS)


def test_phrasings_held_back_from_the_index_are_a_retrieval_set() -> None:
    cases, problems = read_one(Path(__file__).parents[2] / "knowledge")
    assert not problems
    assert len(cases) > 300
    assert {case.split for case in cases} == {"dev", "test"}
    assert all(case.gold is not None and case.gold[0].grade == 2 for case in cases)
    assert len({case.id for case in cases}) == len(cases)


NESTED = {
    "id": "faq-017#p2", "family": "faq-017", "split": "test", "origin": "synthetic", "as_of": "2026-09-01",
    "turns": [{"role": "user", "content": "I'm at a primary in Leeds, can I get NPQSL paid for?"}], "cohort": "2026b",
    "facts": {"works_in_england": True, "work_setting": "school", "course": "npq-senior-leadership",
              "previously_funded": None},
    "class": "answerable", "tags": ["acronym"], "annotators": 2, "notes": "from a hub",
    "expected": {
        "route": "eligibility", "verdict": "yes", "reasons": ["funded"], "missing_facts": ["previously_funded"],
        "gold_chunks": [{"doc": "faq-a", "chunk": "1", "grade": 1, "quote": "…"}, {"doc": "faq-a", "grade": 2}],
        "must_include": ["does not guarantee"], "must_not_include": ["fully funded"],
    },
}  # fmt: skip


def test_a_case_with_one_nested_expectation_keeps_all_of_it(tmp_path: Path) -> None:
    file = tmp_path / "nested.jsonl"
    file.write_text(json.dumps(NESTED))
    cases, problems = read_one(file)
    assert not problems
    case = cases[0]
    assert case.verdict is not None
    assert (case.verdict.course, case.verdict.outcome[0].value) == ("npq-senior-leadership", "eligible")
    assert (case.verdict.reason, case.verdict.missing_any) == (("funded",), ("prior_applications",))
    assert case.facts == {"works_in_england": True, "work_setting": "a_school", "prior_applications": None}
    assert [(gold.entry, gold.grade) for gold in case.gold or ()] == [("faq-a", 2)]
    assert says(case.must[0][0], "It does not guarantee a place.")
    assert says(case.must_not[0], "Fully funded!")
    assert (case.tags, case.why, case.annotators) == (("acronym", "route: eligibility"), "from a hub", 2)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"expected": {"verdikt": "yes"}}, "there is no verdikt"),
        ({"expected": {"verdict": "perhaps"}}, "cannot be 'perhaps'"),
        ({"expected": [1]}, "cannot be read"),
        ({"grade": 2}, "there is no grade"),
    ],
)
def test_a_slip_in_a_nested_case_never_switches_a_check_off(
    tmp_path: Path, change: dict[str, object], complaint: str
) -> None:
    file = tmp_path / "nested.jsonl"
    file.write_text(json.dumps(NESTED | change))
    assert complaint in str(read_one(file)[1][0])


def test_a_row_of_facts_with_a_code_is_a_decision_with_outcome_and_reason(tmp_path: Path) -> None:
    row = {
        "id": "r1", "kind": "registration_decision", "ruleset": "2025-08-29", "course": "npq-headship",
        "facts": {"works_in_england": False}, "expect": {"funding": "not_in_england", "reason": "abroad"},
    }  # fmt: skip
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(row))
    case = read_one(file)[0][0]
    assert (case.cohort, case.asks_in_words) == ("2025b", False)
    assert case.verdict is not None
    assert (case.verdict.outcome[0].value, case.verdict.reason) == ("not_eligible", ("not_in_england",))
