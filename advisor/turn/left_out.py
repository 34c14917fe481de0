"""Fill in what a question leaves out from the conversation: "and that one?", "how long?", "what about headship?"."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.selecting import content_words
from advisor.dialogue.asking import Ask, says_nothing
from advisor.dialogue.state import DialogueState
from advisor.turn.choices import WHICH_OF_THEM, as_choice, is_choice
from advisor.turn.wants import ASKED_AGAIN, COURSE_QUESTIONS, top_intents

_ALSO_OF_EACH = {"levy", "credit"}
"""Wants beside these that are asked again of another course: "and for headship?" after an answer on the levy."""
_OF_EACH_COURSE = COURSE_QUESTIONS - {"dates", "registering", "results", "headship", "benefits", "relevance"}
_GENERAL = re.compile(
    r"\b(?:npqs|an npq|any npq|the npqs|all npqs|each npq|npq courses?|courses|a scholarship|anything else|what else|any others?|which others?|other ones|instead|(?:different|another) (?:one|course|npq)|(?:something|anything|what) else)\b"
    r"|^\W*(?:(?:so|and|ok|okay|but|right|then)\W+)*(?!what (?:would|could|can|are|will) (?:\w+ ){1,3}(?:learn|lern|study|studying|taught|doing)\b)(?:(?:which|what)(?: (?:ones?|courses?|npqs?))?|anything|any(?: of them)?) (?:would|could|can|are|will|we|they)\b(?! (?:it|that|this|the|my)\b)"
)
_ANYTHING_ELSE = re.compile(r"\b(?:anything|what|something|owt) else\b|\b(?:any|which|what) (?:of the )?others?\b")
_APPLY_AGAIN = re.compile(
    r"\b(?:refused|rejected|turned down|knocked back|not eligible|ineligible|said no to)\b(?!.{0,40}\b(?:assessment|case study|resit|result)\b)"
)
"""Of an application without success: to "try again" is to register again."""
_ELLIPTIC = content_words(
    "same also too still then there here now yet either case alright allowed true like just please though ok sure much"
)
_OWN_WORDS = 3
_OWN_QUESTION = re.compile(
    r"^\W*(?:(?:and|but|or|so|also|ok|okay|right|oh|no|yes)\W+)+(?:do|does|did|is|are|was|can|could|will|would|should|must|has|have|why|who|where|how)\b"
)
_POINTS = re.compile(r"\b(?:it|that|this|that one|this one|the course|the npq|them|those|these|both)\b")
_IT = re.compile(r"\b(?:it|that)\b")
_OF_IT = frozenset({"length", "workload", "delivery", "assessment", "content"})
_WHAT_IF = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|but|well|right|then|hmm|oh|alright|though|thank god|thanks|fine)\W+)*+(?:(?:what |what about |how about )?if|suppose|supposing|say (?=i\b|we\b)|let's say|lets say|imagine)\b"
)
_WHAT_ABOUT = re.compile(
    r"^\W*(?:(?:ok|okay|right|so|thanks|great|fine|cool|hmm|oh|alright|sure|no|yes)\W+){0,2}(?:and|or|also|same for|but)\b|\b(?:what|how) about\b|"
    r"\b(?:and|so|but) (?:for|with) (?:us|me|ours|our \w+|my \w+|her|him|them)(?: then| now)?\W*$|^\W*(?:so|ok|right|well|then) (?:now|today|these days)\W*$|"
    r"\b(?:my|our) \w+(?: \w+)? (?:too|as well|also)\W*$"
)
_SHORT = 8
_HOW_LONG = re.compile(r"\b(?:how lo?ng|when|by when)\b")
_TIMES = {"length", "dates"}
_PROCEDURES = {
    "results",
    "deferring",
    "withdrawing",
    "registering",
    "resits",
    "trn",
    "certificate",
    "changing_provider",
    "contact",
}
"""Topics of what is done once, and takes its own time."""
_THE_SAME = re.compile(
    r"\bsame (?:course|one|npq|again|thing|question|deal|for|there)\b|"
    r"^\W*(?:(?:so|and|ok|okay|right|well|then)\W+)*(?:she|he|her|him|hers|his|the other\b[\w ]{0,20})(?:'s|'d| is| would| will| be| out| in| ok| okay| fine| funded| not| too| then| eligible| covered| though)*\W*$"
)
"""Asks of another person what was asked of the one before."""
_TAKES_IT = re.compile(
    r"\b(?:ok|okay|right|yes|yeah|fine|great|go for|go with|take|do|like|have|want) that(?: one)?\b|\bthat one (?:then|it is|please)\b|^\W*that one\b"
)
"""Takes the course that was recommended first."""
_ASKS_WHO_PAYS = re.compile(
    r"\bwho(?:'s|s| is| would be)? pay\w*|\b(?:am|are|is|would|will) (?:i|we|she|he) (?:be )?paying\b|\b(?:do|does|would|will|can) (?:they|i|we|she|he|dfe|the dfe|you|someone) pay\b|\bpay for (?:it|that)\b"
)
_OF_PAYING = frozenset({"funding", "paying_otherwise", "cost"})


def _with_question_before(ask: Ask, before: DialogueState) -> Ask | None:
    """Return the ask read after the question before it, where it asks nothing, or only how long, by itself."""
    if not before.last_question:
        return None
    text = f"{before.last_question} {ask.text}"
    if says_nothing(ask.text):
        return replace(ask, text=text, courses=before.courses, carried=True, own=ask.text)
    brief = len(ask.text.split()) <= _SHORT
    how_long = _HOW_LONG.search(ask.text.lower()) is not None
    if brief and how_long and not ask.courses and ask.cues and ask.cues <= _TIMES and set(before.topics) & _PROCEDURES:
        # "How long does it take?" after an answer on appeals asks of the appeal, not of the course.
        return replace(ask, text=text, cues=frozenset(), intents={}, carried=True)
    return None


def complete(ask: Ask, before: DialogueState, turned: bool = False, by_name: bool = False) -> Ask:
    """Return the ask with what it leaves out; `turned` where it is of another person than the last one, who may be named."""
    if (joined := _with_question_before(ask, before) or _of_another_or_taken(ask, before, turned)) is not None:
        return joined
    if not ask.courses and len(before.courses) > 1 and WHICH_OF_THEM.search(ask.text):
        ask = replace(ask, courses=before.courses, carried=True)
    if is_choice(ask):
        return as_choice(ask)
    lower = ask.text.lower()
    brief = len(lower.split()) <= _SHORT
    if "resit" in ask.cues and _APPLY_AGAIN.search((ask.whole or ask.around or lower).lower()):
        ask = replace(
            ask, cues=ask.cues - {"resit"} | {"funding"}, intents=ask.intents | {"funding": 1.0, "resit": 0.0}
        )
    if brief and "funding" in ask.cues and _ANYTHING_ELSE.search(lower):
        return replace(ask, courses=())  # of all the others, not of the one named before
    if (again := _of_names_alone(ask, before, brief)) is not None:
        return again
    goes_on = bool(_WHAT_ABOUT.search(lower)) or ask.bare or (by_name and brief)
    if not ask.courses and before.courses and not _GENERAL.search(lower):
        about_a_course = bool(set(top_intents(ask)) & COURSE_QUESTIONS)
        if (about_a_course and (brief or _POINTS.search(lower))) or goes_on:
            first = len(before.courses) > 1 and set(before.courses) <= set(before.suggested) and _IT.search(lower)
            # "How much work is it?" after a recommendation is asked of the course that came first.
            ask = replace(
                ask, courses=before.suggested[:1] if first and ask.cues & _OF_IT else before.courses, carried=True
            )
    anew = ask.courses and (turned or not before.intents)
    named = ("funding",) if ask.bare and anew else before.intents  # "and for me?": would it be funded
    if not ask.cues and named and goes_on and brief and (ask.bare or by_name or not _asks_its_own(lower)):
        ask = replace(ask, intents=dict.fromkeys(named, ASKED_AGAIN), carried=True)
    return ask


def _of_another_or_taken(ask: Ask, before: DialogueState, turned: bool) -> Ask | None:
    """Return the ask where it is the last one of another person, or takes what was recommended."""
    lower = ask.text.lower()
    if turned and len(lower.split()) <= 2 * _SHORT and not ask.courses and _THE_SAME.search(lower):
        named = tuple(name for name in before.intents if name in _OF_EACH_COURSE) or ("funding",)
        again = dict.fromkeys(named, ASKED_AGAIN)
        courses = before.decided or before.courses
        return replace(ask, intents=again, cues=frozenset(named[:1]), courses=courses, carried=True)
    if ask.courses or len(lower.split()) > _SHORT or not _ASKS_WHO_PAYS.search(lower) or ask.cues - _OF_PAYING:
        return None
    takes = bool(before.suggested) and _TAKES_IT.search((ask.whole or ask.around or lower).lower())
    courses = before.suggested[:1] if takes else before.courses
    if len(courses) != 1 or set(courses) <= set(before.decided):  # after a verdict: who else would
        return None
    return replace(ask, courses=courses, cues=frozenset({"funding"}), intents={"funding": 1.0}, carried=True)


def _of_names_alone(ask: Ask, before: DialogueState, brief: bool) -> Ask | None:
    """Return the ask with what was asked before, where it only names another course or intake, or supposes something."""
    lower = ask.text.lower()
    if _WHAT_IF.search(lower) and before.intents and not ask.cues:
        courses = ask.courses or before.courses
        return replace(ask, intents=dict.fromkeys(before.intents, ASKED_AGAIN), courses=courses, carried=True)
    if ask.bare and ask.courses:
        named = _asked_of_a_course(before, recommended=bool(_WHAT_ABOUT.search(lower)))
        return replace(ask, intents=dict.fromkeys(named, ASKED_AGAIN), cues=frozenset(named[:1]), carried=True)
    if ask.cohorts and not ask.cues and not ask.courses and "funding" in before.intents and brief:
        return replace(ask, intents={"funding": ASKED_AGAIN}, courses=before.courses, carried=True)
    says_no_want = bool(_WHAT_ABOUT.search(lower)) or not top_intents(ask)
    if ask.courses and before.intents and not ask.cues and says_no_want and brief:
        named = _asked_of_a_course(before, recommended=True)
        return replace(ask, intents=dict.fromkeys(named, ASKED_AGAIN), cues=frozenset(named[:1]), carried=True)
    return None


def _asked_of_a_course(before: DialogueState, *, recommended: bool) -> tuple[str, ...]:
    """Return what was last asked and is told of each course by itself, else whether it is funded."""
    other = {"recommend", "next_course", "comparison"} if recommended else set()
    particular = tuple(name for name in before.intents if name in _ALSO_OF_EACH)
    return particular or tuple(name for name in before.intents if name in _OF_EACH_COURSE | other) or ("funding",)


def _asks_its_own(lower: str) -> bool:
    """Return whether words after "and" are a whole question: "and do our Ofsted grades come into it", not "and is it for heads?"."""
    return bool(_OWN_QUESTION.search(lower)) and len(content_words(lower) - _ELLIPTIC) >= _OWN_WORDS
