"""What becomes of the place somebody has is no question about a new registration."""

from __future__ import annotations

import pytest

from tests.advisers import adviser, spoken


@pytest.mark.parametrize(
    ("turns", "entry"),
    [
        (("i'm half way through npqsl and going on maternity leave, do i lose my funded place",), "faq-defer-funding"),
        (("I deferred NPQLL last year, DfE funded. can i come back to it free",), "faq-defer-funding"),
        (("im on npqll and moving to a private school in jan, do i have to pay it back",), "faq-funding-clawback"),
        (("im on npqel and moving to a private school, do i keep the funding",), "faq-move-ineligible"),
        (("on NPQLT at the moment. my school is being taken off the pp50 list. am i still funded",), "faq-keep-place"),
        (("my school is leaving the trust, im on npqel, does that affect my funding",), "faq-keep-place"),
        (("currently doing NPQH funded by DfE, changing schools at easter. what happens",), "faq-move-school"),
        (
            ("i'm on npqsl funded.", "i've just got a job at an independent school. do i lose it?"),
            "faq-move-ineligible",
        ),
        (
            ("started npqh nov 2025. having a baby in may. can i pause it", "and is it still funded after"),
            "faq-defer-funding",
        ),
    ],
)
def test_a_fear_for_the_place_held_is_answered_of_that_place(turns: tuple[str, ...], entry: str) -> None:
    reply = spoken(adviser(), *turns)
    assert reply.state.last_entry == entry
    assert reply.verdicts == ()


@pytest.mark.parametrize(
    "turns",
    [
        ("i'm on NPQSL, dfe funded, state academy in Leeds. can i get NPQH funded as well",),
        ("I withdrew from NPQSL, DfE paid, state academy in Leeds. would it be funded again in autumn 2026",),
    ],
)
def test_a_new_place_is_decided_by_the_rules(turns: tuple[str, ...]) -> None:
    assert spoken(adviser(), *turns).verdicts


def test_a_course_somebody_says_to_be_on_is_taken_note_of() -> None:
    assert spoken(adviser(), "i'm on npqsl funded.").verdicts == ()


@pytest.mark.parametrize(
    "turns",
    [
        ("im doing npqh, dfe funded", "what happens if i fail"),
        ("im doing npqh, dfe funded", "do i have to pay for a resit"),
    ],
)
def test_a_fear_for_the_result_is_not_one_for_the_place(turns: tuple[str, ...]) -> None:
    reply = spoken(adviser(), *turns)
    assert reply.state.last_entry not in ("faq-keep-place", "faq-move-school", "faq-defer-funding")


def test_another_workplace_is_no_other_place_on_a_course() -> None:
    story = "I'm halfway through NPQSL, funded. moving to another academy in Essex at easter, what happens"
    reply = spoken(adviser(), story)
    assert not reply.verdicts
    assert "move school" in reply.statements[0].text
