"""Read whether somebody is a lead mentor for a provider of teacher training, and whether DfE accredits it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.clauses import all_clauses, clauses_of_person, sentences
from advisor.dialogue.slots.polarity import is_hedged
from advisor.dialogue.slots.slot import Reading, SlotValue

_LEAD = "lead_mentor_for_accredited_itt_provider"
_LEAD_MENTOR = re.compile(r"\blead[ -]mentor(?:s\b|\b|ing\b|ed\b)")
_TRAINS = re.compile(
    r"\b(?:itt|ite|scitt|initial teacher (?:training|education)|teacher (?:training|education)|provider|pgce|pgde|uni|university|teach first|trainees?|accredit\w*|school direct|student teachers|hei)\b"
)
_NO_TRAINING = re.compile(
    r"\b(?:for|of|to) (?:the |our |my )?(?:ects?|nqts?|early career)\b|\bin (?:my|our) (?:own )?school\b(?!.*\b(?:scitt|provider|itt)\b)"
)
_IS_ONE = re.compile(
    r"\b(?:i am|i'm|im|i've been|i would be) (?:one\b|a lead\b)|\bthat(?:'s| is|s) me\b|\b(?:ours|mine) (?:is|are)\b|\b(?:my|our) (?:provider|scitt|uni|university)\b|"
    r"^\W*(?:(?:yes|yep|yeah|yup|correct|right|ok|well|it's|its|for|with|an?|the|they're|we're|i'm)\W+)*(?:\w+ )?(?:accredited|approved|scitt|itt|university|teach first)\b"
)
"""Says after "NPQLTD for a lead mentor?" that one is such a mentor: "I am one, for a SCITT", "yes, accredited"."""
_NONE = re.compile(r"\b(?:not|isn't|no longer|never) (?:one|a lead|me)\b|\bi'm not\b")
_DENIED = re.compile(
    r"(?:\b(?:not|never|no longer|isnt|neither|nor|rather than|used to|(?:was|were)(?! (?:just |recently )?(?:appointed|made|promoted|named|asked|given))|gave up|given up|giving up|stopped|quit|finished|left|handed over|handed on|stepped (?:back|down) from|former|formerly|previously|ex)\b|n't\b)(?: \w+){0,3}\W*$"
)
_ENDED = re.compile(
    r"^(?: (?!and\b|but\b|now\b)\w+){0,9}?(?: (?:and|but) (?:i )?)?,? ?(?:till|until|up to|up until|(?:i )?(?:gave|have given|'ve given) (?:it|that) up|(?:i )?(?:stopped|quit)|in (?:my|a) (?:last|previous|old) (?:job|post|school))\b"
)
_OTHERS = re.compile(r"\b(?:my|our|his|her|the|a|another|by|with|from|to) (?:own )?(?:[\w']+ )?$")
_PROVIDERS = re.compile(
    r"\b(?:one of (?:its|their|the|our|two|three|several|\w+)|i'm|im|i am|as(?: an?)?|title|work as|role is|job is|called|is still|named|also|and|i|being|been|employed as|title is(?: still)?|me|we're|both)\b[\w\s':\"]{0,24}$"
)
_OURS = re.compile(r"\b(?:our|my|of our|we have an?|we employ an?|one of our)(?: own)?(?: \w+)? $")
_TRAINER = r"(?:scitt|scit|(?:itt|ite|teacher training|teacher education|training) (?:provider|organisation|partnership|outfit)|provider of (?:itt|ite|teacher training)|accredited provider|pgce provider)"
_WE_TRAIN = re.compile(
    rf"\b(?:we're|we are|i run|i lead|i manage|i head up|i direct|i'm (?:at|with|director of|head of)|i am (?:at|with)|i work (?:for|at|in)|writing from|here at|run|director of|as) (?:an? |the |our )?(?:[\w'-]+ ){{0,3}}?{_TRAINER}\b|"
    rf"\b{_TRAINER} (?:here|manager|director|lead|office|administrator)\b|\b(?:administrator|manager|coordinator|director|lead|secretary|office) (?:of|for|at|in) (?:an? |the |our )?{_TRAINER}\b|\b(?:our|the) {_TRAINER}(?:'s| is| has| was| holds| got) (?:\w+ )?accredit\w*|^\W*(?:\w+ )?{_TRAINER}\b"
)
_SCHOOL_TOO = re.compile(
    r"\b(?:i'm|i am|i teach|i work) (?:at |in )?(?:an? )?(?:\w+ )?(?:teacher|school|primary|secondary|academy|class teacher)\b|\b(?:from|by|sent by|visits? from) (?:the|our) (?:scitt|provider)\b"
)
_ASKED = re.compile(r"^\W*(?:so |and |but )?(?:is|are|can|does|do|what|which|how|who|will|would|any)\b(?! i\b)")
_ACCREDITED = re.compile(
    r"\b(?:(?P<un>un|non[- ]?|de|dis)?accredit(?:ed|ation|s)|(?P<re>re-?)accredit(?:ed|ation)|approved|(?:on|off) (?:the |dfe's |dfe |that )?(?:(?!any\b|pp|pupil|premium|disadvantag|depriv|rise\b|school|eligible|settings?\b|top\b)\w+ ){0,3}list)\b"
)
_NOT = re.compile(
    r"(?:\b(?:not|never|no longer|lost|lose|losing|isnt|wasnt|arent|without|failed?|fails|no|lapsed|withdrawn|stripped of|refused|removed|unsuccessful|missed out on|came off|dropped|nor|neither|werent)\b|n't\b)[\w\s',-]{0,32}$"
)
_NOT_AFTER = re.compile(
    r"^[\w\s']{0,22}?\b(?:lapsed|withdrawn|lost|removed|taken away|ended|ran out|expired|refused|revoked|no)\b|^\W*(?:no|not any ?more|nope)\b"
)
_ASKS_OF_IT = re.compile(
    r"\b(?:if|whether|need(?:s)? to be|has to be|have to be|must be|should be|does it have to)\b[\w\s']{0,30}$"
)

_OF_THE_SCHOOL = re.compile(
    r"\b(?:school|academy|primary|secondary|college)\b(?!.*\b(?:provider|scitt|itt|accredit\w*)\b)"
)


def find_lead_mentor(reading: Reading) -> Iterator[SlotValue]:
    """Yield that somebody is a lead mentor, and whether their provider is on DfE's list of accredited ones."""
    is_one = reading.known.get("employment_type") == _LEAD
    trains = _TRAINS.search(reading.lower) is not None
    # Who speaks for the provider tells of its mentor, whoever else the words are about.
    clauses = all_clauses(reading) if speaks_as_provider(reading) else clauses_of_person(reading)
    for clause in clauses:
        for match in _LEAD_MENTOR.finditer(clause.text):
            before, after = clause.text[: match.start()], clause.text[match.end() :]
            if _DENIED.search(before) or _ENDED.match(after) or not trains or _NO_TRAINING.search(after):
                continue
            if (clause.asks and _ASKED.match(clause.text)) or clause.supposes:
                continue
            anothers = _OTHERS.search(before) or match.group().endswith("s")
            if anothers and not (_PROVIDERS.search(before) or (_OURS.search(before) and speaks_as_provider(reading))):
                continue
            is_one = True
            place = (clause.start + match.start(), clause.start + match.end())
            yield SlotValue("work_setting", "another_setting", *place)
            yield SlotValue("employment_type", _LEAD, *place)
            break
    if not is_one and _goes_on(reading):
        is_one = True
        yield SlotValue("work_setting", "another_setting", 0, len(reading.lower))
        yield SlotValue("employment_type", _LEAD, 0, len(reading.lower))
    if is_one:
        yield from _accredited(reading)


def speaks_as_provider(reading: Reading) -> bool:
    """Return whether the one who writes speaks for a provider of teacher training: "we're a SCITT", "on our payroll"."""
    return _WE_TRAIN.search(reading.lower) is not None and not _SCHOOL_TOO.search(reading.lower)


def _goes_on(reading: Reading) -> bool:
    """Return whether the message goes on about the lead mentor just asked about as about the person."""
    if "work_setting" in reading.known or not _LEAD_MENTOR.search(reading.last_question.lower()):
        return False
    here = _TRAINS.search(reading.lower) and _IS_ONE.search(reading.lower) and not _NONE.search(reading.lower)
    return bool(here) and not reading.in_question(0)


def _accredited(reading: Reading) -> Iterator[SlotValue]:
    told = [slot for text, start in sentences(reading.lower) for slot in _of_sentence(reading, text, start)]
    denied = [slot for slot in told if slot.value is False]
    yield from (denied or told)[-1:]


def _of_sentence(reading: Reading, text: str, start: int) -> Iterator[SlotValue]:
    for match in _ACCREDITED.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        place = (start + match.start(), start + match.end())
        if "list" in match.group() and _OF_THE_SCHOOL.search(before):
            continue  # "the school I'm in isn't on the list": another list, of another place
        names_it = re.match(r"^ (?:itt |teacher training )?(?:providers?|institution)\b", after) and match["un"] is None
        if reading.in_question(place[0]) and (_ASKED.match(text) or names_it) and not _LEAD_MENTOR.search(before):
            continue
        if _ASKS_OF_IT.search(before) or is_hedged(reading.lower, *place):
            continue
        denied = match["un"] or match.group().startswith("off") or _NOT.search(before) or _NOT_AFTER.match(after)
        yield SlotValue("itt_provider_approved", not denied, *place)
