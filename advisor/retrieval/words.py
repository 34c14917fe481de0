"""Cut text into the words that lexical search compares.

What counts as another name for what is given from outside; scoring is `lexical.py`'s part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

STOP_WORDS = frozenset(
    "a an and are as at be been but by can could did do does for from had has have how i if in is it its may me my of "
    "on or our shall she should so some than that the their them then there these they this to us was we were what "
    "when where which while who whom whose why will with would you your".split()
)
"""Words too common to tell passages apart; "no" and "not" are kept, since they can turn an answer round."""

_WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")
_KEPT_WHOLE = re.compile(r"npq[a-z]*|[a-z]*[0-9][a-z0-9]*")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Tokeniser:
    """Lower-cases, drops stop words, stems lightly, and adds the shared name of each phrase that has one.

    `synonyms` maps a phrase in lower case to the name that stands for it: `{"head teacher": "headteacher"}`; see
    `shared_names`. The phrase's own words stay, so that an exact match still counts for more.
    """

    synonyms: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, text: str) -> list[str]:
        """Return the tokens of `text` in order, shared names last."""
        folded = _fold(text)
        tokens = [stem(word) for word in _words(folded) if word not in STOP_WORDS]
        return tokens + list(self._shared_names(_WORD.findall(folded)))

    def _shared_names(self, words: list[str]) -> Iterator[str]:
        """Yield the shared name of each known phrase, the longest first, no word used twice."""
        longest = max((len(phrase.split()) for phrase in self.synonyms), default=0)
        start = 0
        while start < len(words):
            for length in range(min(longest, len(words) - start), 0, -1):
                name = self.synonyms.get(" ".join(words[start : start + length]))
                if name is not None:
                    yield f"={name}"
                    start += length
                    break
            else:
                start += 1


def shared_names(names: Mapping[str, Any], tables: Iterable[str]) -> dict[str, str]:
    """Return each phrase of the given tables of names, as the tokeniser cuts it, with the id it stands for.

    A table maps an id to its phrases, or to a table of its own that has them under `names`.
    """
    found: dict[str, str] = {}
    for table in tables:
        for name, value in names.get(table, {}).items():
            for phrase in value["names"] if isinstance(value, Mapping) else value:
                found.setdefault(" ".join(_WORD.findall(_fold(phrase))), name)
    return found


def _fold(text: str) -> str:
    return text.lower().replace("’", "'").replace("–", "-").replace("—", " ")


def _words(folded: str) -> Iterator[str]:
    """Yield words; a hyphened one whole and in its parts, since people write both "co-headship" and "co headship"."""
    for word in _WORD.findall(folded):
        plain = word.removesuffix("'s").replace("'", "")
        parts = plain.split("-")
        if len(parts) > 1:
            yield plain.replace("-", "")
        yield from parts


def stem(word: str) -> str:
    """Take a common ending off `word`, so that "courses" meets "course" and "funded" meets "funding".

    Course codes and words with digits stay whole. Deliberately weaker than Porter's stemmer, which joins words that
    differ in this field, such as "university" and "universal".

    >>> [stem(word) for word in ("courses", "policies", "funded", "funding", "fund", "npqs", "npqsl", "2026b")]
    ['cours', 'policy', 'fund', 'fund', 'fund', 'npq', 'npqsl', '2026b']
    >>> [stem(word) for word in ("assess", "withdrawing", "withdrew", "planned", "less", "bring")]
    ['assess', 'withdraw', 'withdrew', 'plan', 'less', 'bring']
    """
    if word == "npqs":
        return "npq"
    if len(word) < 4 or _KEPT_WHOLE.fullmatch(word):
        return word
    return _without_final_e(_without_tense(_singular(word)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and _VOWEL.search(base):
            doubled = base[-1] == base[-2] and base[-1] not in "lsz"
            return base[:-1] if doubled else base
    return word


def _without_final_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
