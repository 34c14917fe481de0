"""Run a ruleset on stated facts: outcome, missing facts, the next question, and what one fact would change.

Each state of the stated facts is analysed once; the trace and the dates are for `advisor.rules.decision`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from advisor.rules.funding.completions import agreed_outcome, missing_facts
from advisor.rules.funding.condition import FUNDED_BEFORE
from advisor.rules.funding.establishment import fundable_types
from advisor.rules.funding.impossible import contradiction
from advisor.rules.funding.reading import GIVEN_ONLY, allowed, domain, fact_name, fill_in, linked_facts, ways
from advisor.rules.funding.rulesets import Ruleset
from advisor.rules.verdict import Outcome

_DEFINITE = frozenset((Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE, Outcome.SUBJECT_TO_REVIEW))
_NOT_FUNDABLE_CODE = "11"  # other independent school: stands for the types outside the list
_NURSERY_CODE = "15"
Stated = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the rules read, set to a value that makes the outcome definite and different."""

    name: str
    to: object
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the rules make of the stated facts and of every completion of them."""

    outcome: Outcome
    missing: tuple[str, ...]
    ask_next: str | None
    changes: tuple[Change, ...]


@lru_cache(maxsize=20_000)
def analyse(ruleset: Ruleset, course: str, stated: Stated) -> Analysis:
    """Return the outcome, which is definite exactly when every completion agrees, with what could change it."""
    known = dict(stated)
    outcome = _outcome(ruleset, course, known)
    reading = fill_in(known, ruleset.policy)
    missing = () if outcome.definite else missing_facts(ruleset.tree(course, reading), reading)
    return Analysis(
        outcome,
        missing,
        _settles_most(ruleset, course, known, missing),
        tuple(_changes(ruleset, course, known, outcome)),
    )


def _outcome(ruleset: Ruleset, course: str, known: Mapping[str, object]) -> Outcome:
    reading = fill_in(known, ruleset.policy)
    return agreed_outcome(ruleset.tree(course, reading), reading) or Outcome.UNDETERMINED


def _settles_most(ruleset: Ruleset, course: str, known: Mapping[str, object], missing: tuple[str, ...]) -> str | None:
    """Return the missing fact whose answer settles the outcome for most people; the earlier where two do equally."""
    if not missing:
        return None
    return max(missing, key=lambda fact: (_share_settled(ruleset, course, known, fact), -missing.index(fact)))


def _share_settled(ruleset: Ruleset, course: str, known: Mapping[str, object], fact: str) -> float:
    """Return the share of people, all kinds being equally many, for whom the answer settles the outcome."""
    name = FUNDED_BEFORE if fact == "prior_applications" else fact
    people, settled = 0, 0
    for value in allowed(name, fill_in(known, ruleset.policy)):
        told = {**known, name: value}
        kinds = ways(name, fill_in(told, ruleset.policy))
        people += kinds
        settled += kinds * _outcome(ruleset, course, told).definite
    return settled / people


def _changes(ruleset: Ruleset, course: str, known: Mapping[str, object], outcome: Outcome) -> Iterator[Change]:
    for name, value in _what_ifs(ruleset, known):
        changed = {**known, name: value}
        if known.get(name) == value or contradiction(changed):
            continue
        then = _outcome(ruleset, course, changed)
        if then in _DEFINITE and then is not outcome:
            yield Change(fact_name(name), value, then)


def _what_ifs(ruleset: Ruleset, known: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name in linked_facts(ruleset.reads):
        if name not in GIVEN_ONLY:
            yield from ((name, value) for value in domain(name))
        elif name in known:
            yield from ((name, value) for value in _other_ways(name))


def _other_ways(name: str) -> tuple[object, ...]:
    """Return one value for each class of a fact that is never asked, for where it was stated."""
    if name == "establishment_type_code":
        ordinary = next(code for code in fundable_types() if code != _NURSERY_CODE)
        return (ordinary, _NURSERY_CODE, _NOT_FUNDABLE_CODE)
    return domain(name)
