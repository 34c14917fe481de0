"""Earlier NPQs: registrations in DfE's service, and those from before it.

Which of them block a second scholarship is for `advisor.rules`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class PriorApplication:
    """A registration since November 2021; None is not known, except `course`, which is always said."""

    course: str
    status: str | None = None  # pending, accepted, rejected
    eligible_for_funding: bool | None = None
    funded_place: bool | None = None
    cohort_id: str | None = None
    training_status: str | None = None  # active, deferred, withdrawn
    outcome: str | None = None  # passed, failed, voided

    def as_mapping(self) -> dict[str, object]:
        """Return what is known of it, ready for JSON."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, slots=True)
class PriorNpq:
    """An NPQ from before the reform, or NPQML, or NASENCO; it never affects funding."""

    name: str
    year: int | None = None
    status: str | None = None  # completed, in_progress, withdrawn, failed, deferred, rejected
    paid_by: str | None = None

    def as_mapping(self) -> dict[str, object]:
        """Return what is known of it, ready for JSON."""
        return {name: value for name, value in asdict(self).items() if value is not None}


# What an earlier NPQ can be called that is no course of today; those of today may also be named, as taken long ago.
LEGACY_NPQS = ("npqml", "npqsl-legacy", "npqh-legacy", "npqel-legacy", "legacy-npq", "nasenco")
STATUSES = ("pending", "accepted", "rejected")
TRAINING_STATUSES = ("active", "deferred", "withdrawn")
OUTCOMES = ("passed", "failed", "voided")
RESULTS = ("completed", "in_progress", "withdrawn", "failed", "deferred", "rejected")
