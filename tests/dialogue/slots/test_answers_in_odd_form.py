from __future__ import annotations

import pytest

from advisor.dialogue.slots.ofsted_number import find_ofsted_number
from advisor.dialogue.state import DialogueState, Pending
from tests.dialogue.samples import hinted, known, say


def answered(fact: str, text: str) -> object:
    """Return what the answer to the adviser's question is taken to say."""
    state = DialogueState(pending=Pending(fact=fact))
    return known(say(text, state).state).get(fact)


@pytest.mark.parametrize(
    "text",
    [
        "just checked: yes",
        "that's a yes",
        "the spreadsheet has us",
        "found our row",
        "we made the cut",
        "our urn is in there",
        "asked the office and they say yes",
        "👍",
    ],
)
def test_a_list_is_confirmed_in_many_ways(text: str) -> None:
    assert answered("on_pp50_school_list", text) is True


@pytest.mark.parametrize(
    "text",
    [
        "searched, nothing came up",
        "we don't appear",
        "it's a no",
        "just missed it",
        "not us",
        "my head checked. no.",
        "no such luck",
        "we aren't one of them",
    ],
)
def test_a_list_is_denied_in_many_ways(text: str) -> None:
    assert answered("on_pp50_school_list", text) is False


@pytest.mark.parametrize(
    "text",
    [
        "pretty sure we are",
        "we should be",
        "yes I think",
        "my colleague thinks we are",
        "haven't checked",
        "on one of those lists, forgot which",
    ],
)
def test_half_sure_is_no_answer(text: str) -> None:
    assert answered("on_pp50_school_list", text) is None


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("has_ofsted_urn", "my agency does", True),
        ("has_ofsted_urn", "still waiting for it", False),
        ("itt_provider_approved", "they lost it in the spring", False),
        ("works_in_england", "reading. ofsted registered", True),
        ("works_in_england", "yes, though I live in Wales", True),
        ("works_in_england", "always have", True),
    ],
)
def test_other_questions_are_answered_in_odd_form(fact: str, text: str, value: bool) -> None:
    assert answered(fact, text) is value


def test_a_doubtful_ofsted_number_is_only_a_hint() -> None:
    assert hinted(find_ofsted_number, "i think i have an ofsted number") == {"has_ofsted_urn"}


def test_who_asked_about_lead_mentors_goes_on_about_being_one() -> None:
    asked = DialogueState(last_question="is NPQLTD free for lead mentors?")
    facts = known(say("I am one, for a SCITT in Kent, not accredited any more", asked).state)
    assert facts["employment_type"] == "lead_mentor_for_accredited_itt_provider"
    assert facts["itt_provider_approved"] is False
    assert "employment_type" not in known(say("a SCITT colleague is one, not me", asked).state)
