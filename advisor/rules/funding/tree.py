"""Unfold an ordered list of conditions into a decision tree over the facts that it reads.

A three-valued reading of the conditions alone would miss that all answers to a question lead to one outcome; in the
tree every completion is a path, so an outcome is definite exactly when all paths still open agree on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.core.truth import Truth
from advisor.rules.funding.condition import Condition
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.funding.reading import GIVEN_ONLY, allowed
from advisor.rules.verdict import Outcome


@dataclass(frozen=True, slots=True)
class Branch:
    """A question: one subtree for each value of a fact that is possible here."""

    fact: str
    subtrees: Mapping[object, Tree]

    def __eq__(self, other: object) -> bool:
        """Return whether both ask the same and decide the same."""
        return isinstance(other, Branch) and self.fact == other.fact and dict(self.subtrees) == dict(other.subtrees)

    __hash__ = None  # type: ignore[assignment]


Tree = Branch | Outcome  # UNDETERMINED as a leaf is a branch of an old ruleset that was not recovered


def unfold(conditions: tuple[Condition, ...], course: str, policy: PolicyValues, known: Mapping[str, object]) -> Tree:
    """Return the tree for one course; `known` holds the facts given but never asked, such as a type code.

    Conditions that are met stay met whatever else is learnt, so a subtree starts at the first that is not decided.
    """
    for place, condition in enumerate(conditions):
        truth = condition.truth(course, policy, known)
        if truth is Truth.FALSE:
            return condition.on_fail
        if truth is Truth.UNKNOWN:
            fact = next(name for name in condition.reads if name not in known and name not in GIVEN_ONLY)
            grown = {
                value: unfold(conditions[place:], course, policy, {**known, fact: value})
                for value in allowed(fact, known)
            }
            subtrees = list(grown.values())
            return subtrees[0] if all(tree == subtrees[0] for tree in subtrees) else Branch(fact, grown)
    return Outcome.ELIGIBLE
