from __future__ import annotations

import pytest

from advisor.core.errors import BadFact
from advisor.opening import choice_or_text, knowing_cohort
from tests.web.samples import full_reply


def test_an_intake_named_at_the_start_is_known() -> None:
    state = knowing_cohort("2025a")
    assert state is not None
    assert state.person.facts["cohort_id"].value == "2025a"
    assert knowing_cohort(None) is None


def test_what_is_no_intake_is_refused() -> None:
    with pytest.raises(BadFact, match="a year and a letter"):
        knowing_cohort("autumn")


@pytest.mark.parametrize(("typed", "meant"), [("1", "A school"), ("3", "3"), ("0", "0"), ("²", "²"), ("yes", "yes")])
def test_a_number_picks_a_choice_where_there_is_one(typed: str, meant: str) -> None:
    assert choice_or_text(typed, full_reply()) == meant
    assert choice_or_text(typed, None) == typed
