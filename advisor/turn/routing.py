"""Weigh the entries that might answer one question, and say how sure the best one is.

The weights are few, named, and measured by the evaluation's ablations; nothing here is learned.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor.answering.selecting import content_words
from advisor.core.courses import COURSES
from advisor.dialogue.asking import Ask
from advisor.dialogue.intents import IntentSpec
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.schema import Entry, Kind
from advisor.retrieval.ranking import ScoredPassage
from advisor.turn.topics import attributes_of, cued_topics_of, topics_of

COURSE_MATCH = 0.10
OTHER_COURSE = -0.30
TERM_OF_COURSE = -0.25
UNASKED_COURSE = -0.09
UNASKED_COMPARISON = -0.18
DISPUTED_WEIGHT = 0.14
UNNAMED_SECTION = 0.80
OVERLAP_WEIGHT = 0.08
NEARNESS_SHARE = 0.5
"""How much of the fit is what the search learned; with all of it the worst way of asking gains no more and the rest loses."""
_AT_NO_NEARNESS, _PER_NEARNESS = 0.23, 0.89
"""The line that puts nearness on the cosine's scale, fitted on development phrasings; so the bars below keep their sense."""
OUTSIDE_WEIGHT = 0.22
DEFINITION_WEIGHT = 0.06
SAME_TOPIC = 0.08
OWN_NATION, OWN_WORKPLACE = 0.15, 0.06
NOT_OF_ONESELF = -0.20
OF_OLD_NPQS = -0.15
_PLAINLY_BETTER = 0.05
"""By how much what is said of all must fit better than the course's own record to come before it."""
PLAIN_FACTS = frozenset(
    {"length", "workload", "assessment", "cost", "providers", "delivery", "content", "overview", "benefits"}
)
"""Wants that a line of the course's record answers by itself."""
UNASKED_ATTRIBUTE = 0.50
BESIDE_ATTRIBUTE = 0.97
OWN_WORDS = 0.94
SAME_WORDS = 0.80
OWN_ENTRY = 0.05
"""For the entry that an intent names as its own, where exact words tell a particular want."""
KIND_WEIGHT: Mapping[Kind, float] = {
    Kind.FAQ: 0.0,
    Kind.COURSE: -0.04,
    Kind.FRAMEWORK: -0.16,
    Kind.POLICY: -0.06,
    Kind.CONFLICT: -0.20,
    Kind.GLOSSARY: -0.14,
}
FOREIGN = 0.74
SURE, MAYBE = 0.56, 0.46
"""At SURE an entry answers; between the two it is offered as the nearest thing known; below, nothing is. Set on
development questions, see docs/decisions."""

_COMMON = content_words(
    "learn learning teaching teacher leading leadership development professional framework section content contents topic topics "
    "area areas include includes included cover covers covered school course"
)
_SAYS_NO_MORE = 2
_TAKE_ONE = re.compile(r"\b(?:do|take|start|have|get|go for|apply for) (?:an?|one of these|any|the) npqs?\b")
_OUTSIDE = {"not_an_npq", "out_of_scope"}
_CONFLICT = re.compile(
    r"\b(?:is that (?:right|true|still)|still (?:right|true|a thing|only|the case|hold)|says?|said|conflict\w*|contradict\w*|another (?:page|site|place)|"
    r"different (?:pages|sites|answers)|which is (?:right|it)|must or should|or the other|one page|old page|website|hub page|told)\b"
)
_DEFINITION = re.compile(
    r"^\W*(?:so )?(?:what|wot|whats|what's)\s*(?:is|are|does|do|'s)?\s*(?:an?|the)?\s*[\w -]{2,40}?\s*(?:mean\w*|stand\w* for|\?)*\W*$|"
    r"\b(?:stands? for|meaning of|mean by|definition|define)\b"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may answer, its similarity to the question and its score."""

    entry: Entry
    similarity: float
    score: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """What all candidates for one ask are weighed by."""

    ask: Ask
    topics: Mapping[str, float]
    attributes: Mapping[str, float]
    defines: bool
    outside: bool
    disputed: bool
    of_attributes: frozenset[str] = frozenset()  # topics of wants that a course's own record answers
    of_others: frozenset[str] = frozenset()  # topics of what else exact words want
    before: frozenset[str] = frozenset()  # topics of the last answer, where this goes on from it
    workplace: tuple[str, ...] = ()  # words for where the person works, as titles have them
    nation: str = ""  # where the person works, if not in England
    reformed: bool = False  # the NPQ that the person has had is one of today's
    own_entries: frozenset[str] = frozenset()  # of the particular wants that exact words tell
    own_fit: float = 0.0  # how well the course's own record fits, by its own ways of asking
    of_oneself: bool = False  # may somebody take an NPQ: what they are called is no course asked about

    def score(self, entry: Entry, similarity: float, overlap: float) -> float:
        """Return the score of one entry."""
        score = similarity + OVERLAP_WEIGHT * overlap + KIND_WEIGHT[entry.kind] + self._course(entry)
        score += max((self.topics.get(topic, 0.0) for topic in entry.topics), default=0.0) + self._of_the_person(entry)
        score += OWN_ENTRY if entry.id in self.own_entries else 0.0
        if entry.kind is Kind.CONFLICT and self.disputed:
            score += DISPUTED_WEIGHT
        if self.outside and set(entry.topics) & _OUTSIDE:
            score += OUTSIDE_WEIGHT
        if self.defines and (entry.kind is Kind.GLOSSARY or entry.attribute == "summary"):
            score += DEFINITION_WEIGHT
        if entry.kind is Kind.FRAMEWORK and not self._names_section(entry):
            score = min(score, UNNAMED_SECTION)
        if entry.kind is Kind.CONFLICT and not self.disputed and set(entry.topics) & self.of_attributes:
            # That sources differ stands beside the answer; it is not the answer.
            score = min(score, BESIDE_ATTRIBUTE)
        if entry.kind in (Kind.FAQ, Kind.POLICY) and self._has_own_record(entry, similarity):
            # What is asked of one course is answered by its own record before what is said of all.
            score = min(score, BESIDE_ATTRIBUTE)
        if (
            entry.kind in (Kind.COURSE, Kind.FRAMEWORK)
            and self.of_others
            and not self.attributes
            and not self.of_others & set(entry.topics)
        ):
            # "Deferring NPQSL?" asks of deferring: a line of the course's record on something else answers nothing.
            score = min(score, UNASKED_ATTRIBUTE)
        if entry.kind is Kind.COURSE and self.ask.courses and self.attributes:
            # Which attribute is meant is told by the intent, not by how alike two ways of naming a course are.
            # Only where the words are as good as the record's own do they tell it too.
            own_words = similarity >= OWN_WORDS and not self.of_attributes
            told = self.attributes.get(entry.attribute or "", 0.62)
            score = min(score, max(told, similarity + COURSE_MATCH if own_words else 0.0))
        return score

    def _of_the_person(self, entry: Entry) -> float:
        """What the conversation so far says for or against an entry."""
        score = SAME_TOPIC if self.before & set(entry.topics) else 0.0
        title = entry.title.lower()
        if self.nation and self.nation in title:
            score += OWN_NATION
        if any(word in title for word in self.workplace):
            score += OWN_WORKPLACE
        if self.reformed and "legacy" in entry.topics and entry.kind is Kind.FAQ:
            score += OF_OLD_NPQS
        return score + (NOT_OF_ONESELF if self.of_oneself and set(entry.topics) & _OUTSIDE else 0.0)

    def _has_own_record(self, entry: Entry, similarity: float) -> bool:
        """Return whether the entry says of all courses what is asked of one, and what exact words ask is nothing more."""
        topics = set(entry.topics)
        if len(self.ask.courses) != 1 or topics & self.of_others or entry.id in self.own_entries:
            return False
        if self._is_plainly_of_all(similarity):
            return False
        if len(self.ask.cues & PLAIN_FACTS) == 1 and len(content_words(self.ask.own or self.ask.text)) <= _SAYS_NO_MORE:
            return True  # "how much then?" says no more than which line of the record is wanted
        if entry.courses:  # of this course, yet on nothing that exact words ask of it
            return bool(self.ask.cues & PLAIN_FACTS) and not topics & self.of_attributes
        # A question alike in its words, yet on something else: the workplace spoken of before, say.
        beside_the_matter = not self.of_others and self.ask.carried and similarity < SAME_WORDS
        return bool(topics & self.of_attributes) or (bool(self.of_attributes) and beside_the_matter)

    def _is_plainly_of_all(self, similarity: float) -> bool:
        """Return whether words that name a course, and no plain fact of it, fit what is said of all better than its record.

        "Does NPQSL come with extra pay?" is no question of what NPQSL is worth. Where the course is only carried on, or
        its record was not found, the two cannot be set side by side: the record's ways of asking name the course.
        """
        plain = self.ask.cues & PLAIN_FACTS - {"benefits"}
        found = self.own_fit > 0 and not self.ask.carried and not plain
        return found and similarity > self.own_fit + _PLAINLY_BETTER

    def _names_section(self, entry: Entry) -> bool:
        """A section answers only who names what it is about: "what does it cover?" asks for all of them."""
        named = content_words(" ".join(COURSES[course].name for course in self.ask.courses))
        shared = content_words(entry.title) & content_words(self.ask.text) - _COMMON - named
        return any(len(word) > 1 and not word.startswith("npq") for word in shared)  # the "s" of "what's" names nothing

    def _course(self, entry: Entry) -> float:
        asked = self.ask.courses
        if asked and entry.kind is Kind.GLOSSARY:
            return TERM_OF_COURSE  # the course's own record says more than the word's meaning
        if asked and entry.courses:
            if "comparison" in entry.topics and len(asked) > 1 and not set(asked) <= set(entry.courses):
                return OTHER_COURSE  # sets one of those asked about beside a course nobody asked about
            if len(asked) == 1 and "comparison" in entry.topics and len(entry.courses) > 1:
                # Who names one course does not ask how it differs from another, unless the words say so.
                return 0.0 if self.ask.cues & {"comparison", "recommend"} else UNASKED_COMPARISON
            if set(asked) == set(entry.courses) or (len(asked) == 1 and asked[0] in entry.courses):
                return COURSE_MATCH
            return 0.0 if set(asked) & set(entry.courses) else OTHER_COURSE
        return UNASKED_COURSE if entry.courses and len(entry.courses) < 4 else 0.0


def weigh(
    ask: Ask,
    hits: Iterable[ScoredPassage],
    base: KnowledgeBase,
    specs: Mapping[str, IntentSpec],
    as_of: date,
    outside: bool = False,
    before: Collection[str] = (),
    nation: str = "",
    workplace: tuple[str, ...] = (),
    reformed: bool = False,
) -> tuple[Candidate, ...]:
    """Return the candidates, best first; the asked attribute of the asked course is always among them."""
    hits = tuple(hits)
    attributes = attributes_of(ask, specs)
    weighing = Weighing(
        ask,
        topics_of(ask, specs),
        attributes,
        bool(_DEFINITION.search(ask.text.lower())),
        outside,
        is_disputed(ask),
        cued_topics_of(ask, specs, of_attributes=True),
        cued_topics_of(ask, specs, of_attributes=False),
        frozenset(before),
        workplace,
        nation.replace("_", " "),
        reformed=reformed,
        own_fit=_fit_of_record(hits, ask, attributes, base),
        own_entries=frozenset(
            own for name in ask.cues if name in specs and specs[name].specific and (own := specs[name].fallback)
        ),
        of_oneself=not outside and bool(_TAKE_ONE.search((ask.whole or ask.around or ask.text).lower())),
    )
    best: dict[str, Candidate] = {}
    for hit in hits:
        entry = base.entries.get(hit.passage.entry_id)
        if entry is None or entry.id.startswith("policy-standing"):
            continue
        similarity = hit.similarity or 0.0
        score = weighing.score(entry, _fit(hit), hit.overlap or 0.0)
        if entry.id not in best or best[entry.id].score < score:
            best[entry.id] = Candidate(entry, similarity, score)
    if len(ask.courses) == 1:
        for attribute, floor in weighing.attributes.items():
            entry = base.attribute(ask.courses[0], attribute, as_of)
            if entry is not None:
                found = best.get(entry.id)
                best[entry.id] = Candidate(
                    entry, found.similarity if found else 0.0, max(floor, found.score if found else 0.0)
                )
    return tuple(sorted(best.values(), key=lambda c: (-round(c.score, 6), c.entry.id)))


def _fit(hit: ScoredPassage) -> float:
    """Return how well a hit fits, on the scale of the cosine to its nearest way of asking: half of it is that cosine."""
    cosine = hit.similarity or 0.0
    if hit.nearness is None or not hit.learned:
        return cosine
    return (1 - NEARNESS_SHARE) * cosine + NEARNESS_SHARE * (_AT_NO_NEARNESS + _PER_NEARNESS * hit.nearness)


def _fit_of_record(
    hits: Iterable[ScoredPassage], ask: Ask, attributes: Mapping[str, float], base: KnowledgeBase
) -> float:
    """Return how well those lines of the course's own record fit that are wanted, 0 where the search finds none."""
    found = ((base.entries.get(hit.passage.entry_id), _fit(hit)) for hit in hits)
    own = (
        fit
        for e, fit in found
        if e and e.kind is Kind.COURSE and e.attribute in attributes and e.courses == ask.courses
    )
    return max(own, default=0.0)


def is_disputed(ask: Ask) -> bool:
    """Return whether the words set one source against another, or doubt what one says."""
    return bool(_CONFLICT.search((ask.whole or ask.text).lower()))
