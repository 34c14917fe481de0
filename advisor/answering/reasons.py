"""Put into words what a verdict rests on: what speaks for it, why it is a no, what would change it."""

from __future__ import annotations

import re

from advisor.answering.wording import BECAUSE, CHANGES, INDEPENDENT, REASONS, fill, join_alike
from advisor.core.facts import FactSet
from advisor.rules.verdict import Outcome, Verdict

LISTS = frozenset({"on_pp50_school_list", "on_pp50_fe_list", "on_rise_list"})


def because_of(facts: FactSet, subject: str, verdict: Verdict | None = None) -> str:
    """Return the fact that speaks most for funding, in words, of those that the verdict hangs on; "" where none is known."""
    beside = _beside_the_point(verdict) if verdict is not None else frozenset()
    for name, value, phrase in BECAUSE:
        if facts.get(name) == value and name not in beside:
            where = " in England" if facts.get("works_in_england") is True and "{work}" in phrase else ""
            return fill(phrase, subject) + where
    return ""


def _beside_the_point(verdict: Verdict) -> frozenset[str]:
    """Return facts that speak for other courses: a list where none is needed, headship but for the coaching offer."""
    listed = any(re.search("list|premium", step.condition) for step in verdict.steps)
    new_head = any("head" in step.condition for step in verdict.steps)
    return (frozenset() if listed else frozenset(LISTS)) | (
        frozenset() if new_head else frozenset({"in_first_five_years_of_headship"})
    )


def reason_of(verdict: Verdict, facts: FactSet) -> str:
    """Return why a verdict says no, in words."""
    reason = verdict.reason or (verdict.reasons[0] if verdict.reasons else "")
    if reason == "ineligible_establishment_type" and facts.get("eligible_establishment_type") is False:
        return INDEPENDENT
    return REASONS.get(reason, "the rules do not cover it")


def changes_of(verdict: Verdict, facts: FactSet, subject: str) -> str:
    """Return what would make a no a yes, in words; "" where nothing that people can change would."""
    better = [change for change in verdict.would_change if change.outcome is Outcome.ELIGIBLE]
    # An independent school does not turn into a state school, nor an old head into a new one: saying so helps nobody.
    fixed = {
        name for name in ("eligible_establishment_type", "in_first_five_years_of_headship") if facts.get(name) is False
    }
    better = [change for change in better if change.fact not in fixed]
    phrases = [CHANGES[key] for change in better if (key := (change.fact, str(change.to))) in CHANGES]
    filled = [fill(phrase, subject) for phrase in dict.fromkeys(phrases)][:3]
    return join_alike(filled) if filled else ""
