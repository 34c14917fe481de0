"""Truth: an unknown is never a no."""

from __future__ import annotations

from itertools import product

import pytest

from advisor.core.truth import Truth, all_of, any_of, negate

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_is_neither_a_yes_nor_a_no_to_python(truth: Truth) -> None:
    with pytest.raises(TypeError, match="compare it with"):
        bool(truth)


def test_none_is_unknown_and_not_false() -> None:
    assert [Truth.of(value) for value in (True, False, None)] == [T, F, U]


def test_all_of_is_false_where_one_is_even_beside_an_unknown() -> None:
    assert all_of([U, F]) is F
    assert all_of([T, U]) is U
    assert all_of([T, T]) is T
    assert all_of([]) is T


def test_any_of_is_true_where_one_is_even_beside_an_unknown() -> None:
    assert any_of([U, T]) is T
    assert any_of([F, U]) is U
    assert any_of([]) is F


@pytest.mark.parametrize("pair", list(product(Truth, repeat=2)))
def test_the_opposite_of_all_is_any_opposite(pair: tuple[Truth, Truth]) -> None:
    assert negate(all_of(pair)) is any_of(negate(each) for each in pair)


@pytest.mark.parametrize("pair", list(product(Truth, repeat=2)))
def test_an_unknown_stands_for_both_answers(pair: tuple[Truth, Truth]) -> None:
    """A combination is definite exactly when every way to fill in the unknowns agrees (Kleene's strong logic)."""
    filled = [[(T, F) if each is U else (each,) for each in pair]]
    ways = {all_of(way) for way in product(*filled[0])}
    assert all_of(pair) is (ways.pop() if len(ways) == 1 else U)
