"""One set of tests for everything that calls itself a retriever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from advisor.knowledge.schema import Kind
from advisor.retrieval.dense import DenseRetriever
from advisor.retrieval.hybrid import HybridRetriever
from advisor.retrieval.lexical import LexicalRetriever
from advisor.retrieval.ranking import Eligible, Retriever, ScoredPassage, best
from tests.fakes import FakeEmbedder
from tests.retrieval.samples import TODAY, sample_passages


def lexical() -> Retriever:
    return LexicalRetriever(sample_passages())


def dense() -> Retriever:
    passages, embedder = sample_passages(), FakeEmbedder()
    return DenseRetriever(passages, embedder.encode([p.text for p in passages]), embedder)


def hybrid() -> Retriever:
    passages, embedder = sample_passages(), FakeEmbedder()
    return HybridRetriever(passages, embedder.encode([p.text for p in passages]), embedder)


@pytest.fixture(params=[lexical, dense, hybrid], ids=["lexical", "dense", "hybrid"])
def retriever(request: pytest.FixtureRequest) -> Retriever:
    make: Callable[[], Retriever] = request.param
    return make()


def entry_ids(found: list[ScoredPassage]) -> list[str]:
    return [scored.passage.entry_id for scored in found]


def test_the_passage_with_the_questions_own_words_comes_first(retriever: Retriever) -> None:
    assert entry_ids(retriever.search("can i do the test again", 3, TODAY))[0] == "faq-resit"


def test_no_more_than_k_are_returned_best_first(retriever: Retriever) -> None:
    found = retriever.search("what does an npq cost", 2, TODAY)
    assert len(found) == 2
    assert found[0].score >= found[1].score


def test_every_result_says_its_rank_in_the_list_that_found_it(retriever: Retriever) -> None:
    for scored in retriever.search("what does an npq cost", 3, TODAY):
        assert scored.ranks
        assert all(rank >= 1 for rank in scored.ranks.values())


def test_what_no_longer_holds_is_not_found(retriever: Retriever) -> None:
    assert "faq-cost-2021" not in entry_ids(retriever.search("what did an npq cost in 2021", 9, TODAY))


def test_what_held_then_is_found_for_a_day_then(retriever: Retriever) -> None:
    last_day = date(2024, 7, 31)
    assert entry_ids(retriever.search("what did an npq cost in 2021", 9, last_day))[0] == "faq-cost-2021"


def test_nothing_is_found_before_anything_held(retriever: Retriever) -> None:
    assert retriever.search("what does an npq cost", 9, date(2021, 8, 31)) == []


def test_another_courses_passage_is_left_out_where_courses_are_given(retriever: Retriever) -> None:
    found = entry_ids(retriever.search("how many months does it take, length", 9, TODAY, courses=["npq-senco"]))
    assert "npq-senco#length" in found
    assert "npq-headship#length" not in found


def test_a_passage_about_no_course_stays_where_courses_are_given(retriever: Retriever) -> None:
    assert "faq-resit" in entry_ids(retriever.search("test again", 9, TODAY, courses=["npq-senco"]))


def test_only_the_kinds_asked_for_are_found(retriever: Retriever) -> None:
    found = retriever.search("npq length months cost", 9, TODAY, kinds=[Kind.COURSE])
    assert {scored.passage.entry_kind for scored in found} == {Kind.COURSE}


def test_equal_scores_come_in_order_of_id(retriever: Retriever) -> None:
    found = retriever.search("Length: it takes 18 months.", 2, TODAY)
    assert entry_ids(found) == ["npq-headship#length", "npq-senco#length"]


@pytest.mark.parametrize("query", ["", "   ", "???"], ids=["empty", "blank", "signs"])
def test_a_question_without_words_raises_nothing(retriever: Retriever, query: str) -> None:
    assert isinstance(retriever.search(query, 3, TODAY), list)


def test_fewer_than_one_result_cannot_be_asked_for(retriever: Retriever) -> None:
    with pytest.raises(ValueError, match="k must be at least 1"):
        retriever.search("cost", 0, TODAY)


def test_best_keeps_all_that_tie_until_they_are_ordered() -> None:
    passages = sample_passages()
    scores = np.array([0.5] * len(passages), dtype=np.float32)
    everything = np.ones(len(passages), dtype=bool)
    found = [passage.id for passage, _ in best(passages, scores, everything, 2)]
    assert found == sorted(passage.id for passage in passages)[:2]


def test_scores_that_differ_in_the_seventh_decimal_tie() -> None:
    first, second = sample_passages()[:2]
    scores = np.array([0.5, 0.50000004], dtype=np.float32)
    found = best((second, first), scores, np.array([True, True]), 2)
    assert [passage.id for passage, _ in found] == sorted([first.id, second.id])


def test_a_mask_over_no_passages_is_empty() -> None:
    assert len(Eligible.among(()).mask(TODAY, ["npq-senco"], [Kind.FAQ])) == 0


def test_matched_is_the_way_of_asking_or_else_the_title() -> None:
    passages = {passage.id: passage for passage in sample_passages()}
    assert ScoredPassage(passages["faq-resit?2"], 1.0, {}).matched == "can i do the test again"
    assert ScoredPassage(passages["faq-resit/1"], 1.0, {}).matched == "What happens if I fail the assessment?"
