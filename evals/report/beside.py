"""Set somebody's own questions and answers beside the replies: where nothing is required, a person has to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.case import Case
from evals.readers.faq_sheet import ORIGIN
from evals.record import Record
from evals.report.words import percent
from evals.score import Score

TITLE = "The sheet's answers beside the replies"
SAYS = (
    "Nobody said what a reply to these questions must hold, so no figure here says whether it is right: read the rows. "
    "The words and figures that a reply shares with the sheet's own answer say where to look first; two true answers "
    "may share few. To have replies judged, write cases with “must” and “must_not”."
)
HEAD = ("case", "question", "the sheet's answer", "kind", "reply", "words found", "figures found")
MOST = 300
"""Rows shown; what is beyond lies in outputs.jsonl."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One question with the answer somebody had for it and the reply it got; None where there is nothing to share."""

    case: str
    question: str
    answer: str
    kind: str
    reply: str
    words: float | None
    figures: float | None

    def cells(self) -> tuple[str, ...]:
        """Return the row as it is written, in the order of `HEAD`."""
        shares = (_share(self.words), _share(self.figures))
        return (self.case, self.question, self.answer or "none given", self.kind, self.reply, *shares)


def set_beside(cases: Iterable[Case], records: Mapping[str, Record], scores: Iterable[Score]) -> tuple[Beside, ...]:
    """Return the questions of sheets, those whose replies share least with the sheet's answer first."""
    shares = {(score.case, score.measure): score.value for score in scores if score.measure.startswith("reference_")}
    rows = list(_rows(cases, records, shares))
    rows.sort(key=lambda row: (row.words is None, row.words or 0, row.case))
    return tuple(rows)


def _rows(
    cases: Iterable[Case], records: Mapping[str, Record], shares: Mapping[tuple[str, str], float]
) -> Iterator[Beside]:
    for case in cases:
        if not case.asks_in_words or not (case.answer or case.origin.startswith(ORIGIN)):
            continue
        replies: Sequence[Mapping[str, object]] = records[case.id].replies if case.id in records else ()
        last = replies[-1] if replies else {}
        yield Beside(
            case=case.id,
            question=" / ".join(case.turns),
            answer=case.answer,
            kind=str(last.get("kind") or "error").replace("_", " "),
            reply=str(last.get("text") or ""),
            words=shares.get((case.id, "reference_words")),
            figures=shares.get((case.id, "reference_figures")),
        )


def _share(value: float | None) -> str:
    return "none to find" if value is None else percent(value)
