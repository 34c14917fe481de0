"""Find the NPQs that a message speaks of as had: each is an episode, to which how it ended and who paid belong.

Which words make a course one that was had is for `earlier.toml`; the last of them before its name decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from advisor.core.courses import EARLY_HEADSHIP_COACHING
from advisor.dialogue.slots.earlier_around import Around
from advisor.dialogue.slots.earlier_believed import with_believed
from advisor.dialogue.slots.earlier_clauses import OWN, Clause, split_clauses
from advisor.dialogue.slots.earlier_episode import Episode, Told
from advisor.dialogue.slots.earlier_excepted import is_excepted
from advisor.dialogue.slots.earlier_words import Cue, is_not_done
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

_GAPS = {"had.holds": 4, "had.had": 6, "had.active": 4, "had.on": 4}
_WIDEST = 8
_HAVING = ("had.holds", "had.had", "had.did")
_CODE = re.compile(r"(?:ltd|lbc|lpm|eyl)$|.* (?:one|course)$")
_MEANT = re.compile(r"\b(?:the|this|that|dfe's|dfe|same|funded|free|head'?s?|heads')\s+$")
_JOIN = re.compile(r"\s*(?:,|&|\+|/|\b(?:and|n|plus|then|also|both|the|my|an?|old)\b|\s)*\s*")
_ASKED_OF = re.compile(
    r"\b(?:can|could|do|does|did|should|will|would|must|may|shall)\s+(?:i|we|she|he|they|you)\s+(?:\w+\s+)?$"
)
_TRIED_OUT = re.compile(
    r"\b(?:what if|suppose|supposing|imagine)\s+(?:i|we|she|he|they)(?: just| instead| actually)?\s+$"
)
"""A course somebody thinks of doing: "what if she did senior leadership"."""
_GONE_BY = re.compile(r"\b(?:already|before|last|ago|previously|earlier|once|again|20\d\d|failed|passed|withdrew)\b")
_IF_I_DID = re.compile(
    r"(?<!sure )(?<!know )(?<!remember )(?<!recall )(?<!check )(?<!certain )(?<!matter )(?<!as )(?<!wonder )(?<!wondering )(?<!ask )(?<!asked )(?<!say )(?<!tell )(?<!unclear )"
    r"\bif (?:i|we|she|he|they)(?: (?:just|actually|ever|then|instead|only))? (?:did|took)$"
)
_WOULD = re.compile(r"\b(?:would|could|might|will|can)\b[^.;!?]*\?|['’]d\b[^.;!?]*\?")
"""Under a condition no NPQ that was had, but for what makes it one of the past: "if I did the SENCO one, would …?"."""
_DATED_IF = re.compile(
    r"\bif (?:i|we|she|he|they)(?:['’]ve| have| has|['’]s)?(?: already| once| only)? (?:did|done|had|got|passed|failed|took|taken|completed|finished|started)\b(?: (?:my|the|an?|her|his))? $"
)
_DAY_GONE = re.compile(r"\b(?:20[12]\d|ago|last year)\b")
"""With its day it is told, for all the "if": "can I do NPQH if I did NPQSL in 2022?"."""
_COULD_HAVE = re.compile(
    r"(?:\b(?:can|could|would|might|may|should|will|shall)|['’](?:d|ll))(?:n['’]?t| not)?"
    r"(?: (?:otherwise|just|also|still|then|simply|always|instead|even|now|probably|possibly|maybe|perhaps|only|actually|both|equally|as well|well|easily|surely|presumably|in theory|at least|all)){1,3} $"
)
"""Before "have": what could be had, and never was said to be: "she could otherwise just have NPQSL"."""
_OF_WHOM = re.compile(r"\b(?:i|i've|ive|i'm|im|she|he|she's|he's|we|we've|already|my)\s+(?:\w+\s+){0,2}$")
_MY = re.compile(r"\b(?:my|her|his)\s+(?:\w+\s+){0,2}$")
_ON_IT = re.compile(r"\W*(?:(?:hi|hiya|hello|so)\W+)?on\s+(?:the |my )?")
_ASKS_ON_IT = re.compile(
    r"(?: (?:specifically|in particular|particularly|itself|alone|only|though|then|funding|money))*\s*[,:–-]?\s+(?:so |and )?(?:is|are|does|do|did|am|can|could|would|will|has|have|should|what|what's|who|who's|how|where|which|why|was|were)\b(?![^.?!;]*\b(?:my (?:case|assess|coach|deadline|certificate|result|resit|window|place)\w*|i (?:withdraw|defer|submit|resit|leave|fail|miss|pull))\b)[^.?!;]*\?"
)
"""Makes a course what is asked about: "On NPQSL specifically, is HR right?"."""
_LABEL = re.compile(r"(?:^|[.;,|/]\s|\n)?\s*((?:\w+\s){0,2}\w+)\s?:\s*(?:[\w\s&,/()]*(?:,|&|\band\b)\s*)?$")
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
_FEW = 3
_LISTED = re.compile(r"(?:\s|,|&|\+|/|\([^)]{0,30}\)|\b(?:and|n|plus|also|my|the|an?|in)\b|['’]?\b\d\d(?:\d\d)?\b)*")
_IS_THE_ONE = re.compile(
    r"\b(?:only|sole|previous|last|earlier|existing|current|other) (?:\w+ )?(?:npqs?|one|qualification)\b(?:(?! (?:would|will|could|should)\b)[\w\s'’,(]){0,40}?\b(?:is|was|being)\s+(?:(?:the|an?|my|her|his|old|legacy|pre-reform|former|original)\s+)*$"
)
"""Names the NPQ that somebody has had: "the only one I've got is NPQSL"."""
_AND = re.compile(r"\b(?:and|n|&|then|plus)\s+(?:the |my |an? )?$")
_WEAK = ("had.active", "had.holds", "had.on", "had.list")
"""Words of having that what follows may turn into a plan: "doing NPQSL next"."""


def take_apart(reading: Reading) -> Told:
    """Return the clauses of a message and the NPQs that it says were had."""
    clauses = split_clauses(reading)
    named = tuple(_named(reading))
    judge = _Judge(reading, clauses, named)
    episodes: list[Episode] = []
    for place in range(len(named)):
        if (episode := judge.read(place, episodes)) is not None:
            episodes.append(episode)
    episodes = judge.with_joined(episodes)
    asked = reading.asked == "prior_applications"
    told_of = named if asked else tuple(mention for mention in named if judge.tells_of_having(mention))
    return Told(clauses, named, with_believed(episodes, told_of, reading.believed, asked=asked))


def _named(reading: Reading) -> Iterable[Mention]:
    """Return the courses named, each once: "old NPQSL" is one course, not that and NPQSL."""
    held = list(reading.of_kind("course", "legacy", "course_hint"))
    for mention in held:
        inside = any(
            m is not mention and m.start <= mention.start and mention.end <= m.end for m in held if _covers(m, mention)
        )
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
        clause = self._clause_of(mention.start)
        if clause is None:
            return None
        last = self.named[place - 1] if place else None
        left = max(clause.piece[0], last.end if last else 0)
        tables = ("had", "wanted.words", "wanted.strong", "lacked")
        cues = self.reading.earlier.find(self.reading.lower, *tables, start=left, end=mention.start)
        label = self._label(clause, mention) if not cues else None
        if label is not None:
            return Episode(mention, label, mention.start, clause.whose == OWN) if label.startswith("had.") else None
        around = Around(self.reading, self.clauses, self.named, mention, clause)
        governor = self._governor(cues, mention, clause)
        kind = self._kind(around, governor, last, before)
        if kind is None or (mention.kind == "course_hint" and not self._is_course(mention, kind, governor)):
            return None
        if kind in _WEAK and around.is_later() and not around.is_ones_own():
            return None
        start = mention.start if governor is None else governor.start
        return Episode(mention, kind, start, self._is_own(clause, start, left, mention), self._is_hedged(around, start))

    def with_joined(self, episodes: Sequence[Episode]) -> list[Episode]:
        """Return the episodes with the names before them in a list that is told of at its end: "NPQLT ('22), NPQLBC ('23): passed"."""
        found = list(episodes)
        for first, second in reversed(list(pairwise(self.named))):
            of_second = next((e for e in found if e.mention == second), None)
            if of_second is None or any(e.mention == first for e in found) or first.kind == "course_hint":
                continue
            clause = self._clause_of(first.start)
            between = self.reading.lower[first.end : second.start]
            if clause is None or clause.asks or of_second.kind != "had.list" or not _LISTED.fullmatch(between):
                continue
            cues = self.reading.earlier.find(self.reading.lower, "wanted.words", start=clause.piece[0], end=first.start)
            if not cues and clause.whose == OWN:
                found.append(replace(of_second, mention=first, start=first.start))
        return sorted(found, key=lambda e: e.mention.start)

    def tells_of_having(self, mention: Mention) -> bool:
        """Return whether the sentence in which a course is named has a word of having had something."""
        clause = self._clause_of(mention.start)
        if clause is None:
            return False
        start, end = clause.sentence
        return self.reading.earlier.has(self.reading.lower, "had", "ended", start=start, end=end)

    def _clause_of(self, place: int) -> Clause | None:
        return next((c for c in self.clauses if c.start <= place < c.end), None)

    def _kind(
        self, around: Around, governor: Cue | None, last: Mention | None, before: Sequence[Episode]
    ) -> str | None:
        """Return by which words a course was had, None where it was not."""
        lower, mention = self.reading.lower, around.mention
        if mention.kind != "course_hint" and is_excepted(lower, around.clause.sentence, mention.start, mention.end):
            return "had.holds"
        if not around.clause.asks and _IS_THE_ONE.search(lower[around.clause.sentence[0] : mention.start]):
            return "had.holds"
        if around.is_dated() and mention.kind != "course_hint":
            return "had.list"
        if governor is not None:
            return governor.kind if self._was_had(governor, around) else None
        if not around.clause.asks:
            return self._without_verb(around, last, before)
        if around.is_ones_own():
            return "had.holds"
        return "had.list" if around.is_topic() else None

    def _is_own(self, clause: Clause, start: int, left: int, mention: Mention) -> bool:
        """Return whether an NPQ is that of the person whom the message is about: "my head paid for my NPQSL" is."""
        told_in = self._clause_of(start) or clause
        mine = clause.whose == OWN and _MY.search(self.reading.lower[left : mention.start]) is not None
        return told_in.whose == OWN or mine

    def _label(self, clause: Clause, mention: Mention) -> str | None:
        """Return what a label before a colon says of the NPQs after it: "In progress: NPQEL"."""
        label = _LABEL.search(self.reading.lower, clause.sentence[0], mention.start)
        if label is None:
            return None
        cue = next(iter(self.reading.earlier.find(label[1], "had", "ended", "wanted.words")), None)
        if cue is None or is_not_done(label[1][: cue.start]):
            return None
        return _AS_GOVERNOR.get(cue.kind, cue.kind)

    def _governor(self, cues: Sequence[Cue], mention: Mention, clause: Clause) -> Cue | None:
        """Return the last words of having or wanting that are near enough to govern the name."""
        for cue in reversed(cues):
            between = self.reading.lower[cue.end : mention.start]
            if cue.kind == "had.holds" and _NO_OBJECT.search(between):
                continue  # "we've got it down to NPQLT"
            widest = _GAPS.get(cue.kind, _WIDEST) if cue.end > clause.start else _FEW
            if not cue.kind.startswith("had.") or len(between.split()) <= widest:
                return cue
        return None

    def _was_had(self, governor: Cue, around: Around) -> bool:
        """Return whether the words that govern a course tell that it was had."""
        lower = self.reading.lower
        if not governor.kind.startswith("had."):
            return governor.kind == "wanted.words" and around.is_ones_own()
        told_in = self._clause_of(governor.start) or around.clause
        before = lower[told_in.start : governor.start]
        if _ASKED_OF.search(before) or (governor.kind in _HAVING and self._could_be_had(governor, before)):
            return False
        sentence = lower[slice(*told_in.sentence)]
        if _TRIED_OUT.search(lower[told_in.sentence[0] : governor.start]) and not _GONE_BY.search(sentence):
            return False
        if self._is_what_if(governor, told_in):
            return False
        if not told_in.asks or _OF_WHOM.search(before):
            return True
        opens = not before.strip() and lower[governor.start : governor.end] != "did"
        return opens and governor.kind not in ("had.active", "had.holds")

    def _could_be_had(self, governor: Cue, before: str) -> bool:
        """Return whether "have" is said of what could be had: "she could just have NPQSL", and not "I'd also done it"."""
        words = self.reading.lower[governor.start : governor.end]
        return bool(_COULD_HAVE.search(before)) and not re.search(r"\b(?:had|done|did|got|been)\b", words)

    def _is_what_if(self, governor: Cue, told_in: Clause) -> bool:
        """Return whether a course is only tried out: "if I did the SENCO one, would the scholarship stretch to me?"."""
        lower, (start, end) = self.reading.lower, told_in.sentence
        condition = _IF_I_DID.search(lower, start, governor.end)
        then = _WOULD.search(lower, governor.end, end + 1)
        return condition is not None and then is not None and not _GONE_BY.search(lower[governor.start : end])

    def _without_verb(self, around: Around, last: Mention | None, before: Sequence[Episode]) -> str | None:
        """Return what an NPQ is told to be by the words around it, where no verb governs it."""
        lower, mention, clause = self.reading.lower, around.mention, around.clause
        if _ON_IT.fullmatch(lower, clause.piece[0], mention.start):
            topic = _ASKS_ON_IT.match(lower, mention.end, clause.sentence[1] + 1)
            return None if topic and clause.piece[0] == clause.sentence[0] else "had.active"
        if last is not None and before and before[-1].mention == last:
            beside = bool(_JOIN.fullmatch(lower, last.end, mention.start))
            joined = clause.piece[0] <= last.start and bool(_AND.search(lower[: mention.start]))
            if beside or joined:
                return None if around.is_later() else before[-1].kind
        if around.is_listed():
            return "had.list"
        if mention.kind == "course_hint":
            return None
        if around.is_told():
            return "had.list"
        bare = mention.kind == "legacy" and mention.value != "aso" and around.is_bare()
        return "had.holds" if bare or around.is_ones_own() else None

    def _is_course(self, mention: Mention, kind: str, governor: Cue | None) -> bool:
        """Return whether a weak name ("the behaviour one", "LTD") means the course in these words."""
        name = mention.text.lower()
        if mention.value == "npq-senco" and not name.endswith(" one"):
            return False
        if mention.value == EARLY_HEADSHIP_COACHING:
            return self._is_the_coaching(mention)
        near = governor is None or len(self.reading.lower[governor.end : mention.start].split()) <= 1
        return kind == "had.list" or (near and bool(_CODE.match(name)))

    def _is_the_coaching(self, mention: Mention) -> bool:
        """Return whether "the coaching" is the offer for new heads: that is spoken of, and no coaching of another kind."""
        spoken_of = EARLY_HEADSHIP_COACHING in self.reading.known_courses or any(
            each.kind == "course" and each.value == EARLY_HEADSHIP_COACHING for each in self.named
        )
        name = mention.text.lower()
        meant = name.startswith("the ") or "offer" in name or "headship" in name
        return spoken_of and (meant or bool(_MEANT.search(self.reading.lower[: mention.start])))

    def _is_hedged(self, around: Around, start: int) -> bool:
        """Return whether it is doubted or supposed that this NPQ was had at all."""
        lower, earlier, mention, clause = self.reading.lower, self.reading.earlier, around.mention, around.clause
        left = max(clause.piece[0], max((m.end for m in self.named if m.end <= start), default=0))
        dated = _DATED_IF.search(lower[left : mention.start]) and _DAY_GONE.search(lower[mention.end : clause.end])
        doubts = ("hedged.words",) if dated else ("hedged.words", "hedged.supposed")
        if earlier.has(lower, *doubts, start=left, end=mention.start):
            return True
        closing = earlier.find(lower, "hedged.words", start=mention.end, end=clause.end)
        if closing and not lower[closing[-1].end : clause.end].strip():
            return True
        return earlier.has(lower, "hedged.after", start=mention.end)
