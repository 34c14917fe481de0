from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.dialogue.state import Pending
from advisor.turn.answered import Wanted
from advisor.turn.finding import find_candidates, is_alike_by_chance
from advisor.turn.from_entries import answer_from_entries
from advisor.turn.routing import Candidate
from tests.advisers import adviser
from tests.turn.samples import one


def wanted(*messages: str, pending: Pending | None = None, last_entry: str | None = None) -> Wanted:
    ask, turn = one(*messages)
    state = turn.state.model_copy(update={"pending": pending, "last_entry": last_entry})
    turn = replace(turn, state=state)
    return Wanted(ask, turn, find_candidates(ask, turn), frozenset(), 105)


def test_a_short_reply_that_answers_nothing_gets_the_question_again() -> None:
    pending = Pending(fact="aims")
    answered = answer_from_entries(wanted("hmm bananas", pending=pending))
    assert answered.part.kind == "clarify"
    assert answered.question is not None
    assert answered.question[1] == pending


def test_small_talk_beside_a_question_may_be_left_out() -> None:
    assert answer_from_entries(wanted("lovely weather in these parts")).filler


def test_a_fact_told_after_an_entry_is_not_answered_by_the_entry_again() -> None:
    asked = wanted("how do I check the list?", "I work in a maintained school in Leeds")
    best = asked.best
    assert best is not None
    again = replace(asked, ask=replace(asked.ask, carried=True), candidates=(replace(best, score=1.0),))
    state = again.turn.state.model_copy(update={"last_entry": best.entry.id})
    answered = answer_from_entries(replace(again, turn=replace(again.turn, state=state)))
    assert answered.part.entry is None
    assert answered.verdicts


def test_going_on_from_an_entry_does_not_give_its_answer_again() -> None:
    first = adviser().reply("what does it mean that my funding is in review")
    again = adviser().reply("and how long does the review take?", first.state)
    assert again.text.split(" [1]")[0] != first.text.split(" [1]")[0]


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("Chester", "Chester allows"),
        ("what's the most I could get?", "Chester allows"),
        ("and Liverpool?", "Around 2022"),
    ],
)
def test_a_short_message_gets_what_the_last_entry_says_of_just_that(message: str, first: str) -> None:
    asked = wanted("does NPQH count towards a masters", message, last_entry="faq-masters-credit")
    entry = adviser().needs.base.entries["faq-masters-credit"]
    state = asked.turn.state.model_copy(update={"last_said": (entry.statements[0].id,)})
    again = replace(
        asked,
        ask=replace(asked.ask, carried=True),
        turn=replace(asked.turn, state=state),
        candidates=(Candidate(entry, 0.6, 1.0),),
    )
    assert answer_from_entries(again).part.said[0].text.startswith(first)


@pytest.mark.parametrize(
    ("text", "is_chance"),
    [
        ("Who signs the form for extra time if our assessor is external?", True),
        ("Do we need a first aider at breakfast club in our school?", True),
        ("Which school staff can take an NPQ?", False),
        ("Does our SENCO need extra time off?", False),
    ],
)
def test_a_question_without_a_word_of_npqs_and_near_to_nothing_is_on_another_subject(
    text: str, is_chance: bool
) -> None:
    ask, turn = one(text)
    assert is_alike_by_chance(ask, None, turn) is is_chance


def test_what_goes_on_from_a_conversation_is_not_alike_by_chance() -> None:
    ask, turn = one("What does NPQSL cost?", "who signs the form at our school?")
    assert not is_alike_by_chance(ask, None, turn)
