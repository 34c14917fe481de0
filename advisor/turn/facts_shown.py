"""The facts behind a reply as its reader sees them: what was said, in which words, and what was assumed."""

from __future__ import annotations

from advisor.core.facts import FACTS
from advisor.dialogue.state import Person
from advisor.reply import ReplyFact
from advisor.turn.answered import Answered


def facts_shown(person: Person, answered: tuple[Answered, ...]) -> dict[str, ReplyFact]:
    """Return the facts of the person whom the question is about, in the order they are declared."""
    shown = {
        name: ReplyFact(value=known.value, how="said", turn=known.turn, quote=known.quote)
        for name, known in sorted(
            person.facts.items(), key=lambda item: list(FACTS).index(item[0]) if item[0] in FACTS else 99
        )
    }
    for item in answered:
        for verdict in item.verdicts:
            for name in verdict.assumed:
                if name not in shown and name not in ("cohort", "cohort_id"):
                    shown[name] = ReplyFact(value=[], how="assumed", turn=0, quote="")
            if verdict.cohort and "cohort_id" not in shown and item.verdicts:
                shown["cohort_id"] = ReplyFact(value=verdict.cohort, how="assumed", turn=0, quote="")
    return shown
