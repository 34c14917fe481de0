"""Read where somebody works: England or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.polarity import is_hedged, is_to_come
from advisor.dialogue.slots.slot import Reading, SlotValue

_ELSEWHERE = {"wales", "scotland", "northern_ireland", "crown_dependencies", "abroad"}
_NOT_THE_WORKPLACE = re.compile(
    r"(?:trained|qualified|qualification|degree|born|studied|moved|came|pgce|originally|family|grew up|teacher training)"
    r"[\w\s]{0,20}\b(?:in|from|at)\s*(?:the\s*)?$|\bbritish school in\s*$|"
    r"\b(?:used to|previously|formerly)\b[\w\s]{0,20}$|\buniversity of\s*$"
)
_DENIED = re.compile(
    r"\b(?:not|isn't|isnt|aren't|arent|wasn't|wasnt|never|no longer|outside|don't (?:work|teach|live)|dont (?:work|teach|live))\s+"
    r"(?:(?:based|working|teaching|living|employed|actually|currently|now|in|of|from|at|the)\s+)*$"
)
"""A place is denied by what stands beside it: "not on PP50 in England" denies the list, "no, England" another answer."""
_HOME = re.compile(r"\b(?:live|lives|living|my home is|our house is) (?:just |over |only )*(?:in|near|at|by)\s*$")
_QUALIFICATION = re.compile(
    r"^\s*(?:is|was) (?:just |only |where )+(?:i|we|she|he) (?:trained|qualified|studied|grew)|^(?:'s)?\s*(?:institute|university|teaching school|hub|npqh|degree|trained|qualification)"
)


def find_places(reading: Reading) -> Iterator[SlotValue]:
    """Yield `works_in_england` and `nation` from the places named; two nations at once give neither."""
    found: list[tuple[str, int, int, bool]] = []
    for mention in reading.of_kind("place"):
        before, after = reading.lower[: mention.start], reading.lower[mention.end :]
        abroad_school = re.search(r"\bbritish (?:international )?school in\s*$", before)
        if (_NOT_THE_WORKPLACE.search(before) and not abroad_school and not reading.supposes) or _QUALIFICATION.search(
            after
        ):
            continue
        if is_to_come(reading.lower, mention.start) and not reading.supposes:
            continue
        if _DENIED.search(before):
            if mention.value == "england":
                found.append(("abroad", mention.start, mention.end, False))
            continue
        # "And if she moves to Bristol?" asks under that condition, so the answer has to take it as given.
        hedged = is_hedged(reading.lower, mention.start, mention.end) and not reading.supposes
        found.append((mention.value, mention.start, mention.end, hedged))
    if len({nation == "england" for nation, *_ in found}) > 1:
        # "I live in Chester and work in Flintshire": where one works decides.
        found = [item for item in found if not _HOME.search(reading.lower[: item[1]])] or found
    nations = {nation for nation, *_ in found}
    if len({nation == "england" for nation in nations}) > 1:
        # "England and Wales", "moved from Cardiff to Leeds": the last one said of the workplace, or nothing.
        moved = re.search(r"\b(?:moved|moving|now|actually|correction)\b", reading.lower)
        found = found[-1:] if moved else []
    for nation, start, end, hedged in found[-1:]:
        yield SlotValue("works_in_england", nation not in _ELSEWHERE, start, end, hedged)
        if nation != "england":
            yield SlotValue("nation", nation, start, end, hedged)
