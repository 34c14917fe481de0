"""Advisers broken on purpose, each in one way, to see which measures notice. A measure that notices nothing is idle."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from advisor.knowledge.base import KnowledgeBase, make_base
from advisor.knowledge.schema import Entry, Kind, Statement
from advisor.pipeline import Advisor
from advisor.retrieval.ranking import Retriever, ScoredPassage
from evals.case import Case
from evals.record import Record
from evals.systems.adviser import AdviserSystem
from evals.systems.system import Played

_DEEP = 60
_YEAR = re.compile(r"\b(20[12]\d)\b")


@dataclass(frozen=True, slots=True)
class Break:
    """One way to break it: in how it is built, or in what becomes of its records."""

    name: str
    says: str
    build: Callable[[Advisor], Advisor] = lambda advisor: advisor
    record: Callable[[Record, Case], Record] = lambda record, _: record
    last_turn_only: bool = False


@dataclass(frozen=True, slots=True)
class BrokenSystem:
    """An adviser with one break."""

    sound: AdviserSystem
    broken: Break

    @property
    def name(self) -> str:
        """What is broken."""
        return self.broken.name

    @property
    def base(self) -> KnowledgeBase:
        """What it knows, mistakes included: a wrong statement is scored by the build that holds it."""
        return self.sound.advisor.needs.base

    def play(self, case: Case, as_of: date) -> Played:
        """Play the case, then spoil the record."""
        cut = self.broken.last_turn_only and len(case.turns) > 1
        played = self.sound.play(case.model_copy(update={"turns": case.turns[-1:]}) if cut else case, as_of)
        record = played.record
        if cut:
            record = record.model_copy(update={"replies": record.replies * len(case.turns)})
        return replace(played, record=self.broken.record(record, case))


def break_adviser(advisor: Advisor, broken: Break) -> BrokenSystem:
    """Return the adviser with one break."""
    return BrokenSystem(AdviserSystem(broken.build(advisor)), broken)


def wrong_dates(advisor: Advisor) -> Advisor:
    """Return an adviser whose policies, and what is said about funding, name the year after the right one."""
    base = advisor.needs.base
    entries = {id_: _a_year_later(entry) if _tells_dates(entry) else entry for id_, entry in base.entries.items()}
    wrong = make_base(base.sources, base.courses, entries, base.content_hash)
    return replace(advisor, needs=replace(advisor.needs, base=wrong))


def reversed_search(advisor: Advisor) -> Advisor:
    """Return an adviser whose search puts the worst of what it finds first."""
    return replace(advisor, needs=replace(advisor.needs, retriever=_Reversed(advisor.needs.retriever)))


@dataclass(frozen=True, slots=True)
class _Reversed:
    retriever: Retriever

    def search(
        self,
        query: str,
        k: int,
        as_of: date,
        courses: Collection[str] | None = None,
        kinds: Collection[Kind] | None = None,
    ) -> list[ScoredPassage]:
        """Return the last of many, the worst first."""
        return self.retriever.search(query, _DEEP, as_of, courses, kinds)[::-1][:k]


def _tells_dates(entry: Entry) -> bool:
    return entry.kind is Kind.POLICY or "funding" in entry.topics or "dates" in entry.topics


def _a_year_later(entry: Entry) -> Entry:
    return entry.model_copy(update={"statements": tuple(_shift(statement) for statement in entry.statements)})


def _shift(statement: Statement) -> Statement:
    text = _YEAR.sub(lambda found: str(int(found[1]) + 1), statement.text)
    return statement.model_copy(update={"text": text})


_OPPOSITE = {"eligible": "not_eligible", "not_eligible": "eligible", "subject_to_review": "not_eligible"}


def _swap_outcomes(record: Record, _: Case) -> Record:
    def swapped(verdict: Mapping[str, Any]) -> dict[str, Any]:
        return {**verdict, "outcome": _OPPOSITE.get(verdict["outcome"], verdict["outcome"])}

    replies = tuple({**r, "verdicts": [swapped(v) for v in r.get("verdicts") or ()]} for r in record.replies)
    verdict = swapped(record.verdict) if record.verdict else None
    return record.model_copy(update={"replies": replies, "verdict": verdict})


def _shift_citations(record: Record, _: Case) -> Record:
    """Let each statement cite what the next one should."""

    def shifted(reply: Mapping[str, Any]) -> dict[str, Any]:
        of = max(1, len(reply.get("citations") or ()))
        statements = [{**s, "citations": [n % of + 1 for n in s["citations"]]} for s in reply.get("statements") or ()]
        return {**reply, "statements": statements}

    return record.model_copy(update={"replies": tuple(shifted(reply) for reply in record.replies)})


def _always_answer(record: Record, _: Case) -> Record:
    replies = tuple({**reply, "kind": "answer"} for reply in record.replies)
    return record.model_copy(update={"replies": replies})


def _never_answer(record: Record, _: Case) -> Record:
    words = {"kind": "handoff", "text": "Please ask your provider.", "statements": [], "citations": [], "verdicts": []}
    return record.model_copy(update={"replies": tuple({**reply, **words} for reply in record.replies)})


def _repeat_message(record: Record, case: Case) -> Record:
    replies = tuple(
        {**reply, "text": f"You wrote: {turn}\n\n{reply.get('text', '')}"}
        for reply, turn in zip(record.replies, case.turns, strict=False)
    )
    return record.model_copy(update={"replies": replies})


def _fail_sometimes(record: Record, case: Case) -> Record:
    if sum(json.dumps(case.id).encode()) % 10 == 0:
        raise RuntimeError("broken on purpose")
    return record


BREAKS = (
    Break("wrong dates", "policies and funding answers name the year after the right one", wrong_dates),
    Break("search reversed", "the worst of what the search finds comes first", reversed_search),
    Break("outcomes swapped", "eligible and not eligible change places", record=_swap_outcomes),
    Break("citations shifted", "each statement cites what the next one should", record=_shift_citations),
    Break("always answers", "every reply claims to be an answer", record=_always_answer),
    Break("never answers", "every question is handed to somebody else", record=_never_answer),
    Break("no memory", "each message is answered as if it were the first", last_turn_only=True),
    Break("repeats messages", "the message is repeated in the reply", record=_repeat_message),
    Break("crashes", "one case in ten ends in an error", record=_fail_sometimes),
)
