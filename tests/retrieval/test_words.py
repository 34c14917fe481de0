from __future__ import annotations

import pytest

from advisor.retrieval.words import Tokeniser, shared_names, stem

TOKENS = Tokeniser()


def test_case_signs_and_common_words_do_not_count() -> None:
    assert TOKENS("How do I DEFER, please?") == ["defer", "pleas"]


@pytest.mark.parametrize("code", ["npqsl", "npqlbc", "npqh", "2026b", "h2", "pp50"])
def test_codes_stay_whole(code: str) -> None:
    assert TOKENS(code.upper()) == [code]


def test_no_and_not_count() -> None:
    assert TOKENS("I am not on no list") == ["am", "not", "no", "list"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("course", "courses"), ("fund", "funded"), ("funding", "funded"), ("defer", "deferring"), ("policy", "policies")],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert TOKENS(one) == TOKENS(other)


@pytest.mark.parametrize(("one", "other"), [("university", "universal"), ("business", "busy"), ("assess", "asset")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_hyphened_word_meets_both_other_spellings() -> None:
    hyphened = set(TOKENS("co-headship"))
    assert set(TOKENS("coheadship")) <= hyphened
    assert set(TOKENS("co headship")) <= hyphened


def test_curly_and_straight_apostrophes_are_the_same() -> None:
    assert TOKENS("the school’s head") == TOKENS("the school's head") == TOKENS("school head")


def test_a_phrase_with_a_shared_name_adds_that_name() -> None:
    tokens = Tokeniser({"head teacher": "headteacher", "ht": "headteacher"})
    assert tokens("ht") == ["ht", "=headteacher"]
    assert tokens("our head teacher")[-1] == "=headteacher"


def test_the_longest_phrase_wins_and_no_word_counts_twice() -> None:
    tokens = Tokeniser({"head": "headteacher", "head of year": "middle_leader"})
    assert [token for token in tokens("head of year") if token.startswith("=")] == ["=middle_leader"]


def test_names_are_gathered_from_both_shapes_of_table() -> None:
    names = {
        "courses": {"npq-senco": ["NPQ SENCO", "t&l npq"]},
        "settings": {"academy": {"names": ["academy", "free-school"], "facts": {"x": 1}}},
        "statuses": {"completed": ["done"]},
    }
    assert shared_names(names, ("courses", "settings", "lists")) == {
        "npq senco": "npq-senco",
        "t l npq": "npq-senco",
        "academy": "academy",
        "free-school": "academy",
    }


def test_an_ampersand_in_a_name_is_found_in_a_question() -> None:
    tokens = Tokeniser(shared_names({"courses": {"npq-x": ["behaviour & culture"]}}, ("courses",)))
    assert "=npq-x" in tokens("Behaviour & Culture please")
