"""Several people in one message are told apart, and two workplaces of one person are not."""

from __future__ import annotations

import pytest

from advisor.dialogue.several import asks_of_all, find_named, find_the_other, split_stretches
from advisor.dialogue.state import DialogueState
from tests.dialogue.samples import after, known, say


def workplaces(state: DialogueState) -> dict[str, object]:
    """Return where each of those told of together works: in England or not, None where that was not said."""
    people = {each.subject: state.people[each.subject].facts for each in state.together}
    return {
        who: facts["works_in_england"].value if "works_in_england" in facts else None for who, facts in people.items()
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "One of my teachers is at an academy in Kent, another one is a SENCO in Cardiff. Can both get NPQSL?",
            {"first person": True, "second person": False},
        ),
        (
            "me (primary, maintained, in England) and my friend in Cardiff both want NPQLT, do we get it free?",
            {"self": True, "friend": False},
        ),
        (
            "Colleague 1: deputy, academy, Norwich. Colleague 2: deputy, school in Glasgow. NPQH money for either?",
            {"first person": True, "second person": False},
        ),
        (
            "me and my sister are both teachers, I'm in Leeds and she's in Dublin. NPQSL funded for us?",
            {"self": True, "sister": False},
        ),
        (
            "Jane teaches at an academy in Slough and Tom teaches in Swansea. NPQLT - who is funded?",
            {"Jane": True, "Tom": False},
        ),
        (
            "3 staff: one at our primary in Bury, one seconded to Wales, one working for an agency. who gets NPQLT?",
            {"first person": True, "second person": False, "third person": None},
        ),
        (
            "first is a TA at an academy in Derby, second is a teacher in Swansea, NPQLT. funded?",
            {"first person": True, "second person": False},
        ),
        (
            "Faye: AHT at our Selby academy. Ola: deputy at a fee-paying school in Leeds. Who's funded for NPQSL?",
            {"Faye": True, "Ola": True},
        ),
        (
            "NPQH for two. Sam, deputy, primary in Leeds. Jo, assistant head, school in Cardiff. Are both funded?",
            {"Sam": True, "Jo": False},
        ),
        (
            "Priya - deputy at our academy in Hull. Tom - teacher at a school in Swansea. NPQSL, who's funded?",
            {"Priya": True, "Tom": False},
        ),
    ],
)
def test_each_has_a_workplace_of_their_own(text: str, found: dict[str, object]) -> None:
    assert workplaces(after(text)) == found


def test_each_has_the_course_named_for_them() -> None:
    state = after(
        "first is a TA at an academy in Derby wanting NPQLBC, second is a teacher in Swansea wanting NPQLT. funded?"
    )
    assert [each.courses for each in state.together] == [("npq-leading-behaviour-culture",), ("npq-leading-teaching",)]


def test_the_same_school_is_shared() -> None:
    state = after("My deputy (academy, Reading) wants NPQH and my SENCO (same school) wants the SENCO NPQ. funded?")
    assert workplaces(state) == {"deputy": True, "senco": True}
    assert [each.courses for each in state.together] == [("npq-headship",), ("npq-senco",)]


@pytest.mark.parametrize(
    "text",
    [
        "I work at two schools: one is in England, the other is in Wales. Is NPQSL funded?",
        "I teach in Leeds and my wife teaches in Wales. Is she funded for NPQLL?",
        "I'm at an academy in Leeds. One is NPQSL, another is NPQH: which?",
        "we're both at a PP50 academy in Hull, can we get NPQLT funded?",
    ],
)
def test_one_person_stays_one(text: str) -> None:
    assert after(text).together == ()


def test_who_speaks_of_one_of_them_alone_leaves_the_others() -> None:
    state = after("One is at an academy in Kent, another is at a school in Cardiff. Both want NPQSL, funded?")
    assert after("and NPQH?", state=state).together == state.together
    assert after("what about my wife? She's in Leeds", state=state).together == ()


def test_what_is_asked_of_one_is_not_asked_of_all() -> None:
    assert asks_of_all("one in Leeds, one in Wales. who is funded?")
    assert not asks_of_all("I'm in Leeds, my wife in Wales, can she get it?")


def test_a_message_about_one_has_no_stretches_to_speak_of() -> None:
    assert len(split_stretches("I teach in Bristol at a state school")) == 1


NAMED = "Ravi leads maths and wants NPQLPM. Kat wants NPQH. We're a state primary in Oldham. Who gets funded?"


def test_people_told_of_by_name_share_what_is_said_of_the_place() -> None:
    state = after(NAMED)
    assert {each.subject: each.courses for each in state.together} == {
        "Ravi": ("npq-leading-primary-mathematics",),
        "Kat": ("npq-headship",),
    }
    assert workplaces(state) == {"Ravi": True, "Kat": True}


def test_who_is_named_again_brings_their_own_course() -> None:
    state = say("so Ravi?", after(NAMED)).state
    assert (state.subject, state.courses) == ("Ravi", ("npq-leading-primary-mathematics",))
    other = say("and the other one?", state).state
    assert (other.subject, other.courses) == ("Kat", ("npq-headship",))


def test_a_list_told_beside_one_name_holds_of_the_same_school() -> None:
    state = after(NAMED, "not on the PP50 list and not in RISE. So Ravi?", "and Kat?")
    assert state.subject == "Kat"
    assert known(state)["on_pp50_school_list"] is False


@pytest.mark.parametrize(
    "text", ["Ofsted wants data. Leeds has a hub. We teach there", "Ambition leads on it, UCL wants it"]
)
def test_what_is_no_person_is_nobody_told_of(text: str) -> None:
    assert not split_stretches(text, {"ofsted", "leeds", "ambition", "ucl"})


def test_a_name_said_with_another_is_no_turn_to_either() -> None:
    assert find_named("are ravi and kat both ok", ("self", "Ravi", "Kat")) is None
    assert find_the_other("and the other one?", ("self", "Ravi", "Kat", "Sue"), "Kat") is None


@pytest.mark.parametrize(
    "text",
    [
        "Neither is on the pupil premium list and neither is under RISE",
        "The school's in Shropshire. Powys is where I sleep.",
        "Role: deputy. Setting: community primary in Leeds. Course: NPQH. Funded?",
        "Our school is on PP50. Both is fine by me.",
    ],
)
def test_a_word_that_opens_a_sentence_is_nobodys_name(text: str) -> None:
    assert split_stretches(text, {"powys", "shropshire", "leeds"}) == ()
