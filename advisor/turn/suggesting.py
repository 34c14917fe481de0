"""Tell whether somebody wants to know which course, and answer with a recommendation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.turn.answered import Answered, Wanted
from advisor.turn.finding import is_outside
from advisor.turn.funding import STANDING_PLACE
from advisor.turn.recommending import can_recommend, recommend

CHOOSING = ("faq-which-npq", "faq-where-to-start")
_SUITS = ("recommend", "next_course")
_NEAR = 0.9
"""At this score an entry on the one course named answers better than a guess that another is wanted."""
_SAY_LITTLE = {*_SUITS, "funding", "eligibility", "audience", "comparison", "overview", "glossary", "cost"}
"""Wants that leave open which course is meant."""


def suits(wanted: Wanted) -> bool:
    """Return whether a recommendation answers the words, and can be given."""
    ask, turn, best = wanted.ask, wanted.turn, wanted.best
    facts = turn.state.person.facts
    if is_outside(ask, turn):
        return False  # "which PGCE?" wants no NPQ
    if len(ask.courses) == 1 and "eligibility" in ask.cues and "recommend" not in ask.cues:
        return False  # "can I do NPQH as a middle leader?" asks of that one
    if ask.bare and not ask.courses and "role" in facts:
        return can_recommend(ask, turn)
    if ask.choice:
        return can_recommend(ask, turn, strictly=True)
    if (
        "recommend" in ask.cues
        and {"role", "role_wanted", "is_headteacher"} & set(facts)
        and (best is None or best.similarity < 0.9)
    ):
        return can_recommend(ask, turn)
    if "next_course" in ask.cues and "role" in facts and {"prior_npqs", "prior_applications"} & set(facts):
        # "I have NPQML and am assistant head: what next?" tells all that a general entry would ask for.
        return re.search(r"\b(?:what|which)\b", ask.text.lower()) is not None and can_recommend(ask, turn)
    # What exact words want goes before a guess: "is there another attempt?" asks for no other course.
    near = best is not None and best.score >= _NEAR and len(ask.courses) == 1
    guessed = not ask.cues - _SAY_LITTLE and not near and ask.wants(*_SUITS, at_least=0.6)
    asked = bool(ask.cues & {"recommend"}) or guessed
    if not asked or (best is not None and best.similarity >= 0.78 and best.entry.id not in CHOOSING):
        return False
    if "recommend" not in ask.cues and ask.is_question and not ask.carried and not ask.wants("recommend", at_least=0.6):
        # "Can I do another?" asks whether, not which, unless the person says what they have and are.
        return bool(re.search(r"\b(?:which|what)\b", ask.text.lower())) and can_recommend(ask, turn)
    return can_recommend(ask, turn)


def suggest_course(wanted: Wanted) -> Answered:
    """Return the recommendation; `can_recommend` must hold."""
    found = recommend(wanted.ask, wanted.turn)
    named = tuple(dict.fromkeys(("recommend", *wanted.intents)))
    return Answered(found.part, found.verdicts, found.facts, found.question, found, named)


def say_money_once(answers: Sequence[Answered]) -> list[Answered]:
    """Return the answers of one reply, a recommendation without who pays where a later answer gives that verdict."""
    return [_leave_money(answer, answers[number + 1 :]) for number, answer in enumerate(answers)]


def _leave_money(answer: Answered, later: Sequence[Answered]) -> Answered:
    best = answer.recommendation.courses[0] if answer.recommendation else None
    told = next((verdict for each in later for verdict in each.verdicts if verdict.course == best), None)
    if told is None:
        return answer
    rules = f"{told.ruleset or told.cohort}#"
    of_money = {g for s in answer.part.said for g in s.grounds if g.id.startswith(rules) or g.id == STANDING_PLACE}
    kept = tuple(said for said in answer.part.said if not of_money & {*said.grounds})
    return replace(answer, part=replace(answer.part, said=kept), question=None)
