"""Run the same cases on changed advisers and say, measure by measure, what the change did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor.knowledge.base import KnowledgeBase
from evals.configuration import SEED
from evals.measures import MEASURES
from evals.pipeline import Plan
from evals.run import run_cases
from evals.score import Score
from evals.scoring import score_all
from evals.summary.paired import Comparison, compare, values_of
from evals.summary.summary import with_families
from evals.systems.system import System


@dataclass(frozen=True, slots=True)
class Trial:
    """One changed adviser against the sound one; `comparisons` go from the sound to the changed."""

    name: str
    says: str
    comparisons: tuple[Comparison, ...]

    @property
    def noticed(self) -> tuple[Comparison, ...]:
        """Measures that are significantly worse."""
        return tuple(item for item in self.comparisons if item.is_better is False)


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed adviser, what it knows, and how to say what was changed."""

    system: System
    base: KnowledgeBase
    says: str
    name: str


def run_trials(
    plan: Plan,
    sound: System,
    base: KnowledgeBase,
    changed: Iterable[Changed],
    *,
    step: Callable[[str], None] = lambda _: None,
    measures: Iterable[str] = MEASURES,
) -> Iterator[Trial]:
    """Yield one trial for each changed adviser, as soon as it is through; `measures` are those compared."""
    looked_at = tuple(measures)
    reference = values_of(_scores(plan, sound, base, step))
    for item in changed:
        own = values_of(_scores(plan, item.system, item.base, step))
        yield Trial(item.name, item.says, compare(reference, own, plan.cases, SEED, looked_at))


def _scores(plan: Plan, system: System, base: KnowledgeBase, step: Callable[[str], None]) -> Sequence[Score]:
    records = run_cases(system, plan.cases, plan.as_of, workers=plan.workers, keep=lambda _, __: step(system.name))
    return with_families(plan.cases, records, score_all(plan.cases, records, base))
