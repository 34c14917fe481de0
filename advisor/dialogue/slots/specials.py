"""Read the facts that single courses ask for: SENCO role and start, mastery evidence, headship NPQ stage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.lead_mentor import find_lead_mentor
from advisor.dialogue.slots.mastery import find_mastery
from advisor.dialogue.slots.npqh import find_npqh_stage
from advisor.dialogue.slots.polarity import is_hedged
from advisor.dialogue.slots.referral import find_referral
from advisor.dialogue.slots.senco import find_senco
from advisor.dialogue.slots.slot import Reading, SlotValue

_NO_QTS = re.compile(
    r"\b(?:no|not got|never got|don'?t have|do not have|haven'?t got|have no|lack|hasn'?t got|doesn'?t have|got no)(?: any| my| the)? (?:qts|qualified teacher status)\b|"
    r"\b(?:i'm|im|i am|she's|he's|she is|he is|as)(?: still| currently| just)? (?:an? )?(?:unqualified|not (?:an? )?qualified)(?! for)\b|\bunqualified teacher here\b"
)
_QTS = re.compile(
    r"\b(?:have|has|got|hold|gained|with|'ve)(?: my| already)? (?:qts|qualified teacher status)\b|\b(?:i'm|im|i am) an? qualified teacher\b"
)
_ASKS_QTS = re.compile(
    r"\b(?:need|required?|must|should|have to|if|whether|without|do (?:i|you|they)|does (?:it|one)|is|are|can)\b[^.!?,;]{0,12}\b(?:qts|qualified teacher\w*|unqualified)\W*[^.!?,;]*$"
)


def find_specials(reading: Reading) -> Iterator[SlotValue]:
    """Yield facts on mastery, the SENCO role and its start, and the stage of the headship NPQ."""
    yield from find_mastery(reading)
    yield from find_senco(reading)
    yield from _find_qts(reading)
    yield from find_npqh_stage(reading)
    yield from find_referral(reading)
    yield from find_lead_mentor(reading)


def _find_qts(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether the person says to have qualified teacher status; "do I need QTS?" says nothing."""
    for pattern, value in ((_NO_QTS, False), (_QTS, True)):
        match = pattern.search(reading.lower)
        if match and not is_hedged(reading.lower, *match.span()) and not _ASKS_QTS.search(reading.lower[: match.end()]):
            yield SlotValue("has_qts", value, *match.span())
            return
