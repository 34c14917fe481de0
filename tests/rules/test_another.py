"""Taking another NPQ: may they start it, and may the fee be paid again."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.core.courses import COURSES
from advisor.core.truth import Truth
from advisor.rules.another import another
from advisor.rules.decision import decide
from advisor.rules.parsing import parse_facts
from advisor.rules.progression import suggest
from tests.rules.scenarios import TODAY

SL, H, EHCO = "npq-senior-leadership", "npq-headship", "npq-early-headship-coaching-offer"
FUNDED: dict[str, Any] = {"status": "accepted", "eligible_for_funding": True, "funded_place": True}


def asked(
    course: str, *earlier: dict[str, Any], legacy: list[dict[str, Any]] | None = None
) -> tuple[str, Truth, str, Truth]:
    """Return the first reason for starting with its truth over all, and the reason for the fee with its truth."""
    facts: dict[str, object] = {"prior_applications": list(earlier)}
    if legacy:
        facts = {"prior_npqs": legacy}
    found = another(course, parse_facts(facts))
    return found.may_start[0].reason, found.start, found.fee_again.reason, found.fee_again.truth


@pytest.mark.parametrize(
    ("earlier", "start", "may", "fee", "paid"),
    [
        ({"outcome": "passed"}, "already_completed", Truth.UNKNOWN, "previously_funded", Truth.FALSE),
        ({"training_status": "active"}, "already_underway", Truth.FALSE, "previously_funded", Truth.FALSE),
        (
            {"training_status": "deferred"},
            "return_to_the_deferred_place",
            Truth.FALSE,
            "previously_funded",
            Truth.FALSE,
        ),
        (
            {"training_status": "withdrawn"},
            "may_start_again_after_withdrawing",
            Truth.TRUE,
            "previously_funded",
            Truth.FALSE,
        ),
        ({"outcome": "failed"}, "may_start_again_after_failing", Truth.TRUE, "previously_funded", Truth.FALSE),
        ({"status": "rejected"}, "may_apply_again", Truth.TRUE, "earlier_place_was_not_funded", Truth.TRUE),
        ({"status": "pending"}, "already_applied", Truth.UNKNOWN, "earlier_place_was_not_funded", Truth.TRUE),
        (
            {"outcome": "failed", "funded_place": False},
            "may_start_again_after_failing",
            Truth.TRUE,
            "earlier_place_was_not_funded",
            Truth.TRUE,
        ),
        (
            {"outcome": "failed", "funded_place": None},
            "may_start_again_after_failing",
            Truth.TRUE,
            "earlier_funding_not_known",
            Truth.UNKNOWN,
        ),
        ({}, "earlier_result_not_known", Truth.UNKNOWN, "previously_funded", Truth.FALSE),
    ],
)
def test_the_same_course_again(earlier: dict[str, Any], start: str, may: Truth, fee: str, paid: Truth) -> None:
    assert asked(SL, {"course": SL, **FUNDED, **earlier}) == (start, may, fee, paid)


@pytest.mark.parametrize("outcome", ["passed", "failed"])
def test_a_different_course_is_allowed_and_fundable(outcome: str) -> None:
    found = asked(H, {"course": SL, **FUNDED, "outcome": outcome})
    assert found == ("another_is_allowed", Truth.TRUE, "not_funded_before", Truth.TRUE)


# How an earlier NPQ can stand, as an application says it, whether its fee was paid by DfE or not.
STANDS: dict[str, dict[str, Any]] = {
    "completed": {"status": "accepted", "outcome": "passed"},
    "in progress": {"status": "accepted", "training_status": "active"},
    "withdrawn": {"status": "accepted", "training_status": "withdrawn"},
    "failed": {"status": "accepted", "outcome": "failed"},
    "deferred": {"status": "accepted", "training_status": "deferred"},
    "rejected": {"status": "rejected"},
    "pending": {"status": "pending"},
    "not told": {"status": "accepted"},
}
MAY_START_ANOTHER = {
    "in progress": "one_at_a_time",
    "deferred": "one_at_a_time",
    "not told": "earlier_may_be_under_way",
}
NOT_AGAIN = {"completed", "in progress", "deferred", "pending", "not told"}
PAID = {"funded": {"eligible_for_funding": True, "funded_place": True}, "self-funded": {"funded_place": False}}


@pytest.mark.parametrize("paid", PAID)
@pytest.mark.parametrize("stands", STANDS)
def test_a_different_course_can_always_be_funded_and_is_open_only_where_two_would_run_at_once(
    stands: str, paid: str
) -> None:
    start, may, fee, again = asked(H, {"course": SL, **STANDS[stands], **PAID[paid]})
    assert start == MAY_START_ANOTHER.get(stands, "another_is_allowed")
    assert may is (Truth.UNKNOWN if stands in MAY_START_ANOTHER else Truth.TRUE)
    assert (fee, again) == ("not_funded_before", Truth.TRUE)


@pytest.mark.parametrize("paid", PAID)
@pytest.mark.parametrize("stands", STANDS)
def test_the_same_course_is_paid_again_only_where_no_accepted_place_was_funded(stands: str, paid: str) -> None:
    *_, fee, again = asked(SL, {"course": SL, **STANDS[stands], **PAID[paid]})
    counts = paid == "funded" and stands not in ("rejected", "pending")
    expected = ("previously_funded", Truth.FALSE) if counts else ("earlier_place_was_not_funded", Truth.TRUE)
    assert (fee, again) == expected


@pytest.mark.parametrize("stands", STANDS)
def test_the_fee_says_what_the_funding_rules_decide(stands: str) -> None:
    for paid in (*PAID.values(), {}):
        told = {"prior_applications": [{"course": SL, **STANDS[stands], **paid}], "works_in_england": True}
        facts = parse_facts({**told, "work_setting": "a_school", "eligible_establishment_type": True})
        outcome = {Truth.TRUE: "eligible", Truth.FALSE: "not_eligible", Truth.UNKNOWN: "undetermined"}
        assert decide(SL, facts, TODAY, "2026b").outcome == outcome[another(SL, facts).fee_again.truth]


@pytest.mark.parametrize("stands", STANDS)
def test_what_fits_next_leaves_out_what_is_held_or_under_way_and_says_why(stands: str) -> None:
    facts = parse_facts({"role": "assistant_head", "prior_applications": [{"course": SL, **STANDS[stands]}]})
    found = suggest(facts, TODAY)
    assert found
    assert (SL in [each.course for each in found]) is (stands not in NOT_AGAIN)
    assert all(because.sources for each in found for because in each.because)


@pytest.mark.parametrize("status", ["active", "deferred"])
def test_two_at_once_is_left_open_and_names_both_positions(status: str) -> None:
    facts = parse_facts({"prior_applications": [{"course": SL, **FUNDED, "training_status": status}]})
    finding = another(H, facts).may_start[0]
    assert (finding.reason, finding.truth) == ("one_at_a_time", Truth.UNKNOWN)
    assert len(finding.positions) == 3
    assert all(position.sources for position in finding.positions)


def test_deferring_names_the_positions_of_providers_and_dfe() -> None:
    facts = parse_facts({"prior_applications": [{"course": SL, **FUNDED, "training_status": "deferred"}]})
    assert len(another(SL, facts).may_start[0].positions) == 3


def test_headship_and_the_coaching_offer_go_together() -> None:
    assert asked(EHCO, {"course": H, **FUNDED, "training_status": "active"})[:2] == ("coaching_alongside", Truth.TRUE)
    assert asked(H, {"course": EHCO, **FUNDED})[:2] == ("coaching_alongside", Truth.TRUE)


def test_the_ended_support_offer_counts_as_the_coaching_offer() -> None:
    aso = {"course": "npq-additional-support-offer", **FUNDED, "outcome": None}
    assert asked(EHCO, aso)[2:] == ("previously_funded", Truth.FALSE)


@pytest.mark.parametrize("name", ["npqsl-legacy", "npqml", "npqh-legacy"])
@pytest.mark.parametrize("status", ["completed", "failed", "withdrawn"])
def test_a_legacy_npq_bars_nothing(name: str, status: str) -> None:
    start, may, _, paid = asked(SL, legacy=[{"name": name, "status": status, "year": 2019}])
    assert (start, may) == ("legacy_is_no_bar", Truth.TRUE)
    assert paid is not Truth.FALSE


def test_a_legacy_npq_never_counts_against_funding() -> None:
    assert asked(SL, legacy=[{"name": "npqsl-legacy"}])[2:] == ("legacy_never_counts", Truth.TRUE)


@pytest.mark.parametrize(
    ("course", "status", "reason"),
    [
        ("npq-senco", "completed", "nasenco_is_enough"),
        ("npq-senco", "in_progress", "nothing_earlier"),
        (SL, "completed", "nothing_earlier"),
    ],
)
def test_nasenco_is_no_npq_and_bears_on_the_npq_for_sencos_alone(course: str, status: str, reason: str) -> None:
    facts = parse_facts({"prior_npqs": [{"name": "nasenco", "status": status}], "prior_applications": []})
    found = another(course, facts)
    assert [finding.reason for finding in found.may_start] == [reason]
    assert found.start is Truth.TRUE
    assert found.fee_again.reason == "not_funded_before"


def test_nothing_earlier_stands_in_the_way_of_anything() -> None:
    assert asked(SL) == ("nothing_earlier", Truth.TRUE, "not_funded_before", Truth.TRUE)


def test_where_nothing_was_said_the_fee_is_left_open() -> None:
    assert another(SL, parse_facts({})).fee_again.reason == "earlier_funding_not_known"


def test_what_stands_against_it_comes_first_among_several() -> None:
    passed, underway = {"course": H, "outcome": "passed"}, {"course": SL, **FUNDED, "training_status": "active"}
    found = another(SL, parse_facts({"prior_applications": [passed, underway]}))
    assert [finding.reason for finding in found.may_start] == ["already_underway", "another_is_allowed"]
    assert found.start is Truth.FALSE


@pytest.mark.parametrize("course", COURSES)
def test_every_answer_has_a_sentence_and_sources(course: str) -> None:
    found = another(course, parse_facts({"prior_applications": [{"course": course, "outcome": "failed"}]}))
    for finding in (*found.may_start, found.fee_again):
        assert finding.text.endswith(".")
        assert finding.sources
