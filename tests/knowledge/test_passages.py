from __future__ import annotations

from advisor.knowledge.passages import LONGEST_PASSAGE, PassageKind, join_passages, make_passages, passages_of
from advisor.knowledge.schema import Course, Kind, Role
from tests.retrieval.samples import make_entry

HEADSHIP = Course(
    id="npq-headship",
    code="NPQH",
    name="NPQ for Headship",
    short_name="the NPQ for Headship (NPQH)",
    group="leadership",
    taught_months=18,
    order=1,
)


def test_an_entry_gives_its_text_and_each_way_of_asking_it() -> None:
    entry = make_entry("faq-x", "Can I defer?", ["Yes, once.", "Ask first."], ask=["pause my npq"])
    assert [(passage.id, passage.kind, passage.text) for passage in passages_of(entry)] == [
        ("faq-x/1", PassageKind.ENTRY, "Can I defer?\nYes, once.\nAsk first."),
        ("faq-x?1", PassageKind.QUESTION, "Can I defer?"),
        ("faq-x?2", PassageKind.QUESTION, "pause my npq"),
    ]


def test_held_out_ways_of_asking_are_never_indexed() -> None:
    entry = make_entry("faq-x", "Can I defer?", ["Yes."], ask=["Time out?", "pause"], ask_held_out=["time out?"])
    assert "time out?" not in {passage.text.casefold() for passage in passages_of(entry)}


def test_the_same_question_twice_is_indexed_once() -> None:
    entry = make_entry("faq-x", "Can I defer?", ["Yes."], ask=["can I DEFER?", "pause", "Pause"])
    questions = [passage.text for passage in passages_of(entry) if passage.kind is PassageKind.QUESTION]
    assert questions == ["Can I defer?", "pause"]


def test_the_heading_of_what_is_no_faq_is_not_a_question() -> None:
    entry = make_entry("term-trn", "TRN", ["A seven-digit number."], kind=Kind.GLOSSARY)
    assert [passage.kind for passage in passages_of(entry)] == [PassageKind.ENTRY]


def test_a_long_entry_is_cut_between_sentences_and_each_part_bears_the_title() -> None:
    sentence = "word " * 49 + "end."
    entry = make_entry("faq-x", "A title of five words", [sentence] * 10)
    parts = [passage for passage in passages_of(entry) if passage.kind is PassageKind.ENTRY]
    assert [passage.id for passage in parts] == ["faq-x/1", "faq-x/2", "faq-x/3", "faq-x/4", "faq-x/5"]
    assert all(passage.text.startswith("A title of five words\n") for passage in parts)
    assert all(len(passage.text.split()) <= LONGEST_PASSAGE for passage in parts)
    assert sum(passage.text.count("end.") for passage in parts) == 10


def test_how_it_used_to_be_comes_last() -> None:
    now = make_entry("faq-x", "Cost?", ["You pay."])
    before = make_entry("faq-x", "Cost?", ["It was free."], role=Role.HISTORY).statements[0]
    entry = now.model_copy(update={"statements": (before, *now.statements)})
    assert next(passages_of(entry)).text == "Cost?\nYou pay.\nIt was free."


def test_a_course_entry_bears_the_courses_name() -> None:
    entry = make_entry("npq-headship#length", "Length", ["18 months."], kind=Kind.COURSE, courses=["npq-headship"])
    passage = make_passages([entry], {"npq-headship": HEADSHIP})[0]
    assert passage.title == "NPQ for Headship: Length"
    assert passage.text == "NPQ for Headship: Length\n18 months."


def test_a_title_that_names_the_course_already_is_left_alone() -> None:
    title = "How long is the NPQ for Headship?"
    entry = make_entry("npq-headship#length", title, ["18 months."], kind=Kind.COURSE, courses=["npq-headship"])
    assert make_passages([entry], {"npq-headship": HEADSHIP})[0].title == title


def test_passages_carry_what_a_search_filters_by() -> None:
    entry = make_entry("npq-headship#length", "Length", ["18 months."], kind=Kind.COURSE, courses=["npq-headship"])
    passage = next(passages_of(entry))
    assert (passage.entry_id, passage.courses, passage.entry_kind) == (entry.id, ("npq-headship",), Kind.COURSE)
    assert (passage.valid_from, passage.valid_to) == (entry.valid_from, None)


def test_joined_an_entry_is_one_passage_with_all_it_says_and_is_asked() -> None:
    entries = [make_entry("faq-x", "Can I defer?", ["Yes."], ask=["pause"]), make_entry("faq-y", "Cost?", ["None."])]
    joined = join_passages(make_passages(entries))
    assert [passage.id for passage in joined] == ["faq-x/1", "faq-y/1"]
    assert joined[0].text == "Can I defer?\nYes.\nCan I defer?\npause"
