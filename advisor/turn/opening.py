"""Open a reply to several questions about "it" with the course that fits, where none was named."""

from __future__ import annotations

from dataclasses import replace

from advisor.dialogue.asking import Ask
from advisor.turn.answered import Answered
from advisor.turn.needs import Turn
from advisor.turn.recommending import can_recommend, recommend

_SENTENCES = 2


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
