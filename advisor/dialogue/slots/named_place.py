"""Tell what a name stands for where its words mislead: schools called colleges, a nursery inside a hospital, "Kelso High".

What each name says of the rules is for `setting.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

_SCHOOL_YEARS = re.compile(
    r"\b(?:11|eleven)\s?(?:-|to|/)\s?1[68]\b|\b(?:y|yr|yrs|year|years)\s?-?(?:7|8|9|seven|eight|nine)s?\b|\bks\s?3\b|\bkey stage (?:3|three)\b|\bpost[- ]primary\b|"
    r"\b(?:not|isn't|isnt|never|rather than) (?:an? |in )?(?:fe\b|further education|sixth form|6th form)|\bpupils aged 11\b|\baged? 11\b"
)
"""Only a school teaches these years, whatever its name."""
_OF_A_SCHOOL = re.compile(
    r"\b(?:community|technology|sports?|arts|catholic|integrated|language|science|humanities|business|enterprise|media|maths and computing|church|rc|c of e|state|girls'?|boys'?)\s+$"
)
_CALLED = re.compile(r"\b(?:called|named|name(?:'s| is| has| says)?|title(?:'s| is)?|known as)\b[\w\s']{0,12}$")
_A_NAME = re.compile(r"(?:[A-Z][\w'’.]*\s+){1,4}$")
_FE = re.compile(
    r"\b(?:fe|further education|vocational|a[- ]levels?|btecs?|t[- ]levels?|apprentic\w*|16\s?-\s?1[89]|16 to 19|16\+|post[- ]16|sixth form|lecturer|lecture|students aged 16)\b"
)
_SITES = (
    "hospital_school",
    "university",
    "sixteen_to_nineteen",
    "fe_college",
    "prison",
    "company",
    "young_offender_institution",
)
_NURSERIES = ("nursery_unknown", "private_nursery", "other_early_years", "maintained_nursery")
_ON_A_SITE = re.compile(
    r"\b(?:inside|in|at|on|within|for|of|attached to|by|opposite|behind|from|next to|belongs? to|serving)\s+(?:(?:an?|the|our|my|your|local|big|main|nearby|general|district|city|county|royal|teaching|nhs|fe|staff|workers?|site|grounds)[\s']*){0,4}$"
)
_STAFF = re.compile(
    r"\b(?:staff|workplace|work place|doctors?'?|nurses?'?|employees?'?|workers?'?|officers?'?|lecturers?'?|students?'?)(?:'s)? (?:and \w+'? )?(?:kids|children|nursery|creche|day ?care|families|babies)\b"
)
_OF_SITE = re.compile(r"^(?:'s)?(?: \w+){0,3} (?:nursery|creche|day ?care|grounds|site|campus)\b")
_TEACHES_PATIENTS = re.compile(
    r"\bhospital (?:school|education|teach\w+|classroom|tuition)\b|\bsick (?:children|kids|pupils)\b"
)
_DENIES = re.compile(r"\b(?:not|no|isn't|isnt|never)\b[^.;!?\n]{0,25}$")
_HIGH = re.compile(
    r"(?:\b(?:at|of|in|for|from|with)|[,:(;-]) (?:st\.? )?(?:(?!the\b|a\b|an\b|very\b|this\b|our\b|my\b|your\b|is\b|are\b|so\b|too\b|such\b)[a-z][\w'.]* ){1,3}?(?:high|c ?of ?e|ce|rc|r\.c\.|infants'?|juniors'?|junior mixed|jmi)"
    r"(?=\s*(?:$|[.,;:()!?\n-]|in\b|near\b|and\b|but\b|here\b|as\b|so\b|we\b|i\b|npq))"
)
_SAINT = re.compile(
    r"\b(?:at|of|for|from|in) (?:st\.?|saint|our lady|holy|sacred heart|all saints|bishop|archbishop|king|queen)(?:'s)?(?: [\w'.]+){0,2}(?=\s*(?:[.,;:()!\n]|$))"
)
_TEACHING = re.compile(
    r"\b(?:teach(?:er|ing|es)?|head ?teacher|deputy|assistant head|senco|sendco|year \d|y\d|ks\d|ect|nqt|head of (?:year|department|maths|english|science|sixth)|hod|slt|subject lead|ta)\b"
)


def with_names_read(reading: Reading, told: Sequence[Mention]) -> list[Mention]:
    """Return the workplaces told with schools that bear the name of a college as schools, and without mere sites."""
    without_sites = [mention for mention in told if not _is_site_of_nursery(reading, mention, told)]
    return [_as_school(reading, mention, without_sites) for mention in without_sites]


def find_named_school(reading: Reading) -> tuple[int, int] | None:
    """Return where a school is named without any word for a school: "at Kelso High", "Year 4, St Peter's CofE".

    >>> from datetime import date
    >>> def where(text): return find_named_school(Reading(text, text.lower(), (), (), date(2026, 11, 21), {}))
    >>> where("deputy at Hinchley High, Surrey"), where("behaviour is at an all time high, help")
    ((7, 23), None)
    """
    match = _HIGH.search(reading.lower)
    if match is None and _TEACHING.search(reading.lower):
        match = _SAINT.search(reading.lower)
    if match is None or not reading.text[match.start() :].split(" ", 1)[-1][:1].isupper():
        return None  # "at an all time high": a name has a capital
    return match.span()


def _as_school(reading: Reading, mention: Mention, told: Sequence[Mention]) -> Mention:
    """Return a college as a secondary school where it teaches the years of one, or only bears the name."""
    if mention.value != "sixteen_to_nineteen" or mention.text.lower() not in ("college", "a college", "local college"):
        return mention
    before = reading.lower[: mention.start]
    if _SCHOOL_YEARS.search(reading.lower):
        return replace(mention, value="secondary_school")
    other_words = _FE.sub("", reading.lower)
    schools = [
        other
        for other in told
        if other is not mention and reading.setting_facts.get(other.value, {}).get("work_setting") == "a_school"
    ]
    bears = _OF_A_SCHOOL.search(before) or _CALLED.search(before) or _A_NAME.search(reading.text[: mention.start])
    is_school = bool(schools and bears and other_words == reading.lower)
    return replace(mention, value="secondary_school") if is_school else mention


def _is_site_of_nursery(reading: Reading, mention: Mention, told: Sequence[Mention]) -> bool:
    """Return whether a hospital, college or university is only where a nursery is, or whose staff it is for."""
    if mention.value not in _SITES or not any(other.value in _NURSERIES for other in told):
        return False
    teaches = _TEACHES_PATIENTS.search(reading.lower)
    if teaches and not _DENIES.search(reading.lower[: teaches.start()]):
        return False
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    return bool(_ON_A_SITE.search(before) or _OF_SITE.match(after) or _STAFF.search(reading.lower))
