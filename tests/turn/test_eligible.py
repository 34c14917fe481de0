from __future__ import annotations

import pytest

from advisor.rules.verdict import Outcome
from advisor.turn.eligible import asks_to_take, may_take_part
from advisor.turn.routing import Candidate
from tests.advisers import knowledge
from tests.turn.samples import one


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Can I do NPQH?", True),
        ("am I eligible to do NPQSL", True),
        ("can I do an NPQ?", False),
        ("can I do NPQH or NPQSL?", False),
        ("is NPQH funded", False),
        ("can I take NPQH with funding", False),
        ("how long is NPQH", False),
    ],
)
def test_may_i_take_it_is_told_from_other_questions(message: str, expected: bool) -> None:
    ask, turn = one(message)
    assert asks_to_take(ask, None, turn) is expected


def test_an_entry_about_just_that_goes_first() -> None:
    ask, turn = one("Can I do NPQH on a career break?")
    faq = next(entry for entry in knowledge().entries.values() if entry.attribute is None)
    assert not asks_to_take(ask, Candidate(faq, 0.9, 1.0), turn)
    assert asks_to_take(ask, Candidate(faq, 0.5, 1.0), turn)


def test_nothing_is_promised_and_the_provider_decides() -> None:
    part, verdicts = may_take_part(*one("Can I do NPQH?"))
    assert part.said[0].text.startswith("Yes, you can apply")
    assert "provider decides" in part.said[0].text
    assert verdicts == ()
    assert all(said.grounds for said in part.said)


def test_somebody_outside_england_hears_who_pays() -> None:
    part, verdicts = may_take_part(*one("I work in Wales, can I do NPQH?"))
    assert part.said[0].text.startswith("Yes, ")
    assert [verdict.outcome for verdict in verdicts] == [Outcome.NOT_ELIGIBLE]
    assert "England" in part.said[-1].text


def test_a_closed_gate_is_no_yes() -> None:
    ask, turn = one("Can I do NPQLPM? I've never done teaching for mastery and can't show anything like it")
    part, _ = may_take_part(ask, turn)
    assert part.said[0].text.startswith("Not as things stand")


def test_who_may_take_it_and_whether_it_is_paid_stand_together() -> None:
    ask, turn = one("I work in a state primary school in Leeds. Can I take NPQSL?")
    part, verdicts = may_take_part(ask, turn)
    assert part.said[0].text.startswith("Yes, you can apply")
    assert verdicts[0].outcome is Outcome.ELIGIBLE


def test_an_old_npq_is_said_to_be_no_bar() -> None:
    ask, turn = one("I did the old NPQSL in 2018. Can I take the new version?")
    part, _ = may_take_part(ask, turn)
    assert any("from before the reform does not stop you" in item.text for item in part.said)


def test_no_entry_knows_what_somebody_had_before_or_that_they_work_abroad() -> None:
    faq = next(entry for entry in knowledge().entries.values() if entry.attribute is None)
    for message in ("I did NPQSL in 2023, funded. Can I do NPQH?", "I teach in Dubai, can I do NPQH?"):
        ask, turn = one(message)
        assert asks_to_take(ask, Candidate(faq, 0.9, 1.0), turn)


def test_asked_and_nothing_more_the_rules_answer() -> None:
    faq = next(entry for entry in knowledge().entries.values() if entry.attribute is None)
    ask, turn = one("Can I do NPQH?")
    assert asks_to_take(ask, Candidate(faq, 0.9, 1.0), turn)
