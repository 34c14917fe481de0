"""Find the entry that answers a question best: by its words, by a particular want, or in the context it is asked in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from advisor.knowledge.schema import Entry
from advisor.turn.answered import Wanted
from advisor.turn.finding import fallback, find_candidates
from advisor.turn.money import asks_something_specific
from advisor.turn.routing import SURE, Candidate

_OF_MONEY = frozenset({"funding", "cost", "eligibility"})
"""Wants so general that an entry on them is about no more than another."""
_VERY_SAME = 0.92
"""So near that an entry is about a specific want even where it is not the want's own entry."""
NEAR_BY_ITSELF = 0.45
"""What one piece of a message must have of an entry itself, so that the rest of the message does not answer for it."""
_A_MATTER = 10
"""Words with which a message has a matter of its own, whatever was asked before it."""
_CLAUSE = 4  # words that a clause has at least
_CLAUSE_END = re.compile(r"[,;:.?!]+\s|\b(?:because|since|but|so|although|and)\b")


def find_best(wanted: Wanted, ours: bool) -> Candidate | None:
    """Return the best entry not yet used; where the words by themselves find none, they are read in their context."""
    ask, turn = wanted.ask, wanted.turn
    best = _not_by_the_last_question(wanted, wanted.best)
    if ours and asks_something_specific(ask, turn) and (best is None or _may_give_way(best)):
        specific = fallback(ask, turn, wanted.used, specific=True)
        if specific is not None and not (best is not None and _speaks_of_more(best, specific, wanted)):
            best = specific
    if ours and (best is None or best.score < SURE):
        best = fallback(ask, turn, wanted.used) or best
    if best is None or best.score < SURE:
        best = max((best, *_in_context(wanted, ours)), key=lambda c: c.score if c else 0.0)
    return best


def _may_give_way(best: Candidate) -> bool:
    """Return whether the entry kept for a particular want goes before this one: a line of a course's record is near by its name."""
    return best.similarity < _VERY_SAME or best.entry.attribute is not None


def _not_by_the_last_question(wanted: Wanted, best: Candidate | None) -> Candidate | None:
    """Return the best entry, and not one said before that only the question before it finds again.

    After how long NPQLL takes, "do they have to do me a fresh DBS?" is near to its length by the course alone.
    """
    ask, turn = wanted.ask, wanted.turn
    told = best is not None and best.entry.statements[0].id in turn.state.said
    if best is None or not told or not ask.is_question or ask.cues or len((ask.whole or ask.text).split()) < _A_MATTER:
        return best
    words = ask.whole or ask.own or ask.text
    alone = replace(turn, state=turn.state.model_copy(update={"last_question": "", "topics": ()}))
    found = find_candidates(replace(ask, text=words, whole="", courses=(), carried=False), alone)
    same = next((c.similarity for c in found if c.entry.id == best.entry.id), 0.0)
    fresh = next((c for c in found if c.entry.id not in wanted.used), None)
    return best if fresh is None or same >= fresh.similarity else fresh


def _speaks_of_more(best: Candidate, specific: Candidate, wanted: Wanted) -> bool:
    """Return whether the best entry is about more of what exact words ask than the one kept for a particular want."""
    specs = wanted.turn.needs.lexicon.intents
    topics = [set(specs[name].topics) for name in wanted.ask.cues - _OF_MONEY if specs[name].topics]

    def about(entry: Entry) -> int:
        return sum(bool(each & set(entry.topics)) for each in topics)

    return best.score >= SURE and about(best.entry) > about(specific.entry)


def _in_context(wanted: Wanted, ours: bool) -> Iterator[Candidate]:
    """Yield what is found with the words around, and for each clause: what matters may be one clause of a story."""
    ask, last = wanted.ask, wanted.turn.state.last_question
    texts = [ask.around] if ask.around else [f"{last} {ask.text}"] if ours and last else []
    if ours:
        texts += [c for c in _CLAUSE_END.split(ask.around or ask.whole or ask.text) if len(c.split()) >= _CLAUSE]
    near = {c.entry.id for c in wanted.candidates if c.similarity >= NEAR_BY_ITSELF} if ask.around else None
    for text in texts:
        found = find_candidates(replace(ask, text=text, whole=""), wanted.turn)
        fresh = (c for c in found if c.entry.id not in wanted.used and (near is None or c.entry.id in near))
        yield from [*fresh][:1]
