from __future__ import annotations

import pytest

from tests.dialogue.samples import say


@pytest.mark.parametrize(
    "text",
    [
        "is NPQEL funded for our head, oh sorry i meant NPQSL",
        "NPQH price? no wait make that NPQSL",
        "How long is NPQLT? Sorry, I meant NPQSL.",
        "NPQLL (sorry, NPQSL) dates",
    ],
)
def test_a_course_put_right_is_the_only_one_asked_about(text: str) -> None:
    assert say(text).courses == ("npq-senior-leadership",)


@pytest.mark.parametrize(
    "text", ["can i do NPQH and sorry also NPQSL", "is NPQH funded or do you mean NPQSL", "NPQH? And NPQSL?"]
)
def test_two_courses_of_which_none_is_a_slip_stay_two(text: str) -> None:
    assert set(say(text).courses) == {"npq-headship", "npq-senior-leadership"}
