"""An Ofsted number held, awaited or lacking, and a referral told, denied or asked about, are told apart."""

from __future__ import annotations

import pytest

from advisor.dialogue.slots.registers import find_registers
from tests.dialogue.samples import told

REFERRED = "referred_by_return_to_teaching_adviser"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("childminder with an Ofsted number EY123456", True),
        ("I'm registered with ofsted", True),
        ("our URN is EY 345678", True),
        ("I've not got an ofsted number yet", False),
        ("no ofsted registration as I'm with an agency", False),
        ("not ofsted registered, agency instead", False),
        ("waiting for my Ofsted number", None),
        ("do I need an ofsted number?", None),
    ],
)
def test_an_ofsted_number(text: str, held: bool | None) -> None:
    assert told(find_registers, text).get("has_ofsted_urn") is held


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
def test_a_referral(text: str, referred: bool | None) -> None:
    assert told(find_registers, text).get(REFERRED) is referred
