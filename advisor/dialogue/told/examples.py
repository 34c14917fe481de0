"""The messages that the learned reader is taught with, and what it is asked of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Truth = Literal["yes", "no", "unknown"]
Ending = Literal["passed", "failed", "withdrawn", "active", "deferred"]
Kind = Literal["school", "college", "nursery", "trust", "council", "other", "none"]
Answer = Literal[Truth, "plans", Ending, Kind]
Subject = Literal["lists", "courses", "settings", "matters"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
"""What is learned apart, each from examples of its own: lists and posts; courses and what is wanted of them; workplaces;
whether a message is about a matter of ours at all."""
_TRUTH: tuple[Answer, ...] = get_args(Truth)
_ENDINGS: tuple[Answer, ...] = get_args(Ending)
_KINDS: tuple[Answer, ...] = get_args(Kind)
ANSWERS: dict[Subject, tuple[Answer, ...]] = {
    "lists": (*_TRUTH, "plans"),
    "courses": (*_TRUTH, *_ENDINGS),
    "settings": (*_TRUTH, *_KINDS),
    "matters": _TRUTH,
}
_OF_LISTS = {
    "on_pp50_school_list": "on pupil premium list?",
    "on_pp50_fe_list": "on college list?",
    "on_rise_list": "in rise?",
    "has_ofsted_urn": "childminder registered?",
    "senco_in_role": "senco now?",
    "is_headteacher": "headteacher now?",
}
_OF_COURSES = {
    "prior_applications": "earlier npq begun?",
    "begun": "begun?",
    "ended": "how ended?",
    "by_dfe": "paid by government?",
    "wanted": "asked about?",
    "verdict": "verdict wanted?",
}
_OF_SETTINGS = {
    "works_in_england": "in england?",
    "work_setting": "what workplace?",
    "eligible_establishment_type": "state-funded?",
    "referred_by_return_to_teaching_adviser": "sent by return to teaching adviser?",
}
_OF_MATTERS = {"ours": "about npqs?"}
_SUBJECT_OF: dict[str, Subject] = {
    **dict.fromkeys(_OF_LISTS, "lists"),
    **dict.fromkeys(_OF_COURSES, "courses"),
    **dict.fromkeys(_OF_SETTINGS, "settings"),
    **dict.fromkeys(_OF_MATTERS, "matters"),
}
QUESTIONS = _OF_LISTS | _OF_COURSES | _OF_SETTINGS | _OF_MATTERS
"""What is asked of a message, by the fact that the answer tells; four of them are asked of one course that it names."""
OF_A_COURSE = ("begun", "ended", "by_dfe", "wanted")
_OPEN, _CLOSE = "\u00ab", "\u00bb"
_POSSIBLE: dict[str, tuple[Answer, ...]] = {
    "senco_in_role": (*_TRUTH, "plans"),
    "ended": ("unknown", *_ENDINGS),
    "work_setting": ("unknown", *_KINDS),
}
_WORDS_BEFORE, _WORDS_AFTER = 35, 35
"""How much of a long message is read around the course that is asked about."""
_ASKED_ALONE, _ASKED_FIRST, _ASKED_SECOND, _ASKED_ANOTHER, _NOT_ASKED = (
    "asked",
    "asked first of two",
    "asked second of two",
    "asked other",
    "told",
)


class Example(BaseModel):
    """One message with what the adviser had asked before it and what it tells; a line of the examples' file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asked: tuple[str, ...] = ()
    text: str
    tells: dict[str, Answer]


@dataclass(frozen=True, slots=True)
class Pair:
    """What the reader sees: the question with what was asked before, and the message."""

    question: str
    text: str


def pair_of(fact: str, text: str, asked: Sequence[str] = ()) -> Pair:
    """Return the question whether `text` tells `fact`, where the adviser had asked for the facts in `asked` before it.

    >>> pair_of("on_rise_list", "yes", ("on_rise_list",))
    Pair(question='asked, in rise?', text='yes')
    """
    if not asked:
        place = _NOT_ASKED
    elif fact not in asked:
        place = _ASKED_ANOTHER
    elif len(asked) == 1:
        place = _ASKED_ALONE
    else:
        place = _ASKED_FIRST if asked[0] == fact else _ASKED_SECOND
    return Pair(f"{place}, {QUESTIONS[fact]}", _around_mark(text) if fact in OF_A_COURSE else text)


def subject_of(fact: str) -> Subject:
    """Return the subject that a question belongs to."""
    return _SUBJECT_OF[fact]


def possible_answers(fact: str) -> tuple[Answer, ...]:
    """Return the answers that a question may have."""
    return _POSSIBLE.get(fact, _TRUTH)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with the names of the course that is asked about put between marks.

    >>> marked("done SL, H next?", [(5, 7)])
    'done «SL», H next?'
    """
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{_OPEN}{text[start:end]}{_CLOSE}{text[end:]}"
    return text


def _around_mark(text: str) -> str:
    """Return the words around the first mark of a long message, since the network reads no more than its start."""
    words = text.split()
    place = next((number for number, word in enumerate(words) if _OPEN in word), 0)
    return " ".join(words[max(0, place - _WORDS_BEFORE) : place + _WORDS_AFTER]) if place else text


def read_examples(file: Path) -> tuple[Example, ...]:
    """Return the examples of a file, one JSON object a line.

    Raises:
        pydantic.ValidationError: where a line is no example.
    """
    with file.open(encoding="utf-8") as lines:
        return tuple(Example.model_validate(json.loads(line)) for line in lines if line.strip())


def pairs_of(examples: Iterable[Example]) -> list[tuple[Pair, Answer]]:
    """Return each question asked of each example, with its answer."""
    return [
        (pair_of(fact, example.text, example.asked), told)
        for example in examples
        for fact, told in example.tells.items()
    ]
