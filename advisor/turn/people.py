"""Answer for several people told of in one message, each from what was said of them alone."""

from __future__ import annotations

from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.wording import whom
from advisor.dialogue.state import SELF, Beside, Pending
from advisor.reply import FollowUpQuestion
from advisor.rules.verdict import Verdict
from advisor.turn.answered import Answered, Wanted
from advisor.turn.funding import answer_funding
from advisor.turn.needs import Turn
from advisor.turn.questions import question_for


def for_each_person(wanted: Wanted) -> Answered | None:
    """Return a verdict for each of several people, where funding is asked for all of them."""
    ask, turn = wanted.ask, wanted.turn
    together = turn.state.together
    asks_it = ask.wants("funding") or not ask.cues  # "NPQSL for both?"
    if not together or not asks_it or not any(ask.courses or each.courses for each in together):
        return None
    parts: list[Part] = []
    verdicts: list[Verdict] = []
    question: tuple[FollowUpQuestion, Pending] | None = None
    for each in together:
        there = _turned_to(each, turn)
        funding = answer_funding(there, each.courses[:1] or ask.courses[:1])
        lead = Said(f"For {whom(each.subject)}:")
        parts.append(replace(funding.part, said=(lead, *funding.part.said[:2])))
        verdicts += funding.verdicts
        question = question or _asked_of(each, funding.verdicts, there)
    return Answered(parts[0], tuple(verdicts), None, question, None, ("funding",), tuple(parts[1:]))


def _turned_to(each: Beside, turn: Turn) -> Turn:
    return replace(turn, state=turn.state.model_copy(update={"subject": each.subject}))


def _asked_of(each: Beside, verdicts: tuple[Verdict, ...], there: Turn) -> tuple[FollowUpQuestion, Pending] | None:
    """Return the question that settles this person's verdict, naming them: several are spoken of."""
    found = question_for(verdicts, there)
    if found is None:
        return None
    question, pending = found
    if each.subject == SELF:
        return question, pending.model_copy(update={"subject": SELF})
    text = f"About {whom(each.subject)}: {question.text[0].lower()}{question.text[1:]}"
    return question.model_copy(update={"text": text}), pending.model_copy(update={"subject": each.subject})
