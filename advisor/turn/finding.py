"""Search for what might answer one ask, with and without the words around it."""

from __future__ import annotations

from advisor.dialogue.understanding import Ask
from advisor.turn.needs import Turn
from advisor.turn.routing import Candidate, weigh

_DEPTH = 24


def find_candidates(ask: Ask, turn: Turn) -> tuple[Candidate, ...]:
    """Return the entries that might answer, best first."""
    search = turn.needs.retriever.search
    hits = search(ask.text, _DEPTH, turn.as_of)
    if ask.whole and ask.whole != ask.text:
        hits = [*hits, *search(ask.whole, _DEPTH, turn.as_of)]
    if ask.carried and turn.state.last_question and ask.text != turn.state.last_question:
        hits = [*hits, *search(f"{turn.state.last_question} {ask.text}", _DEPTH // 2, turn.as_of)]
    return weigh(ask, hits, turn.needs.base, turn.needs.lexicon.intents, turn.as_of, is_outside(ask, turn))


def is_outside(ask: Ask, turn: Turn) -> bool:
    """Return whether the words name something people confuse with NPQs, and no NPQ."""
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(ask.whole or ask.text)}
    return "not_npq" in kinds and not kinds & {"course", "family", "legacy"} and not ask.courses
