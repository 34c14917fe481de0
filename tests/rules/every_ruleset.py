"""Every partial state of a course under any ruleset, one value for each class that its conditions tell apart.

The outcomes come from the conditions read one after another, never from the tree that the product unfolds from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from advisor.core.truth import Truth
from advisor.rules.funding.reading import GIVEN_ONLY, domain, fill_in, linked_facts
from advisor.rules.funding.rulesets import Ruleset, load_rule_book
from advisor.rules.funding.tree import Branch, Tree
from advisor.rules.verdict import Outcome
from tests.rules.lattice import BITS, CODE, FUNDABLE, PUBLIC, Masks, Values, grow, possible

RULESETS = tuple(each for versions in load_rule_book().versions.values() for each in versions)
NAMES = [f"{each.intake.cohort}@{each.policy.in_force_from}" for each in RULESETS]
KIND, FUNDABLE_TYPE = "institution_kind", "eligible_establishment_type"
Person = dict[str, object]
# Stated or not, and never asked: nothing, a type code (which a school alone has), or a kind of institution.
TOLD = ((CODE, tuple(FUNDABLE)), (KIND, domain(KIND)))
GIVENS: tuple[Person, ...] = ({}, *({name: value} for name, values in TOLD for value in values))
# What a stated institution stood for until spring 2025: these are then never left open.
STANDS_FOR: Mapping[str, tuple[str, ...]] = {
    "school": ("work_setting",),
    "local_authority": ("work_setting",),
    "private_childcare_provider": ("work_setting", "early_years_setting"),
    "none": ("work_setting", "employment_type", "referred_by_return_to_teaching_adviser"),
}
# What a condition reads beside the facts of a table still has some value.
UNREAD: Person = {
    name: domain(name)[-1] for each in RULESETS for name in linked_facts(each.reads) if name not in GIVEN_ONLY
}


def never_open(given: Person, ruleset: Ruleset) -> tuple[str, ...]:
    """Return the facts that follow from what is given: stated or not, they are read with a value."""
    kind = given.get(KIND, "school" if CODE in given else None)
    typed = (FUNDABLE_TYPE,) if kind is not None and (CODE in given or kind != "school") else ()
    if kind is None or ruleset.policy.rules.startswith("setting"):
        return typed
    return (*typed, *STANDS_FOR[str(kind)])


@dataclass(frozen=True)
class Problem:
    """One course under one ruleset, with what is given of the establishment."""

    ruleset: Ruleset
    course: str
    given: Person

    @cached_property
    def tree(self) -> Tree:
        """What the product unfolds from the conditions."""
        return self.ruleset.tree(self.course, self.given)

    @cached_property
    def classes(self) -> Mapping[str, Mapping[object, object]]:
        """Each value that can be of a fact that matters, or is tied to one, with the value that stands for it."""
        return {name: self._representatives(name) for name in linked_facts(frozenset(_asked(self.tree)))}

    @cached_property
    def facts(self) -> Values:
        """The facts that the outcome depends on and those tied to them, one value for each class."""
        return {name: tuple(dict.fromkeys(stands_for.values())) for name, stands_for in self.classes.items()}

    def _representatives(self, name: str) -> dict[object, object]:
        values = domain(name)
        if values == (True, False):
            return {value: value for value in values}
        if name == "early_years_setting" and CODE in self.given:
            values = PUBLIC
        found: dict[object, object] = {}
        for value in values:
            found[value] = next((each for each in found.values() if self._alike(name, value, each)), value)
        return found

    def _alike(self, name: str, one: object, other: object) -> bool:
        """Return whether no condition tells two values of a fact apart."""
        return all(
            np.array_equal(table.take(domain(name).index(one), axis), table.take(domain(name).index(other), axis))
            for names, table in self._tables
            if name in names
            for axis in (names.index(name),)
        )

    @cached_property
    def _tables(self) -> tuple[tuple[tuple[str, ...], NDArray[np.bool_]], ...]:
        """For each condition the facts that it reads, and where it fails among all their values."""
        return tuple(self._table(place) for place in range(len(self.ruleset.conditions)))

    def _table(self, place: int) -> tuple[tuple[str, ...], NDArray[np.bool_]]:
        condition, policy = self.ruleset.conditions[place], self.ruleset.policy
        names = tuple(name for name in condition.reads if name not in GIVEN_ONLY)
        failed = []
        for values in product(*map(domain, names)):
            stated = dict(zip(names, values, strict=True))
            reading = fill_in(self._unread | self.given | stated, policy) | stated
            truth = condition.truth(self.course, policy, reading)
            assert truth is not Truth.UNKNOWN
            failed.append(truth is Truth.FALSE)
        return names, np.array(failed, dtype=bool).reshape([len(domain(name)) for name in names])

    @cached_property
    def full(self) -> Masks:
        """The outcome of every full state, by the first condition that fails; 0 where nobody can be like this."""
        shape = [len(values) for values in self.facts.values()]
        outcomes = np.full(shape, BITS[Outcome.ELIGIBLE.value], dtype=np.uint8)
        for condition, (names, table) in reversed(list(zip(self.ruleset.conditions, self._tables, strict=True))):
            outcomes[np.broadcast_to(self._spread(names, table), shape)] = BITS[condition.on_fail.value]
        admissible = [self._possible(values) for values in product(*self.facts.values())]
        return outcomes * np.array(admissible, dtype=np.uint8).reshape(shape)

    def _spread(self, names: tuple[str, ...], table: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return a condition's table over the axes of the facts: some value for what the course does not read."""
        for axis, name in reversed(list(enumerate(names))):
            kept = self.facts.get(name, (self._unread[name],))
            table = table.take([domain(name).index(value) for value in kept], axis)
            if name not in self.facts:
                table = table.squeeze(axis)
        read = [name for name in names if name in self.facts]
        order = sorted(range(len(read)), key=lambda axis: list(self.facts).index(read[axis]))
        return table.transpose(order).reshape(
            [len(values) if name in read else 1 for name, values in self.facts.items()]
        )

    @property
    def _unread(self) -> Person:
        return UNREAD | ({"early_years_setting": PUBLIC[-1]} if CODE in self.given else {})

    def _possible(self, values: tuple[object, ...]) -> bool:
        by_code = {FUNDABLE_TYPE: FUNDABLE[str(self.given[CODE])]} if CODE in self.given else {}
        return possible(by_code | self.given | dict(zip(self.facts, values, strict=True)))

    def states(self) -> Iterator[tuple[Person, int]]:
        """Yield what is stated in each partial state that can be, with the outcomes of its completions as a mask."""
        masks = grow(self.full, self.facts)
        stated, places = _partial(self.facts, never_open(self.given, self.ruleset), masks.shape)
        flat = masks.reshape(-1).tolist()
        for (left, at), (right, more) in product(zip(*stated, strict=True), zip(*places, strict=True)):
            if mask := flat[at + more]:
                yield {**self.given, **left, **right}, mask


def _partial(
    facts: Values, closed: tuple[str, ...], shape: tuple[int, ...]
) -> tuple[tuple[list[Person], list[int]], tuple[list[Person], list[int]]]:
    """Return the partial states of the first half of the facts and of the rest, each with its place in the masks."""
    axes = []
    for axis, (name, values) in enumerate(facts.items()):
        step = prod(shape[axis + 1 :])
        told = [({name: value}, place * step) for place, value in enumerate(values)]
        axes.append(told if name in closed else [*told, ({}, len(values) * step)])
    half = len(axes) // 2
    return _joined(axes[:half]), _joined(axes[half:])


def _joined(axes: list[list[tuple[Person, int]]]) -> tuple[list[Person], list[int]]:
    choices = list(product(*axes))
    stated = [{name: value for part, _ in choice for name, value in part.items()} for choice in choices]
    return stated, [sum(place for _, place in choice) for choice in choices]


def _asked(tree: Tree) -> set[str]:
    if isinstance(tree, Outcome):
        return set()
    return {tree.fact}.union(*map(_asked, tree.subtrees.values()))


def treats_alike(tree: Tree, name: str, one: object, other: object) -> bool:
    """Return whether a tree goes on in the same way for two values of a fact, wherever it asks for it."""
    if not isinstance(tree, Branch):
        return True
    if tree.fact == name and tree.subtrees[one] != tree.subtrees[other]:
        return False
    return all(treats_alike(each, name, one, other) for each in tree.subtrees.values())
