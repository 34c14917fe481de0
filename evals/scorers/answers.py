"""Check the last reply: is it of the right kind, does it say what it must and nothing it must not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evals.case import Case
from evals.score import Score, Seen, head_of, says
from evals.scorers.verdict_check import check_verdict


def score_answer(seen: Seen) -> Iterator[Score]:
    """Yield the measures of one reply, and `all`: whether every one of them is passed."""
    if not seen.case.asks_in_words:
        return
    scores = list(_parts(seen))
    yield from scores
    if expects_of_reply(seen.case):
        missed = [score.measure for score in scores if score.value < 1]
        yield seen.score("all", not missed, f"misses {', '.join(missed)}")


def expects_of_reply(case: Case) -> bool:
    """Return whether the case says anything of the reply; one that only asks for a source would pass with any."""
    expected = (case.kind, case.courses, case.must, case.must_not, case.verdict, case.needs_citation)
    return any(bool(item) for item in expected)


def _parts(seen: Seen) -> Iterator[Score]:
    case, reply, text = seen.case, seen.reply, seen.text
    yield seen.score("ran", bool(seen.record.replies), "no reply")
    if case.kind:
        kind = reply.get("kind")
        yield seen.score("kind", kind in case.kind, f"'{kind}' is not one of {', '.join(case.kind)}")
    if case.must:
        missing = missing_facts(case, text)
        yield seen.score("key_facts", not missing, f"not in the first words: {'; '.join(missing)}")
    if case.must_not:
        said = [pattern for pattern in case.must_not if says(pattern, text)]
        yield seen.score("forbidden", not said, f"says {'; '.join(said)}")
    if case.courses and reply.get("kind") == "answer":
        lacking = sorted(set(case.courses) - set(reply.get("courses") or ()))
        yield seen.score("courses", not lacking, f"is not about {', '.join(lacking)}")
    if case.verdict is not None:
        passed, why = check_verdict(case.verdict, reply)
        yield seen.score("verdict", passed, why)
    if (case.needs_citation and reply.get("kind") == "answer") or reply.get("statements"):
        passed, why = _cited(reply)
        yield seen.score("cited", passed, why)


def missing_facts(case: Case, text: str) -> list[str]:
    """Return, for each required fact that the first words lack, its first pattern."""
    head = head_of(text)
    return [group[0][:120] for group in case.must if not any(says(pattern, head) for pattern in group)]


def score_completeness(seen: Seen) -> Iterator[Score]:
    """Yield the share of the required facts that are there, and with a reference answer, of its words and figures."""
    if not seen.case.asks_in_words or not seen.case.must:
        return
    missing = missing_facts(seen.case, seen.text)
    share = 1 - len(missing) / len(seen.case.must)
    yield seen.score("completeness", share, f"lacks {len(missing)} of {len(seen.case.must)}")


def _cited(reply: Mapping[str, Any]) -> tuple[bool, str]:
    statements = reply.get("statements") or ()
    bare = sum(1 for statement in statements if not statement.get("citations"))
    passed = bool(reply.get("citations")) and bool(statements) and not bare
    return passed, f"{bare} of {len(statements)} statements uncited, {len(reply.get('citations') or ())} citations"
