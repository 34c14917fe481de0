"""Read who is employed by a council to teach in more than one school."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.beside import is_of_another_place
from advisor.dialogue.slots.polarity import is_hedged, is_negated, is_over, is_to_come
from advisor.dialogue.slots.slot import Reading, SlotValue

_COUNCIL = r"(?:councils?|local (?:education )?authority|la|lea|county|borough)"
_EMPLOYS = re.compile(
    rf"\b(?:employed|paid|contracted|engaged) (?:directly |centrally )?(?:by|through|with)\b[\w\s']{{0,30}}\b{_COUNCIL}\b|"
    rf"\b(?:work|works|working|teach|teaches|contract(?:ed)?|payroll|salary|wages?|employer|job|post|permanent|teacher) (?:is |are |comes? |directly )*(?:for|with|from|by|of|at|is)\b[\w\s']{{0,25}}\b{_COUNCIL}\b|"
    rf"\b{_COUNCIL}\b(?:'s)?[\w\s-]{{0,30}}\b(?:employs?|employed|employee|pays? (?:me|us|her|him|my)|payroll|contract|staff|books|is my employer|supply|service|team|pool|are my employers?|(?:is |are )?(?:my|our|the) employers?)\b|"
    rf"\b(?:i'm|im|i am|we're|she's|he's) (?:with|at) (?:the )?(?:\w+ )?{_COUNCIL}\b|"
    rf"\bon the [\w\s']{{0,15}}{_COUNCIL}(?:'s)? (?:payroll|books)\b|\b(?:council|la|local authority)[- ](?:employed|based|paid)\b|"
    rf"\bservice,? (?:of |at |for |in |run by )?(?:the )?(?:\w+ ){{0,2}}{_COUNCIL}\b|(?:^|[,.;(]\s*)(?:(?!not\b|no\b|nor\b)\w+ ){{0,2}}{_COUNCIL}\s*(?:[,.;)]|$)"
)
_COUNT = (
    r"(?:several|more than one|multiple|many|lots of|loads of|different|various|numerous|a number of|a range of|a handful of|a (?:half[- ])?dozen|a dozen|"
    r"all (?:the|our|its|over)?|whichever|whatever|local|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|half a dozen)"
)
_SCHOOLS = r"(?:schools?|primaries|secondaries|academies|settings|sites)"
_SEVERAL = re.compile(
    rf"\b{_COUNT}(?: (?:different|local|mainstream|primary|secondary|special|the|county's|council's|its)){{0,2}} {_SCHOOLS}\b|\bacross (?:\w+ ){{0,3}}{_SCHOOLS}\b|"
    rf"\b(?:between|round|around|in and out of|into|school to|in) (?:\w+ ){{0,2}}(?:schools|primaries|secondaries)\b|\bschool to school\b|"
    r"\b(?:not (?:based )?(?:in|at) (?:just )?(?:one|a single|any one) school|rotat\w+|move between|whichever|wherever|peripatetic|peri|itinerant|perrie|visiting teacher|outreach teacher)\b|\b(?:each|every) (?:day|week|morning) (?:\w+ ){0,3}(?:different|another) school\b|\bdifferent schools?\b"
)
_TEACHES = re.compile(
    r"\b(?:teach\w*|tutor\w*|cover(?:s|ing)?|supply|qto\w|qtvi|peripatetic|peri|music|lessons?|sent to|go into)\b"
)
_NOT_TEACHING = re.compile(
    r"\b(?:don't teach|dont teach|do not teach|doesn't teach|not teach\w*|no teaching|school improvement|adviser for|inspector)\b"
)
_AGENCY = re.compile(r"\bagenc(?:y|ies)\b")


def find_council_teacher(reading: Reading) -> Iterator[SlotValue]:
    """Yield the facts of a teacher whom a council employs and who teaches in several schools.

    Who only advises schools, or works in one that the council keeps, is none.
    """
    employer = _EMPLOYS.search(reading.lower)
    if employer is None or _NOT_TEACHING.search(reading.lower):
        return
    start, end = employer.span()
    is_supply = reading.known.get("role") == "supply_teacher" or any(
        mention.value == "supply_teacher" for mention in reading.of_kind("role")
    )
    several = _SEVERAL.search(reading.lower)
    if not is_supply and not (several and _TEACHES.search(reading.lower)):
        return
    agency = _AGENCY.search(reading.lower)
    if agency and not is_negated(reading.lower, *agency.span()):
        return
    if is_over(reading.lower, start, end) and not reading.supposes:
        return
    if is_negated(reading.lower, start, end) or is_of_another_place(reading.lower, end):
        return
    if is_to_come(reading.lower, start) and not reading.supposes:
        return
    hedged = is_hedged(reading.lower, start, end) and not reading.supposes
    yield SlotValue("work_setting", "another_setting", start, end, hedged)
    yield SlotValue("employment_type", "local_authority_supply_teacher", start, end, hedged)
