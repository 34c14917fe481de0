"""Set right what a message takes for granted and does not ask, before the rest of it is answered."""

from __future__ import annotations

import re

from advisor.answering.said import Part
from advisor.dialogue.understanding import Ask
from advisor.turn.answered import Answered
from advisor.turn.entries import standing
from advisor.turn.needs import Turn

_ALL_FREE = re.compile(
    r"\b(?:all|every|each)\b(?: of)?(?: the)?(?: ten)? npqs?\b[\w\s]{0,12}\b(?:free|funded|paid for)\b(?!\s*(?:\?|or not))|\bnpqs are (?:all |now |all now )?free\b(?!\s*\?)"
)
_ASKED = re.compile(r"\b(?:is it true|are|true\W*$|right\W*$|says?|said)\b")
_NPQ_OF = re.compile(r"\bnpq (?:(?:for|in|on) )?(?:the |a |an |school |leading |leadership of )*$")
_TAKES_FOR_GRANTED = frozenset(
    {"length", "workload", "delivery", "cost", "assessment", "content", "providers", "dates", "registering", "results"}
)
"""Who asks how long "the NPQ for PE leads" is believes that there is one."""
_NOT_ALL_FREE = "policy-standing-not-all-free"
_NO_SUCH_NPQ = "policy-standing-no-such-npq"


def correct_premise(text: str, asks: tuple[Ask, ...], turn: Turn) -> Answered | None:
    """Return the sentence that sets right what is taken for granted, None where nothing is.

    That is: that every NPQ is free, or that there is an NPQ of a name that none has.
    """
    if _takes_all_as_free(text.lower()):
        return _first_of(_NOT_ALL_FREE, ("funding",), turn)
    looks_for_one = any("recommend" in ask.cues for ask in asks)
    if not looks_for_one and any(_takes_an_npq_for_granted(ask, turn) for ask in asks):
        return _first_of(_NO_SUCH_NPQ, ("overview",), turn)
    return None


def _takes_all_as_free(lower: str) -> bool:
    match = _ALL_FREE.search(lower)
    return match is not None and not _ASKED.search(lower[: match.start()] + lower[match.end() :])


def _takes_an_npq_for_granted(ask: Ask, turn: Turn) -> bool:
    asked = ask.cues & _TAKES_FOR_GRANTED
    if ask.courses or not (asked or "funding" in ask.cues):
        return False
    lower = (ask.around or ask.whole or ask.text).lower()
    # "Is an NPQ for teaching assistants funded?" may well ask of the NPQs that they can take.
    return any(
        mention.kind == "without_npq"
        and (asked or mention.value != "staff")
        and _NPQ_OF.search(lower[: mention.start]) is not None
        for mention in turn.needs.lexicon.names.find(lower)
    )


def _first_of(entry_id: str, intents: tuple[str, ...], turn: Turn) -> Answered:
    ids = (f"{entry_id}.1",)
    return Answered(Part("answer", standing(turn.needs.base, ids), None, ids, entry=entry_id), intents=intents)
