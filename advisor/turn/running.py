"""Say who runs a course in an intake, and whether one provider does: from dated lists, never from another intake's."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.wording import cohort_in_sentence, join_words
from advisor.core.courses import COURSES, SENCO
from advisor.dialogue.asking import Ask
from advisor.rules.offers import Offer, find_offer, load_offers
from advisor.turn.facts import cohort_of
from advisor.turn.findings import ground_finding
from advisor.turn.needs import Turn

_BESIDE = frozenset({"providers", "eligibility", "overview", "recommend", "dates"})
_SENCO = re.compile(r"\bsen(?:d)?co\b")
_NAMES_ONLY = 5
_OF_EACH = re.compile(r"\b(?:each|respectively)\b")
_OF_ALL = re.compile(r"\b(?:all|both|every|same)\b")
_WHO = re.compile(r"\b(?:who|which|anyone|anybody|nobody)\b")
_JOINS = re.compile(r"\b(?:sign(?:ing|ed)? up|register\w*|enroll?\w*|apply\w*|start\w*) with\b")
"""Who is about to join a provider that no longer runs the course has to know first."""
_MOST = 2
_RUNS = re.compile(r"\b(?:run|runs|ran|running|offer|offers|offered|offering|do|does|did|doing|deliver\w*|available)\b")
_ONE_OF_THEM = re.compile(r"\b(?:one of (?:them|those|these)|among (?:them|those|these)|on (?:that|the|your) list)\b")
"""Of who runs a course just spoken of: "is UCL one of them?"."""


def running_part(ask: Ask, turn: Turn) -> Part | None:
    """Return who runs what is asked about, None where that is not asked or an entry tells it as well."""
    if not ask.courses and "providers" in ask.cues and _SENCO.search(ask.text.lower()):
        ask = replace(ask, courses=(SENCO,))  # "who did SENCO?": of a role nobody asks who ran it
    of_them = _ONE_OF_THEM.search(ask.text.lower()) is not None
    if not ask.courses and of_them:
        ask = replace(ask, courses=turn.state.courses)
    named = tuple(dict.fromkeys(m.value for m in turn.needs.lexicon.names.find(ask.text) if m.kind == "provider"))
    if not ask.courses or ask.cues - _BESIDE or len(named) > 1:
        return None
    newest = load_offers()[0].cohort
    cohort = cohort_of(turn.state.person) or newest
    offer = find_offer(cohort, turn.as_of)
    asks = of_them or "providers" in ask.cues or bool(_RUNS.search((ask.own or ask.text).lower()))
    if named and len(ask.courses) == 1 and offer is not None and _JOINS.search((ask.whole or ask.text).lower()):
        part = _whether(ask.courses[0], named[0], offer, cohort)
        return part if part.said[0].text.startswith("No") else None
    if named and len(ask.courses) == 1 and (asks or len(ask.text.split()) <= _NAMES_ONLY):
        return _whether(ask.courses[0], named[0], offer, cohort)
    if "providers" in ask.cues and len(ask.courses) > 1 and _OF_ALL.search(ask.text.lower()) and offer is not None:
        return _all_of(ask.courses, offer)
    if (
        "providers" in ask.cues
        and not named
        and (len(ask.cohorts) > 1 or (len(ask.courses) > 1 and _apart(ask, newest)))
    ):
        return _each(ask, turn, ask.cohorts or (cohort,))
    told = turn.state.person.facts.get("cohort_id")
    whom = "providers" in ask.cues or bool(_WHO.search(ask.text.lower()))
    if whom and asks and cohort != newest and told is not None and told.turn == turn.state.turn and not named:
        return _who(ask.courses[0], offer, cohort)
    return None


def _part(text: str, offer: Offer, course: str, courses: tuple[str, ...]) -> Part:
    ground = ground_finding(f"offers-{offer.cohort}#{course}", text, offer.sources)
    caution = Said(offer.caution, (ground_finding(f"offers-{offer.cohort}", offer.caution, offer.sources),))
    return Part("answer", (Said(text, (ground,)), caution), courses=courses)


def _not_known(course: str, cohort: str) -> Part:
    text = f"No list of who runs {COURSES[course].code} in {cohort_in_sentence(cohort)} is among what we hold."
    nearest = load_offers()[0]
    return Part(
        "answer", (Said(text, (ground_finding(f"offers#{cohort}", text, nearest.sources),)),), courses=(course,)
    )


def _whether(course: str, who: str, offer: Offer | None, cohort: str) -> Part:
    if offer is None:
        return _not_known(course, cohort)
    runs = any(provider.split()[0] == who.split(maxsplit=1)[0] for provider in offer.providers(course))
    code, when = COURSES[course].code, offer.name.lower()
    others = join_words(list(offer.providers(course)) or ["nobody"])
    text = (
        f"Yes, {who} was set up to run {code} for {when}."
        if runs
        else f"No, {who} was not set up to run {code} for {when}; these were: {others}."
    )
    return _part(text, offer, course, (course,))


def _who(course: str, offer: Offer | None, cohort: str) -> Part:
    if offer is None:
        return _not_known(course, cohort)
    providers = list(offer.providers(course))
    code, when = COURSES[course].code, offer.name.lower()
    text = f"For {when} these were listed as running {code}: {join_words(providers)}." if providers else ""
    return _part(text or f"For {when} nobody was listed as running {code}.", offer, course, (course,))


def _apart(ask: Ask, newest: str) -> bool:
    """Return whether each of several courses is to be told apart: it is asked for, or another intake is named."""
    return bool(_OF_EACH.search(ask.text.lower())) or ask.cohorts not in ((), (newest,))


def _each(ask: Ask, turn: Turn, cohorts: tuple[str, ...]) -> Part:
    """Return who runs each course in each intake named, one sentence each."""
    parts = [
        _who(course, find_offer(cohort, turn.as_of), cohort)
        for cohort in sorted(cohorts)[-_MOST:]
        for course in ask.courses[:_MOST]
    ]
    said = tuple(part.said[0] for part in parts)
    cautions = dict.fromkeys(caution for part in parts for caution in part.said[1:])
    return replace(parts[0], said=(*said, *cautions), courses=ask.courses[:_MOST])


def _all_of(courses: tuple[str, ...], offer: Offer) -> Part:
    shared = set(offer.providers(courses[0])).intersection(*(offer.providers(course) for course in courses[1:]))
    codes = join_words([COURSES[course].code for course in courses])
    who = join_words(sorted(shared)) if shared else "Nobody"
    text = f"{who} {'were' if len(shared) > 1 else 'was'} set up to run {codes}, all of them, for {offer.name.lower()}."
    return _part(text, offer, "all", courses[:3])
