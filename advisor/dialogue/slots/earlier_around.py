"""Read what stands around the name of an NPQ that no verb governs: "NPQSL (2022, DfE)", "my NPQH is done".

What verbs govern is for `earlier_episodes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.dialogue.slots.earlier_clauses import Clause
from advisor.dialogue.slots.earlier_words import Cue, is_not_done
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

_COUNTS = re.compile(
    r"\s*(?:\w+\s+){0,2}(?:count|stop|matter|affect|block|valid|expire|still|go against|get in the way)"
)
_MY = re.compile(r"\b(?:my|her|his)\s+(?:\w+\s+){0,2}$")
_FILLER = re.compile(
    r"\b(?:in|by|the|an?|was|were|it|with|and|but|both|fully|place|cohort|formally|also|back|at|of|from|on|my|i|then|she|he|w|via|spring|autumn|"
    r"summer|winter|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"last|this|year|term|just|only|old|legacy|all|outcome|result|status|to|be|being|recently|actually|eventually|final|bit|assessment|uni|version|ish|dfe|school|had|has)\b|\d+|\W"
)
_THE_OTHER = re.compile(
    r"\b(?:one|other|second|third|last)(?: one)?(?:'s| is| was| being)(?: called)?\s+(?:the |an? )?$"
)
_ONE = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:one|an?|two|three|1|2|both)?\s?(?:\w+\s)?\b(?:npqs?|one|two|three|four|1|2|3|4|several|some|a few|a couple)\b"
)
_LIST_HEAD = re.compile(
    r"(?:\b(?:two|three|four|one|[1-4]|previous|prior|past|earlier|old)\b[^:?]{0,20}\bnpqs?\b|\bnpqs? (?:history|record|so far|to date|held|done|completed|had|down)|\b(?:history|record)\b)[^:?]{0,15}:[^:?]*$"
)
_NEVER_OR_COST = re.compile(r"\bnever\b|\b(?:price|cost|costs|fee|fees|how much)\b(?! me)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_YEAR_BEFORE = re.compile(
    r"\W*(?:in |back in |from |was |i was |i'm )?(?:the |an? )?(?P<year>20\d\d)(?: (?:start|starter|started|cohort|intake|entry|entrant|place|autumn|spring|scholarship|funded|dfe))*(?: on| of| for| onto|,)? ?(?:the |an? |my |dfe[- ]funded |funded )*"
)
"""Dates a name that stands alone after it: "2024 start on the SENCO NPQ"."""
_FEW = 3
_CLOSE = 40
_WIDEST = 8
_ONE_IS = re.compile(
    r"\W*(?:and )?(?:the )?(?:(?:first|second|other|one|1)\b(?: one)?(?:'s|s| is| was)|(?:(?:just|only|exactly) )?one (?:\w+ )?npq\b)|.*\bthe one i (?:got|had|did|have|took)\b"
)
"""Opens or ends a stretch after which the NPQ is named: "one's from 2019: NPQML", "the one I got? NPQLL"."""


@dataclass(frozen=True, slots=True)
class Around:
    """One course named, and the message around it."""

    reading: Reading
    clauses: Sequence[Clause]
    named: Sequence[Mention]
    mention: Mention
    clause: Clause

    def is_told(self) -> bool:
        """Return whether how it ended, who paid, or a year that is over is told beside the name."""
        return self._tells_after() or self._tells_before()

    def is_dated(self) -> bool:
        """Return whether nothing but a year gone by leads up to the name: "2024 start on the SENCO NPQ"."""
        dated = _YEAR_BEFORE.fullmatch(self.reading.lower, self.clause.piece[0], self.mention.start)
        return dated is not None and int(dated["year"]) < self.reading.as_of.year and not self.clause.asks

    def is_listed(self) -> bool:
        """Return whether it is named as one of those that were had: "two NPQs so far: …", "the other's LBC"."""
        lower = self.reading.lower
        return (
            self._one_was_told()
            or bool(_THE_OTHER.search(lower[self.clause.start : self.mention.start]))
            or bool(_LIST_HEAD.search(lower, self.clause.sentence[0], self.mention.start))
        )

    def is_bare(self) -> bool:
        """Return whether its clause says nothing else: "old NPQML", "NASENCO, 2016"."""
        lower = self.reading.lower
        beside = lower[self.clause.start : self.mention.start] + " " + lower[self.mention.end : self.clause.end]
        return not _FILLER.sub("", beside).strip()

    def is_topic(self) -> bool:
        """Return whether a name is put as a question and told of at once: "My NPQSL? Gave it up after a term."."""
        lower, sentence = self.reading.lower, self.clause.sentence
        if _FILLER.sub("", lower[sentence[0] : self.mention.start] + lower[self.mention.end : sentence[1]]).strip():
            return False
        after = next((c for c in self.clauses if c.start >= sentence[1]), None)
        if after is None or after.asks or any(after.start <= m.start < after.end for m in self.named):
            return False
        cues = self.reading.earlier.find(lower, "ended", start=after.start, end=after.end)
        return bool(cues) and self._of_an_npq(cues[0], after.start, after.end)

    def is_ones_own(self) -> bool:
        """Return whether it is asked of one's own NPQ whether it counts, or told that it ended: "does my NPQML stop me"."""
        lower = self.reading.lower
        if not _MY.search(lower[: self.mention.start]):
            return False
        start = self.mention.end
        ended = next(iter(self.reading.earlier.find(lower, "ended", start=start, end=start + _CLOSE)), None)
        near = ended is not None and len(lower[start : ended.start].split()) <= _FEW
        is_over = near and ended is not None and not self.clause.asks and not is_not_done(lower[: ended.start])
        return is_over or bool(_COUNTS.match(lower, start))

    def is_later(self) -> bool:
        """Return whether what follows puts the course in time to come, or asks for it."""
        lower, start = self.reading.lower, self.mention.end
        rest = lower[start : min(self.clause.end, self._next_named())]
        year = _YEAR.search(rest)
        if year and int(year[1]) < self.reading.as_of.year:
            return False
        cue = next(iter(self.reading.earlier.find(rest, "later", "ended", "paid")), None)
        return cue is not None and cue.kind == "later.words" and len(rest[: cue.start].split()) <= 1

    def _next_named(self, *, another: bool = False) -> int:
        """Return where the next course is named; with `another` only one of another name ends the stretch."""
        after = (
            m for m in self.named if m.start >= self.mention.end and not (another and m.value == self.mention.value)
        )
        return min((m.start for m in after), default=len(self.reading.lower))

    def _one_was_told(self) -> bool:
        """Return whether it names the one told of just before: "had one NPQ already, leading teaching"."""
        lower = self.reading.lower
        if self.is_later() or _FILLER.sub("", lower[self.clause.piece[0] : self.mention.start]).strip():
            return False
        before = [c for c in self.clauses if c.end <= self.clause.piece[0]][-2:]
        return any(self._tells_of_one(c) or _ONE_IS.match(lower[c.start : c.end]) for c in before)

    def _tells_of_one(self, clause: Clause) -> bool:
        lower, span = self.reading.lower, {"start": clause.start, "end": clause.end}
        if clause.asks or self.reading.earlier.has(lower, "lacked", **span):
            return False
        cues = self.reading.earlier.find(lower, "had", "wanted.words", **span)
        return any(cue.kind.startswith("had.") and _ONE.match(lower, cue.end, clause.end) for cue in cues)

    def _tells_after(self) -> bool:
        """Return whether what follows the name tells how it ended, who paid, or a year that is over."""
        lead = self.reading.lower[self.clause.piece[0] : self.mention.start]
        alone = not _FILLER.sub("", lead).strip() or bool(_MY.search(lead))
        for start, end, beside in self._stretches(alone=alone):
            said = self._says(start, end, beside=beside)
            if said is not None:
                return said
        return False

    def _stretches(self, *, alone: bool) -> Iterator[tuple[int, int, bool]]:
        """Yield the few stretches that follow the name, each with whether it is of the same sentence."""
        stop = self._next_named(another=True)
        yield self.mention.end, min(self.clause.end, stop), True
        following = [c for c in self.clauses if self.mention.end <= c.start < stop and not c.asks]
        for c in following[:_FEW]:
            if c.sentence == self.clause.sentence or alone:
                yield c.start, min(c.end, stop), c.sentence == self.clause.sentence

    def _says(self, start: int, end: int, *, beside: bool) -> bool | None:
        """Return whether a stretch tells of the NPQ, None where it neither tells nor ends what is told."""
        lower, earlier = self.reading.lower, self.reading.earlier
        cues = earlier.find(lower, "ended", "paid", "wanted.unmet", start=start, end=end)
        if (not beside and not self._says_no_more(cues, start, end)) or (cues and cues[0].kind == "wanted.unmet"):
            return False
        if any(cue.kind.startswith("ended.") and self._of_an_npq(cue, start, end) for cue in cues):
            return True
        if not beside:
            return None
        words = lower[start:end]
        if any(cue.kind == "paid.other" for cue in cues) and not _NEVER_OR_COST.search(words):
            return True
        year = _YEAR.search(words)
        if year and int(year[1]) < self.reading.as_of.year and len(words.split()) <= _WIDEST:
            return not earlier.has(lower, "later", start=start, end=start + year.start())
        return None

    def _says_no_more(self, cues: Sequence[Cue], start: int, end: int) -> bool:
        """Return whether a stretch says nothing but how an NPQ ended, who paid and when."""
        words = self.reading.lower[start:end]
        for cue in reversed(cues):
            words = words[: cue.start - start] + " " + words[cue.end - start :]
        return not _FILLER.sub("", words).strip()

    def _of_an_npq(self, cue: Cue, start: int, end: int) -> bool:
        lower = self.reading.lower
        elsewhere = self.reading.earlier.has(lower, "elsewhere", start=cue.end, end=min(end, cue.end + _CLOSE))
        return not is_not_done(lower[start : cue.start]) and not elsewhere

    def _tells_before(self) -> bool:
        """Return whether a short sentence before tells how it ended: "I failed. NPQH. Gutted."."""
        lower, sentence = self.reading.lower, self.clause.sentence
        beside = lower[slice(*sentence)].replace(self.mention.text.lower(), "")
        before = [c for c in self.clauses if c.end <= sentence[0]]
        if _FILLER.sub("", beside).strip() or not before or before[-1].asks:
            return False
        last = before[-1]
        short = len(lower[last.start : last.end].split()) <= _FEW
        return short and self.reading.earlier.has(lower, "ended", start=last.start, end=last.end)
