from __future__ import annotations

import pytest

from advisor.dialogue.slots.referral import find_referral
from tests.dialogue.samples import after, known, told

REFERRED = "referred_by_return_to_teaching_adviser"


@pytest.mark.parametrize(
    ("message", "referred"),
    [
        ("My RTTA put in a referral for me", True),
        ("Return to Teaching Adviser has put me forward for NPQLT", True),
        ("not working at the mo. adviser from Return to Teaching referred me in Oct", True),
        ("I have a return to teaching adviser but she hasn't referred me", False),
        ("not referred by a return to teaching adviser", False),
        ("nobody has referred me", False),
        ("I'm returning to teaching, no adviser involved", False),
        ("the RTTA I spoke to declined to refer me", False),
        ("is my tutor a return to teaching adviser, because I've not been referred by one", False),
        ("I have a Return to Teaching Adviser called Dave", None),
        ("How do I get referred by a return to teaching adviser?", None),
        ("My return to teaching adviser is going to refer me next week", None),
        ("I was referred by my line manager", None),
        ("If an adviser referred me would it be funded?", None),
        ("my headteacher referred me to this page", None),
    ],
)
def test_a_referral_is_read_only_where_one_was_made_or_denied(message: str, referred: bool | None) -> None:
    assert known(after(message)).get(REFERRED) is referred


def test_who_was_referred_works_nowhere_unless_a_workplace_is_told() -> None:
    assert known(after("I was referred by a Return to Teaching Adviser"))["work_setting"] == "other"


def test_a_referral_told_in_the_next_message_is_that_of_the_adviser() -> None:
    assert known(after("a return to teaching adviser told me to ask", "she did refer me properly"))[REFERRED] is True


@pytest.mark.parametrize(
    ("text", "referred"),
    [
        ("I was referred by my return to teaching adviser in May", True),
        ("my RTTA referred me, can I do NPQLT?", True),
        ("I've an adviser at Return to Teaching but she hasn't referred me", False),
        ("no adviser has referred me, what is that", False),
        ("nobody referred me from return to teaching", False),
        ("do I need to be referred by a return to teaching adviser?", None),
        ("my return to teaching adviser is lovely", None),
    ],
)
def test_a_referral_told_denied_or_asked_about(text: str, referred: bool | None) -> None:
    assert told(find_referral, text).get(REFERRED) is referred
