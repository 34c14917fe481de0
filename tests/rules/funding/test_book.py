"""The dated values of the rulesets, and what stops them from being read."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from advisor.core.courses import COURSES
from advisor.core.errors import BadContent
from advisor.rules.funding.book import RULESETS, load_intakes
from advisor.rules.funding.policy import Intake
from advisor.rules.funding.rulesets import CONDITIONS, load_rule_book, make_book

INTAKES = load_intakes()


def test_the_intakes_are_those_with_rules() -> None:
    assert [intake.cohort for intake in INTAKES] == [
        "2021b",
        "2022b",
        "2023b",
        "2024b",
        "2025a",
        "2025b",
        "2026a",
        "2026b",
    ]
    assert {intake.id for intake in INTAKES} == {f"funding-{intake.cohort}" for intake in INTAKES}


@pytest.mark.parametrize("intake", INTAKES, ids=lambda intake: intake.cohort)
def test_versions_follow_each_other_without_gap_or_overlap(intake: Intake) -> None:
    for earlier, later in pairwise(intake.version):
        assert earlier.in_force_from < later.in_force_from
        assert earlier.in_force_to == later.in_force_from - timedelta(days=1)
    assert intake.version[-1].in_force_to is None


@pytest.mark.parametrize("intake", INTAKES, ids=lambda intake: intake.cohort)
def test_every_course_named_exists(intake: Intake) -> None:
    for version in intake.version:
        named = {*version.offered, *version.list_only, *version.nursery_courses, *version.review_courses}
        assert named <= set(COURSES)
        assert {*version.list_only, *version.nursery_courses, *version.review_courses} <= set(version.offered)


def test_spring_2026_alone_has_no_scholarships() -> None:
    assert [intake.cohort for intake in INTAKES if intake.funding == "zero"] == ["2026a"]


def test_type_10_became_fundable_in_may_2022() -> None:
    book = load_rule_book()
    assert "10" not in book.versions["2021b"][0].policy.fundable_types
    assert "10" in book.versions["2022b"][0].policy.fundable_types


def copied(tmp_path: Path, cohort: str, old: str, new: str) -> Path:
    folder = tmp_path / "rulesets"
    shutil.copytree(RULESETS, folder)
    path = folder / f"funding-{cohort}.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("in_force_to = 2026-06-10", "in_force_to = 2026-06-09", "must end the day before 2026-06-11"),
        ("in_force_to = 2026-06-10", "in_force_to = 2026-06-11", "must end the day before 2026-06-11"),
        ("in_force_from = 2026-06-01", "in_force_from = 2026-06-11", "must end the day before 2026-06-11"),
        ("in_force_from = 2026-06-11", "in_force_from = 2026-06-11\nin_force_to = 2026-12-31", "so it has no end"),
        ('rules = "setting_2026"', 'rules = "setting_2062"', "setting_2026"),
        ("list_only", "lists_only", "lists_only"),
        ('funding = "capped"', "funding = capped", "funding-2026b"),
    ],
)
def test_a_mistake_in_a_file_stops_with_its_name(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(BadContent, match=message) as caught:
        load_intakes(copied(tmp_path, "2026b", old, new))
    assert "funding-2026b.toml" in str(caught.value)


def test_a_new_intake_is_one_new_file(tmp_path: Path) -> None:
    folder = tmp_path / "rulesets"
    shutil.copytree(RULESETS, folder)
    text = (folder / "funding-2026b.toml").read_text("utf-8").replace("2026b", "2027b").replace("2026-06", "2027-06")
    (folder / "funding-2027b.toml").write_text(text, "utf-8")
    book = make_book(load_intakes(folder))
    first = date(2027, 6, 1)
    assert book.find("2027b", first) is not None
    assert book.find("2027b", first - timedelta(days=1)) is None
    assert book.published(first)[-1] == "2027b"


def test_every_condition_has_a_name_of_its_own_within_its_rules() -> None:
    for conditions in CONDITIONS.values():
        names = [each.name for each in conditions]
        assert len(names) == len(set(names))


def test_the_conditions_of_autumn_2026_are_these_in_this_order() -> None:
    assert [each.name for each in CONDITIONS["setting_2026"]] == [
        "intake_has_scholarships",
        "works_in_england",
        "not_funded_before",
        "new_headteacher",
        "listed_childminder",
        "early_years_course",
        "eligible_workplace",
        "listed_workplace",
        "accredited_training_provider",
        "lead_mentor_course",
        "considered_setting",
        "decided_without_a_review_of_the_setting",
        "in_a_setting_or_referred",
        "decided_without_a_review_of_the_referral",
    ]
