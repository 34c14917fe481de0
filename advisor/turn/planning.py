"""Decide, for each thing asked, what answers it: the rules, a recommendation, an entry, or an honest "I don't know"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from advisor.answering.said import Part, Said
from advisor.answering.verdicts import STANDING_LISTS
from advisor.core.facts import FactSet
from advisor.dialogue.state import Pending
from advisor.dialogue.understanding import Ask
from advisor.knowledge.schema import Kind
from advisor.reply import FollowUpQuestion
from advisor.rules.verdict import Verdict
from advisor.turn.asks import top_intents
from advisor.turn.eligible import asks_to_take, may_take_part
from advisor.turn.entries import answer_from, standing
from advisor.turn.finding import fallback, find_candidates, is_ours, says_nothing_to_go_on, seeks_help
from advisor.turn.funding import answer_funding, knows_workplace
from advisor.turn.lookups import lookup_part
from advisor.turn.money import about_money, asks_about_money, asks_something_specific, verdict_beside
from advisor.turn.needs import Turn
from advisor.turn.questions import ask_for, question_for
from advisor.turn.recommending import Recommendation, can_recommend, recommend
from advisor.turn.routing import FOREIGN, MAYBE, SURE, Candidate
from advisor.turn.special import special_part
from advisor.turn.together import also_wanted
from advisor.turn.unknown import unknown_part, what_next_part

_SHORT_REPLY = 8
_SAME = 0.85
_CLAUSE = 4
_CLAUSE_END = re.compile(r"[,;:.?!]+\s|\b(?:because|since|but|so|although|and)\b")
_OF_ONESELF = re.compile(r"\b(?:i|i'm|im|me|my|we|us|our|you)\b|^\W*is it\b")
_ASKS_HOW = re.compile(r"\b(?:how (?:do|can|would|to)|where (?:do|can)|check|find out)\b")
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
    filler: bool = False  # says nothing of the matter: left out where something else is answered


def answer_ask(ask: Ask, turn: Turn, used: set[str], words: int) -> Answered:
    """Return the answer to one ask in about `words` words; `used` are entries that this reply has drawn on already."""
    intents = top_intents(ask)
    if ask.bare and not ask.courses and not ask.carried and not turn.state.person.facts:
        return Answered(what_next_part(), question=(ask_for("role"), Pending(fact="role")))
    candidates = find_candidates(ask, turn)
    best = next((c for c in candidates if c.entry.id not in used), None)
    if ask.unsure and (carried_on := _carry_on(ask, turn, intents)) is not None:
        return carried_on
    if (record := lookup_part(ask, turn)) is not None:
        return Answered(record, intents=intents)
    special = special_part(ask, turn)
    if special is not None:
        money = verdict_beside(replace(ask, courses=special.courses), turn)
        if money is None:
            return Answered(special, intents=intents)
        return Answered(special, money.verdicts, money.facts, money.question, None, intents, (money.part,))
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
    if ask.choice:
        return can_recommend(ask, turn, strictly=True)
    if (
        "recommend" in ask.cues
        and {"role", "role_wanted", "is_headteacher"} & set(facts)
        and (best is None or best.similarity < 0.9)
    ):
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
    ours = is_ours(ask, turn)
    enough = SURE if ours else FOREIGN
    best = _best_of(ask, turn, candidates, used, ours)
    if best is not None and best.score >= enough:
        return _from_entry(ask, turn, best, candidates, intents, words, used)
    if turn.state.pending is not None and not ask.is_question and len(ask.text.split()) <= _SHORT_REPLY:
        return _asked_once_more(turn.state.pending)
    if not ours and not seeks_help(ask):
        return Answered(
            unknown_part(ask, outside=True), intents=intents, score=best.score if best else 0.0, filler=_is_aside(ask)
        )
    if ours and best is not None and best.score >= MAYBE:
        part = answer_from(best.entry, ask.text, min(words, 50), turn.state.said)
        lead = Said("I am not sure I have exactly that, but this is the nearest I know.")
        part = replace(part, said=(lead, *part.said), courses=ask.courses or part.courses)
        return Answered(part, intents=intents, score=best.score)
    if not ours or says_nothing_to_go_on(ask, turn):
        if can_recommend(ask, turn):
            return _suggested(ask, turn, intents)
        return Answered(what_next_part(), question=(ask_for("role"), Pending(fact="role")), score=0.0, filler=True)
    return Answered(unknown_part(ask), intents=intents, score=best.score if best else 0.0)


def _best_of(ask: Ask, turn: Turn, candidates: tuple[Candidate, ...], used: set[str], ours: bool) -> Candidate | None:
    """Return the best entry not yet used; a piece that says too little by itself is read with the message around it."""
    best = next((c for c in candidates if c.entry.id not in used), None)
    if asks_something_specific(ask, turn) and (best is None or best.similarity < _SAME) and ours:
        best = fallback(ask, turn, used, specific=True) or best
    if (best is None or best.score < SURE) and ours:
        best = fallback(ask, turn, used) or best
    context = ask.around or (f"{turn.state.last_question} {ask.text}" if ours and turn.state.last_question else "")
    if (best is None or best.score < SURE) and context:
        wider = find_candidates(replace(ask, text=context), turn)
        found = next((c for c in wider if c.entry.id not in used), None)
        best = found if found is not None and (best is None or found.score > best.score) else best
    if (best is None or best.score < SURE) and ours:
        best = max((best, *_by_clause(ask, turn, used)), key=lambda c: c.score if c else 0.0)
    return best


def _by_clause(ask: Ask, turn: Turn, used: set[str]) -> Iterator[Candidate]:
    """Yield the best entry for each clause of a long message: what matters may be one clause of a story."""
    for clause in _CLAUSE_END.split(ask.around or ask.whole or ask.text):
        if len(clause.split()) >= _CLAUSE:
            yield from [
                c for c in find_candidates(replace(ask, text=clause, whole=""), turn) if c.entry.id not in used
            ][:1]


def _from_entry(
    ask: Ask,
    turn: Turn,
    best: Candidate,
    candidates: tuple[Candidate, ...],
    intents: tuple[str, ...],
    words: int,
    used: set[str],
) -> Answered:
    if ask.carried and not ask.is_question and best.entry.id == turn.state.last_entry:
        return _noted(turn, ask.courses[:3], intents)
    part = answer_from(best.entry, ask.whole or ask.text, words, turn.state.said, similarity=best.similarity)
    part = replace(part, courses=ask.courses or part.courses, kind=kind_of(part.kind, ask, turn))
    if asks_something_specific(ask, turn) and (money := verdict_beside(ask, turn)) is not None:
        return Answered(part, money.verdicts, money.facts, money.question, None, intents, (money.part,), best.score)
    extra = also_wanted(ask, turn, best, candidates, words - sum(said.words for said in part.said), used)
    return Answered(part, question=_question_beside(ask, turn, best), intents=intents, extra=extra, score=best.score)


def _carry_on(ask: Ask, turn: Turn, intents: tuple[str, ...]) -> Answered | None:
    """Go on without what the person could not tell: in brief, since the rest has been said; None where nothing stands."""
    all_right = Said("That is all right.")
    if "recommend" in ask.intents and len(ask.courses) != 1 and can_recommend(ask, turn):
        found = recommend(ask, turn)
        part = replace(found.part, said=(all_right, *found.part.said[:1]), statement_ids=())
        return Answered(part, found.verdicts, found.facts, found.question, found, intents)
    if not ask.courses or not ask.wants("funding"):
        return None
    funding = answer_funding(turn, ask.courses[:1])
    pointer = standing(turn.needs.base, (STANDING_LISTS,) if STANDING_LISTS in funding.part.statement_ids else ())
    part = Part("answer", (all_right, funding.part.said[0], *pointer), courses=ask.courses[:1])
    return Answered(part, funding.verdicts, funding.facts, question_for(funding.verdicts, turn), None, intents)


def _noted(turn: Turn, courses: tuple[str, ...], intents: tuple[str, ...]) -> Answered:
    """Take a fact told after a general answer: what it means for funding where that can be said, else ask what next."""
    if knows_workplace(turn):
        funding = answer_funding(turn, courses)
        question = question_for(funding.verdicts, turn) if courses else (ask_for("course"), Pending(fact="course"))
        return Answered(funding.part, funding.verdicts, funding.facts, question, None, ("funding", *intents))
    fact = "role" if "role" not in turn.state.person.facts else "course"
    part = Part("clarify", (Said("Thank you, I will keep that in mind."),))
    return Answered(part, question=(ask_for(fact), Pending(fact=fact)), intents=intents)


def _asked_once_more(pending: Pending) -> Answered:
    """Put the question again to somebody whose short reply was no answer that we can read."""
    part = Part("clarify", (Said("I did not follow that as an answer to my question."),))
    return Answered(part, question=(ask_for(pending.fact), pending), score=0.0)


def _is_aside(ask: Ask) -> bool:
    """Return whether words that are not ours are small talk beside a question, and no question on another subject."""
    return not ask.is_question or ask.intents.get("out_of_scope", 0.0) < 0.5


def kind_of(kind: str, ask: Ask, turn: Turn) -> str:
    """Return the kind of reply: "is the ECT programme an NPQ?" is a question about NPQs, and "it is not one" its answer."""
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(ask.whole or ask.text)}
    return "answer" if kind == "out_of_scope" and kinds & {"family", "course"} else kind


def _question_beside(ask: Ask, turn: Turn, best: Candidate) -> tuple[FollowUpQuestion, Pending] | None:
    """The one question that would make a general answer personal."""
    known = turn.state.person
    if best.entry.id in _CHOOSING and "role" not in known.facts and "role" not in known.declined:
        return ask_for("role"), Pending(fact="role")
    own = bool(_OF_ONESELF.search(ask.text.lower())) and not _ASKS_HOW.search(ask.text.lower())
    asks_money = own and "funding" in ask.cues and best.entry.kind is not Kind.GLOSSARY
    if asks_money and set(best.entry.topics) & {"eligibility", "lists", "funding"}:
        for fact in ("works_in_england", "work_setting"):
            if fact not in known.facts and fact not in known.declined:
                return ask_for(fact), Pending(fact=fact)
    return None
