"""Which provider runs which course in which intake, from `knowledge/offers.toml`.

Whether a place is free, and whether it is funded, is never said here.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from advisor.core.courses import COURSES
from advisor.core.errors import BadContent
from advisor.core.truth import Truth

OFFERS = Path(__file__).parents[2] / "knowledge" / "offers.toml"


class Offer(BaseModel):
    """The courses of one intake with the providers that run each."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cohort: str
    name: str
    listed_from: date = Field(description="the day from which the list is known")
    checked_on: date
    begins: date | None = Field(None, description="the first month in which its courses were expected to start")
    sources: tuple[str, ...] = Field(min_length=1)
    caution: str
    courses: dict[str, tuple[str, ...]] = Field(description="an empty list means that nobody runs the course")

    def providers(self, course: str) -> tuple[str, ...]:
        """Return who runs a course, in A to Z order; empty where nobody does."""
        return tuple(sorted(self.courses.get(course, ())))


@lru_cache(maxsize=4)
def load_offers(path: Path = OFFERS) -> tuple[Offer, ...]:
    """Return the offers of a file, newest intake first; raises BadContent naming the file."""
    try:
        rows = [Offer.model_validate(row) for row in tomllib.loads(path.read_text("utf-8"))["offer"]]
    except (OSError, KeyError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadContent(f"{path}: {error}") from error
    unknown = {course for row in rows for course in row.courses} - set(COURSES)
    if unknown:
        raise BadContent(f"{path}: there is no course {', '.join(sorted(unknown))}")
    return tuple(sorted(rows, key=lambda row: row.cohort, reverse=True))


def find_offer(cohort: str, as_of: date, offers: tuple[Offer, ...] | None = None) -> Offer | None:
    """Return the offer of an intake, None where its list is not known on `as_of`; another's is never used instead."""
    known = (each for each in offers or load_offers() if each.cohort == cohort and each.listed_from <= as_of)
    return next(known, None)


def is_running(course: str, offer: Offer | None) -> Truth:
    """Return whether anybody runs the course in an intake; UNKNOWN where its list is not known."""
    return Truth.of(None if offer is None else bool(offer.providers(course)))
