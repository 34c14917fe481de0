"""Read which intake is meant: a year with a season, or words such as "this autumn" seen from the day of asking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from advisor.dialogue.slots.polarity import is_negated
from advisor.dialogue.slots.prior import past_courses
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_RELATIVE = {
    "autumn_of_this_year": (0, "b"),
    "spring_of_this_year": (0, "a"),
    "autumn_of_last_year": (-1, "b"),
    "spring_of_next_year": (1, "a"),
    "autumn_of_next_year": (1, "b"),
}
_VAGUE = re.compile(r"\b(?:this|next|last) (?:year|term)\b")
_OF_AN_INTAKE = re.compile(
    r"\b(?:fund\w*|npqs?|npq[a-z]+|intakes?|start\w*|rules?|courses?|scholarships?|apply|register|places?|do (?:it|one))\b"
)
_OF_A_JOB = re.compile(
    r"\b(?:lead|leads|leading|be|being|become|becoming|tak(?:e|es|ing) (?:on|over)|step(?:ping)? up|mov(?:e|es|ing)|head(?:ing)?|retir\w+|leav\w+|"
    r"jobs?|role|post|senco|teach(?:ing)?|year [1-9r]\d?|job share)\b[^.?!]{0,30}$"
)
"""Said of work to come, "I will be leading maths next year": no intake."""
_BARE_YEAR = re.compile(
    r"\b(?:in|for|of|the|by|from|to|rules?|funding|scholarships?|intake|start(?:ing)?)\s+(20[2-3]\d)\b"
)
_AND_YEAR = re.compile(r"\b(?:and|to|vs\.?|versus|or|with|against)\s+(20[2-3]\d)\b")
"""The second of two intakes: "autumn 2025 compared to 2026"."""
_ONLY_YEAR = re.compile(
    r"^\W*(?:(?:right|ok|okay|so|and|but|now|what about|how about|in|for|same for|same in)\W+)*(20[2-3]\d)\W*$"
)
_ONLY_SEASON = re.compile(
    r"^\W*(?:(?:right|ok|okay|so|and|but|no|or|what about|how about|in|for|the)\W+)+(spring|autumn)(?: one| intake| cohort)?\W*$"
)
_SPRING_TO_START = re.compile(
    r"\b(?:npq\w*|courses?|fund(?:ed|ing)|scholarships?|intakes?|cohorts?|(?:start|begin|do|doing|take|taking|join|starting|beginning) (?:it|one|this|that))\b"
    r"[^.?!;,]{0,15}?\b(?:in|for|from|this coming|come|a|the)\s+(spring)\b(?! (?:of )?(?:20|')?\d\d| last)|"
    r"\b(spring) (?:start|intake|cohort|npqs?|funding|round|entry)\b"
)
"""A spring in which a course is to begin; one in which it ends, or somebody moves, is none."""
_TO_COME = "spring_to_come"
_OF_A_MOVE = re.compile(
    r"\b(?:mov(?:e|es|ing)|tak(?:e|es|ing) (?:on|over)|start(?:s|ing)? (?:as|at|an?|in|my)|join(?:s|ing)?|stepp?(?:ing)? up|new (?:job|post|role|school|head|senco))\b[^.?!]{0,30}$"
)
"""Before a season: work to come, and no course."""
_ENDS = re.compile(
    r"\b(?:finish\w*|complet\w+|end(?:s|ing)?|submit\w*|results?|assess\w+|case study|hand in|due)\b[^.?!;,]{0,40}$"
)
_A_YEAR_ON = re.compile(
    r"\b(?:autumn|intake|round|cohort|year) after (?:this|that)(?: one)?\b|\b(?:a|one) year from now\b|\bin a year['’]?s time\b|\bthis time next year\b|"
    r"\bif (?:i|we|she|he|they)(?:'d| were to| was to| just| did)* (?:hold off|wait|leave it|put it off|delay|hang on|sit it out|hold on|postpone)(?: it)?(?: for)? (?:a|another|one)(?: more| whole| full)? year\b"
)
"""Names the autumn after the one that is open, seen from it: "the autumn after this one", "what if I hold off a year"."""
_BECOMES = re.compile(
    r"\b(?:i|we|she|he|they)(?:['’]ll| will|['’](?:m|s) going to)? (?:be|become) (?:an? |the )?[\w ]{0,20}$"
)
"""Before a time in which somebody comes into a post: "I'll be a head in a year's time"."""
_LAST_MONTH_OF_SPRING = 3
_FUTURE_YEAR = re.compile(r"\b(20[2-3]\d)\b")
_DEADLINE = re.compile(
    r"\b(?:till|until|til|before|deadline\w*|no later than|due)\b(?: is| in| of| on)?(?: the)?(?: end of)?(?: september| sept?| autumn)?\s*$|"
    r"\b(?:qualified|finish(?:ed)?|hold it|done|have it) by\b(?: september| sept?)?\s*$|"
    r"\b(?:hand|submit|finish|complete)\b[^.?!;]{0,30}\b(?:it|in|off|bit|part|rest|work|coursework|case study|assignment) by (?:the (?:end|start|summer) of )?(?:easter|christmas|summer|new year|\w+ term)?\s*$"
)
_PUTS_OFF = re.compile(
    r"\b(?:(?<!on )(?<!maternity )(?<!paternity )(?<!parental )(?<!sick )(?<!study )(?<!my )(?<!her )(?<!his )leave|leaving|wait\w*|postpon\w+|delay\w*|put(?:ting)? (?:it )?off|defer\w*|hold(?:ing)? off)\b[^.?!]{0,30}$|"
    r"\b(?:i|we|she|he|they|you)(?: \w+){0,2}?(?:n[’']?t| not| never|['’]m not| cannot)(?: (?:be able to|want to|get (?:a)?round to|manage to|going to|actually|even|really|now))* "
    r"(?:apply|applying|register|registering|start|starting|begin|enrol|enrolling|sign up|put in|go for (?:it|this|that)|do (?:it|this|that|one|the \w+)|take (?:it|this|that|one)|get on (?:to )?(?:it|this|one))\b(?! (?:as|at|in|there|with|my|her|his|work|teaching|the (?:job|post|role))\b)[^.?!]{0,20}\b(?:until|till|til|before)\b[^.?!]{0,20}$"
)
"""Who leaves it until an intake, or does not apply before it, asks of that intake; who has until then to finish does not."""
_IS_DAY_DUE = re.compile(r"\b(?:that's|thats|that is|so|=) (?:\d{1,2} )?(?:[a-z]{3,9}\.? )?$")
"""Said by a SENCO of the day three years on: "that's Sept 2028"."""
_STARTED_A_POST = re.compile(
    r"\b(?:senco|head\w*|deputy|job|post|role|school|academy|here)\b[^.?!]{0,45}\b(?:started|since|appointed|began|from)(?: in| on)?\s+$|"
    r"\bnew (?:to|in) (?:the |being )?(?:an? )?(?:sen(?:d)?co|role|post|job|headship)(?: role| post| job)?(?: in| since| from| as of)?\s+$"
)
_LEFT_THEN = re.compile(
    r"\b(?:dropped out|withdrew|left|gave (?:it|that) up|stopped|quit|pulled out|finished|passed|failed|was born)\b"
    r"(?: (?!so\b|and\b|but\b|can\b|is\b|now\b|for\b|to\b|until\b|till\b|interview\b)[\w']+){0,4} $"
)
"""Said of a season gone by: "then dropped out in the spring"."""
_SOMEBODY_GOES = re.compile(
    r"\b(?:head|headteacher|principal|boss|deputy|senco|manager|ceo|predecessor|colleague|lead|leader|s?he|they|job|post|role|vacancy|contract)"
    r"(?:'s|'ll| is| are| will| comes?)?(?: \w+){0,2}? (?:(?:goes?|going)(?= (?:in|at|by|this|next)\b)|leav(?:e|es|ing)|retir(?:e|es|ing)|retirement|steps? down|stepping down|moves? on|moving on|comes? up|coming up|(?:up|free)(?= in\b)|ends?)\b"
    r"(?: (?!npq|for\b|to\b)\w+){0,3}? $"
)
"""Before a year or a season in which somebody leaves and a post is free: "my head goes in 2028"."""
_THEN_DID = re.compile(
    r"^,? (?:i|we|she|he|they)(?:'d| had)?(?: \w+ly| also| first| once)? (?:went|did|started|took|applied|got|began|tried|had|enrolled|signed|joined|passed|failed|withdrew|dropped|deferred|registered|paid)\b"
)
"""After a season gone by that leads a sentence: "in autumn 2024 I went for the SENCO NPQ"."""
_NEAR = 60
_CLOSE = 16
_ASKS_BETWEEN = re.compile(r"[?]|\b(?:can|could|would|is|was|are|were|what|which|how|do|does|want\w*|rules?)\b")
_IS_DEADLINE = re.compile(r"\s*(?:is|was|as) (?:my|the|her|his|a) (?:deadline|cut[- ]?off|limit)\b")
"""A year by which something must be done is no intake."""
_PAST_EVENT = re.compile(
    r"\b(?:i|we|she|he|that|who|they|my|her|his)\b[\w\s'-]{0,25}\b(?:did|done|completed|finished|passed|failed|withdrew|started|began|"
    r"begun|took|had|got|became|appointed|been|deferred|paid|joined|qualified|trained|moved)\b[\w\s,'-]{0,45}$|"
    r"\b(?:withdrew|passed|failed|completed|finished|deferred)\b[^.?!]{0,50}$|"
    r"\b(?:since|appointed|became|moved in)\b[\w\s]{0,20}$|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?$|"
    r"\b(?:started|began|took over|qualified|joined|in post|in role)(?: it| there| this| the role| the job)?(?: back)?(?: in| on| from)?\s+$"
)


def find_cohorts(reading: Reading) -> Iterator[SlotValue]:
    """Yield `cohort_id` for the intakes asked about; a year that dates something past is not one."""
    for mention in reading.of_kind("cohort", "cohort_relative"):
        if not _is_of_another_matter(reading, mention) and (cohort := _cohort_of(reading, mention)) is not None:
            yield SlotValue("cohort_id", cohort, mention.start, mention.end)
    if not any(reading.of_kind("cohort", "cohort_relative")):
        yield from _find_a_year_on(reading)
        yield from _find_years(reading)
        yield from _find_season(reading) if _ONLY_SEASON.match(reading.lower) else _find_spring_to_come(reading)
    elif match := _AND_YEAR.search(reading.lower):
        yield SlotValue("cohort_id", f"{match[1]}b", match.start(1), match.end(1))


def _is_of_another_matter(reading: Reading, mention: Mention) -> bool:
    """Return whether a season with its year is a day due, the start of a post, past, denied, or of an earlier NPQ."""
    before = reading.lower[: mention.start]
    due = _IS_DAY_DUE.search(before) and "senco_start" in reading.known
    put_off = bool(_PUTS_OFF.search(before))
    by_then = _DEADLINE.search(before) and not put_off
    if (
        due
        or by_then
        or _LEFT_THEN.search(before)
        or _SOMEBODY_GOES.search(before)
        or _IS_DEADLINE.match(reading.lower[mention.end :])
    ):
        return True
    if _STARTED_A_POST.search(before) and not any(reading.of_kind("course")):
        return True
    coming = tuple(str(reading.as_of.year + shift) for shift in range(5))
    to_come = mention.value == _TO_COME or _RELATIVE.get(mention.value, (-1, ""))[0] >= 0
    this_year = to_come or mention.value.startswith(coming)
    gone = mention.kind == "cohort" and int(mention.value[:4]) < reading.as_of.year
    if gone and _THEN_DID.match(reading.lower[mention.end :]):
        return True
    if _PAST_EVENT.search(before[-70:]) and not (this_year and not re.search(r"\d{1,2} $", before)):
        return True
    denied = is_negated(reading.lower, mention.start, mention.end) and not put_off
    return denied or _dates_an_earlier(reading, mention)


def _cohort_of(reading: Reading, mention: Mention) -> str | None:
    """Return the intake that a name stands for on the day of asking, None where its words date a job."""
    if mention.kind != "cohort_relative":
        return mention.value
    if _VAGUE.fullmatch(mention.text.lower()) and not _is_of_an_intake(reading, mention):
        return None
    if mention.value == _TO_COME:
        return None if _OF_A_MOVE.search(reading.lower[: mention.start]) else _next_spring(reading.as_of)
    shift, letter = _RELATIVE[mention.value]
    return f"{reading.as_of.year + shift}{letter}"


def _is_of_an_intake(reading: Reading, mention: Mention) -> bool:
    """Return whether "next year" dates a course, and no job: "been asked to lead maths next year, which npq?"."""
    if _PUTS_OFF.search(reading.lower[: mention.start]):
        return True
    if _OF_A_JOB.search(reading.lower[: mention.start]) and not _OF_AN_INTAKE.search(
        reading.lower[max(0, mention.start - _CLOSE) : mention.start]
    ):
        return False
    return _OF_AN_INTAKE.search(reading.lower) is not None


def _dates_an_earlier(reading: Reading, mention: Mention) -> bool:
    """Return whether the intake is that of an NPQ somebody has had: "NPQSL (autumn 2021, funded)", "withdrew spring 2023"."""
    if mention.kind == "cohort" and int(mention.value[:4]) >= reading.as_of.year:
        return False
    between = (reading.lower[past.end : mention.start] for past in past_courses(reading) if past.end <= mention.start)
    return any(len(words) <= _NEAR and not _ASKS_BETWEEN.search(words) for words in between)


def _find_season(reading: Reading) -> Iterator[SlotValue]:
    """Read "and spring?" by the intake spoken of, else as the next one of that season."""
    match = _ONLY_SEASON.match(reading.lower)
    if match is None:
        return
    if match[1] == "spring" and "cohort_id" not in reading.known:
        yield SlotValue("cohort_id", _next_spring(reading.as_of), match.start(1), match.end(1))
        return
    spoken_of = str(reading.known.get("cohort_id") or f"{reading.as_of.year}b")
    year, half = int(spoken_of[:4]), spoken_of[4:]
    letter = "a" if match[1] == "spring" else "b"
    later = year + (half == "b") if letter == "a" else year
    yield SlotValue("cohort_id", f"{later}{letter}", match.start(1), match.end(1))


def _find_a_year_on(reading: Reading) -> Iterator[SlotValue]:
    """Read the autumn of next year where a course is spoken of and is put off by a year, and no job is."""
    match = _A_YEAR_ON.search(reading.lower)
    if match is None or not (reading.known_courses or any(reading.of_kind("course", "course_hint"))):
        return
    before = reading.lower[: match.start()]
    if not any(pattern.search(before) for pattern in (_OF_A_MOVE, _BECOMES, _ENDS)):
        yield SlotValue("cohort_id", f"{reading.as_of.year + 1}b", *match.span())


def _find_spring_to_come(reading: Reading) -> Iterator[SlotValue]:
    """Read "start NPQSL in spring" as the next one; of no course the question is whether there is one at all."""
    match = _SPRING_TO_START.search(reading.lower)
    of_a_course = any(reading.of_kind("course", "course_hint")) or bool(reading.known_courses)
    if match is None or not of_a_course:
        return
    season = match.lastindex or 0
    before = reading.lower[: match.start(season)]
    if not any(pattern.search(before) for pattern in (_ENDS, _OF_A_MOVE)) and not _PAST_EVENT.search(before[-70:]):
        yield SlotValue("cohort_id", _next_spring(reading.as_of), match.start(season), match.end(season))


def _next_spring(as_of: date) -> str:
    """Return the intake of the spring that is running or comes next."""
    return f"{as_of.year + (as_of.month > _LAST_MONTH_OF_SPRING)}a"


def _find_years(reading: Reading) -> Iterator[SlotValue]:
    for match in _FUTURE_YEAR.finditer(reading.lower):
        year = int(match.group(1))
        asked = year > reading.as_of.year or _BARE_YEAR.search(reading.lower) or _ONLY_YEAR.match(reading.lower)
        if (
            asked
            and not any(p.search(reading.lower[: match.start()]) for p in (_DEADLINE, _SOMEBODY_GOES))
            and not (_IS_DAY_DUE.search(reading.lower[: match.start()]) and "senco_start" in reading.known)
            and not _PAST_EVENT.search(reading.lower[max(0, match.start() - 60) : match.start()])
        ):
            # One intake a year since November 2025, in the autumn: a bare year from then on means that one.
            yield SlotValue(
                "cohort_id",
                f"{year}b",
                match.start(),
                match.end(),
                hedged=year < reading.as_of.year and not _ONLY_YEAR.match(reading.lower),
            )
