from __future__ import annotations

import pytest

from advisor.dialogue.text.segments import split_segments


def pieces(text: str) -> list[tuple[str, bool]]:
    return [(segment.text, segment.asks) for segment in split_segments(text)]


@pytest.mark.parametrize(
    "text",
    [
        "is npqh funded",
        "How long is it?",
        "do i need a trn",
        "can my TA do one",
        "what about NPQLL",
        "hi, is it free",
        "so which one is better",
        "any chance of funding",
        "I'm not sure whether it counts",
        "wondering how much it costs",
        "tell me about NPQSL",
        "NPQH autumn 2026?",
        "I'm a SENCO, do I have to?",
        "wot now, what next",
    ],
)
def test_a_question_is_told_by_its_mark_or_its_words(text: str) -> None:
    assert any(asks for _, asks in pieces(text))


@pytest.mark.parametrize(
    "text",
    [
        "I am a head",
        "We are in Leeds.",
        "I'd like to lead literacy",
        "my school is an academy",
        "Not on the list",
        "NPQH",
    ],
)
def test_telling_asks_nothing(text: str) -> None:
    assert not any(asks for _, asks in pieces(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is it funded? How long is it?", ["Is it funded?", "How long is it?"]),
        ("Is it funded and how long is it?", ["Is it funded", "how long is it?"]),
        ("is it funded?how long is it", ["is it funded?", "how long is it"]),
        ("I am a head. Is it funded?", ["I am a head.", "Is it funded?"]),
        ("1) is it funded 2) how long", ["is it funded", "how long"]),
        ("a) cost?\nb) length?", ["cost?", "length?"]),
        ("is it funded, also what does it cover", ["is it funded", "what does it cover"]),
        ("I lead maths and English", ["I lead maths and English"]),
        ("", []),
        ("?!", []),
    ],
)
def test_each_thing_asked_is_a_piece_of_its_own(text: str, expected: list[str]) -> None:
    assert [piece for piece, _ in pieces(text)] == expected


def test_telling_before_asking_stays_apart() -> None:
    assert pieces("I am a deputy in Leeds. Which NPQ?") == [("I am a deputy in Leeds.", False), ("Which NPQ?", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Is it funded and how long is it?",
        "1) is it funded 2) how long",
        "Hi.\n\nI am a head. is it free?",
        "a) cost?\nb) cost?",
    ],
)
def test_a_piece_starts_where_it_says(text: str) -> None:
    for segment in split_segments(text):
        assert text[segment.start : segment.start + len(segment.text)] == segment.text


def test_a_wish_and_a_told_past_are_no_questions() -> None:
    assert pieces("would love to do something more. did NPQML in 2018.") == [
        ("would love to do something more.", False),
        ("did NPQML in 2018.", False),
    ]


def test_a_comma_parts_two_questions() -> None:
    text = "is it worth it now, can i get coaching as well and is either funded"
    assert [piece for piece, asks in pieces(text) if asks] == [
        "is it worth it now", "can i get coaching as well", "is either funded",
    ]  # fmt: skip


def test_what_somebody_asks_is_asked() -> None:
    assert pieces("a chair of governors asks if there is an NPQ for governors")[0][1]


def test_a_question_may_begin_with_by_when() -> None:
    assert pieces("Senco since September. By when must she have the npq") == [
        ("Senco since September.", False),
        ("By when must she have the npq", True),
    ]
    assert pieces("With how things are I'd rather wait")[0][1] is False
