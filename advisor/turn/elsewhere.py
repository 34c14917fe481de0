"""Say of a matter that no NPQ is about, such as exams or pensions, that it is outside what we cover.

Such matters share words with ours (deadline, marking, funding, course), so that an entry on NPQs may look near. The
learned reader tells them apart; what is done where it is not heard is told in docs/decisions.
"""

from __future__ import annotations

from advisor.answering.said import Part
from advisor.dialogue.asking import Ask
from advisor.dialogue.told.reader import ToldReader
from advisor.knowledge.schema import ReplyKind
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from
from advisor.turn.finding import names_ours
from advisor.turn.language import looks_foreign
from advisor.turn.needs import Turn
from advisor.turn.routing import Candidate
from advisor.turn.unknown import unknown_part

_OURS = frozenset({"course", "legacy", "family", "list", "cohort"})
_WEAK = frozenset({"rise", "the list", "on the list", "a list", "specialist", "specialists"})
"""Names of ours that are ordinary words: "rise in minimum wage", "next on the list"."""
_OF_SCHOOLS = frozenset({"role", "setting", "phase", "subject", "organisation", "not_npq"})
_CARED_FOR = frozenset({"wellbeing", "conduct"})
_FACT = "ours"
_BELIEVED, _BELIEVED_GOING_ON = 0.9, 0.95
"""How sure the reader has to be that a message is not about NPQs, at the start and in the middle of a conversation."""
_OF_THIS, _OF_OURS = 0.6, 0.75
"""Cosines: near enough for an entry to be of this matter; so near to one of ours that the matter is ours, whatever is
believed. Of 385 messages that are not ours, 6 lie so near."""
_READ_WHOLE = 60
"""Words of a message that the reader is sure to read to the end, and has been taught with."""


def of_another_matter(wanted: Wanted) -> Answered | None:
    """Return whom to ask of a matter that is not ours, None where it is or may be one of ours."""
    reader, ask = wanted.turn.needs.lexicon.told, wanted.ask
    if reader is None or _may_be_ours(wanted) or not _is_believed(ask, wanted.turn, reader):
        return None
    of_this = [c for c in wanted.candidates if _says_so(c) and c.similarity >= _OF_THIS]
    if not of_this:
        words = ask.whole or ask.around or ask.text
        kinds = {mention.kind for mention in wanted.turn.needs.lexicon.names.find(words)}
        of_schools = bool(kinds & _OF_SCHOOLS) or names_ours(words, wanted.turn)
        part = unknown_part(ask, outside=True, of_schools=of_schools)
        return Answered(part, intents=("out_of_scope",))
    entry = max(of_this, key=lambda candidate: candidate.similarity).entry
    if entry.id in wanted.used:
        return Answered(Part(entry.reply.value, ()), filler=True)
    part = answer_from(entry, ask.whole or ask.text, wanted.words, wanted.turn.state.said)
    return Answered(part, intents=("out_of_scope",))


def _may_be_ours(wanted: Wanted) -> bool:
    """Return whether a matter is ours, or one of conduct, whatever the reader believes of its words."""
    ask, turn = wanted.ask, wanted.turn
    words = ask.whole or ask.around or ask.text
    named = turn.needs.lexicon.names.find(words)
    if any(mention.kind in _OURS and mention.text.lower() not in _WEAK for mention in named):
        return True
    tells = not ask.is_question and _goes_on(turn) and (turn.told or (turn.before and turn.before.pending))
    if ask.beside or tells or (ask.courses and not ask.carried) or looks_foreign(words):
        return True
    # Money for somebody in a post is money for an NPQ here: "any funding for a deputy in Hull?".
    if "funding" in ask.cues and any(m.kind == "role" for m in turn.needs.lexicon.names.find(ask.text)):
        return True
    if any(_CARED_FOR & {*c.entry.topics} and c.similarity >= _OF_THIS for c in wanted.candidates):
        return True  # a child at risk, somebody in distress
    near = max((c.similarity for c in wanted.candidates if not _says_so(c)), default=0.0)
    return near >= _OF_OURS and not (ask.whole or ask.around)


def _is_believed(ask: Ask, turn: Turn, reader: ToldReader) -> bool:
    """Return whether the reader is sure enough that the matter is not ours.

    A question is read with the message around it: "how long do I have to reply?" may be asked of anything. Where the
    message speaks of ours, one of its questions by itself tells nothing; where it speaks of both, each is read alone.
    The end of a long message may not have been read, so that its question has to be no more ours than the rest.
    """
    bar = _BELIEVED_GOING_ON if _goes_on(turn) else _BELIEVED
    own, words = ask.own or ask.text, ask.whole or ask.around or ask.own or ask.text
    message = reader.read(words, (_FACT,))[_FACT]
    speaks_of_both = bool(ask.around) and message.answer == "unknown"
    if not speaks_of_both and message.shares["no"] < bar:
        return False
    if not speaks_of_both and len(words.split()) <= _READ_WHOLE:
        return True
    return reader.read(own, (_FACT,))[_FACT].shares["no"] >= bar


def _goes_on(turn: Turn) -> bool:
    """Return whether something was spoken of before this message."""
    before = turn.before
    return before is not None and bool(before.courses or before.pending or before.intents)


def _says_so(candidate: Candidate) -> bool:
    """Return whether an entry says that its matter is not ours."""
    return candidate.entry.reply is ReplyKind.OUT_OF_SCOPE
