"""May somebody take a course at all: the gates of the registration form, and what the provider judges.

Whether the fee is paid is for `decision.py`; the two are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.core.courses import (
    COURSES,
    EARLY_HEADSHIP_COACHING,
    EARLY_YEARS_LEADERSHIP,
    LEADING_PRIMARY_MATHS,
    SENCO,
)
from advisor.core.facts import FactSet
from advisor.core.truth import Truth, all_of
from advisor.rules.finding import Finding

_SCREENS = "dfe-service-screens"
_KNOWS_MASTERY = ("taken_a_similar_course", "another_way")
PROVIDER_DECIDES = Finding(
    "provider_decides",
    Truth.UNKNOWN,
    "Your provider judges whether the course suits your role and experience, and will want your workplace’s support.",
    ("teach-first-eligibility", "unity-npqs-2021", "nse-applications-2025"),
)


@dataclass(frozen=True, slots=True)
class Suitability:
    """The gates of one course for one person; `truth` is TRUE where none stands in the way."""

    course: str
    truth: Truth
    findings: tuple[Finding, ...]

    @property
    def deciding(self) -> Finding:
        """The finding that decides: the first against, else the first open, else the first."""
        order = (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE)
        return min(self.findings, key=lambda finding: order.index(finding.truth))


def may_take(course: str, facts: FactSet) -> Suitability:
    """Return whether the form's gates let somebody take a course; the provider's judgement is always said as well."""
    gates = tuple(_gates(course, facts))
    truth = all_of(gate.truth for gate in gates)
    return Suitability(course, truth, (*gates, PROVIDER_DECIDES))


def _gates(course: str, facts: FactSet) -> Iterator[Finding]:
    if course == LEADING_PRIMARY_MATHS:
        yield _mastery(facts)
    if course == EARLY_HEADSHIP_COACHING:
        yield _npqh_stage(facts)
        yield _in_post(facts)
    if course == SENCO:
        yield _SENCO_ROLE
    if course == EARLY_YEARS_LEADERSHIP:
        yield _level_3(facts)
    if course != EARLY_HEADSHIP_COACHING:
        text = f"You do not need qualified teacher status for {COURSES[course].code}."
        yield Finding("no_qts_needed", Truth.TRUE, text, ("unity-npqs-2021", "cptshn-faqs", "tdt-faqs"), "has_qts")
    yield _TRN
    if facts.get("works_in_england") is False:
        text = (
            "From outside England you can take an NPQ if a provider accepts you, at your own or your employer’s cost."
        )
        yield Finding("open_from_abroad", Truth.TRUE, text, ("dfe-design-non-teachers", "teach-first-faqs"), "nation")


def _mastery(facts: FactSet) -> Finding:
    sources = (_SCREENS, "avila-npqlpm")
    if facts.get("maths_mastery_year_completed") is True:
        text = "A year of primary Teaching for Mastery is what NPQLPM asks for."
        return Finding("knows_mastery", Truth.TRUE, text, sources, "maths_mastery_year_completed")
    understanding = facts.get("maths_understanding")
    if understanding in _KNOWS_MASTERY:
        text = "NPQLPM also accepts a similar course or another way of showing that you know the mastery approach."
        return Finding("knows_mastery", Truth.TRUE, text, sources, "maths_understanding")
    if understanding == "cannot_show":
        text = (
            "NPQLPM stops people who cannot show that they know teaching for mastery, and points them to the programme."
        )
        return Finding("cannot_show_mastery", Truth.FALSE, text, sources, "maths_understanding")
    asked = (
        "maths_understanding" if facts.get("maths_mastery_year_completed") is False else "maths_mastery_year_completed"
    )
    text = (
        "NPQLPM asks for a year of Teaching for Mastery, a similar course, or another way of showing that you know it."
    )
    return Finding("mastery_not_known", Truth.UNKNOWN, text, sources, asked)


def _npqh_stage(facts: FactSet) -> Finding:
    stage = facts.get("npqh_stage")
    text = "The coaching offer is for people who have done NPQH, are doing it, or are about to start it."
    if stage is None:
        return Finding("npqh_stage_not_known", Truth.UNKNOWN, text, (_SCREENS,), "npqh_stage")
    if stage == "none":
        return Finding("no_link_to_npqh", Truth.FALSE, text, (_SCREENS,), "npqh_stage")
    return Finding("linked_to_npqh", Truth.TRUE, text, (_SCREENS,), "npqh_stage")


def _in_post(facts: FactSet) -> Finding:
    held = facts.get("is_headteacher")
    in_post = Truth.of(held if isinstance(held, bool) else None)
    reason = {Truth.TRUE: "headteacher_in_post", Truth.FALSE: "not_a_headteacher", Truth.UNKNOWN: "headship_not_known"}
    text = "The coaching offer is for headteachers who are in post."
    return Finding(reason[in_post], in_post, text, (_SCREENS, "dfe-pd-ehco"), "is_headteacher")


_SENCO_ROLE = Finding(
    "senco_role_not_needed",
    Truth.TRUE,
    "You need not be a SENCO: the course is also for future SENCOs and for teachers who want to know SEND better.",
    ("gov-senco-2024", "astra-senco"),
    "senco_in_role",
)
_TRN = Finding(
    "trn_can_follow",
    Truth.TRUE,
    "You will need a teacher reference number; since 2026 it can follow once a provider has accepted you.",
    (_SCREENS, "dfe-service-release-notes"),
    "has_trn",
)


def _level_3(facts: FactSet) -> Finding:
    text = (
        "A full early years qualification at level 3 or above is normally expected for NPQEYL; your provider decides."
    )
    sources = ("dfe-pd-npqeyl", "bucks-early-years", "cat-npqeyl")
    if facts.get("has_level_3_early_years") is True:
        return Finding("holds_level_3", Truth.TRUE, text, sources, "has_level_3_early_years")
    known = facts.get("has_level_3_early_years") is False
    return Finding(
        "level_3_expected" if known else "level_3_not_known", Truth.UNKNOWN, text, sources, "has_level_3_early_years"
    )
