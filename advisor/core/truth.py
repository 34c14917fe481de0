"""Three-valued truth: an unknown is never a no.

Which facts are true is for `facts.py`; what follows from them is for `advisor.rules`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """TRUE, FALSE or UNKNOWN, combined as Kleene's strong logic combines them."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        """Refuse: `if truth:` would count UNKNOWN as a yes, `if not truth:` as a no."""
        raise TypeError(f"{self} has no yes or no; compare it with `is Truth.TRUE`")

    @staticmethod
    def of(value: bool | None) -> Truth:
        """Return the truth of a fact, where None is not known.

        >>> Truth.of(None)
        <Truth.UNKNOWN: 'unknown'>
        """
        if value is None:
            return Truth.UNKNOWN
        return Truth.TRUE if value else Truth.FALSE


def all_of(truths: Iterable[Truth]) -> Truth:
    """Return TRUE where all are, FALSE where one is false, UNKNOWN otherwise.

    >>> all_of([Truth.UNKNOWN, Truth.FALSE])
    <Truth.FALSE: 'false'>
    """
    result = Truth.TRUE
    for truth in truths:
        if truth is Truth.FALSE:
            return truth
        if truth is Truth.UNKNOWN:
            result = truth
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Return TRUE where one is, FALSE where all are false, UNKNOWN otherwise.

    >>> any_of([Truth.UNKNOWN, Truth.TRUE])
    <Truth.TRUE: 'true'>
    """
    result = Truth.FALSE
    for truth in truths:
        if truth is Truth.TRUE:
            return truth
        if truth is Truth.UNKNOWN:
            result = truth
    return result


def negate(truth: Truth) -> Truth:
    """Return the opposite; the opposite of not knowing is not knowing."""
    return _OPPOSITE[truth]


_OPPOSITE = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE, Truth.UNKNOWN: Truth.UNKNOWN}
