"""Answer for a workplace that somebody will have: what counts today, and what the rules would say once they are there."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import without_yes_or_no
from advisor.answering.wording import cohort_in_sentence, whom
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.state import SELF, Person
from advisor.rules.verdict import Outcome
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import standing
from advisor.turn.funding import answer_funding, knows_workplace
from advisor.turn.money import asks_something_specific
from advisor.turn.needs import Turn
from advisor.turn.questions import question_for

_ONLY_TODAYS = "policy-standing-later.1"
_MAY_CHANGE = "policy-standing-unpublished.1"
_OF_WORKPLACE = {
    "works_in_england",
    "nation",
    "work_setting",
    "eligible_establishment_type",
    "establishment_type_code",
    "early_years_setting",
    "employment_type",
    "has_ofsted_urn",
    "itt_provider_approved",
    *LIST_FACTS,
}
_OF_THAT_TIME = re.compile(
    r"\b(?:then|there|once|by that time|after the move|when (?:i|we|she|he|they)(?:'m| get| start| move| join| am| have| go)|chang(?:e|es) (?:it|that|things|anything)|new (?:job|post|school|place))\b"
)
_OF_MONEY = {"funding", "eligibility", "cost", "another"}
_MOST = 2


def of_place_to_come(wanted: Wanted) -> Answered | None:
    """Return the verdict of today and the one of the place to come, where a course and such a place are spoken of."""
    ask, turn = wanted.ask, wanted.turn
    courses = ask.courses or turn.state.courses
    if turn.state.coming is None or ask.beside or not 1 <= len(courses) <= _MOST or not _is_asked_of_it(wanted):
        return None
    today = answer_funding(turn, courses)
    first = today.part.said[:1] if knows_workplace(turn) else ()
    base = turn.needs.base
    traced = {step.condition for verdict in today.verdicts for step in verdict.steps}
    there = tuple(said for said in _once_there(courses, turn) if _is_traced(said, traced))
    said = (*standing(base, (_ONLY_TODAYS,)), *first, *there, *standing(base, (_MAY_CHANGE,)))
    part = Part("answer", said, statement_ids=(_ONLY_TODAYS, _MAY_CHANGE), courses=courses)
    return Answered(part, today.verdicts, today.facts, question_for(today.verdicts, turn), None, ("funding",))


def _is_traced(said: Said, conditions: set[str]) -> bool:
    """Return whether the rules that a sentence rests on are among those the reply's own verdicts show."""
    return all(ground.id.rpartition("#")[2] in conditions for ground in said.grounds)


def _is_asked_of_it(wanted: Wanted) -> bool:
    """Return whether the words ask of nothing but who pays and whether it may be taken, at that place or at that time."""
    ask, turn = wanted.ask, wanted.turn
    coming = turn.state.coming
    new = coming is not None and any(known.turn == turn.state.turn for known in coming.facts.values())
    of_that_time = bool(_OF_THAT_TIME.search(ask.text.lower()))
    if asks_something_specific(ask, turn) or (not ask.is_question and not ask.courses):
        return False
    if "funding" in ask.cues:
        return (new or of_that_time) and ask.cues <= _OF_MONEY
    return of_that_time and not ask.cues - {"eligibility"}


def _once_there(courses: tuple[str, ...], turn: Turn) -> tuple[Said, ...]:
    """Return what the rules say of these courses at the place to come."""
    there = replace(turn, state=turn.state.with_person(_moved(turn)))
    found = answer_funding(there, courses)
    several = len({verdict.outcome for verdict in found.verdicts}) > 1
    said = found.part.said[: 2 if several else 1]
    cohort = next(verdict.cohort for verdict in found.verdicts)
    if all(verdict.outcome is Outcome.NOT_PUBLISHED for verdict in found.verdicts):
        return said
    who = "you work" if turn.subject == SELF else f"{whom(turn.subject)} works"
    first = without_yes_or_no(said[0])
    lead = f"Once {who} there, the rules for {cohort_in_sentence(cohort)} would say this: "
    return (replace(first, text=f"{lead}{first.text[0].lower()}{first.text[1:]}"), *said[1:])


def _moved(turn: Turn) -> Person:
    """Return the person at the place to come: all that was said of the present one is left behind."""
    person, coming = turn.state.person, turn.state.coming or Person()
    kept = {name: known for name, known in person.facts.items() if name not in _OF_WORKPLACE}
    return person.model_copy(update={"facts": kept | coming.facts})
