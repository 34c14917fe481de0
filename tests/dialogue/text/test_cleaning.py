from __future__ import annotations

import pytest

from advisor.dialogue.text.cleaning import MAX_CHARACTERS, clean


@pytest.mark.parametrize(
    "hidden",
    ["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\U000e0041", "\x00", "\x1b", "\ue000"],
)
def test_a_hidden_character_goes_and_is_reported(hidden: str) -> None:
    cleaned = clean(f"is np{hidden}qsl funded")
    assert cleaned.text == "is npqsl funded"
    assert cleaned.hidden_removed


def test_plain_text_is_left_alone() -> None:
    cleaned = clean("Is NPQSL funded?")
    assert (cleaned.text, cleaned.hidden_removed, cleaned.personal_data, cleaned.too_long) == (
        "Is NPQSL funded?", False, (), False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("is <b>NPQH</b> free?", "is NPQH free?"),
        ("<script>alert('x')</script>is it free?", "is it free?"),
        ("is it free?<script>alert(1)", "is it free?"),
        ("<style>p{display:none}</style>free?", "free?"),
        ("<img src=x onerror=alert(1)>free?", "free?"),
        ("see [our page](https://example.org/x) please", "see our page please"),
        ("&lt;b&gt;free&lt;/b&gt;?", "free ?"),
        ("  is   it\t free ? ", "is it free ?"),
        ("one\n\n\n two \n", "one\ntwo"),
        ("ＮＰＱＨ funded", "NPQH funded"),
        ("I’m a “head” – new", 'I\'m a "head" - new'),
    ],
)
def test_markup_goes_and_the_words_stay(typed: str, text: str) -> None:
    assert clean(typed).text == text


def test_no_tag_survives_being_written_as_entities() -> None:
    assert "<" not in clean("&lt;script&gt;alert(1)&lt;/script&gt;x").text


def test_personal_data_hidden_by_invisible_characters_is_still_removed() -> None:
    cleaned = clean("trn 12\u200b34567")
    assert cleaned.text == "[removed]"
    assert cleaned.personal_data == ("trn",)


def test_text_over_the_limit_is_refused_and_not_cut() -> None:
    cleaned = clean("a" * (MAX_CHARACTERS + 1))
    assert cleaned.too_long
    assert cleaned.text == ""
    assert not clean("a" * MAX_CHARACTERS).too_long


def test_nothing_typed_is_nothing() -> None:
    assert clean(" \u200b\n ").text == ""
