"""Read which course fits whom from `knowledge/progression.toml`.

Weighing the fits for a person is for `progression.py`.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from advisor.core.errors import BadContent

PROGRESSION = Path(__file__).parents[2] / "knowledge" / "progression.toml"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fit(_Record):
    """A course that fits people whose fact has one of the values."""

    course: str
    fact: str
    values: tuple[str, ...]
    score: int = Field(gt=0)
    text: str
    sources: tuple[str, ...] = Field(min_length=1)


class Unfit(_Record):
    """A course that does not fit such people, and perhaps the one to take instead."""

    course: str
    fact: str
    values: tuple[str, ...]
    text: str
    sources: tuple[str, ...] = Field(min_length=1)
    instead: str = Field("", description="'' where no course takes its place")
    instead_text: str = ""


class NearMiss(_Record):
    """Why a course that a reader may have expected is not the one suggested."""

    course: str = Field(description="the course that is suggested")
    instead_of: str
    text: str
    sources: tuple[str, ...] = Field(min_length=1)


class Fits(_Record):
    """All of them, in file order."""

    fit: tuple[Fit, ...]
    unfit: tuple[Unfit, ...]
    near_miss: tuple[NearMiss, ...]


@lru_cache(maxsize=4)
def load_fits(path: Path = PROGRESSION) -> Fits:
    """Return the fits of a file, read once; raises BadContent naming the file."""
    try:
        return Fits.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadContent(f"{path}: {error}") from error
