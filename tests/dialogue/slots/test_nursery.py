"""A nursery of a school, a council's and an owner's are told apart, and each from the school beside it."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after

PART_OF_SCHOOL, MAINTAINED, PRIVATE = (
    "preschool_class_as_part_of_school",
    "local_authority_maintained_nursery",
    "private_nursery",
)


def known(*messages: str) -> dict[str, object]:
    return {name: fact.value for name, fact in after(*messages).person.facts.items()}


@pytest.mark.parametrize(
    ("messages", "kind"),
    [
        (["the nursery belongs to the primary school, same head, Leeds"], PART_OF_SCHOOL),
        (["our nursery is on the school site and run by the school, I manage it"], PART_OF_SCHOOL),
        (["Nursery teacher, school-run, Dudley"], PART_OF_SCHOOL),
        (["I work in a nursery in Hull", "part of a school, same governors"], PART_OF_SCHOOL),
        (["I work in a private nursery in Hull", "sorry it's the school's own nursery class"], PART_OF_SCHOOL),
        (["standalone nursery school, local authority run, York"], MAINTAINED),
        (["nursery, Ipswich", "LA one"], MAINTAINED),
        (["nursery", "maintained not private"], MAINTAINED),
        (["nursery manager, Private. Hartlepool"], PRIVATE),
        (["we own 3 nurseries, limited company, Bath"], PRIVATE),
        (["my nursery is a family business in Telford"], PRIVATE),
        (["I work in a nursery in Hull", "attached to a school but run by a private company"], PRIVATE),
        (["nursery, Ipswich", "we are independent, nothing to do with the school next door"], PRIVATE),
    ],
)
def test_the_kind_of_nursery_is_read_from_who_keeps_it(messages: list[str], kind: str) -> None:
    facts = known(*messages)
    assert (facts["work_setting"], facts["early_years_setting"]) == ("early_years_or_childcare", kind)


@pytest.mark.parametrize(
    "messages",
    [
        ["Early years lead, primary school, Hull, nursery and reception"],
        ["head of a primary with its own nursery in Hull"],
        ["LA-maintained nursery and infants in Barnsley, EYFS lead"],
        ["I teach at a primary in Hull; the nursery is part of it"],
        ["we're a nursery in Hull", "I teach year 1 though, so the school proper"],
    ],
)
def test_a_school_with_a_nursery_is_a_school(messages: list[str]) -> None:
    facts = known(*messages)
    assert (facts["work_setting"], facts.get("early_years_setting")) == ("a_school", None)
