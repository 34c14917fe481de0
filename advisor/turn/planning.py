"""Decide, for each thing asked, what answers it: the rules, a recommendation, an entry, or an honest "I don't know"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.verdicts import STANDING_LISTS
from advisor.dialogue.asking import Ask
from advisor.dialogue.slots.polarity import speaks_of_later
from advisor.dialogue.state import Pending
from advisor.rules.history import IN_PROGRESS, earlier_npqs
from advisor.rules.verdict import Outcome
from advisor.turn.answered import Answered, Wanted
from advisor.turn.bereaved import of_a_death
from advisor.turn.eligible import asks_to_take, may_take_part
from advisor.turn.elsewhere import of_another_matter
from advisor.turn.entries import answer_from, standing
from advisor.turn.facts import facts_of
from advisor.turn.fees import of_fee_if_unfunded
from advisor.turn.finding import find_candidates
from advisor.turn.from_entries import answer_from_entries
from advisor.turn.funding import answer_funding
from advisor.turn.held import of_place_held
from advisor.turn.intakes import of_intakes
from advisor.turn.justifying import justify, last_verdicts
from advisor.turn.kept_elsewhere import of_what_is_kept_elsewhere
from advisor.turn.lookups import lookup_part
from advisor.turn.money import about_money, asks_about_money, verdict_beside
from advisor.turn.needs import Turn
from advisor.turn.paying_oneself import of_a_place_paid_for, of_paying_oneself
from advisor.turn.people import for_each_person
from advisor.turn.place_to_come import of_place_to_come
from advisor.turn.questions import ask_for, question_for
from advisor.turn.recommending import can_recommend, recommend
from advisor.turn.registered_only import of_having_registered
from advisor.turn.routing import SURE
from advisor.turn.special import special_part
from advisor.turn.staffing import for_each_role
from advisor.turn.stands import verdict_stands
from advisor.turn.suggesting import suggest_course, suits
from advisor.turn.together import each_of
from advisor.turn.unknown import what_next_part

_TOLD_OF_A_COURSE = {"prior_applications", "cohort_id", "npqh_stage"}
_REVIEW = "faq-in-review"
_BEFORE_MOVE = "faq-register-before-move"
_ASKS_OF_REVIEW = re.compile(
    r"\bwho (?:decides|reviews|looks at)\b|\breviews?\b|\bhow long (?:does|do|will|would) (?:it|that|they|this|dfe)\b|\bwhat happens (?:next|now|then)\b"
)

Way = Callable[[Wanted], Answered | None]


def answer_ask(ask: Ask, turn: Turn, used: set[str], words: int) -> Answered:
    """Return the answer to one ask in about `words` words; `used` are entries that this reply has drawn on already."""
    if ask.bare and not ask.courses and not ask.carried and not turn.state.person.facts:
        return Answered(what_next_part(), question=(ask_for("role", turn.subject), Pending(fact="role")))
    wanted = Wanted(ask, turn, find_candidates(ask, turn), frozenset(used), words)
    for way in WAYS:
        if (answered := way(wanted)) is not None:
            return answered
    return answer_from_entries(wanted)


def _note_answer(wanted: Wanted) -> Answered | None:
    """Say in one sentence what an answer settles, where something else is asked beside it."""
    if not wanted.ask.beside:
        return None
    funding = answer_funding(wanted.turn, wanted.ask.courses[:3])
    part = replace(funding.part, said=funding.part.said[: len(wanted.ask.courses[:3])], statement_ids=())
    question = question_for(funding.verdicts, wanted.turn)
    return Answered(part, funding.verdicts, funding.facts, question, None, wanted.intents)


def _answer_anew(wanted: Wanted) -> Answered | None:
    """Answer the last question from another entry than before, where the last answer missed it."""
    if not wanted.ask.again:
        return None
    said = wanted.turn.state.said
    told = {c.entry.id for c in wanted.candidates if c.entry.statements[0].id in said}
    anew = replace(wanted, used=wanted.used | told)
    if (worked_out := _work_out(wanted)) is not None:
        return worked_out
    if anew.best is None or anew.best.score < SURE:
        sorry = "I am sorry that I missed what you asked. Please ask it in other words, one thing at a time."
        return Answered(Part("clarify", (Said(sorry),)))
    return answer_from_entries(anew)


def _of_review(wanted: Wanted) -> Answered | None:
    """Say how DfE's review goes, where the last verdict was one and the words ask who decides, or how long."""
    ask, turn = wanted.ask, wanted.turn
    entry = turn.needs.base.entries.get(_REVIEW)
    if entry is None or ask.beside or not _ASKS_OF_REVIEW.search((ask.own or ask.text).lower()):
        return None
    if all(verdict.outcome is not Outcome.SUBJECT_TO_REVIEW for verdict in last_verdicts(turn)):
        return None
    if entry.id in wanted.used:
        return Answered(Part("answer", ()), filler=True)
    return Answered(answer_from(entry, ask.text, wanted.words, turn.state.said), intents=("registering",))


def _carry_on(wanted: Wanted) -> Answered | None:
    """Go on without what the person could not tell: in brief, since the rest has been said."""
    ask, turn = wanted.ask, wanted.turn
    if not ask.unsure:
        return None
    all_right = Said("That is all right.")
    if "recommend" in ask.intents and len(ask.courses) != 1 and can_recommend(ask, turn):
        found = recommend(ask, turn)
        part = replace(found.part, said=(all_right, *found.part.said[:1]), statement_ids=())
        return Answered(part, found.verdicts, found.facts, found.question, found, wanted.intents)
    if not ask.courses or not ask.wants("funding"):
        return None
    funding = answer_funding(turn, ask.courses[:1])
    pointer = standing(turn.needs.base, (STANDING_LISTS,) if STANDING_LISTS in funding.part.statement_ids else ())
    part = Part("answer", (all_right, funding.part.said[0], *pointer), courses=ask.courses[:1])
    return Answered(part, funding.verdicts, funding.facts, question_for(funding.verdicts, turn), None, wanted.intents)


def _note_course(wanted: Wanted) -> Answered | None:
    """Take note of a course somebody says they are on, where they ask nothing of it yet."""
    ask, turn = wanted.ask, wanted.turn
    underway = any(each.status == IN_PROGRESS for each in earlier_npqs(facts_of(turn.state.person)))
    goes_on = ask.carried and turn.state.turn > 1  # it may settle what was asked before
    if ask.is_question or ask.cues - {"funding"} or goes_on or not underway or not turn.told <= _TOLD_OF_A_COURSE:
        return None
    said = Said(
        "Thank you, I will keep that in mind. What would you like to know about it, or about what could come next?"
    )
    return Answered(Part("clarify", (said,)), intents=())


def _of_job_to_come(wanted: Wanted) -> Answered | None:
    """Say which workplace counts, where somebody tells of a job to come and asks nothing."""
    ask, turn = wanted.ask, wanted.turn
    entry = turn.needs.base.entries.get(_BEFORE_MOVE)
    if (
        entry is None
        or ask.is_question
        or ask.courses
        or ask.cues
        or ask.carried
        or not speaks_of_later(ask.text.lower())
    ):
        return None
    if turn.told & {"works_in_england", "work_setting"} or entry.id in wanted.used:
        return None
    return Answered(answer_from(entry, ask.text, wanted.words, turn.state.said), intents=("funding",))


def _look_up(wanted: Wanted) -> Answered | None:
    part = lookup_part(wanted.ask, wanted.turn)
    return Answered(part, intents=wanted.intents) if part is not None else None


def _work_out(wanted: Wanted) -> Answered | None:
    """Answer what is worked out and not looked up, with the verdict beside it where funding is asked too."""
    part = special_part(wanted.ask, wanted.turn)
    if part is None:
        return None
    ask = replace(wanted.ask, courses=part.courses)
    if "eligibility" in ask.cues and "funding" in wanted.turn.state.intents:
        ask = replace(ask, cues=ask.cues | {"funding"})  # "am I in?", after what DfE pays for
    money = verdict_beside(ask, wanted.turn)
    if money is None:
        return Answered(part, intents=wanted.intents)
    return Answered(part, money.verdicts, money.facts, money.question, None, wanted.intents, (money.part,))


def _compare(wanted: Wanted) -> Answered | None:
    """Say of each of several courses what exact words ask of them."""
    ask = wanted.ask
    if len(ask.courses) < 2 or "funding" in ask.cues:
        return None
    parts = each_of(ask, wanted.turn, wanted.words)
    return Answered(replace(parts[0], courses=ask.courses), intents=wanted.intents, extra=parts[1:]) if parts else None


def _choose(wanted: Wanted) -> Answered | None:
    """Recommend, where the words do not name the one course they are about."""
    if len(wanted.ask.courses) == 1 or not suits(wanted):
        return None
    return suggest_course(wanted)


def _who_pays(wanted: Wanted) -> Answered | None:
    if not asks_about_money(wanted.ask, wanted.turn, wanted.best):
        return None
    money = about_money(wanted.ask, wanted.turn, wanted.candidates, wanted.words)
    named = tuple(dict.fromkeys(("funding", *wanted.intents)))
    return Answered(money.part, money.verdicts, money.facts, money.question, None, named, money.extra)


def _whether_it_suits(wanted: Wanted) -> Answered | None:
    return suggest_course(wanted) if suits(wanted) else None


def _may_take(wanted: Wanted) -> Answered | None:
    if not asks_to_take(wanted.ask, wanted.best, wanted.turn):
        return None
    part, verdicts = may_take_part(wanted.ask, wanted.turn)
    return Answered(part, verdicts, intents=wanted.intents)


WAYS: tuple[Way, ...] = (
    _note_answer,
    _answer_anew,
    _of_review,
    _carry_on,
    of_a_death,
    of_another_matter,
    of_what_is_kept_elsewhere,
    of_having_registered,
    of_paying_oneself,
    of_a_place_paid_for,
    justify,
    of_place_held,
    of_fee_if_unfunded,
    verdict_stands,
    _note_course,
    of_place_to_come,
    _of_job_to_come,
    for_each_role,
    for_each_person,
    of_intakes,
    _look_up,
    _work_out,
    _compare,
    _choose,
    _who_pays,
    _whether_it_suits,
    _may_take,
)
"""The ways to answer before entries are asked, in order: what is particular goes before what is general."""
