from __future__ import annotations

import pytest

from advisor.answering.said import Ground, GroundKind
from advisor.answering.selecting import content_words, say, select_statements
from advisor.knowledge.schema import Role
from tests.advisers import knowledge
from tests.answering.samples import FRAMEWORK, LENGTH


def chosen(question: str, words: int, said: tuple[str, ...] = ()) -> list[str]:
    return [statement.id.removeprefix("faq-length.") for statement in select_statements(LENGTH, question, words, said)]


def test_the_answer_is_always_said_and_first() -> None:
    assert chosen("how long", 0) == ["1"]
    assert chosen("clinics", 100)[0] == "1"
    assert chosen("how long", 100, ("faq-length.1",))[0] == "1"


def test_room_is_kept_to() -> None:
    for words in range(5, 60, 5):
        statements = select_statements(LENGTH, "how long", words)
        assert sum(len(s.text.split()) for s in statements) <= words or len(statements) == 1


def test_more_room_never_says_less() -> None:
    assert len(chosen("how long", 14)) <= len(chosen("how long", 30)) <= len(chosen("how long", 100))


def test_history_is_said_only_where_it_is_asked() -> None:
    assert "6" not in chosen("how long is it", 200)
    assert "6" in chosen("how long was it before 2021", 200)
    assert "6" in chosen("how long did it use to be last year", 200)


def test_what_the_question_is_about_goes_before_what_it_is_not() -> None:
    assert "3" in chosen("when are clinics with other schools spread", 24)
    assert "3" not in chosen("is a pass promised by a certain day", 24)


def test_what_has_been_said_is_not_said_again() -> None:
    assert "2" in chosen("how long", 200)
    assert "2" not in chosen("how long", 200, ("faq-length.2",))


def test_the_order_of_speaking_is_answer_condition_detail_caution_next() -> None:
    roles = [statement.role for statement in select_statements(LENGTH, "how long", 200)]
    assert roles == [Role.ANSWER, Role.CONDITION, Role.DETAIL, Role.CAUTION, Role.NEXT]


@pytest.mark.parametrize(
    ("one", "other"), [("funding", "funded"), ("clinics", "clinic"), ("Teaching", "teaches"), ("NPQ", "")]
)
def test_words_are_compared_by_their_stem(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_a_sentence_rests_on_itself() -> None:
    said = say(LENGTH.statements[0], LENGTH)
    assert said.text == "The course takes 18 months."
    assert said.grounds == (Ground(GroundKind.PASSAGE, "faq-length.1"),)


def test_a_framework_theme_nobody_has_read_says_so() -> None:
    text = say(FRAMEWORK.statements[0], FRAMEWORK).text
    assert text == "You learn to shape a culture (a general summary, to be checked against the official framework)."


def test_of_a_course_the_statement_that_speaks_of_what_was_asked_goes_first() -> None:
    entry = knowledge().entries["npq-senior-leadership#assessment"]
    chosen = select_statements(entry, "how many words is the NPQSL assessment?", 100)
    assert "word" in chosen[0].text
    assert "case study" in select_statements(entry, "how is NPQSL assessed?", 100)[0].text
