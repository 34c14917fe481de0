"""Say of a matter that no NPQ is about, such as exams or pensions, that it is outside what we cover.

Such matters share words with ours (deadline, marking, funding, course), so that an entry on NPQs may look near. The
learned reader tells them apart; what is done where it is not heard is told in docs/decisions.
"""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part
from advisor.dialogue.asking import Ask
from advisor.dialogue.told.reader import ToldReader
from advisor.knowledge.schema import ReplyKind
from advisor.rules.history import IN_PROGRESS, earlier_npqs
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from
from advisor.turn.facts import facts_of
from advisor.turn.finding import find_candidates, names_ours
from advisor.turn.language import looks_foreign
from advisor.turn.needs import Turn
from advisor.turn.other_qualification import is_of_another_qualification
from advisor.turn.routing import Candidate
from advisor.turn.unknown import unknown_part

_OURS = frozenset({"course", "legacy", "family", "list", "cohort"})
_WEAK = frozenset({"rise", "the list", "on the list", "a list", "specialist", "specialists"})
"""Names of ours that are ordinary words: "rise in minimum wage", "next on the list"."""
_OF_SCHOOLS = frozenset({"role", "setting", "phase", "subject", "organisation", "not_npq"})
_HINTS = frozenset({"course_hint", "subject", "phase", "aim", "ambiguous", "setting"})
_CARED_FOR = frozenset({"wellbeing", "conduct"})
_FACT = "ours"
_BELIEVED, _BELIEVED_GOING_ON = 0.9, 0.95
"""How sure the reader has to be that a message is not about NPQs, at the start and in the middle of a conversation."""
_OF_THIS, _OF_OURS = 0.6, 0.75
"""Cosines: near enough for an entry to be of this matter; so near to one of ours that the matter is ours, whatever is
believed. Of 385 messages that are not ours, 6 lie so near."""
_NEAR_ENOUGH, _ITS_OWN_WORDS = 0.44, 0.8
"""Cosines to an entry on another matter: where the reader believes it too; where the words alone tell it."""
_HANDS_IN = re.compile(
    r"\b(?:i|we|my|our)\b[^.?!]{0,25}\b(?:hand\w*|submit\w*|upload\w*|send|write|turn|due|deadline)\b[^.?!]{0,35}\b(?:projects?|assignments?|essays?|portfolio|coursework|"
    r"dissertation|submission|final piece|presentation)\b|\b(?:when|how long|what)\b[^.?!]{0,20}\b(?:is|are) (?:my|our) (?:\w+ ){0,3}?(?:project|assignment|essay|portfolio|submission|final piece)\b"
)
_OF_PUPILS = re.compile(
    r"\b(?:pupils?|students?|class|classes|year \d+|gcses?|a[- ]levels?|sixth form\w*|children|kids)\b"
)
"""What somebody on an NPQ hands in is a matter of it, by whatever name; what their pupils do is not."""
_POINTS_BACK = re.compile(r"\b(?:it|npqs?|course|qualification|one|there|certificate|module|provider|case study)\b")
_READ_WHOLE = 60
"""Words of a message that the reader is sure to read to the end, and has been taught with."""


def of_another_matter(wanted: Wanted) -> Answered | None:
    """Return whom to ask of a matter that is not ours, None where it is or may be one of ours."""
    reader, ask = wanted.turn.needs.lexicon.told, wanted.ask
    if is_of_another_qualification(wanted):
        return Answered(unknown_part(ask, outside=True, of_schools=True), intents=("out_of_scope",))
    if reader is None:
        return None
    if not _is_only_told_beside(wanted, reader) and (
        _may_be_ours(wanted) or not _is_believed(ask, wanted.turn, reader)
    ):
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


def _is_only_told_beside(wanted: Wanted, reader: ToldReader) -> bool:
    """Return whether our names stand in what is told around a question, and the question by itself is of another matter.

    "I'm on NPQH. Which salary do they use for my pension?": an entry on such matters is nearest to it, and the reader
    agrees, unless the words are nearly that entry's own.
    """
    ask, turn = wanted.ask, wanted.turn
    own = ask.own or ask.text
    if not ask.is_question or not (ask.whole or ask.around) or ask.carried or _names_ours_itself(own, turn):
        return False
    believed = reader.read(own, (_FACT,))[_FACT].shares["no"]
    if any(turn.needs.base.entries[used].reply is ReplyKind.OUT_OF_SCOPE for used in wanted.used):
        return believed >= _BELIEVED  # goes on with what was just said to be none of ours
    by_itself = find_candidates(replace(ask, text=own, whole="", around=""), turn)
    nearest = max(by_itself, key=lambda candidate: candidate.similarity, default=None)
    if nearest is None or not _says_so(nearest):
        return False
    sure = believed >= _BELIEVED_GOING_ON and nearest.similarity >= _NEAR_ENOUGH
    return sure or nearest.similarity >= _ITS_OWN_WORDS


def _hints_at_a_course(ask: Ask, turn: Turn) -> bool:
    """Return whether the question itself tells of which course it is: "I teach maths" before another matter does not."""
    own = {mention.kind for mention in turn.needs.lexicon.names.find(ask.own or ask.text)}
    return bool(ask.courses) and not ask.carried and (not ask.is_question or bool(own & _HINTS))


def _is_on_one(turn: Turn) -> bool:
    """Return whether somebody has told that they are on an NPQ."""
    return any(each.status == IN_PROGRESS for each in earlier_npqs(facts_of(turn.state.person)))


def _names_ours_itself(own: str, turn: Turn) -> bool:
    """Return whether the words of the question themselves have a name of ours, or "it", which may point at one."""
    named = turn.needs.lexicon.names.find(own)
    ours = any(m.kind in _OURS | {"course_hint"} and m.text.lower() not in _WEAK for m in named)
    return ours or bool(_POINTS_BACK.search(own.lower()))


def _may_be_ours(wanted: Wanted) -> bool:
    """Return whether a matter is ours, or one of conduct, whatever the reader believes of its words."""
    ask, turn = wanted.ask, wanted.turn
    words = ask.whole or ask.around or ask.text
    named = turn.needs.lexicon.names.find(words)
    if _HANDS_IN.search(words.lower()) and not _OF_PUPILS.search(words.lower()) and _is_on_one(turn):
        return True
    if any(mention.kind in _OURS and mention.text.lower() not in _WEAK for mention in named):
        return True
    tells = not ask.is_question and _goes_on(turn) and (turn.told or (turn.before and turn.before.pending))
    if ask.beside or tells or _hints_at_a_course(ask, turn) or looks_foreign(words):
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
