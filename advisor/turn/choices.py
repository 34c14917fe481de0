"""Tell whether two courses are set side by side to choose between, or to have both paid for."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.dialogue.asking import Ask
from advisor.turn.wants import ASKED_AGAIN

_EITHER = re.compile(r"\b(?:or|vs\.?|versus)\b", re.IGNORECASE)
WHICH_OF_THEM = re.compile(
    r"\bwhich (?:one|of (?:the )?(?:two|three|those|these|them)|(?:is|would be|suits|fits|should|would|do you))\b|\bwhich\W*$",
    re.IGNORECASE,
)
_MONEY_OF_THEM = re.compile(
    r"\b(?:cover|covers|covered|pays?(?! off)|paid|funds?|funded|fundable|free|gratis|scholarships?|money|on the house)\b(?! (?:period|time|school))",
    re.IGNORECASE,
)
"""Asked of two courses side by side, it wants a verdict on both and no choice between them."""
_SAYS_LITTLE = {"recommend", "comparison", "overview", "glossary", "eligibility", "next_course"}


def is_choice(ask: Ask) -> bool:
    """Return whether the words set two courses side by side and name nothing else that is wanted of them."""
    apart = _EITHER.search(ask.text) or WHICH_OF_THEM.search(ask.text)
    return len(ask.courses) > 1 and bool(apart) and not ask.cues - _SAYS_LITTLE and not _MONEY_OF_THEM.search(ask.text)


def of_the_money(ask: Ask) -> Ask:
    """Read "LBC or SL, does the DfE cover either" as asking of both whether they are funded."""
    sides = len(ask.courses) > 1 and _EITHER.search(ask.text) and _MONEY_OF_THEM.search(ask.text)
    return replace(ask, intents=ask.intents | {"funding": 1.0}) if sides and not ask.cues - _SAYS_LITTLE else ask


def as_choice(ask: Ask) -> Ask:
    """Return the ask as one for a choice between the courses that it names."""
    return replace(
        ask, intents={**ask.intents, "recommend": ASKED_AGAIN, "comparison": ASKED_AGAIN}, bare=False, choice=True
    )
