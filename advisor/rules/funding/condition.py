"""A condition of a ruleset: one sentence of the guidance, one pure test, one reason code.

Which conditions, in which order, and when they held is for the rulesets; running them is for `tree.py`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from advisor.core.facts import FACTS
from advisor.core.truth import Truth, any_of, negate
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.verdict import Outcome

Test = Callable[..., Truth]
Reading = Mapping[str, object]  # what is known, by name; a name that is absent is unknown
# Not a stated fact but worked out from `prior_applications` for the course in question.
FUNDED_BEFORE = "funded_before"
_NOT_FACTS = ("course", "policy")


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must hold; where it does not, `on_fail` is the outcome and `reason` its code."""

    name: str
    text: str
    reason: str
    sources: tuple[str, ...]
    test: Test
    applies: Test | None
    on_fail: Outcome
    reads: tuple[str, ...] = field(init=False)  # facts, in the order in which they are needed
    _test_reads: tuple[str, ...] = field(init=False)
    _applies_reads: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take the facts read from the parameter names; a name that is no fact is refused here, at import."""
        applies = _parameters(self.applies) if self.applies else ()
        test = _parameters(self.test)
        reads = tuple(dict.fromkeys(name for name in (*applies, *test) if name not in _NOT_FACTS))
        for name in reads:
            if name not in FACTS and name != FUNDED_BEFORE:
                raise NameError(f"condition '{self.name}' reads '{name}', which is not a declared fact")
        object.__setattr__(self, "reads", reads)
        object.__setattr__(self, "_test_reads", test)
        object.__setattr__(self, "_applies_reads", applies)

    def concerns(self, course: str, policy: PolicyValues, reading: Reading) -> Truth:
        """Return whether the condition is about this person and course at all."""
        if self.applies is None:
            return Truth.TRUE
        return _call(self.applies, self._applies_reads, course, policy, reading)

    def truth(self, course: str, policy: PolicyValues, reading: Reading) -> Truth:
        """Return whether it is met; a condition that is not about this person counts as met."""
        concerns = self.concerns(course, policy, reading)
        if concerns is Truth.FALSE:
            return Truth.TRUE
        met = _call(self.test, self._test_reads, course, policy, reading)
        return met if concerns is Truth.TRUE else any_of((negate(concerns), met))


def condition(
    text: str,
    reason: str,
    sources: tuple[str, ...],
    applies: Test | None = None,
    on_fail: Outcome = Outcome.NOT_ELIGIBLE,
) -> Callable[[Test], Condition]:
    """Make a condition of the function below, under the function's name."""

    def make(test: Test) -> Condition:
        return Condition(test.__name__, text, reason, sources, test, applies, on_fail)

    return make


def not_recovered(name: str, what: str, applies: Test) -> Condition:
    """Return the condition that says of a branch of an old ruleset: we do not know how it was decided."""
    text = f"We have not recovered how this intake treated {what}."
    return Condition(name, text, "", ("dfe-service-funding-rules",), _never, applies, Outcome.UNDETERMINED)


def is_one_of(value: object, values: tuple[str, ...]) -> Truth:
    """Return whether a fact has one of the values; UNKNOWN where the fact is."""
    return Truth.of(None if value is None else value in values)


def _never() -> Truth:
    return Truth.FALSE


def _parameters(test: Test) -> tuple[str, ...]:
    return tuple(inspect.signature(test).parameters)


def _call(test: Test, names: tuple[str, ...], course: str, policy: PolicyValues, reading: Reading) -> Truth:
    given: dict[str, object] = {"course": course, "policy": policy}
    return test(**{name: given[name] if name in given else reading.get(name) for name in names})
