"""Join each version of an intake's values with the ordered conditions it uses, and find the version for a day.

Which intake is meant where none was said is for `advisor.rules.decision`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from advisor.core.errors import BadInput, nearest
from advisor.rules.funding import pupil_premium_2021, setting_2025, setting_2026, workplace
from advisor.rules.funding.book import RULESETS, load_intakes
from advisor.rules.funding.condition import Condition
from advisor.rules.funding.policy import Intake, PolicyValues, RulesName
from advisor.rules.funding.reading import GIVEN_ONLY
from advisor.rules.funding.tree import Tree, unfold

CONDITIONS: Mapping[RulesName, tuple[Condition, ...]] = {
    "pupil_premium_2021": pupil_premium_2021.CONDITIONS,
    "workplace": workplace.CONDITIONS,
    "setting_2025": setting_2025.CONDITIONS,
    "setting_2026": setting_2026.CONDITIONS,
}
_COHORT = re.compile(r"\d{4}[a-z]")


@dataclass(frozen=True, slots=True, eq=False)
class Ruleset:
    """One version of one intake's rules, ready to run."""

    intake: Intake
    policy: PolicyValues
    conditions: tuple[Condition, ...]
    _trees: dict[tuple[object, ...], Tree] = field(default_factory=dict)

    @property
    def reads(self) -> frozenset[str]:
        """The facts that some condition reads."""
        return frozenset(name for each in self.conditions for name in each.reads)

    def tree(self, course: str, reading: Mapping[str, object]) -> Tree:
        """Return the decision tree of a course; unfolded once for each establishment given."""
        key = (course, *(reading.get(name) for name in GIVEN_ONLY))
        if key not in self._trees:
            given = {name: reading[name] for name in GIVEN_ONLY if name in reading}
            self._trees[key] = unfold(self.conditions, course, self.policy, given)
        return self._trees[key]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every intake with rules, in order of their starts, each with its versions, oldest first."""

    versions: Mapping[str, tuple[Ruleset, ...]]

    def find(self, cohort: str, as_of: date) -> Ruleset | None:
        """Return the last version in force on `as_of`, None where the intake has none by then."""
        begun = [each for each in self.versions.get(cohort, ()) if each.policy.in_force_from <= as_of]
        return begun[-1] if begun else None

    def published(self, as_of: date, funding: str | None = None) -> list[str]:
        """Return the intakes with published rules on `as_of`, oldest first; with this funding where one is given."""
        return [
            cohort
            for cohort, versions in self.versions.items()
            if self.find(cohort, as_of) is not None and funding in (None, versions[0].intake.funding)
        ]


def make_book(intakes: Iterable[Intake]) -> RuleBook:
    """Return the rule book of some intakes."""
    return RuleBook(
        {
            intake.cohort: tuple(Ruleset(intake, policy, CONDITIONS[policy.rules]) for policy in intake.version)
            for intake in intakes
        }
    )


@lru_cache(maxsize=4)
def load_rule_book(folder: Path = RULESETS) -> RuleBook:
    """Return the rule book of a folder, read once; raises BadContent naming the file that is wrong."""
    return make_book(load_intakes(folder))


def check_cohort(cohort: object, known: Iterable[str]) -> str:
    """Return a well-formed intake: a year and a letter; raises BadInput otherwise."""
    if isinstance(cohort, str) and _COHORT.fullmatch(cohort):
        return cohort
    raise BadInput(
        f"There is no intake {cohort!r}{nearest(cohort, known)}; an intake is a year and a letter, as 2026b."
    )
