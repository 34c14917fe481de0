from __future__ import annotations

from datetime import date

import pytest

from advisor.core.courses import COURSES, LEADING_PRIMARY_MATHS
from advisor.rules.verdict import Outcome
from advisor.turn.funding import answer_funding
from advisor.turn.money import about_money, asks_about_money, asks_something_specific, verdict_beside
from advisor.turn.routing import Candidate
from tests.advisers import adviser, knowledge
from tests.turn.samples import one, turn_of

LEEDS = "I work in a state primary school in Leeds."


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (("Is NPQH funded?",), True),
        ((f"{LEEDS} What is funded?",), True),
        (("what is funded?",), False),
        (("how long is NPQH?",), False),
        (("will anything be funded in autumn 2027?",), True),
        (("Is NPQH funded?", "I work in Leeds"), True),
    ],
)
def test_the_rules_answer_where_they_have_something_to_say(messages: tuple[str, ...], expected: bool) -> None:
    ask, turn = one(*messages)
    assert asks_about_money(ask, turn, None) is expected


def test_an_entry_on_something_else_in_the_same_words_goes_first() -> None:
    ask, turn = one("is NPQH funded")
    entry = next(e for e in knowledge().entries.values() if set(e.topics) == {"credit"} or "apprenticeship" in e.topics)
    assert not asks_about_money(ask, turn, Candidate(entry, 0.9, 1.0))
    assert asks_about_money(ask, turn, Candidate(entry, 0.5, 1.0))


def test_somebody_of_whom_nothing_is_known_hears_the_rule_first_and_is_asked_one_thing() -> None:
    money = about_money(*one("Is NPQLL funded?"), (), 100)
    assert money.part.entry == "npq-leading-literacy#funding"
    assert [verdict.outcome for verdict in money.verdicts] == [Outcome.UNDETERMINED]
    assert money.question is not None
    assert money.question[0].fact == money.question[1].fact == money.verdicts[0].ask_next


def test_somebody_whose_workplace_is_known_gets_a_verdict_and_no_question() -> None:
    money = about_money(*one(f"{LEEDS} Is NPQH funded?"), (), 100)
    assert money.part.said[0].text.startswith("Yes, as long as you have not had NPQH funded before")
    assert any("not guaranteed" in said.text for said in money.part.said)
    assert money.question is None


def test_a_refusal_says_how_else_to_pay() -> None:
    money = about_money(*one("I work in a private nursery in Leeds. Is NPQH funded?"), (), 100)
    assert money.part.said[0].text.startswith("No, ")
    assert "pay" in money.part.said[-1].text


def test_no_course_named_gives_a_row_for_each_and_asks_what_settles_most() -> None:
    money = about_money(*one(f"{LEEDS} What is funded?"), (), 100)
    assert money.part.table is not None
    assert len(money.part.table.rows) >= 10
    assert all(grounds for _, grounds in money.part.table.rows)
    assert money.question is not None
    assert money.question[0].fact == "on_pp50_school_list"
    assert money.question[1].course is None  # its answer settles every row


def test_a_table_with_no_open_row_asks_which_course_to_go_on_with() -> None:
    settled = f"{LEEDS} We are not on the PP50 list and not in RISE. I am not a head."
    money = about_money(*one(f"{settled} What is funded?"), (), 100)
    assert money.question is not None
    assert money.question[0].text == "Which of these would you like to know more about?"


def test_an_intake_without_rules_is_no_table_and_asks_nothing() -> None:
    money = about_money(*one("will anything be funded in autumn 2027?"), (), 100)
    assert money.part.table is None
    assert money.part.said[0].text.startswith("I cannot say")
    assert money.question is None


def test_what_was_declined_is_not_asked_again() -> None:
    ask, turn = one("Is NPQH funded?")
    assert ask.courses
    first = about_money(ask, turn, (), 100).question
    assert first is not None
    person = turn.state.person.model_copy(update={"declined": (first[0].fact,)})
    from dataclasses import replace

    again = about_money(ask, replace(turn, state=turn.state.with_person(person)), (), 100).question
    assert again is None or again[0].fact != first[0].fact


def test_while_courses_start_the_next_step_is_to_ask_whether_a_place_is_left() -> None:
    for day, standing in (
        (date(2026, 8, 1), "policy-standing-register.1"),
        (date(2026, 11, 21), "policy-standing-late.1"),
    ):
        _, turn = one(f"{LEEDS} Is NPQH funded?", as_of=day)
        assert standing in answer_funding(turn, ("npq-headship",)).part.statement_ids


def test_an_npq_had_before_is_said_not_to_count() -> None:
    _, turn = one(f"{LEEDS} I passed a funded NPQSL in 2022. Is NPQH funded?")
    said = " ".join(item.text for item in answer_funding(turn, ("npq-headship",)).part.said)
    assert "as long as you have not had this one funded" in said


def test_one_course_named_twice_is_decided_once() -> None:
    _, turn = one("Is NPQH funded?")
    assert len(answer_funding(turn, ("npq-headship", "npq-headship")).verdicts) == 1


def test_the_same_refusal_for_every_course_is_one_sentence_and_no_table() -> None:
    _, turn = one("I work at an independent school in Leeds. What is funded?")
    part = answer_funding(turn, ()).part
    assert part.table is None
    assert any("none of the NPQs" in item.text for item in part.said)


def test_what_the_levy_pays_is_not_told_by_a_verdict() -> None:
    ask, turn = one(f"{LEEDS} Can the apprenticeship levy pay for NPQH, or is it funded?")
    assert asks_something_specific(ask, turn)
    assert not asks_about_money(ask, turn, None)
    money = verdict_beside(ask, turn)
    assert money is not None
    assert money.verdicts[0].outcome is Outcome.ELIGIBLE


def test_a_table_opens_with_the_courses_that_are_funded_and_asks_for_one_of_them() -> None:
    reply = adviser().reply(
        "I teach at a maintained primary in Kent, not on the PP50 list. Which NPQs are funded for me?"
    )
    in_short = "It depends on the NPQ: you can have NPQSL, NPQH, NPQEYL and NPQSENCO funded in autumn 2026"
    assert reply.text.startswith(in_short)
    assert "Only in targeted RISE intervention" in reply.text
    assert "Which course do you mean" not in reply.text


def test_all_schools_is_no_workplace_of_the_person() -> None:
    assert not adviser().reply("is NPQLPM funded for all schools").text.startswith("It depends on whether you")


def test_another_npq_than_the_failed_one_is_not_the_failed_one() -> None:
    assert not adviser().reply("failed NPQLT, can i get funding for a different one").verdicts


def test_who_speaks_of_a_list_hears_that_the_course_needs_none() -> None:
    rule = "disadvantaged or not"
    open_still = "I work in a primary school in Leeds. Is NPQSL funded?"
    assert rule in about_money(*one(open_still, "is my school on the PP50 list?"), (), 100).part.said[0].text
    assert rule not in about_money(*one(open_still, "how sure is that?"), (), 100).part.said[0].text
    listed = "I work in a primary school in Leeds. Is NPQLT funded?"
    assert "needs" not in about_money(*one(listed, "is my school on the PP50 list?"), (), 100).part.said[0].text


def test_which_course_somebody_could_have_asks_for_their_own_verdicts() -> None:
    ask, turn = one("I teach at a private prep in Surrey. is there ANY npq i can get funded")
    assert asks_about_money(ask, turn, None)


def test_what_a_record_answers_is_not_taken_for_a_question_of_money() -> None:
    ask, turn = one("history of npqsl")
    record = next(e for e in knowledge().entries.values() if e.id == "npq-senior-leadership#replaces")
    assert not asks_about_money(ask, turn, Candidate(record, 0.9, 1.0))
    ask, turn = one("can i get npqh paid")
    entry = next(e for e in knowledge().entries.values() if e.id == "npq-headship#entry")
    assert asks_about_money(ask, turn, Candidate(entry, 0.9, 1.0))


def test_whether_a_resit_is_free_is_no_question_of_the_scholarship() -> None:
    ask, turn = one("can i resit NPQH free")
    assert not asks_about_money(ask, turn, None)


def test_who_only_tells_of_their_place_and_its_list_is_told_what_is_funded_there() -> None:
    said = adviser().reply("lead practitioner, secondary academy in Gateshead, PP50 school")
    assert len(said.verdicts) == len(COURSES)
    assert "trust" not in said.text.split("\n")[0]


def test_which_workplace_to_give_is_asked_of_a_job_to_come_too() -> None:
    text = "I've got a new job from January at an academy in Bristol. Do I put that one down when I register?"
    assert any("moving" in ask.cues for ask in turn_of(text)[0])


def test_who_can_show_no_mastery_hears_that_before_any_money() -> None:
    told = "maths lead, PP50 academy in Luton, I have no mastery knowledge at all. Can I register for NPQLPM?"
    _, turn = one(told)
    said = answer_funding(turn, (LEADING_PRIMARY_MATHS,)).part.said
    assert "cannot show" in said[0].text
    assert said[1].text.startswith("On funding alone")
