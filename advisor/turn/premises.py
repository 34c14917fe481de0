"""Set right what a message takes for granted and does not ask, before the rest of it is answered."""

from __future__ import annotations

import re

from advisor.answering.said import Part
from advisor.core.courses import HEADSHIP
from advisor.dialogue.asking import Ask
from advisor.turn.answered import Answered
from advisor.turn.entries import standing
from advisor.turn.needs import Turn

_ALL_FREE = re.compile(
    r"\b(?:all|every|each)\b(?: of)?(?: the)?(?: ten)? npqs?\b[\w\s]{0,12}\b(?:free|funded|paid for)\b(?!\s*(?:\?|or not))|\bnpqs are (?:all |now |all now )?free\b(?!\s*\?)"
)
_ASKED = re.compile(r"\b(?:is it true|are|true\W*$|right\W*$|says?|said)\b")
_NPQ_OF = re.compile(r"\bnpq (?:(?:for|in|on) )?(?:the |a |an |school |leading |leadership of )*$")
_TAKES_FOR_GRANTED = frozenset(
    {"length", "workload", "delivery", "cost", "assessment", "content", "providers", "dates", "registering", "results"}
)
"""Who asks how long "the NPQ for PE leads" is believes that there is one."""
_IN_LAW = re.compile(
    r"\bnpqh\b[^.?!]{0,30}?\b(?:is|are|being|becoming|become|becomes|'s)\b(?! not)[^.?!]{0,20}?\b(?:compulsory|mandatory|law|required)\b(?!\s*\?)|"
    r"\b(?:has to|have to|must|needs? to|required to|obliged to)\b[^.?!]{0,12}\b(?:by law|legally|in law)\b[^.?!]{0,25}\bnpqh\b|\bby law\b[^.?!]{0,40}\bnpqh\b|"
    r"\bnpqh\b[^?]{0,40}\b(?:legally|by law)\b[^.?!]{0,16}\b(?:can(?:'t|t|not)|must(?: not|n't|nt)?|not allowed|barred|have to|has to)\b|"
    r"\b(?:has|have|must|needs?)(?: to)? (?:hold|have|get) (?:the )?npqh\b[^.?!]{0,12}\b(?:within|by|in)\b(?: \w+){0,2}|\bnpqh within (?:\d|two|three|four|five) (?:years|yrs)\b[^.?!]{0,12}\blaw\b"
)
"""Takes the headship NPQ for compulsory, and asks something else."""
_IN_SO_MANY_WORDS = re.compile(
    r"\b(?:legally|by law|in law)\b[^.?!]{0,16}\b(?:can(?:'t|t|not)|must|not allowed|barred|ha(?:ve|s) to)\b"
)
_GIVEN = re.compile(r"\b(?:since|because|as|now(?: that)?|given(?: that)?)\b[^.?!]{0,25}$")
_GOES_ON = re.compile(r"[^.?!]{0,16}(?:,|\bso\b)\s*(?:so )?(?:when|what|how|who|which|wens?)(?:'?s)?\b")
_OWED = re.compile(
    r"\b(?:has|have|had|got|must) to (?:give|offer) (?:me|us|her|him|them) (?:an? |the |my )?(?:funded )?(?:place|scholarship)\b|"
    r"\bmy guaranteed (?:funded )?(?:place|funding|scholarship)\b|\b(?:entitled to|owed) (?:an? |the |my )?(?:funded )?(?:place|scholarship)\b(?![^.!]{0,30}\?)"
)
"""Takes meeting the rules for having a place."""
_REGISTERED_SO_ON_IT = re.compile(
    r"\bregister(?:ed|ing)?\b[^.?!]{0,60}\b(?:so|means|that's|thats)\b (?:that )?(?:i'm|im|i am|i've|ive|i have|she's|she is|he's|he is|we're|we've|my place)(?: now| already)? "
    r"(?:on (?:it|the (?:course|npq|programme))|got (?:my|a|the|her|his) (?:funded )?place|in(?=\s*[.,;!?]|\W*$| now\b| then\b)|enrolled|sorted|is (?:safe|secured|guaranteed))"
)
"""Takes having registered with DfE for being on the course."""
_ACCEPTED = re.compile(r"\b(?:accept\w*|offered|offer|confirmed|provider (?:said|says|emailed))\b")
_OF_A_POST = re.compile(r"\b(?:senco|sendco|head\w*|teach\w*|post|job)\b")
_ASKS_IT = re.compile(r"\b(?:does|do|would|will|is|can|could|am)\b[^.?!]*$")
_NO_QTS_SO_OUT = re.compile(
    r"\b(?:no|without|not got|n't (?:have|got)|lack(?:ing)?) (?:any |a )?(?:qts|qualified teacher status)\b[^.?!]{0,20}\b(?:rules?|ruled|bars?|barred|stops?|shuts?|excludes?|means (?:i|we|she|he) (?:can't|cant|cannot)|so (?:i|we|she|he) (?:can't|cant|cannot))\b"
)
"""Takes QTS for a condition, and asks something else."""
_YEARS_IN_LAW = re.compile(
    r"\b(?:how (?:many|long|soon)|when|by when|what deadline)\b(?=[^.?!]{0,60}\b(?:get|hold|have|do|pass|complete|need)\b[^.?!]{0,15}\b(?:it|npqh|the npq|one|qualified)\b)"
    r"(?![^.?!]*\b(?:senco|sendco|leave|release|cover|dut(?:y|ies)|withdraw|notice)\b)[^.?!]{0,60}\b(?:law|legal(?:ly)?|statutory)\b(?! (?:framework|guidance))"
)
"""Asks of a deadline in law for the headship NPQ."""
_GRANT = re.compile(
    r"£ ?[28]00\b|\btargeted support\b|\bsupport (?:payment|money|grant)\b|\b(?:payment|money|grant)\b[^.?!]{0,20}\b(?:for|per) (?:each|every|releas\w+)\b"
)
"""Takes it that schools are still paid for each person who takes an NPQ."""
_NO_GRANT = "faq-targeted-support"
_NOT_IN_LAW, _NOT_A_PLACE = "faq-npqh-mandatory", "faq-eligible-not-a-place"
_NO_QTS_NEEDED, _REGISTERED_ONLY = "faq-need-qts", "faq-registering-not-applying"
_NOT_ALL_FREE = "policy-standing-not-all-free"
_NO_SUCH_NPQ = "policy-standing-no-such-npq"


def correct_premise(text: str, asks: tuple[Ask, ...], turn: Turn) -> Answered | None:
    """Return the sentence that sets right what is taken for granted, None where nothing is.

    That is: that every NPQ is free, that the law asks heads for NPQH, that who meets the rules or has registered has a
    place, that it takes QTS, that schools are paid for staff who take one, or that there is an NPQ of a name that none has.
    """
    if _takes_all_as_free(text.lower()):
        return _first_of(_NOT_ALL_FREE, ("funding",), turn)
    if _takes_npqh_for_law(text.lower()) or (turn.state.courses == (HEADSHIP,) and _YEARS_IN_LAW.search(text.lower())):
        return _first_of(_NOT_IN_LAW, ("headship",), turn)
    if _GRANT.search(text.lower()) and "npq" in text.lower() and not any(ask.courses for ask in asks):
        return _first_of(_NO_GRANT, ("funding",), turn)
    if _OWED.search(text.lower()):
        return _first_of(_NOT_A_PLACE, ("funding",), turn)
    if _takes_qts_for_needed(text.lower()):
        return _first_of(_NO_QTS_NEEDED, ("qts",), turn)
    if _REGISTERED_SO_ON_IT.search(text.lower()) and not _ACCEPTED.search(text.lower()):
        return _first_of(_REGISTERED_ONLY, ("registering",), turn)
    looks_for_one = any("recommend" in ask.cues for ask in asks)
    if not looks_for_one and any(_takes_an_npq_for_granted(ask, turn) for ask in asks):
        return _first_of(_NO_SUCH_NPQ, ("overview",), turn)
    return None


def _takes_all_as_free(lower: str) -> bool:
    match = _ALL_FREE.search(lower)
    return match is not None and not _ASKED.search(lower[: match.start()] + lower[match.end() :])


def _takes_qts_for_needed(lower: str) -> bool:
    """Return whether somebody believes that a course asks for QTS; a post may, and who asks does not believe it."""
    match = _NO_QTS_SO_OUT.search(lower)
    return match is not None and not (_OF_A_POST.search(lower) or _ASKS_IT.search(lower[: match.start()]))


def _takes_npqh_for_law(lower: str) -> bool:
    match = _IN_LAW.search(lower)
    if match is None:
        return False
    whole = _IN_SO_MANY_WORDS.search(match.group())
    return bool(whole or _GIVEN.search(lower[: match.start()]) or _GOES_ON.match(lower, match.end()))


def _takes_an_npq_for_granted(ask: Ask, turn: Turn) -> bool:
    asked = ask.cues & _TAKES_FOR_GRANTED
    if ask.courses or not (asked or "funding" in ask.cues):
        return False
    lower = (ask.around or ask.whole or ask.text).lower()
    # "Is an NPQ for teaching assistants funded?" may well ask of the NPQs that they can take.
    return any(
        mention.kind == "without_npq"
        and (asked or mention.value != "staff")
        and _NPQ_OF.search(lower[: mention.start]) is not None
        for mention in turn.needs.lexicon.names.find(lower)
    )


def _first_of(entry_id: str, intents: tuple[str, ...], turn: Turn) -> Answered:
    ids = (f"{entry_id}.1",)
    return Answered(Part("answer", standing(turn.needs.base, ids), None, ids, entry=entry_id), intents=intents)
