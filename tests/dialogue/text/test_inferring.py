from __future__ import annotations

import pytest

from advisor.dialogue.text.inferring import infers_nothing


@pytest.mark.parametrize(
    "text",
    [
        "so nothing then",
        "ok so no chance",
        "nothing at all then?",
        "right so it's a no then",
        "so no NPQLT then",
        "oh so I'm stuffed",
        "nowt for us then",
    ],
)
def test_a_conclusion_that_there_is_nothing(text: str) -> None:
    assert infers_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["no", "none of them", "no, not in RISE", "not on it", "so how long is it then", "nothing yet from my provider"],
)
def test_an_answer_or_a_question_is_no_such_conclusion(text: str) -> None:
    assert not infers_nothing(text)
