"""What is held of earlier NPQs where exact words say one thing and the learned reader believes another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from advisor.dialogue.slots.prior import find_prior, past_courses
from advisor.dialogue.slots.slot import Belief
from tests.dialogue.samples import read

SL = "npq-senior-leadership"


def had(text: str, **beliefs: tuple[str, float]) -> Mapping[str, object] | None:
    believed = {question: Belief(*belief) for question, belief in beliefs.items()}
    slots = list(find_prior(replace(read(text), believed={SL: believed})))
    records = [slot.value for slot in slots if slot.fact == "prior_applications" and not slot.hedged]
    return records[-1][0] if records and isinstance(records[-1], list) and records[-1] else None


@pytest.mark.parametrize(
    ("text", "beliefs", "record"),
    [
        ("NPQSL, ah, what I did with that, framed above the loo", {}, None),
        ("NPQSL, ah, what I did with that, framed above the loo", {"begun": ("yes", 0.8)}, None),
        ("NPQSL, ah, what I did with that, framed above the loo", {"begun": ("yes", 0.96)}, {"course": SL}),
        (
            "NPQSL, ah, what I did with that, framed above the loo",
            {"begun": ("yes", 0.96), "ended": ("passed", 0.9), "by_dfe": ("no", 0.9)},
            {"course": SL, "status": "accepted", "funded_place": False, "outcome": "passed"},
        ),
        ("I passed NPQSL", {"begun": ("no", 0.97)}, {"course": SL, "outcome": "passed"}),
        (
            "I passed NPQSL, funded",
            {"begun": ("yes", 0.99), "by_dfe": ("no", 0.9)},
            {
                "course": SL,
                "status": "accepted",
                "eligible_for_funding": True,
                "funded_place": True,
                "outcome": "passed",
            },
        ),
    ],
    ids=["alone", "in doubt", "found", "found with all", "not taken back", "payer told"],
)
def test_an_npq_was_had_by_what_both_make_of_it(
    text: str, beliefs: dict[str, tuple[str, float]], record: dict[str, object] | None
) -> None:
    assert had(text, **beliefs) == record


def test_an_npq_believed_had_is_not_the_one_asked_about() -> None:
    reading = replace(read("NPQSL, ah, what I did with that"), believed={SL: {"begun": Belief("yes", 0.96)}})
    assert [mention.value for mention in past_courses(reading)] == [SL]


def test_a_course_that_is_only_named_is_not_had() -> None:
    assert had("it is NPQSL, deputy, Kent", begun=("yes", 0.99)) is None


def test_the_course_asked_about_is_not_had() -> None:
    assert had("NPQSL, ah, what I did", begun=("yes", 0.99), wanted=("yes", 0.6)) is None
