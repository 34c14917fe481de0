"""Matters that no NPQ is about are said to be so, whatever words they share with ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.dialogue.asking import Ask
from advisor.dialogue.told.reader import ToldReader
from advisor.knowledge.schema import ReplyKind
from advisor.turn.answered import Answered, Wanted
from advisor.turn.elsewhere import of_another_matter
from advisor.turn.finding import find_candidates
from advisor.turn.needs import Turn
from advisor.turn.routing import Candidate
from tests.advisers import TODAY, adviser, knowledge
from tests.turn.samples import turn_of


@pytest.fixture(scope="module")
def reader() -> ToldReader:
    return ToldReader()


def _answered(reader: ToldReader | None, *messages: str) -> Answered | None:
    """Return what the last message's first question is answered with, after those before it."""
    asks, turn = turn_of(*messages)
    _, before = turn_of(*messages[:-1]) if messages[1:] else ((), None)
    lexicon = replace(turn.needs.lexicon, told=reader)
    needs = replace(turn.needs, lexicon=lexicon)
    turn = Turn(turn.state, turn.as_of, needs, before.state if before else None)
    return of_another_matter(_wanted(asks[0], turn))


def _wanted(ask: Ask, turn: Turn) -> Wanted:
    return Wanted(ask, turn, find_candidates(ask, turn), frozenset(), 120)


@pytest.mark.parametrize(
    "message",
    [
        "what's the deadline for asking AQA for a review of marking?",
        "when do the reception baseline scores have to be in by?",
        "how much top up funding should school get at band D?",
        "does the final salary link break if I drop to 0.6?",
        "can schools ban trainers",
        "my landlord won't mend the boiler, what can I do?",
        "I teach maths. what do trainees on teach first earn",
        "I run a nursery. They say do the level 5 diploma in early years. Which units are in it?",
    ],
)
def test_a_matter_that_is_not_ours_is_said_to_be_none(reader: ToldReader, message: str) -> None:
    answered = _answered(reader, message)
    assert answered is not None
    assert answered.part.kind == "out_of_scope"


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
        "any funding for a deputy on UPS3 in Leeds?",
        "Combien coûte le cours pour devenir directeur d'école ?",
        "Ofsted is due, SATs are on us. I would like to step up. How long does it take? It is NPQSL that I mean.",
        "does DfE's list count for high needs funding, is NPQSL paid?",
        "Do you get a grade like merit or distinction?",
        "aut 2027 funding rules?",
        "how many of the funded places are left for autumn",
        "private nursery in Hull",
        "On NPQSL with Teach First since November 2025. When do we hand in the school improvement project?",
        "I teach maths. who do I apply to?",
    ],
)
def test_what_is_ours_or_may_be_goes_on(reader: ToldReader, message: str) -> None:
    assert _answered(reader, message) is None


def test_another_matter_in_the_middle_of_a_talk_is_told_apart_from_its_next_question(reader: ToldReader) -> None:
    talk = "how long is NPQSENCO?"
    assert _answered(reader, talk, "and does it cover access arrangements?") is None
    assert _answered(reader, talk, "maintained school in Leeds") is None
    assert _answered(reader, talk, "thanks. now recommend a film for tonight") is not None


def test_nothing_is_believed_before_the_reader_is_there() -> None:
    assert _answered(None, "can schools ban trainers") is None


def test_an_aside_leaves_the_talk_where_it_was(reader: ToldReader) -> None:
    npq = adviser()
    npq = replace(npq, needs=replace(npq.needs, lexicon=replace(npq.needs.lexicon, told=reader, model=None)))
    before = npq.reply("Is NPQSL funded for me? I work at a maintained primary.", as_of=TODAY)
    aside = npq.reply("my landlord won't mend the boiler, what can I do?", before.state, TODAY)
    assert aside.kind == "out_of_scope"
    kept = ("intents", "last_question", "courses", "pending")
    assert [getattr(aside.state, name) for name in kept] == [getattr(before.state, name) for name in kept]


def test_a_child_at_risk_is_never_only_refused(reader: ToldReader) -> None:
    asks, turn = turn_of("one of my year 5s keeps coming in with marks on her arms, who do I tell?")
    needs = replace(turn.needs, lexicon=replace(turn.needs.lexicon, told=reader))
    handing_on = Candidate(knowledge().entries["faq-safeguarding-child"], 0.7, 0.7)
    assert knowledge().entries["faq-safeguarding-child"].reply is ReplyKind.HANDOFF
    assert of_another_matter(Wanted(asks[0], replace(turn, needs=needs), (handing_on,), frozenset(), 120)) is None


def test_the_nearest_entry_that_says_so_is_given_once(reader: ToldReader) -> None:
    asks, turn = turn_of("what can the sports premium be spent on this year?")
    turn = replace(turn, needs=replace(turn.needs, lexicon=replace(turn.needs.lexicon, told=reader)))
    entries = knowledge().entries
    found = (Candidate(entries["faq-visa"], 0.61, 0.9), Candidate(entries["faq-running-a-school"], 0.8, 0.7))
    first = of_another_matter(Wanted(asks[0], turn, found, frozenset(), 120))
    again = of_another_matter(Wanted(asks[0], turn, found, frozenset({"faq-running-a-school"}), 120))
    assert first is not None
    assert again is not None
    assert (first.part.entry, again.filler) == ("faq-running-a-school", True)
