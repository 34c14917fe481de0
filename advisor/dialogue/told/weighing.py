"""Weigh what the learned reader believes a message to tell against what the readers of exact words made of it.

What the exact words leave open is filled where the learned reader is sure; what they tell is put right, or taken back,
only where it is surer still. How sure was set on development messages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advisor.dialogue.slots.list_of_place import implied_by, lists_of_place, which_list
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.slots.several_places import tells_of_several_places
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.told.examples import QUESTIONS, Answer
from advisor.dialogue.told.reader import Told, ToldReader

_FILLS = 0.7
_PUTS_RIGHT = 0.9
_TAKES_BACK = 0.96
_NEVER = 2.0
_ABOUT_LISTS = re.compile(
    r"\b(?:premium|pp\d*|rise|(?:top|upper|other|bottom|lower|right|wrong) half|depriv\w+ (?:schools?|list)|"
    r"disadvantag\w+|eligible settings)\b"
)
"""Speaks of a list without its name; a mere "list" may be one of providers, courses or staff."""
_OF_ALL_LISTS = re.compile(r"\b(?:neither|either|both|no lists?|any (?:lists?|of)|none of|all of|the other)\b")
"""Speaks of more lists than are named: "PP50 yes, the other one no"."""
_OF_A_SCHOOL = re.compile(
    r"\w+\s+(?:\w+ )?(?:schools?|academy|primary|secondary|comp|comprehensive|infants?|juniors?|pru|utc)\b"
)
"""A list told as the kind of place, however short: "RISE school in Hull, npqll?"."""
_UNCHECKED = re.compile(
    r"(?:\b(?:no ?one|nobody|never|not|none)\b|n't\b)[^.?!;]{0,40}\b(?:check\w*|look\w*|tell|says?|know\w*|ask\w*|seen|heard|sure)\b"
)
"""Tells that nobody has looked, which is no yes: "no one in central team has ever checked any funding list"."""
_SENCO = "senco_in_role"
_EARLIER = "prior_applications"
_ALONE = (_SENCO, "is_headteacher", _EARLIER)
"""Asked of a message only where the adviser had asked for it, or a SENCO is named: "my head says" tells of no headship."""
_VALUES: dict[str, dict[Answer, object]] = {
    _EARLIER: {"no": []},  # which ones there were is told course by course
    _SENCO: {
        "yes": "yes",
        "plans": "no_but_i_plan_to_become_one",
        "no": "no_i_do_not_plan_to_be_a_SENCO",
    },
}
_TRUTH: dict[Answer, object] = {"yes": True, "no": False}


def facts_spoken_of(reading: Reading) -> tuple[str, ...]:
    """Return the facts that the learned reader is to be asked of a message, none where it only supposes something."""
    if reading.supposes:
        return ()
    of_one_place = not tells_of_several_places(reading.lower)  # of several, which one is listed nobody said
    own = tuple(fact for fact in lists_of_place(reading) if of_one_place and fact in QUESTIONS)
    named = _named(reading)
    spoken_of = bool(named) or bool(_ABOUT_LISTS.search(reading.lower))
    of_all = _OF_ALL_LISTS.search(reading.lower) and (spoken_of or reading.asked in own)
    meant = {*own} if of_all or (spoken_of and not named) else named
    # A message that asks something else is no answer: "skint tho, do they pay".
    answers = spoken_of or not any(segment.asks for segment in reading.segments)
    lists = tuple(fact for fact in own if fact in meant or (fact == reading.asked and answers))
    return lists + tuple(fact for fact in _ALONE if _is_due(fact, reading))


def _is_due(fact: str, reading: Reading) -> bool:
    """Return whether a fact that is not a list is to be asked of a message."""
    if fact == _EARLIER and reading.records(_EARLIER):
        return False
    return fact == reading.asked or (fact == _SENCO and _names_senco(reading))


def _names_senco(reading: Reading) -> bool:
    """Return whether a message names a SENCO, before it is known who is one."""
    return _SENCO not in reading.known and any(mention.value == "senco" for mention in reading.of_kind("role"))


def believe(reading: Reading, reader: ToldReader) -> dict[str, Told]:
    """Return what the learned reader makes of a message, by fact; of what was asked it knows that it was."""
    facts = facts_spoken_of(reading)
    asked = tuple(fact for fact in facts if fact == reading.asked)
    if asked and not _named(reading) and _OF_ALL_LISTS.search(reading.lower):
        both = (*asked, *(fact for fact in facts if fact not in asked))
        return dict(reader.read(reading.text, both, both))  # "neither", "yes to both"
    beside = tuple(fact for fact in facts if fact not in asked)
    return {**reader.read(reading.text, asked, asked), **reader.read(reading.text, beside)}


def weigh(slots: Sequence[SlotValue], told: Mapping[str, Told], reading: Reading) -> tuple[SlotValue, ...]:
    """Return the facts to hold of a message, after what the exact words say and what the learned reader believes."""
    kept = tuple(slots)
    for fact, belief in told.items():
        values = _VALUES.get(fact, _TRUTH)
        said = [slot for slot in kept if slot.fact == fact and not slot.hedged]
        exact: Answer = next(
            (answer for answer, value in values.items() if said and value == said[-1].value), "unknown"
        )
        if belief.answer not in (*values, "unknown") or (said and exact == "unknown"):
            continue
        if exact == belief.answer or belief.shares[belief.answer] < _needed(fact, exact, belief, slots, reading):
            continue
        kept = tuple(slot for slot in kept if slot.fact != fact and not _hangs_on(slot, said))
        if belief.answer != "unknown":
            start, end = _place_of(fact, reading)
            kept += (SlotValue(fact, values[belief.answer], start, end),)
            kept += tuple(implied_by(reading, fact, start, end)) if belief.answer == "yes" else ()
    return kept


def _needed(fact: str, exact: Answer, belief: Told, slots: Sequence[SlotValue], reading: Reading) -> float:
    """Return how sure the learned reader has to be for its answer to be held."""
    if exact != "unknown" and fact not in _named(reading):
        return _NEVER
    if exact == "yes" and _tells_the_place(fact, reading):
        return _NEVER  # "she's done none. PP50 academy": what is denied is another thing
    if exact != "unknown" and belief.answer == "unknown":
        return _NEVER if _tells_the_place(fact, reading) else _TAKES_BACK
    if exact == "no" and _tells_of_all(fact, slots):
        return _NEVER
    if exact != "unknown":
        return _PUTS_RIGHT
    if belief.answer == "yes" and _UNCHECKED.search(reading.lower):
        return _TAKES_BACK
    doubted = any(slot.fact == fact for slot in slots) or any(segment.asks for segment in reading.segments)
    return _PUTS_RIGHT if doubted else _FILLS


def _tells_of_all(fact: str, slots: Sequence[SlotValue]) -> bool:
    """Return whether the same words deny this list and another: "no to both", "in neither"."""
    denied = [slot for slot in slots if slot.fact in LIST_FACTS and slot.value is False]
    own = {(slot.start, slot.end) for slot in denied if slot.fact == fact}
    return any(slot.fact != fact and (slot.start, slot.end) in own for slot in denied)


def _tells_the_place(fact: str, reading: Reading) -> bool:
    """Return whether the name of a list stands straight before a workplace: "PP50 primary"."""
    named = (mention for mention in reading.of_kind("list") if which_list(reading, mention) == fact)
    return any(_OF_A_SCHOOL.match(reading.lower, mention.start) for mention in named)


def _named(reading: Reading) -> set[str]:
    """Return the lists that a message names, each as the fact that it stands for."""
    return {which_list(reading, mention) for mention in reading.of_kind("list")}


def _hangs_on(slot: SlotValue, said: Sequence[SlotValue]) -> bool:
    """Return whether a fact was only concluded from the words of one that is not held."""
    return any((slot.start, slot.end) == (each.start, each.end) for each in said)


def _place_of(fact: str, reading: Reading) -> tuple[int, int]:
    """Return where a message speaks of a fact: its list's name, the whole of it where it names none."""
    named = next((m for m in reading.of_kind("list") if m.value == fact), None)
    return (named.start, named.end) if named is not None else (0, len(reading.text))
