"""Words that look like telling a fact and tell of another matter: "dropped out after a term", "in writing"."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known, say

SCHOOL, COLLEGE = "on_pp50_school_list", "on_pp50_fe_list"
TEACHING = "npq-leading-teaching"


def facts_after(*messages: str) -> dict[str, object]:
    return known(after(*messages))


def test_a_question_word_in_the_sentence_before_leaves_a_list_told() -> None:
    told = facts_after("Was on agency books till Easter. School is on the PP50 list, I've checked the spreadsheet.")
    assert told[SCHOOL] is True
    assert SCHOOL not in facts_after("Is our school on the PP50 list, Hull academy?")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("oh no, we've dropped out this year", False),
        ("I started that same one in 2024 on a DfE funded place and dropped out after a term", True),
    ],
)
def test_who_drops_out_of_a_course_stays_on_the_list(text: str, listed: bool) -> None:
    assert facts_after("primary academy, PP50 school", "would leading teaching be funded?", text)[SCHOOL] is listed


@pytest.mark.parametrize("lead", ["forgot to say ", "I should say ", ""])
def test_the_same_one_is_the_course_spoken_of(lead: str) -> None:
    told = facts_after(
        "secondary academy, would leading teaching be funded?",
        f"{lead}I started that same one in autumn 2024 on a DfE funded place and dropped out after a term",
    )
    record = told["prior_applications"][0]  # type: ignore[index]
    assert (record["course"], record["training_status"]) == (TEACHING, "withdrawn")


def test_who_says_suppose_has_not_had_it() -> None:
    assert "prior_applications" not in facts_after(
        "academy, would leading teaching be funded?", "let's say I started it"
    )


def test_what_others_say_of_all_such_places_is_not_said_of_ones_own() -> None:
    told = facts_after("I'm SENCO in an independent special school in Essex", "Everyone says independents get nothing.")
    assert told["establishment_type_code"] == "10"


def test_a_list_of_colleges_holds_none_but_state_funded_ones() -> None:
    told = facts_after(
        "manager at a college in Blackburn", "just looked: the college is on the 16 to 19 disadvantage list"
    )
    assert (told[COLLEGE], told["eligible_establishment_type"]) == (True, True)


def test_a_list_of_accredited_trainers_is_no_disadvantage_list() -> None:
    assert SCHOOL not in facts_after("We're an accredited ITT provider, on DfE's list, yes.")


def test_out_of_a_headship_names_no_course() -> None:
    text = "What I want is the early headship coaching offer. Can I get that funded while I'm out of a headship?"
    assert say(text).courses == ("npq-early-headship-coaching-offer",)


def test_a_child_that_starts_school_is_not_at_work_there() -> None:
    told = facts_after(
        "stayed home with three kids, the youngest started school in September. I've no job at the moment."
    )
    assert told["work_setting"] == "other"


@pytest.mark.parametrize("text", ["we have it in writing from the department", "they confirmed that in writing"])
def test_what_is_had_in_writing_is_no_subject_and_no_earlier_npq(text: str) -> None:
    told = facts_after("PRU in Sandwell, is NPQEL funded?", text)
    assert not {"subject", "aims", "prior_applications"} & told.keys()
    assert facts_after("I lead on writing")["subject"] == "literacy"


def test_the_day_a_piece_of_work_is_due_is_no_intake() -> None:
    assert "cohort_id" not in facts_after("uni says I can hand the last bit in by Easter 2027")


def test_a_university_that_tells_its_student_something_is_no_workplace() -> None:
    assert "work_setting" not in facts_after("uni says I can hand the last bit in late")
    assert facts_after("I work at a uni in Leeds")["work_setting"] == "other"


def test_a_friend_of_some_kind_is_not_oneself() -> None:
    state = after("deputy in a private nursery, Gloucester", "a childminder friend did hers there I think")
    facts = state.person.facts
    assert (facts["early_years_setting"].value, facts["role"].value) == ("private_nursery", "deputy_head")


@pytest.mark.parametrize(
    ("messages", "listed"),
    [
        (("academy in Leeds. We were on the PP50 list but dropped out this year.",), False),
        (("PP50 - we were on it but dropped out. Academy in Leeds.",), False),
        (("at a PP50 school, I did NPQSL and dropped out",), True),
        (("Do you know if St. Mary's primary in Leeds is on the PP50 list",), None),
        (("Our primary in Leeds is on the DfE's list. I mentor ITT trainees.",), True),
    ],
)
def test_a_list_is_told_of_the_place_and_of_now(messages: tuple[str, ...], listed: bool | None) -> None:
    assert facts_after(*messages).get(SCHOOL) is listed


@pytest.mark.parametrize(
    ("text", "by_state"),
    [
        ("I work in a state primary in Leeds and my child goes to a school in York private.", True),
        ("I looked up our neighbour on GIAS and it says independent school. I'm at a primary in Leeds.", None),
        ("Our school is a small one with 90 pupils, paid for by the state.", True),
        ("All our pupils are placed and paid for by the council, alternative provision in Essex", None),
        ("alternative provision, on the register it says 'Other independent school'", False),
        ("I teach children at a state primary in Leeds.", True),
        ("I'm a headteacher mum of two in an academy in Leeds.", True),
    ],
)
def test_who_keeps_a_place_is_told_of_ones_own(text: str, by_state: bool | None) -> None:
    assert facts_after(text).get("eligible_establishment_type") is by_state


@pytest.mark.parametrize(
    ("text", "intake"),
    [
        ("hoping to do NPQSL by spring 2027", "2027a"),
        ("I deferred my place to spring 2027", "2027a"),
        ("I withdrew from NPQSL in autumn 2026, can I start NPQLT in autumn 2026?", "2026b"),
        ("SENCO NPQ, autumn 2024 I was accepted on it and had the funded place", None),
        ("NPQSL, I started it in 2023 and dropped out in the spring when my son was born", None),
    ],
)
def test_an_intake_is_the_one_wished_for(text: str, intake: str | None) -> None:
    assert facts_after(text).get("cohort_id") == intake


def test_an_old_npqh_that_was_failed_is_not_held_until_it_is_passed_again() -> None:
    assert "npqh_stage" not in facts_after("Did NPQH back in 2015, the old National College one, failed the assessment")
    assert facts_after("I failed NPQH in 2010, then retook and hold NPQH")["npqh_stage"] == "completed_npqh"


@pytest.mark.parametrize(
    "message",
    ["sorry, it's a nursery, private", "sorry not primary, its a nursery, private", "no, I work in a private nursery"],
)
def test_a_nursery_takes_the_place_of_a_school_told_before(message: str) -> None:
    told = facts_after("primary school in York, NPQSL funded?", message)
    assert (told["work_setting"], told["early_years_setting"]) == ("early_years_or_childcare", "private_nursery")


@pytest.mark.parametrize(
    "message",
    [
        "actually it's a nursery teacher role",
        "no, it's a nursery TA role, same school",
        "well it's a nursery through to year 6",
        "no, it's a primary nursery and infants",
        "well I work in a nursery on Mondays",
    ],
)
def test_a_nursery_that_is_part_of_the_school_does_not(message: str) -> None:
    assert facts_after("primary school in York, NPQSL funded?", message)["work_setting"] == "a_school"


@pytest.mark.parametrize("message", ["we're a school nursery actually", "I work in a school nursery"])
def test_a_schools_nursery_is_no_private_one(message: str) -> None:
    told = facts_after("private nursery in Hull, NPQEYL funded?", message)
    assert told["early_years_setting"] == "preschool_class_as_part_of_school"


def test_a_school_with_a_nursery_beside_stays_a_school() -> None:
    for message in ("I work in a school, nursery and reception", "we're a school (nursery to year 6)"):
        assert facts_after(message)["work_setting"] == "a_school"
