"""Complete what was asked from the conversation: "and that one?", "how long?", a bare answer, a change of course."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.selecting import content_words
from advisor.dialogue.asking import Ask, says_nothing
from advisor.dialogue.several import find_named
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.state import DialogueState
from advisor.dialogue.understanding import SHARPENS, Understanding

ASKED_AGAIN = 0.9
_NO_QUESTION = {
    "inform",
    "small_talk",
    "thanks",
    "misuse",
    "start_again",
    "complaint",
    "out_of_scope",
    "distress",
    "safeguarding",
}
_COURSE_QUESTIONS = {
    "funding", "eligibility", "audience", "cost", "length", "workload", "delivery", "assessment", "content", "overview",
    "providers", "headship", "benefits", "relevance", "dates", "registering", "results",
}  # fmt: skip
_ALSO_OF_EACH = {"levy", "credit"}
"""Wants beside these that are asked again of another course: "and for headship?" after an answer on the levy."""
_OF_EACH_COURSE = _COURSE_QUESTIONS - {"dates", "registering", "results", "headship", "benefits", "relevance"}
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
_SECOND_GO = re.compile(
    r"\b(?:(?:second|2nd|another|one more|fresh|new) (?:go|crack|shot|try|bite|stab|attempt|time|start|turn|bash|round|chance|run)|round two|take two|(?:start|begin|starting)(?: it| over| all over| it all)* (?:over|again|afresh|anew|from scratch)|from scratch|"
    r"(?:do|take|doing|have|redo|retake|repeat|redoing|repeating|retaking)(?: it| that| this| the same(?: one| course)?)? (?:all )?(?:again|over|twice|once more)|redo (?:it|that|the)|repeat (?:it|that|the)|on it again|same (?:npq|course|one) (?:again|twice))\b"
)
_SAME_TERMS = re.compile(r"\b(?:same|similar) (?:deal|terms|basis|arrangement|conditions|way|offer|money|again)\b")
_HOW_IT_IS_DONE = re.compile(
    r"\b(?:resit|re-sit|resubmit|assessment|case study|submit|un-?defer|pick (?:it|my place) (?:back )?up|how (?:do|would|can|does))\b"
)
"""Of the place held, or of its assessment, and of no new one."""
_GENERAL = re.compile(
    r"\b(?:npqs|an npq|any npq|the npqs|all npqs|each npq|npq courses?|courses|a scholarship|anything else|what else|any others?|which others?|other ones|instead|(?:different|another) (?:one|course|npq)|(?:something|anything|what) else)\b"
    r"|^\W*(?:(?:so|and|ok|okay|but|right|then)\W+)*(?:(?:which|what)(?: (?:ones?|courses?|npqs?))?|anything|any(?: of them)?) (?:would|could|can|are|will|we|they)\b(?! (?:it|that|this|the|my)\b)"
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
_WANTS = re.compile(
    r"\b(?:want|wants|would like|interested in|thinking (?:of|about)|considering|looking at|hoping to do|like to do|signed up for)\b"
)
_EITHER = re.compile(r"\b(?:or|vs\.?|versus)\b", re.IGNORECASE)
_WHICH_OF_THEM = re.compile(
    r"\bwhich (?:one|of (?:the )?(?:two|three|those|these|them)|(?:is|would be|suits|fits|should|would|do you))\b|\bwhich\W*$",
    re.IGNORECASE,
)
_MONEY_OF_THEM = re.compile(
    r"\b(?:cover|covers|covered|pays?(?! off)|paid|funds?|funded|fundable|free|gratis|scholarships?|money|on the house)\b(?! (?:period|time|school))",
    re.IGNORECASE,
)
"""Asked of two courses side by side, it wants a verdict on both and no choice between them."""
_SAYS_LITTLE = {"recommend", "comparison", "overview", "glossary", "eligibility", "next_course"}
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
_SHORT, _A_QUESTION = 8, 4
_NAMES_ONLY = 2
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
_BOTH = re.compile(
    r"\b(?:that|it|this)(?: one)? (?:and|plus|as well as|along with|alongside|on top of)\b|\b(?:and|plus|as well as|alongside|on top of) (?:that|it|this)\b(?! (?:is|was|would|does|be))|\bboth of (?:them|those|these)\b"
)
"""Sets the course spoken of beside one that is named: "that AND the coaching"."""
_TAKES_IT = re.compile(
    r"\b(?:ok|okay|right|yes|yeah|fine|great|go for|go with|take|do|like|have|want) that(?: one)?\b|\bthat one (?:then|it is|please)\b|^\W*that one\b"
)
"""Takes the course that was recommended first."""
_ASKS_WHO_PAYS = re.compile(
    r"\bwho(?:'s|s| is| would be)? pay\w*|\b(?:am|are|is|would|will) (?:i|we|she|he) (?:be )?paying\b|\b(?:do|does|would|will|can) (?:they|i|we|she|he|dfe|the dfe|you|someone) pay\b|\bpay for (?:it|that)\b"
)
_OF_PAYING = frozenset({"funding", "paying_otherwise", "cost"})
_AT_THEIR_COST = re.compile(
    r"\b(?:at|on) (?:the )?(?:dfe|department|government|state)(?:'s|s)? (?:cost|expense|tab|bill)\b|\b(?:dfe|government)\b[^.?!]{0,20}\bpay\w*\b"
)


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
        asks = tuple(_of_a_second_go(_for_funding(_of_the_money(ask), understood), understood) for ask in asks)
        completed = tuple(_complete(ask, before, turned, by_name) for ask in asks)
        return (*_answered_beside(understood, before, completed), *completed)
    if any(_is_choice(ask) for ask in asks):
        return tuple(_as_choice(ask) if _is_choice(ask) else ask for ask in asks)
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


def top_intents(ask: Ask, at_least: float = 0.5) -> tuple[str, ...]:
    """Return the intents of an ask, the most probable first, courtesies left out."""
    named = [(p, name) for name, p in ask.intents.items() if p >= at_least and name not in _NO_QUESTION]
    return tuple(name for _, name in sorted(named, key=lambda pair: (-round(pair[0], 6), pair[1])))


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
    cues = frozenset(named[:1]) if understood.courses and named[0] in _COURSE_QUESTIONS else frozenset()
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
    if _is_choice(ask):
        return _as_choice(ask)
    if ask.cues - {"glossary", "overview"} and not ask.courses:
        return _complete(ask, before)
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
    return _complete(ask, before)


def _is_choice(ask: Ask) -> bool:
    """Return whether the words set two courses side by side and name nothing else that is wanted of them."""
    apart = _EITHER.search(ask.text) or _WHICH_OF_THEM.search(ask.text)
    return len(ask.courses) > 1 and bool(apart) and not ask.cues - _SAYS_LITTLE and not _MONEY_OF_THEM.search(ask.text)


def _of_the_money(ask: Ask) -> Ask:
    """Read "LBC or SL, does the DfE cover either" as asking of both whether they are funded."""
    sides = len(ask.courses) > 1 and _EITHER.search(ask.text) and _MONEY_OF_THEM.search(ask.text)
    return replace(ask, intents=ask.intents | {"funding": 1.0}) if sides and not ask.cues - _SAYS_LITTLE else ask


def _as_choice(ask: Ask) -> Ask:
    return replace(
        ask, intents={**ask.intents, "recommend": ASKED_AGAIN, "comparison": ASKED_AGAIN}, bare=False, choice=True
    )


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


def _of_a_second_go(ask: Ask, understood: Understanding) -> Ask:
    """Read a wish for the same NPQ again, by somebody whose place DfE paid for, as asking whether it would pay twice."""
    told = understood.state.person.facts.get("prior_applications")
    held = told.value if told is not None and isinstance(told.value, list) else []
    funded = [str(each.get("course")) for each in held if isinstance(each, dict) and each.get("funded_place") is True]
    meant = set(ask.courses or understood.state.courses)
    again = _SECOND_GO.search(ask.text.lower()) or _SAME_TERMS.search(ask.text.lower())
    if not again or not (meant & set(funded)) or _HOW_IT_IS_DONE.search(ask.text.lower()):
        return ask
    of_it = tuple(course for course in funded if course in meant)
    return replace(
        ask,
        intents={**ask.intents, "funding": 1.0, "next_course": 0.0, "resit": 0.0},
        cues=ask.cues - {"next_course", "resit", "start_again"} | {"funding"},
        courses=ask.courses or of_it,
    )


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


def _complete(ask: Ask, before: DialogueState, turned: bool = False, by_name: bool = False) -> Ask:
    """Return the ask with what it leaves out; `turned` where it is of another person than the last one, who may be named."""
    if (joined := _with_question_before(ask, before) or _of_another_or_taken(ask, before, turned)) is not None:
        return joined
    if not ask.courses and len(before.courses) > 1 and _WHICH_OF_THEM.search(ask.text):
        ask = replace(ask, courses=before.courses, carried=True)
    if _is_choice(ask):
        return _as_choice(ask)
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
        about_a_course = bool(set(top_intents(ask)) & _COURSE_QUESTIONS)
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
    """Return the ask where it is the last one of another person, adds a course to the last one, or takes what was recommended."""
    lower = ask.text.lower()
    if turned and len(lower.split()) <= 2 * _SHORT and not ask.courses and _THE_SAME.search(lower):
        named = tuple(name for name in before.intents if name in _OF_EACH_COURSE) or ("funding",)
        again = dict.fromkeys(named, ASKED_AGAIN)
        courses = before.decided or before.courses
        return replace(ask, intents=again, cues=frozenset(named[:1]), courses=courses, carried=True)
    if ask.courses and len(before.courses) == 1 and _BOTH.search(lower):
        both = tuple(dict.fromkeys((*before.courses, *ask.courses)))
        free = _AT_THEIR_COST.search(lower)
        cues = ask.cues - {"cost"} | {"funding"} if free else ask.cues
        return replace(ask, courses=both, cues=cues, intents=ask.intents | ({"funding": 1.0} if free else {}))
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


def _tells_lists(understood: Understanding) -> bool:
    return any(slot.fact in LIST_FACTS for slot in understood.slots)


def _tells_workplace(understood: Understanding) -> bool:
    return any(
        slot.fact in ("cohort_id", "work_setting", "works_in_england", "prior_applications")
        for slot in understood.slots
    )
