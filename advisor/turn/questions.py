"""Choose the one thing to ask back: what settles most, never what was declined or cannot matter."""

from __future__ import annotations

from advisor.core.facts import FACTS
from advisor.dialogue.state import Pending
from advisor.reply import FollowUpQuestion, OfferedChoice
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.needs import Turn


def ask_for(fact: str) -> FollowUpQuestion:
    """Return the question for a fact, with its choices."""
    declared = FACTS[fact]
    choices = tuple(OfferedChoice(value=choice.value, label=choice.label) for choice in declared.choices)
    return FollowUpQuestion(fact=fact, text=declared.question, choices=choices)


def question_for(verdicts: tuple[Verdict, ...], turn: Turn) -> tuple[FollowUpQuestion, Pending] | None:
    """Return the question that settles the last open verdict, None where nothing asked could."""
    declined = set(turn.state.person.declined)
    for verdict in reversed(verdicts):
        if verdict.outcome is not Outcome.UNDETERMINED:
            continue
        wanted = [verdict.ask_next, *verdict.missing] if verdict.ask_next else list(verdict.missing)
        for fact in wanted:
            if fact in FACTS and FACTS[fact].askable and fact not in declined:
                return ask_for(fact), Pending(fact=fact, course=verdict.course)
    return None
