"""A fact read from the words of a message, with the place of those words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from advisor.dialogue.slots.earlier_words import EarlierWords
from advisor.dialogue.slots.polarity import is_supposed
from advisor.dialogue.state import SELF
from advisor.dialogue.text.names import Mention
from advisor.dialogue.text.segments import Segment


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One fact with its value; a hedged one is a hint, not a fact."""

    fact: str
    value: object
    start: int
    end: int
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """What the learned reader holds likeliest of one question, and how sure it is, 0 to 1."""

    answer: str
    share: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A corrected message with what is already known about it: the input of every slot finder."""

    text: str
    lower: str
    mentions: tuple[Mention, ...]
    segments: tuple[Segment, ...]
    as_of: date
    setting_facts: dict[str, dict[str, object]]
    known_courses: tuple[str, ...] = ()
    known: Mapping[str, object] = field(default_factory=dict)  # the person's facts so far
    subject: str = SELF  # whom the conversation is about
    earlier: EarlierWords = field(default_factory=EarlierWords)
    last_question: str = ""  # what the person asked last, before this message
    asked: str = ""  # the fact that the adviser asked for last, still without an answer
    believed: Mapping[str, Mapping[str, Belief]] = field(default_factory=dict)  # by course named, then by question
    wants_verdict: float = 0.0  # how far the learned reader believes that a verdict is wanted, 0 to 1

    @property
    def of_another(self) -> bool:
        """Whether the conversation is about somebody else than the one who writes."""
        return self.subject != SELF

    @property
    def supposes(self) -> bool:
        """Whether the message tries out something that is not so: what it says holds for one reply."""
        return is_supposed(self.lower)

    def of_kind(self, *kinds: str) -> Iterable[Mention]:
        """Yield the mentions of these kinds in reading order."""
        return (mention for mention in self.mentions if mention.kind in kinds)

    def records(self, fact: str) -> tuple[Mapping[str, Any], ...]:
        """Return the records known of a fact that is a list of them, such as `prior_applications`; else none."""
        held = self.known.get(fact)
        return tuple(each for each in held if isinstance(each, Mapping)) if isinstance(held, list | tuple) else ()

    def in_question(self, start: int) -> bool:
        """Return whether the position lies in a segment that asks something."""
        inside = [segment for segment in self.segments if segment.start <= start]
        return bool(inside) and inside[-1].asks
