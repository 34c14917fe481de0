"""Properties of decisions, whatever is answered and in whatever order."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.core.courses import COURSES
from advisor.core.errors import BadFact
from advisor.core.facts import FACTS, FactKind, FactSet
from advisor.core.facts_of_rules import RULE_FACTS
from advisor.rules.decision import decide
from advisor.rules.parsing import parse_facts
from advisor.rules.verdict import Outcome
from tests.rules.scenarios import TODAY

COHORTS = ("2021b", "2022b", "2023b", "2024b", "2025a", "2025b", "2026a", "2026b")
APPLICATIONS = st.lists(
    st.fixed_dictionaries(
        {"course": st.sampled_from([*COURSES, "npq-additional-support-offer"])},
        optional={
            "status": st.sampled_from([None, "pending", "accepted", "rejected"]),
            "eligible_for_funding": st.sampled_from([None, True, False]),
            "funded_place": st.sampled_from([None, True, False]),
            "cohort_id": st.sampled_from([None, "2022b", "2023a", "2024b", "2025b"]),
            "outcome": st.sampled_from([None, "passed", "failed"]),
        },
    ),
    max_size=2,
)


def values_of(name: str) -> st.SearchStrategy[Any]:
    """Return what a fact can be told as."""
    kind = FACTS[name].kind
    if kind is FactKind.APPLICATIONS:
        return APPLICATIONS
    if kind is FactKind.CODE:
        return st.sampled_from(["1", "7", "10", "11", "15", "28", "30"])
    return st.booleans() if kind is FactKind.YES_NO else st.sampled_from(FACTS[name].values)


TOLD = [fact.name for fact in RULE_FACTS if not fact.name.startswith("cohort")] + ["npqh_stage", "role"]
MAPPINGS = st.fixed_dictionaries({}, optional={name: values_of(name) for name in TOLD})


@st.composite
def possible_facts(draw: st.DrawFn) -> dict[str, object]:
    """Return facts that are not refused: a contradicting one is left out."""
    kept: dict[str, object] = {}
    for name, value in draw(MAPPINGS).items():
        try:
            parse_facts({**kept, name: value})
        except BadFact:
            continue
        kept[name] = value
    return kept


@given(possible_facts(), st.sampled_from(list(COURSES)), st.sampled_from(COHORTS), st.randoms())
@settings(max_examples=120, deadline=None)
def test_the_order_of_answers_never_changes_the_verdict(
    told: dict[str, object], course: str, cohort: str, rng: Any
) -> None:
    shuffled = list(told.items())
    rng.shuffle(shuffled)
    one = decide(course, parse_facts(told), TODAY, cohort)
    assert decide(course, parse_facts(dict(shuffled)), TODAY, cohort) == one


@given(possible_facts(), st.sampled_from(list(COURSES)), st.sampled_from(COHORTS))
@settings(max_examples=120, deadline=None)
def test_a_definite_outcome_stays_whatever_more_is_told(told: dict[str, object], course: str, cohort: str) -> None:
    names = list(told)
    verdicts = [
        decide(course, parse_facts({name: told[name] for name in names[:count]}), TODAY, cohort)
        for count in range(len(names) + 1)
    ]
    for before, after in pairwise(verdicts):
        assert not before.outcome.definite or after.outcome is before.outcome


@given(possible_facts(), st.sampled_from(list(COURSES)), st.sampled_from(COHORTS))
@settings(max_examples=120, deadline=None)
def test_a_verdict_is_consistent_with_itself(told: dict[str, object], course: str, cohort: str) -> None:
    verdict = decide(course, parse_facts(told), TODAY, cohort)
    assert not (verdict.outcome.definite and verdict.missing)
    assert (verdict.ask_next in verdict.missing) if verdict.missing else verdict.ask_next is None
    assert not {"establishment_type_code", "institution_kind", "npqh_stage"} & set(verdict.missing)
    assert not set(verdict.missing) & (set(told) - {"prior_applications"})
    assert verdict.steps
    assert all(step.source for step in verdict.steps)
    if verdict.outcome is Outcome.ELIGIBLE:
        assert verdict.reason == "funded"
        assert "not guaranteed" in verdict.steps[-1].because
    if verdict.reason not in (None, "funded"):
        assert verdict.reason == verdict.reasons[0]
        assert verdict.steps[0].truth == "false"


@given(possible_facts(), st.sampled_from(list(COURSES)))
@settings(max_examples=80, deadline=None)
def test_answering_what_is_asked_always_ends_in_an_outcome(told: dict[str, object], course: str) -> None:
    facts, asked = parse_facts(told), []
    while (verdict := decide(course, facts, TODAY, "2026b")).ask_next is not None:
        assert verdict.ask_next not in asked
        asked.append(verdict.ask_next)
        facts = facts.with_said(verdict.ask_next, _an_answer(verdict.ask_next, facts))
    assert verdict.outcome.definite
    assert len(asked) <= 8


def _an_answer(name: str, facts: FactSet) -> Any:
    if name == "prior_applications":
        return ()
    if FACTS[name].kind is FactKind.YES_NO:
        refused = name == "on_childminder_list" and facts.get("has_ofsted_urn") is False
        return not refused
    return FACTS[name].values[0]


@given(possible_facts(), st.sampled_from(list(COURSES)))
@settings(max_examples=80, deadline=None)
def test_what_is_taken_back_leaves_no_trace(told: dict[str, object], course: str) -> None:
    facts = parse_facts(told)
    for name in told:
        without = facts.without(name)
        assert name not in without
        corrected = facts.with_said("work_setting", "other").with_said("work_setting", "a_school")
        assert "early_years_setting" not in corrected
        assert decide(course, without, TODAY, "2026b") == decide(
            course, parse_facts(without.as_mapping()), TODAY, "2026b"
        )
