"""An adviser that needs no model, and replies to draw."""

from __future__ import annotations

import threading
from datetime import date

from advisor.answering.citations import Citation, CitedStatement
from advisor.dialogue.state import DialogueState
from advisor.knowledge.schema import Source, Tier
from advisor.reply import FollowUpQuestion, Notice, OfferedChoice, Reply, ReplyFact
from advisor.rules.verdict import Outcome, Step, Verdict, WouldChange
from advisor.settings import Settings
from advisor.web.loading import Loaded

DAY = date(2026, 11, 21)
SOURCE = Source(
    id="rules", title="Rules <b>of</b> funding", publisher="DfE", url="https://example.gov.uk/rules?a=1&b=2",
    tier=Tier.DFE, checked_on=DAY, review_by=date(2027, 1, 1),
)  # fmt: skip
VERDICT = Verdict(
    course="npq-senior-leadership",
    cohort="2026b",
    outcome=Outcome.UNDETERMINED,
    reason=None,
    missing=("work_setting",),
    ask_next="work_setting",
    assumed=("cohort", "prior_applications"),
    ruleset="funding-2026b",
    rules_as_of=DAY,
    steps=(
        Step(condition="works_in_england", truth="true", because="Scholarships are for England.", source="rules"),
        Step(condition="eligible_workplace", truth="unknown", because="The workplace must fit.", source="elsewhere"),
    ),
    would_change=(WouldChange(fact="works_in_england", was=True, to=False, outcome=Outcome.NOT_ELIGIBLE),),
)
QUESTION = FollowUpQuestion(
    fact="work_setting",
    text="What kind of place do you work in?",
    choices=(OfferedChoice(value="a_school", label="A school"), OfferedChoice(value=None, label="I’m not sure")),
)


def citation(n: int, *, url: str | None = "https://example.gov.uk/x", basis: str = "seen") -> Citation:
    return Citation(
        n=n, kind="passage", id=f"faq-x.{n}", title=f"Title {n}", publisher="DfE", url=url, published=date(2025, 7, 3),
        checked_on=DAY, quote=f"Summary {n}.", basis=basis,
    )  # fmt: skip


def plain_reply(text: str = "Yes, you can. [1]", state: DialogueState | None = None) -> Reply:
    return Reply(
        kind="answer",
        text=text,
        statements=(CitedStatement(text="Yes, you can.", citations=(1,)),),
        citations=(citation(1),),
        as_of=DAY,
        state=state or DialogueState(turn=1),
    )


def full_reply() -> Reply:
    return plain_reply(f"It depends on your workplace. [1] [2]\n\n{QUESTION.text}").model_copy(
        update={
            "citations": (citation(1), citation(2, url=None, basis="general")),
            "verdicts": (VERDICT,),
            "question": QUESTION,
            "facts": {
                "role": ReplyFact(value="deputy_head", how="said", turn=1, quote="deputy <head>"),
                "prior_applications": ReplyFact(value=[], how="assumed", turn=0, quote=""),
            },
            "notices": (Notice(code="older_source", text="The newest source is <old>."),),
        }
    )


class FakeAdvisor:
    """Answers every message with the question asked back, and remembers what it was asked."""

    def __init__(self, failing: Exception | None = None) -> None:
        self.asked: list[tuple[str, DialogueState | None, date | None]] = []
        self._failing = failing

    def reply(self, text: str, state: DialogueState | None = None, as_of: date | None = None) -> Reply:
        self.asked.append((text, state, as_of))
        if self._failing:
            raise self._failing
        turn = (state.turn if state else 0) + 1
        reply = full_reply() if "funded" in text else plain_reply()
        return reply.model_copy(update={"state": DialogueState(turn=turn), "as_of": as_of or DAY})


class Door:
    """Holds the loading of an adviser back until it is opened."""

    def __init__(self, advisor: FakeAdvisor) -> None:
        self._advisor = advisor
        self._opened = threading.Event()

    def open(self) -> None:
        self._opened.set()

    def load(self) -> Loaded:
        self._opened.wait(10)
        return Loaded(self._advisor, {SOURCE.id: SOURCE})


def loaded(advisor: FakeAdvisor | None = None) -> Loaded:
    return Loaded(advisor or FakeAdvisor(), {SOURCE.id: SOURCE})


def settings(**given: object) -> Settings:
    return Settings(clock=lambda: DAY, **given)  # type: ignore[arg-type]
