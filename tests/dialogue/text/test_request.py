"""What a request to put something in words is about."""

from __future__ import annotations

import pytest

from advisor.dialogue.text.request import matter_of


@pytest.mark.parametrize(
    ("typed", "matter"),
    [
        ("draft me two lines I can paste to an enquirer about deferring NPQSL", "deferring NPQSL?"),
        ("Please write a short reply to a teacher asking if NPQH is compulsory", "NPQH is compulsory?"),
        ("could you word an email explaining how NPQLL is assessed.", "how NPQLL is assessed?"),
        ("give me a couple of sentences on whether childminders are funded", "childminders are funded?"),
    ],
)
def test_the_wrapping_of_a_request_goes(typed: str, matter: str) -> None:
    assert matter_of(typed) == matter


@pytest.mark.parametrize(
    "typed",
    [
        "who writes the NPQH case study?",
        "do I have to write about my school?",
        "give me the price of NPQH",
        "tell me about NPQSL",
    ],
)
def test_a_plain_question_stays_as_it_is(typed: str) -> None:
    assert matter_of(typed) == typed
