from __future__ import annotations

from datetime import date

import pytest

from advisor.answering.citations import make_citation, number_grounds
from advisor.answering.said import Ground, GroundKind
from tests.answering.samples import BASE, DAY


def passage(statement_id: str) -> Ground:
    return Ground(GroundKind.PASSAGE, statement_id)


RULE = Ground(GroundKind.RULESET, "funding-2026b#in_england", "Only people who work in England.", "law")


def test_grounds_are_numbered_in_order_of_appearance_each_once() -> None:
    one, two = passage("a.1"), passage("a.2")
    assert number_grounds([two, one, two, RULE, one]) == {two: 1, one: 2, RULE: 3}
    assert number_grounds([]) == {}


def test_a_passage_is_cited_with_its_strongest_source_its_own_words_and_its_dates() -> None:
    cited = make_citation(passage("faq-length.1"), 4, BASE, None)
    assert (cited.n, cited.kind, cited.id, cited.title) == (4, "passage", "faq-length.1", "Title of dfe")
    assert cited.quote == "The course takes 18 months."
    assert (cited.published, cited.checked_on, cited.basis) == (date(2025, 7, 3), date(2026, 11, 1), "seen")


@pytest.mark.parametrize(("number", "basis"), [(1, "seen"), (5, "partial")])
def test_how_sure_it_is_is_shown(number: int, basis: str) -> None:
    assert make_citation(passage(f"faq-length.{number}"), 1, BASE, None).basis == basis


def test_a_rule_line_is_cited_with_the_document_it_restates() -> None:
    checked = date(2026, 11, 2)
    cited = make_citation(RULE, 1, BASE, checked)
    assert (cited.kind, cited.title, cited.quote) == ("ruleset", "Title of law", "Only people who work in England.")
    assert cited.checked_on == checked
    assert make_citation(RULE, 1, BASE, None).checked_on == DAY


def test_a_ground_that_is_not_there_is_no_citation() -> None:
    with pytest.raises(KeyError):
        make_citation(passage("faq-length.99"), 1, BASE, None)
    with pytest.raises(KeyError):
        make_citation(Ground(GroundKind.RULESET, "x#y", "text", "nowhere"), 1, BASE, None)
