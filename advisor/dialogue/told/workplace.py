"""Weigh where somebody is believed to work against what the readers of exact words made of it.

It fills what they leave open: a nickname of a town, "parents pay", "the council runs us". How sure it has to be
was set on development messages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.told.reader import Told, ToldReader

_ENGLAND, _KIND, _STATE = "works_in_england", "work_setting", "eligible_establishment_type"
_REFERRED = "referred_by_return_to_teaching_adviser"
_FACTS = (_ENGLAND, _KIND, _STATE)
_FILLS, _FILLS_PLACE, _FILLS_ASKED = 0.9, 0.97, 0.75
_PUTS_RIGHT, _KEEPS = 0.95, 0.9
_NEVER = 2.0
_NURSERY_KIND = "early_years_setting"
_BY_NAME = (_NURSERY_KIND, "employment_type", "establishment_type_code")
"""Kinds of workplace that are told apart by their names alone: nursery class, virtual school, independent special school."""
_SCHOOL, _COLLEGE = "a_school", "a_16_to_19_educational_setting"
_NURSERY, _TRUST = "early_years_or_childcare", "an_academy_trust"
_OTHER = "other"
_SETTINGS = {
    "school": _SCHOOL,
    "college": _COLLEGE,
    "nursery": _NURSERY,
    "trust": _TRUST,
    "other": _OTHER,
    "none": _OTHER,
}
"""Of a council's staff the kind of work decides, which the adviser asks for."""


def believe_of_workplace(reading: Reading, reader: ToldReader) -> Mapping[str, Told]:
    """Return what the learned reader makes of where somebody works, by fact; of something supposed nothing."""
    if reading.supposes:
        return {}
    facts = (*_FACTS, _REFERRED) if reading.asked == _REFERRED or "advis" in reading.lower else _FACTS
    return reader.read(reading.text, facts, tuple(fact for fact in facts if fact == reading.asked))


def with_workplace(slots: Sequence[SlotValue], told: Mapping[str, Told], reading: Reading) -> tuple[SlotValue, ...]:
    """Return the facts with those on the workplace that are believed, where the exact words leave them open or err."""
    if any(slot.fact in _BY_NAME for slot in slots):
        told = {fact: belief for fact, belief in told.items() if fact not in (_KIND, _STATE)}
    kept = tuple(slot for slot in slots if not _is_doubted_of_list(slot, reading))
    for fact, belief in told.items():
        asked_of, value = _as_held(fact, belief, kept, reading)
        said = [slot for slot in kept if slot.fact == asked_of]
        needed = _needed_against(said[-1], value, reading) if said else _needed(asked_of, value, reading)
        if belief.shares[belief.answer] < needed or (said and said[-1].value == value):
            continue
        kept = tuple(slot for slot in kept if slot.fact != asked_of)
        if value is not None:
            kept += (SlotValue(asked_of, value, 0, len(reading.text)),)
    return kept


def _is_doubted_of_list(slot: SlotValue, reading: Reading) -> bool:
    """Return whether a doubt is one on a list, of a workplace known before: "nobody knows whether our academy's on it"."""
    about_list = any(reading.of_kind("list"))
    return slot.hedged and slot.fact in _FACTS and about_list and reading.known.get(slot.fact) == slot.value


def _as_held(fact: str, belief: Told, slots: Sequence[SlotValue], reading: Reading) -> tuple[str, object]:
    """Return the fact that a belief is held as, and its value; who pays for a nursery says what kind of one it is."""
    if fact == _KIND:
        return fact, _SETTINGS.get(belief.answer)
    if fact == _STATE and _kind_of(slots, reading) not in (None, _SCHOOL, _COLLEGE):
        private = _kind_of(slots, reading) == _NURSERY and belief.answer == "no"
        return _NURSERY_KIND, "private_nursery" if private else None
    return fact, {"yes": True, "no": False}.get(belief.answer)


def _kind_of(slots: Sequence[SlotValue], reading: Reading) -> object:
    """Return the kind of workplace held of this message, or before it."""
    told = [slot.value for slot in slots if slot.fact == _KIND]
    return told[-1] if told else reading.known.get(_KIND)


def _needed(fact: str, value: object, reading: Reading) -> float:
    """Return how sure the learned reader has to be where nothing is told; of what was told before it is not heard."""
    if fact in reading.known or (value == _OTHER and fact != reading.asked):
        return _NEVER  # "nothing has started yet" is said of a course as well as of a job
    if fact == reading.asked and fact != _STATE:  # "a special school" answers the question who pays only by halves
        return _FILLS_ASKED
    return _FILLS_PLACE if fact == _ENGLAND else _FILLS


def _needed_against(said: SlotValue, value: object, reading: Reading) -> float:
    """Return how sure it has to be against exact words.

    Towns, countries and who pays are known by their names; a school or nursery named may be somebody else's. Where
    somebody is known to work elsewhere, England named in passing does not bring them there.
    """
    known, taken_back = reading.known.get(said.fact), value is None
    if reading.of_another:
        return _NEVER  # whose workplace is told is known by exact words alone
    if said.fact == _ENGLAND:
        return _KEEPS if taken_back and known is False and said.value is True else _NEVER
    # "Technical college" is a school, "16 to 19 free school" is none; who is not in work has no other name.
    unlike = said.value in (_SCHOOL, _NURSERY, _TRUST) and value != _COLLEGE
    if said.fact != _KIND or not unlike or said.value == known:
        return _NEVER
    return _KEEPS if taken_back and known is not None else _PUTS_RIGHT
