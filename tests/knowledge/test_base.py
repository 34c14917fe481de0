from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.knowledge.base import make_base
from advisor.knowledge.schema import Kind, Tier
from tests.answering.samples import BASE, LENGTH, entry, source, statement


def test_the_strongest_source_is_of_the_highest_tier_then_the_newest() -> None:
    sources = {
        "press": source("press", Tier.PRESS, published=date(2026, 1, 1)),
        "old": source("old", Tier.DFE, published=date(2020, 1, 1)),
        "new": source("new", Tier.DFE, published=date(2025, 1, 1)),
        "undated": source("undated", Tier.DFE),
    }
    base = make_base(sources, {}, {}, "")
    assert base.strongest(statement("x.1", "X.", sources=("press", "old", "undated", "new"))).id == "new"
    assert base.strongest(statement("x.1", "X.", sources=("press", "undated"))).id == "undated"


def test_an_attribute_is_given_only_while_it_holds() -> None:
    length = entry("npq-headship#length", statement("s.1", "X."), kind=Kind.COURSE, valid_to=date(2025, 1, 1))
    base = make_base({}, {}, {length.id: length}, "")
    assert base.attribute("npq-headship", "length", date(2025, 1, 1)) is length
    assert base.attribute("npq-headship", "length", date(2025, 1, 2)) is None
    assert base.attribute("npq-headship", "length", date(2021, 10, 31)) is None
    assert base.attribute("npq-headship", "price", date(2025, 1, 1)) is None


def test_statements_are_found_by_id_and_entries_by_kind() -> None:
    assert BASE.statement("faq-length.3") == (LENGTH.statements[2], LENGTH)
    with pytest.raises(KeyError):
        BASE.statement("faq-length.0")
    assert [item.id for item in BASE.of_kind(Kind.FAQ)] == ["faq-length"]


def test_a_tier_ranks_by_how_much_it_may_decide(tmp_path: Path) -> None:
    assert [tier.rank for tier in (Tier.LEGISLATION, Tier.DFE, Tier.PRESS)] == [0, 1, 4]
