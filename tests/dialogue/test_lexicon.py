from __future__ import annotations

import pytest

from advisor.dialogue.lexicon import MASK, make_lexicon
from tests.dialogue.samples import lexicon


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("is npqsl funded", f"is {MASK} funded"),
        ("NPQSL or NPQH?", f"{MASK} or {MASK}?"),
        ("how long is <course>", f"how long is {MASK}"),
        ("the weather", "the weather"),
        ("", ""),
    ],
)
def test_course_names_are_masked_and_nothing_else(text: str, masked: str) -> None:
    assert lexicon().mask(text) == masked


def test_a_word_written_often_corrects_and_a_word_written_once_does_not() -> None:
    texts = ["assessment assessment assessment assessmint"]
    book = make_lexicon({}, {}, {"intent": {}}, texts, ())
    assert book.speller.correct("assesment").text == "assessment"
    assert book.speller.correct("assessmint").text == "assessmint"
    assert "assessmint" not in book.speller.targets


def test_common_words_are_left_alone() -> None:
    texts = ["leading leading leading"]
    assert make_lexicon({}, {}, {"intent": {}}, texts, ()).speller.correct("heading").text == "leading"
    assert (
        make_lexicon({}, {}, {"intent": {}}, texts, ("heading", "leading")).speller.correct("heading").text == "heading"
    )
