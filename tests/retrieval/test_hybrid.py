from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from advisor.knowledge.passages import make_passages
from advisor.knowledge.schema import Tier
from advisor.retrieval.embedding import Vectors
from advisor.retrieval.hybrid import OVERLAP_WEIGHT, EntryRetriever, HybridOptions, HybridRetriever
from tests.fakes import FakeEmbedder
from tests.retrieval.samples import ENTRIES, TODAY, make_entry, make_source

PASSAGES = make_passages(ENTRIES)
EMBEDDER = FakeEmbedder()
VECTORS = EMBEDDER.encode([passage.text for passage in PASSAGES])


def make_hybrid(**options: bool) -> HybridRetriever:
    return HybridRetriever(PASSAGES, VECTORS, EMBEDDER, options=HybridOptions(**options))


def test_an_entry_comes_once_by_its_best_passage() -> None:
    found = make_hybrid().search("failed my npq", 9, TODAY)
    ids = [scored.passage.entry_id for scored in found]
    assert len(ids) == len(set(ids))
    assert found[0].matched == "failed my npq"
    assert found[0].similarity == pytest.approx(1.0, abs=1e-5)


def test_ranks_of_both_lists_are_kept() -> None:
    assert dict(make_hybrid().search("failed my npq", 1, TODAY)[0].ranks) == {"dense": 1, "lexical": 1}


def test_an_entry_that_only_shares_words_has_its_similarity_too() -> None:
    hidden = np.zeros_like(VECTORS)
    hybrid = HybridRetriever(PASSAGES, hidden, EMBEDDER)
    assert hybrid.search("price", 1, TODAY)[0].similarity == 0.0


def test_without_the_lexical_part_only_dense_ranks_are_given() -> None:
    assert set(make_hybrid(lexical=False).search("failed my npq", 1, TODAY)[0].ranks) == {"dense"}


def test_without_the_dense_part_nothing_is_encoded_and_no_similarity_is_given() -> None:
    embedder = FakeEmbedder()
    hybrid = HybridRetriever(PASSAGES, VECTORS, embedder, options=HybridOptions(dense=False))
    found = hybrid.search("failed my npq", 1, TODAY)[0]
    assert (set(found.ranks), found.similarity, embedder.encoded) == ({"lexical"}, None, 0)


def test_without_question_vectors_ways_of_asking_are_not_matched() -> None:
    found = make_hybrid(question_vectors=False).search("failed my npq", 9, TODAY)
    assert all(scored.passage.id.endswith("/1") for scored in found)


def test_without_fusion_the_dense_list_comes_first() -> None:
    question = "what does an npq cost length"
    found = make_hybrid(fusion=False).search(question, 9, TODAY)
    dense_ranks = [scored.ranks["dense"] for scored in found if "dense" in scored.ranks]
    assert dense_ranks == sorted(dense_ranks)


def test_the_score_is_the_similarity_and_a_share_of_the_words() -> None:
    for scored in make_hybrid().search("what does an npq cost, price", 9, TODAY):
        assert scored.similarity is not None
        assert scored.overlap is not None
        assert scored.nearness is not None
        assert scored.score == pytest.approx(scored.nearness + OVERLAP_WEIGHT * scored.overlap, abs=1e-5)


def test_the_words_of_a_question_may_be_in_different_passages_of_an_entry() -> None:
    first = make_hybrid(dense=False).search("price of an npq where my school pays", 1, TODAY)[0]
    assert (first.passage.entry_id, first.overlap) == ("faq-cost", 1.0)


def test_both_parts_cannot_be_switched_off() -> None:
    with pytest.raises(ValueError, match="cannot both be switched off"):
        HybridOptions(lexical=False, dense=False)


def test_a_tie_is_settled_by_id() -> None:
    entries = [make_entry(id_, "Deferring", ["Defer."]) for id_ in ("faq-b", "faq-a")]
    passages = make_passages(entries)
    hybrid = HybridRetriever(passages, EMBEDDER.encode([passage.text for passage in passages]), EMBEDDER)
    assert [found.passage.entry_id for found in hybrid.search("defer", 2, TODAY)] == ["faq-a", "faq-b"]


@pytest.mark.parametrize(("dates", "found"), [(True, ["faq-now"]), (False, ["faq-now", "faq-over"])])
def test_what_is_no_longer_in_force_is_found_only_without_dates(dates: bool, found: list[str]) -> None:
    over = make_entry("faq-over", "Deferring", ["Defer."], valid_to=date(2025, 1, 1))
    passages = make_passages([make_entry("faq-now", "Deferring", ["Defer."]), over])
    vectors = EMBEDDER.encode([passage.text for passage in passages])
    hybrid = HybridRetriever(passages, vectors, EMBEDDER, options=HybridOptions(dates=dates))
    assert [scored.passage.entry_id for scored in hybrid.search("deferring", 2, TODAY)] == found


def test_documents_carry_the_entry_and_all_that_is_known_of_its_sources() -> None:
    entries = {entry.id: entry for entry in ENTRIES}
    sources = {"guidance": make_source("guidance", Tier.DFE, date(2026, 6, 11))}
    retriever = EntryRetriever(hybrid=make_hybrid(), entries=entries, sources=sources, clock=lambda: TODAY, k=2)
    documents = retriever.invoke("failed my npq")
    assert len(documents) == 2
    first = documents[0]
    assert first.id == "faq-resit"
    assert first.page_content == "What happens if I fail the assessment?\nYou can resit it once."
    assert first.metadata["matched"] == "failed my npq"
    assert first.metadata["basis"] == "seen"
    assert first.metadata["valid_to"] is None
    assert first.metadata["sources"] == [
        {
            "id": "guidance",
            "title": "About guidance",
            "publisher": "Department for Education",
            "url": "https://example.org/guidance",
            "published": "2026-06-11",
            "updated": None,
            "tier": "dfe",
            "checked_on": "2026-11-01",
        }
    ]


def test_a_document_retriever_takes_a_date_with_the_call() -> None:
    entries = {entry.id: entry for entry in ENTRIES}
    retriever = EntryRetriever(hybrid=make_hybrid(), entries=entries, sources={}, clock=lambda: TODAY)
    then = retriever.invoke("what did an npq cost in 2021", as_of=date(2022, 1, 1), k=1)
    assert [document.id for document in then] == ["faq-cost-2021"]


class _Looking(FakeEmbedder):
    """Places every question at the same point."""

    def encode_query(self, text: str) -> Vectors:
        return np.array([1.0, 0.0], dtype=np.float32)


def test_the_middle_of_an_entry_outweighs_one_passage_that_lies_near_by_chance() -> None:
    stray = make_entry("faq-a", "A", ["One."], ask=["an aside"])
    close = make_entry("faq-b", "B", ["Two."], ask=["the matter"])
    passages = make_passages((stray, close))
    # The first entry's passages point all ways, the second's all nearly the same way.
    near, spread = [[0.96, 0.28], [0.96, -0.28], [0.96, 0.28]], [[1.0, 0.0], [-0.6, 0.8], [-0.6, -0.8]]
    rows = {"faq-a": iter(spread), "faq-b": iter(near)}
    vectors = np.array([next(rows[passage.entry_id]) for passage in passages], dtype=np.float32)

    def first(**options: bool) -> str:
        hybrid = HybridRetriever(
            passages, vectors, _Looking(), options=HybridOptions(lexical=False, fusion=True, **options)
        )
        return hybrid.search("question", 2, TODAY)[0].passage.entry_id

    assert (first(middle=False), first(middle=True)) == ("faq-a", "faq-b")
