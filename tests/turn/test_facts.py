from __future__ import annotations

from advisor.core.earlier import PriorApplication
from advisor.dialogue.state import KnownValue, Person
from advisor.turn.facts import cohort_of, facts_of, with_assumption


def person(hinted: tuple[str, ...] = (), declined: tuple[str, ...] = (), **values: object) -> Person:
    facts = {name: KnownValue(value=value, turn=1, quote="") for name, value in values.items()}
    return Person(facts=facts, hinted=hinted, declined=declined)


def test_what_was_said_is_what_the_rules_read() -> None:
    facts = facts_of(person(works_in_england=True, prior_applications=[{"course": "npq-senco", "funded_place": True}]))
    assert facts.get("works_in_england") is True
    assert facts.get("prior_applications") == (PriorApplication("npq-senco", funded_place=True),)


def test_the_intake_is_apart() -> None:
    assert "cohort_id" not in facts_of(person(cohort_id="2026b"))
    assert cohort_of(person(cohort_id="2026b")) == "2026b"
    assert cohort_of(person()) is None


def test_a_value_the_rules_do_not_know_is_left_out_and_never_guessed() -> None:
    assert facts_of(person(work_setting="on the moon", works_in_england=True)).as_mapping() == {
        "works_in_england": True
    }


def test_nothing_is_assumed_but_that_no_place_was_funded_before() -> None:
    assumed = with_assumption(facts_of(person()), person())
    known = assumed.known("prior_applications")
    assert known is not None
    assert (known.value, known.how) == ((), "assumed")
    assert list(assumed) == ["prior_applications"]


def test_a_hint_or_a_refusal_to_say_stops_the_assumption() -> None:
    for held in (person(hinted=("prior_applications",)), person(declined=("prior_applications",))):
        assert "prior_applications" not in with_assumption(facts_of(held), held)


def test_what_was_said_of_it_is_not_overwritten() -> None:
    held = person(prior_applications=[{"course": "npq-senco"}])
    known = with_assumption(facts_of(held), held).known("prior_applications")
    assert known is not None
    assert known.how == "said"


def test_the_list_of_a_college_is_the_colleges_list() -> None:
    held = person(work_setting="a_16_to_19_educational_setting", on_pp50_school_list=True)
    assert facts_of(held).get("on_pp50_fe_list") is True
    assert "on_pp50_school_list" not in facts_of(held)


def test_of_two_things_that_cannot_both_be_true_one_is_dropped_to_be_asked_again() -> None:
    held = person(work_setting="a_school", eligible_establishment_type=False, on_rise_list=True)
    assert "on_rise_list" not in facts_of(held)
    assert facts_of(held).get("eligible_establishment_type") is False
