"""Weigh the courses that exact words find asked about against what the learned reader believes of each course named.

How sure it has to be was set on development messages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from advisor.core.courses import SENCO
from advisor.dialogue.slots.slot import Belief, Reading
from advisor.dialogue.text.names import Mention

_DROPS = 0.9
_FINDS = 0.9
_FINDS_WEAK = 0.93
_FINDS_TOLD = 0.6
"""For the weak name of a course that somebody has told of having had: "teacher development over again"."""


def with_believed(found: Sequence[str], reading: Reading, out: Sequence[Mention]) -> tuple[str, ...]:
    """Return the courses asked about, without those believed only mentioned and with those believed asked about.

    `out` are the names that the exact words put aside, which are not brought back. A weak name, such as "senior
    leadership", is one of a course only where nothing else is asked about. Something is always left.
    """
    beliefs = {course: each["wanted"] for course, each in reading.believed.items() if "wanted" in each}
    named = {mention.value for mention in reading.of_kind("course") if mention not in out}
    believed = _believed_wanted(named, beliefs, _FINDS)
    if not found:
        hints = {m.value for m in reading.of_kind("course_hint") if m not in out and not _is_place_or_post(m, reading)}
        told = {str(each.get("course") or each.get("name")) for each in reading.records("prior_applications")}
        believed |= _believed_wanted(hints - told, beliefs, _FINDS_WEAK)
        believed |= _believed_wanted(hints & told, beliefs, _FINDS_TOLD)
    unwanted = {c for c, each in beliefs.items() if each.answer == "no" and each.share >= _DROPS}
    kept = [course for course in found if course not in unwanted]
    more = [c for m in reading.mentions if (c := m.value) in believed and c not in found]
    return tuple(dict.fromkeys((*kept, *more) if kept or more else found))


def _believed_wanted(courses: Iterable[str], beliefs: Mapping[str, Belief], share: float) -> set[str]:
    return {c for c in courses if c in beliefs and beliefs[c].answer == "yes" and beliefs[c].share >= share}


def _is_place_or_post(hint: Mention, reading: Reading) -> bool:
    """Return whether a weak name is that of a workplace or a post as well: "an early years workplace", "SENCO"."""
    places = reading.of_kind("setting")
    return hint.value == SENCO or any(place.start < hint.end and hint.start < place.end for place in places)
