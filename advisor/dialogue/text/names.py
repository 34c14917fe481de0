"""Find the names of courses, roles, settings, lists, providers and places in a text.

The names come from `names.toml` and `places.toml`; what a mention means for a person is `slots.py`'s part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.dialogue.text.described_lists import find_described

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_PLACE_CUE = re.compile(r"\b(?:in|at|from|near|around|of)\s+(?:the\s+)?$")
_WORKPLACE = (
    r"\b(?:schools?|academ(?:y|ies)|primar(?:y|ies)|secondar(?:y|ies)|infants?|juniors?|nurser(?:y|ies)|pre-?school|college|"
    r"sixth form|pru|utc|trust|mat|comp|comprehensive|grammar|childminder)"
)
_WORK_CUE = re.compile(
    rf"(?:{_WORKPLACE}|\b(?:based|living|located|works?|working|teach|teaches|i'?m|i am|we'?re|we are|(?:s?he|it)(?:'s| is)|"
    r"(?:an?|new|assistant|deputy|class) (?:teacher|head|headteacher|deputy|principal|senco|sendco|ta|job|post|role)|"
    r"(?:headteacher|deputy head|senco|sendco)|(?:am|i'?m|we'?re|currently|now|been|british|supply) teaching|(?:^|[.,;] )teaching))"
    r"(?: over| out| up| down| here| just)? (?:in|near|around|outside)\s+$"
)
_NOT_AT_WORK = re.compile(r"\b(?:our|my|the|of|their|this|your) work in\s+$")
_AFTER_WORKPLACE = re.compile(rf"{_WORKPLACE}\s*(?:,|\(|\.|\s[-–])\s*$")
_STRAIGHT_AFTER = re.compile(rf"{_WORKPLACE} $")
_AFTER_WHO = re.compile(
    rf"(?:{_WORKPLACE}|\b(?:teacher|head|headteacher|deputy|manager|lead|leader|senco|sendco|mentor|lecturer|principal|tutor|ta)\b)"
    r"[^?!\n]{0,50}[,.;(]\s*$"
)
_ENDS = re.compile(r"\s*(?:[.,;:?!)]|[-–]\s|$)")
_SUBJECT = re.compile(
    r"[\s,/&]*(?:and |or )?(?:maths?|mathematics|writing|spelling|phonics|oracy|english|literacy|science|recovery|lessons?|"
    r"groups?|interventions?|support|ages?|comprehension|fluency|skills|week|tests?|results|little|small|schools?|quiet|"
    r"leafy|classes|site)\b"
)
"""What follows "reading", "nice" or "split" where it is no town: "in reading and writing", "in nice little schools"."""
_NAMES_A_SCHOOL = re.compile(
    r"(?:\s+(?!and\b|in\b|at\b|my\b|our\b|as\b|is\b|where\b)[\w'.]+){0,2}?\s+(?:primary|academy|school|college|nursery|"
    r"infants?|juniors?|high|grammar|trust|comprehensive|university)\b"
)


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
        lower = text.lower()
        words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(lower)]
        mentions: list[Mention] = []
        taken: dict[str, int] = {}
        doubtful: Mention | None = None
        for first in range(len(words)):
            for last in range(min(len(words), first + self.longest), first, -1):
                for kind, value in self._lookup(tuple(word for word, _, _ in words[first:last])):
                    start, end = words[first][1], words[last - 1][2]
                    real = _REAL.get(kind, kind)
                    if kind in _IN_ONE_SENTENCE and _SENTENCE_ENDS.search(lower, start, end):
                        continue
                    if first < taken.get(real, 0) or not _stands_as_place(kind, text, lower, start, end):
                        continue
                    if _is_an_ordinary_word(kind, text, lower, start, end):
                        continue
                    taken[real] = last
                    mention = Mention(real, value, start, end, text[start:end])
                    if real == "place" and doubtful is not None and not lower[doubtful.end : start].strip(" ,("):
                        mentions.remove(doubtful)  # "in Boston, Lincolnshire": the second says which one
                    if real == "place":
                        doubtful = mention if kind in _DOUBTFUL else None
                    mentions.append(mention)
        return _with_lists_described(mentions, text, lower)

    def words(self) -> frozenset[str]:
        """Return every word that occurs in a name."""
        return frozenset(word for phrase in self.phrases for word in phrase)

    def places(self) -> dict[str, str]:
        """Return the nation of every place whose name is one word and stands for nothing else."""
        alone = ((words[0], found) for words, found in self.phrases.items() if len(words) == 1)
        return {word: found[0][1] for word, found in alone if [kind for kind, _ in found] == ["place"]}

    def _lookup(self, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        found = self.phrases.get(words)
        if found is None and words[-1].endswith("s") and len(words[-1]) > 3:
            found = self.phrases.get((*words[:-1], words[-1].removesuffix("'s").removesuffix("s")))
        return found or ()


def _is_an_ordinary_word(kind: str, text: str, lower: str, start: int, end: int) -> bool:
    """Return whether what may be a name is only a word where it stands: "send me", "picks us on the list", "ambition"."""
    if kind == "provider_hint":
        return not (text[start].isupper() and _MID_SENTENCE.search(text[:start]))
    if text[start:end] == "send":
        return _SENDS.match(lower, start) is not None
    return lower[start:end] in _BARE_LISTS and _PICKS.search(lower[:start]) is not None


def _with_lists_described(mentions: list[Mention], text: str, lower: str) -> tuple[Mention, ...]:
    """Return the mentions with the lists that are described by what they hold, where no longer name stands there."""
    lists = [mention for mention in mentions if mention.kind == "list"]
    described: list[Mention] = []
    for start, end in find_described(lower):
        named = [mention for mention in lists if mention.start < end and start < mention.end]
        if all(start <= m.start and m.end <= end and m.value == _LIST_OF_SCHOOLS for m in named):
            described.append(Mention("list", _LIST_OF_SCHOOLS, start, end, text[start:end]))
            mentions = [mention for mention in mentions if mention not in named]
    return tuple(sorted((*mentions, *described), key=lambda each: each.start))


_LIST_OF_SCHOOLS = "on_pp50_school_list"
_DOUBTFUL = ("ambiguous", "after_work")
_REAL = {**dict.fromkeys(_DOUBTFUL, "place"), "provider_hint": "provider"}
_MID_SENTENCE = re.compile(r"[a-z0-9,)'’] $")
"""An ordinary word with a capital there is a name: "with Ambition", and not "Ambition is good"."""
_SAYS_WHERE = re.compile(r"\W*(?:(?:yes|yep|yeah|yup|ok|sure|correct|sorry|oh|it's|its|we're|im|i'm|i am)\W+)*")
_ENDS_ANSWER = re.compile(r"\s*(?:$|\.(?:\s|$)|!|\n|, (?:uk|england|berks|lancs|kent)\b)")
_EXCLAIMED = frozenset("nice hope eye down split deal wells battle rugby well chad".split())
_SENDS = re.compile(
    r"send (?:me|us|him|her|them|it|my|our|your|their|someone|somebody)\b|"
    r"(?:(?<=to )|(?<=will )|(?<=can )|(?<=could )|(?<=should )|(?<=please ))send (?:staff|people|teachers|an?|the|some|\d+|two|three|four|five|six)\b"
)
"""The verb, and no special needs: "send me the dates"."""
_BARE_LISTS = ("the list", "on the list")
_PICKS = re.compile(
    r"\b(?:picks?|picked|picking|choose|chooses|choosing|chose|selects?|selected|ticks?|ticked) "
    r"(?:(?!and\b|but\b|because\b|as\b|we\b|we're\b|is\b|are\b)[\w']+ ){0,5}$"
)
"""A list to choose from, as on a form: "she picks our provider on the list"."""
_IN_ONE_SENTENCE = ("setting", "keeper", "keeper_in_short")
_SENTENCE_ENDS = re.compile(r"[?!;]|[a-z]{3,}\.\s")
"""What no name of a workplace runs over: "private? secondary teacher" names no private secondary."""


def _stands_as_place(kind: str, text: str, lower: str, start: int, end: int) -> bool:
    """Return whether the words around a name that may be no place make it one; other names need no such words."""
    if kind not in _DOUBTFUL:
        return True
    before = lower[max(0, start - 60) : start]
    if _SAYS_WHERE.fullmatch(lower[:start]) and _ENDS_ANSWER.match(lower, end) and lower[start:end] not in _EXCLAIMED:
        return True  # "reading. ofsted registered", "yes, Bury"
    if _AFTER_WORKPLACE.search(before) and _ENDS.match(lower, end):
        return kind == "ambiguous" or text[start : start + 1].isupper()  # "state secondary, Fleet."
    if kind == "ambiguous":
        told_of = _AFTER_WHO.search(before) or _STRAIGHT_AFTER.search(before)
        if told_of and text[start].isupper() and _ENDS.match(lower, end):
            return True  # "nursery chain, manager, Swale.", "secondary Bury"
        named = not before.endswith(("in ", "near ")) and _NAMES_A_SCHOOL.match(lower, end)
        return bool(_PLACE_CUE.search(before)) and not named  # "at Hamilton Academy" may stand anywhere
    return bool(_WORK_CUE.search(before)) and not _NOT_AT_WORK.search(before) and not _SUBJECT.match(lower, end)


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
    "keepers": "keeper",
    "keepers_in_short": "keeper_in_short",
    "lists": "list",
    "providers": "provider",
    "provider_hints": "provider_hint",
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
        if nation in _DOUBTFUL:
            for true_nation, phrases in listed.items():
                for phrase in phrases:
                    yield nation, true_nation, phrase
            continue
        groups = listed.values() if isinstance(listed, Mapping) else [listed]
        for group in groups:
            for phrase in group:
                yield "place", nation, phrase
