"""Every partial state of some facts, with the outcomes of all its completions, worked out by brute force.

A full table of outcomes is grown by one position an axis, "not stated", which holds the union of the admissible rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from advisor.core.courses import EARLY_HEADSHIP_COACHING, EARLY_YEARS_LEADERSHIP, LEADING_TEACHER_DEVELOPMENT
from tests.rules.oracle_2026 import THREE, code_for, outcome_of

Values = Mapping[str, tuple[object, ...]]
Masks = NDArray[np.uint8]
BITS = {"eligible": 1, "not_eligible": 2, "subject_to_review": 4, "undetermined": 8}  # the last: not recovered
BOTH = (True, False)
FUNDABLE = {"1": True, "15": True, "11": False}
PUBLIC = ("local_authority_maintained_nursery", "preschool_class_as_part_of_school")
SETTINGS = (
    "a_school",
    "an_academy_trust",
    "a_16_to_19_educational_setting",
    "early_years_or_childcare",
    "another_setting",
    "other",
)
EARLY_YEARS = (*PUBLIC, "private_nursery", "childminder", "another_early_years_setting")
EMPLOYMENTS = (
    "local_authority_virtual_school",
    "hospital_school",
    "young_offender_institution",
    "local_authority_supply_teacher",
    "lead_mentor_for_accredited_itt_provider",
    "other",
)
CODE = "establishment_type_code"  # None here is a value of its own: it is stated or not, and never completed


def facts_read(course: str, with_codes: bool) -> Values:
    """Return the facts that a course reads in autumn 2026, one value for each class."""
    everyone: dict[str, tuple[object, ...]] = {"works_in_england": BOTH, "funded_before": BOTH}
    if course == EARLY_HEADSHIP_COACHING:
        return everyone | {"is_headteacher": BOTH, "in_first_five_years_of_headship": BOTH}
    facts = everyone | {"work_setting": SETTINGS}
    if course in (*THREE, EARLY_YEARS_LEADERSHIP):
        facts["early_years_setting"] = EARLY_YEARS
    if course in (*THREE, LEADING_TEACHER_DEVELOPMENT):
        facts["employment_type"] = EMPLOYMENTS
    facts |= {"eligible_establishment_type": BOTH, "on_rise_list": BOTH}
    facts["referred_by_return_to_teaching_adviser"] = BOTH
    if course not in (*THREE, EARLY_YEARS_LEADERSHIP):
        facts |= {"on_pp50_school_list": BOTH, "on_pp50_fe_list": BOTH}
    if course == LEADING_TEACHER_DEVELOPMENT:
        facts["itt_provider_approved"] = BOTH
    if course == EARLY_YEARS_LEADERSHIP:
        facts |= {"has_ofsted_urn": BOTH, "on_childminder_list": BOTH}
    return facts | {CODE: (None, *FUNDABLE)} if with_codes else facts


def possible(person: Mapping[str, object]) -> bool:
    """Return whether somebody can be like this; the four pairs that cannot are written out."""
    code, fundable = person.get(CODE), person.get("eligible_establishment_type")
    return not (
        (code is not None and FUNDABLE[str(code)] is not fundable)
        or (code is not None and person.get("early_years_setting", PUBLIC[0]) not in PUBLIC)
        or (person.get("on_rise_list") and not fundable)
        or (person.get("on_childminder_list") and not person.get("has_ofsted_urn"))
        or (person.get("in_first_five_years_of_headship") and not person.get("is_headteacher"))
    )


@dataclass(frozen=True)
class Lattice:
    """The masks of all partial states: position n of an axis of n values is "not stated"."""

    facts: Values
    full: Masks  # 0 where nobody can be like this
    masks: Masks

    def states(self) -> Iterator[tuple[dict[str, object], tuple[int, ...]]]:
        """Yield each state that can be, as stated facts with its place in the arrays."""
        names = list(self.facts)
        axes = [self._choices(name) for name in names]
        flat = iter(self.masks.reshape(-1).tolist())
        for choice in product(*axes):
            if next(flat):
                yield (
                    {name: value for name, (value, _) in zip(names, choice, strict=True) if value is not None},
                    tuple(place for _, place in choice),
                )

    def _choices(self, name: str) -> list[tuple[object, int]]:
        values = [(value, place) for place, value in enumerate(self.facts[name])]
        return values if name == CODE else [*values, (None, len(values))]

    def matters(self, name: str) -> NDArray[np.bool_]:
        """Return for each partial state whether two of its completions differ in this fact alone and in outcome."""
        axis = list(self.facts).index(name)
        counted = np.zeros(np.delete(self.full.shape, axis), dtype=np.uint8)
        for place in range(self.full.shape[axis]):
            counted |= np.take(self.full, place, axis=axis)
        differ = (counted & (counted - 1) != 0).astype(np.uint8)
        others = {each: values for each, values in self.facts.items() if each != name}
        return grow(differ, others).astype(bool)


def make_lattice(facts: Values, outcome: Callable[[Mapping[str, object]], str]) -> Lattice:
    """Return the lattice of an outcome that is known for every full state."""
    names = list(facts)
    rows = [dict(zip(names, values, strict=True)) for values in product(*facts.values())]
    bits = [BITS[outcome(row)] if possible(row) else 0 for row in rows]
    full = np.array(bits, dtype=np.uint8).reshape([len(values) for values in facts.values()])
    return Lattice(facts, full, grow(full, facts))


def grow(table: Masks, facts: Values) -> Masks:
    """Return the masks of all partial states from those of the full ones."""
    for axis, name in enumerate(facts):
        if name != CODE:
            union = np.bitwise_or.reduce(table, axis=axis, keepdims=True)
            table = np.concatenate((table, union), axis=axis)
    return table


def autumn_2026(course: str, with_codes: bool = True) -> Lattice:
    """Return the lattice of a course in autumn 2026 by the table in `oracle_2026.py`."""
    return make_lattice(facts_read(course, with_codes), lambda person: outcome_of(code_for(course, person)))
