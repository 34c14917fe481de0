"""The one place where every fact is declared, and the immutable set of those known about a person.

Reading facts from text is for `advisor.dialogue`, checking them for `advisor.rules.parsing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from advisor.core.earlier import PriorApplication, PriorNpq
from advisor.core.errors import BadFact, nearest
from advisor.core.fact import Choice, Fact, FactKind
from advisor.core.facts_of_person import PERSON_FACTS
from advisor.core.facts_of_rules import RULE_FACTS

__all__ = ["FACTS", "Choice", "Fact", "FactKind", "FactSet", "FactValue", "How", "KnownFact"]

FactValue = bool | str | tuple[str, ...] | tuple[PriorApplication, ...] | tuple[PriorNpq, ...]
How = Literal["said", "assumed"]

FACTS: Mapping[str, Fact] = {fact.name: fact for fact in (*RULE_FACTS, *PERSON_FACTS)}


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A value, how it is known, and where it was said."""

    value: FactValue
    how: How = "said"
    turn: int = 0  # counted from 1; 0 where no conversation is involved
    quote: str = ""


@dataclass(frozen=True, slots=True)
class FactSet:
    """What is known about a person; a name that is absent is unknown, never false."""

    _known: Mapping[str, KnownFact] = field(default_factory=dict)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names known, in the order declared."""
        return iter([name for name in FACTS if name in self._known])

    def __len__(self) -> int:
        """Return how many facts are known."""
        return len(self._known)

    def __contains__(self, name: object) -> bool:
        """Return whether the fact is known."""
        return name in self._known

    def get(self, name: str) -> FactValue | None:
        """Return the value, None where it is not known; raise BadFact for a name that is not declared."""
        found = self._known.get(name)
        if found is None:
            _declared(name)
            return None
        return found.value

    def known(self, name: str) -> KnownFact | None:
        """Return the value with how it is known, None where it is not."""
        return self._known.get(_declared(name).name)

    def with_said(self, name: str, value: FactValue, turn: int = 0, quote: str = "") -> FactSet:
        """Return the set with this fact said; a changed value drops what depended on the old one."""
        return self._with(name, KnownFact(value, "said", turn, quote))

    def with_assumed(self, name: str, value: FactValue) -> FactSet:
        """Return the set with this fact taken as true without being said; what was said is never overwritten."""
        held = self.known(name)
        return self if held is not None and held.how == "said" else self._with(name, KnownFact(value, "assumed"))

    def without(self, name: str) -> FactSet:
        """Return the set without this fact and without what depended on it."""
        _declared(name)
        dropped = {name, *(_dependents(name) if name in self._known else ())}
        return replace(self, _known={key: fact for key, fact in self._known.items() if key not in dropped})

    def as_mapping(self) -> dict[str, object]:
        """Return name and value of every known fact, ready for JSON."""
        return {name: as_json(self._known[name].value) for name in self}

    def items(self) -> list[tuple[str, KnownFact]]:
        """Return the facts with how each is known, in the order declared."""
        return [(name, self._known[name]) for name in self]

    def _with(self, name: str, fact: KnownFact) -> FactSet:
        held = self.known(name)
        changed = held is not None and held.value != fact.value
        kept = self.without(name) if changed else self
        return replace(kept, _known={**dict(kept.items()), name: fact})


def as_json(value: FactValue) -> object:
    """Return a fact's value as JSON writes it."""
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else item.as_mapping() for item in value]
    return value


def _declared(name: str) -> Fact:
    if name not in FACTS:
        raise BadFact(f"There is no fact named '{name}'{nearest(name, FACTS)}.")
    return FACTS[name]


def _dependents(name: str) -> set[str]:
    return {fact.name for fact in FACTS.values() if name in fact.depends_on}
