"""The declared facts, and the immutable set of those known."""

from __future__ import annotations

import pytest

from advisor.core.courses import COURSES
from advisor.core.earlier import PriorApplication
from advisor.core.errors import BadFact
from advisor.core.fact import NOT_SURE, Fact
from advisor.core.facts import FACTS, FactKind, FactSet

ASKABLE = [fact for fact in FACTS.values() if fact.askable]


@pytest.mark.parametrize("fact", ASKABLE, ids=lambda fact: fact.name)
def test_a_question_is_one_line_with_a_reason_and_offers_not_knowing(fact: object) -> None:
    declared = FACTS[fact.name]  # type: ignore[attr-defined]
    assert declared.question.endswith("?")
    assert "\n" not in declared.question
    assert len(declared.question.split()) <= 16
    assert declared.why.endswith(".")
    if declared.kind is not FactKind.MONTH:
        assert declared.choices[-1].value is None
        assert declared.choices[-1].label == NOT_SURE


def test_a_register_code_is_never_asked_for() -> None:
    assert not FACTS["establishment_type_code"].askable
    assert FACTS["eligible_establishment_type"].askable
    assert FACTS["early_years_setting"].askable


def test_every_choice_is_one_of_the_values() -> None:
    for fact in ASKABLE:
        if fact.kind in (FactKind.ONE, FactKind.MANY):
            assert {choice.value for choice in fact.choices[:-1]} <= set(fact.values)


def test_every_fact_that_another_depends_on_is_declared() -> None:
    assert {name for fact in FACTS.values() for name in fact.depends_on} <= set(FACTS)


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.name)
def test_a_fact_names_all_that_it_hangs_on_however_many_steps_away(fact: Fact) -> None:
    further = {each for name in fact.depends_on for each in FACTS[name].depends_on}
    assert further <= set(fact.depends_on)


def test_the_course_can_be_asked_for() -> None:
    assert set(FACTS["course"].values) == set(COURSES)


def test_an_absent_fact_is_unknown_and_an_undeclared_one_is_refused() -> None:
    assert FactSet().get("works_in_england") is None
    with pytest.raises(BadFact, match="did you mean 'works_in_england'"):
        FactSet().get("work_in_england")


def test_a_set_is_never_changed_in_place() -> None:
    empty = FactSet()
    told = empty.with_said("works_in_england", True, turn=2, quote="I work in Leeds")
    assert "works_in_england" not in empty
    known = told.known("works_in_england")
    assert known is not None
    assert (known.value, known.how, known.turn, known.quote) == (True, "said", 2, "I work in Leeds")


def test_a_corrected_fact_drops_what_depended_on_it() -> None:
    facts = (
        FactSet()
        .with_said("work_setting", "early_years_or_childcare")
        .with_said("early_years_setting", "childminder")
        .with_said("on_childminder_list", True)
        .with_said("works_in_england", True)
    )
    corrected = facts.with_said("work_setting", "a_school")
    assert corrected.as_mapping() == {"works_in_england": True, "work_setting": "a_school"}


def test_saying_the_same_again_drops_nothing() -> None:
    facts = FactSet().with_said("work_setting", "a_school").with_said("on_rise_list", True)
    assert facts.with_said("work_setting", "a_school", turn=3).get("on_rise_list") is True


def test_what_was_said_is_never_overwritten_by_an_assumption() -> None:
    funded = (PriorApplication("npq-headship", "accepted", True, True),)
    facts = FactSet().with_said("prior_applications", funded)
    assert facts.with_assumed("prior_applications", ()) == facts
    assumed = FactSet().with_assumed("prior_applications", ()).known("prior_applications")
    assert assumed is not None
    assert assumed.how == "assumed"


def test_a_mapping_is_ready_for_json_and_in_the_order_declared() -> None:
    facts = FactSet().with_said("role", "senco").with_said("works_in_england", True)
    facts = facts.with_said("prior_applications", (PriorApplication("npq-senco", "accepted"),)).with_said(
        "aims", ("send",)
    )
    assert list(facts.as_mapping().items()) == [
        ("works_in_england", True),
        ("prior_applications", [{"course": "npq-senco", "status": "accepted"}]),
        ("role", "senco"),
        ("aims", ["send"]),
    ]
    assert len(facts) == 4
