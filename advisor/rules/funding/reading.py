"""Turn stated facts into what a ruleset reads, and say which values an unstated fact can still have.

What is implied is filled in (a type code says whether the type is fundable); nothing else is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import prod

from advisor.core.courses import ADDITIONAL_SUPPORT_OFFER, EARLY_HEADSHIP_COACHING
from advisor.core.earlier import PriorApplication
from advisor.core.facts import FACTS, FactKind, FactSet
from advisor.core.facts_of_rules import PUBLIC_EARLY_YEARS, RULE_FACTS
from advisor.core.truth import Truth, all_of, any_of
from advisor.rules.funding.condition import FUNDED_BEFORE
from advisor.rules.funding.policy import PolicyValues

RULE_FACT_NAMES = tuple(fact.name for fact in RULE_FACTS if not fact.name.startswith("cohort"))
_SAME_OFFER = {ADDITIONAL_SUPPORT_OFFER: EARLY_HEADSHIP_COACHING}
_FIRST_CAPPED_YEAR = 2024
_TRUE_OR_FALSE = (True, False)
# Never completed: they only say in another way what the askable facts say.
GIVEN_ONLY = ("establishment_type_code", "institution_kind")


def funded_before(course: str, applications: tuple[PriorApplication, ...]) -> Truth:
    """Return whether an earlier application counts as a funded place on the same course.

    Accepted, eligible and with a funded place; withdrawing or failing changes nothing. Before 2024 places were
    not capped and the place was not recorded, so there none stated counts as funded.
    """
    return any_of(_counts(course, application) for application in applications)


def _counts(course: str, application: PriorApplication) -> Truth:
    return all_of(
        (
            Truth.of(_SAME_OFFER.get(application.course, application.course) == course),
            Truth.of(None if application.status is None else application.status == "accepted"),
            Truth.of(application.eligible_for_funding),
            _had_a_funded_place(application),
        )
    )


def _had_a_funded_place(application: PriorApplication) -> Truth:
    cohort = application.cohort_id
    if application.funded_place is None and cohort is not None and int(cohort[:4]) < _FIRST_CAPPED_YEAR:
        return Truth.TRUE
    return Truth.of(application.funded_place)


def stated_for(course: str, facts: FactSet) -> dict[str, object]:
    """Return the facts known that funding rules read, in question order; earlier applications as funded or not."""
    stated: dict[str, object] = {}
    for name in RULE_FACT_NAMES:
        held = facts.get(name)
        if name == "prior_applications" and isinstance(held, tuple):
            before = funded_before(course, tuple(item for item in held if isinstance(item, PriorApplication)))
            if before is not Truth.UNKNOWN:
                stated[FUNDED_BEFORE] = before is Truth.TRUE
        elif held is not None:
            stated[name] = held
    return stated


def fill_in(stated: Mapping[str, object], policy: PolicyValues) -> dict[str, object]:
    """Return what the rules read: the stated facts and what follows from them."""
    reading = dict(stated)
    if policy.rules in ("workplace", "pupil_premium_2021"):
        _fill_in_setting(reading)
    code = reading.get("establishment_type_code")
    if code is not None:
        reading["eligible_establishment_type"] = code in policy.fundable_types
    elif reading.get("institution_kind") not in (None, "school"):
        reading.setdefault("eligible_establishment_type", False)
    for (cause, value), (effect, follows) in _IMPLIED.items():
        if reading.get(cause) is value:
            reading.setdefault(effect, follows)
    return reading


_IMPLIED = {
    ("on_rise_list", True): ("eligible_establishment_type", True),
    ("eligible_establishment_type", False): ("on_rise_list", False),
    ("has_ofsted_urn", False): ("on_childminder_list", False),
    ("on_childminder_list", True): ("has_ofsted_urn", True),
    ("is_headteacher", False): ("in_first_five_years_of_headship", False),
    ("in_first_five_years_of_headship", True): ("is_headteacher", True),
}


_CAUSES: dict[str, tuple[tuple[str, bool, bool], ...]] = {
    name: tuple((cause, value, follows) for (cause, value), (effect, follows) in _IMPLIED.items() if effect == name)
    for name in {effect for effect, _ in _IMPLIED.values()}
}


def linked_facts(names: frozenset[str]) -> tuple[str, ...]:
    """Return, in question order, the facts named and those that imply one of them."""
    causes = {cause for (cause, _), (effect, _) in _IMPLIED.items() if effect in names}
    ordered = (FUNDED_BEFORE if name == "prior_applications" else name for name in RULE_FACT_NAMES)
    return tuple(name for name in ordered if name in names or name in causes)


def _fill_in_setting(reading: dict[str, object]) -> None:
    """Read the older services' institution as the setting it stood for; they asked for no setting.

    With no institution, a kind of employment or a referral counts only where it is stated.
    """
    kind = reading.get("institution_kind")
    if kind is None and "work_setting" not in reading and "establishment_type_code" in reading:
        kind = "school"
    if kind in ("school", "local_authority"):
        reading.setdefault("work_setting", "a_school")
    elif kind == "private_childcare_provider":
        reading.setdefault("work_setting", "early_years_or_childcare")
        reading.setdefault("early_years_setting", "private_nursery")
    elif kind == "none":
        reading.setdefault("work_setting", "another_setting" if "employment_type" in reading else "other")
        reading.setdefault("employment_type", "other")
        reading.setdefault("referred_by_return_to_teaching_adviser", False)


def allowed(name: str, reading: Mapping[str, object]) -> tuple[object, ...]:
    """Return the values a fact can have beside what is known; impossible combinations are left out."""
    if name in reading:
        return (reading[name],)
    if name == "early_years_setting" and "establishment_type_code" in reading:
        return PUBLIC_EARLY_YEARS
    for cause, value, follows in _CAUSES.get(name, ()):
        if reading.get(cause) is value:
            return (follows,)
    return domain(name)


def ways(name: str, reading: Mapping[str, object]) -> int:
    """Return in how many ways the facts tied to this one can still be: what an answer rules out has fewer."""
    tied = {effect for (cause, _), (effect, _) in _IMPLIED.items() if cause == name}
    return prod(len(allowed(other, reading)) for other in tied)


@lru_cache(maxsize=256)
def domain(name: str) -> tuple[object, ...]:
    """Return all values of a fact, one for each class that the rules tell apart."""
    if name == FUNDED_BEFORE or FACTS[name].kind is FactKind.YES_NO:
        return _TRUE_OR_FALSE
    return FACTS[name].values


def fact_name(name: str) -> str:
    """Return the fact that a person states for something the rules read."""
    return "prior_applications" if name == FUNDED_BEFORE else name
