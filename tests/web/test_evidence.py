from __future__ import annotations

from advisor.reply import ReplyFact
from advisor.web.evidence import known_panel, sources_details, why_details
from tests.web.samples import full_reply, plain_reply


def test_the_panel_lists_what_was_said_before_what_was_assumed() -> None:
    panel = known_panel(
        {
            "cohort_id": ReplyFact(value="2026b", how="assumed", turn=0, quote=""),
            "works_in_england": ReplyFact(value=True, how="said", turn=1, quote="Leeds"),
        }
    )
    assert panel.index("Works in England") < panel.index("Intake")
    assert "you said “Leeds”" in panel
    assert "Not right?" in panel


def test_the_panel_names_whom_the_facts_are_about() -> None:
    assert "What I know about you<" in known_panel({})
    assert "What I know about your colleague<" in known_panel({}, "colleague")


def test_an_empty_panel_says_what_is_remembered() -> None:
    assert "Nothing yet" in known_panel({})


def test_a_reply_without_sources_has_no_list_of_them() -> None:
    assert sources_details(plain_reply().model_copy(update={"citations": ()}), 1) == ""


def test_a_reply_without_facts_or_verdicts_explains_nothing() -> None:
    assert why_details(plain_reply(), {}) == ""


def test_a_step_whose_source_is_unknown_is_still_shown() -> None:
    assert "The workplace must fit." in why_details(full_reply(), {})
