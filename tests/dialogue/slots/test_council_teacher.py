"""A council's teacher of several schools is told from its advisers, its schools' own staff, and agency supply."""

from __future__ import annotations

import pytest

from advisor.dialogue.slots.council_teacher import find_council_teacher
from tests.dialogue.samples import hinted, told


@pytest.mark.parametrize(
    "text",
    [
        "I teach deaf children across a dozen schools, Suffolk county council pays me",
        "peripatetic teacher for visual impairment, employed by Derbyshire council",
        "I'm on the council's payroll and teach in several schools in Bolton",
        "EMTAS teacher, hampshire county council, 12 schools",
        "my contract is with Wigan council and I cover in whichever school needs me",
        "the LA employs me to teach EAL in primaries across Luton",
        "Hearing support: my employer is Gloucestershire council and I go school to school teaching",
        "I'm with the council's hearing impairment team, teach in about 14 schools, Wirral",
        "employed by the council as a teacher but not based in one school, I rotate",
    ],
)
def test_a_teacher_whom_a_council_sends_to_several_schools(text: str) -> None:
    assert told(find_council_teacher, text) == {
        "work_setting": "another_setting",
        "employment_type": "local_authority_supply_teacher",
    }


@pytest.mark.parametrize(
    "text",
    [
        "council adviser visiting 20 schools, I don't teach",
        "I teach in one primary, the council employs me",
        "supply teacher through an agency, 3 schools a week, paid for by the council",
        "day-to-day supply for two agencies, not the council",
        "my husband works for the council and teaches in six schools, I'm at a primary in Hull",
        "from easter I'll be employed by the council to teach in six schools",
        "council-run primary in Kent, I cover two classes",
    ],
)
def test_others_are_none(text: str) -> None:
    assert told(find_council_teacher, text) == {}


def test_a_half_known_employer_is_a_hint() -> None:
    assert hinted(find_council_teacher, "I think I'm employed by the council, I teach in four schools") == {
        "work_setting",
        "employment_type",
    }
