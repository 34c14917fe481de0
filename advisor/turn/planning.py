"""Decide, for each thing asked, what answers it: the rules, a recommendation, an entry, or an honest "I don't know"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import without_yes_or_no
from advisor.core.facts import FactSet
from advisor.dialogue.state import Pending
from advisor.dialogue.understanding import Ask
from advisor.knowledge.schema import Kind
from advisor.reply import FollowUpQuestion
from advisor.rules.verdict import Verdict
from advisor.turn.asks import top_intents
from advisor.turn.eligible import asks_to_take, may_take_part
from advisor.turn.entries import answer_from
from advisor.turn.finding import fallback, find_candidates, is_ours, says_nothing_to_go_on, seeks_help
from advisor.turn.money import about_money, asks_about_money
from advisor.turn.needs import Turn
from advisor.turn.questions import ask_for
from advisor.turn.recommending import Recommendation, can_recommend, recommend
from advisor.turn.routing import FOREIGN, MAYBE, SURE, Candidate
from advisor.turn.special import special_part
from advisor.turn.together import also_wanted
from advisor.turn.unknown import unknown_part, what_next_part

SAME_QUESTION = 0.72
"""Below it a question is near an entry's and not the same: its yes or no may be the wrong one."""
_SUITS = ("recommend", "next_course")
_CHOOSING = ("faq-which-npq", "faq-where-to-start")


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one ask."""

    part: Part
    verdicts: tuple[Verdict, ...] = ()
    facts: FactSet | None = None
    question: tuple[FollowUpQuestion, Pending] | None = None
    recommendation: Recommendation | None = None
    intents: tuple[str, ...] = ()
    extra: tuple[Part, ...] = field(default=())
    score: float = 1.0  # how sure the choice was, from 0 to about 1.3


def answer_ask(ask: Ask, turn: Turn, used: set[str], words: int) -> Answered:
    """Return the answer to one ask in about `words` words; `used` are entries that this reply has drawn on already."""
    intents = top_intents(ask)
    if ask.bare and not ask.courses and not ask.carried and not turn.state.person.facts:
        return Answered(what_next_part(), question=(ask_for("role"), Pending(fact="role")))
    candidates = find_candidates(ask, turn)
    best = next((c for c in candidates if c.entry.id not in used), None)
    special = special_part(ask, turn)
    if special is not None:
        return Answered(special, intents=intents)
    if _suits(ask, turn, best) and len(ask.courses) != 1:
        return _suggested(ask, turn, intents)
    if asks_about_money(ask, turn, best):
        money = about_money(ask, turn, candidates, words)
        named = tuple(dict.fromkeys(("funding", *intents)))
        return Answered(money.part, money.verdicts, money.facts, money.question, None, named, money.extra)
    if _suits(ask, turn, best):
        return _suggested(ask, turn, intents)
    if asks_to_take(ask, best):
        part, verdicts = may_take_part(ask, turn)
        return Answered(part, verdicts, intents=intents)
    return _from_entries(ask, turn, candidates, intents, words, used)


def _suits(ask: Ask, turn: Turn, best: Candidate | None) -> bool:
    facts = turn.state.person.facts
    if ask.bare and not ask.courses and "role" in facts:
        return can_recommend(ask, turn)
    if "recommend" in ask.cues and {"role", "role_wanted"} & set(facts) and (best is None or best.similarity < 0.9):
        return can_recommend(ask, turn)
    wanted = bool(ask.cues & {"recommend"}) or ask.wants(*_SUITS, at_least=0.6)
    if not wanted or (best is not None and best.similarity >= 0.78 and best.entry.id not in _CHOOSING):
        return False
    if "recommend" not in ask.cues and ask.is_question and not ask.carried and not ask.wants("recommend", at_least=0.6):
        # "Can I do another?" asks whether, not which, unless the person says what they have and are.
        return bool(re.search(r"\b(?:which|what)\b", ask.text.lower())) and can_recommend(ask, turn)
    return can_recommend(ask, turn)


def _suggested(ask: Ask, turn: Turn, intents: tuple[str, ...]) -> Answered:
    found = recommend(ask, turn)
    named = tuple(dict.fromkeys(("recommend", *intents)))
    return Answered(found.part, found.verdicts, found.facts, found.question, found, named)


def _from_entries(
    ask: Ask, turn: Turn, candidates: tuple[Candidate, ...], intents: tuple[str, ...], words: int, used: set[str]
) -> Answered:
    best = next((c for c in candidates if c.entry.id not in used), None)
    ours = is_ours(ask, turn)
    if (best is None or best.score < SURE) and ours:
        best = fallback(ask, turn, used) or best
    if best is not None and best.score >= (SURE if ours else FOREIGN):
        part = answer_from(best.entry, ask.whole or ask.text, words, turn.state.said)
        part = replace(part, courses=ask.courses or part.courses, kind=kind_of(part.kind, ask, turn))
        if best.similarity < SAME_QUESTION and best.entry.kind is Kind.FAQ and part.said:
            part = replace(part, said=(without_yes_or_no(part.said[0]), *part.said[1:]))
        extra = also_wanted(ask, turn, best, candidates, words - sum(said.words for said in part.said), used)
        return Answered(
            part, question=_question_beside(ask, turn, best), intents=intents, extra=extra, score=best.score
        )
    if best is not None and best.score < (SURE if ours else FOREIGN) and not ours:
        if seeks_help(ask):
            return Answered(what_next_part(), question=(ask_for("role"), Pending(fact="role")), score=0.0)
        return Answered(unknown_part(ask, outside=True), intents=intents, score=best.score)
    if best is not None and best.score >= MAYBE and ours:
        part = answer_from(best.entry, ask.text, min(words, 50), turn.state.said)
        lead = Said("I am not sure I have exactly that, but this is the nearest I know.")
        part = replace(part, said=(lead, *part.said), courses=ask.courses or part.courses)
        return Answered(part, intents=intents, score=best.score)
    if says_nothing_to_go_on(ask, turn):
        return Answered(what_next_part(), question=(ask_for("role"), Pending(fact="role")), score=0.0)
    return Answered(unknown_part(ask), intents=intents, score=best.score if best else 0.0)


def kind_of(kind: str, ask: Ask, turn: Turn) -> str:
    """Return the kind of reply: "is the ECT programme an NPQ?" is a question about NPQs, and "it is not one" its answer."""
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(ask.whole or ask.text)}
    return "answer" if kind == "out_of_scope" and kinds & {"family", "course"} else kind


def _question_beside(ask: Ask, turn: Turn, best: Candidate) -> tuple[FollowUpQuestion, Pending] | None:
    """The one question that would make a general answer personal."""
    known = turn.state.person
    if best.entry.id in _CHOOSING and "role" not in known.facts and "role" not in known.declined:
        return ask_for("role"), Pending(fact="role")
    asks_money = "funding" in ask.cues and best.entry.kind is not Kind.GLOSSARY
    if asks_money and set(best.entry.topics) & {"eligibility", "lists", "funding"}:
        for fact in ("works_in_england", "work_setting"):
            if fact not in known.facts and fact not in known.declined:
                return ask_for(fact), Pending(fact=fact)
    return None
