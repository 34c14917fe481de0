"""One finding outside the funding rules: whether something holds, in one sentence with its sources.

Used for suitability, for starting another NPQ and for the SENCO deadline.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor.core.truth import Truth


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says where sources differ."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason code, whether it is in favour (TRUE), against (FALSE) or open, and why."""

    reason: str
    truth: Truth
    text: str
    sources: tuple[str, ...]
    fact: str = ""  # the fact it rests on, or which would settle it; "" where there is none
    positions: tuple[Position, ...] = ()  # where sources differ: what each says
