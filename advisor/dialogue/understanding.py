"""Read one message against the conversation so far: what is asked, of which courses, and what was told.

What to answer is for the answering part; where to look is for retrieval.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisor.dialogue.courses import find_courses, find_past_courses
from advisor.dialogue.intents import find_cues, score_intents
from advisor.dialogue.lexicon import Lexicon
from advisor.dialogue.several import Stretch, asks_of_all, split_stretches
from advisor.dialogue.slots.answers import starts_plainly
from advisor.dialogue.slots.polarity import is_supposed, speaks_of_later, speaks_of_now
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.state import SELF, Beside, DialogueState, Pending, Person
from advisor.dialogue.subjects import (
    SubjectChange,
    change_subject,
    find_relayed,
    find_subject,
    share_workplace,
    split_people,
)
from advisor.dialogue.telling import keep, read_slots
from advisor.dialogue.text.names import Mention
from advisor.dialogue.text.segments import Segment, split_segments

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
_FILLER = frozenset(
    "and or the an a in for at i want wants we my our would like please this one hi hello here it is to do now me us him her same".split()
)
_SAYS_NOTHING = re.compile(
    r"^\W*(?:so |and |but )?(?:what (?:do|should|can|shall|would|could|must) (?:i|we|she|he|they|you) (?:tell|say|do(?! next)(?: now| then)?|advise|answer|reply|suggest)"
    r"(?: to)?(?: (?:him|her|them|me))?|any (?:advice|ideas?|thoughts|chance|help)|thoughts|can you (?:help|advise)|(?:please )?(?:help|advise)|so what|so|then|well|meaning|what does (?:that|this|it) mean(?: for (?:me|us|her|him))?(?: then| now)?|"
    r"(?:that's|thats|that is|is that|it's|its)(?: an?)? (?:yes|no|definite)(?: or (?:an? )?no)?(?: then| now)?|(?:yes|no)(?= then|\?)(?: then)?|"
    r"is (?:that|this|it) (?:a problem|ok|okay|allowed|right|true|correct|still right|possible)|true|right|possible|who is right|which (?:one |of them )?is (?:right|correct|true|it)|ok)"
    r"(?: please| thanks| thank you)?\W*$"
)
_LEANS = re.compile(
    r"^\W*(?:and |but |so |or )?(?:what is realistic|what can (?:be done|(?:i|we|she|he|they) do)|what happens(?: now| then| next)?|"
    r"is there (?:going to be )?(?:one|any|something (?:else )?(?:i|we) \w+ .*)|what is (?:it|that|this)|who (?:should|would|do|can|could|must) (?:i|we|she|he|they) (?:talk to|speak to|write to|chase|ask|contact|ring)|"
    r"is (?:that|this|it) (?:enough|possible|normal|soon enough)|when|how|why)\W*$"
)
"""Asks nothing by itself, in a message that says what it is about."""
_MAY_I = re.compile(
    r"^\W*(?:and |so |but )?(?:can|could|may|am) (?:i|we|she|he|they)(?: (?:allowed|eligible|do (?:it|that|this)|take it))?\W*$"
)
_BRIEF = 5
_OF_MONEY = re.compile(r"£|\b(?:payments?|grants?)\b")
_NAMES_A_MATTER = ("course", "course_hint", "legacy", "not_npq", "list", "organisation")
_FEWEST_TOLD = 2
_OF_WORKPLACE = {
    "works_in_england",
    "work_setting",
    "eligible_establishment_type",
    "early_years_setting",
    "employment_type",
}
_MATTERS = re.compile(
    r"\b(?:does|do|will|would|did) (?:it|that|this)(?: \w+)? (?:matter|count|change|affect|make (?:a|any) difference)\b"
)
_IT = re.compile(r"\b(?:it|that one|this one)\b")


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked: its words, what is wanted with what probability, of which courses."""

    text: str
    intents: dict[str, float]
    courses: tuple[str, ...] = ()
    carried: bool = False  # the courses or the intents come from earlier in the conversation
    cues: frozenset[str] = frozenset()  # intents that exact words tell
    is_question: bool = False
    whole: str = ""  # the message around it, where nothing else is asked in it
    around: str = ""  # the message around it, where other things are asked in it too
    topic: str = ""  # the sentence before it that names what it is about, where its own words do not
    choice: bool = False  # sets courses side by side: "NPQSL or NPQH?"
    unsure: bool = False  # the person could not tell what was asked back
    bare: bool = False  # only names: "NPQH autumn 2026?"
    cohorts: tuple[str, ...] = ()  # intakes that the message asks about
    own: str = ""  # the message's own words, where `text` has the question before it too
    beside: bool = False  # the answer to the adviser's own question, where the message asks something else too
    again: bool = False  # the last answer missed what was asked
    leans: bool = False  # its only question asks nothing by itself: "not on it. so no?"

    def wants(self, *names: str, at_least: float = 0.5) -> bool:
        """Return whether any of these intents is at least so probable."""
        return any(self.intents.get(name, 0.0) >= at_least for name in names)


@dataclass(frozen=True, slots=True)
class Understanding:
    """What one message says and asks, and the memory after it."""

    text: str
    asks: tuple[Ask, ...]
    courses: tuple[str, ...]
    slots: tuple[SlotValue, ...]
    state: DialogueState
    answered: Pending | None = None  # the adviser's question that this message answers
    unsure: bool = False  # the answer was "I don't know"
    words: str = ""  # the message without what an enquiry passed on was wrapped in


def understand(text: str, state: DialogueState, as_of: date, lexicon: Lexicon, encode: Encode | None) -> Understanding:
    """Read `text` (already clean); `encode` is None while the model is loading, then cues alone decide."""
    relayed = lexicon.relaying.read(text)
    words = relayed.words
    if (change := find_relayed(relayed, lexicon.relaying, state)) is not None:
        state = change_subject(state, change)
    heard = _Heard(as_of, lexicon, encode, in_own_name=relayed.who is None)
    return replace(_of_one_or_several(words, state, heard), words=words)


def _of_one_or_several(words: str, state: DialogueState, heard: _Heard) -> Understanding:
    told = _tell_apart(words, state, heard)
    if len(told) >= _FEWEST_TOLD:
        return _of_several(words, state, told, heard)
    if (people := split_people(words)) is not None:
        first = _understand(people[0], state, heard)
        if not any(ask.is_question and not says_nothing(ask.text) for ask in first.asks):
            return _of_another(people[1], first, heard)
    return _understand(words, state, heard)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a message is read with, and whether it speaks in the writer's own name."""

    as_of: date
    lexicon: Lexicon
    encode: Encode | None
    in_own_name: bool


def _tell_apart(words: str, state: DialogueState, heard: _Heard) -> tuple[tuple[Beside, Person], ...]:
    """Return what is told of each of several people, where the same is asked of all of them."""
    stretches = split_stretches(words)
    if len(stretches) < _FEWEST_TOLD or not asks_of_all(words) or is_supposed(words.lower()):
        return ()
    told: list[tuple[Beside, Person]] = []
    before = state.person
    for stretch in stretches:
        alone = _read_alone(stretch, before, state, heard)
        if alone.state.person.facts.keys() & _OF_WORKPLACE:
            told.append((Beside(subject=stretch.who, courses=alone.courses), alone.state.person))
            before = alone.state.person
    return tuple(told)


def _read_alone(stretch: Stretch, before: Person, state: DialogueState, heard: _Heard) -> Understanding:
    """Return what one stretch tells of its person, who starts with a workplace only where it is shared."""
    known = state.people.get(stretch.who, Person()) if stretch.who == SELF else share_workplace(stretch.words, before)
    fresh = DialogueState(turn=state.turn, subject=stretch.who, people={stretch.who: known})
    return _understand(stretch.words, fresh, replace(heard, encode=None, in_own_name=False))


def _of_several(
    words: str, state: DialogueState, told: tuple[tuple[Beside, Person], ...], heard: _Heard
) -> Understanding:
    """Read what is asked in the whole message, and keep of each person what was told of them alone."""
    whole = _understand(words, state.model_copy(update={"pending": None}), heard)
    intake = {name: known for name, known in whole.state.person.facts.items() if name == "cohort_id"}
    people = {each.subject: person.model_copy(update={"facts": intake | person.facts}) for each, person in told}
    learned = whole.state.model_copy(
        update={
            "people": {**state.people, **people},
            "subject": told[-1][0].subject,
            "together": tuple(each for each, _ in told),
            "set_aside": None,
        }
    )
    return replace(whole, state=learned, answered=None, unsure=False)


def _understand(text: str, state: DialogueState, heard: _Heard) -> Understanding:
    """Read words that speak of one person."""
    as_of, lexicon, encode = heard.as_of, heard.lexicon, heard.encode
    spelled = lexicon.speller.correct(text)
    lower = spelled.text.lower()
    segments = split_segments(spelled.text)
    mentions = _outside_courses(lexicon.names.find(spelled.text))
    facts = {name: dict(table) for name, table in lexicon.names.setting_facts.items()}
    change = _turns_to(lower, state, heard)
    turned = change_subject(state, change) if change else state
    turned = _as_it_is(turned, lower).model_copy(update={"turn": state.turn + 1})
    known = {name: fact.value for name, fact in turned.person.facts.items()}
    reading = Reading(spelled.text, lower, mentions, segments, as_of, facts, state.courses, known)
    slots, answered, unsure = read_slots(reading, turned)
    if turned.together and (change or answered or slots):
        turned = turned.model_copy(update={"together": ()})  # one of them alone is spoken of now
    learned = keep(turned, slots, spelled, answered if unsure else None)
    learned = learned.model_copy(update={"to_come": _is_to_come(lower, turned, slots)})
    supposed = _supposed(reading, slots)
    if supposed and turned.set_aside is None:
        as_told = keep(turned, tuple(slot for slot in slots if slot not in supposed), spelled, None)
        learned = learned.model_copy(update={"set_aside": as_told.person})
    found = find_courses(reading, turned)
    cohorts = tuple(dict.fromkeys(str(slot.value) for slot in slots if slot.fact == "cohort_id"))
    found_asks = _find_asks(reading, learned, found, lexicon, encode)
    told_lists = tuple(
        reading.text[slot.start : slot.end] for slot in slots if slot.fact in LIST_FACTS and not slot.hedged
    )
    asks = tuple(replace(_but_told(ask, told_lists, lexicon), cohorts=cohorts) for ask in found_asks)
    past = find_past_courses(reading)
    # "I passed NPQH in 2019" as an answer leaves the talk where it was; "I failed NPQH, what now?" turns to it.
    turns_to_it = not turned.courses or (any(segment.asks for segment in segments) and not _MATTERS.search(lower))
    focus = found or (past if turns_to_it else ()) or turned.courses
    recent = tuple(dict.fromkeys((*(c for c in turned.recent_courses if c not in found), *found)))[-6:]
    learned = learned.model_copy(update={"courses": focus, "recent_courses": recent})
    return Understanding(spelled.text, asks, found, slots, learned, answered, unsure)


def _turns_to(lower: str, state: DialogueState, heard: _Heard) -> SubjectChange | None:
    change = find_subject(lower, state.subject)
    # In an enquiry passed on, "for me" is the one who wrote it.
    return None if change and change.subject == SELF and not heard.in_own_name else change


def _of_another(text: str, first: Understanding, heard: _Heard) -> Understanding:
    """Read the rest of a message that turns to another person, after what it told of the first."""
    then = first.state.model_copy(update={"turn": first.state.turn - 1, "pending": None})
    rest = _understand(text, then, heard)
    asks = tuple(ask if ask.courses else replace(ask, courses=first.courses) for ask in rest.asks)
    return replace(rest, asks=asks, courses=rest.courses or first.courses)


def _supposed(reading: Reading, slots: tuple[SlotValue, ...]) -> tuple[SlotValue, ...]:
    """Return the facts that a message only tries out: those in the very sentences that suppose."""
    if not reading.supposes:
        return ()
    starts = [segment.start for segment in reading.segments] or [0]
    places = [
        (start, end)
        for start, end in zip(starts, [*starts[1:], len(reading.lower)], strict=True)
        if is_supposed(reading.lower[start:end])
    ]
    return tuple(slot for slot in slots if any(start <= slot.start < end for start, end in places))


def _is_to_come(lower: str, state: DialogueState, slots: tuple[SlotValue, ...]) -> bool:
    """Return whether the job spoken of is still to come: said so now, or before and not put right since."""
    present = speaks_of_now(lower) and any(slot.fact in _OF_WORKPLACE for slot in slots)
    return speaks_of_later(lower) or (state.to_come and not present)


def _as_it_is(state: DialogueState, lower: str) -> DialogueState:
    """Return the state without what the last message only supposed, unless this one answers what was asked of that."""
    if state.set_aside is None:
        return state
    if state.pending is not None and len(lower.split()) <= _BRIEF and "?" not in lower and starts_plainly(lower):
        return state
    return state.with_person(state.set_aside).model_copy(update={"set_aside": None, "pending": None})


def _outside_courses(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Drop what stands inside a course name: "primary maths NPQ" tells neither phase nor subject nor workplace."""
    named = [m for m in mentions if m.kind == "course"]
    told = {"role", "setting", "phase", "subject", "aim", "list", "place"}
    return tuple(
        m for m in mentions if m.kind not in told or not any(c.start <= m.start and m.end <= c.end for c in named)
    )


def _find_asks(
    reading: Reading,
    state: DialogueState,
    courses: tuple[str, ...],
    lexicon: Lexicon,
    encode: Encode | None,
) -> tuple[Ask, ...]:
    leans = False
    asking = [segment for segment in reading.segments if segment.asks and not _is_lead_in(segment, reading.segments)]
    if asking:
        # "… What do I tell him?" asks nothing by itself: what else is asked, or the whole message, is the question.
        nothing = {each for each in reading.segments if _leans(each, bool(courses))}
        telling = [each for each in reading.segments if each not in nothing] or list(reading.segments)
        everything = Segment(" ".join(each.text for each in telling), 0, True)
        asking = [each for each in asking if each not in nothing]
        leans = not asking
        asking = asking or [everything]
    whole = Segment(reading.text.replace("\n", " "), 0, True)
    pieces = asking or ([whole] if reading.text.strip() else [])
    masked = [lexicon.mask(piece.text.lower()) for piece in pieces]
    vectors = encode(masked) if encode is not None and masked else None
    asks = []
    for index, piece in enumerate(pieces):
        intents = score_intents(
            masked[index], None if vectors is None else vectors[index], lexicon.intents, lexicon.model
        )
        apart = len(pieces) > 1 or (bool(asking) and len(reading.segments) > 1)
        inside = _courses_of(piece, reading, state, courses) if apart else courses
        cues = find_cues(masked[index], lexicon.intents)
        if _MAY_I.match(piece.text.lower()):  # "I want to do NPQSL, can I and would I be funded?"
            cues, intents = cues | {"eligibility"}, {**intents, "eligibility": 1.0}
        asks.append(
            Ask(
                piece.text,
                intents,
                # "What is NPQLL, and what does it entail?": the course of the message serves its other questions.
                inside,
                cues=cues,
                is_question=bool(asking),
                whole=whole.text if len(pieces) == 1 and whole.text != piece.text else "",
                around=whole.text if len(pieces) > 1 else "",
                topic=_topic_of(piece, reading) if asking else "",
                leans=leans,
                bare=_is_bare(piece, reading),
            )
        )
    return tuple(asks)


def _leans(segment: Segment, names_course: bool) -> bool:
    """Return whether a piece asks nothing by itself: "what do I tell him?", "what is it?", "can I?" where no course is named."""
    lower = segment.text.lower()
    return says_nothing(lower) or bool(_LEANS.match(lower)) or (not names_course and bool(_MAY_I.match(lower)))


def _topic_of(piece: Segment, reading: Reading) -> str:
    """Return the last sentence before a question that names what the question itself does not: a course, a scheme, a body."""
    end = piece.start + len(piece.text)
    named = [m for m in reading.mentions if m.kind in _NAMES_A_MATTER]
    if any(piece.start <= m.start and m.end <= end for m in named):
        return ""
    telling = [s for s in reading.segments if not s.asks and s.start < piece.start]
    about = [
        s
        for s in telling
        if any(s.start <= m.start < s.start + len(s.text) for m in named) or _OF_MONEY.search(s.text.lower())
    ]
    return about[-1].text if about else ""


def _but_told(ask: Ask, told: tuple[str, ...], lexicon: Lexicon) -> Ask:
    """Return the ask without the want for funding where only a list that the message tells of speaks for it."""
    if "funding" not in ask.cues or not ask.cues - {"funding"} or not told:
        return ask
    text = ask.text
    for words in told:
        text = text.replace(words, " ")
    if "funding" in find_cues(lexicon.mask(text.lower()), lexicon.intents):
        return ask
    return replace(ask, cues=ask.cues - {"funding"}, intents=ask.intents | {"funding": 0.0})


def says_nothing(text: str) -> bool:
    """Return whether words such as "what do I do now?" ask nothing without what went before."""
    return bool(_SAYS_NOTHING.match(text.lower()))


def _is_lead_in(segment: Segment, segments: tuple[Segment, ...]) -> bool:
    ends = re.search(r"\b(?:wants? to know|asking|wondering|would like to know)\W*$", segment.text.lower())
    return ends is not None and segment != segments[-1]


def _courses_of(piece: Segment, reading: Reading, state: DialogueState, all_named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the courses of one piece: its own, for "it" the last one before, else all that the message names."""
    end = piece.start + len(piece.text)
    own = tuple(m for m in reading.mentions if piece.start <= m.start and m.end <= end)
    if found := find_courses(replace(reading, mentions=own), state):
        return found
    before = tuple(m for m in reading.mentions if m.end <= piece.start)
    if _IT.search(piece.text.lower()) and (earlier := find_courses(replace(reading, mentions=before), state)):
        return earlier[-1:]
    return all_named


def _is_bare(piece: Segment, reading: Reading) -> bool:
    """Return whether the piece holds names and nothing that says what is wanted of them."""
    text = piece.text.lower()
    for mention in reading.mentions:
        if mention.kind in (
            "course",
            "cohort",
            "cohort_relative",
            "place",
            "setting",
            "role",
            "phase",
            "course_hint",
            "family",
        ):
            text = text.replace(mention.text.lower(), " ")
    return not set(re.findall(r"[a-z]+", text)) - _FILLER
