from __future__ import annotations

from datetime import date

import pytest

from advisor.dialogue.slots.specials import find_specials
from tests.dialogue.samples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I've done a year of teaching for mastery", {"maths_mastery_year_completed": True}),
        ("never done mastery", {"maths_mastery_year_completed": False}),
        (
            "I haven't done teaching for mastery and can't show anything like it",
            {"maths_mastery_year_completed": False, "maths_understanding": "cannot_show"},
        ),
        ("I took a similar course to mastery", {"maths_understanding": "taken_a_similar_course"}),
        ("do I need mastery?", {}),
        ("I completed NPQH", {"npqh_stage": "completed_npqh"}),
        ("I'm doing NPQH", {"npqh_stage": "studying_npqh"}),
        ("I'm about to start NPQH", {"npqh_stage": "will_start_npqh"}),
        ("I've never done NPQH", {"npqh_stage": "none"}),
        ("havent done npqh", {"npqh_stage": "none"}),
        ("my friend on npqh says 2500", {}),
        ("is NPQH funded?", {}),
        ("I want to become a SENCO", {"senco_in_role": "no_but_i_plan_to_become_one"}),
        ("I'm not a SENCO", {}),
        ("is the SENCO NPQ funded", {}),
        ("I'm a SENCO, appointed 1 September 2024", {"senco_in_role": "yes", "senco_start": "2024-09-01"}),
        ("I became SENCO in September 2023", {"senco_in_role": "yes", "senco_start": "2023-09"}),
        ("started 2024-09-01", {"senco_start": "2024-09-01"}),
    ],
)
def test_what_single_courses_ask_for_is_read(text: str, expected: dict[str, object]) -> None:
    assert told(find_specials, text) == expected


def test_a_start_still_to_come_is_not_a_start() -> None:
    assert "senco_start" not in told(find_specials, "I'm a SENCO from September 2027")
    assert told(find_specials, "I'm a SENCO from September 2027", date(2028, 1, 1))["senco_start"] == "2027-09"


def test_a_day_that_does_not_exist_is_no_start() -> None:
    assert "senco_start" not in told(find_specials, "I became SENCO on 31 February 2024")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("became SENCO sept 24", "2024-09"),
        ("SENCO appt 1 Jan 2025 at a mainstream academy", "2025-01-01"),
        ("sept 2025 start as senco", "2025-09"),
        ("sept 2025 not 2024 i started as senco", "2025-09"),
        ("a SENCO at an academy, appointed September 2024", "2024-09"),
        ("I've been SENCO since 2006", "2006-01-01"),
        ("SENCO, in post since before 2009", "2008-01-01"),
    ],
)
def test_a_start_as_senco_is_read_as_people_type_it(text: str, start: str) -> None:
    assert told(find_specials, text)["senco_start"] == start


def test_mastery_denied_of_somebody_else_is_denied() -> None:
    assert told(find_specials, "She hasn't done Teaching for Mastery.") == {"maths_mastery_year_completed": False}
