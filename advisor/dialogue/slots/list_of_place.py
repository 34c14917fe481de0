"""Tell which of DfE's lists is meant for somebody's workplace, and what being on one says of that workplace."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_ANY_LIST = {
    "the list",
    "on the list",
    "dfe list",
    "dfe's list",
    "the dfe list",
    "eligibility list",
    "funding list",
    "npq eligibility list",
}
_ENGLISH_LISTS = ("on_pp50_school_list", "on_pp50_fe_list", "on_rise_list")
"""DfE's lists hold places in England only: who is on one has said where they work."""
_SCHOOL_LIST = "on_pp50_school_list"


def lists_of_place(reading: Reading) -> tuple[str, ...]:
    """Return the lists that may count for somebody's workplace."""
    if _is_childminder(reading) or reading.asked == "on_childminder_list":
        return ("on_childminder_list",)
    return (_disadvantage_list(reading), "on_rise_list")


def which_list(reading: Reading, mention: Mention) -> str:
    """Return the fact that "the list" stands for, by what was told of the workplace."""
    if mention.value != _SCHOOL_LIST:
        return mention.value
    if mention.text.lower() in _ANY_LIST:
        if _is_childminder(reading) or reading.asked == "on_childminder_list":
            return "on_childminder_list"
        if reading.asked == "on_rise_list":
            return reading.asked  # "not on the list", asked of RISE
    in_college = (
        "on_pp50_fe_list" in reading.known or reading.asked == "on_pp50_fe_list" or _works_at_a_college(reading)
    )
    return "on_pp50_fe_list" if in_college and "school" not in mention.text.lower() else mention.value


def _disadvantage_list(reading: Reading) -> str:
    return "on_pp50_fe_list" if _works_at_a_college(reading) or reading.asked == "on_pp50_fe_list" else _SCHOOL_LIST


def _works_at_a_college(reading: Reading) -> bool:
    named = (mention for mention in reading.of_kind("setting") if not mention.text.lower().endswith("schools"))
    told = [reading.setting_facts.get(mention.value, {}).get("work_setting") for mention in named]
    here = [setting for setting in told if setting is not None] or [reading.known.get("work_setting")]
    return set(here) == {"a_16_to_19_educational_setting"}


def implied_by(reading: Reading, fact: str, start: int, end: int) -> Iterator[SlotValue]:
    """Yield what being on a list, told by the words from `start` to `end`, says of the workplace itself."""
    if fact in _ENGLISH_LISTS and not _knows_place(reading):
        yield SlotValue("works_in_england", True, start, end)
    named = fact == "on_rise_list" or (fact == "on_pp50_school_list" and "pp" in reading.lower[start:end])
    elsewhere = any(place.value != "england" for place in reading.of_kind("place"))
    if named and not elsewhere and not _knows_workplace(reading):
        # RISE and PP50 are for state schools: whoever is in one has said what their school is.
        yield SlotValue("work_setting", "a_school", start, end)
        yield SlotValue("eligible_establishment_type", True, start, end)


def _knows_place(reading: Reading) -> bool:
    return "works_in_england" in reading.known or any(reading.of_kind("place"))


def _knows_workplace(reading: Reading) -> bool:
    """Return whether the kind of workplace is told, by more than that it is a school."""
    told = (reading.setting_facts.get(mention.value, {}) for mention in reading.of_kind("setting"))
    return any(set(facts) - {"work_setting"} or facts.get("work_setting") != "a_school" for facts in told) or bool(
        {"eligible_establishment_type", "establishment_type_code", "early_years_setting"} & set(reading.known)
    )


def _is_childminder(reading: Reading) -> bool:
    return reading.known.get("early_years_setting") == "childminder" or any(
        m.value == "childminder" for m in reading.of_kind("setting")
    )
