from __future__ import annotations

import pytest

from advisor.dialogue.slots.setting import find_settings
from tests.dialogue.samples import hinted, read, told


def facts(text: str) -> dict[str, object]:
    """What is told of the workplace, without the name by which it was told."""
    return {name: value for name, value in told(find_settings, text).items() if name != "setting"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I work in a primary school", {"work_setting": "a_school"}),
        ("we are an academy", {"work_setting": "a_school", "eligible_establishment_type": True}),
        ("an independent school", {"work_setting": "a_school", "eligible_establishment_type": False}),
        ("a private nursery", {"work_setting": "early_years_or_childcare", "early_years_setting": "private_nursery"}),
        ("I'm a childminder", {"work_setting": "early_years_or_childcare", "early_years_setting": "childminder"}),
        ("FE college", {"work_setting": "a_16_to_19_educational_setting", "eligible_establishment_type": True}),
        ("hospital school", {"work_setting": "another_setting", "employment_type": "hospital_school"}),
        ("not working at the moment", {"work_setting": "other"}),
        ("I'm ofsted registered", {"has_ofsted_urn": True}),
        ("we have no ofsted number", {"has_ofsted_urn": False}),
        ("I work for Ofsted", {"work_setting": "other"}),
        ("not referred by a return to teaching adviser", {"referred_by_return_to_teaching_adviser": False}),
    ],
)
def test_a_workplace_is_read_with_what_it_says_for_the_rules(text: str, expected: dict[str, object]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("it's an academy, not a private school", "academy"),
        ("I left an independent school, now I'm at an academy", "academy"),
        ("I used to work in a nursery, I now teach at an FE college", "fe_college"),
    ],
)
def test_a_workplace_denied_or_left_is_not_the_workplace(text: str, setting: str) -> None:
    assert told(find_settings, text)["setting"] == setting


@pytest.mark.parametrize("text", ["I am not at a private school", "unlike an independent school", "is it free?"])
def test_nothing_asserted_is_nothing_known(text: str) -> None:
    assert facts(text) == {}


def test_a_half_believed_workplace_is_a_hint_only() -> None:
    assert facts("I think we're an academy") == {}
    assert hinted(find_settings, "I think we're an academy") == {"work_setting", "eligible_establishment_type"}


def test_a_bare_school_never_replaces_what_is_known_better() -> None:
    slots = list(find_settings(read("my school is nice", known={"work_setting": "a_school"})))
    assert "work_setting" not in {slot.fact for slot in slots}
    assert {"work_setting"} <= {slot.fact for slot in find_settings(read("my school is nice"))}


def test_a_lead_mentor_of_an_accredited_provider_says_both() -> None:
    found = facts("I'm lead mentor for an accredited ITT provider")
    assert found["employment_type"] == "lead_mentor_for_accredited_itt_provider"
    assert found["itt_provider_approved"] is True


def test_a_referral_by_an_adviser_is_read() -> None:
    found = facts("I was referred by a Return to Teaching Adviser")
    assert found["referred_by_return_to_teaching_adviser"] is True
    assert found["work_setting"] == "other"
