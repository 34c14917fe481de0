"""The systems under evaluation, with the shipped content and a stand-in for the model."""

from __future__ import annotations

from evals.systems.adviser import AdviserSystem, look_up
from evals.systems.broken import reversed_search, wrong_dates
from tests.advisers import adviser
from tests.evals.samples import TODAY, make_case

RIGHT, MISTYPED = "How long does the leadership course take?", "How long does the leadrship course take?"


def found_for(text: str) -> list[str]:
    record = AdviserSystem(adviser()).play(make_case(turns=[text]), TODAY).record
    return [item.entry for item in record.retrieved or ()]


def test_the_search_is_measured_on_the_message_as_the_adviser_hears_it() -> None:
    needs = adviser().needs
    raw = [item.entry for item in look_up(needs.retriever, needs.base, MISTYPED, TODAY)]
    assert raw != found_for(RIGHT)
    assert found_for(MISTYPED) == found_for(RIGHT)


def test_a_search_reversed_puts_last_what_came_first() -> None:
    sound, broken = adviser(), reversed_search(adviser())
    best = sound.needs.retriever.search(RIGHT, 60, TODAY)
    assert broken.needs.retriever.search(RIGHT, 1, TODAY)[0].passage.entry_id == best[-1].passage.entry_id


def test_wrong_dates_are_in_the_policies_and_leave_everything_else_alone() -> None:
    sound, broken = adviser().needs.base, wrong_dates(adviser()).needs.base
    changed = {id_ for id_ in sound.entries if sound.entries[id_] != broken.entries[id_]}
    assert "policy-funding-2026b" in changed
    assert "faq-npq-length" not in changed
    assert "2027" in " ".join(statement.text for statement in broken.entries["policy-funding-2026b"].statements)
