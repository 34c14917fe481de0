from __future__ import annotations

import pytest

from advisor.dialogue.text.spelling import Spelled, Speller, make_speller

DOMAIN = "funded funding leadership headteacher primary secondary behaviour assessment scholarship literacy npqsl npqll"
AROUND = "there their which could school course about really teach learning"


@pytest.fixture(scope="module")
def speller() -> Speller:
    return make_speller(DOMAIN.split(), AROUND.split())


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("is it fundde", "is it funded"),
        ("leadershp course", "leadership course"),
        ("headtaecher", "headteacher"),
        ("secondery school", "secondary school"),
        ("assesment", "assessment"),
        ("my scholarshp", "my scholarship"),
        ("behavior", "behaviour"),
    ],
)
def test_a_misspelt_domain_word_is_mended(speller: Speller, typed: str, text: str) -> None:
    assert speller.correct(typed).text == text


@pytest.mark.parametrize(
    "typed", ["npqsl", "NPQLL", "npqls", "NPQSLL", "npqsk", "ehco", "EHCOO", "senco", "sencos", "npqh", "NPQHH"]
)
def test_a_course_code_is_never_changed(speller: Speller, typed: str) -> None:
    spelled = speller.correct(f"is {typed} funded")
    assert spelled.text == f"is {typed} funded"
    assert spelled.changes == ()


@pytest.mark.parametrize(
    "typed", ["teach", "there", "schools", "fund", "abcd", "zzzzzzzz", "Birmingham", "2026b", "practised"]
)
def test_known_short_and_strange_words_are_left_alone(speller: Speller, typed: str) -> None:
    assert speller.correct(typed).text == typed


def test_codes_never_become_a_target() -> None:
    assert make_speller(["npqsl", "sencos", "ehcos"], []).targets == ()


def test_a_quote_maps_back_to_what_was_typed(speller: Speller) -> None:
    spelled = speller.correct("a headtaecher in secondery, is it fundde now")
    assert spelled.text == "a headteacher in secondary, is it funded now"
    for word, typed in (
        ("headteacher", "headtaecher"),
        ("secondary", "secondery"),
        ("funded", "fundde"),
        ("now", "now"),
    ):
        start = spelled.text.index(word)
        assert spelled.quote(start, start + len(word)) == typed


def test_a_quote_over_corrections_of_other_length_takes_in_whole_words(speller: Speller) -> None:
    spelled = speller.correct("the assesment of leadershp here")
    start = spelled.text.index("assessment")
    end = spelled.text.index(" here")
    assert spelled.quote(start, end) == "assesment of leadershp"
    assert spelled.quote(0, len(spelled.text)) == spelled.original


def test_an_unchanged_text_quotes_itself() -> None:
    assert Spelled("is it free", "is it free", ()).quote(3, 5) == "it"


PLACES = {"swansea": "wales", "swanley": "england", "leeds": "england", "nottingham": "england", "cardiff": "wales"}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("teaching in nothingham", "teaching in nottingham"),
        ("in Leeeds", "in leeds"),
        ("a primary near Cardif", "a primary near cardiff"),
    ],
)
def test_a_slip_in_a_place_is_mended_after_in_or_near(typed: str, text: str) -> None:
    assert make_speller(DOMAIN.split(), AROUND.split(), places=PLACES).correct(typed).text == text


@pytest.mark.parametrize("typed", ["im in swansey", "my friend Leeeds", "in teach"])
def test_a_place_is_not_guessed_between_nations_nor_where_no_place_stands(typed: str) -> None:
    assert make_speller(DOMAIN.split(), AROUND.split(), places=PLACES).correct(typed).text == typed
