"""Tell which courses a message asks about: by name, by a weak word, by pointing, or by choosing from a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.core.courses import SENCO
from advisor.dialogue.choosing import choice_of_two, dropped_courses, keep_of_spoken
from advisor.dialogue.slots.polarity import clause_around
from advisor.dialogue.slots.prior import BEFORE_REFORM, past_courses
from advisor.dialogue.slots.prior_again import find_put_right
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.state import DialogueState
from advisor.dialogue.text.names import Mention
from advisor.dialogue.wanted import with_believed

_NOT_WANTED = re.compile(
    r"\b(?:not|isn't|rather than|instead of|other than|apart from|don't (?:want|mean)|not the)\s+(?:the\s+|an?\s+)?$"
)
_STRONG_HINT = re.compile(r"\b(?:one|1|course|qualification|version|itself|offer|thing|route)$")
_POINTS_AT = re.compile(r"\b(?:the|that|this|your|their|an?)\s+(?:[a-z]+\s+)?$")
_HEAD_NOUN = re.compile(
    r"\s+(?:one|1|version|itself|offer|thing|route)\b(?!\s+(?:of|to|thing|term|day|year|form|class|page))"
)
"""What makes a course of a weak name: "the early years version", "that senco 1", "headship itself"."""
_HINT_CUE = re.compile(
    r"\b(?:npq|course|want|wants|do|doing|take|taking|is|about|would|for|start|and|scholarship (?:for|in)|for the|in)\s+(?:the\s+|an?\s+)?$"
)
_HINT_QUESTION = re.compile(
    r"\b(?:fund\w*|scholarship|free|npqs?|course|autumn|intake|cost|pay|qualification|framework|length|how long)\b"
)
_AFTER_HINT = re.compile(
    r"^\s*(?:npq|course|qualification|framework|one|be funded|is it|is\b|still|funded|\?|,|\.|$|this autumn|autumn|on a|would|instead|then\b|please|though|and|or)"
)
_PAYS_FOR = re.compile(
    r"\b(?:cover|fund|pay for|paying for|paid for|sponsor|scholarship for|funding for)\s+(?:the\s+)?$"
)
_AIMED_AT = re.compile(
    r"\b(?:after|fancy|fancying|thinking(?: about)?|considering|want|wanting|(?:eyeing|eying)(?: up)?|looking (?:at|to|towards)|(?:aim|aiming|going|gunning|heading|ready) (?:for|at|towards)|"
    r"keen on|set on|sights on|interested in|moving (?:on )?(?:to|towards))\s+(?:the\s+|an?\s+|of\s+)?$"
)
"""Says alone, once courses are spoken of, which one is meant: "I'm after headship", "an old NPQML, and now eyeing headship"."""
_HINTS_ALONE = {"headship", "senior leadership", "executive headship", "early headship", "ltd", "lbc", "lpm", "eyl"}
_CHOOSES = re.compile(
    r"(?:^|[.,;:!?(]\s*|\b)(?:(?:it|that)(?:'s|s|'d be|d be| is| would be| will be|'ll be)|(?:go|going|gone|goes|went) (?:with|for)|pick|picked|picking|choose|chose|chosen|choosing|"
    r"opt for|opted for|settled on|leaning (?:to|towards)|(?:let's|lets|i'd|would|just) say|i (?:mean|meant)|rather|prefer|i reckon|so|then|probably|definitely|rather)\s+(?:the\s+|for\s+)?$"
)
_IS_CHOSEN = re.compile(
    r"^,?\s*(?:it'd be|itd be|it would be|it is\b|it's\b|then\W*$|please|pls|i (?:think|reckon|guess|suppose|want|fancy|meant?)\b|for (?:me|her|him|us)\b|(?:sounds?|seems?|looks?|appeals?|feels?)\b|"
    r"is (?:what|the one|the plan|my (?:choice|pick|aim))\b)"
)
_CLAUSE_STARTS = re.compile(r"(?:^|[.,;:!?(\n]|\b(?:so|and|but|then|ok|okay|right|think|reckon|well))\s*(?:the\s+)?$")
"""A weak name in words of choosing is the course: "senior leadership sounds about right", "so headship, please"."""
_IN_POST = re.compile(
    r"\b(?:i'm|im|i am|we're|been|being|she's|he's|is|am|are|works?|working)(?: already| now| still)? in\s+$"
)
# "In my third year of headship" tells of a post, not of the course.
_TIME_IN_POST = re.compile(
    r"\b(?:(?:years?|months?|terms?) (?:of|in|into)|into|towards|new to|step up to|move to|first|second|since|"
    r"aim\w* (?:for|at)|(?:ready|prepar\w+|heading) for|progress\w* to|(?:out of|left|leaving|without|between) (?:an? |my |the )?(?:first |second |last )?)\s*$"
)
_NEVER_HAD = re.compile(
    r"\b(?:never|n't|not|havent|hasnt|didnt|without)(?: (?:yet|ever|actually|got|having|going to))*"
    r"(?: (?:do|did|done|doing|take|took|taken|taking|have|had|having|start|started|finish|finished))?\s+(?:the |my |an? |any |her |his )?$"
)
_HAD = re.compile(
    r"\b(?:did|done|completed|finished|passed|failed|already (?:have|had|got)|(?:have|'ve|has) got)\s+(?:the |my |an? |her |his )?$"
)
"""Before a name: what somebody has not done is, beside another course, a condition of that one and not asked about."""
_BETWEEN = re.compile(r"\s*(?:or|and|vs\.?|versus|,|/)\s*(?:an? |the )?")
_COACHING = ("coaching", "a coach")
_COACHING_INSIDE = re.compile(
    r"\s+(?:(?:is |that )?(?:included |given |offered )?(?:on|in|within|with|during|from|as part of)\s+(?:the |an? |my |your |this )?(?:npq|course|programme)"
    r"|(?:of |for )?(?:staff|teachers|colleagues|mentors|pupils|children|them|others|model|skills|sessions?(?= on)))"
)
"""What a course holds or what somebody does for others, and no offer for new heads."""
_SELF_HEAD = re.compile(
    r"\b(?:started|now|became|new|acting|as) (?:an? |the )?head\b(?! of)|(?:^|[,.;] ?|\bi am |\bi'm |\bim )(?:the |a )?head (?:since|for \w+ (?:years?|months?|terms?)|from|at)\b"
)
_THE_NPQ = re.compile(r"\b(?:the|this|that|my|new) npq\b(?! for| in)")
_OF_A_FRIEND = re.compile(
    r"\bmy (?:friend|mate|colleague|wife|husband|partner)\b[\w\s']{0,12}\b(?:on|doing|did|does|done|taking|took)\s+(?:the |an? )?$"
)
_COUNTS = re.compile(
    r"^(?:\s+\w+){0,3}?\s+(?:count|matter|affect|stop|block|go against|make a difference|be a problem|a problem)\b"
)
_SENCO_ROLE = re.compile(r"\bsen(?:d)?co")
_OR_SENCO = re.compile(
    r"\bor (?:the )?sen(?:d)?co\b(?! (?:at|in|of|for|here|role|job|post))|^\W*(?:the )?sen(?:d)?co or\b"
)
_SENCO_IS = re.compile(r"\b(?:is )?sen(?:d)?co (?:is |one )?(?:an? )?(?:no|yes|out|funded|not funded|still)\b")
_OF_TODAY = {old: new for new, old in BEFORE_REFORM.items()} | {"nasenco": SENCO}
_NEW_ONE = re.compile(
    r"\b(?:new|newer|current|modern|reformed|replacement|present|today'?s|up[- ]to[- ]date|2026|latest|revised|updated)(?: (?:style|equivalent|look|form))? "
    r"(?:ones?|version|npqs?|qualification|course|equivalent|award|programme|format|thing|kind|sort|sl|h|el)\b(?! (?:in|of|for|to) (?:my|the|our) (?:school|area|team))|"
    r"\b(?:the|its|a) (?:replacement|successor|new equivalent|equivalent now|modern equivalent)\b|\b(?:what|whatever|the one|the course|the thing) (?:that )?(?:has )?replaced it\b|\b(?:as it is|the one) (?:now|today|these days)\b"
)
"""What came in place of an old NPQ or of the NASENCO award."""
_AND_BESIDE = r"(?:(?:and|plus|as well as|together with|along with|alongside|on top of)\b|&)(?! (?:now|is|then|am|i|we|want|so|was|will|can|could|it's|that's)\b)"
_THAT_AND = re.compile(
    rf"\b(?:have|do|take|get|fund|cover|pay for|combine|about|both|with|is|are) (?:both )?(?:that|it|this)(?: one| npq| course)?,? {_AND_BESIDE}|"
    rf"^\W*(?:that|it|this)(?: one)? {_AND_BESIDE}|"
    r"\b(?:as well as|alongside|on top of) (?:that|it|this)\b(?! (?:is|was|would|does|be|year|term|autumn|spring)\b)|"
    r"\b(?:and|plus) (?:that|this)(?: one)?\W*$|\bboth of (?:them|those|these)\b"
)
"""Joins the course spoken of with another that is named."""
_BOTH = re.compile(
    r"\b(?:both|those two|these two|the two|which of (?:us|those|these|the two|them)|either of (?:them|those)|all of (?:them|those))\b"
)


def find_courses(reading: Reading, state: DialogueState) -> tuple[str, ...]:
    """Return the courses asked about in this message, in order; empty where it names none."""
    past = (*past_courses(reading), *find_put_right(reading))
    dropped = dropped_courses(reading)
    named = [
        m
        for m in reading.of_kind("course")
        if m not in past and m not in dropped and not _is_denied(reading, m) and not _is_in_passing(reading, m, state)
    ]
    # "NPQSL, not NPQH": what is denied goes, unless nothing else is left and it is merely asked about.
    found = _named_or_hinted(reading, named, state)
    if found and len(state.courses) == 1 and _THAT_AND.search(reading.lower):
        found = [*state.courses, *found]  # "could she have that and the coaching?"
    if not found:
        found = list(keep_of_spoken(reading, state))
    if not found and _BOTH.search(reading.lower) and len(state.recent_courses) > 1:
        found = list(state.recent_courses[-2:])
    if not found:
        found = _new_version_of(reading, past)
    if not found and past:
        found = _asked_again(reading, past)
    if SENCO not in found and _senco_beside(reading, state, asked=bool(found)):
        found.append(SENCO)
    if not found and _THE_NPQ.search(reading.lower) and _SENCO_ROLE.search(reading.lower):
        found = [SENCO]
    return with_believed(found, reading, (*past, *dropped))


def _named_or_hinted(reading: Reading, named: list[Mention], state: DialogueState) -> list[str]:
    """Return the courses that names tell, by themselves or with the weak names beside them, else weak names alone."""
    dropped = dropped_courses(reading)
    hints = tuple(m for m in reading.of_kind("course_hint") if m not in dropped)
    by_noun = [m for m in hints if is_named_by_noun(m) and not _is_behind(reading, m)]
    if by_noun:
        named = [m for m in named if not _NEVER_HAD.search(reading.lower[: m.start])]
    beside = [m for m in hints if _stands_beside(reading, m, named)] if named else []
    told = sorted((*named, *beside, *(by_noun if named else ())), key=lambda m: m.start)
    coaching = [m for m in hints if _is_coaching_of_head(reading, m)] if named else []
    found = [m.value for m in (*told, *coaching)]
    if not found:
        found = choice_of_two(reading.lower, hints)
    if not found:
        likely = [m for m in hints if _is_course(reading, m)]
        found = [m.value for m in likely if not _is_behind(reading, m)] or [m.value for m in likely]
    goes_on = bool(state.intents) and not any(segment.asks for segment in reading.segments)
    if not found and (goes_on or past_courses(reading) or any(reading.of_kind("legacy"))):
        found = [m.value for m in hints if _is_aimed_at(reading, m)]
    return found


def with_head_nouns(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the names with the noun that makes a course of a weak one: "the early years version", "headship itself"."""
    lower = text.lower()
    return tuple(_with_head_noun(m, lower, text) if m.kind == "course_hint" else m for m in mentions)


def _with_head_noun(hint: Mention, lower: str, text: str) -> Mention:
    noun = _HEAD_NOUN.match(lower, hint.end)
    pointed = _POINTS_AT.search(lower[: hint.start]) or hint.text.lower().startswith("the ")
    if noun is None or not (pointed or noun.group().strip() == "itself"):
        return hint
    return replace(hint, end=noun.end(), text=text[hint.start : noun.end()])


def is_named_by_noun(hint: Mention) -> bool:
    """Return whether a weak name stands with a noun that makes a course of it, so that it tells nothing else."""
    return hint.kind == "course_hint" and _HEAD_NOUN.fullmatch(_last_word(hint)) is not None


def _is_behind(reading: Reading, mention: Mention) -> bool:
    """Return whether a course is what somebody has had, or has never had: beside another it is not asked about."""
    before = reading.lower[: mention.start]
    return bool(_HAD.search(before) or _NEVER_HAD.search(before))


def _last_word(mention: Mention) -> str:
    return " " + mention.text.lower().rsplit(None, 1)[-1]


def _is_aimed_at(reading: Reading, hint: Mention) -> bool:
    return hint.text.lower() in _HINTS_ALONE and bool(_AIMED_AT.search(reading.lower[: hint.start]))


def _senco_beside(reading: Reading, state: DialogueState, *, asked: bool) -> bool:
    """Return whether "SENCO" means the course: set beside another ("EYL or SENCO"), or asked about again ("so SENCO is a no?")."""
    if asked:
        return bool(_OR_SENCO.search(reading.lower))
    return SENCO in state.recent_courses and bool(_SENCO_IS.search(reading.lower))


def find_past_courses(reading: Reading) -> tuple[str, ...]:
    """Return the reformed courses that the message speaks of as past: what is asked next is likely about them."""
    past = sorted(past_courses(reading), key=lambda mention: mention.start)
    return tuple(dict.fromkeys(mention.value for mention in past if mention.kind == "course"))


def _stands_beside(reading: Reading, hint: Mention, named: list[Mention]) -> bool:
    """Return whether only "or" or "and" lies between a weak name and a course: "early years leadership or headship"."""
    return any(
        _BETWEEN.fullmatch(reading.lower[min(hint.end, m.end) : max(hint.start, m.start)])
        for m in named
        if m.end <= hint.start or hint.end <= m.start
    )


def _is_head(reading: Reading) -> bool:
    return (
        reading.known.get("is_headteacher") is True
        or any(mention.value in ("headteacher", "new_headteacher") for mention in reading.of_kind("role"))
        or bool(_SELF_HEAD.search(reading.lower))
    )


def _is_coaching_of_head(reading: Reading, mention: Mention) -> bool:
    """Return whether "coaching" is said by or of a head, for whom it means the offer for new heads."""
    inside = _COACHING_INSIDE.match(reading.lower, mention.end)
    return mention.text.lower() in _COACHING and not inside and _is_head(reading)


def _is_in_passing(reading: Reading, mention: Mention, state: DialogueState) -> bool:
    """Return whether a course is named beside the one spoken of: what somebody holds, or what a friend does."""
    if not set(state.courses) - {mention.value}:
        return False
    if _OF_A_FRIEND.search(reading.lower[: mention.start]):
        return True
    told = (*reading.records("prior_npqs"), *reading.records("prior_applications"))
    held = {item.get("name") or item.get("course") for item in told}
    is_held = mention.value in held or BEFORE_REFORM.get(mention.value) in held
    return is_held and bool(_COUNTS.search(reading.lower[mention.end :]))


def _is_denied(reading: Reading, mention: Mention) -> bool:
    left, _ = clause_around(reading.lower, mention.start, mention.end)
    return bool(_NOT_WANTED.search(reading.lower[left : mention.start]))


def _is_course(reading: Reading, mention: Mention) -> bool:
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    if mention.text.lower() in _COACHING:
        return _is_coaching_of_head(reading, mention)
    if _STRONG_HINT.search(mention.text.lower()):
        return True
    if _TIME_IN_POST.search(before) or _IN_POST.search(before):
        return False
    if _is_chosen(mention, before, after):
        return True
    if mention.text.lower() in _HINTS_ALONE and _PAYS_FOR.search(before):
        return True
    if not _AFTER_HINT.match(after):
        return False
    if mention.text.lower() in _HINTS_ALONE:
        return (
            bool(_HINT_CUE.search(before)) or bool(_HINT_QUESTION.search(reading.lower)) or bool(reading.known_courses)
        )
    asked = reading.in_question(mention.start) or reading.known_courses
    return bool(asked and _HINT_CUE.search(before) and _HINT_QUESTION.search(reading.lower))


def _is_chosen(mention: Mention, before: str, after: str) -> bool:
    """Return whether words of choosing stand around a weak name that is nobody's post."""
    if mention.text.lower() not in _HINTS_ALONE:
        return False
    chooses = bool(_CHOOSES.search(before)) and bool(
        re.match(r"\s*(?:[.,;:!?)]|$|i\b|for\b|in the end|then\b|please)", after)
    )
    return chooses or (bool(_CLAUSE_STARTS.search(before)) and bool(_IS_CHOSEN.match(after)))


def _new_version_of(reading: Reading, past: Sequence[Mention]) -> list[str]:
    """Return the course of today in place of the old one told of: "NPQSL, the old one… is the new one paid for?"."""
    if not _NEW_ONE.search(reading.lower):
        return []
    told = [m.value for m in sorted(past, key=lambda m: m.start)]
    told = told or [str(each.get("name")) for each in reading.records("prior_npqs")]
    today = [_OF_TODAY[name] for name in told if name in _OF_TODAY]
    in_doubt = [name for name in told if name in BEFORE_REFORM]  # "NPQH, 2015": today's name, and the old course
    return today[-1:] or in_doubt[-1:]


def _asked_again(reading: Reading, past: Sequence[Mention]) -> list[str]:
    """Return the past course where the same one is asked for again ("could I do it again?")."""
    if re.search(r"\b(?:again|same|retake|redo|repeat|re-?apply|second time|new version|reformed)\b", reading.lower):
        return [mention.value for mention in sorted(past, key=lambda m: m.start) if mention.kind == "course"]
    return []
