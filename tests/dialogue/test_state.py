from __future__ import annotations

import pytest
from pydantic import ValidationError

from advisor.dialogue.state import SELF, DialogueState, KnownValue, Pending, Person, learn
from tests.dialogue.samples import after, known

DEPENDENTS = {"work_setting": ("early_years_setting", "on_rise_list"), "works_in_england": ("on_rise_list",)}


def said(value: object, turn: int = 1) -> KnownValue:
    return KnownValue(value=value, turn=turn, quote=str(value))


def learned(person: Person, **new: object) -> Person:
    return learn(person, {name: said(value, 2) for name, value in new.items()}, (), DEPENDENTS)


def test_a_correction_drops_what_hung_on_the_old_value() -> None:
    person = Person(facts={"work_setting": said("a_school"), "on_rise_list": said(True), "role": said("senco")})
    assert set(learned(person, work_setting="other").facts) == {"work_setting", "role"}


def test_saying_the_same_again_drops_nothing() -> None:
    person = Person(facts={"work_setting": said("a_school"), "on_rise_list": said(True)})
    again = learned(person, work_setting="a_school")
    assert set(again.facts) == {"work_setting", "on_rise_list"}
    assert again.facts["work_setting"].turn == 2


def test_what_is_said_anew_with_the_correction_stays() -> None:
    person = Person(facts={"work_setting": said("a_school"), "on_rise_list": said(True)})
    assert learned(person, work_setting="other", on_rise_list=False).facts["on_rise_list"].value is False


def test_a_first_value_drops_nothing() -> None:
    person = Person(facts={"on_rise_list": said(True)})
    assert "on_rise_list" in learned(person, work_setting="a_school").facts


def test_a_hint_takes_a_fact_away_and_a_fact_takes_the_hint_away() -> None:
    person = Person(facts={"on_rise_list": said(True)})
    hinted = learn(person, {}, ["on_rise_list"], DEPENDENTS)
    assert (hinted.facts, hinted.hinted) == ({}, ("on_rise_list",))
    assert learned(hinted, on_rise_list=False).hinted == ()


def test_what_was_declined_may_be_told_later() -> None:
    person = Person(declined=("role", "phase"))
    assert learned(person, role="senco").declined == ("phase",)


def test_a_state_goes_through_json_and_back() -> None:
    state = DialogueState(
        turn=3,
        subject="colleague",
        people={SELF: Person(facts={"prior_applications": said([{"course": "npq-senco"}])}, hinted=("on_rise_list",))},
        courses=("npq-headship",),
        pending=Pending(fact="role", course="npq-headship"),
        said=("faq-x.1",),
    )
    assert DialogueState.model_validate_json(state.model_dump_json()) == state
    long = after("I'm a deputy head in Leeds", "I did NPQSL funded in 2022", "and my colleague in Wales?")
    assert DialogueState.model_validate_json(long.model_dump_json()) == long


def test_a_state_from_elsewhere_with_unknown_parts_is_refused() -> None:
    with pytest.raises(ValidationError):
        DialogueState.model_validate({"turn": 1, "secret": True})


def test_a_conversation_corrects_itself() -> None:
    state = after("I work in a state primary school in Leeds", "we are on the PP50 list")
    assert known(state)["on_pp50_school_list"] is True
    state = after("actually I work in a private nursery", state=state)
    assert known(state)["early_years_setting"] == "private_nursery"
    assert "on_pp50_school_list" not in known(state)
    assert known(state)["works_in_england"] is True


def test_each_fact_keeps_its_turn_and_its_words() -> None:
    state = after("I work in Leeds", "I'm a deputy head")
    assert (state.person.facts["works_in_england"].turn, state.person.facts["role"].turn) == (1, 2)
    assert state.person.facts["works_in_england"].quote == "Leeds"
