"""Words told of another matter than they stand beside: a colleague's place, a head who leaves, another list."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known

SCHOOL, RISE = "on_pp50_school_list", "on_rise_list"


def facts_after(*messages: str) -> dict[str, object]:
    return known(after(*messages))


@pytest.mark.parametrize(
    ("text", "is_head"),
    [
        ("I'm a deputy just now. I've got my first headship but that starts in April.", False),
        ("I've got my first headship but it doesn't start until Easter", False),
        ("I've a headship lined up and it only starts in September, ehco?", None),
        ("I'm a head, my first headship, and it starts to feel real", True),
        ("My first headship, it started in April 2024", True),
        ("deputy head at the moment, with its own head on site", False),
    ],
)
def test_a_headship_that_starts_later_is_none_yet(text: str, is_head: bool | None) -> None:
    told = facts_after(text)
    assert told.get("is_headteacher") in (is_head, False if is_head is None else is_head)
    assert is_head or "in_first_five_years_of_headship" not in told


def test_a_caller_is_the_one_whose_post_is_told() -> None:
    told = facts_after("caller headteacher 7 yrs in post manchester primary academy wants ehco funded, has npqh")
    assert (told["is_headteacher"], told["in_first_five_years_of_headship"]) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "My head goes in 2028, is NPQH funded?",
        "my head retires in summer 2027 and I want her job. is npqh funded",
        "the post is coming up in 2028, is NPQH funded?",
        "In autumn 2024 I went for the SENCO NPQ but there was no place. Is it funded?",
        "new to senco role sept 2025, by when must I have the npq",
    ],
)
def test_a_year_in_which_somebody_goes_or_came_is_no_intake(text: str) -> None:
    assert "cohort_id" not in facts_after(text)


@pytest.mark.parametrize(
    "text", ["is NPQH funded in 2028?", "if I wait until autumn 2027, is it funded?", "in autumn 2024 was I eligible?"]
)
def test_a_year_asked_about_is_one(text: str) -> None:
    assert "cohort_id" in facts_after("deputy, academy, NPQH", text)


def test_since_when_somebody_is_senco_is_told_by_being_new() -> None:
    assert facts_after("new to senco role sept 2025, primary academy crewe")["senco_start"] == "2025-09"


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("sorry, I had last year's list open, we're not on this year's", False),
        ("we are on this year's, I've checked", True),
        ("Sorry, they're not on it. RISE is a no as well.", False),
        ("RISE is a no.", True),
    ],
)
def test_what_was_told_of_a_list_is_put_right_beside_another(text: str, listed: bool) -> None:
    told = facts_after("academy in Redcar, on the PP50 list, is NPQEL funded?", text)
    assert told[SCHOOL] is listed


@pytest.mark.parametrize(
    "text",
    [
        "trust of 8 schools, three of them are on the PP50 list and five arent. NPQEL funded?",
        "we're a trust of six schools, half are PP50 and half not. is NPQLT funded?",
        "two schools aren't on it and four are. PP50 I mean",
    ],
)
def test_of_schools_some_of_which_are_listed_none_is_told(text: str) -> None:
    assert SCHOOL not in facts_after(text)


def test_a_list_the_school_is_not_on_says_nothing_of_the_provider() -> None:
    told = facts_after(
        "I'm a lead mentor for an accredited ITT provider in Plymouth. The school I'm in isnt on any disadvantage list."
    )
    assert told["itt_provider_approved"] is True
    told = facts_after("I'm a lead mentor for a SCITT, it's not on DfE's list of accredited providers")
    assert told["itt_provider_approved"] is False


def test_a_doubt_of_a_list_leaves_the_workplace_told() -> None:
    told = facts_after("I teach at a state sixth form college. Nobody can tell me if the college is on any list.")
    assert told["work_setting"] == "a_16_to_19_educational_setting"


@pytest.mark.parametrize(
    "text",
    [
        "My deputy did NPQLL in 2023, funded. It's my year 2 teacher who wants it, she hasn't done any.",
        "KS1 lead had NPQLL funded in 2023. It's for my year 2 teacher who wants it and she has not done any.",
    ],
)
def test_who_wants_it_now_has_not_had_the_place_of_another(text: str) -> None:
    assert facts_after(text)["prior_applications"] == []


def test_who_wants_it_keeps_the_places_told_of_them() -> None:
    told = facts_after("It's my deputy who wants NPQH, she passed NPQSL in 2022, funded by DfE")
    assert [each["course"] for each in told["prior_applications"]] == ["npq-senior-leadership"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "open_still"),
    [
        ("I withdrew from NPQLBC in 2024. I don't know if it was DfE money or the school's.", True),
        ("did NPQH in 2022, cant remember if it was funded", True),
        ("I did NPQSL in 2022 and DfE paid. I don't know if NPQH is funded now", False),
    ],
)
def test_who_does_not_know_who_paid_tells_of_no_payer(text: str, open_still: bool) -> None:
    record = facts_after(text)["prior_applications"][0]  # type: ignore[index]
    assert ("funded_place" not in record) is open_still


@pytest.mark.parametrize(
    "text", ["im head of y9 at an academy", "head of ks3 at a school in Hull", "head of drama at a primary"]
)
def test_a_head_of_a_year_or_a_subject_is_no_headteacher(text: str) -> None:
    assert facts_after(text).get("is_headteacher") is not True


def test_a_head_of_a_school_is_one() -> None:
    assert facts_after("I'm head of Oakwood primary school")["is_headteacher"] is True


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("can i do npqh if i did npqsl funded in 2022? academy in hull", True),
        ("can she do npqh if she's done npqsl two years ago", True),
        ("can i do npqh if i did npqsl first?", False),
    ],
)
def test_an_npq_with_its_day_is_told_for_all_the_if(text: str, told: bool) -> None:
    assert bool(facts_after(text).get("prior_applications")) is told


@pytest.mark.parametrize(
    "text",
    [
        "I'm a headteacher since September 2025, and the coaching looks good but it starts in spring. can I have it?",
        "I'm the head and I have no deputy at present. Can I have Early Headship Coaching?",
        "I'm in my second year of headship / senior leadership role. EHCO?",
    ],
)
def test_a_serving_head_stays_one(text: str) -> None:
    assert facts_after(text)["is_headteacher"] is True


@pytest.mark.parametrize(
    "text",
    [
        "I did NPQSL, DfE funded, in 2022. I don't know what funding I can get now for NPQH",
        "It's the NPQH that I want. I did NPQSL in 2022 with DfE funding and withdrew, never done any other",
        "I'd also done NPQSL in 2022, funded by DfE. Is NPQH funded?",
    ],
)
def test_a_funded_place_stays_told_beside_other_doubts_and_wishes(text: str) -> None:
    record = facts_after(text)["prior_applications"][0]  # type: ignore[index]
    assert (record["course"], record["funded_place"]) == ("npq-senior-leadership", True)


@pytest.mark.parametrize(
    ("text", "cohort"),
    [
        ("My deputy is going for NPQSL in autumn 2026, at an academy. Is it funded?", "2026b"),
        ("She's going for NPQH in spring 2027. Is it funded?", "2027a"),
        ("I'll be a head in a year's time. Is NPQH funded for me?", None),
        ("I'm not going to apply for autumn 2026, is NPQH still funded after that?", None),
    ],
)
def test_who_goes_for_a_course_goes_for_it_in_that_intake(text: str, cohort: str | None) -> None:
    assert facts_after(text).get("cohort_id") == cohort


def test_labels_are_nobodys_name() -> None:
    told = facts_after("Currently: teacher, PP50 primary in Leeds. Previously: teacher in Cardiff. NPQSL funded?")
    assert told["works_in_england"] is True


def test_a_place_that_is_home_to_the_school_is_where_it_is() -> None:
    assert facts_after("Swansea is home to my school. Is NPQSL funded?")["works_in_england"] is False
