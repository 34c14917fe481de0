"""Put right a course named by a slip that the same message corrects: "is NPQEL funded, oh sorry I meant NPQSL"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from advisor.dialogue.text.names import Mention

_PUTS_RIGHT = re.compile(
    r"\b(?:i (?:meant?|should have said|should say)|i'?m (?:talking|asking) about|make that|scrub that|scratch that|correction|typo|"
    r"(?:oh |no |wait |ah |oops |whoops |ugh )+sorry|sorry,? (?:no|not that(?: one)?|wrong one)|wrong one|oops|whoops|should (?:be|say|read))\b"
    r"[\s,;:.!-]*(?:(?:it'?s|its|i|mean|meant|the|that|it|was|not|one|actually|for|about|to|say|ask)[\s,;:]+){0,5}$|\b(?:sorry|or rather|correction|oops)[\s,:]*$"
)
"""Ends right before the name that was meant."""


def with_slips_put_right(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions with the course before one that is said to have been meant read as that one."""
    courses = sorted((m for m in mentions if m.kind == "course"), key=lambda m: m.start)
    lower = text.lower()
    for slip, meant in pairwise(courses):
        if slip.value != meant.value and _PUTS_RIGHT.search(lower[slip.end : meant.start]):
            named = tuple(
                replace(m, value=meant.value) if m in courses and m.value == slip.value else m for m in mentions
            )
            return with_slips_put_right(named, text)
    return mentions
