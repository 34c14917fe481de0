"""Who runs which course in which intake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.core.courses import COURSES
from advisor.core.errors import BadContent
from advisor.core.truth import Truth
from advisor.rules.decision import decide
from advisor.rules.offers import Offer, find_offer, is_running, load_offers
from advisor.rules.parsing import parse_facts
from tests.rules.scenarios import TODAY


def test_every_course_is_listed_in_both_intakes() -> None:
    assert [offer.cohort for offer in load_offers()] == ["2026b", "2026a"]
    assert all(set(offer.courses) == set(COURSES) for offer in load_offers())


def offered(cohort: str) -> Offer:
    found = find_offer(cohort, TODAY)
    assert found is not None
    return found


def test_seven_providers_run_something_in_autumn_2026() -> None:
    offer = offered("2026b")
    assert len({name for names in offer.courses.values() for name in names}) == 7
    assert offer.providers("npq-leading-literacy") == (
        "Ambition Institute",
        "National Institute of Teaching",
        "Teach First",
        "UCL Institute of Education",
    )
    assert "LLSE" not in offer.providers("npq-senco")
    assert "Best Practice Network" not in offer.providers("npq-leading-primary-mathematics")


@pytest.mark.parametrize("course", COURSES)
def test_what_runs_is_what_some_provider_was_listed_for(course: str) -> None:
    nobody = course in ("npq-leading-literacy", "npq-early-years-leadership")
    assert is_running(course, offered("2026a")) is Truth.of(not nobody)
    assert is_running(course, offered("2026b")) is Truth.TRUE


def test_two_providers_at_most_ran_a_course_in_spring_2026() -> None:
    offer = offered("2026a")
    assert offer.providers("npq-headship") == ("Best Practice Network", "LLSE")
    assert offer.providers("npq-senco") == ("Best Practice Network",)
    assert offer.providers("npq-leading-primary-mathematics") == ("LLSE",)


def test_the_list_of_one_intake_is_never_used_for_another() -> None:
    assert find_offer("2027b", TODAY) is None
    assert is_running("npq-headship", find_offer("2027b", TODAY)) is Truth.UNKNOWN


def test_a_list_is_not_known_before_its_day() -> None:
    assert find_offer("2026b", date(2026, 5, 20)) is not None
    assert find_offer("2026b", date(2026, 5, 19)) is None


@pytest.mark.parametrize(
    ("course", "as_of", "told"),
    [
        ("npq-leading-literacy", TODAY, True),
        ("npq-leading-literacy", date(2026, 5, 19), False),
        ("npq-headship", TODAY, False),
    ],
)
def test_a_verdict_says_where_nobody_was_listed_as_running_the_course(course: str, as_of: date, told: bool) -> None:
    verdict = decide(course, parse_facts({"works_in_england": True}), as_of, "2026a")
    said = [step for step in verdict.steps if step.condition == "course_running"]
    assert bool(said) is told
    assert [step.because for step in said] == ["No provider was listed as running NPQLL in spring 2026."] * told
    assert verdict.steps[-1].condition == "other_ways_to_pay"


def test_a_course_that_does_not_exist_stops_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "offers.toml"
    path.write_text(
        '[[offer]]\ncohort = "2026b"\nname = "x"\nlisted_from = 2026-05-20\nchecked_on = 2026-11-21\n'
        'sources = ["a"]\ncaution = "c"\n[offer.courses]\nnpq-headshp = []\n',
        "utf-8",
    )
    with pytest.raises(BadContent, match=r"offers\.toml: there is no course npq-headshp"):
        load_offers(path)
