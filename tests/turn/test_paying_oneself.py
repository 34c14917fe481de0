"""Who pays may take the course; a place paid for hangs on its intake; who has only registered is not on it."""

from __future__ import annotations

import pytest

from advisor.rules.verdict import Outcome
from tests.advisers import adviser, spoken


@pytest.mark.parametrize(
    "messages",
    [
        (
            "I'm a deputy at a state primary in Jersey, is NPQH funded?",
            "Can I still do the course if I pay for it myself?",
        ),
        ("private school teacher in Kent, can i take NPQLT if my school pays",),
        ("teacher in Wales, would I be allowed on NPQSL if I self fund?",),
    ],
)
def test_who_pays_may_take_it(messages: tuple[str, ...]) -> None:
    assert spoken(adviser(), *messages).text.startswith("Yes,")


def test_whether_there_is_something_to_pay_is_another_question() -> None:
    assert not spoken(adviser(), "I'm not on the list. do I have to pay for NPQLT myself?").text.startswith("Yes,")


def test_a_place_of_an_unfunded_intake_stays_unfunded() -> None:
    reply = spoken(
        adviser(), "joined spring 2026 npqsl, paying myself, academy leeds. can it be switched to scholarship"
    )
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.NOT_ELIGIBLE]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("started npqlt w llse spring 2026 state secondary poole. can dfe pay for it or is that on me", True),
        ("On NPQSL since spring 2026, academy in Leeds. Is it funded?", True),
        ("On NPQSL since autumn 2025, academy in Leeds. Is it funded?", False),
        ("On NPQSL since spring 2026, academy in Leeds. Is NPQH funded?", False),
    ],
)
def test_who_pays_for_a_place_held_is_told_by_its_own_intake(message: str, told: bool) -> None:
    verdicts = spoken(adviser(), message).verdicts
    assert [v.reason for v in verdicts if v.reason == "unfunded_cohort"] == ["unfunded_cohort"] * told


def test_a_place_of_a_funded_intake_is_for_the_provider() -> None:
    message = "On NPQLT since nov 2025 paying myself, listed school in Hull. can my place be changed to a funded one"
    reply = spoken(adviser(), message)
    assert not reply.verdicts
    assert "the provider can switch" in reply.text


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("I registered last night and it said I'm eligible. So am I on the course now?", "No, an eligible result"),
        ("I filled in the DfE form for NPQSL yesterday. have I got a place?", "Not yet"),
    ],
)
def test_who_has_only_registered_is_not_on_the_course(message: str, begins: str) -> None:
    assert spoken(adviser(), message).text.startswith(begins)


def test_who_was_accepted_is_not_told_so() -> None:
    message = "I registered last week and UCL emailed to say I'm accepted. am I on the course?"
    assert not spoken(adviser(), message).text.startswith(("No", "Not yet"))


@pytest.mark.parametrize(
    "message",
    [
        "academy in Leeds. Can I apply for funding if my school paid for my last NPQ? I want NPQH",
        "academy in Leeds. Am I eligible for funding for NPQH if I self-funded my NPQSL?",
    ],
)
def test_who_asks_of_money_hears_of_money(message: str) -> None:
    assert spoken(adviser(), message).verdicts


@pytest.mark.parametrize(
    "message",
    [
        "I registered and I've been accepted, am I on the course?",
        "I've registered and had an offer from my provider, have I got a place?",
    ],
)
def test_an_offer_is_heard_in_the_question_too(message: str) -> None:
    assert not spoken(adviser(), message).text.startswith(("No", "Not yet"))
