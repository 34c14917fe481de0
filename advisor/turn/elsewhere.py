"""Say of a matter of schools that no NPQ is about, such as exams or pensions, that it is outside what we cover.

Such matters share words with ours (deadline, marking, funding, course), so that an entry on NPQs may look near. Which
names leave no doubt stands in `[elsewhere]` of `names.toml`, under the entry that answers.
"""

from __future__ import annotations

import re

from advisor.answering.said import Part
from advisor.dialogue.asking import Ask
from advisor.knowledge.schema import Entry
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from

_OURS = frozenset({"course", "legacy", "family", "list"})
_SPEAKS_OF_OURS = re.compile(
    r"\b(?:npq\w*|(?<!gcse )course|qualification|scholarship|funded|eligible|study|studies|case study|registering|defer\w*|withdraw\w*|my place|my assessment|session(?:s)?(?! goes)\b)"
)
"""Words of an NPQ, whatever else is named: "is a first aider funded?"."""
_SENTENCE_END = re.compile(r"(?<=[.?!])\s")
_WANTS_OF_OURS = frozenset(
    {"content", "comparison", "benefits", "overview", "recommend", "eligibility", "deferring", "withdrawing"}
)


def of_another_matter(wanted: Wanted) -> Answered | None:
    """Return where to ask of a matter that is not ours, None where none is named or an NPQ is named beside it."""
    entry = _entry_of_matter(wanted)
    if entry is None:
        return None
    if entry.id in wanted.used:
        return Answered(Part(entry.reply.value, ()), filler=True)
    ask, turn = wanted.ask, wanted.turn
    return Answered(answer_from(entry, ask.whole or ask.text, wanted.words, turn.state.said), intents=("out_of_scope",))


def _entry_of_matter(wanted: Wanted) -> Entry | None:
    """Return the entry on what the question itself names; on what is told beside it only where it says nothing else."""
    ask, turn = wanted.ask, wanted.turn
    goes_on = bool(turn.state.courses or turn.state.pending or turn.state.intents)
    if ask.beside or (goes_on and (ask.carried or not ask.is_question)):
        return None
    words = _words_of(ask)
    named = turn.needs.lexicon.names.find(words)
    ours = any(mention.kind in _OURS for mention in named) or _SPEAKS_OF_OURS.search(words.lower())
    if ours or (goes_on and ask.cues & _WANTS_OF_OURS):
        return None
    matter = next((mention.value for mention in named if mention.kind == "elsewhere"), "")
    return turn.needs.base.entries.get(matter)


def _words_of(ask: Ask) -> str:
    """Return the sentence of a question, and the whole message where the question says nothing by itself."""
    own, whole = ask.own or ask.text, ask.whole or ask.around
    if not (ask.cues or ask.courses):
        return whole or own  # "how long do I have to reply?"
    return next((sentence for sentence in _SENTENCE_END.split(whole) if own in sentence), own)
