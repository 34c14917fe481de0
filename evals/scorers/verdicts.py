"""Check decisions: outcome, reason, what is missing, and whether the words of a conversation lead to the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from advisor.core.errors import AdvisorError
from advisor.rules.decision import decide
from advisor.rules.parsing import parse_facts
from evals.case import VerdictExpected
from evals.score import Score, Seen
from evals.scorers.verdict_check import SAME_FACT, acceptable, asked_back


def score_decision(seen: Seen) -> Iterator[Score]:
    """Yield outcome, reasons and missing facts of a decision made without language: exactly as expected."""
    expected = seen.case.verdict
    if seen.case.asks_in_words or expected is None:
        return
    verdict = seen.record.verdict or {}
    outcome, reason = verdict.get("outcome"), verdict.get("reason")
    yield seen.score("decided_outcome", outcome in expected.outcome, f"{outcome}, not {' or '.join(expected.outcome)}")
    if expected.reason:
        yield seen.score("decided_reason", reason in expected.reason, f"{reason}, not {' or '.join(expected.reason)}")
    if expected.reasons is not None:
        failed = verdict.get("reasons") or ()
        same = set(failed) == set(expected.reasons)
        yield seen.score("decided_reasons", same, f"{_listed(failed)}, not {_listed(expected.reasons)}")
    if expected.missing is not None or expected.missing_any:
        missing = verdict.get("missing") or ()
        yield seen.score("decided_missing", _misses_the_right(missing, expected), f"misses {_listed(missing)}")


def score_verdict_parts(seen: Seen) -> Iterator[Score]:
    """Yield, for a verdict reached in conversation, its outcome, reason and missing facts one by one."""
    expected = seen.case.verdict
    if not seen.case.asks_in_words or expected is None or expected.course is None:
        return
    verdict = last_verdict(seen.reply, expected.course)
    outcome = verdict.get("outcome")
    passed = outcome in acceptable(expected) or (outcome is None and "undetermined" in expected.outcome)
    yield seen.score("outcome", passed, f"{outcome}, not {' or '.join(expected.outcome)}")
    if expected.reason and verdict.get("reason"):
        yield seen.score("reason", verdict["reason"] in expected.reason, f"{verdict['reason']}")
    if expected.missing_any and outcome == "undetermined":
        asked = [*(verdict.get("missing") or ()), asked_back(seen.reply) or ""]
        yield seen.score("missing", _shared(asked, expected.missing_any), f"misses {', '.join(asked)}")


def score_agreement(seen: Seen) -> Iterator[Score]:
    """Yield whether each verdict in the reply is what the rules say of the facts that the reply shows."""
    verdicts = [v for v in seen.reply.get("verdicts") or () if v.get("cohort")]
    if not verdicts:
        return
    wrong = [v["course"] for v in verdicts if not _agrees(v, seen.reply)]
    yield seen.score("rules_agree", not wrong, f"the rules say otherwise on {', '.join(wrong)}")


def last_verdict(reply: Mapping[str, Any], course: str) -> Mapping[str, Any]:
    """Return the last verdict on the course; empty where there is none."""
    found = [v for v in reply.get("verdicts") or () if v.get("course") == course]
    return found[-1] if found else {}


def _agrees(verdict: Mapping[str, Any], reply: Mapping[str, Any]) -> bool:
    shown = {name: fact["value"] for name, fact in (reply.get("facts") or {}).items() if name != "cohort_id"}
    try:
        facts = parse_facts(shown)
        again = decide(verdict["course"], facts, date.fromisoformat(reply["as_of"]), verdict["cohort"])
    except AdvisorError:
        return False
    return again.outcome.value == verdict.get("outcome")


def _misses_the_right(missing: Sequence[str], expected: VerdictExpected) -> bool:
    """Return whether exactly the facts expected are missing, or where only some are named, one of them."""
    if expected.missing is not None:
        return set(missing) == set(expected.missing)
    return _shared(missing, expected.missing_any or ())


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "nothing"


def _shared(found: Sequence[str], wanted: Sequence[str]) -> bool:
    names = {SAME_FACT.get(name, name) for name in found}
    return bool(names & {SAME_FACT.get(name, name) for name in wanted})
