"""Read whether a Return to Teaching Adviser has referred somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.clauses import sentences
from advisor.dialogue.slots.polarity import is_hedged, is_supposed
from advisor.dialogue.slots.slot import Reading, SlotValue

REFERRED = "referred_by_return_to_teaching_adviser"
_RETURN = r"(?:return(?:ing|er|ers)?(?:'s)?(?: |-)(?:to(?: |-)teach(?:ing)?)|returners?|rtt|back to teaching)"
_ADVISER = re.compile(
    rf"\b(?:{_RETURN}(?: service| team| programme| scheme)?(?:'s)? (?:advis[eo]rs?|person|lady|man|contact|coach)|rtta|advis[eo]rs? (?:at|from|with|in|for|on) (?:the )?(?:dfe(?:'s)? )?{_RETURN}|{_RETURN})\b"
)
_REFER = re.compile(
    r"\brefer+(?:red|ral|rals|s|ring)?\b|\b(?:put|putting|puts) (?:me|her|him|us|(?:my|her|his) name) (?:forward|through|in for)\b|\brecommended (?:me|her|him)\b|\bnominated\b|\bsent me\b|\bsupported by\b|\bpassed (?:me|my details) (?:on|over)\b|\bput (?:in|through) (?:a |my |the )?(?:referral|form|request)\b|\bvouched\b"
)
_BY_SOMEBODY = re.compile(
    r"\breferr(?:ed|al)\b[\w\s]{0,20}\b(?:by|from|via|through) (?!(?:my |our |the |an? )?(?:one|any|anyone|anybody|an? advis|advis|those|them)\b)\w+"
)
_NOT = re.compile(
    r"\b(?:not|never|no|nobody|noone|no one|none|neither|nor|without|didnt|hasnt|havent|wasnt|isnt|yet to|nothing|any|zero|self)\b|n't\b"
)
_DENIES = re.compile(
    r"(?:\b(?:not|never|nobody|noone|no one|no advis\w+|none|neither|nor|without|didnt|hasnt|havent|wasnt|isnt|yet to|no|self|declin\w+|refus\w+)\b|n't\b)(?!\s+(?:only|just|working|employed|in work)\b)[\w\s',-]{0,42}$"
)
_AHEAD = re.compile(
    r"\b(?:will|going to|gonna|would|could|can|should|might|may|about to|hop(?:e|es|ing)|plan\w*|want\w*|wait\w*|next week|promis\w+|has to|have to|must|need\w*|said (?:she|he|they)(?:'d| would| will|'ll)|to be|to get|be|get|getting|if|offered to|ask(?:ed|ing)? (?:to|for|my|them|her|him)|"
    r"how|whether|process(?:ing)?|pending)\b(?! (?:been|got))[\w\s',]{0,26}$"
)
_ASKED = re.compile(
    r"^\W*(?:so |and |but |ok |hi |hello )*(?:is|are|do|does|did|can|could|how|what|who|should|will|would|must|which|when|where|why|am)\b"
)
_TOLD = re.compile(
    r"\b(?:got|been|was|has|have|'ve|did|had|is|am|'m|being|sent|put|already|just|her|his|their|the|my|in hand|received|with)\b|^\W*referred"
)
_BY_PRONOUN = re.compile(
    r"\b(?:she|he|they)(?:'s| has| have|'ve| did| already| just)* (?:properly |formally |officially )?(?:refer(?:red)?|put) (?:me|her|him)\b"
)
_HAS_NONE = re.compile(
    rf"(?:\b(?:no|not|never|without|dont|havent)\b|n't\b)(?:(?! but\b)[\w\s']){{0,30}}{_ADVISER.pattern}"
)


def find_referral(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether the person was referred, and that somebody referred works in no school."""
    told = [slot for slot in _told(reading) if slot is not None]
    if not told:
        return
    last = told[-1]
    yield last
    if (
        last.value is True
        and not last.hedged
        and not any(mention.value != _ADVISER_NAMED for mention in reading.of_kind("setting"))
    ):
        yield SlotValue("work_setting", "other", last.start, last.end)


def _told(reading: Reading) -> Iterator[SlotValue | None]:
    adviser = _ADVISER.search(reading.lower) is not None or _IS_ADVISER.search(reading.lower) is not None
    returner = adviser or reading.known.get("work_setting") == "other" or REFERRED in reading.known
    asked_of = False
    for text, start in _parts(reading.lower):
        bare = _ASKS_BARELY.match(text) is not None and reading.lower[start + len(text) :].startswith("?")
        asks = bare or (reading.in_question(start) and bool(_ASKED.match(text)))
        if asked_of and _DENIES_IT.match(text):
            yield SlotValue(REFERRED, False, start, start + len(text))
            continue
        asked_of = bare and _IS_ADVISER.search(text) is not None
        yield from _of_sentence(reading, text, start, asks=asks, adviser=adviser, returner=returner)


def _parts(lower: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences, cut once more before a reason: "is it the same, because I've not been referred"."""
    for text, start in sentences(lower):
        position = 0
        for match in _REASON.finditer(text):
            yield text[position : match.start()], start + position
            position = match.end()
        yield text[position:], start + position


_REASON = re.compile(
    r"\s+(?:cos|because|cuz|since|as|but|although|though)\s+(?=(?:i|i've|i'm|ive|im|she|he|nobody|no one)\b)"
)
_NO_ADVISER = re.compile(
    r"\b(?:no|without|(?<!i'm )(?<!am )not|never|n't)\b(?! (?:sure|certain|just|only))[\w\s']{0,22}\badvis[eo]rs?\b(?! (?:said|told|has|is))"
)
_NEVER_DEALT = re.compile(
    r"(?:\b(?:never|not|no)|n't) (?:ever |even |actually |once )?(?:met|meet|had|have|seen|see|spoken to|spoke to|speak to|talked to|heard from|dealt with|been near|contacted|been in touch with|got)(?: (?:one|any|anyone|anybody|them|her|him)| an? (?:\w+ )?advis[eo]r)(?=\W|$)"
)
"""Who never dealt with such an adviser was referred by none: "an adviser? never met one"."""
_ASKS_BARELY = re.compile(r"^\W*(?:(?:so|and|oh|been|a|an|the|any|was i|your)\W+)*(?:refer|return|advis|rtta)")
_DENIES_IT = re.compile(
    r"^\W*(?:(?:no|nope|nah|never|none)\b(?! (?:idea|clue|one knows))|(?:i|it|that|they|we|she|he) (?:(?:was|were|have|has|did|am|is|do)(?: not|n't)|never)\b(?! (?:sure|certain|know)))"
)
"""Answers one's own question: "referred by an adviser? I was not"."""
_ADVISER_NAMED = "returner_with_rtta"
_IS_ADVISER = re.compile(r"\badvis[eo]rs?\b")


def _of_sentence(
    reading: Reading, text: str, start: int, *, asks: bool, adviser: bool, returner: bool
) -> Iterator[SlotValue]:
    none = _HAS_NONE.search(text)
    for match in _REFER.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        place = (start + match.start(), start + match.end())
        if asks or is_supposed(text) or (_BY_SOMEBODY.search(text) and not _ADVISER.search(text)):
            continue
        if _DENIES.search(before) or re.match(r"^\s*:?\s*(?:no|none|not)\b", after):
            if adviser or returner or not _BY_SOMEBODY.search(text):
                yield SlotValue(REFERRED, False, *place)
            continue
        if _AHEAD.search(before) or not (adviser or (returner and _BY_PRONOUN.search(text))):
            continue
        if _TOLD.search(before) or match.group() != "refer" or _BY_PRONOUN.search(text):
            if match.group().endswith("refer") and not re.search(r"\bdid (?:\w+ )?$", before):
                continue
            yield SlotValue(REFERRED, True, *place, is_hedged(reading.lower, *place))
    none = none or ((_NO_ADVISER.search(text) or _NEVER_DEALT.search(text)) if returner else None)
    if none and not asks and not _REFER.search(text) and not is_supposed(text):
        yield SlotValue(REFERRED, False, start + none.start(), start + none.end())
