from __future__ import annotations

from datetime import date

import pytest

from advisor.knowledge.schema import Tier
from advisor.retrieval.boosts import Standing, authority, recency
from tests.retrieval.samples import TODAY, make_entry, make_source

LAW = make_source("law", Tier.LEGISLATION, date(2014, 9, 1))
BLOG = make_source("blog", Tier.PRESS, date(2026, 1, 1))
UNDATED = make_source("undated", Tier.HUB, None)
SOURCES = {source.id: source for source in (LAW, BLOG, UNDATED)}


def test_an_entry_stands_on_its_strongest_and_its_newest_source() -> None:
    entry = make_entry("faq-x", "X?", ["One."], sources=["blog", "law"])
    assert Standing.of(entry, SOURCES) == Standing(tier_rank=0, newest=date(2026, 1, 1))


def test_unknown_sources_count_for_nothing() -> None:
    assert Standing.of(make_entry("faq-x", "X?", ["One."], sources=["gone"]), SOURCES) == Standing(4, None)


def test_legislation_gets_all_and_press_nothing() -> None:
    assert authority(Standing(Tier.LEGISLATION.rank, None)) == 1
    assert authority(Standing(Tier.LEAD_PROVIDER.rank, None)) == 0.5
    assert authority(Standing(Tier.PRESS.rank, None)) == 0


def test_recency_falls_evenly_to_nothing_at_five_years() -> None:
    assert recency(Standing(0, TODAY), TODAY) == 1
    half = date.fromordinal(TODAY.toordinal() - 5 * 365 // 2)
    assert recency(Standing(0, half), TODAY) == pytest.approx(0.5, abs=0.01)
    assert recency(Standing(0, date(2014, 9, 1)), TODAY) == 0


def test_an_undated_source_gets_no_recency() -> None:
    assert recency(Standing(0, None), TODAY) == 0


def test_a_source_dated_after_the_day_asked_about_counts_as_new() -> None:
    assert recency(Standing(0, date(2027, 1, 1)), TODAY) == 1
