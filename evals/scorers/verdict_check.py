"""Compare a reply's verdict with the one expected, leniently where the person has not said everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evals.case import VerdictExpected

SAME_FACT: Mapping[str, str] = {
    "intake": "cohort",
    "cohort_id": "cohort",
    "establishment_type": "eligible_establishment_type",
    "school_type": "eligible_establishment_type",
    "establishment_type_code": "eligible_establishment_type",
    "institution": "work_setting",
    "disadvantage_list": "list",
    "on_pp50_school_list": "list",
    "on_pp50_fe_list": "list",
    "on_rise_list": "list",
    "childminder_list": "on_childminder_list",
    "previously_funded": "prior_applications",
}
"""Names for one and the same missing fact: which of the lists is asked first is not a matter of right or wrong."""

Verdict = Mapping[str, Any]
Checked = tuple[bool, str]


def check_verdict(expected: VerdictExpected, reply: Mapping[str, Any]) -> Checked:
    """Return whether the last verdict on the course fits, and why not."""
    verdicts = [v for v in reply.get("verdicts") or () if expected.course in (None, v.get("course"))]
    if expected.course is None:
        return _any_course(expected, verdicts, reply)
    if not verdicts:
        return "undetermined" in expected.outcome, f"no verdict on {expected.course}"
    return _compare(expected, verdicts[-1], reply)


def acceptable(expected: VerdictExpected) -> tuple[str, ...]:
    """Return the outcomes that pass: unpublished rules leave a person as uncertain as missing facts."""
    outcomes = tuple(outcome.value for outcome in expected.outcome)
    return (*outcomes, "not_published") if "undetermined" in outcomes else outcomes


def asked_back(reply: Mapping[str, Any]) -> str | None:
    """Return the fact that the reply asks for."""
    question = reply.get("question") or {}
    fact = question.get("fact")
    return str(fact) if fact else None


def _any_course(expected: VerdictExpected, verdicts: Sequence[Verdict], reply: Mapping[str, Any]) -> Checked:
    outcomes = [verdict.get("outcome") for verdict in verdicts]
    if any(outcome in acceptable(expected) for outcome in outcomes):
        return True, ""
    left_open = "undetermined" in expected.outcome and (not verdicts or asked_back(reply) == "course")
    return left_open, f"outcomes {outcomes}, none of {', '.join(expected.outcome)}"


def _compare(expected: VerdictExpected, verdict: Verdict, reply: Mapping[str, Any]) -> Checked:
    outcome, reason = verdict.get("outcome"), verdict.get("reason")
    if outcome not in acceptable(expected):
        return False, f"outcome {outcome}, not {' or '.join(expected.outcome)}"
    if expected.reason and reason and reason not in expected.reason:
        return False, f"reason {reason}, not {' or '.join(expected.reason)}"
    if expected.missing_any and outcome == "undetermined":
        return _missing(expected.missing_any, verdict, reply)
    return True, ""


def _missing(wanted: Sequence[str], verdict: Verdict, reply: Mapping[str, Any]) -> Checked:
    asked = {*(verdict.get("missing") or ()), *((back,) if (back := asked_back(reply)) else ())}
    same = {SAME_FACT.get(name, name) for name in asked} & {SAME_FACT.get(name, name) for name in wanted}
    return bool(same), f"misses {', '.join(sorted(asked)) or 'nothing'}, none of {', '.join(wanted)}"
