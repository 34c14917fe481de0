from __future__ import annotations

from datetime import date

import pytest

from advisor.answering.citations import CitedStatement, make_citation
from advisor.answering.grounding import ground_problems
from advisor.answering.said import Ground, GroundKind
from advisor.core.facts import FactSet
from advisor.rules.decision import decide
from tests.answering.samples import BASE

PASSAGE = make_citation(
    Ground(GroundKind.PASSAGE, "faq-length.1"), 1, BASE, None
)  # cites hub (£900) and dfe (18 months)
RULE = make_citation(Ground(GroundKind.RULESET, "r#c", "It is funded in the first five years.", "law"), 2, BASE, None)


def problems(text: str, *numbers: int) -> frozenset[str]:
    return ground_problems([CitedStatement(text=text, citations=numbers)], [PASSAGE, RULE], BASE, ())


@pytest.mark.parametrize(
    "text",
    ["It takes 18 months.", "It takes eighteen months.", "It costs £900.", "It has no figure at all.",
     "See https://example.org/dfe for more."],
)  # fmt: skip
def test_what_a_source_records_is_backed(text: str) -> None:
    assert problems(text, 1) == frozenset()


@pytest.mark.parametrize(
    "text",
    ["It takes 19 months.", "It costs £901.", "It costs £9,000.", "It starts on 3 May 2027.", "Half pass: 50%.",
     "Write to help@example.org.", "See https://example.org/elsewhere.", "It takes twelve months."],
)  # fmt: skip
def test_a_wrong_figure_is_caught(text: str) -> None:
    assert problems(text, 1) == {text}


def test_a_figure_must_be_backed_by_what_the_sentence_itself_cites() -> None:
    assert problems("It takes 18 months.", 2) == {"It takes 18 months."}
    assert problems("You have five years.", 2) == frozenset()
    assert problems("You have five years.", 1) == {"You have five years."}
    assert problems("You have five years or 18 months.", 1, 2) == frozenset()


def test_each_wrong_sentence_is_named_and_no_other() -> None:
    statements = [CitedStatement(text=text, citations=(1,)) for text in ("It takes 18 months.", "It takes 17 months.")]
    assert ground_problems(statements, [PASSAGE], BASE, ()) == {"It takes 17 months."}


def test_the_intake_of_a_verdict_may_be_named() -> None:
    verdict = decide("npq-headship", FactSet(), date(2026, 11, 21), "2026b")
    statement = CitedStatement(text="It is funded in autumn 2026.", citations=(2,))
    assert ground_problems([statement], [RULE], BASE, ()) == {statement.text}
    assert ground_problems([statement], [RULE], BASE, (verdict,)) == frozenset()
