"""Answer a message that goes back to the verdict before it: whether it stands comes first, then why, then what else is known.

"You sure?", "even though we moved?", "does my age count against me?" are about the verdict, whatever entry shares their words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import say, without_yes_or_no
from advisor.answering.verdicts import STANDING_PAY, STANDING_PLACE
from advisor.dialogue.asking import Ask
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.text.doubting import Speaks, expects_to_pay, objects, speaks_of_answer
from advisor.knowledge.schema import Kind, ReplyKind
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from, standing
from advisor.turn.funding import say_earlier
from advisor.turn.needs import Turn
from advisor.turn.questions import question_for
from advisor.turn.restating import decide_again, deciding_rule, facts_known, has_changed, restated, what_changes_it
from advisor.turn.routing import PLAIN_FACTS, SURE, Candidate

_LONGEST = 36
_MOST_COURSES = 2
_BESIDE_IT = frozenset(
    {
        "funding",
        "eligibility",
        "cost",
        "legacy",
        "glossary",
        "qts",
        "headship",
        "next_course",
        "recommend",
        "audience",
        "overview",
        "comparison",
    }
)
"""Wants whose words also stand in a doubt, a conclusion or a circumstance: "my QTS is English", "so I pay the fee?"."""
_TO_PAY_ONESELF = "paying_otherwise"
_NEAR, _VERY_NEAR, _SAME = 0.60, 0.80, 0.86
_AN_ENTRY = 45
_OF_VERDICTS = frozenset(
    {
        "funding",
        "eligibility",
        "lists",
        "cost",
        "choosing",
        "overview",
        "settings",
        "independent",
        "early_years",
        "nations",
    }
)
"""Topics of entries that tell the rules in general: beside a verdict on one's own they say less than it."""
_BEARS_ON_IT = re.compile(
    r"\b(?:list\w*|pp50|rise|pupil premium|premium|england|wales|scotland|ireland|abroad|overseas|private|independent|fee[- ]paying|agency|supply|self[- ]employed|"
    r"mov\w+|new (?:job|school|post)|leav\w+|had (?:it|one)|done (?:it|one)|did (?:it|one)|before|already|funded place|withdrew|deferred|nursery|childminder|college|trust|"
    r"referr\w*|advis\w*|first five|years? as (?:a )?head|ofsted|registered)\b"
)
"""Speaks of what the rules look at: where nothing of it was understood, nobody is told that it changes nothing."""
_WHETHER_ALLOWED = re.compile(
    r"\b(?:whether|if) (?:i'm|im|i am|we're|we are|she's|he's) (?:even |still )?allowed\b|\bnot (?:asking|bothered|worried) (?:for|about) (?:the )?(?:money|funding)\b|"
    r"\b(?:i'd|id|i would|we'd|i'll|ill|i will|happy to|willing to|can|could) pay\b.{0,25}\b(?:possible|allowed|ok|okay|permitted|let me)\b"
)
"""Who would pay asks whether they may take it, and no more of the money."""
_UNCHANGED = "That does not change it."
_NOTHING_ASKED = "As I read it, the rules ask nothing about that, so the answer stays."
_AS_TOLD = "On what you have told me so far, this is the answer."
_NOW = "With what you have just told me, this is the answer."
_CHECKING = "faq-check-list"
_LOOKED_UP = frozenset(LIST_FACTS) - {"on_childminder_list"}
_HOW_TO_FIND_OUT = re.compile(
    r"\b(?:how|where|who|wher|what)\b[^.?!]{0,40}\b(?:find|look|check|tell|know|see|get hold|search|ask|seek)\b|\b(?:how|where)(?: on earth| the \w+| do| would| can)?\s*\?*$|\bwhere (?:is|are|'s) (?:it|that|this|they|these|those|the lists?)\b|"
    r"^\W*(?:what|which|wot) lists?\W*$|\bno idea (?:how|where)\b|\b(?:wouldn't|don't|dont|wouldnt) know (?:how|where)\b"
)


def verdict_stands(wanted: Wanted) -> Answered | None:
    """Return the verdict of the last reply with whether it stands, where the words go back to it; else None."""
    ask, turn = wanted.ask, wanted.turn
    courses = _courses_at_issue(ask, turn)
    if not courses or not _is_brief_and_of_it(ask, turn):
        return None
    verdicts = decide_again(courses, turn)
    if (how := _how_to_find_out(wanted, verdicts)) is not None:
        return how
    speaks = _speaks(ask, verdicts, turn)
    if speaks is None or _asks_its_own(wanted, speaks):
        return None
    said = _reply_to(speaks, verdicts, ask, turn)
    entry = _of_the_circumstance(wanted) if speaks in (Speaks.CIRCUMSTANCE, Speaks.DOUBT) else None
    part = Part("answer", tuple(said), courses=courses)
    extra = (entry,) if entry is not None else ()
    return Answered(part, verdicts, facts_known(turn), question_for(verdicts, turn), None, ("funding",), extra)


def _courses_at_issue(ask: Ask, turn: Turn) -> tuple[str, ...]:
    """Return the one or two courses that the last reply gave a verdict on, where nothing turns to another or to somebody else."""
    state = turn.state
    if (
        state.turn == 1
        or turn.turned
        or state.together
        or state.set_aside is not None
        or ask.beside
        or ask.again
        or ask.unsure
    ):
        return ()
    asked_who_pays = len(state.courses) == 1 and {"funding", "eligibility"} & set(state.intents)
    courses = state.decided or (state.courses if asked_who_pays else ())
    named = set(ask.courses) - set(courses)
    return courses if courses and len(courses) <= _MOST_COURSES and not named and not ask.cohorts else ()


def _is_brief_and_of_it(ask: Ask, turn: Turn) -> bool:
    """Return whether a message is short enough to go back to an answer, and is of the job held now."""
    text = _words_of(ask)
    of_later = turn.state.to_come and _BEARS_ON_IT.search(text)
    return len(text.split()) <= _LONGEST and not of_later


def _words_of(ask: Ask) -> str:
    return (ask.own or ask.whole or ask.around or ask.text).lower()


def _speaks(ask: Ask, verdicts: tuple[Verdict, ...], turn: Turn) -> Speaks | None:
    """Return how the words speak to the verdict; what answers our question, or tells what alters it, is none of this."""
    own = ask.own or ask.text
    if ask.is_question:
        of_whole = speaks_of_answer(ask.whole) if ask.whole else None
        return speaks_of_answer(own) or (None if of_whole is Speaks.CONCLUSION else of_whole)
    settled = all(verdict.outcome in (Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE) for verdict in verdicts)
    if turn.told and (not settled or any(has_changed(verdict, turn) for verdict in verdicts)):
        return None
    return speaks_of_answer(own) or (Speaks.DOUBT if settled and objects(own) else None)


def _asks_its_own(wanted: Wanted, speaks: Speaks) -> bool:
    """Return whether exact words want something else, or an entry is as good as about the very question."""
    ask, best = wanted.ask, wanted.best
    concludes = speaks is Speaks.CONCLUSION
    beside = _BESIDE_IT | ({_TO_PAY_ONESELF} if concludes else frozenset())
    unread = not wanted.turn.told and _BEARS_ON_IT.search(_words_of(ask))
    if _WHETHER_ALLOWED.search(_words_of(ask)):
        return True
    if ask.cues - beside or (speaks is Speaks.CIRCUMSTANCE and unread):
        return True  # what the rules may look at and was not understood is no matter that they ask nothing about
    if best is None or concludes:
        return False
    return best.similarity >= _SAME and speaks is Speaks.WHY and best.entry.kind is Kind.FAQ


def _reply_to(speaks: Speaks, verdicts: tuple[Verdict, ...], ask: Ask, turn: Turn) -> list[Said]:
    """Return the verdict first, in the form that the doubt, reason, conclusion or circumstance wants, and what it rests on."""
    changed = any(has_changed(verdict, turn) for verdict in verdicts)
    text = _words_of(ask)
    promised = any(verdict.outcome is Outcome.ELIGIBLE for verdict in verdicts)
    unread = promised and not turn.told and bool(_BEARS_ON_IT.search(text))
    said = [restated(v, turn, still=speaks is Speaks.DOUBT and not changed and not unread) for v in verdicts]
    if changed:
        said = [Said(_NOW), *said]
    elif unread and speaks is Speaks.DOUBT:
        said = [Said(_AS_TOLD), *said]
    elif speaks is Speaks.CIRCUMSTANCE:
        said = [Said(_UNCHANGED if turn.told else _NOTHING_ASKED), *said]
    elif speaks is Speaks.CONCLUSION and expects_to_pay(text):
        said = [without_yes_or_no(each) for each in said]  # its "No" is to "is it funded?", not to "do I pay?"
    if speaks in (Speaks.WHY, Speaks.DOUBT):
        said += [deciding_rule(verdicts[0])]
        said += say_earlier(verdicts[0].course, facts_known(turn))[:1]
    said += [each for verdict in verdicts[:1] for each in what_changes_it(verdict, turn)]
    return [*said, *standing(turn.needs.base, _standing_with(speaks, verdicts))]


def _standing_with(speaks: Speaks, verdicts: tuple[Verdict, ...]) -> tuple[str, ...]:
    outcomes = {verdict.outcome for verdict in verdicts}
    if Outcome.ELIGIBLE in outcomes:
        return (STANDING_PLACE,)
    return (STANDING_PAY,) if Outcome.NOT_ELIGIBLE in outcomes and speaks is not Speaks.WHY else ()


def _of_the_circumstance(wanted: Wanted) -> Part | None:
    """Return what an entry says about the circumstance, where one is really about it."""
    best = wanted.best
    if best is None or not _is_about_it(best):
        return None
    ask, turn = wanted.ask, wanted.turn
    part = answer_from(best.entry, ask.whole or ask.text, _AN_ENTRY, turn.state.said)
    return replace(part, said=tuple(without_yes_or_no(each) for each in part.said[:2]), courses=ask.courses)


def _is_about_it(best: Candidate) -> bool:
    entry = best.entry
    telling = set(entry.topics) - _OF_VERDICTS
    near = _NEAR if telling else _VERY_NEAR
    return entry.kind is Kind.FAQ and entry.reply is ReplyKind.ANSWER and best.similarity >= near and best.score >= SURE


def _how_to_find_out(wanted: Wanted, verdicts: tuple[Verdict, ...]) -> Answered | None:
    """Return how to look up a list on which an open verdict hangs, where the words ask how or where."""
    ask, turn = wanted.ask, wanted.turn
    open_on_list = any(v.outcome is Outcome.UNDETERMINED and set(v.missing) & _LOOKED_UP for v in verdicts)
    entry = turn.needs.base.entries.get(_CHECKING)
    own = (ask.own or ask.text).lower()
    wants_more = ask.cues & PLAIN_FACTS
    if not open_on_list or entry is None or wants_more or turn.told or not _HOW_TO_FIND_OUT.search(own):
        return None
    said = tuple(say(statement, entry) for statement in entry.statements[:4])
    part = Part("answer", said, None, tuple(s.id for s in entry.statements[:4]), ask.courses, entry.id)
    return Answered(part, verdicts, facts_known(turn), None, None, ("funding",))  # what was asked stays open
