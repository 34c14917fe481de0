from __future__ import annotations

import pytest

from advisor.core.facts import FACTS, FactSet
from advisor.rules.decision import decide
from advisor.turn.questions import ask_for, question_for
from tests.advisers import TODAY
from tests.turn.samples import one


@pytest.mark.parametrize("name", [name for name, fact in FACTS.items() if fact.askable])
def test_every_question_offers_its_choices_and_a_way_out(name: str) -> None:
    question = ask_for(name)
    assert question.text.endswith("?")
    assert [choice.value for choice in question.choices] == [choice.value for choice in FACTS[name].choices]


def test_an_open_verdict_asks_what_settles_most_and_a_settled_one_nothing() -> None:
    _, turn = one("is NPQH funded?")
    verdict = decide("npq-headship", FactSet(), TODAY)
    found = question_for((verdict,), turn)
    assert found is not None
    assert (found[0].fact, found[1].course) == (verdict.ask_next, "npq-headship")
    settled = decide("npq-headship", FactSet().with_said("works_in_england", False), TODAY)
    assert question_for((settled,), turn) is None
    assert question_for((), turn) is None


def test_the_last_open_verdict_is_the_one_asked_about() -> None:
    _, turn = one("is NPQH funded?")
    verdicts = tuple(decide(course, FactSet(), TODAY) for course in ("npq-headship", "npq-senco"))
    found = question_for(verdicts, turn)
    assert found is not None
    assert found[1].course == "npq-senco"


def test_the_choices_speak_of_somebody_else_where_the_question_does() -> None:
    labels = [choice.label for choice in ask_for("early_years_setting", "friend").choices]
    assert "They are a childminder" in labels
    assert "I am a childminder" not in labels
    assert "I’m not sure" in labels
