"""Find what a message asks: its questions, what each wants and of which courses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.dialogue.allowed import asks_leave_for_something_else
from advisor.dialogue.courses import find_courses
from advisor.dialogue.intents import CUE_PROBABILITY, find_cues, score_intents
from advisor.dialogue.lexicon import Lexicon
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.state import DialogueState
from advisor.dialogue.text.segments import Segment

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
    r"is there (?:going to be )?(?:one|any|something (?:else )?(?:i|we) \w+ .*)|what is (?:it|that|this)|who (?:should|would|do|can|could|must) (?:i|we|she|he|they) (?:talk to|speak to|write to|chase|ask|contact|ring|(?:send|point|refer|direct|pass) (?:her|him|them|it|that) (?:on )?to)|"
    r"is (?:that|this|it) (?:enough|possible|normal|soon enough)|when|how|why)\W*$"
)
"""Asks nothing by itself, in a message that says what it is about."""
_LEADS_UP = re.compile(r"\b(?:wants? to know|asking|wondering|would like to know)\W*$")
_ASKS_FOR_HELP = re.compile(
    r"\b(?:can|could|would|will) (?:you|anyone|someone|somebody)(?: please)? (?:advise|help|assist|clarify|answer|look at this|deal with this)"
    r"(?: (?:me|us|him|her|them|please|with (?:this|it|that)|on (?:this|it|that)|out|here))*\W*$"
)
_DENIES_ASKING = re.compile(
    r"^\W*(?:(?:i'm|im|i am|we're|we are|it's|its|it is|this is|that's|thats|that is)(?: really| just)? )?(?:not (?:asking|enquiring|bothered|worried|fussed|interested|talking|concerned)|"
    r"never mind|forget|leave aside|leaving aside|setting aside|don't worry|not)(?: (?:about|for|in|after|on|with))? "
    r"(?:(?:the|any|my|our|her|his|who|whether|if|a) )?(?:\w+ ){0,2}?(?:funding|money|scholarships?|cost|price|fees?|pays|funded|question|query|dates|eligibility)(?: (?:here|now|today|side|at all|please|yet|this time))*\W*$"
)
"""Says what is not asked: "not asking about funding." asks nothing of it."""
_MAY_I = re.compile(
    r"^\W*(?:and |so |but )?(?:can|could|may|am) (?:i|we|she|he|they)(?: (?:allowed|eligible|do (?:it|that|this)|take it))?\W*$"
)
_WHICH = re.compile(r"^\W*(?:and |so |but )?which(?: (?:one|npq|course)s?)?\W*$")
_OF_MONEY = re.compile(r"£|\b(?:payments?|grants?)\b")
_NAMES_A_MATTER = ("course", "course_hint", "legacy", "not_npq", "list", "organisation")
_IT = re.compile(r"\b(?:it|that one|this one)\b")
_OF_IT = re.compile(r"\b(?:it|that|this|them|those|any|some|one|there|which|how many)\b")
"""Points back at what the sentence before named: "can any of it go on NPQSL?", "which?"."""


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


def find_asks(
    reading: Reading,
    state: DialogueState,
    courses: tuple[str, ...],
    lexicon: Lexicon,
    encode: Encode | None,
) -> tuple[Ask, ...]:
    """Return what a message asks, in its order; without a question, the whole message as one ask.

    `courses` are those the whole message is about; `encode` is None while the model is loading.
    """
    leans = False
    asking = [
        segment for segment in reading.segments if segment.asks and not _asks_nothing_of_its_own(segment, reading)
    ]
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
        if not cues and asking and _OF_IT.search(piece.text.lower()):
            told = _cues_before(piece, reading, lexicon)
            cues, intents = told, {**intents, **dict.fromkeys(told, CUE_PROBABILITY)}
        if "eligibility" in cues and asks_leave_for_something_else(piece.text):
            cues, intents = cues - {"eligibility"}, {**intents, "eligibility": 0.0}
        if _MAY_I.match(piece.text.lower()):  # "I want to do NPQSL, can I and would I be funded?"
            cues, intents = cues | {"eligibility"}, {**intents, "eligibility": 1.0}
        if _WHICH.match(piece.text.lower()) and not inside:  # "my deputy wants an NPQ, which and how much?"
            cues, intents = cues | {"recommend"}, {**intents, "recommend": 1.0}
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


def _cues_before(piece: Segment, reading: Reading, lexicon: Lexicon) -> frozenset[str]:
    """Return what particular want the last telling sentence before a question names, where the question only points at it."""
    before = [each for each in reading.segments if each.start < piece.start]
    if not before or before[-1].asks:
        return frozenset()
    cues = find_cues(lexicon.mask(before[-1].text.lower()), lexicon.intents)
    return frozenset(name for name in cues if lexicon.intents[name].specific)


def but_told(ask: Ask, told: tuple[str, ...], lexicon: Lexicon) -> Ask:
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


def _asks_nothing_of_its_own(segment: Segment, reading: Reading) -> bool:
    """Return whether a piece only leads up to a question or says what is not one: "not asking about funding"."""
    return _is_lead_in(segment, reading.segments) or bool(_DENIES_ASKING.match(segment.text.lower()))


def _is_lead_in(segment: Segment, segments: tuple[Segment, ...]) -> bool:
    """Return whether a piece only leads up to what is asked after it: "please see below, can you advise?"."""
    lower = segment.text.lower()
    if _LEADS_UP.search(lower):
        return segment != segments[-1]
    # "Can you help? I'm in Leeds" asks for help; "can you advise? Is it free?" asks what comes after it.
    return bool(_ASKS_FOR_HELP.search(lower)) and any(each.asks and each.start > segment.start for each in segments)


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
