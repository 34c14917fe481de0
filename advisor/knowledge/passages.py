"""Turn entries into passages: the pieces of text that are indexed and found.

An entry gives its own text, cut where it is long, and one passage for each way of asking it, so that a question can
be matched with a question. Finding them again is the retrieval part's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from advisor.knowledge.schema import Course, Entry, Kind, Role

LONGEST_PASSAGE = 130
"""Most words in a passage: embedding models read no further than about 256 word pieces, without saying so."""


class PassageKind(StrEnum):
    """Whether a passage is what we say or how somebody asks for it."""

    ENTRY = "entry"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that leads to an entry.

    Ids are `<entry id>/<n>` for text and `<entry id>?<n>` for ways of asking, counted from 1.
    Empty `courses` means that the entry is about no course in particular; `valid_to` None that it still holds.
    """

    id: str
    entry_id: str
    kind: PassageKind
    text: str
    title: str
    courses: tuple[str, ...]
    topics: tuple[str, ...]
    entry_kind: Kind
    valid_from: date
    valid_to: date | None


def make_passages(entries: Iterable[Entry], courses: Mapping[str, Course] | None = None) -> tuple[Passage, ...]:
    """Return the passages of all entries, in the order of the entries.

    With `courses`, entries about exactly one course bear its name: "Length" alone would match every course's length.
    """
    names = {course_id: course.name for course_id, course in (courses or {}).items()}
    return tuple(passage for entry in entries for passage in passages_of(entry, names))


def passages_of(entry: Entry, course_names: Mapping[str, str] | None = None) -> Iterator[Passage]:
    """Yield an entry's text in passages of at most 130 words, then one passage for each way of asking it."""
    title = _full_title(entry, course_names or {})
    for position, body in enumerate(_split(title, _sentences(entry)), start=1):
        yield _passage(entry, f"{entry.id}/{position}", PassageKind.ENTRY, f"{title}\n{body}", title)
    for position, question in enumerate(_questions(entry), start=1):
        yield _passage(entry, f"{entry.id}?{position}", PassageKind.QUESTION, question, title)


def join_passages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return one passage for each entry, holding the text of all its passages, under the id of its first."""
    texts: dict[str, list[str]] = {}
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.entry_id, passage)
        texts.setdefault(passage.entry_id, []).append(passage.text)
    return tuple(replace(passage, text="\n".join(texts[entry_id])) for entry_id, passage in first.items())


def _full_title(entry: Entry, course_names: Mapping[str, str]) -> str:
    name = course_names.get(entry.courses[0], "") if len(entry.courses) == 1 else ""
    if entry.kind not in (Kind.COURSE, Kind.FRAMEWORK) or name.lower() in entry.title.lower():
        return entry.title
    return f"{name}: {entry.title}"


def _sentences(entry: Entry) -> list[str]:
    """The statements' texts, history last: how it used to be should not decide what a passage is about."""
    ordered = sorted(entry.statements, key=lambda statement: statement.role is Role.HISTORY)
    return [statement.text for statement in ordered]


def _split(title: str, sentences: Iterable[str]) -> Iterator[str]:
    room = LONGEST_PASSAGE - len(title.split())
    body: list[str] = []
    for sentence in sentences:
        if body and _words(body) + len(sentence.split()) > room:
            yield "\n".join(body)
            body = []
        body.append(sentence)
    if body:
        yield "\n".join(body)


def _words(sentences: Iterable[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _questions(entry: Entry) -> Iterator[str]:
    """The title of an FAQ and every phrasing to be indexed, each once; never the held-out ones."""
    asked = [entry.title] if entry.kind is Kind.FAQ else []
    held_out = {question.casefold() for question in entry.ask_held_out}
    unique = {question.casefold(): question for question in reversed([*asked, *entry.ask])}
    return (question for folded, question in reversed(unique.items()) if folded not in held_out)


def _passage(entry: Entry, passage_id: str, kind: PassageKind, text: str, title: str) -> Passage:
    return Passage(
        id=passage_id,
        entry_id=entry.id,
        kind=kind,
        text=text,
        title=title,
        courses=entry.courses,
        topics=entry.topics,
        entry_kind=entry.kind,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )
