"""Complete what was asked from the conversation: a question cut short, a bare answer, a change of course."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.dialogue.asking import Ask
from advisor.dialogue.one_person import SHARPENS, Understanding
from advisor.dialogue.several import find_named
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.state import DialogueState
from advisor.turn.choices import as_choice, is_choice, of_the_money
from advisor.turn.left_out import complete
from advisor.turn.second_go import of_a_second_go
from advisor.turn.wants import ASKED_AGAIN, COURSE_QUESTIONS, top_intents

_OF_NO_WORKPLACE = {
    "length",
    "workload",
    "delivery",
    "assessment",
    "content",
    "overview",
    "cost",
    "providers",
    "dates",
    "results",
}
"""What is the same wherever somebody works: who then tells of a workplace wants to know something else."""
_WANTS = re.compile(
    r"\b(?:want|wants|would like|interested in|thinking (?:of|about)|considering|looking at|hoping to do|like to do|signed up for)\b"
)
_ASKS_PLAINLY = re.compile(r"\b(?:what|which|how|when|where|who|why|can|could|should|is|are|do|does|will|would)\b")
_NAMES_ANOTHER = re.compile(r"^\W*(?:(?:and|so|ok|but)\W+)*(?:what|how) about\b")
_YES_NO = re.compile(r"^\W*(?:yes|yeah|yep|no|nope|nah|correct|that's right)\b")
_MISSED = re.compile(
    r"\bnot what i(?:'m| am| was)? (?:ask\w*|meant|said)\b|\b(?:read|look at) (?:it|that|this|my \w+|what i \w+) again\b|"
    r"\b(?:didn't|didnt|did not|haven't|havent|don't|dont) (?:answer|read|listen)\w*|\b(?:answer|read) (?:the|my) (?:question|message)\b|\bwrong question\b"
)
_CORRECTS = re.compile(
    r"^\W*(?:(?:no|nope|not|wait|sorry|actually|hang on)\b|i (?:already |just )?(?:said|told)\b|(?:like|as) i said\b)"
)
_BEARS_ON_ENTRIES = {"works_in_england", "nation", "work_setting", "eligible_establishment_type", "senco_start"}
"""Facts that may make another entry the answer; a role or an aim is for a recommendation."""
_A_QUESTION = 4
_NAMES_ONLY = 2


def complete_asks(understood: Understanding, before: DialogueState) -> tuple[Ask, ...]:
    """Return the things to answer, each with its intents and courses, also where the message only hints at them."""
    asks = understood.asks
    before = _of_the_one_named(understood, before)
    questions = any(ask.is_question and not (ask.leans and understood.answered is not None) for ask in asks)
    if understood.answered is not None and not (questions and any(top_intents(ask) for ask in asks)):
        return _asked_again(understood, before)
    if (again := _put_again(understood, before)) is not None:
        return (again,)
    if questions:
        turned = understood.state.subject != before.subject
        by_name = find_named(understood.text.lower(), understood.state.people) is not None
        asks = tuple(of_a_second_go(_for_funding(of_the_money(ask), understood), understood) for ask in asks)
        completed = tuple(complete(ask, before, turned, by_name) for ask in asks)
        return (*_answered_beside(understood, before, completed), *completed)
    if any(is_choice(ask) for ask in asks):
        return tuple(as_choice(ask) if is_choice(ask) else ask for ask in asks)
    told = bool(understood.slots or understood.courses) or bool(_YES_NO.match(understood.text.lower()))
    if told and before.intents and not _tells_new_want(asks):
        return _asked_again(understood, before)
    return tuple(_as_statement(ask, understood, before) for ask in asks)


def _of_the_one_named(understood: Understanding, before: DialogueState) -> DialogueState:
    """Return the conversation with the courses of the one person turned to, where each of several has their own."""
    state = understood.state
    own = state.person.courses
    turned = state.subject != before.subject or (bool(before.together) and not state.together)
    return before.model_copy(update={"courses": own}) if own and turned else before


def _tells_new_want(asks: tuple[Ask, ...]) -> bool:
    """Return whether a message without a question still says, in clear words, that something else is wanted."""
    return any(
        ask.cues & {"deferring", "registering", "wants_person", "recommend", "results", "english_hub", "levy"}
        for ask in asks
    )


def _asked_again(understood: Understanding, before: DialogueState) -> tuple[Ask, ...]:
    courses = understood.courses or before.courses
    if understood.answered is not None and understood.answered.fact in SHARPENS and "recommend" in before.intents:
        courses = understood.courses  # what was asked back was to choose among courses: choose anew
    if not understood.courses and len(before.courses) > 1 and set(before.courses) <= set(before.suggested):
        courses = ()  # the courses suggested together bind nobody who goes on to tell more
    named = before.intents or (("funding",) if courses else ())
    if understood.answered is not None and understood.answered.course and not {"funding", "recommend"} & {*named}:
        named = ("funding",)  # asked back for a verdict, whatever was asked in between
    if understood.answered is None and courses and set(named) <= _OF_NO_WORKPLACE and _tells_workplace(understood):
        named = ("funding",)
    if courses and "funding" not in named and _tells_lists(understood):
        named = ("funding",)  # a list is told of for the money's sake alone
    if understood.courses and "recommend" in named and not set(understood.courses) & set(before.suggested):
        named = ("funding",)
    if not named:
        return tuple(_as_statement(ask, understood, before) for ask in understood.asks)
    intents = dict.fromkeys(named, ASKED_AGAIN)
    cohorts = understood.asks[0].cohorts if understood.asks else ()
    # "I meant NPQSENCO" asks of another course what was asked in clear words before.
    cues = frozenset(named[:1]) if understood.courses and named[0] in COURSE_QUESTIONS else frozenset()
    return (Ask(understood.text, intents, courses, carried=True, cues=cues, unsure=understood.unsure, cohorts=cohorts),)


def _answered_beside(understood: Understanding, before: DialogueState, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """Return the ask for the verdict that an answer settles, where the same message asks about something else."""
    answered = understood.answered
    if answered is None or understood.unsure or answered.course is None or "funding" not in before.intents:
        return ()
    if any("funding" in ask.cues or (ask.carried and ask.wants("funding")) for ask in asks):
        return ()
    courses = before.courses if answered.course in before.courses else (answered.course,)
    return (Ask(understood.text, {"funding": ASKED_AGAIN}, courses, carried=True, beside=True),)


def _asks_more(ask: Ask, *, missed: bool) -> bool:
    """Return whether a question holds more than the words that the answer missed it."""
    left = _MISSED.sub("", ask.text.lower())
    return bool(ask.cues or ask.courses) or not missed or len(left.split()) >= _A_QUESTION


def _put_again(understood: Understanding, before: DialogueState) -> Ask | None:
    """Return the last question with what is told now, where the words only say that the answer missed it."""
    missed = _MISSED.search(understood.text.lower()) is not None
    corrects = missed or _CORRECTS.match(understood.text.lower()) is not None
    told = any(slot.fact in _BEARS_ON_ENTRIES for slot in understood.slots)
    asks_more = any(ask.is_question and _asks_more(ask, missed=missed) for ask in understood.asks)
    if asks_more or not before.last_question or not (missed or (corrects and told)) or understood.courses:
        return None
    if told and (before.decided or "recommend" in before.intents):
        return None  # what is told settles the verdict or the choice: the same is asked again
    text = f"{before.last_question} {understood.text}" if told else before.last_question
    intents = {} if before.decided else dict.fromkeys(before.intents, ASKED_AGAIN)
    return Ask(text, intents, before.courses, carried=True, own=understood.text, again=True)


def _as_statement(ask: Ask, understood: Understanding, before: DialogueState) -> Ask:
    """A message that tells and asks nothing: about a course it wants to know of funding, about a person what fits."""
    if is_choice(ask):
        return as_choice(ask)
    if ask.cues - {"glossary", "overview"} and not ask.courses:
        return complete(ask, before)
    # "prep school, fees": of a workplace that is told, money taken from parents is no price of a course.
    beside = {"eligibility", "recommend", *(("cost",) if _tells_workplace(understood) else ())}
    if ask.courses and not (ask.cues - beside):
        intents = {"funding": ASKED_AGAIN}
        if _WANTS.search(ask.text.lower()) and not _tells_workplace(understood):
            intents["overview"] = ASKED_AGAIN
        names_only = len(ask.text.split()) <= _NAMES_ONLY
        return replace(ask, intents=intents, carried=names_only or _tells_workplace(understood))
    if not ask.courses and understood.slots and not ask.cues:
        return replace(
            ask, intents={"recommend": ASKED_AGAIN, "funding": ASKED_AGAIN if _tells_workplace(understood) else 0.0}
        )
    return complete(ask, before)


def _for_funding(ask: Ask, understood: Understanding) -> Ask:
    """Read "EHCO for a head in Cumbria, maintained school?" as asking of funding: a course, a workplace, no other want."""
    wanted = set(top_intents(ask)) - {"eligibility", "funding", "headship", "audience"}
    if (
        ask.courses
        and not ask.cues
        and not wanted
        and _tells_workplace(understood)
        and not _ASKS_PLAINLY.search(_NAMES_ANOTHER.sub("", ask.text.lower()))
    ):
        return replace(ask, intents={**ask.intents, "funding": ASKED_AGAIN}, carried=True)
    return ask


def _tells_lists(understood: Understanding) -> bool:
    return any(slot.fact in LIST_FACTS for slot in understood.slots)


def _tells_workplace(understood: Understanding) -> bool:
    return any(
        slot.fact in ("cohort_id", "work_setting", "works_in_england", "prior_applications")
        for slot in understood.slots
    )
