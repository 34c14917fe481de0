"""Correct spelling against the domain's own words; the only importer of rapidfuzz.

A course code is never changed: NPQSL and NPQLL are one letter apart and two different courses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[A-Za-z]+")
_SHORTEST = 5
_VERB = re.compile(r"is(?:e|es|ed|ing)$")  # British verbs the word list may lack: "deputise"
_CODE = re.compile(r"^(?:npq|ehco|senco)", re.IGNORECASE)
_IN_A_PLACE = re.compile(r"\b(?:in|near|from|around)\s+$", re.IGNORECASE)
"""What stands before a place: anywhere else a word like a place's name is more often no place."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text after correction, able to say which typed words a stretch of it came from."""

    text: str
    original: str
    changes: tuple[tuple[int, int, int, int], ...]  # start and end in `text`, start and end in `original`

    def quote(self, start: int, end: int) -> str:
        """Return the typed words behind `text[start:end]`."""
        return self.original[self._back(start, 0) : self._back(end, 1)]

    def _back(self, position: int, side: int) -> int:
        shift = 0
        for new_start, new_end, old_start, old_end in self.changes:
            if position >= new_end:
                shift = old_end - new_end
            elif position > new_start or (position == new_start and side == 0):
                return old_end if side else old_start
        return position + shift


@dataclass(frozen=True, slots=True)
class Speller:
    """Knows the words of the domain and the words people write around them."""

    words: frozenset[str]
    targets: tuple[str, ...]
    in_full: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def correct(self, text: str) -> Spelled:
        """Return `text` with unknown long words replaced by the one domain word they are nearest to."""
        pieces: list[str] = []
        changes: list[tuple[int, int, int, int]] = []
        position = length = 0
        for match in _WORD.finditer(text):
            better = self._better(match.group())
            if better is None and _IN_A_PLACE.search(text, max(0, match.start() - 10), match.start()):
                better = self._place(match.group().lower())
            if better is None:
                continue
            pieces += [text[position : match.start()], better]
            length += match.start() - position
            changes.append((length, length + len(better), match.start(), match.end()))
            length += len(better)
            position = match.end()
        return Spelled("".join((*pieces, text[position:])), text, tuple(changes))

    def _better(self, word: str) -> str | None:
        lower = word.lower()
        if lower in self.in_full:
            return self.in_full[lower]
        if len(lower) < _SHORTEST or lower in self.words or _CODE.match(lower):
            return None
        if (lower.endswith("s") and lower[:-1] in self.words) or _VERB.search(lower):
            return None
        allowed = 1 if len(lower) < 8 else 2
        near = process.extract(lower, self.targets, scorer=OSA.distance, score_cutoff=allowed, limit=3)
        if not near or (len(near) > 1 and near[0][1] == near[1][1] and near[0][0][0] != lower[0]):
            return None
        best = min(near, key=lambda item: (item[1], item[0][0] != lower[0], -len(item[0]), item[0]))
        return str(best[0])

    def _place(self, word: str) -> str | None:
        """Return the place a word is a slip for, None where it is a word already or its nearest are of two nations."""
        if len(word) < _SHORTEST or word in self.words:
            return None
        allowed = 1 if len(word) < 8 else 2
        near = process.extract(word, self.places.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=6)
        alike = [name for name, distance, _ in near if distance == near[0][1] and name[0] == word[0]]
        return alike[0] if len({self.places[name] for name in alike}) == 1 else None


def make_speller(
    domain: Iterable[str],
    around: Iterable[str],
    in_full: Mapping[str, str] | None = None,
    places: Mapping[str, str] | None = None,
) -> Speller:
    """Build a speller: `domain` words may replace a misspelling, `around` words are merely left alone.

    `in_full` gives words as phones write them with what they stand for: "hav" with "have"; `places` names of one word
    with their nation, which replace a slip only after "in", "near", "from" or "around".
    """
    targets = frozenset(word for word in domain if len(word) >= _SHORTEST and word.isalpha() and not _CODE.match(word))
    return Speller(targets | frozenset(around), tuple(sorted(targets)), in_full or {}, places or {})
