"""Read what is said of all lists at once: "on none of them", "not listed on anything", "neither", "both"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.beside import is_of_another_place
from advisor.dialogue.slots.list_scope import sentence_before
from advisor.dialogue.slots.listed import ASKED
from advisor.dialogue.slots.polarity import clause_around, is_hedged
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.slots.slot import Reading, SlotValue

_THEM = r"(?:of (?:them|those|these|the two(?: lists)?|the above|'em|(?:the |your |dfe's )?(?:\w+ )?lists))"
_NOT = r"(?:\b(?:not|never|isnt|arent|aint)\b|n't\b)(?: (?:even|actually|currently|on there|either))?"
_ANY = rf"(?:anything|anywhere|owt|one|(?:any|either|a)(?: (?:dfe |of your )?lists?| {_THEM}| one)?+(?! \w+ (?:list|course)))(?: at all| whatsoever| {_THEM})?+"
_SOFTLY = r"(?:i'm afraid|im afraid|sadly|unfortunately|alas|sorry|then|thanks|actually|apparently not|in fact|as it happens|here|for us|it turns out)"
_ON_NONE = re.compile(
    rf"\bneither (?:lists?\b|listed (?=n?or\b)|{_THEM})|\bneither one\b|\b(?:on|in) (?:none|neither|nothing)\b(?: lists?\b| {_THEM})?|\bnone {_THEM}|"
    rf"{_NOT} (?:been )?(?:on|in) {_ANY}|\bno (?:luck |joy |sign of us |result )?(?:on|to|in|with) (?:both|either)\b|\b(?:absent|missing|left off|left out) (?:from|of|off) (?:both|either|all)\b(?! (?:course|session|training|meeting)s?\b)|\bno (?:and|&|n) no\b|\bno x ?2\b|{_NOT} (?:appear|feature|show up|figure|come up)(?:ing|s)? (?:on|in) {_ANY}|"
    rf"{_NOT} listed\b(?! (?:as|building|in (?:the )?(?:job|advert)))(?: (?:at all|anywhere|(?:on|in|for|under) {_ANY}))*+|\bunlisted\b|\blisted (?:nowhere|on nothing)\b|"
    r"\b(?:on )?no\b(?: (?!sign|trace|mention|one|idea|such|longer|clue|knowledge|news|link|access)\w+){0,3} lists?\b(?! (?:that i|i've ever|price|of (?:courses|providers|npqs)|(?:came|comes|come|opens?|opened|loads?|loaded|attached|found|there|on (?:the|your|that) (?:page|site|link))\b))"
)
_NEITHER = re.compile(
    rf"^\W*(?:(?:no|nope|nah|sadly|checked|looked|it's|we're|on|in|sorry|er|um)\b\W*)*+(?:neither|none)\b(?=(?: {_SOFTLY})?(?:\W*$|\s*[.,;:!-]))"
)
_OF_PEOPLE = re.compile(
    r"^ (?:of (?:us|you|my|our|the)\b(?! lists?)|(?:has|have|can|could|do|does|did|is|am|was) (?!here|on|listed))"
)
"""Speaks of people or of something else: "neither of us has checked", "none of them can tell me"."""
_ON_BOTH = re.compile(
    rf"^\W*(?:(?:yes|yep|yeah|we're|we are|it's|it is|on|in|to)\b\W*)*+both(?: of (?:them|those|the lists)| lists)?(?: {_SOFTLY})?\W*$"
)


_OF_THOSE_NAMED = re.compile(r"\b(?:neither|either|both|none of (?:them|those|these|the two))\b")
"""Speaks of the lists named just before: "she looked in both, PP50 and RISE, and we're in neither"."""
_LISTS = re.compile(r"\b(?:both|the|dfe|dfe's|either|your|those|these|two) lists\b")


def find_every_list(
    reading: Reading, lists: tuple[str, ...], named: frozenset[str]
) -> tuple[tuple[SlotValue, ...], tuple[int, int] | None]:
    """Return what is said of all of `lists` and where, those left out that are `named` before it by themselves."""
    match = _found(reading)
    if match is None:
        return (), None
    span = match.span()
    if is_of_another_place(reading.lower, span[0]):
        return (), None  # "we're on PP50, the school next door is on neither"
    lists = tuple(fact for fact in lists if fact not in named)
    hedged = is_hedged(reading.lower, *span) and not reading.supposes
    said = () if _asks(reading, span) else tuple(SlotValue(fact, False, *span, hedged) for fact in lists)
    return said, span


def speaks_of_those_named(reading: Reading, span: tuple[int, int]) -> bool:
    """Return whether the words in `span` take up the lists named before them in the same sentence."""
    before = {m.value for m in reading.of_kind("list") if sentence_before(reading.lower, span[0]) <= m.start < span[0]}
    return len(before) > 1 and bool(_OF_THOSE_NAMED.search(reading.lower[slice(*span)]))


def find_both(reading: Reading, lists: tuple[str, ...]) -> Iterator[SlotValue]:
    """Yield that a place is on every list, said as the answer to the question about one."""
    match = _ON_BOTH.match(reading.lower) if reading.asked in lists else None
    if match:
        yield from (SlotValue(fact, True, *match.span()) for fact in lists)


def _found(reading: Reading) -> re.Match[str] | None:
    of_lists = any(reading.of_kind("list")) or reading.asked in LIST_FACTS or bool(_LISTS.search(reading.lower))
    for match in _ON_NONE.finditer(reading.lower):
        if "list" not in match.group() and _OF_PEOPLE.match(reading.lower[match.end() :]):
            continue
        if of_lists or "list" in match.group():
            return match
    return _NEITHER.match(reading.lower) if reading.asked in LIST_FACTS else None


def _asks(reading: Reading, span: tuple[int, int]) -> bool:
    """Return whether it is only asked, or put under a condition; "my other school, not listed, same course?" tells it."""
    if reading.supposes or reading.lower[slice(*span)] == "unlisted":
        return False  # "at my unlisted academy" tells it in a question too
    left, right = clause_around(reading.lower, *span)
    if ASKED.search(reading.lower[left : span[0]]):
        return True
    set_off = bool(re.match(r"\s*[,;)(-]", reading.lower[right:]))
    return reading.in_question(span[0]) and "?" in reading.lower[span[1] :] and not set_off
