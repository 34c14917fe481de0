from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known

LEAD = "lead_mentor_for_accredited_itt_provider"


@pytest.mark.parametrize(
    ("message", "accredited"),
    [
        ("I'm lead mentor for an accredited ITT provider", True),
        ("Our SCITT is DfE accredited and I'm one of its lead mentors", True),
        ("i work for a SCITT as a lead mentor, it is on the DfE's list of accredited providers", True),
        ("our teacher training provider lost its accreditation. im lead mentor there", False),
        ("the provider I'm lead mentor for isn't on the approved list", False),
        ("lead mentor at a uni whose accreditation was withdrawn", False),
        ("lead mentor for an ITT provider but not sure if accredited", None),
    ],
)
def test_a_lead_mentor_and_the_accreditation_are_read(message: str, accredited: bool | None) -> None:
    held = known(after(message))
    assert (held["employment_type"], held.get("itt_provider_approved")) == (LEAD, accredited)
    assert held["work_setting"] == "another_setting"


@pytest.mark.parametrize(
    "message",
    [
        "Are lead mentors funded?",
        "I'm an ordinary mentor, not a lead mentor for any ITT provider",
        "My line manager is a lead mentor for a SCITT. I'm a TA",
        "lead mentor in my school for ECTs",
        "used to be lead mentor for a scitt, now class teacher",
        "is Ambition an accredited provider?",
    ],
)
def test_others_questions_and_mentors_in_school_make_no_lead_mentor(message: str) -> None:
    held = known(after(message))
    assert "employment_type" not in held
    assert "itt_provider_approved" not in held


def test_accreditation_told_later_is_that_of_the_provider_known() -> None:
    held = known(after("I'm lead mentor for a SCITT", "it is accredited, yes"))
    assert held["itt_provider_approved"] is True
