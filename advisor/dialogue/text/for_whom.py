"""Tell whether what is asked is asked for oneself, or for somebody else who is spoken of."""

from __future__ import annotations

import re

_FOR_ANOTHER = re.compile(
    r"\b(?:can|could|does|is|should|will|would|must|has|did|may|are) (?:she|he|they|her|him|their|(?:our|my) (?:\w+ )?(?:deputy|head\w*|colleagues?|friend|wife|husband|partner|senco|teachers?|tas?|\w+ lead|leads?|assistant|staff|team|boss|sister|brother|daughter|son|mum))\b|"
    r"\bfor (?:her|him|them)\b|\b(?:tell|advise|help|get) (?:her|him|them)\b|\b(?:she|he) (?:wants|wonders|asks|would|'d like|needs)\b"
)
_FOR_ONESELF = re.compile(
    r"\b(?:can|could|do|am|should|will|would|must|may) i\b(?! (?:tell|say|advise|book|send|pay|put|let|help|support|sign|need to))|\bfor me\b|\bmine\b|\bme\?|\bmyself\b|"
    r"\bi(?:'d)? (?:really |also |still |now |just )?(?:want|fancy|would like|wanna|like to|love to)\b(?! (?:her|him|them|to (?:send|put|get) (?:her|him|them)))"
)
_ONLY_FOR_ONESELF = re.compile(
    r"\b(?:only|just) (?:for )?me\b|\babout mine\b|\bfor myself\b|\bi want (?:to )?(?:do |the |an )?npq|\bsame (?:course|one|npq) for me\b"
)


def asks_for_another(lower: str) -> bool:
    """Return whether the words ask for somebody else.

    >>> asks_for_another("my deputy passed npqsl, can she do npqh?"), asks_for_another("my wife did npqh. can i?")
    (True, False)
    """
    return bool(_FOR_ANOTHER.search(lower)) and not _ONLY_FOR_ONESELF.search(lower)


def asks_for_oneself(lower: str) -> bool:
    """Return whether the words ask for the one who writes, and for nobody else.

    >>> asks_for_oneself("my wife did npqh. can i?"), asks_for_oneself("can i book it for her?")
    (True, False)
    """
    return bool(_FOR_ONESELF.search(lower)) and not asks_for_another(lower)
