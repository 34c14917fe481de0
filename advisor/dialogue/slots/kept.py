"""Put who keeps a place together with what its name told: "school in Derby. Private.", "private sixth form college"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from advisor.dialogue.slots.keeper import STATE, Keeper
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

Told: TypeAlias = tuple[object, int, int, bool]
"""The value of a workplace fact, where its words start and end, and whether they were hedged."""
SCHOOL, EARLY_YEARS, SIXTEEN = "a_school", "early_years_or_childcare", "a_16_to_19_educational_setting"
_KEEPS = re.compile(
    r"[- ](?:run|maintained|funded|owned|placed|places|pays|commission\w*|(?:\w+ )?(?:junior|infants?|primary|secondary|school|first|middle|special|pru|nursery))\b"
)
"""After "council": says only who keeps a school, "a council junior school", "council run"."""
_NAMES_A_PLACE = re.compile(r"school|primary|secondary|nurser|college|academy|prep|grammar|infant|junior|comp\b")
_ORDINARY = re.compile(r"\b(?:ordinary|mainstream|normal|not (?:an? )?special)\b")


def only_tells_kind(reading: Reading, mention: Mention, told: Sequence[Mention], keepers: Sequence[Keeper]) -> bool:
    """Return whether a name only says who keeps a place that is told of or known: "primary in Leeds. Private."."""
    if mention.value == "local_authority_office" and _KEEPS.match(reading.lower[mention.end :]):
        return True
    if mention.value == "local_authority_office" and mention.text.lower().endswith(("'s", "the councils")):
        return _is_placed(reading, mention, told)  # "a school, the council's"
    within = any(keeper.start <= mention.start and mention.end <= keeper.end for keeper in keepers)
    if not within or _NAMES_A_PLACE.search(mention.text.lower()):
        return False
    return _is_placed(reading, mention, told)


def _is_placed(reading: Reading, mention: Mention, told: Sequence[Mention]) -> bool:
    """Return whether a school, nursery or college is known, or told of beside this name."""
    places = (SCHOOL, EARLY_YEARS, SIXTEEN)
    others = (reading.setting_facts.get(other.value, {}).get("work_setting") for other in told if other is not mention)
    return reading.known.get("work_setting") in places or any(setting in places for setting in others)


def kept_by(reading: Reading, facts: Mapping[str, Told], keepers: Sequence[Keeper]) -> dict[str, Told]:
    """Return what the words on who keeps the place add: the last of them counts, and only after what the name said."""
    setting = facts["work_setting"][0] if "work_setting" in facts else reading.known.get("work_setting")
    name = "early_years_setting" if setting == EARLY_YEARS else "eligible_establishment_type"
    kept: dict[str, Told] = {}
    for keeper in keepers:
        value = keeper.nursery if setting == EARLY_YEARS else keeper.by_state
        if value is None or not _may_tell(reading, facts, keeper, setting):
            continue
        kept[name] = (value, keeper.start, keeper.end, keeper.hedged)
    return kept


def _may_tell(reading: Reading, facts: Mapping[str, Told], keeper: Keeper, setting: object) -> bool:
    """Return whether words on who keeps a place may tell its kind beside what its name tells."""
    if setting == EARLY_YEARS:
        known = facts["early_years_setting"][0] if "early_years_setting" in facts else None
        return known is None and reading.known.get("early_years_setting") not in (
            "childminder",
            "another_early_years_setting",
        )
    if setting is None and (keeper.denied or keeper.in_short):
        return keeper.value == STATE and not keeper.denied
    special = "establishment_type_code" in facts or (
        "establishment_type_code" in reading.known and not (reading.supposes or _ORDINARY.search(reading.lower))
    )
    if special and keeper.by_state is False:
        return False  # an independent special school was said to be one already
    named = facts.get("eligible_establishment_type")
    if named is None:
        return True
    # "Private sixth form college" before the name, "it's actually private" after it.
    return keeper.start >= named[2] or (setting == SIXTEEN and keeper.by_state is False)
