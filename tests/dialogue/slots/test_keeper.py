"""Who keeps a place is read wherever it is said, and only of one's own place."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after

SCHOOL, COLLEGE = "a_school", "a_16_to_19_educational_setting"


def known(*messages: str) -> dict[str, object]:
    return {name: fact.value for name, fact in after(*messages).person.facts.items()}


@pytest.mark.parametrize(
    "text",
    [
        "aided primary, Truro. maths lead. NPQLPM?",
        "I'm a deputy in a secondary (VA, Catholic) in Preston",
        "infants school, local authority one, Hull, year 2 teacher",
        "my school is run by Kent county council. npqsl?",
        "our primary became an academy last year, York",
        "Girls' grammar (state) in Kent, second in English",
        "secondary teacher. Nottingham. state.",
        "our high school gets its money from the state, Cumbria",
        "it's not independent - ordinary state school in Luton",
        "not a private school, just a normal secondary in Crewe",
        "SENDCo. Small rural primary. Still with the county, not a MAT.",
        "primary, one of six in our MAT, Bolton",
        "pupils don't pay, it's a normal secondary in Crewe",
        "moved from a private school to a state comp in Exeter",
        "i'd rather not say which but it's a maintained primary in Kent",
    ],
)
def test_a_school_kept_by_the_state_is_read_whatever_it_is_called(text: str) -> None:
    facts = known(text)
    assert (facts["work_setting"], facts["eligible_establishment_type"]) == (SCHOOL, True)


@pytest.mark.parametrize(
    "text",
    [
        "I teach in a school in Derby that charges fees, about 5k a term",
        "fee charging prep in Kent, head of maths",
        "primary in Leeds. Private. NPQLT?",
        "HMC school, housemistress, Somerset",
        "cathedral choir school, fees about £20k, Wells",
        "I work at one of those posh fee-paying places in Surrey",
        "we charge fees yes, small Quaker school in North Yorkshire",
        "Hi. Independent. Day school for girls. Wimbledon.",
        "secondary school in St Albans private, NPQSL?",
    ],
)
def test_a_school_kept_by_fees_is_read_whatever_it_is_called(text: str) -> None:
    facts = known(text)
    assert (facts["work_setting"], facts["eligible_establishment_type"]) == (SCHOOL, False)


@pytest.mark.parametrize(
    ("answer", "by_state"),
    [
        ("council", True),
        ("state of course", True),
        ("church, voluntary aided", True),
        ("the local authority runs it", True),
        ("it's an ordinary one, not private", True),
        ("fee paying I'm afraid", False),
        ("sorry should have said independent", False),
        ("private, day and boarding", False),
        ("the parents pay fees", False),
        ("is state funded the same as maintained?", None),
        ("what does independent mean", None),
        ("will you keep that private?", None),
    ],
)
def test_a_short_answer_tells_who_keeps_a_school_named_before(answer: str, by_state: bool | None) -> None:
    facts = known("secondary school, Derby", answer)
    assert (facts["work_setting"], facts.get("eligible_establishment_type")) == (SCHOOL, by_state)


@pytest.mark.parametrize(
    "text",
    [
        "do independent schools have to pay? I'm at a primary in Leeds",
        "my last school was private, now I'm in a primary in Leeds",
        "my friend's school is private. I'm at a primary in York",
        "our school might academise next year. Primary in Derby",
        "is there a fee paying option? secondary teacher",
        "I'm head of independent learning at a secondary in Hull",
        "the council pays for my training, primary school in Hull",
        "the private sector pays better but I'm in a primary in York",
        "my daughter's at a private school. I teach at a primary in Exeter",
        "I had private coaching. primary teacher, Exeter",
    ],
)
def test_what_is_said_of_something_else_tells_nothing_of_ones_own_school(text: str) -> None:
    facts = known(text)
    assert (facts["work_setting"], facts.get("eligible_establishment_type")) == (SCHOOL, None)


def test_a_nursery_is_private_where_the_word_stands_behind_where_it_lies() -> None:
    assert known("nursery in Leeds private")["early_years_setting"] == "private_nursery"
    assert "early_years_setting" not in known("nursery in Leeds private tuition")


def test_a_private_college_is_not_state_funded_by_its_name() -> None:
    facts = known("private sixth form college in London")
    assert (facts["work_setting"], facts["eligible_establishment_type"]) == (COLLEGE, False)


def test_a_trust_is_the_workplace_only_of_who_works_for_it() -> None:
    assert known("secondary in Hastings, we're part of the Ark trust")["work_setting"] == SCHOOL
    assert known("primary lead employed by the trust centrally, across 9 schools")["work_setting"] == "an_academy_trust"
