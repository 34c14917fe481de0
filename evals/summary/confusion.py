"""Which outcome was expected and which was given; macro-F1, since one outcome alone may be nine rows in ten."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

from advisor.rules.verdict import Outcome
from evals.case import Case
from evals.record import Record
from evals.scorers.verdicts import last_verdict

NONE = "no verdict"
OUTCOMES = tuple(outcome.value for outcome in Outcome)


class Confusion(BaseModel):
    """Counts by expected outcome, then by the outcome given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    counts: dict[str, dict[str, int]]
    f1: dict[str, float] = Field(description="of each outcome that was expected or given")
    macro_f1: float = Field(description="mean over the outcomes that were expected")
    of: int


def confusion_of(cases: Iterable[Case], records: Iterable[Record]) -> Confusion | None:
    """Return the table over all cases that expect a verdict on a course; None where there are none.

    Where several outcomes are acceptable and one of them was given, that one counts as expected.
    """
    by_id = {record.id: record for record in records}
    pairs = [
        pair for case in cases if case.id in by_id and (pair := _expected_and_given(case, by_id[case.id])) is not None
    ]
    if not pairs:
        return None
    counts: dict[str, dict[str, int]] = {}
    for expected, given in sorted(pairs):
        row = counts.setdefault(expected, {})
        row[given] = row.get(given, 0) + 1
    f1 = {outcome: round(_f1(outcome, pairs), 4) for outcome in OUTCOMES if any(outcome in pair for pair in pairs)}
    wanted = [outcome for outcome in OUTCOMES if outcome in counts]
    return Confusion(counts=counts, f1=f1, macro_f1=round(sum(f1[o] for o in wanted) / len(wanted), 4), of=len(pairs))


def _expected_and_given(case: Case, record: Record) -> tuple[str, str] | None:
    if case.verdict is None or case.verdict.course is None:
        return None
    verdict = record.verdict if not case.asks_in_words else None
    if case.asks_in_words and record.replies:
        verdict = dict(last_verdict(record.replies[-1], case.verdict.course))
    given = str((verdict or {}).get("outcome") or NONE)
    acceptable = [outcome.value for outcome in case.verdict.outcome]
    return (given if given in acceptable else acceptable[0]), given


def _f1(outcome: str, pairs: list[tuple[str, str]]) -> float:
    hits = sum(1 for pair in pairs if pair == (outcome, outcome))
    mentions = sum(pair.count(outcome) for pair in pairs)
    return 2 * hits / mentions
