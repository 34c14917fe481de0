"""What the facts not stated could still make of a decision: outcomes, missing facts, and the best next question.

The tree comes from `tree.py`; what a reader is told is for `advisor.rules.decision`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor.core.facts import FACTS
from advisor.rules.funding.reading import allowed, fact_name
from advisor.rules.funding.tree import Branch, Tree
from advisor.rules.verdict import Outcome

Reading = Mapping[str, object]
_ORDER = {name: place for place, name in enumerate(FACTS)}


def possible_outcomes(tree: Tree, reading: Reading) -> frozenset[Outcome]:
    """Return every outcome that some completion of the reading leads to."""
    return frozenset(_outcomes(tree, reading))


def _outcomes(tree: Tree, reading: Reading) -> Iterator[Outcome]:
    if isinstance(tree, Outcome):
        yield tree
    elif tree.fact in reading:
        yield from _outcomes(tree.subtrees[reading[tree.fact]], reading)
    else:
        for value in allowed(tree.fact, reading):
            yield from _outcomes(tree.subtrees[value], {**reading, tree.fact: value})


def missing_facts(tree: Tree, reading: Reading) -> tuple[str, ...]:
    """Return, in question order, the facts of which another value changes the outcome of some completion.

    >>> missing_facts(Outcome.ELIGIBLE, {})
    ()
    """
    found = {name for name in _asked(tree, reading) if _matters(name, tree, reading)}
    return tuple(sorted((fact_name(name) for name in found), key=_ORDER.__getitem__))


def _asked(tree: Tree, reading: Reading) -> set[str]:
    if isinstance(tree, Outcome):
        return set()
    if tree.fact in reading:
        return _asked(tree.subtrees[reading[tree.fact]], reading)
    return {tree.fact}.union(
        *(_asked(tree.subtrees[value], {**reading, tree.fact: value}) for value in allowed(tree.fact, reading))
    )


def _matters(name: str, tree: Tree, reading: Reading) -> bool:
    """Return whether two completions that differ in this fact alone differ in outcome.

    On a path down to the fact's own branch both completions agree; below it they are followed side by side.
    """
    if isinstance(tree, Outcome):
        return False
    if tree.fact != name:
        return any(
            _matters(name, tree.subtrees[value], {**reading, tree.fact: value})
            for value in allowed(tree.fact, reading)
        )
    values = allowed(name, reading)
    return any(
        _differ(tree.subtrees[one], tree.subtrees[other], {**reading, name: one}, {**reading, name: other})
        for place, one in enumerate(values)
        for other in values[place + 1 :]
    )


def _differ(one: Tree, other: Tree, left: Reading, right: Reading) -> bool:
    if isinstance(one, Outcome) and isinstance(other, Outcome):
        return one is not other
    branch = one if isinstance(one, Branch) else other
    if not isinstance(branch, Branch):
        return False
    both = [value for value in allowed(branch.fact, left) if value in allowed(branch.fact, right)]
    return any(
        _differ(
            _below(one, branch.fact, value),
            _below(other, branch.fact, value),
            {**left, branch.fact: value},
            {**right, branch.fact: value},
        )
        for value in both
    )


def _below(tree: Tree, fact: str, value: object) -> Tree:
    return tree.subtrees[value] if isinstance(tree, Branch) and tree.fact == fact else tree
