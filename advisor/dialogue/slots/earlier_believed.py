"""Weigh what the exact words make of earlier NPQs against what the learned reader believes of each course named.

How sure it has to be was set on development messages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advisor.dialogue.slots.earlier_episode import Episode
from advisor.dialogue.slots.slot import Belief
from advisor.dialogue.text.names import Mention

_FINDS, _FINDS_UNASKED = 0.9, 0.95
_FILLS = 0.7
_PUTS_RIGHT = 0.95

_PAYER_OPEN = re.compile(
    r"\b(?:(?:do|does|did|could|will)(?:n't|nt| not)|can(?:'t|t|not| not)|no idea|not sure|not certain|unsure|nobody|no one|never (?:knew|found out|asked)|forget|forgot(?:ten)?|unclear|no clue|god knows|dunno)\b"
    r"[^.?!;]{0,30}\b(?:(?:if|whether) (?:it|that|this|they|the|mine|my|dfe|i|she|he)\b[^.?!;]{0,25}\b(?:was|were|had|paid|came|got)\b|who\b|how (?:it|that) (?:was|got)\b)"
    r"(?![^.?!;]*\b(?:now|next|this time|would|could)\b)[^.?!;]{0,40}\b(?:paid|funded|money|dfe|scholarship|fees?|covered|bill)\b"
)
"""Leaves open who paid for an earlier place: "I don't know if that place was DfE money or the school's"."""


def leaves_payer_open(lower: str) -> bool:
    """Return whether a message says that who paid for an earlier place is not known.

    >>> leaves_payer_open("can't remember whether it was funded or my school paid")
    True
    >>> leaves_payer_open("dfe paid. not sure if npqh is funded now")
    False
    """
    return _PAYER_OPEN.search(lower) is not None


def with_believed(
    episodes: Sequence[Episode],
    named: Sequence[Mention],
    believed: Mapping[str, Mapping[str, Belief]],
    *,
    asked: bool,
) -> tuple[Episode, ...]:
    """Return the NPQs that were had, with those believed begun, in order.

    `named` are the courses in sentences that speak of having had one, since a course that is only named is more often
    wished for; all of the message where the adviser had `asked`.
    """
    kept = list(episodes)
    held = {episode.mention.value for episode in episodes}
    for mention in named:
        if mention.value not in held and _is_found(mention, believed.get(mention.value, {}), asked=asked):
            held.add(mention.value)
            kept.append(Episode(mention, "had.list", mention.start, own=True))
    return tuple(sorted(kept, key=lambda episode: episode.mention.start))


def _is_found(mention: Mention, beliefs: Mapping[str, Belief], *, asked: bool) -> bool:
    """Return whether a course is believed begun; unasked, also that it is not the one asked about or somebody's post."""
    begun, wanted = beliefs.get("begun"), beliefs.get("wanted")
    if begun is None or begun.answer != "yes" or begun.share < (_FINDS if asked else _FINDS_UNASKED):
        return False
    return asked or (mention.kind != "course_hint" and (wanted is None or wanted.answer != "yes"))


def how_it_ended(read: str | None, belief: Belief | None, *, plainly: bool) -> str | None:
    """Return how an NPQ ended, by its exact words and by what is believed; `plainly`: in words of its own."""
    if belief is None or belief.answer == "unknown" or read in ("rejected", "pending"):
        return read
    return belief.answer if belief.share >= (_PUTS_RIGHT if plainly else _FILLS) else read


def whether_dfe_paid(read: bool | None, belief: Belief | None) -> bool | None:
    """Return whether DfE paid, by the exact words and by what is believed."""
    if belief is None or belief.answer == "unknown":
        return read
    return belief.answer == "yes" if belief.share >= (_FILLS if read is None else _PUTS_RIGHT) else read
