"""Say what holds for a course in general: its rule, its price, how it was, and what an NPQ from before the reform means."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import say, select_statements
from advisor.core.courses import EARLY_HEADSHIP_COACHING, HEADSHIP
from advisor.core.facts import FactSet
from advisor.dialogue.asking import Ask
from advisor.knowledge.schema import Role
from advisor.rules.decision import decide
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.entries import standing
from advisor.turn.facts import cohort_of, facts_of
from advisor.turn.findings import say_finding
from advisor.turn.funding import STANDING_PLACE
from advisor.turn.needs import Turn

_HISTORY = re.compile(
    r"\b(?:used to|still|stil|was|were|true|right|correct|page|website|says?|old|changed?|last year|previous\w*|before|anymore|any more|20(?:2[0-5]))\b"
)
_IN_GENERAL = frozenset({"schools", "colleges", "nurseries", "academies"})


def is_general(ask: Ask, turn: Turn, verdicts: tuple[Verdict, ...]) -> bool:
    """A question about one course by somebody of whom nothing is known yet asks for the rule, not for a verdict."""
    facts = facts_of(turn.state.person)
    told = {
        "work_setting",
        "works_in_england",
        "prior_applications",
        "is_headteacher",
        "on_rise_list",
        "on_pp50_school_list",
    }
    return (
        len(ask.courses) == 1
        and verdicts[0].outcome is Outcome.UNDETERMINED
        and not told & _told_of_them(facts, turn)
        and "prior_applications" not in turn.state.person.hinted
        and is_newest(turn)
        and turn.needs.base.attribute(ask.courses[0], "funding", turn.as_of) is not None
    )


def _told_of_them(facts: FactSet, turn: Turn) -> set[str]:
    """Return the facts known, without a kind of workplace that is only named in general: "is it free for all schools?"."""
    known = turn.state.person.facts.get("work_setting")
    general = known is not None and known.turn == turn.state.turn and known.quote.lower() in _IN_GENERAL
    return {name for name in facts if not (general and name == "work_setting")}


def is_newest(turn: Turn) -> bool:
    """Return whether the newest published intake is meant: what a course's entry says of funding is about that one."""
    named = cohort_of(turn.state.person)
    return named is None or named == decide(HEADSHIP, FactSet(), turn.as_of).cohort


def general_position(ask: Ask, turn: Turn, words: int) -> Part:
    """Return the course's funding rule in about `words` words, with what an older NPQ means and what is not promised."""
    entry = turn.needs.base.entries[f"{ask.courses[0]}#funding"]  # is_general has seen it
    chosen = select_statements(entry, ask.whole or ask.text, min(words, 75), turn.state.said)
    legacy = _legacy_words(ask, turn)
    said = (*legacy, *(say(statement, entry) for statement in chosen), *standing(turn.needs.base, (STANDING_PLACE,)))
    ids = (*(statement.id for statement in chosen), STANDING_PLACE)
    return Part("answer", said, None, ids, ask.courses, entry.id)


def _legacy_words(ask: Ask, turn: Turn) -> tuple[Said, ...]:
    """Return what an NPQ from before the reform means for this course, where one is spoken of."""
    facts = facts_of(turn.state.person)
    if "prior_npqs" not in facts and "legacy" not in ask.cues:
        return ()
    text = "An NPQ from before November 2021 does not stop you taking today's course, and never counts against its funding."
    return (say_finding("another#legacy", text, ("dfe-service-funding-doc", "teach-first-current")),)


def price_first(part: Part, ask: Ask, turn: Turn) -> Part:
    """Say what it costs before who pays, where the price was asked."""
    entry = turn.needs.base.attribute(ask.courses[0], "price", turn.as_of)
    if entry is None:
        return part
    chosen = select_statements(entry, ask.text, 50, turn.state.said)
    said = (*(say(statement, entry) for statement in chosen), *part.said[:3])
    return replace(part, said=said, statement_ids=(*part.statement_ids, *(s.id for s in chosen)))


def with_position(part: Part, ask: Ask, turn: Turn) -> Part:
    """Add the course's general rule, and how it was where that is asked, to an answer that is still open."""
    entry = turn.needs.base.attribute(ask.courses[0], "funding", turn.as_of)
    if entry is None or not is_newest(turn):
        return part
    # The coaching offer is where the service and GOV.UK differ, so that both are said.
    first = entry.statements[: 2 if ask.courses[0] == EARLY_HEADSHIP_COACHING else 1]
    wanted = [statement for statement in first if statement.id not in turn.state.said]
    if _HISTORY.search(ask.text.lower()):
        wanted += [s for s in entry.statements if s.role is Role.HISTORY][:2]
    said = (part.said[0], *(say(statement, entry) for statement in wanted), *part.said[1:])
    return replace(part, said=said, statement_ids=(*part.statement_ids, *(s.id for s in wanted)))
