from __future__ import annotations

from typing import Any

import pytest

from advisor.dialogue.text.names import NameBook, make_name_book
from advisor.knowledge.loader import read_table
from tests.dialogue.samples import KNOWLEDGE

NAMES: dict[str, Any] = {
    "courses": {"sl": ["senior leadership", "npqsl"], "h": ["headship npq", "npqh"], "lt": ["leading teaching"]},
    "roles": {
        "headteacher": ["head", "headteacher", "principal"],
        "head_of_department": ["head of department", "head of maths"],
    },
    "settings": {"academy": {"names": ["academy"], "facts": {"work_setting": "an_academy_trust"}}},
    "cohorts": {"2026b": ["autumn 2026", "this autumn"]},
    "cohorts_relative": {"autumn_of_this_year": ["this autumn"]},
    "subjects": {"maths": ["maths"]},
}
PLACES: dict[str, Any] = {
    "england": {"cities": ["leeds", "reading", "newcastle upon tyne"]},
    "wales": {"nation": ["wales", "cardiff"]},
    "ambiguous": {"wales": ["barry", "mold"], "england": ["bath"]},
}


@pytest.fixture(scope="module")
def book() -> NameBook:
    return make_name_book(NAMES, PLACES)


def found(book: NameBook, text: str) -> list[tuple[str, str]]:
    return [(mention.kind, mention.value) for mention in book.find(text)]


def test_the_longest_name_of_a_kind_wins(book: NameBook) -> None:
    assert found(book, "I am head of maths") == [("role", "head_of_department"), ("subject", "maths")]
    assert found(book, "I am head") == [("role", "headteacher")]


def test_names_of_different_kinds_may_share_words(book: NameBook) -> None:
    assert ("subject", "maths") in found(book, "head of maths")
    assert ("role", "head_of_department") in found(book, "head of maths")


def test_a_mention_says_where_it_stood_and_in_which_words(book: NameBook) -> None:
    text = "Is NPQSL free in Leeds?"
    course, place = book.find(text)
    assert (course.text, text[course.start : course.end]) == ("NPQSL", "NPQSL")
    assert (place.kind, place.value, place.text) == ("place", "england", "Leeds")


@pytest.mark.parametrize("text", ["academies", "two academys", "the academy's staff", "academys"])
def test_plurals_and_possessives_are_found_where_they_are_regular(book: NameBook, text: str) -> None:
    expected = [] if text == "academies" else [("setting", "academy")]
    assert found(book, text) == expected


@pytest.mark.parametrize("text", ["I work in Bath", "a school at bath", "near Bath", "from Bath", "based in the Bath"])
def test_an_ambiguous_place_counts_after_a_word_of_place(book: NameBook, text: str) -> None:
    assert ("place", "england") in found(book, text)


@pytest.mark.parametrize("text", ["run a bath", "Barry said so", "bath time", "mold on the wall", "do Barry and I pay"])
def test_an_ambiguous_place_is_a_plain_word_elsewhere(book: NameBook, text: str) -> None:
    assert "place" not in {kind for kind, _ in found(book, text)}


def test_words_that_hang_on_the_day_are_read_apart_from_fixed_intakes(book: NameBook) -> None:
    assert found(book, "this autumn") == [("cohort_relative", "autumn_of_this_year")]
    assert found(book, "autumn 2026") == [("cohort", "2026b")]


def test_a_name_inside_a_word_is_not_one(book: NameBook) -> None:
    assert found(book, "ahead of the headband") == []


def test_what_a_setting_says_for_the_rules_is_kept(book: NameBook) -> None:
    assert book.setting_facts == {"academy": {"work_setting": "an_academy_trust"}}


def test_every_word_of_every_name_is_known_to_the_speller(book: NameBook) -> None:
    assert {"npqsl", "upon", "tyne", "autumn", "barry"} <= book.words()


def test_nothing_is_found_in_nothing(book: NameBook) -> None:
    assert book.find("") == ()


def test_a_place_stands_once_in_lower_case() -> None:
    groups = [group for table in read_table(KNOWLEDGE, "places.toml").values() for group in table.values()]
    names = [" ".join(name.replace("-", " ").split()) for group in groups for name in group]
    assert len(names) == len(set(names))
    assert all(name == name.lower() for name in names)


def test_to_send_somebody_something_is_no_special_needs() -> None:
    book = make_name_book({**NAMES, "subjects": {"send": ["send", "sen"]}}, PLACES)
    assert found(book, "send me the dates please") == []
    assert found(book, "we want to send three people") == []
    assert found(book, "I lead on send in a PRU") == [("subject", "send")]
    assert found(book, "I teach send two days a week") == [("subject", "send")]
    assert found(book, "SEND the lot") == [("subject", "send")]


def test_a_list_to_choose_from_is_no_list_of_schools() -> None:
    book = make_name_book({**NAMES, "lists": {"pp50": ["pp50", "on the list"]}}, PLACES)
    assert found(book, "she just picks our provider on the list") == []
    assert found(book, "we are on the list") == [("list", "pp50")]
    assert found(book, "I've picked one and we're on the list") == [("list", "pp50")]
    assert found(book, "we're a selective school but on the list") == [("list", "pp50")]
