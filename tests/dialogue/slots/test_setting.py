from __future__ import annotations

import pytest

from advisor.dialogue.slots.setting import find_settings
from tests.dialogue.samples import after, hinted, known, read, told


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


EARLY, SCHOOL = {"work_setting": "early_years_or_childcare"}, {"work_setting": "a_school"}
COLLEGE = {"work_setting": "a_16_to_19_educational_setting"}


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("private one", EARLY, {"early_years_setting": "private_nursery"}),
        ("no, it's maintained", EARLY, {"early_years_setting": "local_authority_maintained_nursery"}),
        ("private one", SCHOOL, {"eligible_establishment_type": False}),
        (
            "it's state funded",
            {"work_setting": "a_16_to_19_educational_setting"},
            {"eligible_establishment_type": True},
        ),
        ("its independent", SCHOOL | {"establishment_type_code": "10"}, {}),
    ],
)
def test_the_kind_of_a_known_workplace_is_read_by_what_it_is(
    text: str, known: dict[str, object], expected: dict[str, object]
) -> None:
    slots = {slot.fact: slot.value for slot in find_settings(read(text, known=known)) if slot.fact != "setting"}
    assert expected.items() <= slots.items()
    assert slots.get("work_setting", known["work_setting"]) == known["work_setting"] or not expected


def test_a_nursery_class_of_a_school_is_in_the_school() -> None:
    assert told(find_settings, "EYFS lead in a primary (reception and nursery class)")["work_setting"] == "a_school"


@pytest.mark.parametrize(
    "text",
    [
        "she's moving back to a state school in Essex",
        "starting a new job in April at an academy",
        "she might be at an independent school",
        "I start at a state school after Easter",
        "about to start as deputy at an academy",
        "my contract with the academy begins in february",
        "she's been offered a job at an academy but hasn't started",
        "I join a state academy in the new year",
        "from april i work for an academy",
        "I will be teaching at a maintained primary from september",
    ],
)
def test_a_workplace_to_come_is_not_the_workplace_now(text: str) -> None:
    assert told(find_settings, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "I start at a state school in January, currently at an independent school",
        "I'm at an independent school now but from September I'll be at a maintained primary",
        "joining an academy next term, at an independent school at the moment",
    ],
)
def test_the_workplace_of_today_is_kept_beside_the_one_to_come(text: str) -> None:
    assert told(find_settings, text)["eligible_establishment_type"] is False


@pytest.mark.parametrize(
    "text",
    [
        "I work at an academy and want to start NPQSL next year",
        "I'm at an academy, can I start NPQH in january",
        "I've been at an academy from September",
    ],
)
def test_a_course_to_come_leaves_the_workplace_of_today(text: str) -> None:
    assert told(find_settings, text)["eligible_establishment_type"] is True


def test_an_agency_stays_the_employer_whatever_schools_it_sends_to() -> None:
    facts = told(find_settings, "a supply teacher employed through an agency works at lots of different state schools")
    assert facts["work_setting"] == "other"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I used to work in a virtual school, now at a primary in Hull", "a_school"),
        ("gave up lead mentoring for the university last year, back at a primary", "a_school"),
        ("I teach at an international school in Cairo", "a_school"),
        ("special school, every place paid for by councils", "a_school"),
        ("16-19 maths school, the free school sort", "a_16_to_19_educational_setting"),
    ],
)
def test_the_workplace_of_today_counts_whatever_is_named_beside_it(text: str, value: str) -> None:
    assert told(find_settings, text)["work_setting"] == value


@pytest.mark.parametrize(
    "text", ["the 16-19 list no idea, matter?", "not on the post-16 list", "we're on the schools list"]
)
def test_the_name_of_a_list_tells_of_no_workplace(text: str) -> None:
    facts = known(after("upper school in Bedford, y9 to y13, state, NPQLT", text))
    assert (facts["work_setting"], facts["phase"]) == ("a_school", "secondary")


@pytest.mark.parametrize(
    "text", ["community infant & nursery, Tameside", "community infant and nursery school in Tameside"]
)
def test_an_infant_and_nursery_school_is_a_state_school(text: str) -> None:
    facts = known(after(text))
    assert (facts["work_setting"], facts["eligible_establishment_type"]) == ("a_school", True)


def test_who_has_mindees_is_a_childminder() -> None:
    turns = ("cm in stockport, 3 mindees + 2 after schools", "my agency looked me up")
    assert known(after(*turns))["early_years_setting"] == "childminder"
