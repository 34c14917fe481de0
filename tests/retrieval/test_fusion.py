from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.retrieval.fusion import reciprocal_rank_fusion, weighted_sum

IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def test_the_scores_are_those_worked_out_by_hand() -> None:
    fused = {item.id: item.score for item in reciprocal_rank_fusion({"lexical": ["a", "b"], "dense": ["b", "c", "a"]})}
    assert fused["a"] == pytest.approx(1 / 61 + 1 / 63)
    assert fused["b"] == pytest.approx(1 / 62 + 1 / 61)
    assert fused["c"] == pytest.approx(1 / 62)


def test_second_in_both_lists_beats_first_in_one() -> None:
    lists = {"lexical": ["a", "b"], "dense": ["c", "b"]}
    assert [item.id for item in reciprocal_rank_fusion(lists)] == ["b", "a", "c"]


def test_ranks_count_from_one_and_name_their_list() -> None:
    top = reciprocal_rank_fusion({"lexical": ["b", "a"], "dense": ["a"]})[0]
    assert (top.id, dict(top.ranks)) == ("a", {"lexical": 2, "dense": 1})


def test_a_smaller_k_gives_the_first_places_more_weight() -> None:
    one_first_place = {"x": ["a", "b"], "y": ["c", "d", "e", "b"]}
    assert reciprocal_rank_fusion(one_first_place, k=60)[0].id == "b"
    assert reciprocal_rank_fusion(one_first_place, k=0)[0].id == "a"


def test_no_lists_and_empty_lists_give_nothing() -> None:
    assert reciprocal_rank_fusion({}) == reciprocal_rank_fusion({"lexical": [], "dense": []}) == []


def test_a_list_that_names_an_id_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="the dense list names 'a' twice, at 1 and 3"):
        reciprocal_rank_fusion({"dense": ["a", "b", "a"]})


@given(IDS, IDS)
def test_everything_that_was_listed_comes_out_once_best_first(first: list[str], second: list[str]) -> None:
    fused = reciprocal_rank_fusion({"lexical": first, "dense": second})
    assert sorted(item.id for item in fused) == sorted(set(first) | set(second))
    assert [item.score for item in fused] == sorted((item.score for item in fused), reverse=True)


@given(IDS)
def test_one_list_keeps_its_order(ids: list[str]) -> None:
    assert [item.id for item in reciprocal_rank_fusion({"lexical": ids})] == ids


def test_a_weighted_sum_adds_each_part_with_its_weight() -> None:
    assert weighted_sum([({"a": 0.5, "b": 0.75}, 1.0), ({"a": 1.0, "c": 0.5}, 0.5)]) == {"a": 1.0, "b": 0.75, "c": 0.25}


def test_a_weighted_sum_of_nothing_is_nothing() -> None:
    assert weighted_sum([]) == {}
