"""Open a conversation in which something is known, and read a short answer to what was asked back."""

from __future__ import annotations

from advisor.core.facts import FACTS
from advisor.dialogue.state import SELF, DialogueState, KnownValue, Person
from advisor.reply import Reply
from advisor.rules.parsing import parse_value


def knowing_cohort(cohort: str | None) -> DialogueState | None:
    """Return a conversation about one intake, None where none is named.

    Raises:
        BadFact: where it is no intake; the message says how one is written.
    """
    if cohort is None:
        return None
    value = parse_value(FACTS["cohort_id"], cohort)
    known = KnownValue(value=value, turn=0, quote=f"--cohort {cohort}")
    return DialogueState(people={SELF: Person(facts={"cohort_id": known})})


def choice_or_text(typed: str, reply: Reply | None) -> str:
    """Return the label of the choice whose number was typed, or what was typed where it is no such number."""
    choices = reply.question.choices if reply is not None and reply.question is not None else ()
    return choices[int(typed) - 1].label if typed.isdecimal() and 0 < int(typed) <= len(choices) else typed
