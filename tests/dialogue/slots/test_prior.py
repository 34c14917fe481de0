from __future__ import annotations

from typing import Any, cast

import pytest

from advisor.dialogue.slots.prior import find_prior, past_courses
from tests.dialogue.samples import hinted, read, told


def applications(text: str) -> Any:
    return told(find_prior, text).get("prior_applications")


def earlier(text: str) -> Any:
    return told(find_prior, text).get("prior_npqs")


@pytest.mark.parametrize(
    "text",
    ["I've never done an NPQ", "never had funding", "no previous NPQs", "this is my first NPQ",
     "I haven't had any funding",
     "nothing funded", "none of us has had one before"],
)  # fmt: skip
def test_never_and_none_mean_no_earlier_place(text: str) -> None:
    assert applications(text) == []


@pytest.mark.parametrize(
    "text", ["I haven't done teaching for mastery", "never taught maths", "I want to do NPQH", "is NPQH free?"]
)
def test_other_nevers_and_wishes_say_nothing_of_it(text: str) -> None:
    assert told(find_prior, text) == {}
    assert not past_courses(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I did NPQSL funded in 2022", {"course": "npq-senior-leadership", "funded_place": True, "cohort_id": "2022b"}),
        ("I withdrew from a funded NPQH", {"funded_place": True, "training_status": "withdrawn"}),
        ("I did NPQSL in 2022 but withdrew, it was funded", {"funded_place": True, "training_status": "withdrawn"}),
        ("I failed NPQSL, it was funded", {"funded_place": True, "outcome": "failed"}),
        ("I paid for NPQLT myself", {"course": "npq-leading-teaching", "funded_place": False}),
        ("I self-funded NPQLL in 2023", {"course": "npq-leading-literacy", "funded_place": False}),
        ("school paid for my NPQSL in 2023", {"funded_place": False}),
        ("I deferred my NPQSL in 2024", {"training_status": "deferred"}),
        ("I'm currently doing NPQLBC", {"course": "npq-leading-behaviour-culture", "status": "accepted"}),
    ],
)
def test_an_earlier_registration_is_read_with_how_it_went_and_who_paid(text: str, expected: dict[str, object]) -> None:
    (found,) = applications(text)
    assert {name: found.get(name) for name in expected} == expected


def test_who_paid_is_left_open_where_nobody_said() -> None:
    (found,) = applications("I have NPQSL and want NPQH")
    assert found["course"] == "npq-senior-leadership"
    assert "funded_place" not in found
    assert "eligible_for_funding" not in found


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("I did the old NPQH in 2015", "npqh-legacy", 2015),
        ("I passed NPQSL in 2019", "npqsl-legacy", 2019),
        ("I have the legacy NPQSL", "npqsl-legacy", None),
        ("I have NPQML", "npqml", None),
        ("my NASENCO was in 2016", "nasenco", 2016),
    ],
)
def test_what_came_before_the_reform_is_no_registration(text: str, name: str, year: int | None) -> None:
    (found,) = earlier(text)
    assert (found["name"], found.get("year")) == (name, year)
    assert applications(text) is None


@pytest.mark.parametrize(
    "text",
    ["I think I did NPQLT a while ago", "I might have had a funded NPQSL", "I can't remember if I had NPQSL funded",
     "maybe I did NPQSL", "I may have done NPQSL"],
)  # fmt: skip
def test_a_half_remembered_one_is_a_hint_only(text: str) -> None:
    assert told(find_prior, text) == {}
    assert hinted(find_prior, text) == {"prior_applications"}


def test_the_course_done_is_past_and_the_course_wanted_is_not() -> None:
    assert {mention.value for mention in past_courses(read("I did NPQSL and now want NPQH"))} == {
        "npq-senior-leadership"
    }


def test_what_must_be_held_is_not_held() -> None:
    assert told(find_prior, "a SENCO appointed in 2024, by when must she have the NPQ for SENCOs") == {}


def only_application(text: str) -> dict[str, object]:
    """Return the one earlier application that a message tells of."""
    (application,) = cast(list[dict[str, object]], told(find_prior, text)["prior_applications"])
    return application


def test_each_npq_has_the_year_next_to_it() -> None:
    text = "did NPQML back in 2018 and NPQSL in 2022 (passed, funded). what now"
    assert told(find_prior, text)["prior_npqs"] == [{"name": "npqml", "status": "completed", "year": 2018}]
    application = only_application(text)
    assert (application["course"], application["cohort_id"]) == ("npq-senior-leadership", "2022b")


def test_started_and_not_finished_is_under_way() -> None:
    assert only_application("she has an NPQSL started in January 2024 but not finished")["training_status"] == "active"
    # The award before the NPQ for SENCOs is no NPQ of today: it never counts as a place on one.
    nasenco = told(find_prior, "she holds a NASENCO started in January 2024 but not finished")
    assert nasenco == {"prior_npqs": [{"name": "nasenco", "status": "in_progress", "year": 2024}]}


def test_a_spring_is_no_autumn() -> None:
    assert only_application("I withdrew from a funded NPQLBC in spring 2025")["cohort_id"] == "2025a"


def test_a_past_is_read_without_its_pronoun() -> None:
    assert only_application("did npqlt last yr, school paid")["funded_place"] is False


@pytest.mark.parametrize(
    "text",
    [
        "I've been an assistant head for two years, my line manager says NPQSL",
        "who can have the early headship coaching offer?",
        "who will win the NPQH award in 2030?",
    ],
)
def test_what_is_advised_or_still_to_come_is_nobodys_past(text: str) -> None:
    assert "prior_applications" not in told(find_prior, text)


_EHCO = "npq-early-headship-coaching-offer"


@pytest.mark.parametrize(
    "text",
    [
        "I'd signed up to the coaching in 2025 with DfE funding, accepted and all, and dropped out",
        "I did start the coaching in 2025, DfE paid, but left after a term",
        "I had the coaching in 2025, dfe-funded, but withdrew",
        "I took up the coaching offer in autumn 2025 on DfE money and gave up",
    ],
)
def test_the_coaching_is_the_offer_for_new_heads_where_that_is_spoken_of(text: str) -> None:
    found = told(find_prior, text, courses=(_EHCO,))["prior_applications"]
    assert [(each["course"], each["funded_place"]) for each in cast(Any, found)] == [(_EHCO, True)]
    assert "prior_applications" not in told(find_prior, text)


@pytest.mark.parametrize(
    "text",
    ["I had some coaching from my trust in 2025 but dropped out", "I was thinking of the coaching in 2025",
     "I did leadership coaching in 2025"],
)  # fmt: skip
def test_other_coaching_is_no_earlier_place(text: str) -> None:
    assert told(find_prior, text, courses=(_EHCO,)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "deputy could otherwise just have npqsl from dfe, no?",
        "my deputy could still have NPQSL from DfE, right?",
        "I can simply have NPQSL, DfE paying?",
        "our SENCO might as well have NPQSL funded, no?",
        "On NPQSL specifically, is HR correct that I'd get no scholarship?",
        "On the NPQSL, does DfE pay?",
        "On NPQSL funding, am I right it needs no list?",
        "If I did NPQSL would the scholarship stretch to the likes of me?",
        "if she did npqsl could that be funded?",
    ],
)
def test_a_course_that_could_be_had_is_asked_of_or_tried_out_was_not_had(text: str) -> None:
    assert applications(text) is None
    assert "prior_applications" not in hinted(find_prior, text)
    assert not past_courses(read(text))


@pytest.mark.parametrize(
    "text",
    ["I'd already had NPQSL funded by DfE in 2023. could I have it again?",
     "On NPQSL now, funded by DfE. Could I have NPQH after?",
     "I already have NPQSL from DfE. Again?"],
)  # fmt: skip
def test_a_course_had_stays_one_that_was_had(text: str) -> None:
    (record,) = applications(text)
    assert (record["course"], record["funded_place"]) == ("npq-senior-leadership", True)


@pytest.mark.parametrize(
    "text",
    ["If I did NPQSL and failed would it be funded again?", "Not sure if I did NPQSL with DfE money, would I get it?"],
)
def test_a_doubt_whether_a_course_was_had_stays_a_doubt(text: str) -> None:
    assert "prior_applications" in hinted(find_prior, text)
