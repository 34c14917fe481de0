"""Say of a matter of schools that no NPQ is about, such as exams or pensions, that it is outside what we cover.

Such matters share words with ours (deadline, marking, funding, course), so that an entry on NPQs may look near. Which
names leave no doubt stands in `[elsewhere]` of `names.toml`, under the entry that answers.
"""

from __future__ import annotations

from advisor.answering.said import Part
from advisor.knowledge.schema import Entry
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from

_OURS = frozenset({"course", "legacy", "family", "list"})
_OF_A_COURSE = frozenset({"content", "comparison", "benefits", "overview"})
"""Wants of a course spoken of before: "does it cover access arrangements?"."""


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
    ask, turn = wanted.ask, wanted.turn
    goes_on = bool(turn.state.courses or turn.state.pending)
    if ask.beside or (goes_on and (ask.carried or not ask.is_question or ask.cues & _OF_A_COURSE)):
        return None
    words = ask.whole or ask.around or ask.text
    named = turn.needs.lexicon.names.find(words)
    if any(mention.kind in _OURS for mention in named) or "npq" in words.lower():
        return None
    matter = next((mention.value for mention in named if mention.kind == "elsewhere"), "")
    return turn.needs.base.entries.get(matter)
