"""Read words that speak of one person: what is asked, of which courses, what was told, and the memory after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from advisor.core.facts import FACTS
from advisor.dialogue.asking import Ask, Encode, but_told, find_asks
from advisor.dialogue.bare_names import with_bare_names
from advisor.dialogue.courses import find_courses, find_past_courses, is_named_by_noun, with_head_nouns
from advisor.dialogue.keeping import keep
from advisor.dialogue.lexicon import Lexicon
from advisor.dialogue.nationality import without_nationality
from advisor.dialogue.slots.answers import starts_plainly
from advisor.dialogue.slots.polarity import is_supposed, speaks_of_later, speaks_of_now
from advisor.dialogue.slots.setting import LIST_FACTS, WHERE_FACTS
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.state import DialogueState, Pending, Person
from advisor.dialogue.subjects import change_subject
from advisor.dialogue.telling import find_workplace, read_slots
from advisor.dialogue.text.definitions import without_asking_back
from advisor.dialogue.text.doubting import guesses_reason
from advisor.dialogue.text.names import Mention
from advisor.dialogue.text.segments import split_segments
from advisor.dialogue.text.slips import with_slips_put_right
from advisor.dialogue.text.spelling import Spelled
from advisor.dialogue.to_come import words_of_place_to_come
from advisor.dialogue.told.hearing import with_beliefs, with_told
from advisor.dialogue.turning_to import turns_to

_BRIEF = 5
SHARPENS = ("role", "aims", "phase")
"""Facts that are asked only to sharpen a recommendation."""
_TODAY = re.compile(
    r"\b(?:it's|its|it has|that's|thats|that has|things have|this has|the rules have|rules have|they've|has (?:it|that|this)|have (?:things|the rules|they)) (?:now |all |since )?changed\b|"
    r"^\W*(?:(?:ok|okay|so|and|but|right|what about|how about|well|then)\W+)*+(?:now|today|these days|nowadays|currently|as of now|at the moment)\W*$|"
    r"\b(?:and|what about|how about|how is it|what's it like|what is it) (?:now|today|these days|nowadays|currently)\W*$|"
    r"\b(?:under|by|with) (?:the|these) (?:new|present|current|latest) rules\b|\b(?:start|started|begin|began|apply|applied|do it|did it|sign up|signed up) (?:right )?now\b"
)
"""Turns from an intake that is over or far off to the one that is open: "so it's changed, and for us?"."""
_LIST_NAMED = re.compile(r"\blists?$")
_MATTERS = re.compile(
    r"\b(?:does|do|will|would|did) (?:it|that|this)(?: \w+)? (?:matter|count|change|affect|make (?:a|any) difference)\b"
)


@dataclass(frozen=True, slots=True)
class Understanding:
    """What one message says and asks, and the memory after it."""

    text: str
    asks: tuple[Ask, ...]
    courses: tuple[str, ...]
    slots: tuple[SlotValue, ...]
    state: DialogueState
    answered: Pending | None = None  # the adviser's question that this message answers
    unsure: bool = False  # the answer was "I don't know"
    words: str = ""  # the message without what an enquiry passed on was wrapped in
    wants_verdict: float = 0.0  # how far the learned reader believes that a verdict is wanted


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message is read with, and whether it speaks in the writer's own name."""

    as_of: date
    lexicon: Lexicon
    encode: Encode | None
    in_own_name: bool


def understand_one(text: str, state: DialogueState, heard: Heard) -> Understanding:
    """Return what words that speak of one person say and ask, and the memory after them."""
    as_of, lexicon, encode = heard.as_of, heard.lexicon, heard.encode
    spelled = lexicon.speller.correct(text)
    lower = without_asking_back(spelled.text.lower())
    segments = split_segments(spelled.text)
    put_right = with_slips_put_right(lexicon.names.find(spelled.text), spelled.text)
    named = with_head_nouns(put_right, spelled.text)
    mentions = _outside_courses(with_bare_names(named, spelled.text, state))
    facts = {name: dict(table) for name, table in lexicon.names.setting_facts.items()}
    change = turns_to(lower, state, in_own_name=heard.in_own_name)
    turned = change_subject(state, change) if change else state
    turned = _of_today(_as_it_is(turned, lower), lower).model_copy(update={"turn": state.turn + 1})
    known = {name: fact.value for name, fact in turned.person.facts.items()}
    reading = Reading(
        spelled.text,
        lower,
        without_nationality(mentions, lower, known),
        segments,
        as_of,
        facts,
        state.courses,
        known,
        turned.subject,
        lexicon.earlier,
        turned.last_question,
        _fact_asked(turned),
    )
    if (learned_reader := lexicon.told if encode is not None else None) is not None:
        reading = with_beliefs(reading, learned_reader, turned)
    slots, answered, unsure = with_told(read_slots(reading, turned), reading, turned, learned_reader)
    slots = _without_guesses(slots, reading) if turned.decided else slots
    if turned.together and (change or answered or slots):
        turned = turned.model_copy(update={"together": ()})  # one of them alone is spoken of now
    learned = keep(turned, slots, spelled, answered if unsure else _passed_over(turned, slots))
    to_come = _is_to_come(lower, turned, slots)
    coming = (_told_of_place_to_come(reading, turned, heard) or turned.coming) if to_come else None
    learned = learned.model_copy(update={"to_come": to_come, "coming": coming})
    supposed = _supposed(reading, slots)
    if supposed and turned.set_aside is None:
        as_told = keep(turned, tuple(slot for slot in slots if slot not in supposed), spelled, None)
        learned = learned.model_copy(update={"set_aside": as_told.person})
    reading = replace(reading, known=_with_headship(known, slots))
    found = find_courses(reading, turned)
    cohorts = tuple(dict.fromkeys(str(slot.value) for slot in slots if slot.fact == "cohort_id"))
    found_asks = find_asks(reading, learned, found, lexicon, encode)
    told_lists = tuple(
        reading.text[slot.start : slot.end] for slot in slots if slot.fact in LIST_FACTS and not slot.hedged
    )
    asks = tuple(replace(but_told(ask, told_lists, lexicon), cohorts=cohorts) for ask in found_asks)
    past = find_past_courses(reading)
    # "I passed NPQH in 2019" as an answer leaves the talk where it was; "I failed NPQH, what now?" turns to it.
    turns_to_it = not turned.courses or (any(segment.asks for segment in segments) and not _MATTERS.search(lower))
    focus = found or (past if turns_to_it else ()) or turned.courses
    recent = tuple(dict.fromkeys((*(c for c in turned.recent_courses if c not in found), *found)))[-6:]
    learned = learned.model_copy(update={"courses": focus, "recent_courses": recent})
    return Understanding(
        spelled.text, asks, found, slots, learned, answered, unsure, wants_verdict=reading.wants_verdict
    )


def _without_guesses(slots: tuple[SlotValue, ...], reading: Reading) -> tuple[SlotValue, ...]:
    """Return the facts but those in a question that guesses at the reason for the last verdict."""
    guesses = [(s.start, s.start + len(s.text)) for s in reading.segments if s.asks and guesses_reason(s.text)]
    return tuple(slot for slot in slots if not any(start <= slot.start < end for start, end in guesses))


def _fact_asked(state: DialogueState) -> str:
    """Return the fact that was asked for last, or the list asked about before that; none where nothing is open."""
    asked = state.pending or state.still_open
    return asked.fact if asked is not None else ""


def _with_headship(known: dict[str, object], slots: tuple[SlotValue, ...]) -> dict[str, object]:
    """Return what was known with whether this message's person is a head: it tells which coaching is meant."""
    told = {slot.fact: slot.value for slot in slots if slot.fact == "is_headteacher" and not slot.hedged}
    return known | told


def _passed_over(state: DialogueState, slots: tuple[SlotValue, ...]) -> Pending | None:
    """Return the question that would only have sharpened a recommendation, where other facts were told instead.

    It is not asked a third time; what a verdict needs is.
    """
    asked = state.pending
    if asked is None or asked.fact not in SHARPENS or not slots or any(slot.fact == asked.fact for slot in slots):
        return None
    return asked


def _supposed(reading: Reading, slots: tuple[SlotValue, ...]) -> tuple[SlotValue, ...]:
    """Return the facts that a message only tries out: those in the very sentences that suppose."""
    if not reading.supposes:
        return ()
    starts = [segment.start for segment in reading.segments] or [0]
    places = [
        (start, end)
        for start, end in zip(starts, [*starts[1:], len(reading.lower)], strict=True)
        if is_supposed(reading.lower[start:end])
    ]
    return tuple(slot for slot in slots if any(start <= slot.start < end for start, end in places))


def _is_to_come(lower: str, state: DialogueState, slots: tuple[SlotValue, ...]) -> bool:
    """Return whether the job spoken of is still to come: said so now, or before and not put right since."""
    present = speaks_of_now(lower) and any(slot.fact in WHERE_FACTS for slot in slots)
    return speaks_of_later(lower) or (state.to_come and not present)


def _told_of_place_to_come(reading: Reading, state: DialogueState, heard: Heard) -> Person | None:
    """Return what a message tells of a workplace still to come, None where it tells nothing of one."""
    words = "" if reading.supposes else words_of_place_to_come(reading.text)
    if not words:
        return None
    spelled = Spelled(words, words, ())  # the message's own spelling has been put right
    there = replace(
        reading,
        text=spelled.text,
        lower=spelled.text.lower(),
        mentions=_outside_courses(heard.lexicon.names.find(spelled.text)),
        segments=split_segments(spelled.text),
        known={},
    )
    slots = tuple(slot for slot in find_workplace(there) if slot.fact in FACTS)
    person = keep(DialogueState(turn=state.turn), slots, spelled, None).person
    return person if person.facts.keys() & WHERE_FACTS else None


def _as_it_is(state: DialogueState, lower: str) -> DialogueState:
    """Return the state without what the last message only supposed, unless this one answers what was asked of that."""
    if state.set_aside is None:
        return state
    if state.pending is not None and len(lower.split()) <= _BRIEF and "?" not in lower and starts_plainly(lower):
        return state
    return state.with_person(state.set_aside).model_copy(update={"set_aside": None, "pending": None})


def _of_today(state: DialogueState, lower: str) -> DialogueState:
    """Return the state without the intake spoken of, where the words turn to the one that is open now."""
    if "cohort_id" not in state.person.facts or not _TODAY.search(lower):
        return state
    facts = {name: known for name, known in state.person.facts.items() if name != "cohort_id"}
    return state.with_person(state.person.model_copy(update={"facts": facts}))


def _outside_courses(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Drop what stands inside a name: "primary maths NPQ" and "the 16-19 list" tell of no phase and no workplace."""
    named = [m for m in mentions if m.kind == "course" or is_named_by_noun(m)]
    told = {"role", "setting", "phase", "subject", "aim", "list", "place"}
    lists = [m for m in mentions if m.kind == "list" and _LIST_NAMED.search(m.text.lower())]
    return tuple(
        m
        for m in mentions
        if not (m.kind in told and _lies_in(m, named)) and not (m.kind in ("setting", "phase") and _lies_in(m, lists))
    )


def _lies_in(mention: Mention, names: Sequence[Mention]) -> bool:
    """Return whether a mention is part of one of these names."""
    return any(name.start <= mention.start and mention.end <= name.end for name in names)
