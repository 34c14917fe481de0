"""The learned reader measured by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from pydantic import ValidationError

from advisor.dialogue.told.examples import possible_answers, read_examples
from advisor.dialogue.told.reader import Told, ToldReader
from advisor.dialogue.told.training import EXAMPLES
from evals.commands import shipped_sets
from evals.dataset import read_datasets
from evals.learned import READINGS, measure, read_readings
from evals.report.trials import readings_table


class _Fixed(ToldReader):
    """Answers "yes" to everything, surer of short messages."""

    def read(self, text: str, facts: Sequence[str], asked: Sequence[str] = ()) -> Mapping[str, Told]:
        share = 0.95 if len(text) < 10 else 0.6
        return {fact: Told({a: share if a == "yes" else 0.0 for a in possible_answers(fact)}) for fact in facts}


def test_each_question_is_measured(tmp_path: Path) -> None:
    file = tmp_path / "few.jsonl"
    file.write_text(
        '{"asked": [], "text": "free?", "tells": {"verdict": "yes"}, "split": "test"}\n'
        '{"asked": [], "text": "how long is it, roughly", "tells": {"verdict": "no"}, "split": "test"}\n'
        '{"asked": [], "text": "left out", "tells": {"verdict": "no"}, "split": "dev"}\n'
    )
    (only,) = measure(read_readings([file], ("test",)), _Fixed())
    assert (only.right, only.of, only.sure, only.right_where_sure) == (1, 2, 1, 1)
    assert "| verdict | 1 of 2 | 50.0 % |" in readings_table([only])


def test_a_line_without_its_part_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "few.jsonl"
    file.write_text('{"asked": [], "text": "free?", "tells": {"verdict": "yes"}}\n')
    with pytest.raises(ValidationError):
        read_readings([file], ("test",))


def test_no_message_of_the_shipped_sets_was_taught() -> None:
    taught = {_plain(example.text) for file in EXAMPLES.glob("*.jsonl") for example in read_examples(file)}
    readings = [reading.text for reading in read_readings(READINGS.glob("*.jsonl"), ("dev", "test"))]
    sets = [file for file in shipped_sets() if file.suffix == ".jsonl" and file.stem != "retrieval"]
    closed = [turn for found in read_datasets(sets, ("test",)) for case in found.cases for turn in case.turns]
    assert readings
    assert closed
    assert not [text for text in (*readings, *closed) if _plain(text) in taught and len(text) > 30]


def _plain(text: str) -> str:
    """Return the words of a message as anybody may have typed them."""
    return re.sub(r"[^a-z0-9 ]", "", text.lower()).strip()
