from __future__ import annotations

import pytest

from advisor.answering.wording import (
    BECAUSE,
    CHANGES,
    MISSING,
    REASONS,
    REVIEWS,
    cohort_in_sentence,
    course_in_sentence,
    fill,
    join_words,
)
from advisor.core.courses import COURSES
from advisor.core.facts import FACTS
from advisor.rules.funding.rulesets import CONDITIONS
from advisor.rules.verdict import Outcome

CODES = {(each.on_fail, each.reason) for conditions in CONDITIONS.values() for each in conditions}


def test_every_reason_the_rules_can_give_has_words_and_no_words_are_left_over() -> None:
    assert set(REASONS) == {reason for outcome, reason in CODES if outcome is Outcome.NOT_ELIGIBLE}
    assert set(REVIEWS) == {reason for outcome, reason in CODES if outcome is Outcome.SUBJECT_TO_REVIEW}


def test_every_fact_with_words_is_a_declared_one() -> None:
    assert set(MISSING) <= set(FACTS)
    assert {fact for fact, _ in CHANGES} <= set(FACTS)
    assert {fact for fact, _, _ in BECAUSE} <= set(FACTS)


def test_every_fact_that_may_be_asked_for_funding_has_words() -> None:
    asked = {name for conditions in CONDITIONS.values() for each in conditions for name in each.reads}
    assert {name for name in asked if name in FACTS and FACTS[name].askable} <= set(MISSING)


@pytest.mark.parametrize("subject", ["self", "colleague"])
@pytest.mark.parametrize(
    "template",
    [*REASONS.values(), *REVIEWS.values(), *MISSING.values(), *CHANGES.values(), *(text for _, _, text in BECAUSE)],
)
def test_every_template_can_be_filled_for_oneself_and_for_another(template: str, subject: str) -> None:
    text = fill(template, subject, cohort="autumn 2026")
    assert "{" not in text
    assert "  " not in text
    if subject != "self" and template != MISSING["cohort_id"]:  # the intake is meant by whoever writes
        assert " you " not in f" {text} "
        assert "your" not in text


@pytest.mark.parametrize(
    ("cohort", "words"),
    [("2026b", "autumn 2026"), ("2026a", "spring 2026"), ("2021b", "autumn 2021"), (None, "that intake")],
)
def test_an_intake_is_said_in_words(cohort: str | None, words: str) -> None:
    assert cohort_in_sentence(cohort) == words


@pytest.mark.parametrize("course", COURSES)
def test_a_course_is_said_with_its_code(course: str) -> None:
    assert course_in_sentence(course).endswith(f"({COURSES[course].code})")


def test_lists_are_joined_as_a_sentence_joins_them() -> None:
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b"]) == "a and b"
    assert join_words(["a", "b", "c"], "or") == "a, b or c"
