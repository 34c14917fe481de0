"""Measure the learned reader by itself, on messages it was not taught with."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from advisor.dialogue.told.examples import Answer, Example
from advisor.dialogue.told.reader import Told, ToldReader
from evals.summary.statistics import Interval, wilson

READINGS = Path(__file__).with_name("readings")
_SURE = 0.9


class Reading(Example):
    """A message with what it tells, and the part of the set it belongs to."""

    split: Literal["dev", "test"]


@dataclass(frozen=True, slots=True)
class Measured:
    """How one question is answered: how often right, and how often where the reader is sure."""

    question: str
    right: int
    of: int
    sure: int
    right_where_sure: int

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share that is right."""
        return wilson(self.right, self.of)


def read_readings(files: Iterable[Path], splits: Sequence[str]) -> list[Reading]:
    """Return the messages of these parts.

    Raises:
        pydantic.ValidationError: where a line is no reading.
    """
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line)
    readings = (Reading.model_validate(json.loads(line)) for line in lines)
    return [reading for reading in readings if reading.split in splits]


def measure(
    readings: Sequence[Reading], reader: ToldReader, step: Callable[[str], None] | None = None
) -> list[Measured]:
    """Return one line a question, the most asked first."""
    answers: dict[str, list[tuple[Answer, Told]]] = defaultdict(list)
    for reading in readings:
        for question, told in reader.read(reading.text, tuple(reading.tells), reading.asked).items():
            answers[question].append((reading.tells[question], told))
        if step is not None:
            step(reading.text)
    measured = [_measure(question, pairs) for question, pairs in answers.items()]
    return sorted(measured, key=lambda each: -each.of)


def _measure(question: str, pairs: Sequence[tuple[Answer, Told]]) -> Measured:
    right = [told.answer == truth for truth, told in pairs]
    sure = [told.shares[told.answer] >= _SURE for _, told in pairs]
    both = sum(a and b for a, b in zip(right, sure, strict=True))
    return Measured(question, sum(right), len(pairs), sum(sure), both)
