from __future__ import annotations

from math import log

import pytest

from advisor.knowledge.passages import make_passages
from advisor.retrieval.lexical import LexicalRetriever
from advisor.retrieval.words import Tokeniser
from tests.retrieval.samples import TODAY, make_entry, sample_passages


def test_a_question_that_shares_no_word_finds_nothing() -> None:
    assert LexicalRetriever(sample_passages()).search("zebra", 5, TODAY) == []


def test_no_passages_find_nothing() -> None:
    assert LexicalRetriever(()).search("cost", 5, TODAY) == []


def test_passages_without_words_are_not_found_and_do_no_harm() -> None:
    silent = make_entry("faq-silent", "?", ["..."])
    assert LexicalRetriever(make_passages([silent])).search("cost", 5, TODAY) == []


def test_the_score_is_the_one_worked_out_by_hand() -> None:
    """Two passages of two words each (title and text); 'alpha' is in one: idf = ln(1 + 1.5 / 1.5), tf part 1 / 2.2."""
    entries = [make_entry("term-a", "alpha", ["beta"]), make_entry("term-b", "gamma", ["delta"])]
    passages = [passage for passage in make_passages(entries) if passage.id.endswith("/1")]
    found = LexicalRetriever(passages).search("alpha", 5, TODAY)
    assert [scored.passage.entry_id for scored in found] == ["term-a"]
    assert found[0].score == pytest.approx(log(2) / 2.2, abs=1e-6)


def test_another_name_finds_what_the_first_name_says() -> None:
    entry = make_entry("faq-head", "Who is it for?", ["It is for every head teacher."])
    tokeniser = Tokeniser({"head teacher": "headteacher", "ht": "headteacher"})
    passages = make_passages([entry, *[make_entry(f"faq-{n}", "Other?", ["Nothing."]) for n in range(3)]])
    assert LexicalRetriever(passages).search("ht", 5, TODAY) == []
    found = LexicalRetriever(passages, tokeniser).search("ht", 5, TODAY)
    assert [scored.passage.entry_id for scored in found] == ["faq-head"]
