"""What every system under evaluation offers: it plays a case and returns what came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from evals.case import Case
from evals.record import Record


@dataclass(frozen=True, slots=True)
class Played:
    """What came out, and how long each message took."""

    record: Record
    milliseconds: tuple[float, ...]


class System(Protocol):
    """Anything that can be asked."""

    @property
    def name(self) -> str:
        """A short name, the same on each run."""

    def play(self, case: Case, as_of: date) -> Played:
        """Play the case in a fresh conversation; whatever goes wrong becomes an exception."""
