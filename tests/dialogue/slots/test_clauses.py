from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.dialogue.slots.clauses import clauses_of_person
from tests.dialogue.samples import read


def _of_person(text: str, subject: str = "self") -> list[str]:
    return [clause.text.strip() for clause in clauses_of_person(replace(read(text), subject=subject))]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("My wife is a head, I'm a teacher", ["i'm a teacher"]),
        ("Our SENCO left and I took over", ["i took over"]),
        ("Headteacher, Leeds. Appointed 2022", ["headteacher, leeds", "appointed 2022"]),
        ("Keeley has done it; I have not", ["i have not"]),
        ("My predecessor had it. I do not", ["i do not"]),
    ],
)
def test_what_is_told_of_others_is_left_out(text: str, clauses: list[str]) -> None:
    assert _of_person(text) == clauses


def test_where_another_is_spoken_of_the_writer_is_left_out() -> None:
    assert _of_person("I'm AHT asking for her. She became head in 2024", "head") == ["she became head in 2024"]


def test_an_enquiry_in_the_words_of_another_is_theirs() -> None:
    assert _of_person("I'm a head in Leeds", "caller") == ["i'm a head in leeds"]


def test_a_question_about_another_turns_to_them() -> None:
    assert _of_person("Our head began in 2023. I teach maths. Is she covered?")[0] == "our head began in 2023"
