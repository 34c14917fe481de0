"""The words by which people tell of NPQs they have had, made ready to be found.

They are written down in `knowledge/earlier.toml`, in a small language of phrases that its head explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(r"\[[^\]]*\]|\S+")
_NOT_DONE = re.compile(
    r"(?:\b(?:not|never|to|will|would|should|must|can|could|may|might|wont|cannot|if|unless|once|until|till|before|cant|dont|bother|need|needs|"
    r"consider|considering|of|without|instead|than|about|avoid|or|(?:was|were|is|did|had|has|have|could|would|are|does|do|hav|hv|hvn|havn)nt|havnt|hasnt|aint)|n['’]t|['’]ll)\s+(?:(?:actually|ever|even|yet|also|just|fully|by law|legally|in law)\s+)?$"
)
_GAP = r"(?:[\w'’&-]+\s+){0,2}?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found in a text: what it tells, by table and name ("ended.failed"), and where it stands."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EarlierWords:
    """All phrases by table and name, one pattern each."""

    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def find(self, text: str, *tables: str, start: int = 0, end: int | None = None) -> tuple[Cue, ...]:
        """Return the phrases of these tables in reading order; where two overlap, the longer one."""
        found = sorted(self._found(text, tables, start, len(text) if end is None else end), key=_longest_first)
        kept: list[Cue] = []
        for cue in found:
            if not any(cue.start < other.end and other.start < cue.end for other in kept):
                kept.append(cue)
        return tuple(sorted(kept, key=lambda cue: cue.start))

    def has(self, text: str, *tables: str, start: int = 0, end: int | None = None) -> bool:
        """Return whether any phrase of these tables stands in the text."""
        return next(self._found(text, tables, start, len(text) if end is None else end), None) is not None

    def _found(self, text: str, tables: tuple[str, ...], start: int, end: int) -> Iterator[Cue]:
        for name, pattern in self.patterns.items():
            if name in tables or name.partition(".")[0] in tables:
                yield from (Cue(name, match.start(), match.end()) for match in pattern.finditer(text, start, end))


def is_not_done(before: str) -> bool:
    """Return whether the words before a verb deny it, or put it in time to come: "to finish", "won't pass"."""
    return bool(_NOT_DONE.search(before))


def _longest_first(cue: Cue) -> tuple[int, int]:
    return (cue.start - cue.end, cue.start)


def make_earlier_words(tables: Mapping[str, Any]) -> EarlierWords:
    """Compile the tables of `earlier.toml`; who has "passed away" has passed no course.

    >>> words = make_earlier_words({"groups": {"it": ["it", "that one"]}, "ended": {"failed": ["didn't pass {it}"]}})
    >>> words.find("I didnt pass that one", "ended")
    (Cue(kind='ended.failed', start=2, end=21),)
    """
    groups: dict[str, str] = {}
    for name, phrases in tables.get("groups", {}).items():
        groups[name] = _either(phrases, groups)
    return EarlierWords(
        {
            f"{table}.{name}": re.compile(
                rf"(?<![\w-])(?<!\w['’])(?:{_either(phrases, groups)})(?![\w-]|['’](?!s\b)|\s+away\b)"
            )
            for table, named in tables.items()
            if table != "groups"
            for name, phrases in named.items()
        }
    )


def _either(phrases: list[str], groups: Mapping[str, str]) -> str:
    """Return the pattern of any of these phrases, the longest first."""
    return "|".join(_phrase(phrase, groups) for phrase in sorted(phrases, key=len, reverse=True))


def _phrase(phrase: str, groups: Mapping[str, str]) -> str:
    tokens = _TOKEN.findall(phrase)
    pieces = []
    for piece in tokens[:-1]:
        if piece == "…":
            pieces.append(_GAP)
        elif piece.startswith("["):
            pieces.append(rf"(?:{_alternatives(piece[1:-1], groups)}\s+)*")
        else:
            pieces.append(rf"{_alternatives(piece, groups)}\s+")
    return "".join((*pieces, _alternatives(tokens[-1], groups)))


def _alternatives(token: str, groups: Mapping[str, str]) -> str:
    words = "|".join(_word(word, groups) for word in token.split("/"))
    return f"(?:{words})"


def _word(word: str, groups: Mapping[str, str]) -> str:
    if match := re.fullmatch(r"\{(\w+)\}(.*)", word):
        return f"(?:{groups[match[1]]}){_letters(match[2])}"
    return _letters(word)


def _letters(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]?")
