from __future__ import annotations

import pytest

from advisor.turn.premises import correct_premise
from tests.turn.samples import turn_of


@pytest.mark.parametrize(
    "text", ["Given that all NPQs are free in 2026, which one should I take?", "NPQs are free now so how do I join"]
)
def test_what_is_taken_for_granted_of_funding_is_set_right(text: str) -> None:
    asks, turn = turn_of(text)
    answered = correct_premise(text, asks, turn)
    assert answered is not None
    assert answered.part.entry == "policy-standing-not-all-free"


@pytest.mark.parametrize(
    "text", ["are all NPQs free?", "my head says all NPQs are free, is it true?", "is every NPQ funded?"]
)
def test_what_is_asked_is_not_taken_for_granted(text: str) -> None:
    asks, turn = turn_of(text)
    assert correct_premise(text, asks, turn) is None


@pytest.mark.parametrize(
    "text",
    [
        "How long does the NPQ for PE leaders take?",
        "npq for school business managers - whats the cost",
        "who runs the npq in safeguarding, and how is it assessed",
    ],
)
def test_an_npq_that_does_not_exist_is_set_right(text: str) -> None:
    asks, turn = turn_of(text)
    answered = correct_premise(text, asks, turn)
    assert answered is not None
    assert answered.part.said[0].text.startswith("There is no NPQ of that name")


@pytest.mark.parametrize(
    "text",
    [
        "How long does the NPQ for heads take?",
        "which npq for PE leaders and how long is it",
        "how long is the npq, i lead PE",
        "cost of npq in leading primary maths",
    ],
)
def test_an_npq_that_exists_or_is_looked_for_is_not(text: str) -> None:
    asks, turn = turn_of(text)
    assert correct_premise(text, asks, turn) is None


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Since a head has to hold NPQH within five years, when is my deadline?", "faq-npqh-mandatory"),
        ("Now NPQH is compulsory again in England, what's the deadline for serving heads?", "faq-npqh-mandatory"),
        ("As heads must by law hold NPQH, what happens if I haven't finished by then?", "faq-npqh-mandatory"),
        ("two of them have no npqh so legally we can't shortlist them, correct?", "faq-npqh-mandatory"),
        (
            "I ticked all the boxes so DfE has to give me a funded place. When does it arrive?",
            "faq-eligible-not-a-place",
        ),
        ("Two staff begin NPQs, so we expect the £800 support payment. Which form is it?", "faq-targeted-support"),
    ],
)
def test_what_is_taken_for_granted_of_law_places_and_grants_is_set_right(text: str, entry: str) -> None:
    asks, turn = turn_of(text)
    answered = correct_premise(text, asks, turn)
    assert answered is not None
    assert answered.part.entry == entry


@pytest.mark.parametrize(
    "text",
    [
        "is NPQH compulsory for heads?",
        "what does NPQH cost, it is not compulsory is it",
        "how do i get a funded place",
        "do you get extra money for having an NPQ",
    ],
)
def test_what_is_asked_of_law_and_places_is_not(text: str) -> None:
    asks, turn = turn_of(text)
    assert correct_premise(text, asks, turn) is None


@pytest.mark.parametrize(
    ("messages", "begins"),
    [
        (
            ("registered with DfE on the 2nd so I've got my place. when does NPQLT start?",),
            "Registering with DfE",
        ),
        (("no QTS, which rules me out of NPQLBC. what can I do instead?",), "No, QTS is not required"),
        (("is NPQH funded?", "how many years does the law give me to get it?"), "No: it is not compulsory"),
    ],
)
def test_a_condition_that_there_is_not_is_set_right_first(messages: tuple[str, ...], begins: str) -> None:
    asks, turn = turn_of(*messages)
    corrected = correct_premise(messages[-1], asks, turn)
    assert corrected is not None
    assert corrected.part.said[0].text.startswith(begins)


@pytest.mark.parametrize(
    "message",
    [
        "I registered yesterday, am I on the course?",
        "I've registered and been accepted by UCL so I'm on the course. When does it start?",
        "I have no QTS, can I do NPQLBC?",
        "Does having no QTS rule me out of NPQSENCO?",
        "I have no QTS, so I can't be SENCO in a maintained school. Is that right?",
        "is NPQH the law?",
        "NPQH: how long is the statutory maternity leave I can take before I lose my place?",
    ],
)
def test_who_asks_takes_nothing_for_granted(message: str) -> None:
    asks, turn = turn_of(message)
    assert correct_premise(message, asks, turn) is None
