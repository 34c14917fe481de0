"""Several intakes, and those that are over, are told each by itself."""

from __future__ import annotations

import pytest

from tests.advisers import adviser


def test_two_intakes_get_a_verdict_each() -> None:
    reply = adviser().reply("unlisted state school in Leeds, is NPQSL funded in autumn 2025 and in autumn 2026?")
    found = [(v.cohort, v.outcome.value) for v in reply.verdicts]
    assert found == [("2025b", "not_eligible"), ("2026b", "eligible")]
    assert reply.text.index("autumn 2025") < reply.text.index("autumn 2026")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("what was the rule in autumn 2025 for NPQLL?", "The other eight needed a disadvantage list"),
        ("autumn 2024 rules for NPQSL?", "The other seven NPQs were only for"),
        ("compare autumn 2025 and autumn 2026 for NPQLL", "The other six NPQs need your workplace"),
        ("who did SENCO in spring 26?", "as running NPQSENCO: Best Practice Network."),
    ],
)
def test_the_rule_of_an_intake_is_told_as_it_was(message: str, said: str) -> None:
    assert said in adviser().reply(message).text


def test_a_verdict_on_a_past_intake_is_told_as_past() -> None:
    text = adviser().reply("Was NPQSL funded in autumn 2025 at my unlisted academy in Leeds?").text
    assert "was not funded in autumn 2025" in text
    assert "ask providers today" not in text


def test_a_season_alone_goes_on_from_the_intake_spoken_of() -> None:
    first = adviser().reply("NPQSL funded in autumn 2025 at an unlisted academy in Kent?")
    assert [v.cohort for v in adviser().reply("and spring?", first.state).verdicts] == ["2026a"]
    assert [v.cohort for v in adviser().reply("right and 2026?", first.state).verdicts] == ["2026b"]
