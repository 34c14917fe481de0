"""Read who keeps a school, college or nursery: the state, parents' fees, or an owner, whatever the place is called.

The words are those of `[keepers]` and `[keepers_in_short]` in `names.toml`. A short one ("private", "council", "VA")
tells of a place only where it stands as its kind: before its name, after "it's", or in words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.dialogue.slots.beside import is_of_another_place, is_quoted
from advisor.dialogue.slots.polarity import is_hedged, is_negated, is_to_come
from advisor.dialogue.slots.slot import Reading

STATE, KEPT, ACADEMY, PRIVATE, FEES, OWNER = "state", "kept", "academy", "private", "fees", "owner"
_OF_SCHOOL = {STATE: True, KEPT: True, ACADEMY: True, PRIVATE: False, FEES: False}
_OF_SCHOOL_DENIED = {STATE: False, PRIVATE: True, FEES: True}
"""A school is kept by the state or by fees; who is not "voluntary aided" or no academy may still be either."""
_OF_NURSERY = {
    STATE: "local_authority_maintained_nursery",
    KEPT: "local_authority_maintained_nursery",
    PRIVATE: "private_nursery",
    OWNER: "private_nursery",
}
"""Parents pay at nurseries of every kind, and trusts run some: neither tells which."""

_DESCRIBES = (
    r"(?:c of e|church of england|rc|catholic|christian|muslim|jewish|faith|church|boys'?|girls'?|mixed|co-?ed|day|boarding|"
    r"day and boarding|junior|infants?|first|middle|high|upper|lower|special|small|large|big|rural|village|urban|city|inner city|mainstream|"
    r"secondary|primary|nursery|all[- ]through|selective|aided|controlled|maintained|run|funded|kept|owned|sen|send|semh|asd|prep|"
    r"catholic|local|voluntary|aided|tutorial|sixth[- ]form|6th form|sixth|fe|further education|senior|junior and infant|\d\d?-\d\d)"
)
_NOUN = (
    r"(?:school|primary|secondary|infants?|juniors?|comp|comprehensive|grammar|academy|college|nursery|pre-?school|playgroup|"
    r"sixth form|6th form|prep|special|setting|pru|place|one|day ?care|day nursery|childcare)"
)
_BEFORE_NAME = re.compile(rf"[\s-]+(?:{_DESCRIBES}[\s-]+){{0,4}}{_NOUN}\b(?!')")
_ONE_OF, _PLACES = re.compile(r"\bone of [\w\s-]{0,25}$"), re.compile(r"[\s-]+(?:schools|places|colleges|ones)\b")
_NOT_BEFORE = re.compile(r"\b(?:the|our|my|your|from|by|with|for|to|of) $")
_FILLER = (
    r"(?:(?:not|rather than|instead of|as opposed to) (?:an? )?\w+|yes|yep|yeah|yup|no|oh|ok|okay|well|erm|um|hmm|it's|its|it is|it|we're|we are|were|they're|that's|that is|is|i'm (?:in|at)|i said|"
    r"an?|the|both|all|just|only|fully|purely|normal|ordinary|standard|bog|usual|plain|one|sorry|i meant|meant|actually|still|definitely|totally|"
    r"completely|entirely|sadly|unfortunately|i'm afraid|im afraid|of course|obviously|though|tho|then|btw|by the way|now|mainstream|sector|"
    r"type|kind|status|if that helps|as it happens|technically|day and boarding|boarding|x+|lol|"
    r"should(?:'ve| have| of) said|i should say|to be clear|correction|meaning|i mean|namely|not|isn't|isnt|aren't|arent|nor|academised|academy|"
    rf"{_DESCRIBES}|{_NOUN})"
)
_ALONE_BEFORE = re.compile(rf"(?:^|[.,;:()!\n?/]|\s-+\s|\b(?:but|and|so)\b)\s*(?:{_FILLER}[\s-]+)*+$")
_ALONE_AFTER = re.compile(
    rf"(?:(?:'s)? own)?(?:[\s-]+{_FILLER}\b)*+\s*(?:$|[.,;:()!\n/]|\s-+\s|\b(?:but|and|so|in|near)\b)"
)
_OF_A_PUPIL = re.compile(r"\b(?:child|children|kids?|sons?|daughters?|goes to|go to|went to|attend\w*)\b[^.?!;]*$")
_AFTER_PLACE, _ENDS = (
    re.compile(rf"\b{_NOUN} (?:in|at|near) [a-z'-]+(?: [a-z'-]+)? $"),
    re.compile(r"\s*(?:$|[.,;:()!\n?])"),
)
"""Behind where a place lies: "nursery in Leeds private"."""
_COPULA = re.compile(
    r"\b(?:it's|its|it is|it isn't|it isnt|isn't|isnt|we aren't|we arent|we're|we are|that's|that is|which is|who are|they're|they are|(?:school|college|nursery|place|setting) is|"
    r"(?:school|college|nursery)'s|remains|counts as|classed as|down as|(?:in|at)(?= (?:an?|the)\b))\s+"
    r"(?:(?:both|not|normal|ordinary|standard|small|local|still|now|all|fully|just|very much|actually|an?|the|definitely|la|c of e|rc|catholic|church|voluntary|technically|entirely)\s+)*$"
)
_AFTER_COPULA = re.compile(
    rf"\s*(?:$|[.,;:()!\n?]|-|\b(?:in|at|with|and|but|so|near|not|since|though|tho|by|because|as|{_DESCRIBES}|{_NOUN})\b)"
)
_OWN = re.compile(
    r"\b(?:my|our|i'm|im|i am|we're|we are|i|we|at an?|in an?|of an?|it's|its|here|(?:at|in)(?= (?:\w+ ){1,2}(?:school|primary|secondary|college|nursery)\b))\b"
)
_GENERIC = re.compile(
    r"\b(?:is|are|do|does|can|could|will|would|what|which|who|how|why|if|whether|only for|just for)\b[^.;:!\n]*$"
)
_MEANS = re.compile(
    r"\W*(?:[\w-]+ ){0,2}(?:(?<!\si )means?\b|meaning|counts? as\b|stands? for|defined|the same (?:as|thing)|different (?:from|to)|versus|vs\b)"
)
_SAME_AS = re.compile(
    r"\b(?:same (?:thing )?as|different (?:from|to)|difference between [\w\s-]{0,25}|versus|vs|what(?: is|'s|s)) (?:an? )?$"
)
_PLURAL = re.compile(r"\W*schools\b")
_COUNCIL = r"(?:the |our |my |its )?(?:[\w']+ ){0,3}?(?:council|local authority|la|lea|county|borough|state|government|taxpayers?|authority)\b"
_PATTERNS = (
    (
        STATE,
        re.compile(
            rf"\b(?:run|funded|maintained|kept|paid for|financed|controlled|owned) (?:entirely |wholly |directly )?by {_COUNCIL}|"
            rf"\b(?:belongs? to|the property of) {_COUNCIL}|"
            r"\b(?:council|local authority|la|county|borough) (?:runs|maintains|funds|keeps|controls|owns) (?:us|it|the (?:school|place|nursery)|our)\b|"
            r"\b(?:still|remain(?:s|ed)?|stay(?:s|ed)?|we're|we are|it's|is) (?:with|under) (?:the |our )?(?:\w+ )?(?:council|local authority|la|lea|county|borough)\b|"
            r"(?:^|[,;:(.]\s*|\s-\s*)(?:[a-z']+ ){1,3}(?:cc|mbc|mdc|dc|city council|county council|borough council|metropolitan borough|unitary(?: authority)?|council|lea|la)\s*(?:$|[,;:).!?])|[,;:(]\s*[a-z]cc\s*(?:$|[,;:).!?])|"
            r"(?:^|[,;:(.]\s*|\s-\s*)(?:london borough of|lb|royal borough of|rb) [a-z]+\b|\b(?:lb|london borough of) [a-z]+ (?:school|primary|secondary|infants?|juniors?)\b|"
            r"\b(?:come|comes|fall|falls|sit|sits|are|is|we're|were|still) under (?:the )?(?:[a-z]+ )?(?:county|borough|council|city|local authority|la|lea)\b|\bcounty (?:controlled|primary|infants?|juniors?|school|secondary)\b|"
            r"\bunder (?:the )?(?:[a-z]+ ){0,2}(?:(?:county|city|borough|metropolitan|district) council|council|local authority)\b|"
            r"\bunder (?:the )?(?:council|local authority|la|lea)(?: control)?\b|"
            r"\b(?:money|funding|budget|funds) (?:comes |is |all )*from (?:the )?(?:state|government|council|local authority|la|dfe)\b"
        ),
    ),
    (
        ACADEMY,
        re.compile(
            r"\b(?:academi[sz]ed|(?:became|become|converted (?:to|into)|turned into|were turned into|have been) an academy|"
            r"(?:no|without|don't charge|doesn't charge|not charging|nobody pays|no one pays) (?:any |school )?fees\b(?! (?:for|to))|"
            r"\b(?:parents|pupils|families|students|kids|children|they) (?:don't|dont|do not|never) (?:have to )?pay\b|\bnon[- ]fee[- ]paying\b|"
            r"\b(?:nobody|no[- ]?one|none of (?:them|the parents|the families)) (?:has to |have to )?pays?\b|\bfree (?:to attend|for (?:all|parents|families|everyone|the (?:kids|children|pupils))|to (?:go|come) (?:to|here))\b|"
            r"(?:(?<=school )in|part of|belongs? to|within|joined|run by|(?:one|two|\d+|\w+) of (?:the )?\w+ (?:schools )?in) (?:an? |the |our |my )?(?:[\w']+ ){0,3}(?:academy trust|mat|trust)\b)"
        ),
    ),
    (
        FEES,
        re.compile(
            r"\b(?:parents|pupils|families|students|kids|children|school|it|we|that|which|they all|they)\s+(?:all |each |do |still )?(?:charges?|pays?) (?:\w+ ){0,2}(?:fees?|for (?:\w+ )?(?:places?|it|schooling|education)|to (?:attend|come|be here)|(?:through the nose|a (?:fortune|lot|packet)|handsomely|thousands|top dollar))\b|"
            r"\bpaying (?:pupils|parents|families|students|customers)\b|\b(?:termly|school|tuition|annual) fees (?:of|are|from)\b|"
            r"(?:£|k\b)[\d,.]*k?[\s-](?:a|per)[\s-](?:year|term|annum)(?:[\s-][\w']+){0,2}? (?:school|prep|college)\b|\bfees\b[\w\s]{0,14}(?:£|\b\d)|£[\d,.]+k?(?: \w+){0,2} fees\b"
        ),
    ),
)
_OF_PUPILS = re.compile(
    r"\b(?:pupils?|children|kids|students|places|learners) (?:(?:are|is|get|all|were|being|placed|and|here)\s+)*$"
)
"""Who pays for pupils placed somewhere does not keep the place: "all our pupils are placed and paid for by the council"."""
_AS_GOOD_AS = re.compile(r"\b(?:as good as|practically|virtually|effectively|near enough|more or less)\s+(?:an? )?$")
"""Likens a place to one of the state, and says that it is none: "as good as state funded"."""
OF_ALL_SUCH = re.compile(
    r"\s+(?:(?:always|never|just|all|also|still|usually)\s+)?(?:gets?|got|can't|cant|cannot|can|don't|dont|aren't|arent|are|have to|must|pay|lose out|miss out|won't|wont)\b"
)
"""After places in the plural: says it of all places of a kind, "independents get nothing"."""
_NOT_YET = re.compile(
    r"\b(?:might|may|will|would|could|going to|planning to|about to|thinking of|not|never|haven't|hasn't|havent|hasnt|if|when|before|due to|to|isn't|aren't)\b[\w\s']{0,25}$"
)
_ASKS_WHO = re.compile(r"\b(?:who|do i|does it|will i|should i|have to|has to|is there|are there)\b[^.;:!\n]*$")


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps the place, and the words that say so."""

    value: str
    start: int
    end: int
    hedged: bool = False
    denied: bool = False
    in_short: bool = False  # a word that tells of a place only where it stands as its kind

    @property
    def by_state(self) -> bool | None:
        """Whether the state pays for a school so kept; None where these words do not tell."""
        return (_OF_SCHOOL_DENIED if self.denied else _OF_SCHOOL).get(self.value)

    @property
    def nursery(self) -> str | None:
        """The kind of nursery so kept; None where these words do not tell."""
        return None if self.denied else _OF_NURSERY.get(self.value)


def find_keepers(reading: Reading) -> Iterator[Keeper]:
    """Yield who is said to keep the person's own place, in reading order."""
    for keeper in sorted((*_named(reading), *_described(reading)), key=lambda each: each.start):
        start, end = keeper.start, keeper.end
        if _is_of_own_place(reading, start, end):
            hedged = is_hedged(reading.lower, start, end) and not reading.supposes
            yield replace(keeper, hedged=hedged, denied=is_negated(reading.lower, start, end))


def stands_as_kind(lower: str, start: int, end: int) -> bool:
    """Return whether a short word tells the kind of a place where it stands.

    >>> stands_as_kind("infant school, local authority one, hull", 15, 30)
    True
    >>> stands_as_kind("i work for the local authority in hull", 15, 30)
    False
    """
    before, after = lower[:start], lower[end:]
    if _ONE_OF.search(before) and _PLACES.match(after):
        return True
    if _BEFORE_NAME.match(after) and not _NOT_BEFORE.search(before[-6:]):
        return True
    if _ALONE_BEFORE.search(before) and _ALONE_AFTER.match(after):
        return True
    if _AFTER_PLACE.search(before) and _ENDS.match(after) and not _OF_A_PUPIL.search(before):
        return True
    return bool(_COPULA.search(before)) and bool(_AFTER_COPULA.match(after))


def _named(reading: Reading) -> Iterator[Keeper]:
    for mention in reading.of_kind("keeper"):
        yield Keeper(mention.value, mention.start, mention.end)
    for mention in reading.of_kind("keeper_in_short"):
        if stands_as_kind(reading.lower, mention.start, mention.end):
            yield Keeper(mention.value, mention.start, mention.end, in_short=True)


def _described(reading: Reading) -> Iterator[Keeper]:
    for value, pattern in _PATTERNS:
        for match in pattern.finditer(reading.lower):
            before = reading.lower[: match.start()]
            of_pupils = _OF_PUPILS.search(before) and match.group().startswith(("paid", "funded", "financed"))
            if not (of_pupils or _NOT_YET.search(before) or _ASKS_WHO.search(before)):
                yield Keeper(value, match.start(), match.end())


def _is_of_own_place(reading: Reading, start: int, end: int) -> bool:
    lower = reading.lower
    if is_quoted(lower[:start]) or is_of_another_place(lower, start) or asks_meaning(lower, start, end):
        return False
    if _AS_GOOD_AS.search(lower[:start]):
        return False
    if _PLURAL.match(lower[end:]) and not _ONE_OF.search(lower[:start]):
        return False
    if lower[start:end].endswith("independents") and OF_ALL_SUCH.match(lower, end):
        return False
    return reading.supposes or not (is_to_come(lower, start) or asks_of_kind(reading, start))


def asks_meaning(lower: str, start: int, end: int) -> bool:
    """Return whether a word is only asked the meaning of: "what does state funded mean", "is it the same as maintained?"."""
    return bool(_MEANS.match(lower[end:]) or _SAME_AS.search(lower[:start]))


def asks_of_kind(reading: Reading, start: int) -> bool:
    """Return whether a question speaks of places of a kind in general, and not of the person's own."""
    clause = reading.lower[max(reading.lower.rfind(mark, 0, start) for mark in ".;:!\n,") + 1 : start]
    return reading.in_question(start) and bool(_GENERIC.search(clause)) and not _OWN.search(clause)
