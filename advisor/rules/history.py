"""What somebody has had before, as the progression rules see it: which NPQ, how it stands, legacy or not.

Whether an earlier place blocks a second scholarship is decided by the funding rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor.core.courses import ADDITIONAL_SUPPORT_OFFER, COURSES, EARLY_HEADSHIP_COACHING, HEADSHIP
from advisor.core.earlier import PriorApplication, PriorNpq
from advisor.core.facts import FactSet

COMPLETED, IN_PROGRESS, DEFERRED = "completed", "in_progress", "deferred"
WITHDRAWN, FAILED, REJECTED, APPLIED, UNKNOWN = "withdrawn", "failed", "rejected", "applied", "unknown"
NASENCO = "nasenco"
_LEGACY_COURSES = {
    "npqsl-legacy": "npq-senior-leadership",
    "npqh-legacy": HEADSHIP,
    "npqel-legacy": "npq-executive-leadership",
}


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier NPQ."""

    course: str  # a course identifier, or a name such as 'npqml'
    status: str
    legacy: bool = False
    funded: bool | None = None
    year: int | None = None

    @property
    def equivalent(self) -> str:
        """The course of today that covers the same ground."""
        return _LEGACY_COURSES.get(self.course, self.course)


def earlier_npqs(facts: FactSet) -> tuple[Earlier, ...]:
    """Return all earlier NPQs that were told of, those of the service first."""
    found: list[Earlier] = []
    for name in ("prior_applications", "prior_npqs"):
        held = facts.get(name)
        for item in held if isinstance(held, tuple) else ():
            if isinstance(item, PriorApplication):
                found.append(_from_application(item))
            elif isinstance(item, PriorNpq):
                found.append(Earlier(item.name, item.status or UNKNOWN, legacy=True, year=item.year))
    stage = facts.get("npqh_stage")
    if stage in ("completed_npqh", "studying_npqh") and not any(each.course == HEADSHIP for each in found):
        found.append(Earlier(HEADSHIP, COMPLETED if stage == "completed_npqh" else IN_PROGRESS))
    return tuple(found)


def _from_application(item: PriorApplication) -> Earlier:
    course = EARLY_HEADSHIP_COACHING if item.course == ADDITIONAL_SUPPORT_OFFER else item.course
    year = int(item.cohort_id[:4]) if item.cohort_id else None
    return Earlier(course, _status(item), funded=item.funded_place, year=year)


def _status(item: PriorApplication) -> str:
    """Return how it stands: rejection and pending first, then how it ended, then where it is."""
    if item.status == "rejected":
        return REJECTED
    if item.outcome in ("passed", "failed"):
        return COMPLETED if item.outcome == "passed" else FAILED
    if item.training_status in (DEFERRED, WITHDRAWN):
        return str(item.training_status)
    if item.status == "pending":
        return APPLIED
    if item.training_status == "active":
        return IN_PROGRESS
    return UNKNOWN


def held_or_underway(earlier: tuple[Earlier, ...]) -> frozenset[str]:
    """Return the courses that are not suggested again, a legacy one's equivalent of today included."""
    settled = (COMPLETED, IN_PROGRESS, DEFERRED, APPLIED, UNKNOWN)
    return frozenset(each.equivalent for each in earlier if each.status in settled and each.equivalent in COURSES)


def completed(earlier: tuple[Earlier, ...]) -> tuple[str, ...]:
    """Return the names of those that are done; one whose end was not told counts as done where it is legacy."""
    return tuple(
        each.course for each in earlier if each.status == COMPLETED or (each.legacy and each.status == UNKNOWN)
    )
