"""Answer from the entries of the knowledge base, where neither the rules nor a recommendation does; else say what we lack."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import content_words, say
from advisor.dialogue.asking import Ask
from advisor.dialogue.state import Pending
from advisor.knowledge.schema import Entry, Kind, Role, Statement
from advisor.reply import FollowUpQuestion
from advisor.turn.answered import Answered, Wanted
from advisor.turn.best_entry import NEAR_BY_ITSELF, find_best
from advisor.turn.entries import answer_from
from advisor.turn.finding import (
    is_alike_by_chance,
    is_ours,
    names_ours,
    says_nothing_to_go_on,
    seeks_help,
)
from advisor.turn.funding import answer_funding, knows_workplace
from advisor.turn.money import Money, asks_something_specific, verdict_beside
from advisor.turn.needs import Turn
from advisor.turn.of_provider import said_of_provider
from advisor.turn.questions import ask_for, question_for
from advisor.turn.recommending import can_recommend
from advisor.turn.routing import FOREIGN, MAYBE, SURE, Candidate
from advisor.turn.suggesting import CHOOSING, suggest_course
from advisor.turn.together import also_wanted
from advisor.turn.unknown import unknown_part, what_next_part

_SHORT_REPLY, _FEW = 8, 3
_NAMES_NOTHING = content_words(
    "ok okay right then their there one about same also too had oh just hers mine thanks please course npq"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:weeks?|months?|years?)\b")
_AMOUNT = re.compile(r"£|\b\d+(?:\.\d+)?\b(?<!20\d\d)|%")
_KINDS = (
    (re.compile(r"\b(?:when|what (?:year|date|month)|how long|how recent\w*)\b"), _YEAR),
    (
        re.compile(
            r"\b(?:how much|how many|what (?:amount|number|figure)|(?:the )?(?:most|maximum|max|least|minimum))\b"
        ),
        _AMOUNT,
    ),
)
"""Of what kind the answer to a short question is, by its question word."""
_NOT_AN_NPQ = "not_an_npq"
_ASKED_ONCE_MORE, _MOST_AGAIN = 0.7, 3
_ABOUT_AS_NEAR = 0.04
_OF_A_PLACE_HAD = frozenset({"withdrawing", "resit", "deferring", "moving_school", "results", "cost", "registering"})
"""What is asked of a place that somebody has, or had, no fact about the workplace would settle."""
_OF_ONESELF = re.compile(r"\b(?:i|i'm|im|me|my|we|us|our|you)\b|^\W*is it\b")
_SELF_PAYS = re.compile(r"\b(?:self[- ]?fund\w*|pay(?:ing)? (?:for it )?(?:my|our|them)sel\w+|out of (?:my|our) own)\b")
_ASKS_WHO_PAYS = "paying_otherwise"
_ASKS_HOW = re.compile(r"\b(?:how (?:do|can|would|to)|where (?:do|can)|check|find out)\b")


def answer_from_entries(wanted: Wanted) -> Answered:
    """Return the answer that an entry gives, or what to say where none is near enough."""
    ask, turn = wanted.ask, wanted.turn
    ours = is_ours(ask, turn) and not is_alike_by_chance(ask, wanted.best, turn)
    best = find_best(wanted, ours)
    if best is not None and best.score >= (SURE if ours else FOREIGN):
        return _say_entry(wanted, best)
    if turn.state.pending is not None and not ask.is_question and len(ask.text.split()) <= _SHORT_REPLY:
        return _ask_once_more(turn.state.pending, turn.subject)
    score = best.score if best is not None else 0.0
    if ours and best is not None and score >= MAYBE:
        part = answer_from(best.entry, ask.text, min(wanted.words, 50), turn.state.said)
        lead = Said("I am not sure I have exactly that, but this is the nearest I know.")
        part = replace(part, said=(lead, *part.said), courses=ask.courses or part.courses)
        return Answered(part, intents=wanted.intents, score=score)
    if not ours and not seeks_help(ask):
        outside = unknown_part(ask, outside=True, of_schools=names_ours(ask.whole or ask.text, turn))
        return Answered(outside, intents=wanted.intents, score=score, filler=_is_aside(ask))
    if not ours or says_nothing_to_go_on(ask, turn):
        return _ask_what_next(wanted)
    return Answered(unknown_part(ask), intents=wanted.intents, score=score)


def _say_entry(wanted: Wanted, best: Candidate) -> Answered:
    ask, turn, intents = wanted.ask, wanted.turn, _borne_out(wanted, best)
    goes_on = ask.carried and not ask.is_question and best.entry.id == turn.state.last_entry
    if goes_on and not _names_detail(wanted, best):
        return _take_note(wanted)
    if _just_said(best, turn):
        other = _nearly_as_near(wanted, best)
        if other is None:
            return _say_what_fits(wanted, best)
        best = other
    part = answer_from(best.entry, ask.whole or ask.text, wanted.words, turn.state.said, similarity=best.similarity)
    part = replace(part, courses=ask.courses or part.courses, kind=kind_of(part.kind, best.entry, ask, turn))
    part = said_of_provider(part, ask, turn)
    if asks_something_specific(ask, turn) and (money := verdict_beside(ask, turn)) is not None:
        return Answered(part, money.verdicts, money.facts, money.question, None, intents, (money.part,), best.score)
    if _ASKS_WHO_PAYS in ask.cues and (verdict := _beside_a_price(ask, turn, best)) is not None:
        # Whether DfE pays comes before who else might.
        return Answered(
            verdict.part, verdict.verdicts, verdict.facts, verdict.question, None, intents, (part,), best.score
        )
    if (who_pays := _beside_a_price(ask, turn, best)) is not None:
        return Answered(part, who_pays.verdicts, who_pays.facts, who_pays.question, None, intents, (who_pays.part,))
    if part.kind == "out_of_scope" and not ask.is_question and "role" in turn.state.person.facts:
        return _ask_what_next(wanted)  # a word in somebody's story asks nothing
    if part.kind == "out_of_scope":
        return Answered(part, intents=intents, score=best.score)  # what shares a word with it would not answer it
    room = wanted.words - sum(said.words for said in part.said)
    extra = also_wanted(ask, turn, best, wanted.candidates, room, wanted.used)
    return Answered(part, question=_question_beside(ask, turn, best), intents=intents, extra=extra, score=best.score)


def _beside_a_price(ask: Ask, turn: Turn, best: Candidate) -> Money | None:
    """Return the verdict in brief beside the price of a course, or who might pay it, where it can be given and has not been.

    Who asks what it costs wants to know what *they* would pay: nothing, where they are funded.
    """
    unsaid = len(ask.courses) == 1 and ask.courses[0] not in turn.state.decided
    of_money = best.entry.attribute == "price" or _ASKS_WHO_PAYS in ask.cues
    if not of_money or not unsaid or _SELF_PAYS.search(ask.text.lower()):
        return None
    return verdict_beside(replace(ask, cues=ask.cues | {"funding"}), turn)


def _borne_out(wanted: Wanted, best: Candidate) -> tuple[str, ...]:
    """Return what is asked for, without a guess that the entry is not about: it is what the next message may go on from.

    Of words that ask nothing nothing is kept but what they say plainly: what was asked before them still stands.
    """
    specs = wanted.turn.needs.lexicon.intents
    if not wanted.ask.is_question:
        return tuple(name for name in wanted.intents if name in wanted.ask.cues)

    def is_of_entry(name: str) -> bool:
        spec = specs.get(name)
        return spec is None or bool(set(spec.topics) & set(best.entry.topics)) or spec.attribute == best.entry.attribute

    return tuple(name for name in wanted.intents if name in wanted.ask.cues or is_of_entry(name))


def _just_said(best: Candidate, turn: Turn) -> bool:
    """Return whether the last reply was out of this entry: beginning it again would answer nothing."""
    told = {statement.id for statement in best.entry.statements}
    return best.entry.id == turn.state.last_entry and bool(told & set(turn.state.last_said))


def _of_that_kind(ask: Ask, best: Candidate) -> list[Statement]:
    """Return what the last entry says of the kind asked for: a time for "since when?", an amount for "how much?"."""
    words = (ask.own or ask.text).lower()
    kind = next((kind for asked, kind in _KINDS if asked.search(words)), None)
    if kind is None or len(words.split()) > _SHORT_REPLY:
        return []
    return [s for s in best.entry.statements if kind.search(s.text) and s.role is not Role.NEXT][:1]


def _names_detail(wanted: Wanted, best: Candidate) -> bool:
    """Return whether a few words name what the last entry speaks of: "Chester", after what universities recognise."""
    named = _named_in(wanted.ask)
    return bool(named) and any(named <= content_words(s.text) for s in best.entry.statements)


def _named_in(ask: Ask) -> frozenset[str]:
    """Return the few words by which a short message names something, none where it says more than that."""
    named = content_words(ask.own or ask.text) - _NAMES_NOTHING
    return named if len(named) <= _FEW else frozenset()


def _nearly_as_near(wanted: Wanted, best: Candidate) -> Candidate | None:
    """Return the entry that answers a question on about as well as the one just said, None where none does."""
    if not wanted.ask.is_question or best.similarity < NEAR_BY_ITSELF:
        return None
    others = (c for c in wanted.candidates if c.entry.id != best.entry.id and c.entry.kind is Kind.FAQ)
    near = next((c for c in others if c.score >= max(SURE, best.score - _ABOUT_AS_NEAR)), None)
    return None if near is None or near.entry.statements[0].id in wanted.turn.state.said else near


def _say_what_fits(wanted: Wanted, best: Candidate) -> Answered:
    """Return, of an entry just answered from, the statements nearest to what was asked on, and what was left unsaid."""
    ask, turn = wanted.ask, wanted.turn
    asked = content_words(f"{turn.state.last_question} {ask.text}") - content_words(best.entry.title)
    fresh = [s for s in best.entry.statements if s.id not in turn.state.last_said]
    named = _named_in(ask)
    detail = [s for s in best.entry.statements if named and named <= content_words(s.text)]
    near = [s for s in best.entry.statements if len(asked & content_words(s.text)) > 1]
    near.sort(key=lambda s: -len(asked & content_words(s.text)))
    chosen = tuple(dict.fromkeys((*near[:1], *fresh[:2]))) or best.entry.statements[-1:]
    lead = [Said("This is what I know that comes nearest to that.")]
    if of_kind := _of_that_kind(ask, best):
        chosen, lead = tuple(of_kind), []
    elif detail:
        # The entry's answer was heard already: what else it says of that goes before it.
        chosen, lead = tuple((detail[1:] if detail[0] is best.entry.statements[0] else detail)[:1] or detail[:1]), []
    elif ask.is_question and (best.similarity >= _ASKED_ONCE_MORE or asks_something_specific(ask, turn)):
        # Who asks the same in clear words again gets the answer again, in brief.
        chosen = tuple(dict.fromkeys((best.entry.statements[0], *chosen)))[:_MOST_AGAIN]
        lead = []
    part = Part(
        best.entry.reply.value,
        (*lead, *(say(statement, best.entry) for statement in chosen)),
        None,
        tuple(statement.id for statement in chosen),
        ask.courses or best.entry.courses[:1],
        best.entry.id,
    )
    return Answered(part, intents=wanted.intents, score=best.score)


def _take_note(wanted: Wanted) -> Answered:
    """Take a fact told after a general answer: what it means for funding where that can be said, else ask what next."""
    turn, courses = wanted.turn, wanted.ask.courses[:3]
    if knows_workplace(turn):
        funding = answer_funding(turn, courses)
        question = (
            question_for(funding.verdicts, turn)
            if courses
            else (ask_for("course", turn.subject), Pending(fact="course"))
        )
        return Answered(funding.part, funding.verdicts, funding.facts, question, None, ("funding", *wanted.intents))
    fact = "role" if "role" not in turn.state.person.facts else "course"
    part = Part("clarify", (Said("Thank you, I will keep that in mind."),))
    return Answered(part, question=(ask_for(fact, turn.subject), Pending(fact=fact)), intents=wanted.intents)


def _ask_once_more(pending: Pending, subject: str) -> Answered:
    """Put the question again to somebody whose short reply was no answer that we can read."""
    part = Part("clarify", (Said("I did not follow that as an answer to my question."),))
    return Answered(part, question=(ask_for(pending.fact, subject), pending), score=0.0)


def _ask_what_next(wanted: Wanted) -> Answered:
    """Recommend to somebody who has told enough for it, and ask anybody else for their role."""
    if can_recommend(wanted.ask, wanted.turn):
        return suggest_course(wanted)
    return Answered(
        what_next_part(), question=(ask_for("role", wanted.turn.subject), Pending(fact="role")), score=0.0, filler=True
    )


def _is_aside(ask: Ask) -> bool:
    """Return whether words that are not ours are small talk beside a question, and no question on another subject."""
    return not ask.is_question or ask.intents.get("out_of_scope", 0.0) < 0.5


def kind_of(kind: str, entry: Entry, ask: Ask, turn: Turn) -> str:
    """Return the kind of reply: "is the ECT programme an NPQ?" is a question about NPQs, and "it is not one" its answer.

    Of pay, pensions and the like an NPQ named around the question makes no question about NPQs.
    """
    words = ask.whole or ask.text if _NOT_AN_NPQ in entry.topics else ask.own or ask.text
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(words)}
    return "answer" if kind == "out_of_scope" and kinds & {"family", "course"} else kind


def _question_beside(ask: Ask, turn: Turn, best: Candidate) -> tuple[FollowUpQuestion, Pending] | None:
    """The one question that would make a general answer personal."""
    known = turn.state.person
    if best.entry.id in CHOOSING and "role" not in known.facts and "role" not in known.declined:
        return ask_for("role", turn.subject), Pending(fact="role")
    own = bool(_OF_ONESELF.search(ask.text.lower())) and not _ASKS_HOW.search(ask.text.lower())
    asks_money = own and "funding" in ask.cues and best.entry.kind is not Kind.GLOSSARY
    settles = (
        set(best.entry.topics) & {"eligibility", "lists", "funding"} and not set(best.entry.topics) & _OF_A_PLACE_HAD
    )
    if asks_money and settles:
        for fact in ("works_in_england", "work_setting"):
            if fact not in known.facts and fact not in known.declined:
                return ask_for(fact, turn.subject), Pending(fact=fact)
    return None
