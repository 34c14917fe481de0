"""A turn of a conversation read by exact words, ready to be answered from the shipped content."""

from __future__ import annotations

from datetime import date

from advisor.dialogue.asking import Ask
from advisor.dialogue.state import DialogueState
from advisor.dialogue.understanding import understand
from advisor.turn.asks import complete_asks
from advisor.turn.needs import Turn
from tests.advisers import TODAY, adviser


def turn_of(*messages: str, state: DialogueState | None = None, as_of: date = TODAY) -> tuple[tuple[Ask, ...], Turn]:
    """Return what the last message asks, completed, and the turn that answers it; earlier asks are remembered."""
    needs = adviser().needs
    before = state or DialogueState()
    asks: tuple[Ask, ...] = ()
    for message in messages:
        understood = understand(message, before, as_of, needs.lexicon, None)
        asks = complete_asks(understood, before)
        wanted = tuple(name for ask in asks for name, p in ask.intents.items() if p >= 0.5)
        after = understood.state
        before = after.model_copy(update={"intents": wanted or after.intents})
    return asks, Turn(after, as_of, needs)


def one(*messages: str, as_of: date = TODAY) -> tuple[Ask, Turn]:
    """Return the same where one thing is asked."""
    (ask,), turn = turn_of(*messages, as_of=as_of)
    return ask, turn
