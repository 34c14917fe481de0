"""Lists described, referred back to, or not known; workplaces and advisers in people's own words."""

from __future__ import annotations

import pytest

from advisor.dialogue.state import DialogueState, Pending
from tests.dialogue.samples import say

SCHOOLS, RISE = "on_pp50_school_list", "on_rise_list"
REFERRED = "referred_by_return_to_teaching_adviser"


def held(*messages: str, asked: str | None = None) -> dict[str, object]:
    """Return the facts held after the messages, the last of them an answer to what was asked."""
    state = DialogueState()
    for position, message in enumerate(messages, 1):
        if asked is not None and position == len(messages):
            state = state.model_copy(update={"pending": Pending(fact=asked)})
        state = say(message, state).state
    return {name: known.value for name, known in state.person.facts.items()}


@pytest.mark.parametrize(
    ("message", "listed"),
    [
        ("our school sits in the upper half list for pupil premium", True),
        ("secondary in Hull, which is listed for pupil premium", True),
        ("typed our number into the pupil premium sheet and up it came", True),
        ("primary in Hull, we fall in the lower half for pupil premium", False),
        ("typed our number into the pupil premium sheet, nothing", False),
        ("too few PP children to get on the list", False),
        ("half of our year group is pupil premium", None),
        ("our neighbour is on the pupil premium sheet", None),
        ("my head brought up the PP50 list", None),
        ("we're leafy, so I doubt we're PP50", None),
    ],
)
def test_a_list_is_known_by_what_it_holds(message: str, listed: bool | None) -> None:
    assert held(message).get(SCHOOLS) is listed


@pytest.mark.parametrize(
    ("asked", "message", "schools", "rise"),
    [
        (RISE, "head looked: not on it nor on the pupil premium one", False, False),
        (SCHOOLS, "yes to that one, no to RISE", True, False),
        (SCHOOLS, "not on it, and same goes for RISE", False, False),
        (SCHOOLS, "no. nor the other one", False, False),
        (RISE, "bottom half for pupil premium so not on that one. As for RISE, search me", False, None),
    ],
)
def test_a_list_is_referred_back_to(asked: str, message: str, schools: bool | None, rise: bool | None) -> None:
    facts = held("state primary in Derby", message, asked=asked)
    assert (facts.get(SCHOOLS), facts.get(RISE)) == (schools, rise)


@pytest.mark.parametrize(
    "idiom",
    [
        "your guess is as good as mine",
        "lord knows",
        "beats me",
        "haven't the foggiest",
        "I'd have to check",
        "is a mystery to me",
    ],
)
def test_who_does_not_know_says_nothing_of_one_list(idiom: str) -> None:
    facts = held(f"not on PP50, RISE {idiom}")
    assert (facts.get(SCHOOLS), facts.get(RISE)) == (False, None)


def test_asking_back_what_was_meant_supposes_nothing() -> None:
    assert held("if you mean the pupil premium list, we're on it", asked=SCHOOLS)[SCHOOLS] is True
    assert SCHOOLS not in held("how would I find out about lists", asked=SCHOOLS)


def test_a_college_list_keeps_its_name() -> None:
    facts = held("sixth form college in Bury. not on the 16 to 19 disadvantage list")
    assert (facts.get("on_pp50_fe_list"), facts.get(SCHOOLS)) == (False, None)


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        ("post-16 lead at a UTC in Hull", {"work_setting": "a_school", "eligible_establishment_type": True}),
        ("juniors, Dover, Kent CC", {"work_setting": "a_school", "eligible_establishment_type": True}),
        ("I book school parties in at a science centre in York", {"work_setting": "other"}),
        ("teacher at Les Quennevais", {"works_in_england": False}),
        ("HoD in Stirling. Next term I'm deputy at a primary in Kendal", {"works_in_england": False}),
        ("teaching in Newry until July, then a comp in Leeds", {"works_in_england": False}),
        ("I was in Newry until July, then a comp in Leeds where I am now", {"works_in_england": True}),
        (
            "We're a DfE accredited SCITT in Kent and our lead mentor wants NPQLTD",
            {"employment_type": "lead_mentor_for_accredited_itt_provider", "itt_provider_approved": True},
        ),
    ],
)
def test_workplaces_in_other_words(message: str, facts: dict[str, object]) -> None:
    told = held(message)
    assert {name: told.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    ("message", "referred"),
    [
        ("if you're fishing for it: no return-to-teaching adviser ever referred me", False),
        ("A return to teaching adviser? Never met one", False),
        ("Referred by a return to teaching adviser? I was not", False),
        ("my return-to-teaching adviser has put my name forward", True),
        ("could a return to teaching adviser refer me?", None),
    ],
)
def test_a_referral_in_free_words(message: str, referred: bool | None) -> None:
    assert held("I'm between jobs in Leeds", message).get(REFERRED) is referred
