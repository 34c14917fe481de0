from __future__ import annotations

from pathlib import Path

import pytest

from advisor.complaints import one_sentence
from advisor.core.errors import BadContent, BadInput


def test_our_own_errors_speak_for_themselves() -> None:
    assert one_sentence(BadInput("There is no day.")) == "There is no day."


def test_of_many_lines_the_first_two_are_said_and_the_rest_counted() -> None:
    assert one_sentence(BadContent("the content has errors:\na:1: x\nb:2: y\nc:3: z")) == (
        "the content has errors: a:1: x (2 more)"
    )


def test_a_file_error_names_the_file() -> None:
    with pytest.raises(FileNotFoundError) as caught:
        Path("/nowhere/x").read_text(encoding="utf-8")
    assert one_sentence(caught.value) == "/nowhere/x: No such file or directory."


def test_anything_else_points_to_the_full_trace() -> None:
    assert one_sentence(KeyError("x")) == "Something went wrong (KeyError: 'x'); --debug shows where."
