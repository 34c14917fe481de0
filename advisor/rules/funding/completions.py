"""What the facts not stated could still make of a decision: outcomes, missing facts, and the best next question.

The tree comes from `tree.py`; what a reader is told is for `advisor.rules.decision`.
"""

from __future__ import annotations

from collections.abc import Mapping

from advisor.core.facts import FACTS
from advisor.rules.funding.reading import allowed, fact_name
from advisor.rules.funding.tree import Branch, Tree
from advisor.rules.verdict import Outcome

Reading = Mapping[str, object]
_ORDER = {name: place for place, name in enumerate(FACTS)}


def agreed_outcome(tree: Tree, reading: Reading) -> Outcome | None:
    """Return the outcome that every completion of the reading leads to, None where two differ.

    >>> agreed_outcome(Outcome.ELIGIBLE, {})
    <Outcome.ELIGIBLE: 'eligible'>
    """
    return _agreed(tree, dict(reading))


def _agreed(tree: Tree, path: dict[str, object]) -> Outcome | None:
    """Follow what is known; where a fact is not, try its values one after another until two disagree."""
    while isinstance(tree, Branch) and tree.fact in path:
        tree = tree.subtrees[path[tree.fact]]
    if isinstance(tree, Outcome):
        return tree
    agreed: Outcome | None = None
    values = allowed(tree.fact, path)
    for value in values:
        path[tree.fact] = value
        found = _agreed(tree.subtrees[value], path)
        del path[tree.fact]
        if found is None or (agreed is not None and found is not agreed):
            return None
        agreed = found
    return agreed


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
            _matters(name, tree.subtrees[value], {**reading, tree.fact: value}) for value in allowed(tree.fact, reading)
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
