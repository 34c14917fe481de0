"""Say that a course needs no list, where somebody asks or tells of one: else they look up what nobody asks for."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.answering.said import Said
from advisor.answering.selecting import say
from advisor.core.courses import EARLY_HEADSHIP_COACHING
from advisor.core.facts import FactSet, FactValue
from advisor.dialogue.asking import Ask
from advisor.rules.decision import decide
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.needs import Turn

_STATE_SCHOOL: Mapping[str, FactValue] = {
    "works_in_england": True,
    "work_setting": "a_school",
    "eligible_establishment_type": True,
}
_CHECKING = "checking_list"
_SURE = 0.9


def say_no_list_needed(ask: Ask, turn: Turn, verdicts: tuple[Verdict, ...]) -> tuple[Said, ...]:
    """Return the course's general rule where a list is spoken of and the one course asked about needs none.

    A verdict that is settled says so itself.
    """
    if len(verdicts) != 1 or not _speaks_of_list(ask, turn):
        return ()
    verdict = verdicts[0]
    entry = turn.needs.base.attribute(verdict.course, "funding", turn.as_of)
    of_heads = verdict.course == EARLY_HEADSHIP_COACHING  # what counts there is the post, and no school's kind
    if verdict.outcome is not Outcome.UNDETERMINED or entry is None or of_heads or _needs_list(verdict, turn):
        return ()
    return (say(entry.statements[0], entry),)


def _speaks_of_list(ask: Ask, turn: Turn) -> bool:
    named = any(mention.kind == "list" for mention in turn.needs.lexicon.names.find(ask.own or ask.text))
    return named or ask.intents.get(_CHECKING, 0.0) >= _SURE


def _needs_list(verdict: Verdict, turn: Turn) -> bool:
    """Return whether a state-funded school's being in England is not enough for the course in that intake."""
    facts = FactSet().with_assumed("prior_applications", ())
    for name, value in _STATE_SCHOOL.items():
        facts = facts.with_said(name, value)
    return decide(verdict.course, facts, turn.as_of, verdict.cohort).outcome is not Outcome.ELIGIBLE
