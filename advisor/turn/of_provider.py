"""Say first that nothing was found of the one provider asked about, where an answer is of others or of all together."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.dialogue.asking import Ask
from advisor.dialogue.text.names import NameBook
from advisor.turn.needs import Turn

_JUDGES = re.compile(r"\b(?:rated|outstanding)\b")
_SHARE = re.compile(
    r"%(?! (?:of the (?:programme|course|sessions?))\b)[^.]{0,40}\b(?:starters|pass\w*|participants|finish\w*|complet\w*)\b|\bpass\w*\b[^.]{0,40}%"
)
"""What share of all passes or stays, and not what share of the course one has to attend."""


def said_of_provider(part: Part, ask: Ask, turn: Turn) -> Part:
    """Return the answer, led by that it is not of the provider asked about where it begins with others or gives a share of all.

    "What did Ofsted say of NIoT?" is not answered by what it said of UCL, however near the two questions are, nor "the
    pass rate at UCL" by everybody's. What holds for all providers alike stays as it is.
    """
    names = turn.needs.lexicon.names
    asked = _providers(names, ask.own or ask.text)
    text = " ".join(said.text for said in part.said)
    if part.kind != "answer" or len(asked) != 1 or asked <= _providers(names, text):
        return part
    of_others = bool(_providers(names, part.said[0].text)) or (_JUDGES.search(text) and _providers(names, text))
    if not of_others and not _SHARE.search(text):
        return part
    lead = Said(
        f"On this I found nothing about {min(asked)} in particular; what follows is not about that provider alone."
    )
    return replace(part, said=(lead, *part.said))


def _providers(names: NameBook, text: str) -> frozenset[str]:
    return frozenset(mention.value for mention in names.find(text) if mention.kind == "provider")
