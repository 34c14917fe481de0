"""Cut a message into clauses, each with whom it speaks of and whether it tells, asks, wishes or doubts.

A piece lies between marks of punctuation; a clause is a piece or a part of it between joining words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.for_whom import asks_for_another, asks_for_oneself

_ENDS = re.compile(r"[.!;](?=\s|$)|\.{2,}|[?\n]+")
_MARKS = re.compile(r"[,()\[\]:…]|\s[-–—/]+\s|\s?[–—]\s?|\s-(?=\w)|(?<=\d\d)/|/(?=(?:19|20)\d\d|dfe\b)|(?<=dfe)/")
_INVERTED = (
    r"(?:do\s+(?:i|we|they|you|the|my|our|any)\b|(?:can|could|would|will|is|are|am|does|should|may|shall|isn't|doesn't|wouldn't)\s+"
    r"(?:i|we|it|that|this|she|he|they|dfe|you|my|our|the|there|anyone|somebody|someone|npq\w*|one|any)\b|"
    r"(?:did|had)\s+(?:i|we|she|he|they|you|anyone)\b|(?:has|have|was|were)\s+(?:i|we|she|he|they|you|it|anyone|there)\b(?!\s+(?:done|finished)\b))"
)
_NAMES_IT = r"(?:(?<=npq )|(?<=\bone )|(?<=\bgot )|(?<=\bhave )|(?<=\bdone )|(?<=\bhold )|(?<=\bdid ))(?:is|was)\s+(?:the|an?|my|npq\w*)\b"
"""After these "is" asks nothing: "my only NPQ is NPQML", "the one I've got is the old NPQSL"."""
_JOINS = re.compile(
    r"(?<=\s)(?:and|but|n|&|plus|though|although|because|cos|so(?! much)|while|whereas|then|since then|as(?= (?:i|we|she|he|it|they)\b))(?=\s)"
    rf"|(?<=\s)(?!{_NAMES_IT})(?={_INVERTED})"
    r"|(?<=\s)(?=(?:what|how|which|when|where|why|who|whats|what's|wondering|wonder|want|wants|would like|i'd like|looking|hoping|now(?!\s*\?)|any chance|is it|"
    r"i'm|im|i|i've|ive|she|he|she's|he's|hubby)\b)"
)
_ASKS = re.compile(
    rf"^\W*(?:(?:so|and|but|ok|okay|hi|hello|then|now|also|well|right|please|if so|or)\W+)*(?:{_INVERTED}|"
    r"(?:what|whats|what's|how|which|when|where|why|who|whose|whether|wondering|wonder|any chance|any use|worth)\b)|.*\b(?:yes or no|or not|or no|y/n)\W*$"
)
_ASKS_BARE = re.compile(r"^\W*(?:is|are|does)\b")
_RELATIVE = re.compile(r"\W*(?:and |but )?(?:which|when|where|who|whose)\b")
_STARTS_TELLING = re.compile(
    r"^\W*(?:i|i'm|i've|im|ive|we|she|he|it|they|my|passed|failed|withdrew|yes|no|then|but i|had|did)\b(?! (?:have|need) to\b)"
)
OWN, THIRD, CROWD = "own", "third", "crowd"
_LEADS_ON = re.compile(
    r"(?:^|\b)(?:i|we|he|she|they|it|this|that|which|who|one|there|you|what|when|how|why|where|if|whether|as|because|can|could|will|would|should|do|does|did|"
    r"am|is|are|may|must|have|has|had|was|were|and|but|so|not|then|think|know|sure|say|said|says|hope|wonder|wondering|ask|asking|than|after|before|since|until|"
    r"yes|no|hi|hiya|the|course|now|then|once|while|to)\W*$"
)
"""Words after which no new clause begins, whatever follows."""
_OWN_RECORD = re.compile(
    r"\bi(?:'ve|ve| have| had| did| do)? (?:\w+ )?(?:never|not done|no |none|done|had|passed|failed|completed|withdrew|did not|haven'?t|don'?t)\b|\bi have\b|\bi did\b|\bi've\b|\bnever (?:had|done)\b[^.]{0,20}(?:myself|for me)"
)
_OWN = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i'd|me|myself|my(?= (?:old |own |legacy |first |last )?(?:npq\w*|one|course|nasenco|ehco))|we|we've)\b"
)
_SHE_HE = re.compile(r"\b(?:she|he|she's|he's|her|his|hers)\b")
_HER_RECORD = re.compile(
    r"\b(?:she|he)(?:'s| has| had| did)? (?:\w+ )?(?:never|did|done|had|passed|failed|withdrew|completed|finished)\b"
)
_NAMED = re.compile(
    r"(?<=[a-z,] )(?!(?:I|DfE|SENCO|NPQ|My|The|But|And|So|It|We|Head|Deputy|Who|Provider|School)\b)[A-Z][a-z]+(?= (?:who |has |had |did |does |is on |passed |got ))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a message that says one thing."""

    start: int
    end: int
    piece: tuple[int, int]
    sentence: tuple[int, int]
    asks: bool
    whose: str  # OWN: of the person whom the message is about; THIRD: of another; CROWD: of nobody in particular


def split_clauses(reading: Reading) -> tuple[Clause, ...]:
    """Return the clauses in reading order.

    Who asks for somebody else tells of that person: "our SENCO got it in 2019, must she do the new one?".
    """
    clauses = tuple(_split(reading))
    if not reading.of_another and _is_of_another(reading, clauses):
        return tuple(replace(clause, whose=OWN) if clause.whose == THIRD else clause for clause in clauses)
    return clauses


def _is_of_another(reading: Reading, clauses: tuple[Clause, ...]) -> bool:
    """Return whether a message in which others are spoken of is about them, and not about its writer."""
    if not any(clause.whose == THIRD for clause in clauses):
        return False
    if asks_for_another(reading.lower):
        return True
    return not (asks_for_oneself(reading.lower) or _OWN_RECORD.search(reading.lower))


def _split(reading: Reading) -> Iterator[Clause]:
    text = reading.lower
    named = [(mention.start, mention.end) for mention in reading.of_kind("course", "legacy")]
    for sentence in _between(text, (0, len(text)), _ENDS, named):
        marked = text[sentence[1] : sentence[1] + 1] == "?"
        whose = OWN
        asking = False
        pieces = list(_between(text, sentence, _MARKS, named))
        for piece in pieces:
            clauses = list(_between(text, piece, _JOINS, named))
            for clause in clauses:
                words = text[slice(*clause)]
                last = marked and piece == pieces[-1] and clause == clauses[-1]
                opens = clause[0] == sentence[0] or not _RELATIVE.match(words)
                asking = (
                    (opens and bool(_ASKS.match(words)))
                    or (clause[0] == sentence[0] and bool(_ASKS_BARE.match(words)))
                    or last
                    or (asking and not _STARTS_TELLING.match(words))
                )
                whose = _whose(reading, clause, whose)
                yield Clause(*clause, piece, sentence, asking, whose)


def _between(
    text: str, span: tuple[int, int], breaks: re.Pattern[str], named: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a span between breaks, none of which lies inside a name."""
    start = span[0]
    for match in breaks.finditer(text, *span):
        if not match.group() and _LEADS_ON.search(text, start, match.start()):
            continue  # "can | I", "which | was"
        if any(left < match.end() and match.start() < right for left, right in named if match.end() > match.start()):
            continue
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start : span[1]].strip():
        yield start, span[1]


def _whose(reading: Reading, clause: tuple[int, int], before: str) -> str:
    """Return of whom a clause speaks, as its last subject says; one without a subject goes on about the last."""
    words = reading.lower[slice(*clause)]
    own = [match.start() for match in _OWN.finditer(words)]
    others = [match.start() for match in _SHE_HE.finditer(words)]
    if reading.of_another:
        # Asked for somebody else: "she" is that person, and "I" is not where both are spoken of.
        if own and not others and _HER_RECORD.search(reading.lower):
            return THIRD
        return OWN if own or others else before
    crowds = [cue.start for cue in reading.earlier.find(words, "others.crowd")]
    people = [cue.start for cue in reading.earlier.find(words, "others.spoken_of")]
    names = [match.start() for match in _NAMED.finditer(reading.text[slice(*clause)])]
    last = {
        CROWD: max(crowds, default=-1),
        THIRD: max([*others, *people, *names], default=-1),
        OWN: max(own, default=-1),
    }
    latest = max(last.values())
    return before if latest < 0 else max(last, key=lambda whose: last[whose])
