"""Read one message against the conversation so far: what is asked, of which courses, and what was told of whom.

What to answer is for the answering part; where to look is for retrieval.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from advisor.dialogue.asking import Encode, says_nothing
from advisor.dialogue.lexicon import Lexicon
from advisor.dialogue.one_person import Heard, Understanding, understand_one
from advisor.dialogue.several import (
    Stretch,
    asked_of,
    asks_of_all,
    is_at_school,
    split_stretches,
)
from advisor.dialogue.slots.polarity import is_supposed
from advisor.dialogue.slots.setting import LIST_FACTS, WHERE_FACTS
from advisor.dialogue.state import SELF, Beside, DialogueState, Person
from advisor.dialogue.subjects import change_subject, find_relayed, share_workplace, split_people

_FEWEST_TOLD = 2
_PLACE_OF_ALL = {"works_in_england", "nation"}
_OURS = re.compile(r"\b(?:we|we're|we've|our|us)\b")


def understand(text: str, state: DialogueState, as_of: date, lexicon: Lexicon, encode: Encode | None) -> Understanding:
    """Read `text` (already clean); `encode` is None while the model is loading, then cues alone decide."""
    relayed = lexicon.relaying.read(text)
    words = relayed.words
    change = find_relayed(relayed, lexicon.relaying, state)
    if change is not None:
        state = change_subject(state, change)
    heard = Heard(as_of, lexicon, encode, in_own_name=relayed.who is None or (relayed.counted and change is None))
    return replace(_of_one_or_several(words, state, heard), words=words)


def _of_one_or_several(words: str, state: DialogueState, heard: Heard) -> Understanding:
    told = _tell_apart(words, state, heard)
    if len(told) >= _FEWEST_TOLD:
        return _of_several(words, state, told, heard)
    if (singled := _one_singled_out(words, state, heard)) is not None:
        return singled
    if (people := split_people(words)) is not None:
        first = understand_one(people[0], state, heard)
        if not any(ask.is_question and not says_nothing(ask.text) for ask in first.asks):
            return _of_another(people[1], first, heard)
    return understand_one(words, state, heard)


def _tell_apart(words: str, state: DialogueState, heard: Heard) -> tuple[tuple[Beside, Person], ...]:
    """Return what is told of each of several people, where the same is asked of all of them."""
    if not asks_of_all(words) or is_supposed(words.lower()):
        return ()
    return _told_of_each(words, state, heard)


def _told_of_each(
    words: str, state: DialogueState, heard: Heard, alone: bool = False
) -> tuple[tuple[Beside, Person], ...]:
    """Return those of whom a workplace is told, with what is told of each alone."""
    others = (state.subject,) if state.subject != SELF else ()
    stretches = split_stretches(words, {m.text.lower() for m in heard.lexicon.names.find(words)}, *others)
    shared = any(stretch.who != SELF and _OURS.search(stretch.words.lower()) for stretch in stretches)
    if len(stretches) < _FEWEST_TOLD or (alone and shared):
        return ()  # "my head confirmed we are on the list" tells of one place
    told: list[tuple[Beside, Person]] = []
    before = state.person
    for stretch in stretches:
        read = _read_alone(stretch, before, state, heard)
        telling = WHERE_FACTS | ({*LIST_FACTS} if is_at_school(stretch.who) else set())
        if read.state.person.facts.keys() & telling:
            told.append((Beside(subject=stretch.who, courses=read.courses), read.state.person))
            before = read.state.person
    return _with_place_of_all(tuple(told), words[: words.find(stretches[0].words)], state, heard)


def _with_place_of_all(
    told: tuple[tuple[Beside, Person], ...], lead: str, state: DialogueState, heard: Heard
) -> tuple[tuple[Beside, Person], ...]:
    """Return those told of with the place named before the first of them, "Cheltenham: I'm in …", where theirs is not told."""
    if not lead.strip(" ,;:.-") or not told:
        return told
    read = _read_alone(Stretch(SELF, lead), Person(), state, heard).state.person.facts
    place = {name: read[name] for name in _PLACE_OF_ALL if name in read}
    return tuple(
        (
            each,
            person
            if _PLACE_OF_ALL & person.facts.keys()
            else person.model_copy(update={"facts": place | person.facts}),
        )
        for each, person in told
    )


def _read_alone(stretch: Stretch, before: Person, state: DialogueState, heard: Heard) -> Understanding:
    """Return what one stretch tells of its person, who starts with a workplace only where it is shared."""
    known = state.people.get(stretch.who, Person()) if stretch.who == SELF else share_workplace(stretch.words, before)
    fresh = DialogueState(turn=state.turn, subject=stretch.who, people={stretch.who: known})
    return understand_one(stretch.words, fresh, replace(heard, encode=None, in_own_name=False))


def _of_several(
    words: str, state: DialogueState, told: tuple[tuple[Beside, Person], ...], heard: Heard
) -> Understanding:
    """Read what is asked in the whole message, and keep of each person what was told of them alone."""
    whole = understand_one(words, state.model_copy(update={"pending": None}), heard)
    intake = {name: known for name, known in whole.state.person.facts.items() if name == "cohort_id"}
    people = {
        each.subject: person.model_copy(update={"facts": intake | person.facts, "courses": each.courses})
        for each, person in told
    }
    learned = whole.state.model_copy(
        update={
            "people": {**state.people, **people},
            "subject": told[-1][0].subject,
            "together": tuple(each for each, _ in told),
            "set_aside": None,
        }
    )
    return replace(whole, state=learned, answered=None, unsure=False)


def _one_singled_out(words: str, state: DialogueState, heard: Heard) -> Understanding | None:
    """Return a message that tells of oneself and one other, and asks of one of them: neither's workplace is the other's."""
    who = asked_of(words)
    told = _told_of_each(words, state, heard, alone=True) if who and not is_supposed(words.lower()) else ()
    subjects = [each.subject for each, _ in told]
    if len(told) != _FEWEST_TOLD or SELF not in subjects:
        return None
    whole = understand_one(words, state.model_copy(update={"pending": None}), heard)
    intake = {name: known for name, known in whole.state.person.facts.items() if name == "cohort_id"}
    people = {each.subject: person.model_copy(update={"facts": intake | person.facts}) for each, person in told}
    asked = SELF if who == SELF else next(subject for subject in subjects if subject != SELF)
    update = {"people": {**state.people, **people}, "subject": asked, "together": (), "set_aside": None}
    return replace(whole, state=whole.state.model_copy(update=update), answered=None, unsure=False)


def _of_another(text: str, first: Understanding, heard: Heard) -> Understanding:
    """Read the rest of a message that turns to another person, after what it told of the first."""
    then = first.state.model_copy(update={"turn": first.state.turn - 1, "pending": None})
    rest = understand_one(text, then, heard)
    asks = tuple(ask if ask.courses else replace(ask, courses=first.courses) for ask in rest.asks)
    return replace(rest, asks=asks, courses=rest.courses or first.courses)
