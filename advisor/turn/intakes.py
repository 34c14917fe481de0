"""Answer for several intakes side by side, and what the rule of a past one was."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part
from advisor.answering.selecting import content_words, say
from advisor.core.courses import COURSES
from advisor.dialogue.state import KnownValue
from advisor.knowledge.schema import Entry, Role, Statement
from advisor.rules.decision import decide
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.answered import Answered, Wanted
from advisor.turn.facts import facts_of
from advisor.turn.funding import FundingAnswer, answer_funding
from advisor.turn.needs import Turn
from advisor.turn.restating import facts_known

_OF_RULES = re.compile(
    r"\b(?:rules?|fund\w*|eligib\w*|scholarship\w*|free|lists?|compar\w*|change[ds]?|differ\w*|pays?|paid|cost|who (?:can|could|got|was)|get|got|which|vs\.?|versus)\b"
)
_OF_RULES_TO_COME = re.compile(
    r"\b(?:rules?|fund\w*|eligib\w*|scholarship\w*|free|lists?|pay(?:s|ing)?|paid|open (?:to|for)|government|ministers?|labour|budget|money)\b"
)
_BESIDE = frozenset({"funding", "eligibility", "comparison", "recommend", "cost"})
_MOST = 4
_STATEMENTS = 2
_EVERY = re.compile(r"\b(?:other (?:six|seven|eight)|every npq|nobody|any npq|all npqs|no npq)\b")


def of_intakes(wanted: Wanted) -> Answered | None:
    """Return the verdict or the rule of each intake named, where there are several or one that is over."""
    ask, turn = wanted.ask, wanted.turn
    named = tuple(sorted(ask.cohorts))[:_MOST]
    over = [cohort for cohort in named if cohort < newest(turn)]
    if len(named) == 1 and named[0] > newest(turn):
        return _of_one_to_come(named[0], wanted)
    if not over and len(named) < 2:
        return None
    if ask.cues - _BESIDE or not (ask.carried or _OF_RULES.search((ask.whole or ask.text).lower())):
        return None
    if len(named) == 1 and ask.courses and _settled(ask.courses[0], named[0], turn) is not None:
        return None  # one verdict on one intake is what the funding rules say anyway
    answers = [_of_one(cohort, wanted) for cohort in named]
    if any(part is None for part, _ in answers):
        return None
    parts = tuple(part for part, _ in answers if part is not None)
    verdicts = tuple(verdict for _, found in answers for verdict in found)
    return Answered(
        replace(parts[0], courses=ask.courses[:1]), verdicts, facts_known(turn), None, None, ("funding",), parts[1:]
    )


def _of_one_to_come(cohort: str, wanted: Wanted) -> Answered | None:
    """Say that no rules are published, where who pays or for whom it is open is asked of an intake to come."""
    ask, turn = wanted.ask, wanted.turn
    if ask.cues - _BESIDE - {"registering"} or not _OF_RULES_TO_COME.search((ask.whole or ask.text).lower()):
        return None
    funding = _answer_for(cohort, ask.courses, turn)
    if any(verdict.outcome is not Outcome.NOT_PUBLISHED for verdict in funding.verdicts):
        return None
    return Answered(funding.part, funding.verdicts, funding.facts, intents=("funding",))


def newest(turn: Turn) -> str:
    """Return the newest intake whose rules are published."""
    return decide("npq-headship", facts_of(turn.state.person), turn.as_of).cohort or ""


def _settled(course: str, cohort: str, turn: Turn) -> Verdict | None:
    verdict = decide(course, facts_known(turn), turn.as_of, cohort)
    return verdict if verdict.outcome is not Outcome.UNDETERMINED else None


def _of_one(cohort: str, wanted: Wanted) -> tuple[Part | None, tuple[Verdict, ...]]:
    ask, turn = wanted.ask, wanted.turn
    courses = ask.courses[:1]
    if courses and _settled(courses[0], cohort, turn) is not None:
        funding = _answer_for(cohort, courses, turn)
        return replace(funding.part, said=funding.part.said[:2]), funding.verdicts
    entry = _rule_of(cohort, turn)
    if entry is None:
        return None, ()
    chosen = _about(entry, courses)
    said = tuple(say(statement, entry) for statement in chosen)
    return Part("answer", said, None, tuple(s.id for s in chosen), courses, entry.id), ()


def _answer_for(cohort: str, courses: tuple[str, ...], turn: Turn) -> FundingAnswer:
    """Return the funding answer as if this intake alone had been named."""
    known = KnownValue(value=cohort, turn=turn.state.turn, quote="")
    person = turn.state.person
    there = turn.state.with_person(person.model_copy(update={"facts": {**person.facts, "cohort_id": known}}))
    return answer_funding(replace(turn, state=there), courses)


def _rule_of(cohort: str, turn: Turn) -> Entry | None:
    entries = turn.needs.base.entries
    return entries.get(f"policy-funding-{cohort}") or entries.get(f"policy-no-rules-{cohort}")


def _about(entry: Entry, courses: tuple[str, ...]) -> tuple[Statement, ...]:
    """Return the statements that name the course or cover every one, else the first ones; what to do next is left out."""
    said = [s for s in entry.statements if s.role not in (Role.NEXT, Role.CAUTION)]
    if not courses:
        return tuple(said[: _STATEMENTS + 1])
    names = content_words(COURSES[courses[0]].name) - {"npq", "leadership", "leading"}
    telling = [s for s in said if names & content_words(s.text) or _EVERY.search(s.text.lower())]
    # The rule for the rest ("the other seven") is told beside the list of those that differ from it.
    return tuple(dict.fromkeys((*said[:1], *telling)))[: _STATEMENTS + 1]
