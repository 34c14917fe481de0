"""Read the dated values of the rulesets from `knowledge/rulesets`; a mistake there stops with the file's name.

Joining them with the conditions is for `rulesets.py`.
"""

from __future__ import annotations

import tomllib
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from advisor.core.errors import BadContent
from advisor.rules.funding.policy import EstablishmentTypes, Intake, PolicyValues

_DAY = timedelta(days=1)
RULESETS = Path(__file__).parents[3] / "knowledge" / "rulesets"


def load_types(folder: Path = RULESETS) -> tuple[EstablishmentTypes, ...]:
    """Return the lists of fundable establishment types, oldest first; raises BadContent naming the file."""
    return _read_types(folder / "establishment-types.toml")


def load_intakes(folder: Path = RULESETS) -> tuple[Intake, ...]:
    """Return the intakes in order of their starts; raises BadContent naming the file that is wrong."""
    types = load_types(folder)
    intakes = [_read_intake(path, types) for path in sorted(folder.glob("funding-*.toml"))]
    return tuple(sorted(intakes, key=lambda intake: intake.cohort))


def _read_types(path: Path) -> tuple[EstablishmentTypes, ...]:
    try:
        rows = [EstablishmentTypes.model_validate(row) for row in tomllib.loads(path.read_text("utf-8"))["types"]]
    except (OSError, KeyError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadContent(f"{path}: {error}") from error
    return tuple(sorted(rows, key=lambda row: row.in_force_from))


def _read_intake(path: Path, types: tuple[EstablishmentTypes, ...]) -> Intake:
    try:
        intake = Intake.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadContent(f"{path}: {error}") from error
    _check_spans(path, intake)
    versions = tuple(
        version.model_copy(update={"funding": intake.funding, "fundable_types": _types_on(version, types)})
        for version in intake.version
    )
    return intake.model_copy(update={"version": versions})


def _types_on(version: PolicyValues, types: tuple[EstablishmentTypes, ...]) -> tuple[str, ...]:
    return [row for row in types if row.in_force_from <= version.in_force_from][-1].codes


def _check_spans(path: Path, intake: Intake) -> None:
    for earlier, later in pairwise(intake.version):
        follows = earlier.in_force_to is not None and earlier.in_force_to + _DAY == later.in_force_from
        if not follows or later.in_force_from <= earlier.in_force_from:
            raise BadContent(
                f"{path}: the version from {earlier.in_force_from} must end the day before {later.in_force_from}."
            )
    last = intake.version[-1]
    if last.in_force_to is not None:
        raise BadContent(f"{path}: the version from {last.in_force_from} is the last and goes on, so it has no end.")
