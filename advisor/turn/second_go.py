"""Read a wish for the same NPQ again as what it is about: whether DfE would pay twice."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.dialogue.asking import Ask
from advisor.dialogue.one_person import Understanding

_SECOND_GO = re.compile(
    r"\b(?:(?:second|2nd|another|one more|fresh|new) (?:go|crack|shot|try|bite|stab|attempt|time|start|turn|bash|round|chance|run)|round two|take two|(?:start|begin|starting)(?: it| over| all over| it all)* (?:over|again|afresh|anew|from scratch)|from scratch|"
    r"(?:do|take|doing|have|redo|retake|repeat|redoing|repeating|retaking)(?: it| that| this| the same(?: one| course)?)? (?:all )?(?:again|over|twice|once more)|redo (?:it|that|the)|repeat (?:it|that|the)|on it again|same (?:npq|course|one) (?:again|twice))\b"
)
_SAME_TERMS = re.compile(r"\b(?:same|similar) (?:deal|terms|basis|arrangement|conditions|way|offer|money|again)\b")
_HOW_IT_IS_DONE = re.compile(
    r"\b(?:resit|re-sit|resubmit|assessment|case study|submit|un-?defer|pick (?:it|my place) (?:back )?up|how (?:do|would|can|does))\b"
)
"""Of the place held, or of its assessment, and of no new one."""


def of_a_second_go(ask: Ask, understood: Understanding) -> Ask:
    """Read a wish for the same NPQ again, by somebody whose place DfE paid for, as asking whether it would pay twice."""
    told = understood.state.person.facts.get("prior_applications")
    held = told.value if told is not None and isinstance(told.value, list) else []
    funded = [str(each.get("course")) for each in held if isinstance(each, dict) and each.get("funded_place") is True]
    meant = set(ask.courses or understood.state.courses)
    again = _SECOND_GO.search(ask.text.lower()) or _SAME_TERMS.search(ask.text.lower())
    if not again or not (meant & set(funded)) or _HOW_IT_IS_DONE.search(ask.text.lower()):
        return ask
    of_it = tuple(course for course in funded if course in meant)
    return replace(
        ask,
        intents={**ask.intents, "funding": 1.0, "next_course": 0.0, "resit": 0.0},
        cues=ask.cues - {"next_course", "resit", "start_again"} | {"funding"},
        courses=ask.courses or of_it,
    )
