"""An Ofsted number held is told from one awaited, asked about or lacking."""

from __future__ import annotations

import pytest

from advisor.dialogue.slots.ofsted_number import find_ofsted_number
from tests.dialogue.samples import told


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
    assert told(find_ofsted_number, text).get("has_ofsted_urn") is held
