"""Find the NPQs that a message speaks of as had: each is an episode, to which how it ended and who paid belong.

Which words make a course one that was had is for `earlier.toml`; the last of them before its name decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.dialogue.slots.earlier_clauses import OWN, Clause, split_clauses
from advisor.dialogue.slots.earlier_words import Cue, is_not_done
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

_GAPS = {"had.holds": 4, "had.had": 6, "had.active": 4, "had.on": 4}
_WIDEST = 8
_CODE = re.compile(r"(?:ltd|lbc|lpm|eyl)$|.* (?:one|course)$")
_JOIN = re.compile(r"\s*(?:,|&|\+|/|\b(?:and|n|plus|then|also|both|the|my|an?|old)\b|\s)*\s*")
_ASKED_OF = re.compile(r"\b(?:can|could|do|does|did|should|will|would|must|may|shall)\s+(?:i|we|she|he|they|you)\s+(?:\w+\s+)?$")
_OF_WHOM = re.compile(r"\b(?:i|i've|ive|i'm|im|she|he|she's|he's|we|we've|already|my)\s+(?:\w+\s+){0,2}$")
_THE_OTHER = re.compile(r"\b(?:one|other|second|third|last)(?: one)?(?:'s| is| was| being)(?: called)?\s+(?:the |an? )?$")
_ONE = re.compile(r"\s+(?:\w+\s+){0,2}?(?:one|an?|two|three|1|2|both)?\s?(?:\w+\s)?\b(?:npqs?|one|two|1|2)\b")
_COUNTS = re.compile(r"\s*(?:\w+\s+){0,2}(?:count|stop|matter|affect|block|valid|expire|still|go against|get in the way)")
_MY = re.compile(r"\b(?:my|her|his)\s+(?:\w+\s+){0,2}$")
_FILLER = re.compile(
    r"\b(?:in|by|the|an?|was|were|it|with|and|but|both|fully|place|cohort|formally|also|back|at|of|from|on|my|i|then|she|he|w|via|spring|autumn|"
    r"summer|winter|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"last|this|year|term|just|all|outcome|result|status|to|be|being|recently|actually|eventually|final|bit|assessment|uni|version|ish|dfe|school|had|has)\b|\d+|\W"
)
_ON_IT = re.compile(r"\W*(?:(?:hi|hiya|hello|so)\W+)?on\s+(?:the |my )?")
_LABEL = re.compile(r"(?:^|[.;,|/]\s|\n)?\s*((?:\w+\s?){1,3}):\s*(?:[\w\s&,/()]*(?:,|&|\band\b)\s*)?$")
_LIST_HEAD = re.compile(
    r"(?:\b(?:two|three|four|one|[1-4]|previous|prior|past|earlier|old)\b[^:?]{0,20}\bnpqs?\b|\bnpqs? (?:history|record|so far|to date|held|done|completed|had|down)|\b(?:history|record)\b)[^:?]{0,15}:[^:?]*$"
)
_NO_OBJECT = re.compile(r"\b(?:to|it|for|on|about|at|down)\b")
_AS_GOVERNOR = {
    "ended.passed": "had.did",
    "ended.failed": "had.failed",
    "ended.withdrawn": "had.withdrew",
    "ended.deferred": "had.deferred",
    "ended.active": "had.active",
    "ended.rejected": "had.rejected",
    "ended.pending": "had.pending",
}
_NEVER_OR_COST = re.compile(r"\bnever\b|\b(?:price|cost|costs|fee|fees|how much)\b(?! me)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_FEW = 3
_CLOSE = 40


@dataclass(frozen=True, slots=True)
class Episode:
    """An NPQ that was had, or applied for: which, by what words, and whether only half remembered."""

    mention: Mention
    kind: str  # the governing words' table and name, such as "had.withdrew"
    start: int  # where what is told of it begins
    own: bool
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A message taken apart: clauses, courses named, and the episodes among them."""

    clauses: tuple[Clause, ...]
    named: tuple[Mention, ...]
    episodes: tuple[Episode, ...]

    def clause_of(self, place: int) -> Clause | None:
        """Return the clause in which a place lies."""
        return next((clause for clause in self.clauses if clause.start <= place < clause.end), None)


def take_apart(reading: Reading) -> Told:
    """Return the clauses of a message and the NPQs that it says were had."""
    clauses = split_clauses(reading)
    named = tuple(_named(reading))
    judge = _Judge(reading, clauses, named)
    episodes: list[Episode] = []
    for place in range(len(named)):
        if (episode := judge.read(place, episodes)) is not None:
            episodes.append(episode)
    return Told(clauses, named, tuple(episodes))


def _named(reading: Reading) -> Iterable[Mention]:
    """Return the courses named, each once: "old NPQSL" is one course, not that and NPQSL."""
    held = list(reading.of_kind("course", "legacy", "course_hint"))
    for mention in held:
        inside = any(m is not mention and m.start <= mention.start and mention.end <= m.end for m in held if _covers(m, mention))
        if not inside:
            yield mention


def _covers(other: Mention, mention: Mention) -> bool:
    """Return whether of two names one puts out the other: the longer; of two as long, the strong one."""
    longer = (other.end - other.start) - (mention.end - mention.start)
    return longer > 0 or (longer == 0 and mention.kind == "course_hint")


@dataclass(frozen=True, slots=True)
class _Judge:
    """Tells of each course named whether it was had."""

    reading: Reading
    clauses: Sequence[Clause]
    named: Sequence[Mention]

    def read(self, place: int, before: Sequence[Episode]) -> Episode | None:
        """Return the episode that a course named opens, None where it was not had."""
        mention = self.named[place]
        clause = next((c for c in self.clauses if c.start <= mention.start < c.end), None)
        if clause is None:
            return None
        lower = self.reading.lower
        last = self.named[place - 1] if place else None
        left = max(clause.piece[0], last.end if last else 0)
        cues = self.reading.earlier.find(lower, "had", "wanted.words", "wanted.strong", "lacked", start=left, end=mention.start)
        label = self._label(clause, mention) if not cues else None
        if label is not None:
            return Episode(mention, label, mention.start, clause.whose == OWN) if label.startswith("had.") else None
        governor = self._governor(cues, mention, clause)
        kind, start = None, mention.start
        if governor is not None:
            kind, start = (governor.kind, governor.start) if self._was_had(governor, mention, clause) else (None, start)
        elif not clause.asks:
            kind = self._without_verb(mention, clause, last, before)
        elif self._counts(mention):
            kind = "had.holds"
        elif self._is_topic(mention, clause):
            kind = "had.list"
        if kind is None or (mention.kind == "course_hint" and not self._is_course(mention, kind, governor)):
            return None
        if kind in ("had.active", "had.holds", "had.on", "had.list") and self._is_later(mention, clause) and not self._counts(mention):
            return None
        told_in = next((c for c in self.clauses if c.start <= start < c.end), clause)
        own = clause.whose == OWN if governor is None else told_in.whose == OWN or clause.whose == OWN and _MY.search(lower[left : mention.start]) is not None
        return Episode(mention, kind, start, own, self._is_hedged(mention, clause, start))

    def _label(self, clause: Clause, mention: Mention) -> str | None:
        """Return what a label before a colon says of the NPQs after it: "In progress: NPQEL"."""
        lower = self.reading.lower
        label = _LABEL.search(lower, clause.sentence[0], mention.start)
        if label is None:
            return None
        cue = next(iter(self.reading.earlier.find(label[1], "had", "ended", "wanted.words")), None)
        if cue is None or is_not_done(label[1][: cue.start]):
            return None
        return _AS_GOVERNOR.get(cue.kind, cue.kind)

    def _is_topic(self, mention: Mention, clause: Clause) -> bool:
        """Return whether a name is put as a question and told of at once: "My NPQSL? Gave it up after a term."."""
        lower = self.reading.lower
        if _FILLER.sub("", lower[clause.sentence[0] : mention.start] + lower[mention.end : clause.sentence[1]]).strip():
            return False
        after = next((c for c in self.clauses if c.start >= clause.sentence[1]), None)
        if after is None or after.asks or any(after.start <= m.start < after.end for m in self.named):
            return False
        cues = self.reading.earlier.find(lower, "ended", start=after.start, end=after.end)
        return bool(cues) and self._of_an_npq(cues[0], after.start, after.end)

    def _governor(self, cues: Sequence[Cue], mention: Mention, clause: Clause) -> Cue | None:
        for cue in reversed(cues):
            between = self.reading.lower[cue.end : mention.start]
            gap = len(between.split())
            if cue.kind == "had.holds" and _NO_OBJECT.search(between):
                continue  # "we've got it down to NPQLT"
            if cue.kind.startswith("had.") and gap > (_GAPS.get(cue.kind, _WIDEST) if cue.end > clause.start else _FEW):
                continue
            return cue
        return None

    def _was_had(self, governor: Cue, mention: Mention, clause: Clause) -> bool:
        """Return whether the words that govern a course tell that it was had."""
        lower = self.reading.lower
        if lower[governor.start : governor.end] == "with" and any(clause.start <= m.start < clause.end for m in self.reading.of_kind("not_npq")):
            return False
        if not governor.kind.startswith("had."):
            return governor.kind == "wanted.words" and self._counts(mention)
        told_in = next((c for c in self.clauses if c.start <= governor.start < c.end), clause)
        before = lower[told_in.start : governor.start]
        if _ASKED_OF.search(before):
            return False
        if not told_in.asks:
            return True
        return bool(_OF_WHOM.search(before)) or (not before.strip() and governor.kind not in ("had.active", "had.holds") and lower[governor.start : governor.end] != "did")

    def _without_verb(self, mention: Mention, clause: Clause, last: Mention | None, before: Sequence[Episode]) -> str | None:
        """Return what an NPQ is told to be by the words around it, where no verb governs it."""
        lower = self.reading.lower
        if _ON_IT.fullmatch(lower, clause.piece[0], mention.start):
            return None if self._is_later(mention, clause) else "had.active"
        if last is not None and before and before[-1].mention == last and _JOIN.fullmatch(lower, last.end, mention.start):
            return None if self._is_later(mention, clause) else before[-1].kind
        if last is not None and before and before[-1].mention == last and clause.piece[0] <= last.start and re.search(r"\b(?:and|n|&|then|plus)\s+(?:the |my |an? )?$", lower[: mention.start]) and not self._is_later(mention, clause):
            return before[-1].kind
        if self._one_was_told(mention, before) or _THE_OTHER.search(lower[clause.start : mention.start]):
            return "had.list"
        if _LIST_HEAD.search(lower, clause.sentence[0], mention.start):
            return "had.list"
        if mention.kind == "course_hint":
            return None
        if self._tells_after(mention, clause) or self._tells_before(mention, clause):
            return "had.list"
        bare = not _FILLER.sub("", lower[clause.start : mention.start] + " " + lower[mention.end : clause.end]).strip()
        if mention.kind == "legacy" and mention.value != "aso" and bare and not self._is_later(mention, clause):
            return "had.holds"
        if self._counts(mention):
            return "had.holds"
        return None

    def _counts(self, mention: Mention) -> bool:
        """Return whether it is asked of one's own NPQ whether it counts, or told that it ended: "does my NPQML stop me"."""
        lower = self.reading.lower
        if not _MY.search(lower[: mention.start]):
            return False
        ended = self.reading.earlier.find(lower, "ended", start=mention.end, end=mention.end + _CLOSE)
        asked = next(c for c in self.clauses if c.start <= mention.start < c.end).asks
        is_over = bool(ended) and not asked and not is_not_done(lower[: ended[0].start]) and len(lower[mention.end : ended[0].start].split()) <= _FEW
        return is_over or bool(_COUNTS.match(lower, mention.end))

    def _one_was_told(self, mention: Mention, before: Sequence[Episode]) -> bool:
        """Return whether it names the one told of just before: "had one NPQ already, leading teaching"."""
        lower = self.reading.lower
        clause = next(c for c in self.clauses if c.start <= mention.start < c.end)
        if _FILLER.sub("", lower[clause.piece[0] : mention.start]).strip():
            return False
        earlier = [c for c in self.clauses if c.end <= clause.piece[0]][-2:]
        told = any(
            cue.kind.startswith("had.") and _ONE.match(lower, cue.end, c.end) and not c.asks and not self._lacks(c)
            for c in earlier
            for cue in self.reading.earlier.find(lower, "had", "wanted.words", start=c.start, end=c.end)
        ) or any(re.match(r"\W*(?:and )?(?:the )?(?:(?:first|second|other|one|1)\b(?: one)?(?:'s|s| is| was)|(?:(?:just|only|exactly) )?one (?:\w+ )?npq\b)|.*\bthe one i (?:got|had|did|have|took)\b", lower[c.start : c.end]) for c in earlier)
        return told and not self._is_later(mention, clause)

    def _lacks(self, clause: Clause) -> bool:
        return self.reading.earlier.has(self.reading.lower, "lacked", start=clause.start, end=clause.end)

    def _tells_after(self, mention: Mention, clause: Clause) -> bool:
        """Return whether what follows the name tells how it ended, who paid, or a year that is over."""
        lower, earlier = self.reading.lower, self.reading.earlier
        following = [m.start for m in self.named if m.start >= mention.end and m.value != mention.value]
        stop = min(following, default=len(lower))
        lead = lower[clause.piece[0] : mention.start]
        bare = not _FILLER.sub("", lead).strip() or _MY.search(lead)
        spans = [(mention.end, min(clause.end, stop))]
        for c in self.clauses:
            if mention.end <= c.start < stop and not c.asks and (c.sentence == clause.sentence or bare):
                spans.append((c.start, min(c.end, stop)))
        for start, end in spans[: _FEW + 1]:
            words = lower[start:end]
            cues = earlier.find(lower, "ended", "paid", "wanted.unmet", start=start, end=end)
            in_sentence = start < clause.sentence[1]
            if not in_sentence and not self._says_no_more(cues, start, end):
                return False
            if any(cue.kind == "wanted.unmet" for cue in cues[:1]):
                return False
            same = (start, end) == spans[0] or any(c.start == start and c.sentence == clause.sentence for c in self.clauses)
            if any(cue.kind.startswith("ended.") and self._of_an_npq(cue, start, end) for cue in cues) and (bare or same):
                return True
            if same and any(cue.kind == "paid.other" for cue in cues) and not _NEVER_OR_COST.search(words):
                return True
            if same and (year := _YEAR.search(words)) and int(year[1]) < self.reading.as_of.year and len(words.split()) <= _WIDEST:
                return not earlier.has(lower, "later", start=start, end=start + year.start())
        return False

    def _says_no_more(self, cues: Sequence[Cue], start: int, end: int) -> bool:
        """Return whether a stretch says nothing but how an NPQ ended, who paid and when."""
        words = self.reading.lower[start:end]
        for cue in reversed(cues):
            words = words[: cue.start - start] + " " + words[cue.end - start :]
        return not _FILLER.sub("", words).strip()

    def _of_an_npq(self, cue: Cue, start: int, end: int) -> bool:
        if is_not_done(self.reading.lower[start : cue.start]):
            return False
        return not self.reading.earlier.has(self.reading.lower, "elsewhere", start=cue.end, end=min(end, cue.end + 25))

    def _tells_before(self, mention: Mention, clause: Clause) -> bool:
        """Return whether a short sentence before tells how it ended: "I failed. NPQH. Gutted."."""
        lower = self.reading.lower
        bare = not _FILLER.sub("", lower[slice(*clause.sentence)].replace(mention.text.lower(), "")).strip()
        earlier = [c for c in self.clauses if c.end <= clause.sentence[0]]
        if not bare or not earlier or earlier[-1].asks or len(lower[earlier[-1].start : earlier[-1].end].split()) > _FEW:
            return False
        return self.reading.earlier.has(lower, "ended", start=earlier[-1].start, end=earlier[-1].end)

    def _is_course(self, mention: Mention, kind: str, governor: Cue | None) -> bool:
        """Return whether a weak name ("the behaviour one", "LTD") means the course in these words."""
        if mention.value == "npq-senco" and not mention.text.lower().endswith(" one"):
            return False
        if kind == "had.list":
            return True
        if governor is None:
            return bool(_CODE.match(mention.text.lower()))
        near = governor is not None and len(self.reading.lower[governor.end : mention.start].split()) <= 1
        return near and bool(_CODE.match(mention.text.lower()))

    def _is_later(self, mention: Mention, clause: Clause) -> bool:
        """Return whether what follows puts the course in time to come, or asks for it."""
        lower = self.reading.lower
        stop = min((m.start for m in self.named if m.start >= mention.end), default=len(lower))
        rest = lower[mention.end : min(clause.end, stop)]
        year = _YEAR.search(rest)
        if year and int(year[1]) < self.reading.as_of.year:
            return False
        cue = next(iter(self.reading.earlier.find(rest, "later", "ended", "paid")), None)
        return cue is not None and cue.kind == "later.words" and len(rest[: cue.start].split()) <= 1

    def _is_hedged(self, mention: Mention, clause: Clause, start: int) -> bool:
        """Return whether it is doubted or supposed that this NPQ was had at all."""
        lower, earlier = self.reading.lower, self.reading.earlier
        left = max(clause.piece[0], max((m.end for m in self.named if m.end <= start), default=0))
        if earlier.has(lower, "hedged.words", "hedged.supposed", start=left, end=mention.start):
            return True
        closing = earlier.find(lower, "hedged.words", start=mention.end, end=clause.end)
        if closing and not lower[closing[-1].end : clause.end].strip():
            return True
        return earlier.has(lower, "hedged.after", start=mention.end)
