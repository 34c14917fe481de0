"""Which intake and version a decision uses, what it assumes, and what its trace says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from advisor.core.courses import COURSES
from advisor.core.errors import BadFact, BadInput
from advisor.core.facts import FactSet
from advisor.rules.decision import decide, decide_all
from advisor.rules.funding.rulesets import load_rule_book
from advisor.rules.parsing import parse_facts
from advisor.rules.verdict import Outcome
from tests.rules.scenarios import TODAY

SCHOOL = parse_facts(
    {
        "works_in_england": True,
        "prior_applications": [],
        "work_setting": "a_school",
        "eligible_establishment_type": True,
    }
)
BOOK = load_rule_book()
VERSIONS = [(cohort, each.policy) for cohort, versions in BOOK.versions.items() for each in versions]


def test_an_absent_intake_is_the_newest_published_and_is_listed_as_assumed() -> None:
    verdict = decide("npq-headship", SCHOOL, TODAY)
    assert (verdict.cohort, verdict.assumed, verdict.ruleset) == ("2026b", ("cohort",), "funding-2026b")
    assert decide("npq-headship", SCHOOL, date(2026, 5, 20)).cohort == "2026a"
    assert decide("npq-headship", SCHOOL, date(2026, 5, 11)).cohort == "2025b"


def test_a_stated_intake_is_not_assumed() -> None:
    assert decide("npq-headship", SCHOOL, TODAY, "2026b").assumed == ()
    assert decide("npq-headship", SCHOOL.with_said("cohort_id", "2025b"), TODAY).cohort == "2025b"
    assert decide("npq-headship", SCHOOL.with_said("cohort_id", "2025b"), TODAY).assumed == ()


def test_stated_funding_narrows_the_intake_that_is_assumed() -> None:
    verdict = decide("npq-headship", SCHOOL.with_said("cohort_funding", "zero"), TODAY)
    assert (verdict.cohort, verdict.reason, verdict.assumed) == ("2026a", "unfunded_cohort", ("cohort",))


def test_an_assumed_fact_is_listed_and_used() -> None:
    facts = SCHOOL.without("prior_applications").with_assumed("prior_applications", ())
    verdict = decide("npq-headship", facts, TODAY, "2026b")
    assert verdict.outcome is Outcome.ELIGIBLE
    assert verdict.assumed == ("prior_applications",)


def test_nothing_but_the_intake_is_ever_assumed_here() -> None:
    verdict = decide("npq-headship", FactSet(), TODAY)
    assert verdict.assumed == ("cohort",)
    assert "prior_applications" in verdict.missing


def test_contradicting_intakes_are_refused() -> None:
    with pytest.raises(BadFact, match="cannot be both 2026b and 2026a"):
        decide("npq-headship", SCHOOL.with_said("cohort_id", "2026a"), TODAY, "2026b")
    with pytest.raises(BadFact, match="contradicts the intake 2026b"):
        decide("npq-headship", SCHOOL.with_said("cohort_funding", "zero"), TODAY, "2026b")
    with pytest.raises(BadInput, match="a year and a letter"):
        decide("npq-headship", SCHOOL, TODAY, "autumn")


def test_an_intake_without_rules_is_not_published_and_names_the_last_known_one_without_using_it() -> None:
    verdict = decide("npq-headship", SCHOOL, TODAY, "2027b")
    assert (verdict.outcome, verdict.reason, verdict.ruleset) == (Outcome.NOT_PUBLISHED, None, None)
    assert not verdict.missing
    assert not verdict.would_change
    assert "autumn 2026" in verdict.steps[0].because
    assert "not used" in verdict.steps[0].because


def test_nothing_is_published_before_the_first_rules_of_all() -> None:
    verdict = decide("npq-headship", SCHOOL, date(2021, 6, 24))
    assert (verdict.outcome, verdict.cohort) == (Outcome.NOT_PUBLISHED, None)
    assert "none are known" in verdict.steps[0].because


def test_an_earlier_intake_is_named_only_if_it_was_known_on_that_day() -> None:
    assert "autumn 2025" in decide("npq-headship", SCHOOL, date(2026, 1, 1), "2026b").steps[0].because


def test_a_course_not_yet_offered_is_not_published() -> None:
    verdict = decide("npq-senco", SCHOOL, TODAY, "2023b")
    assert verdict.outcome is Outcome.NOT_PUBLISHED
    assert "not yet offered" in verdict.steps[0].because


@pytest.mark.parametrize(("cohort", "policy"), VERSIONS, ids=lambda value: str(getattr(value, "in_force_from", value)))
def test_each_version_holds_from_its_first_day_and_not_a_day_earlier(cohort: str, policy: object) -> None:
    first: date = policy.in_force_from  # type: ignore[attr-defined]
    found, before = BOOK.find(cohort, first), BOOK.find(cohort, first - timedelta(days=1))
    assert found is not None
    assert found.policy is policy
    assert before is not found


@pytest.mark.parametrize("cohort", BOOK.versions)
def test_the_last_version_goes_on_for_its_intake(cohort: str) -> None:
    last = BOOK.find(cohort, date(2099, 1, 1))
    assert last is BOOK.versions[cohort][-1]


def test_what_is_funded_for_me_gives_every_course_from_the_rules() -> None:
    facts = SCHOOL.with_said("on_rise_list", False).with_said("on_pp50_school_list", False)
    verdicts = decide_all(facts, TODAY)
    assert [verdict.course for verdict in verdicts] == list(COURSES)
    assert [verdict.course for verdict in verdicts if verdict.outcome is Outcome.ELIGIBLE] == [
        "npq-senior-leadership",
        "npq-headship",
        "npq-early-years-leadership",
        "npq-senco",
    ]


def test_an_eligible_verdict_begins_with_what_decides_and_ends_with_no_promise() -> None:
    steps = decide("npq-headship", SCHOOL, TODAY, "2026b").steps
    assert steps[0].condition == "eligible_workplace"
    assert steps[-1].condition == "place_not_guaranteed"


def test_a_refusal_begins_with_the_deciding_condition_and_ends_with_how_else_to_pay() -> None:
    facts = parse_facts({"works_in_england": False, "work_setting": "a_school", "eligible_establishment_type": False})
    steps = decide("npq-headship", facts, TODAY, "2026b").steps
    assert [step.condition for step in steps[:2]] == ["works_in_england", "eligible_workplace"]
    assert [step.truth for step in steps[:-2]] == ["false", "false", "unknown", "true"]
    assert steps[-2].condition == "nothing_alone_changes_it"
    assert steps[-1].condition == "other_ways_to_pay"


def test_a_review_says_that_dfe_decides() -> None:
    facts = parse_facts({"works_in_england": True, "prior_applications": [], "work_setting": "other"})
    facts = facts.with_said("referred_by_return_to_teaching_adviser", True)
    verdict = decide("npq-headship", facts, TODAY, "2026b")
    assert verdict.reasons == ("referred_by_return_to_teaching_adviser",)
    assert verdict.steps[-1].condition == "dfe_decides"


def test_a_branch_that_was_not_recovered_says_so() -> None:
    facts = parse_facts({"works_in_england": True, "prior_applications": [], "institution_kind": "local_authority"})
    verdict = decide("npq-headship", facts, TODAY, "2025a")
    assert (verdict.outcome, verdict.missing, verdict.ask_next) == (Outcome.UNDETERMINED, (), None)
    assert verdict.steps[0].because == "We have not recovered how this intake treated local authorities."


def test_the_verdict_names_the_rules_and_the_day_they_were_checked() -> None:
    verdict = decide("npq-headship", SCHOOL, TODAY, "2025b")
    assert (verdict.ruleset, verdict.rules_as_of) == ("funding-2025b", date(2026, 11, 21))
