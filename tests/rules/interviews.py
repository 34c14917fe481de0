"""How many questions an interview takes on average, over everybody there can be: ours, and the fewest possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from tests.rules.lattice import BITS, Lattice

SINGLE = frozenset(BITS.values())
Place = tuple[int, ...]


@dataclass
class Interviews:
    """All interviews about one course; a place is a partial state, as in the lattice."""

    lattice: Lattice
    weights: np.ndarray = field(init=False)  # how many full states each partial state stands for
    _least: dict[Place, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        counts = (self.lattice.full > 0).astype(np.int64)
        for axis in range(counts.ndim):
            counts = np.concatenate((counts, counts.sum(axis=axis, keepdims=True)), axis=axis)
        self.weights = counts

    @property
    def start(self) -> Place:
        """The state in which nothing is stated."""
        return tuple(len(values) for values in self.lattice.facts.values())

    def answers(self, place: Place, axis: int) -> Iterator[tuple[float, Place]]:
        """Yield the share and the state of each possible answer."""
        total = self.weights[place]
        for value in range(self.lattice.full.shape[axis]):
            after = (*place[:axis], value, *place[axis + 1 :])
            if self.weights[after]:
                yield self.weights[after] / total, after

    def settled(self, place: Place) -> bool:
        """Return whether every completion agrees."""
        return int(self.lattice.masks[place]) in SINGLE

    def fewest(self, place: Place) -> float:
        """Return the least mean number of questions from here on, by dynamic programming."""
        if self.settled(place):
            return 0.0
        if place not in self._least:
            open_axes = [axis for axis, at in enumerate(place) if at == self.start[axis]]
            self._least[place] = 1 + min(
                sum(share * self.fewest(after) for share, after in self.answers(place, axis)) for axis in open_axes
            )
        return self._least[place]

    def asked(self, place: Place, choose: Callable[[Place], int]) -> float:
        """Return the mean number of questions from here on where `choose` picks the next one."""
        if self.settled(place):
            return 0.0
        return 1 + sum(share * self.asked(after, choose) for share, after in self.answers(place, choose(place)))
