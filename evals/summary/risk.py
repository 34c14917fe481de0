"""If it answered only where it is surest, how often would it be wrong? Risk against coverage, and calibration.

El-Yaniv and Wiener, "On the Foundations of Noise-free Selective Classification" (2010). Confidence is the similarity
of the best entry found: it orders answers by sureness and is no probability, which the calibration table shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field

from advisor.knowledge.base import KnowledgeBase
from evals.case import Case
from evals.record import Record
from evals.score import Score, Seen
from evals.scorers.abstention import confidence_of

BINS = 5


class Point(BaseModel):
    """The share of questions answered when only those at least so sure are, and the share of these that are wrong."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    threshold: float
    coverage: float
    risk: float


class Bin(BaseModel):
    """Answers of like confidence: how sure on average, how many right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    confidence: float
    right: float
    of: int


class Risk(BaseModel):
    """The curve, the area under it (0 is best), the table, and the mean gap between sureness and rightness."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    points: tuple[Point, ...]
    aurc: float
    bins: tuple[Bin, ...]
    calibration_gap: float = Field(description="expected calibration error over equally filled bins")
    answered: int
    of: int


def risk_of(
    cases: Iterable[Case], records: Iterable[Record], scores: Iterable[Score], base: KnowledgeBase
) -> Risk | None:
    """Return the curve over single questions that say whether to answer; None where none was answered.

    An answer is wrong where it misses a check of its case, or where there should have been none.
    """
    by_id = {record.id: record for record in records}
    passed = {score.case: score.value == 1 for score in scores if score.measure == "all"}
    asked = [case for case in cases if case.id in passed and _is_one_question(case)]
    answered = []
    for case in asked:
        record = by_id.get(case.id)
        confidence = None if record is None else confidence_of(Seen(case, record, base))
        if record is None or confidence is None or not record.replies or record.replies[-1].get("kind") != "answer":
            continue
        may_answer = bool(case.should_answer) or "answer" in case.kind
        answered.append((confidence, passed[case.id] and may_answer))
    if not answered:
        return None
    answered.sort(key=lambda pair: (-pair[0], pair[1]))
    points = _curve(answered, len(asked))
    bins = _bins(answered)
    gap = sum(item.of * abs(item.confidence - item.right) for item in bins) / len(answered)
    return Risk(
        points=points,
        aurc=round(_mean_risk(answered), 4),
        bins=bins,
        calibration_gap=round(gap, 4),
        answered=len(answered),
        of=len(asked),
    )


def _is_one_question(case: Case) -> bool:
    return len(case.turns) == 1 and case.should_answer is not None and not case.is_attack


def _curve(answered: Sequence[tuple[float, bool]], of: int) -> tuple[Point, ...]:
    """One point for each different confidence: equal ones are answered together or not at all."""
    points = []
    wrong = 0
    for count, (confidence, right) in enumerate(answered, start=1):
        wrong += not right
        if count == len(answered) or answered[count][0] != confidence:
            points.append(Point(threshold=confidence, coverage=round(count / of, 4), risk=round(wrong / count, 4)))
    return tuple(points)


def _mean_risk(answered: Sequence[tuple[float, bool]]) -> float:
    wrong, total = 0, 0.0
    for count, (_, right) in enumerate(answered, start=1):
        wrong += not right
        total += wrong / count
    return total / len(answered)


def _bins(answered: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    bins = []
    ordered = answered[::-1]
    of = min(BINS, len(ordered))
    for number in range(of):
        part = ordered[len(ordered) * number // of : len(ordered) * (number + 1) // of]
        sure = sum(confidence for confidence, _ in part) / len(part)
        right = sum(1 for _, is_right in part if is_right) / len(part)
        bins.append(Bin(confidence=round(sure, 4), right=round(right, 4), of=len(part)))
    return tuple(bins)
