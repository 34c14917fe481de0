"""Keep what a message tells in the memory of its person, with what follows from it and without what it puts out."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.core.facts import FACTS
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.slots.slot import SlotValue
from advisor.dialogue.state import DialogueState, KnownValue, Pending, Person, learn
from advisor.dialogue.text.spelling import Spelled

_ALSO_DEPEND = {"eligible_establishment_type": LIST_FACTS, "works_in_england": ("nation",)}
_DEPENDENTS = {
    name: (*(fact.name for fact in FACTS.values() if name in fact.depends_on), *_ALSO_DEPEND.get(name, ()))
    for name in FACTS
}
_OF_STATE_PLACES = {
    "a_school": ("on_pp50_school_list", "on_rise_list"),
    "a_16_to_19_educational_setting": ("on_pp50_fe_list",),
}
"""The lists that hold none but state-funded places in England, by what kind of place they are of."""
_INSTEAD = ("eligible_establishment_type", "establishment_type_code")
"""Two ways of telling the kind of school: the one said now puts out the other."""


def keep(state: DialogueState, slots: tuple[SlotValue, ...], spelled: Spelled, unsure: Pending | None) -> DialogueState:
    """Return the state with these facts learned; `unsure` is the question that the person could not answer."""
    new: dict[str, KnownValue] = {}
    hinted = []
    for slot in slots:
        if slot.hedged:
            hinted.append(slot.fact)
            continue
        value = slot.value
        if slot.fact in ("prior_npqs", "aims"):
            items = value if isinstance(value, list) else [value]
            before = new[slot.fact].value if slot.fact in new else []
            value = [*before, *(item for item in items if item not in before)]
        quote = spelled.quote(slot.start, slot.end)
        new[slot.fact] = KnownValue(value=value, turn=state.turn, quote=quote)
    if "prior_npqs" in new and "prior_applications" not in new:
        # An earlier NPQ from before the reform is a hint that others may follow, not an answer.
        hinted = [name for name in hinted if name != "prior_applications"]
    person = _one_kind(learn(state.person, new, [name for name in hinted if name not in new], _DEPENDENTS), new)
    person = _as_listed(person)
    if unsure is not None:
        person = person.model_copy(update={"declined": (*person.declined, unsure.fact)})
    return state.with_person(person)


def _as_listed(person: Person) -> Person:
    """Return the person with what a list says of a school or college on it: that it is state-funded, and in England."""
    facts = person.facts
    place = facts.get("work_setting")
    lists = _OF_STATE_PLACES.get(str(place.value), ()) if place is not None else ()
    told = next((facts[name] for name in lists if name in facts and facts[name].value is True), None)
    if told is None or {"nation", *_INSTEAD[1:]} & set(facts):
        return person
    implied = {name: told.model_copy(update={"value": True}) for name in ("works_in_england", _INSTEAD[0])}
    return person.model_copy(update={"facts": implied | facts})


def _one_kind(person: Person, new: Mapping[str, KnownValue]) -> Person:
    """Return the person with one kind of school, where another was told before."""
    told = [name for name in _INSTEAD if name in new]
    if len(told) != 1:
        return person
    facts = {name: known for name, known in person.facts.items() if name not in _INSTEAD or name in told}
    return person.model_copy(update={"facts": facts})
