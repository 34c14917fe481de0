from __future__ import annotations

import pytest

from advisor.dialogue.state import SELF
from advisor.dialogue.subjects import find_subject
from tests.dialogue.samples import after, known


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("what about my colleague?", "colleague"),
        ("it's for my wife", "wife"),
        ("my deputy wants to do NPQH", "deputy"),
        ("can my ta do one?", "ta"),
        ("asking for a friend", "friend"),
        ("our senco is new", "senco"),
        ("we have a new senco from january. she did nasenco in 2012. does she need the npq?", "senco"),
        ("is npqsl funded for one of our teachers", "teacher"),
    ],
)
def test_a_question_for_somebody_else_turns_to_them(text: str, who: str) -> None:
    change = find_subject(text, SELF)
    assert change is not None
    assert who in (change.subject, change.subject.removesuffix("s"))


@pytest.mark.parametrize(
    "text",
    [
        "my head says i must do npqh", "our headteacher wants me to do it", "my headteacher told me",
        "is it funded for me", "and my head is kind",
        "we have a new head, he wants me to do npqsl. is it funded?",
        "we have a new head. she is lovely. i'm a maths lead in leeds, can i get npqlt funded?",
        "we've got a new senco, she says i should do npqlbc",
        "i am a teacher", "do teachers need qts", "my school is an academy",
    ],
)  # fmt: skip
def test_somebody_who_is_only_mentioned_is_not_the_subject(text: str) -> None:
    assert find_subject(text, SELF) is None


@pytest.mark.parametrize("text", ["back to me", "and what about me?", "as for me", "is it free for me", "for myself"])
def test_the_writer_comes_back(text: str) -> None:
    change = find_subject(text, "colleague")
    assert change is not None
    assert change.subject == SELF


def test_the_same_person_again_is_no_change() -> None:
    assert find_subject("what about my colleague?", "colleague") is None


def test_a_colleagues_facts_and_ones_own_stay_apart() -> None:
    state = after(
        "I'm a headteacher in an academy in Leeds", "What about my colleague? She works in a nursery in Wales"
    )
    assert state.subject == "colleague"
    assert known(state)["works_in_england"] is False
    assert "is_headteacher" not in known(state)
    back = after("And what about me?", state=state)
    assert back.subject == SELF
    assert known(back)["works_in_england"] is True
    assert known(back)["is_headteacher"] is True
    assert "early_years_setting" not in known(back)


def test_a_colleague_at_the_same_school_shares_the_workplace_and_no_more() -> None:
    state = after(
        "I'm a deputy head in an academy in Leeds. I did NPQSL funded.", "My colleague at our school wants NPQH"
    )
    assert known(state)["works_in_england"] is True
    assert known(state)["work_setting"] == "a_school"
    assert not {"role", "prior_applications", "is_headteacher"} & set(known(state))


def test_a_colleague_elsewhere_starts_with_nothing_but_the_intake() -> None:
    state = after("I work in an academy in Leeds, starting autumn 2026", "What about my friend?")
    assert known(state) == {"cohort_id": "2026b"}


def test_two_others_are_two_people() -> None:
    state = after("What about my wife? She works in Wales", "And my friend? He works in Leeds")
    assert {name: person.facts["works_in_england"].value for name, person in state.people.items() if person.facts} == {
        "wife": False,
        "friend": True,
    }


def test_a_participant_is_a_new_person_each_time() -> None:
    state = after("a participant at an academy in Leeds asks about NPQH")
    assert state.subject == "participant"
    assert known(after("the participant is a deputy", state=state))["works_in_england"] is True
    assert "works_in_england" not in known(after("another participant is a deputy", state=state))


@pytest.mark.parametrize(
    "text",
    [
        "Another one: works for an independent school, wants NPQSL",
        "next enquiry - a deputy at an independent school wants NPQSL",
        "ok now someone else. teaches at an independent school, NPQSL?",
        "second caller: she's at an independent school",
    ],
)
def test_the_next_enquiry_takes_nothing_over_from_the_one_before(text: str) -> None:
    state = after("Caller is a deputy at an academy in Leeds, wants NPQH in autumn 2026. funded?")
    assert known(state)["works_in_england"] is True
    fresh = known(after(text, state=state))
    assert fresh["eligible_establishment_type"] is False
    assert not {"works_in_england", "cohort_id"} & set(fresh)


def test_she_says_goes_on_about_the_one_spoken_of() -> None:
    state = after("I'm at an independent special school in Somerset, NPQH?", "She's had no NPQ.")
    assert state.subject == SELF
    caller = after("caller is at an academy in Leeds, NPQSL?", "She says she's a deputy")
    assert (caller.subject, known(caller)["role"]) == ("caller", "deputy_head")
    assert known(caller)["works_in_england"] is True


def test_somebody_in_general_is_nobody_spoken_of_before() -> None:
    state = after("I'm at an academy in Kent", "Is NPQLL free for someone at a private school?")
    assert state.subject == "person"
    assert "works_in_england" not in known(state)


def test_a_ta_asking_of_tas_speaks_of_themselves() -> None:
    assert find_subject("so is that a yes or a no for a ta", SELF) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("What a shame. My new deputy though, could she have NPQSL?", "deputy"),
        ("And our assistant head, new this term, would she be funded?", "assistant head"),
    ],
)
def test_somebody_set_against_the_one_before_is_turned_to(text: str, who: str) -> None:
    assert after("NPQH for me, head of an academy in Hove", text).subject == who


def test_somebody_at_the_school_next_door_shares_the_nation_and_no_list() -> None:
    state = after(
        "NPQEL for me, head of a PP50 academy in Derby", "and the school in our trust, its head, same course?"
    )
    assert state.subject != SELF
    assert known(state)["works_in_england"] is True
    assert "on_pp50_school_list" not in known(state)


@pytest.mark.parametrize("text", ["and the school next door where I teach too?", "the school in our trust is listed"])
def test_a_place_near_by_without_its_people_turns_to_nobody(text: str) -> None:
    assert after("NPQEL for me, head of an academy in Derby", text).subject == SELF


def test_the_last_one_after_general_questions_is_of_the_one_who_writes() -> None:
    assert after("How long is NPQH?", "Last one. Deputy at an academy, Hull. Who pays?").subject == SELF
    assert after("I'm a deputy at an academy in Hull", "Next one. Teacher at a school in Cardiff").subject != SELF


def test_words_of_today_leave_a_past_intake_behind() -> None:
    asked = "Was NPQSL funded in autumn 2025 at our state primary in Hull?"
    assert known(after(asked))["cohort_id"] == "2025b"
    assert "cohort_id" not in known(after(asked, "so it's changed, and for us?"))
    assert known(after(asked, "and NPQH then?"))["cohort_id"] == "2025b"


@pytest.mark.parametrize("text", ["suppose I did it this autumn, who pays", "imagine I took that from an academy"])
def test_what_is_only_tried_out_is_no_earlier_npq(text: str) -> None:
    assert not known(after("What is NPQH?", text)).get("prior_applications")


def test_what_was_done_before_is_an_earlier_npq_though_supposed() -> None:
    assert "prior_applications" in after("What is NPQH?", "what if I did it in 2019 and passed").person.hinted
