"""Write the trace of a decision: the deciding condition first, then what failed, is unknown, and was met.

The outcome itself is for `analysis.py`; sentences that address the person are for `advisor.answering`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from advisor.core.truth import Truth
from advisor.rules.funding.condition import Condition
from advisor.rules.funding.divergences import Concerned, divergences_for
from advisor.rules.funding.rulesets import Ruleset
from advisor.rules.verdict import Outcome, Step

Reading = Mapping[str, object]
_WORD: dict[Truth, Literal["true", "false", "unknown"]] = {
    Truth.TRUE: "true",
    Truth.FALSE: "false",
    Truth.UNKNOWN: "unknown",
}
PLACE_NOT_GUARANTEED = Step(
    condition="place_not_guaranteed",
    truth="unknown",
    because="A funded place is not guaranteed: places are capped, and the provider must confirm that one is free.",
    source="dfe-service-screens",
)
OTHER_WAYS_TO_PAY = Step(
    condition="other_ways_to_pay",
    truth="true",
    because="Without a scholarship you can still take the course: you, your workplace or your trust can pay the fee.",
    source="dfe-service-screens",
)
NOTHING_ALONE_CHANGES_IT = Step(
    condition="nothing_alone_changes_it",
    truth="true",
    because="No one change by itself would alter this.",
    source="dfe-service-funding-rules",
)
REVIEW_NEXT = Step(
    condition="dfe_decides",
    truth="unknown",
    because="DfE decides after you register and may ask for more; a place is not guaranteed either way.",
    source="dfe-service-screens",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A condition with its truth for somebody whom it concerns."""

    condition: Condition
    truth: Truth

    def as_step(self) -> Step:
        """Return it as a line of the trace."""
        held = self.condition
        return Step(condition=held.name, truth=_WORD[self.truth], because=held.text, source=held.sources[0])


def judge(ruleset: Ruleset, course: str, reading: Reading) -> list[Judged]:
    """Return, in ruleset order, the conditions that concern the person or may."""
    concerned = (
        each for each in ruleset.conditions if each.concerns(course, ruleset.policy, reading) is not Truth.FALSE
    )
    judged = (Judged(each, each.truth(course, ruleset.policy, reading)) for each in concerned)
    return [each for each in judged if _worth_saying(each)]


def _worth_saying(judged: Judged) -> bool:
    """Return whether a reader gains by it: a review, or a branch not recovered, only where it concerns them."""
    return judged.condition.on_fail is Outcome.NOT_ELIGIBLE or judged.truth is not Truth.TRUE


def reason_codes(judged: list[Judged], outcome: Outcome) -> tuple[str, ...]:
    """Return, in ruleset order, the codes of the conditions that these facts make fail."""
    kinds = (Outcome.NOT_ELIGIBLE, outcome) if outcome is Outcome.SUBJECT_TO_REVIEW else (Outcome.NOT_ELIGIBLE,)
    failed = (each.condition.reason for each in judged if each.truth is Truth.FALSE and each.condition.on_fail in kinds)
    return tuple(dict.fromkeys(failed))


def make_trace(judged: list[Judged], person: Concerned, cohort: str, can_change: bool) -> tuple[Step, ...]:
    """Return the steps, the deciding one first, ending with what the outcome does not promise.

    `can_change` is whether one fact set otherwise would change the outcome; a refusal says so where none would.
    """
    failed = [each for each in judged if each.truth is Truth.FALSE]
    unknown = [each for each in judged if each.truth is Truth.UNKNOWN]
    met = [each for each in judged if each.truth is Truth.TRUE]
    if person.outcome is Outcome.ELIGIBLE and met:
        met = [met[-1], *met[:-1]]  # the workplace or role decides last, and is what the person asked about
    ordered = [each.as_step() for each in (*failed, *unknown, *met)]
    differing = [each.as_step() for each in divergences_for(person, cohort)]
    return (*ordered, *differing, *_closing(person.outcome, can_change))


def _closing(outcome: Outcome, can_change: bool) -> tuple[Step, ...]:
    if outcome is Outcome.ELIGIBLE:
        return (PLACE_NOT_GUARANTEED,)
    if outcome is Outcome.SUBJECT_TO_REVIEW:
        return (REVIEW_NEXT,)
    if outcome is Outcome.NOT_ELIGIBLE:
        return (OTHER_WAYS_TO_PAY,) if can_change else (NOTHING_ALONE_CHANGES_IT, OTHER_WAYS_TO_PAY)
    return ()
