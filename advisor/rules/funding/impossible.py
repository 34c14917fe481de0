"""The combinations of facts that cannot hold together: refused as input, and left out of every completion.

There are no others; facts of a branch not taken are simply not read.
"""

from __future__ import annotations

from collections.abc import Mapping

from advisor.core.errors import BadFact
from advisor.core.facts import FactSet
from advisor.core.facts_of_rules import PRIVATE_EARLY_YEARS
from advisor.rules.funding.establishment import fundable_code


def refuse_impossible(facts: FactSet) -> None:
    """Raise BadFact for the first two facts that cannot both hold."""
    problem = contradiction({name: facts.get(name) for name in facts})
    if problem:
        raise BadFact(problem)


def contradiction(known: Mapping[str, object]) -> str:
    """Return which two facts cannot both hold, "" where all can."""
    code = known.get("establishment_type_code")
    by_code = None if code is None else fundable_code(str(code))
    stated = known.get("eligible_establishment_type")
    fundable = stated if stated is not None else by_code
    setting = known.get("early_years_setting")
    if by_code is not None and stated is not None and stated is not by_code:
        kind = "a fundable type" if by_code else "not a fundable type"
        return (
            f"eligible_establishment_type {_word(stated)} contradicts establishment_type_code {code}, which is {kind}."
        )
    if known.get("on_rise_list") is True and fundable is False:
        return "on_rise_list true cannot be: a school in RISE intervention is of a fundable type."
    if code is not None and setting in PRIVATE_EARLY_YEARS:
        return f"A {setting} cannot have an establishment_type_code: it is not in that register."
    if known.get("has_ofsted_urn") is False and known.get("on_childminder_list") is True:
        return "on_childminder_list true cannot be without an Ofsted number (has_ofsted_urn false)."
    if known.get("is_headteacher") is False and known.get("in_first_five_years_of_headship") is True:
        return "in_first_five_years_of_headship true cannot be where is_headteacher is false."
    return ""


def _word(value: object) -> str:
    return "true" if value is True else "false"
