from __future__ import annotations

import pytest

from advisor.turn.entries import answer_from, standing
from tests.answering.samples import BASE, LENGTH, entry, statement


def test_an_answer_is_made_of_statements_grounded_in_themselves() -> None:
    part = answer_from(LENGTH, "how long is it", 40, ())
    assert part.statement_ids == tuple(said.grounds[0].id for said in part.said)
    assert part.statement_ids[0] == "faq-length.1"
    assert (part.kind, part.entry) == ("answer", "faq-length")


def test_the_kind_is_the_entrys_own_unless_another_is_asked_for() -> None:
    refusing = entry("faq-no", statement("faq-no.1", "No."), reply="refuse")
    assert answer_from(refusing, "x", 10, ()).kind == "refuse"
    assert answer_from(refusing, "x", 10, (), kind="answer").kind == "answer"


@pytest.mark.parametrize(
    ("question", "similarity", "first"),
    [
        ("Is a place sure?", 0.95, "No, the provider decides that."),
        ("Is a place safe from changes?", 0.6, "The provider decides that."),
        ("How sure is a place?", 0.95, "The provider decides that."),
        ("What about a place?", 0.95, "The provider decides that."),
    ],
)
def test_yes_and_no_are_kept_only_for_the_very_question_they_answer(
    question: str, similarity: float, first: str
) -> None:
    sure = entry("faq-sure", statement("faq-sure.1", "No, the provider decides that."))
    assert answer_from(sure, question, 40, (), similarity=similarity).said[0].text == first


@pytest.mark.parametrize(
    ("courses", "kept"), [((), ()), (("a",), ("a",)), (("a", "b"), ("a", "b")), (("a", "b", "c"), ())]
)
def test_an_entry_on_many_courses_turns_to_none_of_them(courses: tuple[str, ...], kept: tuple[str, ...]) -> None:
    about = entry("faq-c", statement("faq-c.1", "Yes."), courses=courses)
    assert answer_from(about, "x", 10, ()).courses == kept


def test_standing_sentences_are_said_as_they_stand_in_the_order_asked() -> None:
    said = standing(BASE, ("faq-length.3", "faq-length.1"))
    assert [item.grounds[0].id for item in said] == ["faq-length.3", "faq-length.1"]
    with pytest.raises(KeyError):
        standing(BASE, ("faq-nowhere.1",))
