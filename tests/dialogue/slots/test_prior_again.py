from __future__ import annotations

from typing import Any

import pytest

from advisor.dialogue.slots.prior import find_prior
from advisor.dialogue.slots.prior_again import find_prior_again
from tests.dialogue.samples import after, read

LBC, NPQSL = "npq-leading-behaviour-culture", "npq-senior-leadership"
FUNDED = {"course": NPQSL, "status": "accepted", "eligible_for_funding": True, "funded_place": True}


def again(text: str, *records: dict[str, Any], courses: tuple[str, ...] = (NPQSL,)) -> Any:
    reading = read(text, courses=courses, known={"prior_applications": list(records)} if records else {})
    found = [slot.value for finder in (find_prior, find_prior_again) for slot in finder(reading)]
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    ["actually no my school paid for it", "sorry no it was self funded", "it WASNT funded by dfe",
     "i paid for it myself", "what if she self-funded it?"],
)  # fmt: skip
def test_a_corrected_payer_takes_the_funding_back(text: str) -> None:
    (record,) = again(text, FUNDED)
    assert record["funded_place"] is False
    assert "eligible_for_funding" not in record


def test_a_corrected_course_keeps_what_else_was_told() -> None:
    assert again("actually no, that was NPQLBC", FUNDED) == [FUNDED | {"course": LBC}]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [("but I withdrew", "training_status", "withdrawn"), ("I never finished", "training_status", "withdrawn"),
     ("and she failed", "outcome", "failed")],
)  # fmt: skip
def test_how_it_ended_may_come_later(text: str, key: str, value: str) -> None:
    (record,) = again(text, FUNDED | {"outcome": "passed"})
    assert record[key] == value
    assert record.get("outcome") != "passed"


def test_it_means_the_course_spoken_of() -> None:
    assert again("I had it funded in 2022 though") == [FUNDED | {"cohort_id": "2022b"}]
    assert again("I had it funded in 2022 though", courses=(LBC, NPQSL)) is None
    assert again("I had that, funded") == [FUNDED]


@pytest.mark.parametrize("text", ["did my school pay?", "is it funded?", "my school is an academy", "I want NPQLBC"])
def test_a_question_or_another_matter_changes_nothing(text: str) -> None:
    assert again(text, FUNDED) is None


@pytest.mark.parametrize(
    "text",
    ["no hang on i've just dug the certificate out. LTD. it was LTD i did, never LT", "no wait it was LTD",
     "sorry, wrong one, it was LTD I did"],
)  # fmt: skip
def test_a_course_is_put_right_by_its_short_code_too(text: str) -> None:
    had = FUNDED | {"course": "npq-leading-teaching"}
    assert again(text, had, courses=("npq-leading-teaching",)) == [had | {"course": "npq-leading-teaching-development"}]


def test_the_course_put_right_is_not_asked_for() -> None:
    turns = ("did NPQSL funded in 2023, can I have NPQSL funded again?", "sorry, wrong one, it was NPQLBC I did")
    assert after(*turns).courses == (NPQSL,)
