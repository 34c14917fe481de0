"""Earlier NPQs as people tell them: over several clauses, sentences and messages, theirs and other people's."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.dialogue.slots.earlier_clauses import CROWD, OWN, THIRD, split_clauses
from advisor.dialogue.slots.prior import find_prior
from tests.dialogue.samples import after, hinted, known, read

LT, LTD, LBC, LL = (
    "npq-leading-teaching",
    "npq-leading-teaching-development",
    "npq-leading-behaviour-culture",
    "npq-leading-literacy",
)
SL, NPQH, EL, SENCO = "npq-senior-leadership", "npq-headship", "npq-executive-leadership", "npq-senco"


def applications(*messages: str) -> Any:
    return known(after(*messages)).get("prior_applications")


def only(*messages: str) -> dict[str, Any]:
    (record,) = applications(*messages)
    assert isinstance(record, dict)
    return record


@pytest.mark.parametrize(
    ("messages", "course", "told"),
    [
        (["NPQH - completed 2024, trust footed the bill. Thinking EHCO."], NPQH, {"funded_place": False}),
        (["I quit NPQLL after a term. Dfe were paying."], LL, {"training_status": "withdrawn", "funded_place": True}),
        (
            ["Had a go at NPQLBC. Didn't finish. Work paid."],
            LBC,
            {"training_status": "withdrawn", "funded_place": False},
        ),
        (["im 2 modules into npqlt, govt paying"], LT, {"training_status": "active", "funded_place": True}),
        (
            ["My NPQSL? Gave it up after one term. DfE place."],
            SL,
            {"training_status": "withdrawn", "funded_place": True},
        ),
        (["failed. npqsl. feb this year. school money."], SL, {"outcome": "failed", "funded_place": False}),
        (["npqh 2021 cohort. passed. funded by the government."], NPQH, {"cohort_id": "2021b", "outcome": "passed"}),
        (["paused my npqh, it was on scholarship"], NPQH, {"training_status": "deferred", "funded_place": True}),
        (["I was accepted for NPQSL in 2024 but pulled out before it began"], SL, {"training_status": "withdrawn"}),
        (["Unsuccessful with NPQSENCO in 2025. May I reapply?"], SENCO, {"status": "rejected"}),
        (["pending application for npqel, can i switch provider"], EL, {"status": "pending"}),
        (["i have an npq. senior leadership. 2022. passed."], SL, {"outcome": "passed", "cohort_id": "2022b"}),
        (["I was on the behaviour one in 2022. Passed."], LBC, {"outcome": "passed"}),
        (
            ["could i redo npqsl? failed it first time round, school had paid"],
            SL,
            {"outcome": "failed", "funded_place": False},
        ),
        (
            ["NPQLT for free?", "did it in 2023 but failed", "government paid"],
            LT,
            {"outcome": "failed", "funded_place": True},
        ),
        (["npqll?", "did leading teaching", "passed 2022", "dfe one"], LT, {"outcome": "passed", "funded_place": True}),
        (["withdrew from npqltd", "dfe funded? no. by my trust? yes"], LTD, {"funded_place": False}),
        (["did npqlbc last year", "who paid? me, all of it"], LBC, {"funded_place": False}),
    ],
)
def test_what_follows_is_told_of_the_last_one_spoken_of(
    messages: list[str], course: str, told: dict[str, object]
) -> None:
    record = only(*messages)
    assert record["course"] == course
    assert {name: record.get(name) for name in told} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("npqlt passed npqll failed", [(LT, "passed", None), (LL, "failed", None)]),
        ("passed NPQSL & NPQLBC, both on scholarships", [(SL, "passed", True), (LBC, "passed", True)]),
        ("two NPQs so far: NPQLT (2022, DfE) and NPQLTD (2024, my school)", [(LT, None, True), (LTD, None, False)]),
        ("already have lbc and ltd, both dfe", [(LBC, "passed", True), (LTD, "passed", True)]),
        ("Completed: NPQSL (2022, DfE). In progress: NPQEL.", [(SL, "passed", True), (EL, None, None)]),
    ],
)
def test_each_of_several_has_its_own(text: str, told: list[tuple[str, str | None, bool | None]]) -> None:
    held = applications(text)
    assert [(each["course"], each.get("outcome"), each.get("funded_place")) for each in held] == told


def test_counted_ones_are_told_of_apart() -> None:
    held = applications("i've had npqlt and npqltd", "the first was dfe funded, the second my school paid for")
    assert [each["funded_place"] for each in held] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "never touched an npq in 20 years. npqlbc?",
        "First timer here! NPQLBC?",
        "It'd be NPQ number one for me",
        "Prior NPQs: 0",
        "done zero npqs",
        "my boss has npqsl, i've got nothing. can i do it funded?",
        "my brother did npqh on a scholarship, i have not had any npq. could i get it?",
    ],
)
def test_none_is_said_in_many_ways(text: str) -> None:
    assert applications(text) == []


def test_no_others_leaves_the_one_that_was_told() -> None:
    assert [each["course"] for each in applications("I passed NPQLT in 2023", "no other npqs")] == [LT]


def test_legacy_ones_told_in_several_messages_stay() -> None:
    held: Any = known(after("I have NPQML from 2017", "and NASENCO, 2012"))["prior_npqs"]
    assert [(each["name"], each["year"]) for each in held] == [("npqml", 2017), ("nasenco", 2012)]


@pytest.mark.parametrize(
    "text",
    [
        "can i do npqsl if my school paid for my pgce",
        "NPQSL funded? my school is state funded",
        "i'd like npqltd, funded, starting autumn 2026",
        "does everyone who passed NPQSL get NPQH funded",
        "do most people who did NPQLT pass",
        "i passed my driving test, npqll?",
        "our school has done NPQLT training days for free",
        "thinking of doing NPQSL, school will pay half",
        "I've been told NPQEL is fully funded",
        "MAT team, I'm paid by the trust. NPQEL, eligible for the scholarship?",
        "I did my ECT years here and NPQLT interests me",
        "the npq in headship. i'm deputy currently",
        "npqlpm but never done a mastery course",
    ],
)
def test_wishes_questions_and_other_matters_are_no_earlier_npq(text: str) -> None:
    assert "prior_applications" not in known(after(text))


@pytest.mark.parametrize(
    "text",
    [
        "wasn't I on NPQSL in 2022? can't remember",
        "I might have been down for NPQSL once",
        "Not sure whether the old course was an NPQH",
        "I've already completed one NPQ",
    ],
)
def test_one_half_remembered_or_unnamed_is_a_hint(text: str) -> None:
    assert hinted(find_prior, text) == {"prior_applications"}


def test_who_paid_is_not_guessed_from_a_doubt() -> None:
    assert "funded_place" not in only("Had NPQLL. Not sure if DfE paid.")


def test_a_clause_says_whose_it_is() -> None:
    clauses = split_clauses(read("my wife did NPQH, i want NPQSL, everyone else did it"))
    assert [clause.whose for clause in clauses] == [THIRD, OWN, CROWD]


def test_who_asks_for_another_tells_of_them() -> None:
    assert only("One of our leads, Kim, withdrew from a funded NPQLL. Would DfE fund her for NPQLT?")["funded_place"]
    assert applications("Our head passed NPQH in 2023. Could I get NPQSL funded?") is None
