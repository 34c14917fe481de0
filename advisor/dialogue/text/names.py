"""Find the names of courses, roles, settings, lists, providers and places in a text.

The names come from `names.toml` and `places.toml`; what a mention means for a person is `slots.py`'s part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_PLACE_CUE = re.compile(r"\b(?:in|at|from|near|around|of|based in|live in|work in)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: what kind of name, its canonical value, and where it stood."""

    kind: str
    value: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class NameBook:
    """All names by their words, ready to be found."""

    phrases: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]]
    longest: int
    setting_facts: Mapping[str, Mapping[str, Any]]

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in `text`, the longest name winning within each kind, in reading order."""
        words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text.lower())]
        mentions: list[Mention] = []
        taken: dict[str, int] = {}
        for first in range(len(words)):
            for last in range(min(len(words), first + self.longest), first, -1):
                for kind, value in self._lookup(tuple(word for word, _, _ in words[first:last])):
                    start, end = words[first][1], words[last - 1][2]
                    if first < taken.get(kind, 0) or (
                        kind == "ambiguous" and not _PLACE_CUE.search(text[:start].lower())
                    ):
                        continue
                    taken[kind] = last
                    real = ("place", value) if kind == "ambiguous" else (kind, value)
                    mentions.append(Mention(*real, start, end, text[start:end]))
        return tuple(mentions)

    def words(self) -> frozenset[str]:
        """Return every word that occurs in a name."""
        return frozenset(word for phrase in self.phrases for word in phrase)

    def _lookup(self, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        found = self.phrases.get(words)
        if found is None and words[-1].endswith("s") and len(words[-1]) > 3:
            found = self.phrases.get((*words[:-1], words[-1].removesuffix("'s").removesuffix("s")))
        return found or ()


def make_name_book(names: Mapping[str, Any], places: Mapping[str, Any]) -> NameBook:
    """Build the book from the two tables of the content tree."""
    phrases: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for kind, value, phrase in (*_read_names(names), *_read_places(places)):
        words = tuple(_WORD.findall(phrase.lower()))
        item = (kind, value)
        if words and item not in phrases.setdefault(words, []):
            phrases[words].append(item)
    facts = {name: dict(table.get("facts", {})) for name, table in names.get("settings", {}).items()}
    longest = max((len(words) for words in phrases), default=1)
    return NameBook({key: tuple(items) for key, items in phrases.items()}, longest, facts)


_KINDS = {
    "courses": "course",
    "course_hints": "course_hint",
    "families": "family",
    "legacy": "legacy",
    "not_npqs": "not_npq",
    "without_npq": "without_npq",
    "roles": "role",
    "settings": "setting",
    "lists": "list",
    "providers": "provider",
    "organisations": "organisation",
    "subjects": "subject",
    "phases": "phase",
    "aims": "aim",
    "cohorts": "cohort",
    "statuses": "status",
}


def _read_names(names: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    relative = {phrase for listed in names.get("cohorts_relative", {}).values() for phrase in listed}
    for value, listed in names.get("cohorts_relative", {}).items():
        for phrase in listed:
            yield "cohort_relative", value, phrase
    for table, kind in _KINDS.items():
        for value, listed in names.get(table, {}).items():
            phrases = listed["names"] if isinstance(listed, Mapping) else listed
            # Which year "this autumn" means depends on the day: those phrases are read apart.
            skipped = relative if kind == "cohort" else ()
            yield from ((kind, value, phrase) for phrase in phrases if phrase not in skipped)


def _read_places(places: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for nation, listed in places.items():
        if nation == "ambiguous":
            for true_nation, phrases in listed.items():
                for phrase in phrases:
                    yield "ambiguous", true_nation, phrase
            continue
        groups = listed.values() if isinstance(listed, Mapping) else [listed]
        for group in groups:
            for phrase in group:
                yield "place", nation, phrase
