"""Answer what a course costs whoever has no scholarship: a verdict says nothing of that."""

from __future__ import annotations

import re

from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from

_FEE_IF_UNFUNDED = re.compile(
    r"\b(?:how much|price|cost\w*|fees?|charge\w*)\b[^.?!]{0,30}\b(?:if|where|when|without)\b[^.?!]{0,25}"
    r"\b(?:not|isn't|isnt|aren't|arent|no|un)[- ]?(?:be |being |get |got |a |the )*(?:free|fund\w*|paid|eligible|scholarship)\b|"
    r"\b(?:how much|price|cost\w*|fees?)\b[^.?!]{0,30}\bwithout (?:the |a |any )?(?:fund\w*|scholarship)\b"
)

_WHETHER_FUNDED = re.compile(r"\b(?:funded|free|eligible|scholarship|paid for)\b")
"""Asked before the price, it wants the verdict with the price beside it."""


def of_fee_if_unfunded(wanted: Wanted) -> Answered | None:
    """Return the prices of the one course asked about, where they are asked for in case DfE does not pay."""
    ask, turn = wanted.ask, wanted.turn
    match = _FEE_IF_UNFUNDED.search(ask.text.lower())
    if len(ask.courses) != 1 or match is None or _WHETHER_FUNDED.search(ask.text.lower()[: match.start()]):
        return None
    entry = turn.needs.base.attribute(ask.courses[0], "price", turn.as_of)
    if entry is None:
        return None
    part = answer_from(entry, ask.text, wanted.words, turn.state.said)
    return Answered(part, intents=("cost",))
