"""Put the verdict into the reply where it is due and nothing else gives it: first, or after what was asked.

In a conversation about a course whoever tells what bears on its funding, or asks where that leaves them, wants to know
whether it is funded, whatever else they ask; so does whoever asks whether they may take it and has said where they work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import without_yes_or_no
from advisor.dialogue.asking import Ask, says_nothing
from advisor.dialogue.state import DialogueState, Person
from advisor.rules.history import DEFERRED, IN_PROGRESS, earlier_npqs
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.answered import Answered
from advisor.turn.facts import facts_of
from advisor.turn.funding import knows_workplace
from advisor.turn.money import about_money, asks_something_specific
from advisor.turn.needs import Turn
from advisor.turn.restating import decide_for
from advisor.turn.routing import PLAIN_FACTS
from advisor.turn.wants import top_intents

_CLEAR = 0.8
"""An entry's score from which it is what was asked, even where no exact words tell; set on development conversations."""
_SURE = 0.95
"""How far a verdict has to be believed wanted where no exact words want it; set on development messages."""
_MOST_COURSES, _BRIEF, _SENTENCES, _FIRST, _FEW_WORDS, _MANY_WORDS = 2, 2, 3, 4, 8, 30
_OF_MONEY = frozenset({"funding", "eligibility", "lists"})
_WORKPLACE = frozenset({"works_in_england", "work_setting", "early_years_setting", "employment_type"})
_TELLING = _WORKPLACE | {"prior_applications"}
_OF_THE_WHOLE = frozenset({"overview"})
_TOLD_ALONG = frozenset({"legacy", "checking_list"})
"""What words of somebody who tells and asks nothing sound like: an old NPQ they hold, the list their school is on."""
_ON_IT = re.compile(
    r"\b(?:my|our|his|her|their) (?:npq\w*|course|case study|cohort|assessment|result|seminars?|modules?|facilitator|coach|provider)\b|"
    r"\b(?:on|doing|through|finished|finishing|completed|started|into) (?:the |my |an? )?(?:npq\w*|course)\b"
)
"""Speaks of a course somebody is on or has had: whether a new place is funded is not their question."""
_OF_A_COURSE = (PLAIN_FACTS - {"assessment", "cost"}) | {
    "audience",
    "dates",
    "registering",
    "comparison",
    "eligibility",
    "headship",
    "relevance",
}
"""Wants of somebody who is not on the course yet."""
_OF_ANY_WORKPLACE = frozenset({"settings", "independent", "early_years", "nations", "funding", "lists", "eligibility"})
"""Topics of entries on all workplaces of a kind: beside a verdict on somebody's own they say less than it."""
_WHERE_ONE_STANDS = re.compile(
    r"\b(?:where|how) (?:does|do|would|will|did) (?:that|this|it|we|i|she|he|they|all that) (?:leave|stand)\b|\bwhere (?:i|we|she|he|they) stand\b|"
    r"\b(?:am i|are we|is (?:she|he)|are they) (?:in|out|ok|okay|good|sorted|in luck|out of luck|stuffed|stuck|scuppered|done for|good to go|covered|eligible|ruled out)\b|"
    r"\b(?:that's|thats|that is|is that|its|it's) (?:that|it|a goer|us out|me out|the end of (?:it|that)|scuppered|off|on|us sorted|me sorted)\W*$|"
    r"\b(?:is that|that's|thats|so|still) (?:an? |it's an? )?(?:yes|no|goer|non[- ]starter|dead end)\b|"
    r"\b(?:what's|whats|what is|what about) the (?:answer|verdict|upshot|position|score|result|deal)\b|\bwhat now\b|\bnow what\b|\bwhat then\b|\bany (?:chance|luck|hope|good|joy|use)\b|"
    r"\b(?:does|do|would|will|did) (?:that|this|it) (?:change|help|alter|matter|make (?:a|any) difference|fix|sort|do it|work|count|swing it)\b|"
    r"\b(?:same|different) (?:for|answer|deal|story|thing|rules?|there|here)\b|\b(?:are|am|is) (?:\w+ )?(?:any )?(?:better|worse) off\b|\bworth (?:applying|a (?:go|try|punt)|trying)\b|"
    r"^\W*(?:so|well|and|ok so|right so)\W*$|\b(?:so|well)\s*\?+\W*$"
)
"""Asks what all that comes to, and nothing that a record would tell."""
_OF_A_KIND = re.compile(
    r"\b(?:do|are|can|will|would) (?:\w+ )?(?:colleges|schools|nurseries|childminders|teachers|npqs|courses|people|heads|staff)\b"
)
"""Asks of all of a kind, and not of the person."""


def with_verdict_due(
    asks: Sequence[Ask], answers: Sequence[Answered], before: DialogueState, turn: Turn
) -> list[Answered]:
    """Return the answers with the verdict before or after them where one is due; what only stood in for it goes."""
    courses = _courses_due(asks, turn)
    if not courses or any(answer.verdicts for answer in answers) or not _may_lead(asks, answers, courses, turn):
        return list(answers)
    brought_up = [ask for ask in asks if _brings_up(ask, turn)]
    wanted = [
        ask for ask in asks if ask in brought_up or _wants_verdict(ask, turn) or _goes_on_to_another(ask, before, turn)
    ]
    changed = _has_changed(asks, courses, before, turn)
    if not changed and not (wanted and _is_news(courses, wanted, before, turn)):
        joined = _joined(courses, asks, answers, before, turn) or _believed_due(courses, asks, answers, turn)
        return [*answers, *joined]
    kept = [answer for ask, answer in zip(asks, answers, strict=True) if _stays(ask, answer, wanted, turn)]
    verdict = _verdict_on(courses, asks, turn, alone=not kept, plainly=not brought_up and _asks_yes_or_no(wanted))
    if brought_up:  # what the words come nearest to is answered first: who pays was not asked in so many words
        return [*(_beside(answer, _FIRST) for answer in kept), verdict]
    return [verdict, *(_beside(answer, _SENTENCES) for answer in kept)]


def _courses_due(asks: Sequence[Ask], turn: Turn) -> tuple[str, ...]:
    """Return the one or two courses that a verdict would be on: those asked about, else those in focus."""
    named = tuple(dict.fromkeys(course for ask in asks for course in ask.courses)) or turn.state.courses
    return named if len(named) <= _MOST_COURSES else ()


def _may_lead(asks: Sequence[Ask], answers: Sequence[Answered], courses: tuple[str, ...], turn: Turn) -> bool:
    """Return whether a verdict on these courses may stand first: something is known, and no place already held is at stake."""
    facts = facts_of(turn.state.person)
    held = {each.course for each in earlier_npqs(facts) if each.status in (IN_PROGRESS, DEFERRED)}
    if held & set(courses) or any(answer.part.kind == "refuse" or answer.recommendation for answer in answers):
        return False
    if any(_OF_A_KIND.search(ask.text.lower()) for ask in asks if ask.is_question):
        return False
    return knows_workplace(turn) or {"work_setting", "works_in_england"} <= set(facts)


def _wants_verdict(ask: Ask, turn: Turn) -> bool:
    """Return whether the words ask who pays, whether they may take it, or what all that comes to."""
    if asks_something_specific(ask, turn) and "funding" not in ask.cues:
        return False
    own = (ask.own or ask.text).lower()
    return bool(ask.cues & {"funding", "eligibility"}) or bool(_WHERE_ONE_STANDS.search(own)) or says_nothing(own)


def _brings_up(ask: Ask, turn: Turn) -> bool:
    """Return whether a message names a course and tells a workplace, and wants nothing in particular: "what about my TA in a PRU?"."""
    brief = len((ask.whole or ask.around or ask.text).split()) <= _MANY_WORDS  # a long story has a matter of its own
    beside = _OF_THE_WHOLE if ask.is_question else _OF_THE_WHOLE | _TOLD_ALONG
    return brief and bool(ask.courses) and bool(turn.told & _WORKPLACE) and not ask.cues - beside


def _goes_on_to_another(ask: Ask, before: DialogueState, turn: Turn) -> bool:
    """Return whether a few words after a verdict name another course and no want of its own: "and NPQSL again?"."""
    if not before.decided or len(ask.text.split()) > _FEW_WORDS or asks_something_specific(ask, turn):
        return False
    return bool(set(ask.courses) - set(before.decided)) and not ask.cues & PLAIN_FACTS


def _has_changed(asks: Sequence[Ask], courses: tuple[str, ...], before: DialogueState, turn: Turn) -> bool:
    """Return whether what this message tells gives another verdict than what was known before it, or one not heard yet."""
    if turn.state.turn == 1:
        return False
    earlier = before.people.get(turn.state.subject, Person())
    if turn.told & _TELLING and not any(ask.is_question for ask in asks) and not set(courses) <= set(before.decided):
        return True
    return any(
        _told_apart(decide_for(course, earlier, turn)) != _told_apart(decide_for(course, turn.state.person, turn))
        for course in courses
    )


def _is_news(courses: tuple[str, ...], wanted: Sequence[Ask], before: DialogueState, turn: Turn) -> bool:
    """Return whether the last reply did not give these verdicts, or the words ask for nothing but them."""
    if turn.state.subject != before.subject or not set(courses) <= set(before.decided):
        return True
    return all(_WHERE_ONE_STANDS.search((ask.own or ask.text).lower()) for ask in wanted)


def _told_apart(verdict: Verdict) -> tuple[Outcome, str | None, tuple[str, ...]]:
    return verdict.outcome, verdict.reason, tuple(verdict.missing)


def _stays(ask: Ask, answer: Answered, wanted: Sequence[Ask], turn: Turn) -> bool:
    """Return whether an answer tells what was asked beside the verdict, and did not merely stand in for it."""
    if not ask.is_question or answer.part.kind not in ("answer", "handoff") or answer.filler:
        return False
    if ask in wanted and not ask.cues & _OF_MONEY:
        return (
            answer.part.entry is None or not set(turn.needs.base.entries[answer.part.entry].topics) <= _OF_ANY_WORKPLACE
        )
    if ask in wanted:
        asks_to_take = "eligibility" in ask.cues and "funding" not in ask.cues
        return (asks_to_take or bool(ask.cues - _OF_MONEY)) and answer.part.entry is not None
    return bool(ask.cues - _OF_MONEY) or bool(top_intents(ask))


def _beside(answer: Answered, sentences: int) -> Answered:
    """Return an answer in brief, without a question of its own: the verdict's is the one to ask."""
    return replace(answer, part=replace(answer.part, said=answer.part.said[:sentences]), question=None, extra=())


def _verdict_on(courses: tuple[str, ...], asks: Sequence[Ask], turn: Turn, *, alone: bool, plainly: bool) -> Answered:
    """Return the verdict in full where it is the whole answer, else in brief; "yes" and "no" only answer who asked for it."""
    own = next((ask for ask in asks if ask.text), None)
    ask = Ask(own.text if own else "", {"funding": 1.0}, courses, carried=True)
    money = about_money(ask, turn, (), 0)
    part = money.part if alone else _in_brief(money.part, plainly=plainly)
    return Answered(part, money.verdicts, money.facts, money.question, None, ("funding",), money.extra if alone else ())


def _joined(
    courses: tuple[str, ...], asks: Sequence[Ask], answers: Sequence[Answered], before: DialogueState, turn: Turn
) -> tuple[Answered, ...]:
    """Return who pays, to stand after the answer to something else.

    It stands there once, where course and workplace first come together, and wherever a conversation on who pays goes
    on in words that no entry is near to: more often than not they are about that.
    """
    is_new = (
        bool(turn.told & _WORKPLACE)
        or not set(courses) <= set(before.courses)
        or _goes_on_unclearly(asks, answers, before)
    )
    of_a_place_had = any(
        ask.cues - _OF_A_COURSE or _ON_IT.search((ask.whole or ask.around or ask.text).lower()) for ask in asks
    )
    if len(courses) != 1 or not is_new or of_a_place_had or not knows_workplace(turn):
        return ()
    verdict = _verdict_on(courses, asks, turn, alone=False, plainly=False)
    settled = all(each.outcome is not Outcome.UNDETERMINED for each in verdict.verdicts)
    return (replace(verdict, question=None),) if settled else ()


def _believed_due(
    courses: tuple[str, ...], asks: Sequence[Ask], answers: Sequence[Answered], turn: Turn
) -> tuple[Answered, ...]:
    """Return who pays, to stand after the answer, where no exact words ask for it but the message is believed to."""
    if turn.wants_verdict < _SURE or len(courses) != 1:
        return ()
    alone = all(answer.filler for answer in answers)
    verdict = _verdict_on(courses, asks, turn, alone=alone, plainly=alone)
    asked = any(answer.question for answer in answers)
    return (replace(verdict, question=None) if asked else verdict,)


def _goes_on_unclearly(asks: Sequence[Ask], answers: Sequence[Answered], before: DialogueState) -> bool:
    """Return whether nothing tells what a message after talk of funding wants, and no entry is near to it."""
    of_funding = bool(before.decided) or bool({"funding", "eligibility"} & set(before.intents))
    return of_funding and not any(ask.cues for ask in asks) and all(answer.score < _CLEAR for answer in answers)


def _asks_yes_or_no(wanted: Sequence[Ask]) -> bool:
    """Return whether a "yes" or "no" answers what was asked; who asks whether they may take it may, funded or not."""
    return any("funding" in ask.cues or "eligibility" not in ask.cues for ask in wanted)


def _in_brief(part: Part, *, plainly: bool) -> Part:
    said: tuple[Said, ...] = part.said[:_BRIEF]
    if not plainly:
        said = (without_yes_or_no(said[0]), *said[1:])
    return replace(part, said=said, statement_ids=part.statement_ids[:1])
