"""Let the learned reader hear a message beside the readers of exact words: before they read it, and after."""

from __future__ import annotations

from dataclasses import replace

from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.state import DialogueState, Pending
from advisor.dialogue.telling import says_label
from advisor.dialogue.told.courses import believe_of_courses
from advisor.dialogue.told.examples import QUESTIONS
from advisor.dialogue.told.reader import ToldReader
from advisor.dialogue.told.weighing import believe, weigh
from advisor.dialogue.told.workplace import believe_of_workplace, with_workplace

_OF_MONEY = {"funding", "eligibility"}
Slots = tuple[tuple[SlotValue, ...], Pending | None, bool]
"""The facts told, the adviser's question that is answered, and whether the answer was that they do not know."""


def with_beliefs(reading: Reading, reader: ToldReader, state: DialogueState) -> Reading:
    """Return the reading with what is believed of the courses it names, and of whether it wants a verdict; a label chosen is plain."""
    if says_label(reading, state):
        return reading
    after = ("verdict",) if state.decided or _OF_MONEY & {*state.intents} else ()
    believed, wants_verdict = believe_of_courses(reading, reader, after)
    return replace(reading, believed=believed, wants_verdict=wants_verdict)


def with_told(read: Slots, reading: Reading, state: DialogueState, reader: ToldReader | None) -> Slots:
    """Return what the exact words tell, weighed against what the learned reader believes where there is one."""
    slots, answered, unsure = read
    if reader is None or says_label(reading, state):
        return read
    listed = weigh(slots, believe(reading, reader), reading)
    weighed = with_workplace(listed, believe_of_workplace(reading, reader), reading)
    if weighed == slots or state.pending is None or state.pending.fact not in QUESTIONS:
        return weighed, answered, unsure
    told = any(slot.fact == state.pending.fact and not slot.hedged for slot in weighed)
    return weighed, state.pending if told else answered, not told and answered is not None
