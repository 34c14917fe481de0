from __future__ import annotations

from advisor.retrieval.fusion import weighted_sum


def test_a_weighted_sum_adds_each_part_with_its_weight() -> None:
    assert weighted_sum([({"a": 0.5, "b": 0.75}, 1.0), ({"a": 1.0, "c": 0.5}, 0.5)]) == {"a": 1.0, "b": 0.75, "c": 0.25}


def test_a_weighted_sum_of_nothing_is_nothing() -> None:
    assert weighted_sum([]) == {}
