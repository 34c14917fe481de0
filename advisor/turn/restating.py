"""Say again the verdict that stands, to somebody who goes back to it: what it is first, then what it rests on."""

from __future__ import annotations

from dataclasses import replace

from advisor.answering.said import Said
from advisor.answering.verdicts import ground_of, word_verdict
from advisor.core.facts import FactSet
from advisor.dialogue.state import Person
from advisor.rules.decision import decide
from advisor.rules.verdict import Verdict
from advisor.turn.facts import cohort_of, facts_of, with_assumption
from advisor.turn.needs import Turn

_STILL = (("Yes", "Still yes"), ("No,", "Still no,"), ("It depends on", "It still depends on"))


def facts_known(turn: Turn) -> FactSet:
    """Return the facts of the person spoken of, with what may be assumed of them."""
    return with_assumption(facts_of(turn.state.person), turn.state.person)


def decide_for(course: str, person: Person, turn: Turn) -> Verdict:
    """Return the verdict on a course from all that is known of `person`."""
    return decide(course, with_assumption(facts_of(person), person), turn.as_of, cohort_of(person))


def decide_again(courses: tuple[str, ...], turn: Turn) -> tuple[Verdict, ...]:
    """Return the verdicts on these courses from all that is known by now."""
    return tuple(decide_for(course, turn.state.person, turn) for course in courses)


def has_changed(verdict: Verdict, turn: Turn) -> bool:
    """Return whether what this very message tells gives another verdict than all told before it."""
    if turn.before is None or not turn.told:
        return False
    then = decide_for(verdict.course, turn.before.people.get(turn.state.subject, Person()), turn)
    return (then.outcome, then.reason) != (verdict.outcome, verdict.reason)


def restated(verdict: Verdict, turn: Turn, *, still: bool = True) -> Said:
    """Return the verdict in one sentence, with "still" where it is held to against a doubt."""
    said = word_verdict(verdict, facts_known(turn), turn.subject, short=True).said[0]
    if not still:
        return said
    for plain, held in _STILL:
        if said.text.startswith(plain):
            return replace(said, text=f"{held}{said.text.removeprefix(plain)}")
    return said


def what_changes_it(verdict: Verdict, turn: Turn) -> tuple[Said, ...]:
    """Return the sentence on what would turn a refusal into a yes, where one thing would."""
    return word_verdict(verdict, facts_known(turn), turn.subject, short=True).said[1:2]


def deciding_rule(verdict: Verdict) -> Said:
    """Return the rule that the verdict hangs on, as the rules state it."""
    return Said(verdict.steps[0].because, (ground_of(verdict),))
