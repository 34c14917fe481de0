"""Who runs a course is told from the list of the intake asked about, never from another's."""

from __future__ import annotations

import pytest

from tests.advisers import adviser


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("does UCL run NPQH?", "Yes, UCL Institute of Education was set up to run NPQH for autumn 2026."),
        ("Does Teach First run the NPQ for SENCOs in spring 2026?", "No, Teach First was not set up"),
        ("Who offers NPQLL in spring 2026?", "nobody was listed as running NPQLL"),
        ("which providers offered NPQH in autumn 2024?", "No list of who runs NPQH in autumn 2024"),
        ("which lead providers run NPQLL and NPQSENCO, each?", "running NPQSENCO: Ambition Institute, Best Practice"),
        ("which providers run both NPQLL and NPQSENCO?", "were set up to run NPQLL and NPQSENCO, all of them"),
    ],
)
def test_the_list_of_the_intake_asked_about_answers(message: str, said: str) -> None:
    assert said in adviser().reply(message).text


def test_one_of_those_just_named_is_asked_about_by_itself() -> None:
    adviser_ = adviser()
    state = adviser_.reply("who runs NPQEYL this autumn?").state
    assert adviser_.reply("is best practice network one of them?", state).text.startswith("No, Best Practice Network")


def test_a_provider_named_beside_another_question_is_no_question_of_what_it_runs() -> None:
    assert "was set up to run" not in adviser().reply("when is my assessment window for NPQSL with BPN").text


def test_each_course_is_told_for_each_intake_named() -> None:
    text = adviser().reply("Which providers run NPQSENCO and NPQH in autumn 2026 and spring 2026?").text
    for code in ("NPQSENCO", "NPQH"):
        for when in ("spring 2026", "autumn 2026"):
            assert f"For {when} these were listed as running {code}" in text
