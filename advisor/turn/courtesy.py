"""The few sentences that give no advice: greetings, thanks, and what to do with an empty message."""

from __future__ import annotations

from advisor.answering.said import Part, Said
from advisor.turn.conduct import Conduct

_GREETING = (
    "Hello! I can help you choose a National Professional Qualification, check whether it is funded, or tell you what it involves.",
    "What is your role, and what would you like to do next?",
)
_THANKS = ("You're welcome.", "Ask me anything else about NPQs whenever you like.")
_START_AGAIN = ("I have forgotten what you told me.", "What would you like to know about NPQs?")
_FOREIGN = ("I can only read and answer in English, so please check that I have understood you.",)
_EMPTY = ("Please type a question about NPQs, for example: which NPQ suits a head of department, or is NPQSL funded?",)
_TOO_LONG = (
    "That is longer than I can read at once.",
    "Please send your question in at most 1,000 characters, leaving out names and personal details.",
)


def courtesy_part(conduct: Conduct | None) -> Part:
    """Return the courteous words for a greeting, thanks or a fresh start; for None, that only English is read."""
    match conduct:
        case Conduct.GREETING:
            return _part("clarify", _GREETING)
        case Conduct.THANKS:
            return _part("answer", _THANKS)
        case Conduct.START_AGAIN:
            return _part("clarify", _START_AGAIN)
        case _:
            return _part("clarify", _FOREIGN)


def empty_part() -> Part:
    """Return what to say to a message without words."""
    return _part("clarify", _EMPTY)


def too_long_part() -> Part:
    """Return what to say to a message over the limit."""
    return _part("clarify", _TOO_LONG)


def _part(kind: str, sentences: tuple[str, ...]) -> Part:
    return Part(kind, tuple(Said(sentence) for sentence in sentences))
