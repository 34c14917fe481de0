"""Who runs which course in which intake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.core.courses import COURSES
from advisor.core.errors import BadContent, NoPolicyInForce
from advisor.rules.offers import find_offer, load_offers
from tests.rules.scenarios import TODAY


def test_every_course_is_listed_in_both_intakes() -> None:
    assert [offer.cohort for offer in load_offers()] == ["2026b", "2026a"]
    assert all(set(offer.courses) == set(COURSES) for offer in load_offers())


def test_seven_providers_run_something_in_autumn_2026() -> None:
    offer = find_offer("2026b", TODAY)
    assert len({name for names in offer.courses.values() for name in names}) == 7
    assert offer.providers("npq-leading-literacy") == (
        "Ambition Institute",
        "National Institute of Teaching",
        "Teach First",
        "UCL Institute of Education",
    )
    assert "LLSE" not in offer.providers("npq-senco")
    assert "Best Practice Network" not in offer.providers("npq-leading-primary-mathematics")


def test_nobody_ran_literacy_or_early_years_in_spring_2026() -> None:
    offer = find_offer("2026a", TODAY)
    assert not offer.is_running("npq-leading-literacy")
    assert not offer.is_running("npq-early-years-leadership")
    assert offer.providers("npq-senco") == ("Best Practice Network",)
    assert "npq-leading-primary-mathematics" in offer.courses_of("LLSE")


def test_an_intake_without_a_list_is_an_error_that_names_those_listed() -> None:
    with pytest.raises(NoPolicyInForce, match=r"2027b intake .* listed: autumn 2026, spring 2026"):
        find_offer("2027b", TODAY)


def test_a_list_is_not_known_before_its_day() -> None:
    assert find_offer("2026b", date(2026, 5, 20)).cohort == "2026b"
    with pytest.raises(NoPolicyInForce, match="listed: none"):
        find_offer("2026b", date(2026, 5, 19))


def test_a_course_that_does_not_exist_stops_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "offers.toml"
    path.write_text(
        '[[offer]]\ncohort = "2026b"\nname = "x"\nlisted_from = 2026-05-20\nchecked_on = 2026-11-21\n'
        'sources = ["a"]\ncaution = "c"\n[offer.courses]\nnpq-headshp = []\n',
        "utf-8",
    )
    with pytest.raises(BadContent, match=r"offers\.toml: there is no course npq-headshp"):
        load_offers(path)
