"""Does the same question in other words get the same answer? Scores of whole families, beside those of their cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.case import Case
from evals.record import Record
from evals.score import Score


@dataclass(frozen=True, slots=True)
class Family:
    """Cases that ask one thing, and the share of them that pass."""

    name: str
    cases: tuple[Case, ...]
    passed: float

    @property
    def marker(self) -> str:
        """The name under which its scores stand."""
        return marker_of(self.name)


def marker_of(family: str) -> str:
    """Return the name under which the scores of a family stand."""
    return f"family {family}"


def families_of(cases: Iterable[Case], scores: Iterable[Score]) -> list[Family]:
    """Return the families of at least two wordings, the worst first."""
    passed = {score.case: score.value for score in scores if score.measure == "all"}
    grouped: dict[str, list[Case]] = {}
    for case in cases:
        if case.id in passed:
            grouped.setdefault(case.cluster, []).append(case)
    found = [
        Family(name, tuple(members), sum(passed[case.id] for case in members) / len(members))
        for name, members in grouped.items()
        if len(members) > 1
    ]
    return sorted(found, key=lambda family: (family.passed, family.name))


def score_families(families: Iterable[Family], records: Iterable[Record]) -> Iterator[Score]:
    """Yield mean, worst and consistency of each family."""
    by_id = {record.id: record for record in records}
    for family in families:
        yield Score(case=family.marker, measure="family_mean", value=round(family.passed, 6))
        yield Score(case=family.marker, measure="family_worst", value=float(family.passed == 1))
        different = _differences([by_id[case.id] for case in family.cases if case.id in by_id])
        yield Score(case=family.marker, measure="family_consistent", value=float(not different), reason=different)


def _differences(records: Sequence[Record]) -> str:
    replies = [record.replies[-1] if record.replies else {} for record in records]
    verdicts = {_verdicts(reply) for reply in replies}
    sources = {_first_source(reply) for reply in replies}
    parts = []
    if len(verdicts) > 1:
        parts.append(f"{len(verdicts)} different sets of verdicts")
    if len(sources) > 1:
        parts.append(f"first source: {', '.join(sorted(sources))}")
    return "; ".join(parts)


def _verdicts(reply: Mapping[str, object]) -> frozenset[tuple[str, str]]:
    verdicts = reply.get("verdicts")
    listed = verdicts if isinstance(verdicts, list) else []
    return frozenset((verdict["course"], verdict["outcome"]) for verdict in listed)


def _first_source(reply: Mapping[str, object]) -> str:
    citations = reply.get("citations")
    return str(citations[0]["id"]).rsplit(".", 1)[0] if isinstance(citations, list) and citations else "none"
