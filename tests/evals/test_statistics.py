from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.summary.statistics import (
    cluster_bootstrap,
    holm,
    mcnemar,
    paired_bootstrap,
    smallest_detectable,
    upper_bound,
    wilson,
)


@pytest.mark.parametrize(("passed", "of", "low", "high"), [(54, 60, 0.799, 0.953), (270, 300, 0.861, 0.929)])
def test_wilson_gives_the_published_intervals(passed: int, of: int, low: float, high: float) -> None:
    interval = wilson(passed, of)
    assert (round(interval.low, 3), round(interval.high, 3)) == (low, high)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_holds_the_share_and_stays_between_0_and_1(counts: tuple[int, int]) -> None:
    passed, of = counts
    interval = wilson(passed, of)
    assert 0 <= interval.low <= passed / of + 1e-9
    assert passed / of - 1e-9 <= interval.high <= 1


@pytest.mark.parametrize(("of", "bound"), [(60, 0.049), (100, 0.030), (200, 0.015), (300, 0.010), (1000, 0.003)])
def test_no_event_in_n_bounds_the_share_as_the_binomial_says(of: int, bound: float) -> None:
    assert upper_bound(0, of) == pytest.approx(1 - 0.05 ** (1 / of))
    assert upper_bound(0, of) == pytest.approx(bound, abs=0.0006)


def test_if_it_always_happens_there_is_no_bound_below_1() -> None:
    assert upper_bound(5, 5) == 1


@pytest.mark.parametrize(("first", "second"), [(6, 0), (9, 1), (12, 2), (15, 4)])
def test_mcnemar_finds_clear_splits_significant(first: int, second: int) -> None:
    assert mcnemar(first, second) < 0.05
    assert mcnemar(first, second) == mcnemar(second, first)


def test_mcnemar_on_no_difference_says_nothing() -> None:
    assert mcnemar(0, 0) == 1
    assert mcnemar(5, 0) > 0.05


def test_wordings_of_one_question_do_not_count_as_independent() -> None:
    values = [1.0] * 40 + [0.0] * 40
    by_case = cluster_bootstrap(values, [str(n) for n in range(80)], seed=1)
    by_family = cluster_bootstrap(values, [str(n // 8) for n in range(80)], seed=1)
    assert by_family.high - by_family.low > 2 * (by_case.high - by_case.low)


def test_the_same_seed_gives_the_same_interval_and_the_order_of_cases_does_not_matter() -> None:
    values, families = [n * n % 17 / 17 for n in range(30)], [f"f{n // 2}" for n in range(30)]
    turned = cluster_bootstrap(values[::-1], families[::-1], seed=7)
    assert cluster_bootstrap(values, families, seed=7) == turned
    few = [cluster_bootstrap(values, families, seed=seed, draws=50) for seed in (7, 8, 9)]
    assert len({interval.low for interval in few}) > 1


def test_a_paired_difference_that_is_everywhere_is_no_chance() -> None:
    found = paired_bootstrap([0.1 + n * 0.001 for n in range(30)], [str(n) for n in range(30)], seed=1)
    assert found.p < 0.001
    assert found.interval.low > 0
    assert paired_bootstrap([0.0] * 5, list("abcde"), seed=1).p == 1


def test_noise_around_nothing_is_chance() -> None:
    differences = [0.1 if n % 2 else -0.1 for n in range(40)] + [0.01]
    assert paired_bootstrap(differences, [str(n) for n in range(41)], seed=1).p > 0.5


def test_holm_never_makes_a_p_smaller_nor_turns_the_order_round() -> None:
    raw = {"a": 0.001, "b": 0.02, "c": 0.04, "d": 0.9}
    adjusted = holm(raw)
    assert all(adjusted[name] >= raw[name] for name in raw)
    assert sorted(adjusted, key=lambda name: adjusted[name])[:1] == ["a"]
    assert adjusted["a"] == pytest.approx(0.004)


def test_nothing_has_no_interval() -> None:
    with pytest.raises(ValueError, match="nothing"):
        wilson(0, 0)
    with pytest.raises(ValueError, match="nothing"):
        upper_bound(0, 0)
    with pytest.raises(ValueError, match="nothing"):
        cluster_bootstrap([], [], 1)


def test_more_cases_show_smaller_differences() -> None:
    # Eight cases that all go one way: about what McNemar's exact test needs to be likely to find it.
    assert round(smallest_detectable(100, discordant=0.01) * 100) == 8
    assert mcnemar(0, 8) < 0.05
    assert smallest_detectable(4) == 1
    assert smallest_detectable(1000) < smallest_detectable(100) < smallest_detectable(10) <= 1
