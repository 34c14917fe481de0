"""The learned reader measured by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from pydantic import ValidationError

from advisor.dialogue.told.examples import possible_answers
from advisor.dialogue.told.reader import Told, ToldReader
from advisor.dialogue.told.training import EXAMPLES
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
    taught = {
        line.split('"text": "')[1].split('", "tells"')[0]
        for file in EXAMPLES.glob("*.jsonl")
        for line in file.read_text().splitlines()
    }
    readings = read_readings(READINGS.glob("*.jsonl"), ("dev", "test"))
    assert readings
    assert not [reading.text for reading in readings if reading.text in taught and len(reading.text) > 30]
