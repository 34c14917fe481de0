from __future__ import annotations

from evals.report.page import ShownCase
from evals.report.worst import worst_lines
from evals.score import Score
from tests.evals.samples import make_case


def shown(id_: str, asked: str = "How long is it?", why: str = "") -> ShownCase:
    case = make_case(id=id_, turns=[asked], why=why)
    miss = Score(case=id_, measure="key_facts", value=0.0, reason="not in the first words: 18")
    return ShownCase(case, (), (miss,), (), (), ("faq-length (score 0.9)",), "")


def test_each_case_says_what_was_asked_what_it_fails_and_what_was_expected() -> None:
    assert list(worst_lines([shown("a", why="18 months")], 10)) == [
        " 1. a: How long is it?",
        "    key facts: not in the first words: 18",
        "    search: faq-length (score 0.9)",
        "    expected: 18 months",
    ]


def test_no_more_cases_than_asked_for_and_long_questions_are_cut() -> None:
    lines = list(worst_lines([shown("a", "word " * 100), shown("b"), shown("c")], 2))
    assert [line[:5] for line in lines if not line.startswith(" " * 4)] == [" 1. a", " 2. b"]
    assert len(lines[0]) < 180
    assert lines[0].endswith("…")
