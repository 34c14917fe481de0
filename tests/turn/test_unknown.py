from __future__ import annotations

import pytest

from advisor.dialogue.asking import Ask
from advisor.turn.unknown import unknown_part, what_next_part


@pytest.mark.parametrize(
    ("intent", "who"),
    [
        ("assessment", "your NPQ provider"),
        ("registering", "DfE"),
        ("recommend", "headteacher"),
        ("glossary", "an NPQ provider"),
    ],
)
def test_not_knowing_names_who_does(intent: str, who: str) -> None:
    part = unknown_part(Ask("x", {intent: 0.9}))
    assert part.kind == "handoff"
    assert part.said[0].text.startswith("I don't know")
    assert who in part.said[1].text


def test_what_has_nothing_to_do_with_npqs_is_out_of_scope() -> None:
    assert unknown_part(Ask("x", {"out_of_scope": 0.9})).kind == "out_of_scope"


def test_what_was_found_to_be_outside_is_out_of_scope_whatever_its_words() -> None:
    assert unknown_part(Ask("x", {"assessment": 0.9}), outside=True).kind == "out_of_scope"


def test_a_question_that_is_half_ours_is_handed_on() -> None:
    assert unknown_part(Ask("x", {"out_of_scope": 0.9, "assessment": 0.6})).kind == "handoff"


def test_none_of_it_claims_a_source() -> None:
    for part in (
        unknown_part(Ask("x", {})),
        unknown_part(Ask("x", {"out_of_scope": 1.0})),
        what_next_part(),
    ):
        assert all(not said.grounds for said in part.said)
        assert part.said
