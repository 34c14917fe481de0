"""The dated values of the funding rules, as `knowledge/rulesets/*.toml` writes them.

What is done with them is for the conditions; reading the files is for `book.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

RulesName = Literal["pupil_premium_2021", "workplace", "setting_2025", "setting_2026"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PolicyValues(_Record):
    """One version of one intake's rules: from when to when it was in force, and its values."""

    in_force_from: date
    in_force_to: date | None = Field(None, description="None where nothing replaced it")
    rules: RulesName = Field(description="which ordered list of conditions it uses")
    change: str = Field(description="what changed, in one sentence")
    offered: tuple[str, ...] = Field(description="courses that existed in this intake")
    list_only: tuple[str, ...] = Field((), description="courses funded only in listed workplaces")
    nursery_courses: tuple[str, ...] = Field((), description="courses funded at maintained nursery schools")
    review_courses: tuple[str, ...] = Field((), description="courses that DfE reviews for some workplaces")
    review_employments: tuple[str, ...] = Field((), description="kinds of employment that DfE reviews")
    funded_employments: tuple[str, ...] = Field((), description="kinds of employment funded outright")
    funded_employment_courses: tuple[str, ...] = Field((), description="courses for which they are")
    recovered: tuple[str, ...] = Field((), description="branches of an old ruleset that the history shows")
    fundable_types: tuple[str, ...] = Field((), description="filled from establishment-types.toml by its date")
    funding: Literal["zero", "capped", "full"] = Field("capped", description="filled from the intake")


class Intake(_Record):
    """The rules of one intake, oldest version first."""

    id: str
    cohort: str
    name: str = Field(description="as in a sentence: 'autumn 2026'")
    funding: Literal["zero", "capped", "full"]
    asked_about: bool = Field(False, description="whether a person is offered it when asked which intake they mean")
    checked_on: date
    sources: tuple[str, ...]
    version: tuple[PolicyValues, ...]


class EstablishmentTypes(_Record):
    """The establishment types of the schools register that were fundable from a day on."""

    in_force_from: date
    codes: tuple[str, ...]
    sources: tuple[str, ...]
