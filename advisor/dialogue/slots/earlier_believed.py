"""Weigh what the exact words make of earlier NPQs against what the learned reader believes of each course named.

How sure it has to be was set on development messages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.dialogue.slots.earlier_episode import Episode
from advisor.dialogue.slots.slot import Belief
from advisor.dialogue.text.names import Mention

_FINDS, _FINDS_UNASKED = 0.9, 0.95
_FILLS = 0.7
_PUTS_RIGHT = 0.95


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
