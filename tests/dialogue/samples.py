"""Readings of single messages with the shipped names, and the facts that a finder draws from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from advisor.dialogue.lexicon import Lexicon, make_lexicon
from advisor.dialogue.one_person import Understanding
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.state import DialogueState
from advisor.dialogue.text.names import NameBook, make_name_book
from advisor.dialogue.text.segments import split_segments
from advisor.dialogue.understanding import understand
from advisor.knowledge.loader import read_table
from advisor.settings import PROJECT

KNOWLEDGE = PROJECT / "knowledge"
TODAY = date(2026, 11, 21)
Finder = Callable[[Reading], Iterator[SlotValue]]


@lru_cache(maxsize=1)
def name_book() -> NameBook:
    return make_name_book(read_table(KNOWLEDGE, "names.toml"), read_table(KNOWLEDGE, "places.toml"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped words, without spelling and without a classifier: exact words alone decide."""
    names, places, intents = (read_table(KNOWLEDGE, f"{name}.toml") for name in ("names", "places", "intents"))
    return make_lexicon(names, places, intents, (), (), earlier=read_table(KNOWLEDGE, "earlier.toml"))


def read(
    text: str, as_of: date = TODAY, courses: tuple[str, ...] = (), known: Mapping[str, object] | None = None
) -> Reading:
    """Return the reading of one message by itself."""
    book = name_book()
    facts = {name: dict(table) for name, table in book.setting_facts.items()}
    mentions, segments = book.find(text), split_segments(text)
    return Reading(
        text, text.lower(), mentions, segments, as_of, facts, courses, known or {}, earlier=lexicon().earlier
    )


def told(finder: Finder, text: str, as_of: date = TODAY, courses: tuple[str, ...] = ()) -> dict[str, object]:
    """Return what the message asserts, by fact."""
    return {slot.fact: slot.value for slot in finder(read(text, as_of, courses)) if not slot.hedged}


def hinted(finder: Finder, text: str, as_of: date = TODAY) -> set[str]:
    """Return the facts that the message only hints at."""
    return {slot.fact for slot in finder(read(text, as_of)) if slot.hedged}


def say(text: str, state: DialogueState | None = None, as_of: date = TODAY) -> Understanding:
    """Return what one message is understood to say, by cues alone."""
    return understand(text, state or DialogueState(), as_of, lexicon(), None)


def after(*texts: str, state: DialogueState | None = None) -> DialogueState:
    """Return the memory after several messages, with nothing asked back."""
    for text in texts:
        state = say(text, state).state
    return state or DialogueState()


def known(state: DialogueState) -> dict[str, object]:
    """Return the values known of the person the conversation is about."""
    return {name: value.value for name, value in state.person.facts.items()}
