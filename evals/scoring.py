"""Score every record with every scorer; a failed record fails every measure that it could have been held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor.knowledge.base import KnowledgeBase
from evals.case import Case
from evals.measures import MEASURES
from evals.record import Record
from evals.score import Score, Scorer, Seen
from evals.scorers.abstention import score_abstention
from evals.scorers.answers import score_answer, score_completeness
from evals.scorers.citations import score_citations
from evals.scorers.dialogue import score_dialogue
from evals.scorers.reference import score_reference
from evals.scorers.retrieval import score_retrieval, score_source
from evals.scorers.safety import score_safety
from evals.scorers.verdicts import score_agreement, score_decision, score_verdict_parts

SCORERS: Sequence[Scorer] = (
    score_answer,
    score_completeness,
    score_citations,
    score_decision,
    score_verdict_parts,
    score_agreement,
    score_abstention,
    score_dialogue,
    score_safety,
    score_retrieval,
    score_source,
    score_reference,
)


def score_all(cases: Iterable[Case], records: Iterable[Record], base: KnowledgeBase) -> tuple[Score, ...]:
    """Return the scores of all cases, in the order of the cases; a case without a record fails like a crash."""
    by_id = {record.id: record for record in records}
    return tuple(
        score for case in cases for score in score_one(Seen(case, by_id.get(case.id, Record(id=case.id)), base))
    )


def score_one(seen: Seen) -> Iterator[Score]:
    """Yield the scores of one case."""
    failure = seen.record.failure
    unplayed = not seen.record.replies and seen.record.verdict is None
    for scorer in SCORERS:
        for score in scorer(_unsearched(seen) if unplayed else seen):
            yield _failed(score, failure.error if failure else "no output") if unplayed else score


def _unsearched(seen: Seen) -> Seen:
    """Let the ranking measures count a crash as a search that found nothing."""
    return Seen(seen.case, seen.record.model_copy(update={"retrieved": seen.record.retrieved or ()}), seen.base)


def _failed(score: Score, why: str) -> Score:
    worst = 0.0 if MEASURES[score.measure].higher_is_better else 1.0
    return Score(case=score.case, measure=score.measure, value=worst, reason=f"failed: {why}")
