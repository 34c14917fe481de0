"""What came onto a list, off it, is believed of it, or is told of another place, is told from being on it."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import after

SCHOOL, COLLEGE, RISE, CHILDMINDER = "on_pp50_school_list", "on_pp50_fe_list", "on_rise_list", "on_childminder_list"


def known(*messages: str) -> dict[str, object]:
    return {name: fact.value for name, fact in after(*messages).person.facts.items()}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("we came off the PP50 list this year. academy in Derby", False),
        ("we were on PP50 last year but not any more, academy, Derby", False),
        ("used to be on the PP50 list, aren't now", False),
        ("we lost our PP50 status this summer, Oldham", False),
        ("we just missed out on PP50, academy in Leeds", False),
        ("I looked and our name isn't on the PP50 spreadsheet", False),
        ("neighbouring school is PP50, we're not", False),
        ("we're not PP50 but the other school in our trust is", False),
        ("PP50 - nope. Academy Hull", False),
        ("we've just gone onto the PP50 list", True),
        ("been added to PP50 for 2026", True),
        ("PP50? Yes, since Easter. Academy, Hull", True),
        ("someone reckons we're PP50, academy in Leeds", None),
        ("our trust has some PP50 schools", None),
        ("the school next door is on the PP50 list", None),
        ("pp50 or RISE, not sure which, academy Leeds", None),
    ],
)
def test_being_on_a_list_is_told_from_what_is_near_it(text: str, listed: bool | None) -> None:
    assert known(text).get(SCHOOL) is listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("PP50: yes. RISE: no. Primary, Hull", False),
        ("PP50 yes RISE no. Bolton academy", False),
        ("our school isn't on either list, primary in Kent", False),
        ("RISE? not us. Academy Hull", False),
        ("our RISE adviser visits weekly as we're in targeted intervention", True),
        ("we're one of the schools RISE is targeting", True),
        ("we signed up to the universal RISE offer, academy in Hull", None),
        ("went to a RISE conference, academy in Kettering", None),
        ("our head thinks we're RISE but the LA says not", None),
        ("we were told we'd be in RISE but nothing confirmed", None),
    ],
)
def test_targeted_help_is_told_from_what_is_open_to_all(text: str, listed: bool | None) -> None:
    assert known(text).get(RISE) is listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [("sixth form college, Hull, we are on the list", True), ("college lecturer, Hull, we aren't on the list", False)],
)
def test_the_list_of_a_college_is_its_own(text: str, listed: bool) -> None:
    facts = known(text)
    assert (facts[COLLEGE], facts.get(SCHOOL)) == (listed, None)


@pytest.mark.parametrize("text", ["can't find my number on the childminder list", "not on the childminder list sadly"])
def test_who_looked_for_themselves_among_childminders_is_one(text: str) -> None:
    facts = known(text)
    assert (facts[CHILDMINDER], facts["early_years_setting"]) == (False, "childminder")


def test_an_unrelated_question_takes_nothing_back() -> None:
    assert known("studio school, neither PP50 nor RISE", "is there no way round it")[SCHOOL] is False
