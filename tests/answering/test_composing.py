from __future__ import annotations

import re

from advisor.answering.composing import compose
from advisor.answering.said import Ground, GroundKind, Part, Said, Table
from tests.answering.samples import BASE


def ground(number: int) -> Ground:
    return Ground(GroundKind.PASSAGE, f"faq-length.{number}")


def said(text: str, *numbers: int) -> Said:
    return Said(text, tuple(ground(number) for number in numbers))


def test_every_sentence_with_a_ground_has_its_markers_and_is_a_statement() -> None:
    composed = compose((Part("answer", (said("One.", 3), said("Two.", 1, 3), said("Hello."))),), BASE, None)
    assert composed.text == "One. [1] Two. [2] [1] Hello."
    assert [(s.text, s.citations) for s in composed.statements] == [("One.", (1,)), ("Two.", (2, 1))]
    assert [citation.id for citation in composed.citations] == ["faq-length.3", "faq-length.1"]


def test_numbers_run_in_order_of_reading_over_all_parts() -> None:
    parts = (Part("answer", (said("A.", 5),)), Part("answer", (said("B.", 2), said("C.", 5))))
    text = compose(parts, BASE, None).text
    assert [int(n) for n in re.findall(r"\[(\d+)\]", text)] == [1, 2, 1]
    assert text == "A. [1]\n\nB. [2] C. [1]"


def test_the_same_ground_twice_in_a_sentence_is_one_marker() -> None:
    assert compose((Part("answer", (said("A.", 1, 1),)),), BASE, None).text == "A. [1]"


def test_a_long_part_breaks_after_its_answer() -> None:
    sentences = tuple(said(f"S{n}.", n) for n in range(1, 5))
    assert compose((Part("answer", sentences),), BASE, None).text == "S1. [1] S2. [2]\n\nS3. [3] S4. [4]"


def test_rows_of_a_table_are_statements_with_markers_in_the_last_cell() -> None:
    table = Table(("NPQ", "Autumn 2026"), ((("NPQH", "Eligible"), (ground(2),)), (("NPQLL", "Depends"), (ground(3),))))
    part = Part("answer", (said("Lead.", 1), said("After.", 4)), table)
    composed = compose((part,), BASE, None)
    assert composed.text.split("\n\n") == [
        "Lead. [1]",
        "| NPQ | Autumn 2026 |\n| --- | --- |\n| NPQH | Eligible [2] |\n| NPQLL | Depends [3] |",
        "After. [4]",
    ]
    assert [s.text for s in composed.statements] == ["Lead.", "NPQH | Eligible", "NPQLL | Depends", "After."]


def test_nothing_to_say_is_an_empty_page() -> None:
    composed = compose((), BASE, None)
    assert (composed.text, composed.statements, composed.citations) == ("", (), ())
