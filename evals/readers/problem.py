"""Something wrong with a data set, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evals.case import Case

_PLAIN = {"extra_forbidden": "there is no such key", "missing": "is missing"}
"""What the validator says in words of its own, said to whoever wrote the line."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, a line counted from 1 (0 where it is about the whole file), and what is wrong."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


def make_case(file: Path, line: int, fields: dict[str, Any]) -> Case | tuple[Problem, ...]:
    """Return the case, or everything that is wrong with it."""
    try:
        return Case.model_validate(fields)
    except ValidationError as error:
        return tuple(Problem(file, line, message) for message in _messages(error))


def _messages(error: ValidationError) -> Iterator[str]:
    found = error.errors()
    for item in found:
        # A list whose only item is wrong is also called too short: one slip, one message.
        if item["type"] == "too_short" and any(_is_within(other["loc"], item["loc"]) for other in found):
            continue
        where = ".".join(str(part) for part in item["loc"])
        message = _PLAIN.get(item["type"], item["msg"].removeprefix("Value error, "))
        yield f"{where}: {message}" if where else message


def _is_within(inner: tuple[int | str, ...], outer: tuple[int | str, ...]) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def sort_out(made: list[Case | tuple[Problem, ...]]) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Part the cases from the problems, in order."""
    cases = tuple(item for item in made if isinstance(item, Case))
    problems = tuple(problem for item in made if not isinstance(item, Case) for problem in item)
    return cases, problems
