"""What is so is kept apart from what is sought, tried out, another's, or taken back."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.dialogue.slots.taken_back import find_taken_back
from advisor.dialogue.state import DialogueState, KnownValue, Pending
from tests.dialogue.samples import after, known, say

ABROAD = DialogueState().with_person(
    DialogueState().person.model_copy(
        update={
            "facts": {
                "works_in_england": KnownValue(value=False, turn=0, quote=""),
                "work_setting": KnownValue(value="a_school", turn=0, quote=""),
            }
        }
    )
)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Stirling deputy, interview on Monday at a school in Kendal", {"works_in_england": False}),
        ("I teach in Newport and have applied for a post at a primary in Bath", {"works_in_england": False}),
        ("Jersey school, shortlisted for a job in Poole", {"works_in_england": False}),
        ("do I stay at my prep in Ascot or take the job at the academy", {"eligible_establishment_type": False}),
        ("applied for NPQSL before, academy in Leeds", {"works_in_england": True}),
        ("interviewed my deputy about NPQH, academy in Hull", {"eligible_establishment_type": True}),
        ("schools in Powys and Shropshire, I'm based in the Shropshire one", {"works_in_england": True}),
        ("I cover Cardiff and Bristol, Bristol is where I'm employed", {"works_in_england": True}),
        ("TRN from Wales, now at an academy in Leeds", {"works_in_england": True}),
        ("lead a pre-school run by a parents committee in Wiltshire", {"works_in_england": True}),
        ("I work in a family centre in Leeds", {"works_in_england": True}),
        ("check if our deputy (fee-paying school, Bath) can have NPQSL", {"eligible_establishment_type": False}),
        ("I lead two federated primaries, both voluntary aided", {"eligible_establishment_type": True}),
        ("uni technical college in Wigan", {"work_setting": "a_school"}),
        ("at the prep I mean", {"eligible_establishment_type": False}),
    ],
)
def test_the_workplace_is_where_somebody_works_now(text: str, facts: dict[str, Any]) -> None:
    held = known(after(text))
    assert {name: held.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    "text",
    [
        "my parents live in Liverpool and I may come back, no job yet",
        "our family are all in Kent",
        "I own a house in Devon",
        "does that count as England?",
        "my kids go to school in Chester",
    ],
)
def test_where_the_family_lives_is_no_workplace(text: str) -> None:
    held = known(after(text, state=ABROAD))
    assert (held["works_in_england"], held["work_setting"]) == (False, "a_school")


@pytest.mark.parametrize(
    ("texts", "facts"),
    [
        (["head since 2023. suppose I'd started in 2016?", "no, as it is"], True),
        (["Head, second year. If I'd been in post since 2015, same answer?", "and as I am?"], True),
        (["I became head in January"], True),
        (["took over from the retiring headteacher in 2024"], True),
        (["EHCO please. I took over last September"], True),
        (["our senco left and I took over in March, the head asked me"], None),
        (["head confirmed it, we're listed since 2024"], None),
    ],
)
def test_years_of_headship_are_those_that_are_so(texts: list[str], facts: bool | None) -> None:
    assert known(after(*texts)).get("in_first_five_years_of_headship") is facts


@pytest.mark.parametrize(
    ("texts", "stage"),
    [
        (["started as head in November, have NPQH"], "completed_npqh"),
        (["head here, NPQH: yes"], "completed_npqh"),
        (["new head, no intention whatever of doing NPQH", "I give in, am signing up for NPQH"], "will_start_npqh"),
    ],
)
def test_the_npqh_of_a_head_in_fragments(texts: list[str], stage: str) -> None:
    assert known(after(*texts)).get("npqh_stage") == stage


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("I left EHCO once... no wait that was my colleague. never had it", []),
        ("first time doing any NPQ, NPQH, academy", []),
        ("no NPQs before, would like NPQSL", []),
        ("first ever NPQ, senior leadership", []),
        (
            "was on the waitlist for NPQLL, never got a place",
            [{"course": "npq-leading-literacy", "status": "rejected"}],
        ),
        ("I have no intention at all of doing NPQH", None),
    ],
)
def test_a_place_refused_or_a_friends_is_none(text: str, records: object) -> None:
    assert known(after(text)).get("prior_applications") == records


@pytest.mark.parametrize(
    ("asked", "text", "facts"),
    [
        ("maths_understanding", "can show nothing at all", {"maths_understanding": "cannot_show"}),
        ("maths_understanding", "not really, no", {"maths_understanding": "cannot_show"}),
        ("maths_understanding", "I can show it by my lessons", {"maths_understanding": "another_way"}),
        (
            "maths_mastery_year_completed",
            "never been near it",
            {"maths_mastery_year_completed": False, "prior_applications": None},
        ),
    ],
)
def test_mastery_is_answered_in_other_words(asked: str, text: str, facts: dict[str, Any]) -> None:
    held = known(say(text, DialogueState(pending=Pending(fact=asked))).state)
    assert {name: held.get(name) for name in facts} == facts


def test_a_similar_course_is_tried_out() -> None:
    held = known(after("NPQLPM, mastery has passed me by", "what if I'd done a similar course"))
    assert held["maths_mastery_year_completed"] is False
    assert held["maths_understanding"] == "taken_a_similar_course"


def test_only_what_another_turns_out_to_have_done_is_taken_back() -> None:
    assert find_taken_back("i'm a head. i left ehco. oh wait, that was my wife") == (11, 23)
    assert find_taken_back("i left ehco, sorry, that was in 2022") is None
