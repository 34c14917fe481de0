"""Tell a nursery that is part of a school from one beside it, and from the school itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention

_DETERMINER = r"(?:the|a|an|our|my|your|their|this|that|local|own|main|same|small|state|maintained|private|indep(?:endent)?|church|c of e|catholic|infant|junior|first|special|free)"
_A_SCHOOL = rf"(?:{_DETERMINER} )*(?:schools?|primary|infants|juniors|prep|academy)\b(?:'s)?(?: (?:school|site|grounds|building))?"
_PART_OF = (
    r"(?:(?:all |actually |just |really |now |very much |directly )*(?:part of|run by|owned by|managed by|governed by|belong(?:s|ing)? to|attached to|"
    r"based (?:at|in|on)|on the site of|on|at|in|of|inside|within))"
)
_NURSERY = r"(?:nursery(?: (?:class|unit|bit|room|side|provision))?|pre-?school)"
_JOINED = re.compile(
    rf"\b{_NURSERY}(?:,? (?:which |that )?(?:is|we run|i run|i lead|we have|here))? {_PART_OF} {_A_SCHOOL}|\ba school(?:-based)? nursery\b"
)
_BELONGS = re.compile(
    rf"\b(?:it|nursery|pre-?school)(?:'s|s| is) (?:all |actually |just |really )*(?:in|at|on) {_A_SCHOOL}|"
    r"\b(?:it|nursery|we|which|that|they|this)(?:'s|'re|s| is| are| am)? "
    r"(?:all |actually |just |really |now |very much |directly )*(?:part of|run by|owned by|managed by|governed by|belongs? to|attached to|on the site of|inside|within) "
    rf"{_A_SCHOOL}"
)
_IN_SHORT = re.compile(
    rf"\b(?:school[- ](?:run|based|led|owned|maintained)\b|(?:part of|run by|owned by|belongs? to|attached to) {_A_SCHOOL}|"
    r"school'?s (?:own )?nursery|^\W*(?:it's |its |it is )?(?:an? |the )?school(?:'?s)?(?: own)? one\b|same (?:head|governors|governing body|headteacher)\b)"
)
_APART = re.compile(
    r"\b(?:not (?:part of|run by|attached|owned)|(?:run|owned|managed) by (?:an? )?(?:\w+ ){0,2}(?:company|provider|chain|charity|committee|owner|business)|separate (?:company|business|provider|registration)|"
    r"rents?|renting|lease|its own school|own governing|not attached)\b"
)
"""A nursery on a school's site that somebody else runs is not the school's."""
_YEARS = r"(?:reception|year \w+|years? \d|y\d|ks ?1|key stage|eyfs|infants?|f2)"
_YEAR_AFTER = re.compile(rf"\s*(?:and|&|/|,|\+|to|-)\s*{_YEARS}\b")
_YEAR_BEFORE = re.compile(rf"\b{_YEARS}\s*(?:and|&|/|,|\+)\s*$")
_AND_SCHOOL = re.compile(r"\s*(?:and|&|/|\+|with|cum)\s*(?:an? )?(?:infants?|primary|junior|first|pre-?prep|prep)\b")
_ROLE_AFTER = re.compile(
    r"\s+(?:lead\w*|teacher|phase|team|co-?ordinator|staff|class|specialist|practitioner|department|unit|manager|ta)\b"
)
_ITSELF_AFTER = re.compile(r"\s+(?:proper|itself|side|bit|part|not the nursery)\b")
_SIXTH_FORM = re.compile(
    r"\b(?:sixth|6th)[ -]form (?:(?:is|that's|thats) )?(?:in|at|of|within|inside|attached to|part of) (?:the|a|an|our|my) (?:\w+ )?$"
)
_INSTEAD_BEFORE = re.compile(
    r"^\W*(?:(?:oh|actually|well|hang on|wait)\W+)*(?:sorry|no|oops|i meant|not (?:an? )?(?:primary|school|infants?))\W+(?:(?:actually|not (?:an? )?(?:primary|school|infants?))\W+)*"
    r"(?:it'?s|it is|we'?re|we are|i'?m (?:in|at)|i work (?:in|at)|mine is|mine's) (?:just |actually |only |really )?an? (?:(?:small|day|local|village|private|independent) )?$"
)
_INSTEAD_AFTER = re.compile(
    r"\s*(?:\W*$|,\s*(?:private|independent|not)\b|(?:private|independent|and (?:a )?private|not an?)\b)"
)
"""Puts a nursery in the place of the school known before: "sorry not primary, it's a nursery"."""
_ITSELF_BEFORE = re.compile(r"\b(?:main|rest of the|whole)\s+$")


def find_school_nursery(reading: Reading, settings: Sequence[Mention], in_nursery: bool) -> tuple[int, int] | None:
    """Return where somebody's nursery is said to be part of a school; None where it is not, or the school is the place."""
    nurseries = [m for m in settings if m.value in ("nursery_unknown", "preschool_in_school", "private_nursery")]
    if not (nurseries or in_nursery) or _APART.search(reading.lower):
        return None
    match = _JOINED.search(reading.lower) or _BELONGS.search(reading.lower)
    if match is None and in_nursery:
        match = _IN_SHORT.search(reading.lower)
    if match is None or reading.lower.endswith("?", match.end(), match.end() + 1):
        return None
    first = min([match.start(), *(mention.start for mention in nurseries)])
    schools = (
        m
        for m in settings
        if reading.setting_facts.get(m.value, {}).get("work_setting") == "a_school" and m.end <= first
    )
    return None if any(schools) else match.span()  # "I teach at a primary; the nursery is part of it"


def is_part_of_school(reading: Reading, mention: Mention) -> bool:
    """Return whether "nursery" names a part of a school: "nursery and reception", "early years lead", "nursery and infants"."""
    after, before = reading.lower[mention.end :], reading.lower[: mention.start]
    if _AND_SCHOOL.match(after):
        return True
    if mention.text.lower() == "early years" and _ROLE_AFTER.match(after):
        return True
    return bool(_YEAR_AFTER.match(after) or _YEAR_BEFORE.search(before))


def is_school_itself(reading: Reading, mention: Mention) -> bool:
    """Return whether a school is set against what was spoken of before: "the school proper", "a sixth form in a school"."""
    if reading.setting_facts.get(mention.value, {}).get("work_setting") != "a_school":
        return False
    after, before = reading.lower[mention.end :], reading.lower[: mention.start]
    return bool(_ITSELF_AFTER.match(after) or _ITSELF_BEFORE.search(before) or _SIXTH_FORM.search(before))


def is_instead_of_school(reading: Reading, mention: Mention) -> bool:
    """Return whether a nursery takes the place of the school known before: "sorry, it's a nursery, private"."""
    if mention.value != "nursery_unknown" or is_part_of_school(reading, mention):
        return False
    instead = _INSTEAD_BEFORE.match(reading.lower[: mention.start])
    return bool(instead and _INSTEAD_AFTER.match(reading.lower, mention.end))
