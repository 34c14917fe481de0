"""Ask the learned reader of each course that a message names: was it had, how did it end, who paid, is it asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.dialogue.slots.slot import Belief, Reading
from advisor.dialogue.text.names import Mention
from advisor.dialogue.told.examples import marked
from advisor.dialogue.told.reader import Told, ToldReader

_KINDS = ("course", "legacy", "course_hint")
_EARLIER = "prior_applications"


def believe_of_courses(reading: Reading, reader: ToldReader, decided: Sequence[str]) -> dict[str, Mapping[str, Belief]]:
    """Return what is believed of each course named, by course and question; of a supposed past nothing.

    `decided`: the question after verdicts, where there has been talk of who pays.
    """
    asked = (_EARLIER,) if reading.asked == _EARLIER else ()
    by_course: dict[str, list[Mention]] = {}
    for mention in reading.of_kind(*_KINDS):
        by_course.setdefault(mention.value, []).append(mention)
    believed: dict[str, Mapping[str, Belief]] = {}
    for course, mentions in by_course.items():
        shown = _shown(reading.text, mentions)
        told = dict(reader.read(shown, ("wanted",), decided))
        if not reading.supposes:
            told |= _had(shown, asked, reader)
        believed[course] = {question: _likeliest(each) for question, each in told.items()}
    return believed


def _shown(text: str, mentions: Sequence[Mention]) -> str:
    """Return the message with the names of one course marked, the longest where one stands in another."""
    spans = {(mention.start, mention.end) for mention in mentions}
    outer = {(a, b) for a, b in spans if not any((c, d) != (a, b) and c <= a and b <= d for c, d in spans)}
    return marked(text, outer)


def _had(shown: str, asked: Sequence[str], reader: ToldReader) -> Mapping[str, Told]:
    begun = reader.read(shown, ("begun",), asked)
    if begun["begun"].answer != "yes":
        return begun
    return {**begun, **reader.read(shown, ("ended", "by_dfe"), asked)}


def _likeliest(told: Told) -> Belief:
    return Belief(told.answer, told.shares[told.answer])
