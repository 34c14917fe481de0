"""Answer one message: the only place that knows the order of the work.

Clean, notice, understand, answer each thing asked, ask back, compose, check. Every step lies in its own part.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from advisor.answering.composing import Composed, compose
from advisor.answering.grounding import ground_problems
from advisor.answering.said import Part, Table
from advisor.dialogue.asking import Ask
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.state import DialogueState, Pending
from advisor.dialogue.text.cleaning import CleanText, clean
from advisor.dialogue.text.request import matter_of
from advisor.dialogue.understanding import understand
from advisor.knowledge.base import KnowledgeBase
from advisor.reply import FollowUpQuestion, Notice, Reply
from advisor.retrieval.hybrid import EntryRetriever
from advisor.rules.verdict import Verdict
from advisor.runnable import AdvisorRunnable, make_runnable
from advisor.turn.answered import Answered
from advisor.turn.asks import complete_asks
from advisor.turn.conduct import Conduct, notice
from advisor.turn.courtesy import courtesy_part, empty_part, too_long_part
from advisor.turn.entries import answer_from
from advisor.turn.facts_shown import facts_shown
from advisor.turn.language import in_another_language, looks_foreign
from advisor.turn.needs import Needs, Turn
from advisor.turn.notices import make_notices
from advisor.turn.opening import opening_for
from advisor.turn.planning import answer_ask
from advisor.turn.premises import correct_premise
from advisor.turn.suggesting import say_money_once
from advisor.turn.verdict_due import with_verdict_due

_MOST_ASKS = 5
_MAY_STILL_ASK = (Conduct.MISUSE, Conduct.LEAK, Conduct.CONFIRM, Conduct.ABUSE)
_WORDS = 105
_WORDS_OF_MANY, _FEWEST_WORDS = 190, 34
_OF_A_KIND = re.compile(
    r"\b(?:do|are|can|will|would) (?:\w+ )?(?:colleges|schools|nurseries|childminders|teachers|npqs|courses|people)\b"
)
"""Asks of all of a kind, not of the course just spoken of: "do colleges get the scholarship?"."""
_ORDER = ("answer", "clarify", "handoff", "out_of_scope", "refuse")


@dataclass(frozen=True, slots=True)
class Advisor:
    """Answers messages; holds no conversation, so that any number of workers can serve one."""

    needs: Needs
    clock: Callable[[], date]
    retriever: EntryRetriever

    def reply(self, text: str, state: DialogueState | None = None, as_of: date | None = None) -> Reply:
        """Return the reply to `text` and, in it, the state to pass in with the next message.

        `as_of` is the day on which the question is asked; None means today.
        """
        before = state or DialogueState()
        day = as_of or self.clock()
        cleaned = clean(text)
        if cleaned.too_long or not any(char.isalnum() for char in cleaned.text.replace("[removed]", "")):
            part = too_long_part() if cleaned.too_long else empty_part()
            after = before.model_copy(update={"turn": before.turn + 1})
            return self._finish((part,), Turn(after, day, self.needs), cleaned, ())
        noticed = notice(cleaned.text)
        if noticed.conduct is Conduct.START_AGAIN:
            return self._finish(
                (courtesy_part(noticed.conduct),),
                Turn(DialogueState(turn=before.turn + 1), day, self.needs),
                cleaned,
                (),
            )
        instead = self._conduct_part(noticed.conduct, noticed.text)
        if instead is not None:
            after = before.model_copy(update={"turn": before.turn + 1})
            return self._finish((instead,), Turn(after, day, self.needs), cleaned, ())
        readable = (noticed.text or cleaned.text).replace("[removed]", " ").strip()
        return self._answer(readable, before, day, cleaned)

    def as_runnable(self) -> AdvisorRunnable:
        """Return a LangChain Runnable: from a message, or `{"text", "state", "as_of"}`, to the Reply."""
        return make_runnable(self)

    def _conduct_part(self, conduct: Conduct | None, rest: str) -> Part | None:
        if conduct is None:
            return None
        if conduct in (Conduct.GREETING, Conduct.THANKS):
            return courtesy_part(conduct)
        kinds = {mention.kind for mention in self.needs.lexicon.names.find(rest)}
        asks_on = bool(kinds & {"course", "family", "legacy", "provider", "organisation"}) and len(rest.split()) > 2
        if conduct in _MAY_STILL_ASK and asks_on:
            return None
        entry = self.needs.base.entries[conduct.value]
        return answer_from(entry, rest, 110, ())

    def _answer(self, text: str, before: DialogueState, day: date, cleaned: CleanText) -> Reply:
        understood = understand(matter_of(text), before, day, self.needs.lexicon, self.needs.encode)
        text = understood.words
        foreign = looks_foreign(cleaned.text)
        asks = complete_asks(understood, before)[:_MOST_ASKS]
        if foreign:
            asks = in_another_language(asks)
        turn = Turn(understood.state, day, self.needs, before, understood.wants_verdict)
        used: set[str] = set()
        opening = opening_for(asks, turn)
        first = [part for part in (correct_premise(text, asks, turn), opening) if part is not None]
        answers: list[Answered] = []
        words = _WORDS if len(asks) == 1 else max(_FEWEST_WORDS, _WORDS_OF_MANY // len(asks))
        for ask in asks:
            found = answer_ask(_about_suggested(ask, [*first, *answers]), turn, used, words)
            used |= {part.entry for part in (found.part, *found.extra) if part.entry}
            answers.append(found)
        answered = [*first, *with_verdict_due(asks, say_money_once(answers), before, turn)]
        if any(item.part.kind in ("answer", "handoff") and not item.filler for item in answered):
            answered = [item for item in answered if not item.filler]
        parts = _without_repeats(tuple(part for item in answered for part in (item.part, *item.extra)))
        if foreign:
            parts = (courtesy_part(None), *parts)
        # "So?" and "read it again" leave the question that they go back to as the last one asked.
        question = text if any(not ask.own for ask in asks) else before.last_question
        return self._finish(parts, turn, cleaned, tuple(answered), question)

    def _finish(
        self, parts: tuple[Part, ...], turn: Turn, cleaned: CleanText, answered: tuple[Answered, ...], text: str = ""
    ) -> Reply:
        verdicts = _last_of_each(tuple(v for item in answered for v in item.verdicts))
        if turn.state.together:  # the same course, decided for each person
            verdicts = next((item.verdicts for item in answered if len(item.verdicts) > 1), verdicts)
        checked = next((v.rules_as_of for v in reversed(verdicts) if v.rules_as_of), None)
        composed = compose(parts, self.needs.base, checked)
        if problems := ground_problems(composed.statements, composed.citations, self.needs.base, verdicts):
            parts = tuple(_only_own_words(part, problems) for part in parts)
            composed = compose(parts, self.needs.base, checked)
        question = next((item.question for item in reversed(answered) if item.question), None)
        state = _remember(turn.state, parts, answered, question, text, self.needs.base)
        return _make_reply(parts, composed, verdicts, answered, question, state, turn, cleaned, self.needs)


def _about_suggested(ask: Ask, answered: list[Answered]) -> Ask:
    """Let "and is it funded?" mean the course that the same reply has just recommended or worked something out for."""
    suggested = next((item.recommendation.courses for item in reversed(answered) if item.recommendation), ())
    worked_out = next((item.part.courses for item in reversed(answered) if not item.part.entry), ())
    if suggested and (not ask.courses or ask.carried) and not _OF_A_KIND.search(ask.text.lower()):
        return replace(ask, courses=suggested[:1])
    if not ask.courses and len(worked_out) == 1 and not _OF_A_KIND.search(ask.text.lower()):
        return replace(ask, courses=worked_out)
    return ask


def _without_repeats(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Drop sentences that an earlier part of the same reply has said."""
    seen: set[str] = set()
    tables: list[Table | None] = []
    kept = []
    for part in parts:
        said = tuple(item for item in part.said if item.text not in seen)
        seen |= {item.text for item in said}
        table = part.table if part.table not in tables else None
        tables.append(part.table)
        if said or table:
            kept.append(replace(part, said=said, table=table))
    return tuple(kept)


def _only_own_words(part: Part, problems: frozenset[str]) -> Part:
    """Fall back to what the knowledge base says itself: sentences that failed the check go."""
    return replace(part, said=tuple(said for said in part.said if said.text not in problems))


def _last_of_each(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    latest = {(verdict.course, verdict.cohort): verdict for verdict in verdicts}
    return tuple(latest.values())


def _named_first(parts: tuple[Part, ...], needs: Needs) -> tuple[str, ...]:
    """The courses that the short answer itself names, where it names few."""
    named = [
        m.value
        for part in parts[:1]
        for said in part.said[:2]
        for m in needs.lexicon.names.find(said.text)
        if m.kind == "course"
    ]
    return tuple(dict.fromkeys(named)) if len(set(named)) <= 3 else ()


def _remember(
    state: DialogueState,
    parts: tuple[Part, ...],
    answered: tuple[Answered, ...],
    question: tuple[FollowUpQuestion, Pending] | None,
    text: str,
    base: KnowledgeBase,
) -> DialogueState:
    new = tuple(i for part in parts for i in part.statement_ids)
    said = tuple(dict.fromkeys((*state.said, *new)))[-200:]
    # What is not ours leaves the talk where it was: whoever goes on tells or asks of what was spoken of before.
    ours = tuple(item for item in answered if item.intents != ("out_of_scope",))
    intents = tuple(dict.fromkeys(name for item in ours for name in item.intents))
    suggested = tuple(c for item in answered if item.recommendation for c in item.recommendation.courses)
    # "How long is it?" after a recommendation means the course recommended, not one held before.
    named = state.courses if not suggested or set(state.courses) & set(suggested) else ()
    instead = suggested[:1] if state.courses and not named else ()
    courses = named or instead or tuple(c for part in parts for c in part.courses)[:2]
    pending = question[1] if question else state.pending if answered and not ours else None
    return state.model_copy(
        update={
            "said": said,
            "last_said": new,
            "topics": _topics(parts, base),
            "decided": tuple(dict.fromkeys(v.course for item in answered for v in item.verdicts))[:3],
            "intents": intents[:3] or state.intents,
            "suggested": suggested or state.suggested,
            "courses": courses,
            "pending": pending,
            "subject": (pending.subject if pending else None) or state.subject,
            "still_open": _left_open(state, pending),
            "last_question": text[:500] if intents or any(item.part.entry for item in ours) else state.last_question,
            "last_entry": next((part.entry for part in parts if part.entry), state.last_entry),
        }
    )


def _left_open(state: DialogueState, pending: Pending | None) -> Pending | None:
    """Return the last question on a list that nobody has answered yet: who looks it up comes back with the answer."""
    person = state.set_aside or state.person
    supposed = state.set_aside is not None
    questions = (None if supposed else pending, state.pending, state.still_open)
    asked = next((each for each in questions if each and each.fact in LIST_FACTS), None)
    return asked if asked and asked.fact not in person.facts else None


def _topics(parts: tuple[Part, ...], base: KnowledgeBase) -> tuple[str, ...]:
    """Return the topics of the entry that the reply opens with; a verdict is about funding."""
    entry = base.entries.get(parts[0].entry or "") if parts else None
    return entry.topics if entry else ("funding",) if parts and parts[0].kind == "answer" else ()


def _make_reply(
    parts: tuple[Part, ...],
    composed: Composed,
    verdicts: tuple[Verdict, ...],
    answered: tuple[Answered, ...],
    question: tuple[FollowUpQuestion, Pending] | None,
    state: DialogueState,
    turn: Turn,
    cleaned: CleanText,
    needs: Needs,
) -> Reply:
    kind = next((k for k in _ORDER if any(part.kind == k for part in parts)), "clarify")
    text = composed.text
    if question is not None:
        text = f"{text}\n\n{question[0].text}" if text else question[0].text
    courses = tuple(dict.fromkeys(c for part in parts for c in part.courses))
    if not courses and any(part.kind == "answer" for part in parts):
        courses = turn.state.courses or _named_first(parts, needs)
    suggestions = tuple(
        item for found in answered if found.recommendation for item in found.recommendation.shown(composed.numbers)
    )
    notices = make_notices(cleaned, verdicts, composed.citations)
    return Reply(
        kind=kind,
        text=text,
        statements=composed.statements,
        citations=composed.citations,
        intents=tuple(dict.fromkeys(name for item in answered for name in item.intents)),
        courses=courses,
        verdicts=verdicts,
        suggestions=suggestions,
        question=question[0] if question else None,
        facts=facts_shown(turn.state.person, answered),
        notices=tuple(Notice(code=code, text=words) for code, words in notices),
        as_of=turn.as_of,
        state=state,
    )
