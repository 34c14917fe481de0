"""Tell whether the words turn to another of the people told of, by name, by "she", or by "the other one"."""

from __future__ import annotations

import re

from advisor.dialogue.several import find_named, find_the_other, find_the_other_of_two
from advisor.dialogue.slots.setting import LIST_FACTS, WHERE_FACTS
from advisor.dialogue.state import SELF, DialogueState
from advisor.dialogue.subjects import SubjectChange, find_subject

_PAIR = 2
_HERS = re.compile(r"\b(?:she|her|hers|he|him|his)\b")
_MINE = re.compile(r"\b(?:i|me|my|mine|we|us|both|each|either)\b")


def turns_to(lower: str, state: DialogueState, *, in_own_name: bool) -> SubjectChange | None:
    """Return whom the words turn to, None where they stay with the person spoken of; `in_own_name` unless an enquiry is passed on."""
    change = _by_name(lower, state) or find_subject(lower, state.subject) or _one_of_two(lower, state)
    # In an enquiry passed on, "for me" is the one who wrote it.
    return None if change and change.subject == SELF and not in_own_name else change


def _by_name(lower: str, state: DialogueState) -> SubjectChange | None:
    """Return who of those told of by name is spoken of now: "so Tom?", "and the other one?"."""
    who = find_named(lower, state.people) or find_the_other(lower, state.people, state.subject)
    turns = who is not None and (who != state.subject or bool(state.together))
    return SubjectChange(who, shares_workplace=False) if who is not None and turns else None


def _one_of_two(lower: str, state: DialogueState) -> SubjectChange | None:
    """Return the one other person told of beside oneself, where only "she" or "his" is said: "would DfE fund her?"."""
    pair = _told_pair(state)
    if (other := find_the_other_of_two(lower, pair, state.subject)) is not None:
        return SubjectChange(other, shares_workplace=False)
    others = [subject for subject in pair if subject != SELF]
    if SELF not in pair or len(others) != 1 or not _HERS.search(lower) or _MINE.search(lower):
        return None
    turns = others[0] != state.subject or bool(state.together)
    return SubjectChange(others[0], shares_workplace=False) if turns else None


def _told_pair(state: DialogueState) -> tuple[str, ...]:
    """Return the two people of whom a workplace is told, none where it is told of more or fewer."""
    if state.together:
        pair = tuple(each.subject for each in state.together)
    else:
        telling = WHERE_FACTS | {*LIST_FACTS}
        pair = tuple(who for who, person in state.people.items() if telling & person.facts.keys())
    return pair if len(pair) == _PAIR else ()
