"""Answer questions about who pays: the verdict where facts allow one, the general position where they do not."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import without_yes_or_no
from advisor.core.courses import COURSES, EARLY_HEADSHIP_COACHING
from advisor.core.facts import FactSet
from advisor.dialogue.asking import Ask
from advisor.dialogue.slots.polarity import speaks_of_later
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.slots.several_places import tells_of_several_places
from advisor.dialogue.state import Pending
from advisor.knowledge.schema import Kind, ReplyKind
from advisor.reply import FollowUpQuestion
from advisor.rules.decision import decide
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.entries import answer_from, standing
from advisor.turn.facts import cohort_of
from advisor.turn.funding import answer_funding, knows_workplace
from advisor.turn.list_needed import say_no_list_needed
from advisor.turn.needs import Turn
from advisor.turn.position import general_position, is_general, is_newest, price_first, with_position
from advisor.turn.questions import ask_for, question_for
from advisor.turn.routing import Candidate
from advisor.turn.wants import top_intents

_PURE = {"funding", "eligibility", "lists", "cost", "choosing", "overview"}
_WHICH = re.compile(
    r"\b(?:anything|else|others?|instead|which|what (?:is|are|can|would|could|npqs?|courses?)|any|all|everything|npqs|(?:another|(?:a )?different) (?:one|npq|course))\b"
)
_FOR_THEM = re.compile(
    r"\b(?:for|like) (?:me|us|her|him|them)\b|\bpeople like\b|\bam i\b|\b(?:can|could|do|would|will) (?:i|we|she|he) (?:get|have|do|take|be)\b|"
    r"\b(?:i|we|she|he) (?:can|could|might|would) (?:get|have|do|take|be)\b"
)
_OF_WORKPLACES = frozenset({"settings", "independent", "early_years", "nations"})
"""Topics of entries on one kind of workplace: beside a verdict on somebody's own they speak of another."""
_NOT_HAD = "another#not_funded_before"
_WHETHER_IT_COUNTS = re.compile(
    r"\b(?:stop|stops|prevent|prevents|count|counts|affect|affects|against me|rule me out|bar|bars)\b"
)
_WHETHER_BARRED = re.compile(
    r"\b(?:(?:would|will|am|could|might|do|did|have) (?:i|we|she|he|they)(?: (?:be|been|get|have been|still|now|then|automatically))*|(?:is|was) (?:she|he)|(?:that|it|this) (?:mean|means) (?:i'm|i am|we're|she's|he's)|^\W*(?:so |and |still )?)\s*"
    r"(?:blocked|barred|banned|ruled out|turned down|refused|rejected|disqualified|excluded|shut out|locked out|stopped|scuppered|out of the running)\b|"
    r"\b(?:does|would|will|do|could|is) (?:that|it|this|he|she|they|my \w+|having \w+|the \w+)(?: \w+){0,4}? (?:stop|block|bar|prevent|disqualify|exclude|scupper|rule (?:me|us|her|him) out|count against|stand in (?:my|the|her|his) way|get in (?:my|the) way|against (?:me|us))\b"
)
"""Asks of a bar: where there is none, "No" answers it."""
_NOT_BARRED = "No, nothing you have told me stands in the way."
_MORE_ON_ONE = "Which of these would you like to know more about?"
_RESIT_FEE = re.compile(
    r"\b(?:pay|cost\w*|fees?|charge\w*)\b[^.?!]{0,25}\b(?:resit\w*|re-sit\w*|retakes?|retaking|second attempt)\b|"
    r"\b(?:resit\w*|re-sit\w*|retakes?|second attempt)\b[^.?!]{0,15}\b(?:fees?|cost\w*|charge\w*|free|for nothing)\b"
)
"""What a second try at the assessment costs is the provider's affair, and no scholarship."""
_AT_DFES_COST = re.compile(r"\b(?:at|on) (?:the )?(?:dfe|department|government|state)(?:'s|s)? (?:cost|expense)\b")
_SOME_LISTED = "faq-trust-some-listed"
_LATER = "policy-standing-later.1"
_THE_VERY_QUESTION = 0.9
_SAME_SUBJECT, _SAME_QUESTION = 0.64, 0.80
_SEVERAL, _A_FEW = 4, 5


@dataclass(frozen=True, slots=True)
class Money:
    """What to say about who pays."""

    part: Part
    verdicts: tuple[Verdict, ...]
    facts: FactSet
    question: tuple[FollowUpQuestion, Pending] | None
    extra: tuple[Part, ...] = field(default=())


def asks_about_money(ask: Ask, turn: Turn, best: Candidate | None) -> bool:
    """Return whether the rules should answer: funding is wanted, and of a course or by somebody whose facts we know."""
    if asks_something_specific(ask, turn) and (ask.is_question or not ask.carried):
        return False
    if _RESIT_FEE.search(ask.text.lower()) or _is_anothers_very_question(ask, best):
        return False
    # What exact words tell goes before what the classifier guesses.
    told = "funding" in ask.cues or (EARLY_HEADSHIP_COACHING in ask.courses and "eligibility" in ask.cues)
    told = told or (
        bool(turn.state.courses) and knows_workplace(turn) and re.search(r"\beligible\b", ask.text.lower()) is not None
    )
    told = told or _tells_all_and_asks_nothing(ask, turn, best)
    if not told and (not ask.wants("funding", at_least=0.7) or (ask.cues and not ask.carried)):
        return False
    if ask.carried and ask.courses:
        return True
    if (
        best is not None
        and best.similarity >= 0.80
        and not (best.entry.attribute and "funding" in ask.cues)  # "can I get NPQH paid" is near to who may take it
        and not set(best.entry.topics) & (_PURE | {"headship", "early_headship", "early_years"})
    ):
        return False
    if ask.courses:
        return True
    asked_of = turn.state.person.facts.get("cohort_id")
    if asked_of is not None and asked_of.turn == turn.state.turn and _unpublished(turn):
        return best is None or best.similarity < 0.85
    if turn.state.courses and not _WHICH.search(ask.text.lower()):
        return True
    if not ask.is_question and not turn.state.intents and knows_workplace(turn) and _tells_own_list(turn):
        return True  # "lead practitioner, academy in Gateshead, PP50 school" wants to know what is funded there
    which = "funding" in ask.cues and bool(_WHICH.search(ask.text.lower())) and len(ask.text.split()) <= _A_FEW
    of_them = which or bool(_FOR_THEM.search(ask.text.lower()))
    goes_on = bool(turn.state.decided)  # "which would be?" after a verdict asks for one's own
    return knows_workplace(turn) and (ask.carried or of_them or goes_on or best is None or best.similarity < 0.74)


def _is_anothers_very_question(ask: Ask, best: Candidate | None) -> bool:
    """Return whether the words are as good as an entry's that is not of money, and say nothing of money themselves."""
    if best is None or not ask.is_question or ask.cues & _PURE or best.entry.kind is not Kind.FAQ:
        return False
    return best.similarity >= _THE_VERY_QUESTION and not set(best.entry.topics) & _PURE


def _tells_own_list(turn: Turn) -> bool:
    """Return whether this message tells that the own workplace is on a list, or is not."""
    return bool({*LIST_FACTS} & turn.told)


def _tells_all_and_asks_nothing(ask: Ask, turn: Turn, best: Candidate | None) -> bool:
    """Return whether words that name no want stand beside a course and a workplace: "do we just get told no because of what we are?"."""
    near = best is not None and best.entry.attribute == "funding"
    return near and bool(ask.courses) and knows_workplace(turn) and not ask.cues and not top_intents(ask)


def asks_something_specific(ask: Ask, turn: Turn) -> bool:
    """Return whether exact words ask for what a verdict does not tell, such as whether the levy pays."""
    specs = turn.needs.lexicon.intents
    return any(specs[name].specific for name in ask.cues if name in specs)


def verdict_beside(ask: Ask, turn: Turn) -> Money | None:
    """Return the verdict in brief, to stand beside an entry that answers something more specific; None if not asked."""
    if "funding" not in ask.cues or not ask.courses or not knows_workplace(turn):
        return None
    funding = answer_funding(turn, ask.courses[:3])
    brief = replace(funding.part, said=funding.part.said[:2], statement_ids=funding.part.statement_ids[:1])
    return Money(brief, funding.verdicts, funding.facts, question_for(funding.verdicts, turn))


def _unpublished(turn: Turn) -> bool:
    """Return whether the intake spoken of has no published rules, for any course."""
    named = cohort_of(turn.state.person)
    return all(decide(course, FactSet(), turn.as_of, named).outcome is Outcome.NOT_PUBLISHED for course in COURSES)


def about_money(ask: Ask, turn: Turn, candidates: tuple[Candidate, ...], words: int) -> Money:
    """Return the verdicts in words, with what else the question needs."""
    if not ask.courses and turn.state.courses and not _WHICH.search(ask.text.lower()) and not _unpublished(turn):
        ask = replace(ask, courses=turn.state.courses)
    funding = answer_funding(turn, ask.courses[:3])
    part = funding.part
    if is_general(ask, turn, funding.verdicts):
        part = general_position(ask, turn, words)
    elif len(ask.courses) == 1 and funding.verdicts[0].outcome is Outcome.UNDETERMINED:
        part = with_position(part, ask, turn)
    asks_price = "cost" in ask.cues and not _AT_DFES_COST.search(ask.text.lower())
    if len(ask.courses) == 1 and asks_price and not ask.carried:
        part = price_first(part, ask, turn)
    if _WHETHER_IT_COUNTS.search(ask.text.lower()):
        part = replace(part, said=_earlier_first(part.said))
    part = replace(part, said=_nothing_in_the_way(ask, part.said, funding.verdicts))
    no_list = say_no_list_needed(ask, turn, funding.verdicts) if is_newest(turn) else ()
    part = replace(part, said=(*_not_so_yet(ask, turn), *_first_once(no_list, part.said)))
    extra = _also_asked(ask, turn, candidates, funding.verdicts, words)
    question = question_for(funding.verdicts, turn) if ask.courses else None
    of_npqs = {verdict.outcome for verdict in funding.verdicts if verdict.course != EARLY_HEADSHIP_COACHING}
    settled = not ask.courses and of_npqs <= {Outcome.NOT_PUBLISHED, Outcome.NOT_ELIGIBLE}
    if not ask.courses and not settled:
        question = _settles_several(funding.verdicts, turn)
    if not ask.courses and not settled and question is None:
        asked = ask_for("course", turn.subject)
        if part.table is not None or _WHICH.search(ask.text.lower()):  # "which could I have?" means no one course
            asked = asked.model_copy(update={"text": _MORE_ON_ONE})
        question = (asked, Pending(fact="course"))
    return Money(part, funding.verdicts, funding.facts, question, extra)


def _first_once(first: tuple[Said, ...], said: tuple[Said, ...]) -> tuple[Said, ...]:
    texts = {item.text for item in first}
    return (*first, *(item for item in said if item.text not in texts))


def _settles_several(verdicts: tuple[Verdict, ...], turn: Turn) -> tuple[FollowUpQuestion, Pending] | None:
    """Return the question that would settle most rows of a table, None where it would settle few."""
    open_still = [verdict for verdict in verdicts if verdict.outcome is Outcome.UNDETERMINED]
    asked = Counter(verdict.ask_next for verdict in open_still).most_common(1)
    if not asked or asked[0][1] < _SEVERAL or not knows_workplace(turn):
        return None
    found = question_for(tuple(verdict for verdict in open_still if verdict.ask_next == asked[0][0]), turn)
    return None if found is None else (found[0], found[1].model_copy(update={"course": None}))


def _earlier_first(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Return the sentences with what an earlier NPQ means first: it was asked whether that stands in the way."""
    first = tuple(item for item in said if any(ground.id.startswith(_NOT_HAD) for ground in item.grounds))
    return (*first, *(item for item in said if item not in first))


def _nothing_in_the_way(ask: Ask, said: tuple[Said, ...], verdicts: tuple[Verdict, ...]) -> tuple[Said, ...]:
    """Return the sentences with "No" first, where it was asked whether something bars a course that is funded."""
    funded = bool(verdicts) and all(verdict.outcome is Outcome.ELIGIBLE for verdict in verdicts)
    if not funded or not said or not _WHETHER_BARRED.search(ask.text.lower()):
        return said
    return (Said(_NOT_BARRED), without_yes_or_no(said[0]), *said[1:])


def _not_so_yet(ask: Ask, turn: Turn) -> tuple[Said, ...]:
    """Return what to say first where the workplace spoken of is only supposed, or still to come."""
    later = turn.state.to_come or speaks_of_later((ask.whole or ask.around or ask.text).lower())
    supposed = turn.state.set_aside is not None
    if not later:
        return (Said("If that were so, this would be the answer."),) if supposed else ()
    lead = (Said("Once that is so, this would be the answer."),) if supposed else ()
    return (*standing(turn.needs.base, (_LATER,)), *lead)


def _also_asked(
    ask: Ask, turn: Turn, candidates: tuple[Candidate, ...], verdicts: tuple[Verdict, ...], words: int
) -> tuple[Part, ...]:
    """Return what the verdict does not say: an entry on something else in the same words, if one clearly fits."""
    hangs_on_list = any({*LIST_FACTS} & {*verdict.missing} for verdict in verdicts)
    entry = turn.needs.base.entries.get(_SOME_LISTED)
    if entry and hangs_on_list and tells_of_several_places((ask.whole or ask.around or ask.text).lower()):
        return (answer_from(entry, ask.whole or ask.text, words // 2, turn.state.said, kind="answer"),)
    if ask.carried:
        return ()
    specs = turn.needs.lexicon.intents
    wanted = {topic for name in ask.cues for topic in specs[name].topics} - _PURE
    for candidate in candidates[:3]:
        entry = candidate.entry
        telling = set(entry.topics) - _PURE - _OF_WORKPLACES
        near = _SAME_SUBJECT if telling & wanted else _SAME_QUESTION
        fits = candidate.similarity >= near and candidate.score >= 0.72
        if (
            entry.kind is Kind.FAQ
            and entry.reply is ReplyKind.ANSWER
            and telling
            and fits
            and _agrees(entry.statements[0].text, verdicts)
        ):
            return (answer_from(entry, ask.whole or ask.text, min(45, words // 2), turn.state.said, kind="answer"),)
    return ()


def _agrees(first: str, verdicts: tuple[Verdict, ...]) -> bool:
    """A general "yes" or "no" may not stand beside a personal verdict that says otherwise or is still open."""
    lower = first.lower()
    if lower.startswith(("yes", "no")):
        wanted = Outcome.ELIGIBLE if lower.startswith("yes") else Outcome.NOT_ELIGIBLE
        return bool(verdicts) and all(verdict.outcome is wanted for verdict in verdicts)
    return True
