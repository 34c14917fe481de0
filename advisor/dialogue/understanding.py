"""Read one message against the conversation so far: what is asked, of which courses, and what was told.

What to answer is for the answering part; where to look is for retrieval.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisor.core.fact import label_of_another
from advisor.core.facts import FACTS
from advisor.dialogue.courses import find_courses, find_past_courses
from advisor.dialogue.intents import find_cues, score_intents
from advisor.dialogue.lexicon import Lexicon
from advisor.dialogue.slots.answers import SELF_PAID, read_answer, starts_plainly, years_in_post
from advisor.dialogue.slots.cohort import find_cohorts
from advisor.dialogue.slots.lists import find_lists
from advisor.dialogue.slots.person import find_person
from advisor.dialogue.slots.place import find_places
from advisor.dialogue.slots.polarity import is_supposed
from advisor.dialogue.slots.prior import find_prior
from advisor.dialogue.slots.prior_again import find_prior_again
from advisor.dialogue.slots.setting import LIST_FACTS, find_settings
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.specials import find_specials
from advisor.dialogue.state import DialogueState, KnownValue, Pending, Person, learn
from advisor.dialogue.subjects import change_subject, find_subject, split_people
from advisor.dialogue.text.names import Mention
from advisor.dialogue.text.segments import Segment, split_segments
from advisor.dialogue.text.spelling import Spelled

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
_FINDERS = (
    find_places,
    find_settings,
    find_lists,
    find_cohorts,
    find_prior,
    find_prior_again,
    find_person,
    find_specials,
)
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
    r"is there (?:going to be )?(?:one|any|something (?:else )?(?:i|we) \w+ .*)|who (?:should|would|do|can|could|must) (?:i|we|she|he|they) (?:talk to|speak to|write to|chase|ask|contact|ring)|"
    r"is (?:that|this|it) (?:enough|possible|normal|soon enough)|when|how|why)\W*$"
)
"""Asks nothing by itself, in a message that says what it is about."""
_MAY_I = re.compile(
    r"^\W*(?:and |so |but )?(?:can|could|may|am) (?:i|we|she|he|they)(?: (?:allowed|eligible|do (?:it|that|this)|take it))?\W*$"
)
_FIRST_YEARS = 5
_BRIEF, _FEW = 5, 2
_YES_NO_WITH = re.compile(r"^\W*(?:(?P<no>no)|(?:yes|yeah|yep|yup|ye))\s+(?:(?:an?|the|its|it's|it is)\s+)?(?=\w)")
_ON_IT = re.compile(
    r"\b(?:we|it|they|i|she|he|school|college)(?:'re|'s|'m| are| is| am|re|s)?(?P<not>n't| not)? (?:\w+ )?on it\b|\b(?:yes|yep|yeah)\b[\w\s,]{0,12}\bon it\b|\b(?P<off>not) on it\b"
)
_WE_ARE = re.compile(
    r"\b(?:we|it|they|i)(?: are|'re|re| is|'s|s| am|'m|m)(?P<not> not|n't)?(?: (?:listed|on one))?\W*$|\b(?:is|are)(?P<nt>n't|nt)(?: listed)?\W*$"
)
"""Whether a place is listed, in the fewest words: "ok looked, we're not", "it is"."""
_MATTERS = re.compile(
    r"\b(?:does|do|will|would|did) (?:it|that|this)(?: \w+)? (?:matter|count|change|affect|make (?:a|any) difference)\b"
)
_IT = re.compile(r"\b(?:it|that one|this one)\b")
_ALSO_DEPEND = {"eligible_establishment_type": LIST_FACTS, "works_in_england": ("nation",)}
_DEPENDENTS = {
    name: (*(fact.name for fact in FACTS.values() if name in fact.depends_on), *_ALSO_DEPEND.get(name, ()))
    for name in FACTS
}
_INSTEAD = ("eligible_establishment_type", "establishment_type_code")
"""Two ways of telling the kind of school: the one said now puts out the other."""


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
    choice: bool = False  # sets courses side by side: "NPQSL or NPQH?"
    unsure: bool = False  # the person could not tell what was asked back
    bare: bool = False  # only names: "NPQH autumn 2026?"
    cohorts: tuple[str, ...] = ()  # intakes that the message asks about
    own: str = ""  # the message's own words, where `text` has the question before it too
    beside: bool = False  # the answer to the adviser's own question, where the message asks something else too
    again: bool = False  # the last answer missed what was asked

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


def understand(text: str, state: DialogueState, as_of: date, lexicon: Lexicon, encode: Encode | None) -> Understanding:
    """Read `text` (already clean); `encode` is None while the model is loading, then cues alone decide."""
    if (people := split_people(text)) is not None:
        first = understand(people[0], state, as_of, lexicon, encode)
        if not any(ask.is_question and not says_nothing(ask.text) for ask in first.asks):
            return _of_another(people[1], first, as_of, lexicon, encode)
    spelled = lexicon.speller.correct(text)
    lower = spelled.text.lower()
    segments = split_segments(spelled.text)
    mentions = _outside_courses(lexicon.names.find(spelled.text))
    facts = {name: dict(table) for name, table in lexicon.names.setting_facts.items()}
    change = find_subject(lower, state.subject)
    turned = change_subject(state, change) if change else state
    turned = _as_it_is(turned, lower).model_copy(update={"turn": state.turn + 1})
    known = {name: fact.value for name, fact in turned.person.facts.items()}
    reading = Reading(spelled.text, lower, mentions, segments, as_of, facts, state.courses, known)
    slots, answered, unsure = _read_slots(reading, turned)
    learned = _learn(turned, slots, spelled, answered if unsure else None)
    supposed = _supposed(reading, slots)
    if supposed and turned.set_aside is None:
        as_told = _learn(turned, tuple(slot for slot in slots if slot not in supposed), spelled, None)
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


def _of_another(text: str, first: Understanding, as_of: date, lexicon: Lexicon, encode: Encode | None) -> Understanding:
    """Read the rest of a message that turns to another person, after what it told of the first."""
    then = first.state.model_copy(update={"turn": first.state.turn - 1, "pending": None})
    rest = understand(text, then, as_of, lexicon, encode)
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


def _read_slots(reading: Reading, state: DialogueState) -> tuple[tuple[SlotValue, ...], Pending | None, bool]:
    pending = state.pending or _still_open(reading, state)
    if pending is not None and (label := _label_chosen(reading.text, pending)) is not None:
        # A label names examples ("such as a hospital school"): choosing it tells its own value and nothing beside.
        picked = _prior_from_choice(label, pending.course) if pending.fact == "prior_applications" else label
        return (SlotValue(pending.fact, picked, 0, len(reading.text)),), pending, False
    slots = _once([slot for finder in _FINDERS for slot in finder(reading) if slot.fact in FACTS])
    pending = pending or _told_of_open(slots, state)
    if pending is None or pending.fact not in FACTS:
        return tuple(slots), None, False
    if told := [slot for slot in slots if slot.fact == pending.fact]:
        return tuple(slots), pending, all(slot.hedged for slot in told)
    if (otherwise := _told_otherwise(reading, pending)) is not None:
        return (*slots, otherwise), pending, False
    first = reading.segments[0].text if reading.segments else reading.text
    answer = read_answer(reading.text, FACTS[pending.fact].choices) or read_answer(first, FACTS[pending.fact].choices)
    if (
        answer is not None
        and answer.sure
        and slots
        and any(isinstance(choice.value, bool) for choice in FACTS[pending.fact].choices)
    ):
        # "We are in RISE" tells of RISE; it is no yes to "Do you work in England?".
        answer = answer if starts_plainly(reading.text) and not _tells_another(reading, pending, slots) else None
    if answer is None or _is_no_answer(reading, pending, answer.sure, bool(slots)):
        return tuple(slots), None, False
    if not answer.sure:
        return tuple(slots), pending, True
    chosen: object = answer.value
    if pending.fact == "prior_applications":
        chosen = _prior_from_choice(str(answer.value), pending.course)
    if pending.fact == "course":
        return tuple(slots), pending, False
    return (*slots, SlotValue(pending.fact, chosen, 0, len(first))), pending, False


def _still_open(reading: Reading, state: DialogueState) -> Pending | None:
    """Return the question on a list asked some turns ago, where "found it, we're on it" or a word or two goes back to it."""
    told = _ON_IT.search(reading.lower) or (_WE_ARE.search(reading.lower) and "?" not in reading.lower)
    goes_back = bool(told) or len(reading.lower.split()) <= _FEW
    return state.still_open if goes_back else None


def _told_of_open(slots: list[SlotValue], state: DialogueState) -> Pending | None:
    """Return the question asked some turns ago that these facts answer."""
    told = {slot.fact for slot in slots if not slot.hedged}
    return state.still_open if state.still_open is not None and state.still_open.fact in told else None


def _once(slots: list[SlotValue]) -> list[SlotValue]:
    """Return the facts without intakes read from the very words that date the start of a post."""
    dates = [(slot.start, slot.end) for slot in slots if slot.fact == "senco_start"]
    return [
        slot
        for slot in slots
        if slot.fact != "cohort_id" or not any(slot.start < end and start < slot.end for start, end in dates)
    ]


def _tells_another(reading: Reading, pending: Pending, slots: list[SlotValue]) -> bool:
    """Return whether "no RISE" or "yes a community primary" tells of that and says nothing of what was asked."""
    match = _YES_NO_WITH.match(reading.lower)
    if match is None:
        return False
    own = [slot for slot in slots if slot.start == match.end()]
    if match["no"]:
        return any(slot.value is False for slot in own)
    return pending.fact in LIST_FACTS and bool(own)


def _is_no_answer(reading: Reading, pending: Pending, sure: bool, tells_more: bool) -> bool:
    """Return whether words that fit a choice are no answer all the same."""
    if tells_more and pending.fact == "aims":
        return True  # "sorry, I meant head of department" tells the role; a word shared with a choice is chance
    asks = bool(reading.segments) and reading.segments[0].asks
    # "Not sure if I'm on that list" sounds like a question and is the answer "I don't know".
    return asks and (sure or "?" in reading.text)


def _told_otherwise(reading: Reading, pending: Pending) -> SlotValue | None:
    """Read an answer that is neither yes nor no nor a choice: years of headship, or who paid."""
    span = (0, len(reading.text))
    if pending.fact == "in_first_five_years_of_headship" and (years := years_in_post(reading.text)) is not None:
        return SlotValue(pending.fact, years <= _FIRST_YEARS, *span)
    if pending.fact in LIST_FACTS and (match := _ON_IT.search(reading.lower)) is not None:
        return SlotValue(pending.fact, not (match["not"] or match["off"]), *match.span())
    if pending.fact in LIST_FACTS and (match := _WE_ARE.search(reading.lower)) and "?" not in reading.lower:
        return SlotValue(pending.fact, not (match["not"] or match["nt"]), *match.span())
    if pending.fact == "prior_applications" and SELF_PAID.search(reading.lower):
        return SlotValue(pending.fact, _prior_from_choice("self_funded", pending.course), *span)
    return None


def _label_chosen(text: str, pending: Pending) -> str | bool | None:
    """Return the value of the choice whose label is the whole message; a course is read from its name like any other."""
    if pending.fact not in FACTS or pending.fact == "course":
        return None
    choices = FACTS[pending.fact].choices
    labels = {label.lower(): c.value for c in choices for label in (c.label, label_of_another(c))}
    return labels.get(text.strip().lower())


def _prior_from_choice(choice: object, course: str | None) -> list[dict[str, object]]:
    if choice in ("none", "False", False) or course is None:
        return []
    funded = choice in ("funded", "True", True)
    record: dict[str, object] = {"course": course, "status": "accepted", "funded_place": funded}
    return [record | {"eligible_for_funding": True} if funded else record]


def _learn(
    state: DialogueState, slots: tuple[SlotValue, ...], spelled: Spelled, unsure: Pending | None
) -> DialogueState:
    new: dict[str, KnownValue] = {}
    hinted = []
    for slot in slots:
        if slot.hedged:
            hinted.append(slot.fact)
            continue
        value = slot.value
        if slot.fact in ("prior_npqs", "aims"):
            items = value if isinstance(value, list) else [value]
            before = new[slot.fact].value if slot.fact in new else []
            value = [*before, *(item for item in items if item not in before)]
        quote = spelled.quote(slot.start, slot.end)
        new[slot.fact] = KnownValue(value=value, turn=state.turn, quote=quote)
    if "prior_npqs" in new and "prior_applications" not in new:
        # An earlier NPQ from before the reform is a hint that others may follow, not an answer.
        hinted = [name for name in hinted if name != "prior_applications"]
    person = _one_kind(learn(state.person, new, [name for name in hinted if name not in new], _DEPENDENTS), new)
    if unsure is not None:
        person = person.model_copy(update={"declined": (*person.declined, unsure.fact)})
    return state.with_person(person)


def _one_kind(person: Person, new: Mapping[str, KnownValue]) -> Person:
    """Return the person with one kind of school, where another was told before."""
    told = [name for name in _INSTEAD if name in new]
    if len(told) != 1:
        return person
    facts = {name: known for name, known in person.facts.items() if name not in _INSTEAD or name in told}
    return person.model_copy(update={"facts": facts})


def _find_asks(
    reading: Reading,
    state: DialogueState,
    courses: tuple[str, ...],
    lexicon: Lexicon,
    encode: Encode | None,
) -> tuple[Ask, ...]:
    asking = [segment for segment in reading.segments if segment.asks and not _is_lead_in(segment, reading.segments)]
    if asking:
        # "… What do I tell him?" asks nothing by itself: what else is asked, or the whole message, is the question.
        everything = Segment(reading.text.replace("\n", " "), 0, True)
        asking = [each for each in asking if not (says_nothing(each.text) or _LEANS.match(each.text.lower()))]
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
        inside = _courses_of(piece, reading, state, courses) if len(pieces) > 1 else courses
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
                bare=_is_bare(piece, reading),
            )
        )
    return tuple(asks)


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
