"""Complete what was asked from the conversation: "and that one?", "how long?", a bare answer, a change of course."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.dialogue.state import DialogueState
from advisor.dialogue.understanding import Ask, Understanding

ASKED_AGAIN = 0.9
_NO_QUESTION = {"inform", "small_talk", "thanks", "misuse", "start_again", "complaint", "out_of_scope"}
_COURSE_QUESTIONS = {
    "funding", "eligibility", "audience", "cost", "length", "workload", "delivery", "assessment", "content", "overview",
    "providers", "headship", "benefits", "relevance", "dates", "registering", "results",
}  # fmt: skip
_GENERAL = re.compile(r"\b(?:npqs|an npq|any npq|the npqs|all npqs|each npq|npq courses?|courses|a scholarship)\b")
_POINTS = re.compile(r"\b(?:it|that|this|that one|this one|the course|them|those|these)\b")
_WHAT_ABOUT = re.compile(r"^\W*(?:and|what about|how about|or|also|same for|ok and|and what about|but)\b")
_WANTS = re.compile(r"\b(?:want|wants|would like|interested in|thinking (?:of|about)|considering|looking at|hoping to do|like to do|for)\b")
_SHORT = 8


def complete_asks(understood: Understanding, before: DialogueState) -> tuple[Ask, ...]:
    """Return the things to answer, each with its intents and courses, also where the message only hints at them."""
    state = understood.state
    segments_ask = any(_asks_something(ask) for ask in understood.asks)
    if understood.answered is not None or (not segments_ask and _only_tells(understood, before)):
        return _asked_again(understood, before)
    return tuple(_complete(ask, understood, before) for ask in understood.asks) or _asked_again(understood, before)


def top_intents(ask: Ask, at_least: float = 0.5) -> tuple[str, ...]:
    """Return the intents of an ask, the most probable first, courtesies left out."""
    named = [(p, name) for name, p in ask.intents.items() if p >= at_least and name not in _NO_QUESTION]
    return tuple(name for _, name in sorted(named, key=lambda pair: (-round(pair[0], 6), pair[1])))


def _asks_something(ask: Ask) -> bool:
    return bool(top_intents(ask)) or ask.text.rstrip().endswith("?")


def _only_tells(understood: Understanding, before: DialogueState) -> bool:
    """Return whether the message brings facts or a course to a question asked before."""
    return bool(before.intents) and bool(understood.slots or understood.courses)


def _asked_again(understood: Understanding, before: DialogueState) -> tuple[Ask, ...]:
    courses = understood.courses or before.courses
    named = before.intents or (("funding",) if courses else ())
    if not named:
        return understood.asks
    return (Ask(understood.text, dict.fromkeys(named, ASKED_AGAIN), courses, carried=True),)


def _complete(ask: Ask, understood: Understanding, before: DialogueState) -> Ask:
    lower = ask.text.lower()
    intents = top_intents(ask)
    brief = len(lower.split()) <= _SHORT
    if ask.courses and before.intents and (not intents or (_WHAT_ABOUT.match(lower) and brief and len(intents) < 2)):
        ask = replace(ask, intents={**ask.intents, **dict.fromkeys(before.intents, ASKED_AGAIN)}, carried=True)
    elif ask.courses and not intents:
        ask = replace(ask, intents={**ask.intents, "funding": 0.6 if _tells_workplace(understood) else 0.0})
    if not ask.courses and before.courses and not _GENERAL.search(lower):
        about_a_course = bool(set(top_intents(ask)) & _COURSE_QUESTIONS)
        if (about_a_course and (brief or _POINTS.search(lower))) or _WHAT_ABOUT.match(lower):
            ask = replace(ask, courses=before.courses, carried=True)
    if not top_intents(ask) and before.intents and _WHAT_ABOUT.match(lower):
        ask = replace(ask, intents={**ask.intents, **dict.fromkeys(before.intents, ASKED_AGAIN)}, carried=True)
    return ask


def _tells_workplace(understood: Understanding) -> bool:
    return any(slot.fact in ("cohort_id", "work_setting", "works_in_england", "prior_applications") for slot in understood.slots)
