"""Decide, for each thing asked, what answers it: the rules, a recommendation, an entry, or an honest "I don't know"."""

from __future__ import annotations

from dataclasses import dataclass, field

from advisor.answering.said import Part, Said
from advisor.core.facts import FactSet
from advisor.dialogue.state import Pending
from advisor.dialogue.understanding import Ask
from advisor.knowledge.schema import Kind
from advisor.reply import FollowUpQuestion
from advisor.rules.verdict import Verdict
from advisor.turn.asks import top_intents
from advisor.turn.entries import answer_from
from advisor.turn.funding import answer_funding, knows_workplace
from advisor.turn.needs import Turn
from advisor.turn.questions import ask_for, question_for
from advisor.turn.recommending import Recommendation, can_recommend, recommend
from advisor.turn.routing import MAYBE, SURE, Candidate, weigh
from advisor.turn.special import special_part
from advisor.turn.unknown import unknown_part

WORDS_ALONE = 105
WORDS_BESIDE = 45
_FUNDING_TOPICS = {"funding", "eligibility", "lists", "cost", "qts", "independent", "settings", "legacy", "next_course"}
_SUITS = {"recommend", "next_course"}


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


def answer_ask(ask: Ask, turn: Turn, used: set[str]) -> Answered:
    """Return the answer to one ask; `used` are entries that this reply has drawn on already."""
    candidates = _find(ask, turn)
    best = next((c for c in candidates if c.entry.id not in used), None)
    intents = top_intents(ask)
    special = special_part(ask, turn)
    if special is not None:
        return Answered(special, intents=intents)
    suits = ask.wants(*_SUITS) and can_recommend(ask, turn) and not _says_it_exactly(best)
    if suits and len(ask.courses) != 1:
        return _suggested(ask, turn, intents)
    if _asks_about_money(ask, turn, best):
        return _about_money(ask, turn, candidates, intents)
    if suits:
        return _suggested(ask, turn, intents)
    if best is not None and best.score >= SURE:
        return _from_entry(ask, turn, best, intents)
    if best is not None and best.score >= MAYBE:
        part = answer_from(best.entry, ask.text, 50, turn.state.said, turn.as_of)
        lead = Said("I am not sure I have exactly that, but this is the nearest I know.")
        return Answered(Part(part.kind, (lead, *part.said), None, part.statement_ids, part.courses, part.entry), intents=intents)
    return Answered(unknown_part(ask, turn), intents=intents)


def _find(ask: Ask, turn: Turn) -> tuple[Candidate, ...]:
    needs = turn.needs
    hits = needs.retriever.search(ask.text, 24, turn.as_of)
    if ask.carried and turn.state.last_question and ask.text != turn.state.last_question:
        hits = [*hits, *needs.retriever.search(f"{turn.state.last_question} {ask.text}", 12, turn.as_of)]
    return weigh(ask, hits, needs.base, needs.lexicon.intents, turn.as_of)


def _says_it_exactly(best: Candidate | None) -> bool:
    return best is not None and best.similarity >= 0.80 and best.entry.kind is Kind.FAQ


def _asks_about_money(ask: Ask, turn: Turn, best: Candidate | None) -> bool:
    if not ask.wants("funding"):
        return False
    if best is not None and best.similarity >= 0.78 and not set(best.entry.topics) & _FUNDING_TOPICS:
        return False
    named_year = "cohort_id" in turn.state.person.facts
    if ask.courses:
        return True
    return knows_workplace(turn) and (best is None or best.similarity < 0.72 or ask.carried) or (named_year and ask.carried)


def _about_money(ask: Ask, turn: Turn, candidates: tuple[Candidate, ...], intents: tuple[str, ...]) -> Answered:
    funding = answer_funding(turn, ask.courses[:3])
    extra: list[Part] = []
    other = _also_asked(ask, candidates)
    if other is not None:
        extra.append(answer_from(other.entry, ask.text, WORDS_BESIDE, turn.state.said, turn.as_of, kind="answer"))
    question = question_for(funding.verdicts, turn) if ask.courses else None
    if not ask.courses and question is None:
        question = (ask_for("course"), Pending(fact="course"))
    return Answered(funding.part, funding.verdicts, funding.facts, question, intents=("funding", *intents), extra=tuple(extra))


def _also_asked(ask: Ask, candidates: tuple[Candidate, ...]) -> Candidate | None:
    """Return the entry that answers what the verdict does not, where one clearly fits the words."""
    for candidate in candidates[:3]:
        entry = candidate.entry
        if entry.kind in (Kind.FAQ, Kind.CONFLICT, Kind.COURSE) and candidate.similarity >= 0.60 and candidate.score >= 0.66:
            if not ask.carried and not entry.id.endswith("#funding"):
                return candidate
    return None


def _suggested(ask: Ask, turn: Turn, intents: tuple[str, ...]) -> Answered:
    found = recommend(ask, turn)
    return Answered(found.part, found.verdicts, found.facts, found.question, found, intents)


def _from_entry(ask: Ask, turn: Turn, best: Candidate, intents: tuple[str, ...]) -> Answered:
    part = answer_from(best.entry, ask.text, WORDS_ALONE, turn.state.said, turn.as_of)
    question = None
    if best.entry.id in ("faq-which-npq", "faq-where-to-start") and "role" not in turn.state.person.facts:
        question = (ask_for("role"), Pending(fact="role"))
    if set(best.entry.topics) & {"eligibility", "lists"} and ask.wants("funding") and "work_setting" not in turn.state.person.facts:
        question = (ask_for("work_setting"), Pending(fact="work_setting"))
    return Answered(part, question=question, intents=intents)
