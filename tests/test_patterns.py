"""No pattern takes long over any message: one whose time doubles with each word would stop the whole service."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import time
from collections.abc import Iterator

import advisor

_WORDS, _TRIALS, _MOST = 24, 6, 30
_LONGEST = 0.25
"""Seconds; a sound pattern takes thousandths, one that doubles with each of so many words takes many."""
_PHRASE = re.compile(r"[a-z][a-z '-]*")


def test_no_pattern_takes_long_over_its_own_words_again_and_again() -> None:
    slow = {name for name, pattern in _patterns() if any(_takes_long(pattern, text) for text in _texts(pattern))}
    assert not slow


def test_a_pattern_that_doubles_with_each_word_is_noticed() -> None:
    doubling = re.compile(r"^(?:(?:head|teacher|head teacher)[ ,]+)*$")
    assert any(_takes_long(doubling, text) for text in _texts(doubling))


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(advisor.__path__, "advisor."):
        if module.name.startswith("advisor.web") or module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def _texts(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield texts of the pattern's own words again and again, with an end that it does not expect.

    What doubles is what can be read in two ways: a phrase listed twice, or one whose parts are listed too.
    """
    listed = [part.strip() for part in re.split(r"[|()\[\]?*+{}:]|\\[a-zA-Z]", pattern.pattern)]
    phrases = [p for p in dict.fromkeys(listed) if _PHRASE.fullmatch(p)] or ["a"]
    twice = [p for p in phrases if listed.count(p) > 1 or (" " in p and p.split()[0] in phrases)]
    for phrase in twice[:_MOST]:
        yield f"{phrase} " * _WORDS + "zzq!"
    chosen = random.Random(pattern.pattern)  # the same texts on every run
    for _ in range(_TRIALS):
        few = chosen.sample(phrases, min(len(phrases), chosen.choice((1, 2, 3, 6, 20))))
        yield chosen.choice((" ", ", ", "-")).join(chosen.choice(few) for _ in range(_WORDS)) + " zzq!"


def _takes_long(pattern: re.Pattern[str], text: str) -> bool:
    return _seconds(pattern, text) > _LONGEST and _seconds(pattern, text) > _LONGEST  # a busy machine is no fault


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    started = time.perf_counter()
    pattern.search(text)
    return time.perf_counter() - started
