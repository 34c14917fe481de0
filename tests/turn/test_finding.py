from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor.retrieval.ranking import ScoredPassage
from advisor.turn.finding import find_candidates, is_outside
from tests.turn.samples import one


class _Recorder:
    """Finds nothing and remembers what was searched for."""

    def __init__(self) -> None:
        self.searched: list[str] = []

    def search(self, query: str, k: int, as_of: date) -> list[ScoredPassage]:
        self.searched.append(query)
        return []


def _searched(message: str) -> list[str]:
    ask, turn = one(message)
    recorder = _Recorder()
    find_candidates(ask, replace(turn, needs=replace(turn.needs, retriever=recorder)))  # type: ignore[arg-type]
    return recorder.searched


def test_a_town_is_searched_for_as_somewhere_near() -> None:
    assert "who are the providers near my area" in _searched("who are the providers near Exeter")


def test_the_one_course_named_is_searched_for_as_any() -> None:
    assert "which provider is best for an npq" in _searched("which provider is best for NPQLL")
    for message in ("NPQSL or NPQH, which is longer?", "is the EHCO assessed?", "how long is it?"):
        assert not any("an npq" in query for query in _searched(message))


def test_a_place_outside_england_is_left_as_it_is() -> None:
    assert not any("my area" in query for query in _searched("who are the providers near Cardiff"))


@pytest.mark.parametrize(
    ("message", "outside"),
    [
        ("How does NPQLT differ from a PGCE?", True),
        ("what is a PGCE", True),
        ("how does NPQLT differ from NPQLTD", False),
        ("is NPQLT any use after my PGCE", False),
    ],
)
def test_what_is_no_npq_is_outside_alone_or_set_beside_one(message: str, outside: bool) -> None:
    assert is_outside(*one(message)) is outside
