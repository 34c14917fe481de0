"""Choose the one thing to ask back: what settles most, never what was declined or cannot matter."""

from __future__ import annotations

import re

from advisor.core.fact import label_of_another
from advisor.core.facts import FACTS
from advisor.dialogue.state import SELF, Pending
from advisor.reply import FollowUpQuestion, OfferedChoice
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.needs import Turn


def ask_for(fact: str, subject: str = SELF) -> FollowUpQuestion:
    """Return the question for a fact, with its choices; of somebody else where `subject` says so."""
    declared = FACTS[fact]
    choices = tuple(
        OfferedChoice(value=choice.value, label=choice.label if subject == SELF else label_of_another(choice))
        for choice in declared.choices
    )
    text = declared.question if subject == SELF or fact == "course" else _of_another(declared.question)
    return FollowUpQuestion(fact=fact, text=text, choices=choices)


def _of_another(question: str) -> str:
    """Return the question as asked about somebody else.

    >>> _of_another("Do you work in England?"), _of_another("What is your role now?")
    ('Do they work in England?', 'What is their role now?')
    >>> _of_another("Did a Return to Teaching Adviser refer you?")
    'Did a Return to Teaching Adviser refer them?'
    """
    theirs = re.sub(r"\byour\b", "their", question)
    return re.sub(r"\byou\b", "they", re.sub(r"\byou(?=\W*$)", "them", theirs))


def question_for(verdicts: tuple[Verdict, ...], turn: Turn) -> tuple[FollowUpQuestion, Pending] | None:
    """Return the question that settles the last open verdict, None where nothing asked could."""
    declined = set(turn.state.person.declined)
    for verdict in reversed(verdicts):
        if verdict.outcome is not Outcome.UNDETERMINED:
            continue
        wanted = [verdict.ask_next, *verdict.missing] if verdict.ask_next else list(verdict.missing)
        for fact in wanted:
            if fact in FACTS and FACTS[fact].askable and fact not in declined:
                return _of_now(ask_for(fact, turn.subject), turn), Pending(fact=fact, course=verdict.course)
    return None


def _of_now(question: FollowUpQuestion, turn: Turn) -> FollowUpQuestion:
    """Return the question as one on the present, where a job to come was spoken of."""
    if not turn.state.to_come or turn.state.set_aside is not None:
        return question
    text = f"As things are today: {question.text[0].lower()}{question.text[1:]}"
    return question.model_copy(update={"text": text})
