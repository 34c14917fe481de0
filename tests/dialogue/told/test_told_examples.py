from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from advisor.dialogue.told.examples import (
    ANSWERS,
    QUESTIONS,
    SUBJECTS,
    Subject,
    pair_of,
    pairs_of,
    read_examples,
    subject_of,
)
from advisor.dialogue.told.training import EXAMPLES


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ((), "told, in rise?"),
        (("on_rise_list",), "asked, in rise?"),
        (("on_pp50_school_list",), "asked other, in rise?"),
        (("on_rise_list", "on_pp50_school_list"), "asked first of two, in rise?"),
        (("on_pp50_school_list", "on_rise_list"), "asked second of two, in rise?"),
    ],
)
def test_a_question_says_what_was_asked_before(asked: tuple[str, ...], question: str) -> None:
    assert pair_of("on_rise_list", "yes", asked).question == question


def test_each_fact_of_an_example_is_a_pair(tmp_path: Path) -> None:
    file = tmp_path / "told.jsonl"
    file.write_text(
        '{"asked": [], "text": "PP50 yes, RISE no", "tells": {"on_pp50_school_list": "yes", "on_rise_list": "no"}}\n'
    )
    assert [(pair.question, told) for pair, told in pairs_of(read_examples(file))] == [
        ("told, on pupil premium list?", "yes"),
        ("told, in rise?", "no"),
    ]


@pytest.mark.parametrize("line", ['{"text": "yes", "tells": {"on_rise_list": "perhaps"}}', '{"text": "yes"}'])
def test_a_line_that_is_no_example_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "told.jsonl"
    file.write_text(line)
    with pytest.raises(ValidationError):
        read_examples(file)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_shipped_examples_ask_what_the_reader_knows(subject: Subject) -> None:
    examples = read_examples(EXAMPLES / f"{subject}.jsonl")
    asked = {fact for example in examples for fact in example.tells}
    assert asked == {fact for fact in QUESTIONS if subject_of(fact) == subject}
    assert {told for example in examples for told in example.tells.values()} == set(ANSWERS[subject])


def test_a_question_on_a_course_of_a_long_message_is_read_around_its_name() -> None:
    text = "word " * 60 + "then «NPQSL», passed " + "word " * 60
    assert "«NPQSL», passed" in " ".join(pair_of("ended", text).text.split()[:40])
    assert pair_of("verdict", text).text == text
