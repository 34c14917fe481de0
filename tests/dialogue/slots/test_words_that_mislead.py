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
