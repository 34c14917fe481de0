"""Ask the learned reader of each course that a message names: was it had, how did it end, who paid, is it asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.dialogue.slots.slot import Belief, Reading
from advisor.dialogue.text.names import Mention
from advisor.dialogue.told.examples import marked
from advisor.dialogue.told.reader import Asked, Told, ToldReader

_KINDS = ("course", "legacy", "course_hint")
_EARLIER = "prior_applications"


Beliefs = dict[str, Mapping[str, Belief]]
"""What is believed, by course and question."""


def believe_of_courses(reading: Reading, reader: ToldReader, decided: tuple[str, ...]) -> tuple[Beliefs, float]:
    """Return what is believed of each course named, and how far the message is believed to want a verdict, 0 to 1.

    `decided`: the question after verdicts, where there has been talk of who pays. Of a supposed past nothing is asked;
    all that can be asked at once is, since one long batch takes little more time than one question.
    """
    asked = (_EARLIER,) if reading.asked == _EARLIER else ()
    shown = _shown_by_course(reading)
    first = [Asked("verdict", reading.text, decided), *(Asked("wanted", text, decided) for text in shown.values())]
    if not reading.supposes:
        first += [Asked("begun", text, asked) for text in shown.values()]
    told = dict(zip(first, reader.read_all(first), strict=True))
    had = [each.text for each, answer in told.items() if each.fact == "begun" and answer.answer == "yes"]
    then = [Asked(fact, text, asked) for text in had for fact in ("ended", "by_dfe")]
    told |= zip(then, reader.read_all(then), strict=True)
    beliefs: Beliefs = {
        course: {each.fact: _likeliest(answer) for each, answer in told.items() if each.text == text}
        for course, text in shown.items()
    }
    return beliefs, told[first[0]].shares["yes"]


def _shown_by_course(reading: Reading) -> dict[str, str]:
    """Return the message once for each course that it names, with the names of that course marked."""
    by_course: dict[str, list[Mention]] = {}
    for mention in reading.of_kind(*_KINDS):
        by_course.setdefault(mention.value, []).append(mention)
    return {course: _shown(reading.text, mentions) for course, mentions in by_course.items()}


def _shown(text: str, mentions: Sequence[Mention]) -> str:
    """Return the message with the names of one course marked, the longest where one stands in another."""
    spans = {(mention.start, mention.end) for mention in mentions}
    outer = {(a, b) for a, b in spans if not any((c, d) != (a, b) and c <= a and b <= d for c, d in spans)}
    return marked(text, outer)


def _likeliest(told: Told) -> Belief:
    return Belief(told.answer, told.shares[told.answer])
