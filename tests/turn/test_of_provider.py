"""What is known of others is not said of the provider asked about."""

from __future__ import annotations

import pytest

from advisor.answering.said import Part, Said
from advisor.turn.of_provider import said_of_provider
from tests.turn.samples import turn_of

LED = "On this I found nothing about"


def first_of(question: str, *answer: str, kind: str = "answer") -> str:
    asks, turn = turn_of(question)
    return said_of_provider(Part(kind, tuple(Said(text) for text in answer)), asks[0], turn).said[0].text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what did Ofsted rate NIoT for its NPQs?", "UCL was rated outstanding in 2024."),
        ("what's the pass rate at UCL?", "Of all assessed 98.7% passed."),
        ("how many days are there with Ambition for NPQSL?", "Teach First's NPQSL had nine seminars."),
    ],
)
def test_an_answer_that_is_of_others_says_so_first(question: str, answer: str) -> None:
    assert first_of(question, answer).startswith(LED)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("can I defer with UCL?", "Parental leave is one of the reasons DfE lists."),
        ("what did Ofsted rate UCL?", "UCL was rated outstanding in 2024."),
        ("does UCL want 90% attendance?", "You must have taken part in at least 90% of the programme."),
        ("what is the pass rate?", "Of all assessed 98.7% passed."),
        ("is UCL or Teach First better?", "UCL was rated outstanding in 2024."),
    ],
)
def test_what_holds_for_all_or_for_the_one_named_stays_as_it_is(question: str, answer: str) -> None:
    assert first_of(question, answer) == answer


def test_an_example_from_another_provider_does_not_make_a_rule_for_all_one_of_others() -> None:
    rule = "Your provider decides."
    assert first_of("does UCL let you defer?", rule, "Best Practice Network accepts only exceptional reasons.") == rule


def test_who_is_sent_to_the_provider_hears_nothing_of_what_is_not_held() -> None:
    assert first_of("how do I appeal with UCL?", "Teach First has a form.", kind="handoff") == "Teach First has a form."
