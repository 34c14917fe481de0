from __future__ import annotations

from datetime import date

import pytest

from advisor.answering.verdicts import STANDING_PLACE
from advisor.content_check import check_everything
from advisor.core.courses import COURSES
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.loader import load_knowledge, read_table
from advisor.knowledge.problem import Problem, Severity
from advisor.knowledge.schema import Kind
from advisor.settings import PROJECT
from advisor.turn.conduct import Conduct

KNOWLEDGE = PROJECT / "knowledge"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def checked() -> tuple[KnowledgeBase, tuple[Problem, ...]]:
    return check_everything(KNOWLEDGE, TODAY)


@pytest.fixture(scope="module")
def base(checked: tuple[KnowledgeBase, tuple[Problem, ...]]) -> KnowledgeBase:
    return checked[0]


def test_the_content_loads_without_a_problem() -> None:
    assert [str(problem) for problem in load_knowledge(KNOWLEDGE)[1]] == []


def test_the_content_has_no_errors(checked: tuple[KnowledgeBase, tuple[Problem, ...]]) -> None:
    assert [str(problem) for problem in checked[1] if problem.severity is Severity.ERROR] == []


def test_every_course_is_described(base: KnowledgeBase) -> None:
    assert set(base.courses) == set(COURSES)
    for course in COURSES:
        for attribute in ("summary", "length", "funding", "audience", "assessment"):
            assert base.attribute(course, attribute, TODAY) is not None, f"{course}#{attribute}"


def test_what_the_code_names_is_there(base: KnowledgeBase) -> None:
    courtesies = {Conduct.GREETING, Conduct.THANKS, Conduct.START_AGAIN}
    assert {conduct.value for conduct in Conduct if conduct not in courtesies} <= set(base.entries)
    assert base.statement(STANDING_PLACE)[0].text


def test_intents_lead_to_entries_and_topics_that_exist(base: KnowledgeBase) -> None:
    topics = {topic for entry in base.entries.values() for topic in entry.topics}
    attributes = {entry.attribute for entry in base.of_kind(Kind.COURSE)}
    for name, fields in read_table(KNOWLEDGE, "intents.toml")["intent"].items():
        assert set(fields.get("topics", ())) <= topics, name
        assert fields.get("attribute") in attributes | {None}, name
        assert fields.get("fallback") in set(base.entries) | {None}, name


def test_names_lead_to_courses_that_exist() -> None:
    names = read_table(KNOWLEDGE, "names.toml")
    # Only an earlier application can be for the offer that the coaching offer replaced.
    assert set(names["courses"]) <= set(COURSES) | {"npq-additional-support-offer"}
    assert set(names["course_hints"]) <= set(COURSES)
