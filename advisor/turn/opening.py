"""Open a reply to several questions about "it" with the course that fits, where none was named."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part
from advisor.answering.selecting import say
from advisor.dialogue.understanding import Ask
from advisor.turn.answered import Answered
from advisor.turn.needs import Turn
from advisor.turn.recommending import can_recommend, recommend

_SENTENCES = 2
_ALL_FREE = re.compile(
    r"\b(?:all|every|each)\b(?: of)?(?: the)?(?: ten)? npqs?\b[\w\s]{0,12}\b(?:free|funded|paid for)\b(?!\s*(?:\?|or not))|\bnpqs are (?:all |now |all now )?free\b(?!\s*\?)"
)
_PREMISE = "faq-funding-overview"


def correct_premise(text: str, turn: Turn) -> Answered | None:
    """Return the sentence that sets right what a message takes for granted and does not ask: that every NPQ is free."""
    match = _ALL_FREE.search(text.lower())
    entry = turn.needs.base.entries.get(_PREMISE)
    if (
        match is None
        or entry is None
        or re.search(
            r"\b(?:is it true|are|true\W*$|right\W*$|says?|said)\b",
            text.lower()[: match.start()] + text.lower()[match.end() :],
        )
    ):
        return None
    first = entry.statements[0]
    return Answered(Part("answer", (say(first, entry),), None, (first.id,), entry=entry.id), intents=("funding",))


def opening_for(asks: tuple[Ask, ...], turn: Turn) -> Answered | None:
    """Return the recommendation in brief: several things are asked, no course is named, and one clearly fits."""
    if len(asks) < 2 or any(ask.courses for ask in asks) or turn.state.courses:
        return None
    facts = turn.state.person.facts
    if (
        "role" not in facts
        or not ({"aims", "role_wanted", "subject"} & set(facts))
        or any("recommend" in ask.cues for ask in asks)
    ):
        return None
    if not can_recommend(asks[0], turn):
        return None
    found = recommend(asks[0], turn)
    brief = replace(found.part, said=found.part.said[:_SENTENCES], statement_ids=())
    return Answered(brief, found.verdicts, found.facts, None, found, ("recommend",))
