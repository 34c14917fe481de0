"""Answer what only a record can tell: somebody's application or number, a school's place on a list, a provider's price.

Nobody's record is here, and no copy of a list: the reply says so first, then where it can be found.
"""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part
from advisor.answering.selecting import say, select_statements
from advisor.dialogue.asking import Ask
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.knowledge.schema import Entry
from advisor.turn.entries import standing
from advisor.turn.needs import Turn

_WHOSE = r"(?:my|her|his|their|our|the participant's|a participant's|the teacher's)"
_SOMEBODY = r"(?:(?:my|our|the|his|her) \w+|mr|mrs|ms|miss|dr)\b"
_RECORD = r"(?:application|registration|result|results|place|certificate|invoice|form|funding result|own record|enrolment|mark|score)"
_HOW = re.compile(r"^\W*(?:and |so |hi |hello )*(?:how|when|where) (?:do|does|can|could|should|would|will)\b")
_OWN_RECORD = re.compile(
    rf"\b(?:has|have|is|was|did|look up|check|find out|where is|where's|tell me|see|what happened to|got to)\b[\w\s']{{0,20}}"
    rf"\b{_WHOSE} (?:npq\w* )?{_RECORD}\b(?! to | work)[\w\s]{{0,20}}"
    r"\b(?:been|accepted|in|through|yet|up|got|confirmed|ready|out|approved|processed|posted|sent|issued|received|pending)\b|"
    rf"\b{_WHOSE} (?:npq\w* )?(?:application|registration|funding) status\b|\bstatus of (?:it|that|{_WHOSE} (?:npq\w* )?{_RECORD})\b|"
    rf"\bdid (?:i|she|he|they) pass\b|\bhave i passed\b|\b(?:has|did) {_WHOSE} (?:application|registration) (?:go|gone|been)\b|"
    rf"\bany (?:news|word|update)s? (?:on|about|of) {_WHOSE}\b|\blook me up\b|\bwhether i(?:'ve| have) been (?:given|accepted|offered)\b|"
    rf"\b(?:what(?:'s|s)?|which|when(?:'s|s)?)(?: is)?(?: the)?(?: date| day| time)?(?: is| of)? {_WHOSE} (?:\w+ ){{0,3}}interview\b|"
    rf"\b(?:did|has|have|was|is) {_SOMEBODY}[^.?!]{{0,60}}\b(?:(?:get|got|given|offered|have)\b[\w\s]{{0,20}}\b(?:place|funding|result)|accepted|passed?|registered)\b|"
    rf"\b(?:what|which) (?:date|day) is {_WHOSE}\b|"
    rf"\bwhat (?:mark|score|grade|result) did (?:i|she|he|{_SOMEBODY}) get\b|"
    rf"\bwhat did (?:i|she|he|{_SOMEBODY}) (?:score|get) (?:on|in|for) (?:my|her|his|the) (?:npq\w*|case study|assessment)\b|"
    rf"\b(?:can|could|will|would|do) (?:you|u) (?:please )?(?:tell (?:me|us)|know|see|check|find out|say) (?:if|whether) (?:i|she|he|{_SOMEBODY})(?:'ve|'s| have| has)? "
    r"(?:actually |already )?(?:passed|got in|been accepted|registered|signed up)(?: (?:my|her|his|the|for|on|in|yet|it|npq\w*|course|place|please))*\W*$|"
    rf"\b(?:did|has|have) {_SOMEBODY} (?:approved?|accept(?:ed)?|sign(?:ed)? (?:it |off|me )|confirm(?:ed)?|submit(?:ted)?|sent)\b|"
    rf"\b(?:say|tell|see|know|find out|check) where {_WHOSE} {_RECORD}\b|\blook (?:at|in|on|it up (?:on|in)) (?:the|your) (?:system|records?|database)\b|"
    rf"\blook up (?:where )?{_WHOSE}\b|\b(?:what(?:'?s| is| was| are| were)|see|show me|give me|tell me|know|find|got?|get|have) my (?:mark|score|result)s?\?"
)
_NUMBER = re.compile(
    rf"\b(?:what(?:'s| is|s)|tell me|give me|send (?:me|us)|look up|find|asks? (?:us |me )?for|wants|know) {_WHOSE} (?:trn|teacher reference|ofsted (?:urn|number))\b(?! work| for)"
)
_A_PLACE = r"(?:my|our|her|his|their|this|that|the|we|st\.?|saint|[\w'’-]+ (?:primary|secondary|academy|school|college|nursery|high|junior|infant))"
_LISTED = re.compile(
    rf"^\W*(?:(?:and|so|but|hi|hello|please|also)\b\W*)*(?:is|are)\s+{_A_PLACE}\b[^?]{{0,90}}\b(?:on|in)\s+(?:\w+\s+){{0,3}}$|"
    rf"\b(?:check|tell me|tell us|see|say|confirm|find out|know|look up)\s+(?:for (?:me|us) )?(?:if|whether)\b[^?]{{0,100}}\b(?:on|in)\s+(?:\w+\s+){{0,3}}$"
)
_OTHER_MATTER = re.compile(r"\b(?:npq\w*|ehco|fund\w*|scholarship|eligib\w*|because|which is|since)\b")
_LOOK_UP = re.compile(
    r"\b(?:can|could|will|would) (?:you|u) (?:please )?(?:check|find out|see|tell|look (?:(?:it|that|this|us|me|them) )?up)(?: (?:it|that|this|them|for (?:me|us)|us|me|please))*\W*$|"
    r"^\W*(?:(?:and|ok|okay|well|so)\W+)*(?:(?:it'?s|it is|we'?re|we are)(?: a \w+)? (?:called|named)\b|"
    r"(?:(?:my|our|the|its) )?(?:school(?:'s)?|urn|name|number|ukprn)(?: name| number)?(?: is|'s|:|=)? (?:called |named )?(?:\d{5,8}|(?:st|saint)\b))"
)
"""Gives a name or a number to look up, or asks for it to be done."""
_RECORD_IDS = ("policy-standing-record.1", "policy-standing-record.2")
_NUMBER_IDS = ("policy-standing-number.1",)
_LISTS = "policy-standing-listed"
_LISTED_IDS = ("policy-standing-listed.1", "policy-standing-lists.1")
_PRICE_IDS = ("policy-standing-price.1",)


def lookup_part(ask: Ask, turn: Turn) -> Part | None:
    """Return what to say where a record is asked for, None where it is not."""
    lower = ask.text.lower()
    if not _HOW.match(lower):
        if _NUMBER.search(lower):
            return _handoff(turn, _NUMBER_IDS, turn.needs.base.entries.get("faq-find-trn"), ask)
        if _OWN_RECORD.search(lower):
            return _handoff(turn, _RECORD_IDS, None, ask)
        if _asks_if_listed(lower, turn) or (_LOOK_UP.search(lower) and _speaks_of_a_list(turn)):
            return replace(_handoff(turn, _LISTED_IDS, None, ask), entry=_LISTS)  # who looks comes back with it
    if "cost" in ask.cues and len(ask.courses) <= 1 and _names_provider_without_price(ask, turn):
        price = turn.needs.base.attribute(ask.courses[0], "price", turn.as_of) if ask.courses else None
        return _handoff(turn, _PRICE_IDS, price or turn.needs.base.entries.get("faq-cost"), ask)
    return None


def _asks_if_listed(lower: str, turn: Turn) -> bool:
    """Return whether the question is only whether some place is on a list, and nothing is made of it."""
    for mention in turn.needs.lexicon.names.find(lower):
        # Some lists are named with their "on": "on the list".
        before = lower[: mention.start + 3] if lower.startswith("on ", mention.start) else lower[: mention.start]
        if mention.kind == "list" and _LISTED.search(before) and not _OTHER_MATTER.search(before):
            return True
    return False


def _speaks_of_a_list(turn: Turn) -> bool:
    """Return whether the last reply asked about a list, or told of one."""
    asked = turn.state.pending or turn.state.still_open
    return "lists" in turn.state.topics or (asked is not None and asked.fact in LIST_FACTS)


def _names_provider_without_price(ask: Ask, turn: Turn) -> bool:
    """Return whether a provider is named of which no price is held for this course."""
    named = [m.value for m in turn.needs.lexicon.names.find(ask.text) if m.kind == "provider"]
    price = turn.needs.base.attribute(ask.courses[0], "price", turn.as_of) if ask.courses else None
    held = " ".join(statement.text for statement in price.statements) if price else ""
    return bool(named) and not any(name.split()[0] in held for name in named)


def _handoff(turn: Turn, ids: tuple[str, ...], entry: Entry | None, ask: Ask) -> Part:
    chosen = select_statements(entry, ask.text, 55, turn.state.said) if entry else ()
    said = (*standing(turn.needs.base, ids), *(say(statement, entry) for statement in chosen if entry))
    courses = ask.courses or turn.state.courses[:1]
    return Part("handoff", said, None, (*ids, *(statement.id for statement in chosen)), courses)
