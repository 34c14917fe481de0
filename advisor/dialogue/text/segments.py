"""Split a message into the things it asks and the things it tells.

What is asked is for `intents.py`, what is told for `slots.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ASKING = (
    r"(?:(?:by|till|until|from|in|at|on|for|to|with) (?:what|which|when|whom|how (?:long|many|much))|what|whats|what's|which|wich|who|whos|who's|whom|when|where|why|how|hows|is|are|am|isn't|can|could|do|does|"
    r"did|don't|will|would|should|has|have i|may i|must i|any chance|anything else|what else|tell me|explain|help me|list|compare)"
)
_TELLING = r"(?:would (?:love|like|prefer)|did (?:npq\w*|\d+|my|an?|the|one|it)|has been|have been|will be)\b"
"""Starts like a question where "I" was left out: "would love to do more", "did NPQML in 2018"."""
_SENTENCE = re.compile(r"(?<=[.?!;])\s+(?=\S)|\n+|\s+\d\)\s+|\s+(?=\(?[a-d1-9][.)]\s)")
_SUBJECT = (
    r"(?:i|we|you|it|there|they|she|he|this|that|the|my|our|any|either|both|npq\w*|ehco|someone|anyone|people|teachers?|heads?|"
    r"colleges?|schools?|nurser(?:y|ies)|childminders?|staff|courses?)"
)
_JOINED = re.compile(
    r"(?:(?:,|\s+-)?\s+(?:and|also|plus|&|\+|but)\s+(?:also\s+)?|,\s+)(?=(?:what|whats|which|wich|who|when|where|why|how)\b|"
    rf"(?:is|are|am|can|could|do|does|did|will|would|should|must|may)\s+{_SUBJECT}\b)|\?\s*(?=\S)",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"^\(?[a-d1-9][.)]\s*")
_QUESTION_START = re.compile(
    rf"^(?:(?:so|and|but|also|ok|okay|hi|hello|hey|please|then|now|well|anyway|rite|right|fine|great|cool|hmm|oh|ah|alright|"
    rf"thanks|cheers|sure|no|yes|yeah|nope|fair enough|got it|sorry|actually|wait)\b[,.!]?\s*){{0,3}}(?!{_TELLING}){_ASKING}\b",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"\b(?:wants? to know|wondering|would like to know|want to know|not sure|unsure|no idea|confused about|asking(?! for (?:an?|my|our|one|some|her|him|the)\b| me about it)|"
    r"can i|can we|can my|do i|do we|could i|should i|am i|is it|is there|are there|how (?:much|long|many|do)|"
    r"asks? (?:if|whether|about|by when|how|what|which|when)|asking (?:if|whether)|"
    r"any chance|what next|what now|what (?:should|happens|do|is|are))\b(?!$)|\bwhat (?:next|now)$|\bhow (?:long|much|many)\W*$|\b(?:or|if) not\W*$|"
    r"\s[-–]+\s+(?:what|who|who'd|who'll|which|when|where|how|is|are|can|do|does|would|will)\b|"
    r",\s*(?:has|have|is|are|does|do|did|can|could|will|would)\s+(?:my|our|her|his|their|the|i|we|she|he|it|they|npq\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a message: its words, where it starts, and whether it asks something."""

    text: str
    start: int
    asks: bool


def split_segments(text: str) -> tuple[Segment, ...]:
    """Split `text` into segments, in order; a segment that asks is told by its mark or by its first words."""
    segments: list[Segment] = []
    for sentence, start in _cut(text, 0, _SENTENCE):
        joined = list(_cut(sentence, start, _JOINED))
        marked = sentence.rstrip(" \"')").endswith("?")
        for position, (piece, piece_start) in enumerate(joined):
            is_last = position == len(joined) - 1
            asks = _asks(piece) or (marked and (is_last or bool(_QUESTION_START.match(piece))))
            segments.append(Segment(piece, piece_start, asks))
    return tuple(segments)


def _asks(piece: str) -> bool:
    return piece.endswith("?") or bool(_QUESTION_START.match(piece)) or bool(_EMBEDDED.search(piece))


def _cut(text: str, start: int, pattern: re.Pattern[str]) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    position = 0
    for match in (*pattern.finditer(text), None):
        end = len(text) if match is None else match.start() + match.group().startswith("?")
        piece = text[position:end]
        stripped = _LIST_ITEM.sub("", piece.strip())
        if re.search(r"\w", stripped):
            pieces.append((stripped, start + text.find(stripped, position)))
        position = len(text) if match is None else match.end()
    return pieces
