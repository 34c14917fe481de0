"""What an ask wants, the most probable first."""

from __future__ import annotations

from advisor.dialogue.asking import Ask

ASKED_AGAIN = 0.9
_NO_QUESTION = {
    "inform",
    "small_talk",
    "thanks",
    "misuse",
    "start_again",
    "complaint",
    "out_of_scope",
    "distress",
    "safeguarding",
}
COURSE_QUESTIONS = {
    "funding", "eligibility", "audience", "cost", "length", "workload", "delivery", "assessment", "content", "overview",
    "providers", "headship", "benefits", "relevance", "dates", "registering", "results",
}  # fmt: skip


def top_intents(ask: Ask, at_least: float = 0.5) -> tuple[str, ...]:
    """Return the intents of an ask, the most probable first, courtesies left out."""
    named = [(p, name) for name, p in ask.intents.items() if p >= at_least and name not in _NO_QUESTION]
    return tuple(name for _, name in sorted(named, key=lambda pair: (-round(pair[0], 6), pair[1])))
