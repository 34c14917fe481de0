"""Matters of schools that no NPQ is about are said to be so, whatever words they share with ours."""

from __future__ import annotations

import pytest

from advisor.knowledge.schema import ReplyKind
from advisor.turn.answered import Wanted
from advisor.turn.elsewhere import of_another_matter
from advisor.turn.finding import find_candidates
from advisor.turn.planning import answer_ask
from tests.advisers import adviser, knowledge
from tests.turn.samples import turn_of


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("what's the deadline for asking AQA for a review of marking?", "faq-places-and-exams"),
        ("when do the reception baseline scores have to be in by?", "faq-places-and-exams"),
        ("is there a deadline for the reception baseline, and when is it?", "faq-places-and-exams"),
        ("how much top up funding should school get at band D?", "faq-running-a-school"),
        ("does the final salary link break if I drop to 0.6?", "faq-hours-and-leave"),
        ("what is the bursary for a maths PGCE?", "faq-itt"),
        ("a parent has complained to Ofsted about us, how long do I have to reply?", "faq-school-complaint"),
    ],
)
def test_a_matter_that_is_not_ours_is_answered_by_the_entry_that_says_so(message: str, entry: str) -> None:
    asks, turn = turn_of(message)
    answered = answer_ask(asks[0], turn, set(), 120)
    assert (answered.part.entry, answered.part.kind) == (entry, "out_of_scope")


@pytest.mark.parametrize(
    "message",
    [
        "does NPQSENCO cover access arrangements?",
        "I teach GCSE maths, is NPQLT funded for me?",
        "will an NPQ raise my salary?",
        "Is there funding for a deputy on UPS3 in a state primary in Leeds?",
        "I'm exams officer, AQA mostly. Am I funded?",
        "The case study is due in sats week, can I get an extension?",
        "Can I defer while I'm on leave of absence?",
        "Is a first aider funded?",
        "does DfE's list count for high needs funding, is NPQSL paid?",
    ],
)
def test_an_npq_named_beside_it_is_what_is_asked_about(message: str) -> None:
    asks, turn = turn_of(message)
    ask = asks[0]
    assert of_another_matter(Wanted(ask, turn, find_candidates(ask, turn), frozenset(), 120)) is None


def test_what_a_course_holds_may_be_asked_of_the_one_spoken_of() -> None:
    asks, turn = turn_of("how long is NPQSENCO?", "and does the course cover access arrangements?")
    assert of_another_matter(Wanted(asks[0], turn, (), frozenset(), 120)) is None


def test_every_such_name_leads_to_an_entry_that_answers_nothing_of_ours() -> None:
    phrases = adviser().needs.lexicon.names.phrases.values()
    ids = {value for found in phrases for kind, value in found if kind == "elsewhere"}
    assert ids
    assert all(knowledge().entries[entry].reply is ReplyKind.OUT_OF_SCOPE for entry in ids)
