"""Notice a message that is not in English, by the small words every language is full of."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.dialogue.asking import Ask

_ENGLISH = frozenset(
    "the a an is are am i you we he she it they my our your do does did can could will would should in on at to for of from by with "
    "and or but if not no yes what which who how when where why have has had get this that be been was were there me us so about "
    "as any one out up just need want hi hello please thanks".split()
)
_FOREIGN = frozenset(
    "je suis est une un le la les des du de est-ce que pour avec dans mon ma mes vous nous et ou qui quoi quel quelle combien gratuit "
    "el los las del una es son para con por qué que cuánto cuanto cómo como dura mi yo soy y o "
    "der die das ein eine ist sind ich und oder nicht mit für von zu wie lange kostet auf im "
    "czy jest jak ile to nie w na z i dla się jestem co "
    "il lo gli è sono per non che come quanto di in "
    "o que é uma não com mae yn ydy yw wyf i'r y ac neu sut beth faint".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def in_another_language(asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """Keep what exact words tell; where nothing does and a course is named, say what it is and who pays."""
    return tuple(
        replace(ask, intents=dict.fromkeys(ask.cues or {"overview"} if ask.courses else (), 0.9), carried=True)
        for ask in asks
    )


def looks_foreign(text: str) -> bool:
    """Return whether the message is more likely another language than English.

    >>> looks_foreign("Czy NPQH jest obowiązkowe w Anglii?"), looks_foreign("is npqh free"), looks_foreign("NPQH?")
    (True, False, False)
    """
    words = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN and word not in _ENGLISH for word in words)
    letters = [char for char in text if char.isalpha()]
    other_script = sum(not char.isascii() for char in letters)
    return foreign > max(1, english) or other_script > max(3, len(letters) // 3)
