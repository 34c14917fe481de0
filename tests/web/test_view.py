from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.web.view import clean_html, draw_message, draw_reply
from tests.web.samples import SOURCE, citation, full_reply, plain_reply

DRAWN = draw_reply(full_reply(), 4, {SOURCE.id: SOURCE})


def test_the_answer_comes_first_and_the_question_last() -> None:
    order = ["It depends", "Please note", "Main source", "Sources (2)", "Why am I told this?", "What kind of place"]
    places = [DRAWN.index(words) for words in order]
    assert places == sorted(places)
    assert DRAWN.count("What kind of place do you work in?") == 1


def test_a_marker_leads_to_its_source_and_says_where_support_is_weak() -> None:
    assert 'href="#npq-4-1"' in DRAWN
    assert '<li id="npq-4-1">' in DRAWN
    assert "[2, general]" in DRAWN
    assert "General knowledge, not checked against a source" in DRAWN


def test_the_stamp_says_when_it_was_checked_and_for_which_intake() -> None:
    assert "checked 21 November 2026; rules for autumn 2026." in DRAWN


def test_links_open_in_a_new_tab_and_say_so() -> None:
    assert 'href="https://example.gov.uk/rules?a=1&amp;b=2"' in DRAWN
    assert 'target="_blank"' in DRAWN
    assert "(opens in a new tab)" in DRAWN


def test_facts_are_shown_with_the_words_said_and_what_was_assumed() -> None:
    assert "Deputy headteacher" in DRAWN
    assert "you said “deputy &lt;head&gt;”" in DRAWN
    assert "assumed, you have not said" in DRAWN


def test_a_verdict_is_shown_with_steps_in_order_and_what_would_change_it() -> None:
    places = [
        DRAWN.index(words)
        for words in ("NPQSL, autumn 2026: not decided yet", "Met", "Not known yet", "What would change it")
    ]
    assert places == sorted(places)
    assert "Works in England: “No”, not “Yes”: not funded" in DRAWN
    assert "Rules checked 21 November 2026" in DRAWN


def test_no_text_of_a_reply_reaches_the_page_as_html() -> None:
    assert "<head>" not in DRAWN
    assert "<old>" not in DRAWN
    assert "<b>" not in DRAWN


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://elsewhere.example/x.png)",
        '<a href="javascript:alert(1)">x</a>',
        "<iframe src=//elsewhere.example></iframe>",
        "<details open ontoggle=alert(1)>",
    ],
)
def test_markup_in_an_answer_is_shown_and_does_nothing(text: str) -> None:
    drawn = draw_reply(plain_reply(f"{text} [1]"), 1, {})
    assert "<script" not in drawn
    assert "<img" not in drawn
    assert "![" not in drawn
    assert "<iframe" not in drawn
    assert '<a href="javascript' not in drawn
    assert "<details open" not in drawn


def test_a_number_without_a_citation_is_no_link() -> None:
    assert "npq-1-9" not in draw_reply(plain_reply("Yes. [9]"), 1, {})


def test_a_source_without_an_address_is_no_link() -> None:
    reply = plain_reply().model_copy(update={"citations": (citation(1, url=None),)})
    assert '<a href="http' not in draw_reply(reply, 1, {})
    odd = plain_reply().model_copy(update={"citations": (citation(1, url="javascript:alert(1)"),)})
    assert "javascript" not in draw_reply(odd, 1, {})


def test_a_message_is_shown_as_it_was_typed() -> None:
    assert draw_message("a *b* <i>\nc") == "a &#42;b&#42; &#60;i&#62;<br>c"
    assert draw_message(" \n ") == "(empty)"


@given(st.text(max_size=200))
def test_a_drawn_message_holds_nothing_that_markdown_or_html_reads(text: str) -> None:
    rest = draw_message(text).replace("<br>", "")
    assert not set(rest) & set("<>*_`[]!\"'|~\\\0") or rest == "(empty)"


def test_cleaning_keeps_what_we_draw_and_nothing_else() -> None:
    kept = '<details class="npq-details"><summary>S</summary><ol><li id="npq-1-1">x</li></ol></details>'
    assert clean_html(kept) == kept
    assert clean_html('<p style="x" onclick="y">t</p><img src="z"><style>b{}</style>') == "<p>t</p>"
