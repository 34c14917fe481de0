"""Turn what a conversation remembers of a person into the facts the rules read.

The conversation may assume one thing only: that somebody who said nothing of an earlier NPQ has had none funded.
"""

from __future__ import annotations

import re

from advisor.core.errors import AdvisorError
from advisor.core.facts import FACTS, FactSet
from advisor.dialogue.state import Person
from advisor.rules.parsing import parse_facts, parse_value

_COHORT = re.compile(r"20\d\d[ab]")
_COLLEGE = "a_16_to_19_educational_setting"


def facts_of(person: Person) -> FactSet:
    """Return the facts said, without the intake; a value the rules do not know is left out, never guessed."""
    facts = FactSet()
    for name, known in person.facts.items():
        if name == "cohort_id" or name not in FACTS:
            continue
        try:
            facts = facts.with_said(name, parse_value(FACTS[name], known.value), known.turn, known.quote)
        except AdvisorError:
            continue
    return _drop_impossible(_with_list_of_setting(facts))


def with_assumption(facts: FactSet, person: Person) -> FactSet:
    """Return the facts with no earlier funded place assumed, unless the person hinted at one or said so."""
    if "prior_applications" in person.hinted or "prior_applications" in person.declined:
        return facts
    return facts.with_assumed("prior_applications", ())


def cohort_of(person: Person) -> str | None:
    """Return the intake the person asked about, None where they named none."""
    known = person.facts.get("cohort_id")
    # A state comes back from outside: what is no intake is none.
    return str(known.value) if known is not None and _COHORT.fullmatch(str(known.value)) else None


def _with_list_of_setting(facts: FactSet) -> FactSet:
    """Read "the PP50 list" as the list of the setting: colleges have one of their own."""
    listed = facts.known("on_pp50_school_list")
    if listed is None or facts.get("work_setting") != _COLLEGE or "on_pp50_fe_list" in facts:
        return facts
    return facts.without("on_pp50_school_list").with_said("on_pp50_fe_list", listed.value, listed.turn, listed.quote)


def _drop_impossible(facts: FactSet) -> FactSet:
    """Where two things said cannot both be true, drop one that may be asked again."""
    for name in (None, "on_rise_list", "in_first_five_years_of_headship", "has_ofsted_urn", "establishment_type_code"):
        kept = facts if name is None or name not in facts else facts.without(name)
        try:
            parse_facts(kept.as_mapping())
        except AdvisorError:
            continue
        return kept
    return FactSet()
