from __future__ import annotations

from datetime import date

import pytest

from advisor.core.facts import FACTS
from advisor.explaining import (
    FACT_LABELS,
    OUTCOMES,
    change_line,
    detail_text,
    fact_lines,
    in_words,
    source_line,
    verdict_line,
)
from advisor.reply import ReplyFact
from advisor.rules.verdict import Outcome, WouldChange
from tests.web.samples import VERDICT, citation, full_reply


def test_every_fact_has_a_label_and_no_label_is_left_over() -> None:
    assert set(FACT_LABELS) == set(FACTS)


def test_every_outcome_has_words() -> None:
    assert set(OUTCOMES) == {outcome.value for outcome in Outcome}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("works_in_england", True, "Yes"),
        ("works_in_england", None, "not said"),
        ("work_setting", "a_school", "A school"),
        ("nation", "northern_ireland", "Northern Ireland"),
        ("cohort_id", "2026b", "Autumn 2026"),
        ("course", "npq-headship", "NPQH"),
        ("prior_applications", [], "None"),
        ("prior_applications", [{"course": "npq-senco", "funded_place": True, "outcome": "passed"}],
         "NPQSENCO, funded place, passed"),
        ("prior_npqs", [{"name": "NPQML", "year": 2019}], "NPQML, 2019"),
        ("aims", ["behaviour", "literacy"], "Lead on behaviour and culture; Lead on literacy"),
    ],
)  # fmt: skip
def test_a_value_is_said_as_a_person_would(name: str, value: object, words: str) -> None:
    assert in_words(name, value) == words


def test_a_verdict_is_one_line() -> None:
    assert verdict_line(VERDICT) == "NPQSL, autumn 2026: not decided yet"


def test_what_was_not_stated_has_no_earlier_value() -> None:
    change = WouldChange(fact="works_in_england", was=None, to=True, outcome=Outcome.ELIGIBLE)
    assert change_line(change) == "Works in England: “Yes”: eligible for funding; a place is not guaranteed"


def test_a_source_says_whose_it_is_how_old_and_when_checked() -> None:
    assert source_line(citation(1)) == "DfE, dated 3 July 2025, checked 21 November 2026"
    undated = citation(1).model_copy(update={"published": None, "checked_on": date(2026, 1, 2)})
    assert source_line(undated) == "DfE, undated, checked 2 January 2026"


def test_the_terminal_shows_sources_facts_and_steps() -> None:
    text = detail_text(full_reply())
    for words in (
        "[2] Title 2",
        "general knowledge",
        "you said “deputy <head>”",
        "(assumed, you have not said)",
        "met: Scholarships",
    ):
        assert words in text


def test_what_is_read_from_a_whole_message_is_not_said_to_stand_there() -> None:
    whole = "geordie land, aye, been room leader with the toddlers for six years now"
    told = {
        name: ReplyFact(value=True, how="said", turn=1, quote=quote) for name, quote in (("a", "Leeds"), ("b", whole))
    }
    assert [line.how for line in fact_lines(told)] == ["you said “Leeds”", "as I read what you wrote"]
