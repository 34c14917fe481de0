"""Check whether a conversation goes right at each turn, and keeps what it was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evals.case import Expectations, TurnCheck
from evals.score import Score, Seen, head_of, says
from evals.scorers.verdict_check import check_verdict


def score_dialogue(seen: Seen) -> Iterator[Score]:
    """Yield the share of checked turns that pass, whether the whole conversation does, and the facts carried."""
    case, replies = seen.case, seen.record.replies
    if not case.asks_in_words:
        return
    if case.facts:
        wrong = wrong_facts(case.facts, seen.reply)
        yield seen.score("facts_carried", not wrong, "; ".join(wrong))
    if case.checks:
        misses = [(check, _miss(check, replies)) for check in case.checks]
        failed = [f"turn {check.turn}: {why}" for check, why in misses if why]
        yield seen.score("turns_right", 1 - len(failed) / len(misses), "; ".join(failed))
    if len(case.turns) > 1:
        held = [f"turn {check.turn}" for check in case.checks if _miss(check, replies)]
        last = first_miss(case, seen.reply)
        yield seen.score("dialogue_right", not held and not last, "; ".join([*held, last]) if last else "; ".join(held))


def wrong_facts(expected: Mapping[str, Any], reply: Mapping[str, Any]) -> list[str]:
    """Return the facts that the reply does not show with the value expected; null is a fact not to be known."""
    shown = reply.get("facts") or {}
    wrong = []
    for name, value in expected.items():
        got = shown[name]["value"] if name in shown else None
        if not _same(value, got):
            wrong.append(f"{name} is {got!r}, not {value!r}")
    return wrong


def first_miss(expected: Expectations, reply: Mapping[str, Any]) -> str:
    """Return the first expectation that the reply misses; empty where it meets them all."""
    text = str(reply.get("text") or "")
    if expected.kind and reply.get("kind") not in expected.kind:
        return f"kind {reply.get('kind')}"
    for group in expected.must:
        if not any(says(pattern, head_of(text)) for pattern in group):
            return f"does not say {group[0][:80]}"
    for pattern in expected.must_not:
        if says(pattern, text):
            return f"says {pattern[:80]}"
    if reply.get("kind") == "answer" and (lacking := set(expected.courses) - set(reply.get("courses") or ())):
        return f"is not about {', '.join(sorted(lacking))}"
    if expected.verdict is not None:
        passed, why = check_verdict(expected.verdict, reply)
        if not passed:
            return why
    wrong = wrong_facts(expected.facts, reply)
    return wrong[0] if wrong else ""


def _miss(check: TurnCheck, replies: tuple[dict[str, Any], ...]) -> str:
    return first_miss(check, replies[check.turn - 1]) if check.turn <= len(replies) else "no reply"


def _same(expected: object, got: object) -> bool:
    """Compare values; of an earlier application only what the expectation names has to agree."""
    if isinstance(expected, list) and isinstance(got, list):
        return len(expected) == len(got) and all(_same(e, g) for e, g in zip(expected, got, strict=True))
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        return all(_same(value, got.get(key)) for key, value in expected.items())
    return expected == got
