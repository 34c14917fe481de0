"""An application that never became a place is no earlier place; one that did stays one."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known

FIRST = "NPQSL, infant school in Didcot"


def told(message: str) -> dict[str, object]:
    held = known(after(FIRST, message)).get("prior_applications")
    return held[0] if isinstance(held, list) and held else {}


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("applied for it in 2023 and the provider said no", "rejected"),
        ("I registered once, then backed out before they had accepted me", "rejected"),
        ("put my name forward last year, never heard back", "pending"),
        ("they offered me a place in 2024 and I turned it down", "rejected"),
        ("my application in 2024 timed out", "rejected"),
        ("signed up in 2023 but the course never ran", "rejected"),
    ],
)
def test_an_application_without_a_place_is_none(message: str, status: str) -> None:
    assert told(message).get("status") == status
    assert "funded_place" not in told(message)


def test_one_taken_back_before_the_start_may_have_been_accepted() -> None:
    assert told("I registered for it in 2024 and cancelled before it started") == {"course": "npq-senior-leadership"}


@pytest.mark.parametrize(
    "message",
    [
        "had a DfE place on it in 2023 and jacked it in after a week",
        "accepted on it in 2023, scholarship, pulled out before it started",
        "dfe funded place, 2024, dropped out before it began",
    ],
)
def test_a_place_that_was_had_stays_one(message: str) -> None:
    assert told(message).get("funded_place") is True


@pytest.mark.parametrize(
    "message",
    [
        "what if the provider turns me down?",
        "I applied for a deputy post and was turned down",
        "my colleague applied and got rejected",
        "her funded place is in the bag then, isn't it?",
    ],
)
def test_what_is_feared_or_of_others_is_not_told(message: str) -> None:
    assert told(message) == {}


def test_a_later_refusal_takes_no_earlier_place_away() -> None:
    assert told("did it in 2022, DfE paid. Supposing I wanted it again would I be turned down?").get("funded_place")
