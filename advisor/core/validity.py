"""A span of days with both ends: the only way a dated value says when it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Validity:
    """From one day to another, both included; `valid_to` None means that it still holds."""

    valid_from: date
    valid_to: date | None = None

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"{self.valid_from} to {self.valid_to} ends before it begins")

    def covers(self, day: date) -> bool:
        """Return whether `day` lies within."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def overlaps(self, other: Validity) -> bool:
        """Return whether some day lies within both."""
        starts_in_time = other.valid_to is None or self.valid_from <= other.valid_to
        return starts_in_time and (self.valid_to is None or other.valid_from <= self.valid_to)

    def leaves_a_gap_before(self, later: Validity) -> bool:
        """Return whether a day lies between the end of this and the start of `later`."""
        return self.valid_to is not None and self.valid_to + _DAY < later.valid_from
