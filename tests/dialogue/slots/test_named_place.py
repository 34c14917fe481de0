from __future__ import annotations

import pytest

from advisor.dialogue.slots.setting import find_settings
from tests.dialogue.samples import told


@pytest.mark.parametrize(
    "text",
    [
        "I teach year 8 at a community college in Honiton",
        "St Oswald's College, a state secondary in Rugby",
        "our place is called a college but it's an 11-16 comp",
        "integrated college near Omagh, post-primary",
    ],
)
def test_a_school_that_bears_the_name_of_a_college_is_a_school(text: str) -> None:
    assert told(find_settings, text)["work_setting"] == "a_school"


@pytest.mark.parametrize(
    "text",
    ["lecturer at a big FE college", "sixth form college, a levels", "our college takes learners from many places"],
)
def test_a_college_is_still_a_college(text: str) -> None:
    assert told(find_settings, text)["work_setting"] == "a_16_to_19_educational_setting"


@pytest.mark.parametrize(
    "text",
    [
        "I manage the nursery in the hospital grounds for staff kids",
        "nursery at the university for students' children",
        "the hospital's nursery, for staff",
    ],
)
def test_a_nursery_on_another_site_is_a_nursery(text: str) -> None:
    facts = told(find_settings, text)
    assert (facts["work_setting"], facts.get("employment_type")) == ("early_years_or_childcare", None)


def test_who_teaches_in_hospital_works_in_a_hospital_school() -> None:
    text = "I teach at the hospital school, my kids go to the staff nursery"
    assert told(find_settings, text)["employment_type"] == "hospital_school"


@pytest.mark.parametrize("text", ["deputy at Thornley High, Surrey", "teacher of year 4, St Wilfrid's RC, Oldham"])
def test_a_school_is_named_without_the_word(text: str) -> None:
    assert told(find_settings, text)["work_setting"] == "a_school"


def test_a_high_that_names_nothing_is_no_school() -> None:
    assert "work_setting" not in told(find_settings, "stress is at an all time high")
