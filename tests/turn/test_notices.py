from __future__ import annotations

from datetime import date

import pytest

from advisor.answering.citations import Citation
from advisor.core.facts import FactSet
from advisor.dialogue.text.cleaning import clean
from advisor.rules.decision import decide
from advisor.turn.notices import make_notices
from tests.advisers import TODAY


def cited(published: date | None = None, basis: str = "seen") -> Citation:
    return Citation.model_validate(
        {"n": 1, "kind": "passage", "id": "x", "title": "T", "publisher": "P", "url": None, "published": published,
         "checked_on": TODAY, "quote": "Q.", "basis": basis}
    )  # fmt: skip


def codes(typed: str = "is it free", *citations: Citation, cohort: str | None = None) -> list[str]:
    verdicts = (decide("npq-headship", FactSet(), TODAY, cohort),) if cohort else ()
    return [code for code, _ in make_notices(clean(typed), verdicts, citations)]


def test_an_ordinary_message_needs_no_notice() -> None:
    assert codes("is it free", cited(date(2026, 11, 1))) == []


@pytest.mark.parametrize(
    ("typed", "code"), [("my trn is 1234567", "personal_data"), ("is it fr\u200bee", "hidden_characters")]
)
def test_what_was_removed_is_said(typed: str, code: str) -> None:
    assert codes(typed) == [code]


def test_an_intake_without_rules_is_said_once() -> None:
    verdicts = tuple(decide(course, FactSet(), TODAY, "2027b") for course in ("npq-headship", "npq-senco"))
    notices = make_notices(clean("x"), verdicts, ())
    assert [code for code, _ in notices] == ["not_published"]
    assert "autumn 2027" in notices[0][1]


@pytest.mark.parametrize(("basis", "expected"), [("seen", []), ("partial", ["basis"]), ("general", ["basis"])])
def test_what_rests_on_less_than_a_source_is_marked(basis: str, expected: list[str]) -> None:
    assert codes("x", cited(basis=basis)) == expected


@pytest.mark.parametrize(
    ("published", "older"),
    [(date(2025, 7, 3), True), (date(2026, 9, 30), True), (date(2026, 10, 1), False), (None, False)],
)
def test_sources_from_before_the_intake_are_said_to_be_so(published: date | None, older: bool) -> None:
    assert ("older_source" in codes("x", cited(published), cohort="2026b")) is older


def test_the_newest_source_counts() -> None:
    assert "older_source" not in codes("x", cited(date(2019, 1, 1)), cited(date(2026, 11, 1)), cohort="2026b")
