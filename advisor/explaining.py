"""Say in plain words what a reply rests on: facts, verdicts, rule steps, sources and their dates.

The terminal and the web page draw these words in their own ways; the answer itself is left to `advisor.answering`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from advisor.answering.citations import Citation
from advisor.answering.wording import cohort_in_sentence
from advisor.core.courses import COURSES
from advisor.core.facts import FACTS
from advisor.reply import Reply, ReplyFact
from advisor.rules.verdict import Verdict, WouldChange

FACT_LABELS: Mapping[str, str] = {
    "cohort_id": "Intake",
    "cohort_funding": "Funding of the intake",
    "works_in_england": "Works in England",
    "prior_applications": "Earlier NPQs since 2021",
    "work_setting": "Kind of workplace",
    "early_years_setting": "Kind of early years setting",
    "employment_type": "Kind of work",
    "institution_kind": "Kind of institution",
    "eligible_establishment_type": "State-funded",
    "establishment_type_code": "Type in the schools register",
    "on_pp50_school_list": "On the disadvantage list for schools (PP50)",
    "on_pp50_fe_list": "On the 16 to 19 disadvantage list",
    "on_rise_list": "In targeted RISE intervention",
    "has_ofsted_urn": "Has an Ofsted number",
    "on_childminder_list": "On the childminder list",
    "itt_provider_approved": "Accredited teacher training provider",
    "referred_by_return_to_teaching_adviser": "Referred by a Return to Teaching Adviser",
    "is_headteacher": "Headteacher",
    "in_first_five_years_of_headship": "In the first five years of headship",
    "high_pupil_premium": "High pupil premium school",
    "headteacher_status": "Stage of headship",
    "on_ofsted_early_years_register": "On Ofsted’s early years register",
    "on_early_years_list": "On the early years list",
    "on_disadvantaged_early_years_list": "On the list of disadvantaged early years settings",
    "on_la_disadvantaged_nursery_list": "On the list of disadvantaged nursery schools",
    "course": "Course",
    "role": "Role now",
    "role_wanted": "Role wanted",
    "aims": "Wants from an NPQ",
    "phase": "Phase",
    "subject": "Subject",
    "prior_npqs": "NPQs from before the reform",
    "npqh_stage": "NPQ for Headship",
    "senco_in_role": "Working as a SENCO",
    "senco_start": "SENCO since",
    "senco_over_twelve_months_before": "SENCO for over a year before",
    "headship_start": "Headteacher since",
    "maths_mastery_year_completed": "A year of Teaching for Mastery",
    "maths_understanding": "Knows the mastery approach from",
    "has_level_3_early_years": "Early years qualification at level 3 or above",
    "has_qts": "Has qualified teacher status (QTS)",
    "has_trn": "Has a teacher reference number (TRN)",
    "leads_others": "Leads other people’s work",
    "nation": "Country",
    "teaching_years": "Years of teaching",
    "provider": "Provider",
}
OUTCOMES: Mapping[str, str] = {
    "eligible": "eligible for funding; a place is not guaranteed",
    "not_eligible": "not funded",
    "subject_to_review": "DfE decides each case",
    "undetermined": "not decided yet",
    "not_published": "no rules published",
}
TRUTHS: Mapping[str, str] = {"true": "met", "false": "not met", "unknown": "not known yet"}
BASES: Mapping[str, str] = {
    "seen": "",
    "partial": "partly supported by this source",
    "general": "general knowledge, not checked against a source",
}

_FEW_WORDS = 8


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact as a reader sees it."""

    label: str
    value: str
    assumed: bool
    how: str
    """How it is known: in the person's own words where those are few, empty where there are none."""


def fact_lines(facts: Mapping[str, ReplyFact]) -> tuple[FactLine, ...]:
    """Return the facts behind a reply, those said before those assumed."""
    lines = [
        FactLine(label(name), in_words(name, fact.value), fact.how == "assumed", _how_known(fact))
        for name, fact in facts.items()
    ]
    return tuple(sorted(lines, key=lambda line: line.assumed))


def _how_known(fact: ReplyFact) -> str:
    """Return how a fact is known; what is read from a whole message is not said to stand there in so many words."""
    if fact.how == "assumed":
        return "assumed, you have not said"
    if len(fact.quote.split()) > _FEW_WORDS:
        return "as I read what you wrote"
    return f"you said “{fact.quote}”" if fact.quote else ""


def label(name: str) -> str:
    """Return what a fact is called on the page."""
    return FACT_LABELS.get(name, name.replace("_", " ").capitalize())


def in_words(name: str, value: Any) -> str:
    """Return a fact's value as a person would say it."""
    if value is None:
        return "not said"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (list, tuple)):
        return "; ".join(_item_in_words(name, item) for item in value) or "None"
    if name == "cohort_id":
        return cohort_in_sentence(str(value)).capitalize()
    if str(value) in COURSES:
        return COURSES[str(value)].code
    if name == "nation":
        return "Northern Ireland" if value == "northern_ireland" else str(value).replace("_", " ").capitalize()
    offered = {choice.value: choice.label for choice in FACTS[name].choices} if name in FACTS else {}
    return offered.get(value) or str(value).replace("_", " ").capitalize()


def _item_in_words(name: str, item: Any) -> str:
    if not isinstance(item, Mapping):
        return in_words(name, item)
    course = str(item.get("course") or item.get("name") or "")
    parts = [COURSES[course].code if course in COURSES else course]
    if "funded_place" in item:
        parts.append("funded place" if item["funded_place"] else "not a funded place")
    parts += [
        str(item[key]).replace("_", " ")
        for key in ("year", "cohort_id", "training_status", "status", "outcome", "paid_by")
        if item.get(key)
    ]
    return ", ".join(part for part in parts if part)


def verdict_line(verdict: Verdict) -> str:
    """Return a verdict in one line: the course, the intake and the outcome."""
    course = COURSES[verdict.course].code if verdict.course in COURSES else verdict.course
    return f"{course}, {cohort_in_sentence(verdict.cohort)}: {OUTCOMES[verdict.outcome.value]}"


def change_line(change: WouldChange) -> str:
    """Return what would change a verdict, and to what."""
    was = f", not “{in_words(change.fact, change.was)}”" if change.was is not None else ""
    return f"{label(change.fact)}: “{in_words(change.fact, change.to)}”{was}: {OUTCOMES[change.outcome.value]}"


def source_line(citation: Citation) -> str:
    """Return who published a source, when, and when it was last compared with what we say."""
    dated = f"dated {day_in_words(citation.published)}" if citation.published else "undated"
    checked = f"checked {day_in_words(citation.checked_on)}" if citation.checked_on else "not checked by date"
    return f"{citation.publisher}, {dated}, {checked}"


def day_in_words(day: date) -> str:
    """Return a day as it is written in a letter: "3 July 2026"."""
    return f"{day.day} {day:%B %Y}"


def detail_text(reply: Reply) -> str:
    """Return what stands behind a reply as plain lines: sources, facts, and each verdict with its steps."""
    return "\n".join(("", *_source_lines(reply), *_known_lines(reply), *_verdict_lines(reply)))


def _source_lines(reply: Reply) -> Iterator[str]:
    if reply.citations:
        yield "Sources"
    for citation in reply.citations:
        basis = f" ({BASES[citation.basis]})" if BASES[citation.basis] else ""
        yield f"  [{citation.n}] {citation.title}. {source_line(citation)}{basis}"
        if citation.url:
            yield f"      {citation.url}"


def _known_lines(reply: Reply) -> Iterator[str]:
    lines = fact_lines(reply.facts)
    if lines:
        yield "What I know"
    for line in lines:
        yield f"  {line.label}: {line.value}" + (f" ({line.how})" if line.how else "")


def _verdict_lines(reply: Reply) -> Iterator[str]:
    for verdict in reply.verdicts:
        yield verdict_line(verdict)
        yield from (f"  {TRUTHS[step.truth]}: {step.because}" for step in verdict.steps)
        yield from (f"  would change it: {change_line(change)}" for change in verdict.would_change)
        if verdict.rules_as_of:
            yield f"  rules checked {day_in_words(verdict.rules_as_of)}"
