"""Cut a message into clauses, and tell of each whether it speaks of the person whom the message is about.

"My wife is a head in her second year, I'm a class teacher" tells of two people; only one of them asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from advisor.dialogue.slots.polarity import is_supposed
from advisor.dialogue.slots.slot import Reading

_FIRST = r"(?:i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|we'd|we'll|me|myself)"
_THIRD = r"(?:s?he|s?he's|s?he'd|s?he'll|shes|hes)"
_RELATION = (
    r"husband|wife|partner|spouse|other half|hubby|brother|sister|mum|mother|dad|father|son|daughter|friend|mate|colleague|boss|"
    r"line manager|manager|mentor|predecessor|successor|neighbour|member|co-?worker"
)
_POST = (
    r"head ?teacher|head|ht|principal|deputy(?: head)?|dht|aht|assistant head|sen(?:d)?co|maths lead(?:er)?|english lead(?:er)?|"
    r"literacy lead|subject lead|head of (?:department|year|maths|english)|class teacher|teacher|ect|ta|chair|governor|ceo"
)
_KIND = r"(?:new|old|current|present|own|lovely|acting|interim|executive|exec|full time|part time|brilliant|amazing|fellow|other|school's|trust's|\w+ly|maths|english|first|best|next|temporary)"
# "Our SENCO role" and "my head's PA" are no people; "our deputy, Sam" is one.
_NO_PERSON = r"(?!'s(?! (?:an?|the|been|just|in|head|now|got|not|doing|on|also)\b)|\s+and (?:i|me|myself)\b|\s+(?:role|job|post|position|team|offer|course|hat|duties|work|cover|title|training|cap|stuff|bit|npq|days)\b)"
_PERSON = (
    rf"(?:(?:my|our|her|his|their|the|a)\s+(?:own\s+)?(?:\w+\s+)?(?:{_RELATION})|(?:our|my|her|his|their)\s+(?:{_KIND}\s+){{0,2}}(?:{_POST})|"
    rf"(?:the|one)\s+(?:{_KIND}\s+){{0,2}}(?:{_POST})(?=\s+(?:is|has|was|wants|left|says|said|will|who|in)\b)|(?:{_RELATION})(?=\s+(?:is|has|was|does|did|works|wants|says|said)\b)|(?:mr|mrs|ms|miss|dr)\.?\s+[a-z]+)\b{_NO_PERSON}"
)
_SUBJECT = rf"(?:{_FIRST}|{_THIRD}|they|it|it's|its|this|that|{_PERSON})"
_CUT = re.compile(
    rf"[.?!;]+(?=\s|$)|\n+|[()]|(?:,|:|\s-)?\s+(?:and|but|so|while|whereas|although|though|because|cos|yet|whilst)\s+(?={_SUBJECT}\b)|"
    rf"(?:,|:|\s-+)\s*(?={_SUBJECT}\b)|(?<=\w)\s+(?=(?:i'm|im|i am|i've|ive)\b(?! not sure))"
)
_SENTENCE_END = re.compile(r"[.?!;\n]")
_FILLERS = (
    r"^\W*(?:(?:so|and|but|well|because|cos|as|also|now|yes|yeah|no|hi|hiya|hello|hey|ok|okay|um|erm|oh|right|actually|sorry|"
    r"still|then|currently|here|since|while|plus|anyway|basically|hullo|dear all)\b\W*)*"
)
_STARTS_SELF = re.compile(rf"{_FILLERS}{_FIRST}\b")
_STARTS_OTHER = re.compile(rf"{_FILLERS}(?:{_THIRD}\b|{_PERSON})")
_ANY_SELF = re.compile(rf"\b(?:{_FIRST}|my (?:first|second|third|own|fourth|fifth|last|headship|job|role|post))\b")
_DONE_TO_ME = re.compile(
    r"\b(?:asked|asking|made|making|appointed|gave|given|promised|offered|wants?|named|handed|promoted|moved|lined|chose|picked|persuaded|roped|confirmed|nominated) (?:me|us) (?!if\b|whether\b|about\b|for\b|how\b|what\b)"
)
"""What another does to the one who writes tells of the latter: "my head has made me SENCO"."""
_ANY_OTHER = re.compile(rf"\b{_THIRD}\b")
_NAMED = re.compile(
    r"^\W*(?:(?:So|And|But|Also|Now|Before (?:me|her|him|that|then),?)\s+)?(?P<name>[A-Z][a-z]+)\s+(?:[A-Z][a-z]+\s+)?"
    r"(?:has|hasn't|is|isn't|was|did|didn't|does|doesn't|wants|became|took|started|will)\b"
)
_NO_NAME = frozenset(
    "first last then later originally previously recently since before after it this that there what who which how where when she he they mastery headship funding nobody noone everyone "
    "somebody someone never always not still also just currently then all one both school head headteacher principal senco deputy teaching none nothing everything mine".split()
)
_BEFORE_THEM = re.compile(
    r"\b(?:predecessor|before (?:me|her|him)\b|the (?:previous|last|old|former|outgoing|retiring) (?:head\w*|senco|sendco|one)|"
    r"(?:my|our) (?:previous|last|old|former|outgoing|retiring) (?:head ?teacher|head|senco|sendco|principal)\b)"
)
_FROM_THEM = re.compile(
    r"\b(?:took|taken|taking|take) (?:it )?over from\b|\b(?:when|after|once|from|since|as) (?:my |the |our )?(?:predecessor|previous|last|old|former|outgoing)\b"
)
_GOES_ON = re.compile(
    r"^\W*(?:been|appointed|started|began|took|in post|first|second|third|new|just|doing|done|passed)\b"
)
_OTHER_ASKS = re.compile(
    r"\b(?:typing|writing|asking|ringing|calling|emailing|enquiring|messaging|posting) (?:for|on behalf of) (?!me\b|myself\b|an? npq|the|my own|funding|a friend)|\bwants to know\b|"
    rf"\b{_THIRD}(?: is| has| just| also)* (?:asking|asked|asks|wants?|wonder\w*|would like|'d like|needs?|after)\b|"
    r"\b(?:is|can|does|will|would|could|should|do|must|has|did) (?:she|he)\b|\b(?:for|on behalf of) (?:her|him)\b|\b(?:is|will|would|could|can|does|are) (?:her|his) \w+|"
    rf"\b(?:for|re|about|regarding|asking for|behalf of) (?:our|the|my|this) (?:\w+ ){{0,2}}(?:{_POST})\b{_NO_PERSON}"
)
_WRITES_FOR_THEM = re.compile(
    r"\b(?:i'm|i am|im|^|as)(?: the| an?| our)? ?(?:chair of (?:the )?governors|(?:parent |link )?governor|hr|head's pa|pa|(?:school )?business manager|union rep|clerk|school secretary|office manager|bursar)\b"
)
_FOR_ONE_NAMED = re.compile(
    r"\b(?:for|put|get|send|enrol|book|sponsor) (?!Leading|Leadership|Headship|England|Early|Senior|Autumn|Spring|January|September|Ofsted|School)[A-Z][a-z]+(?=[.,;!?(]|$| (?:on|onto|who|is|to|through)\b)"
)
_ONLY_THEY = re.compile(rf"{_FILLERS}{_THIRD}\b")
_SELF_ASKS = re.compile(
    r"\b(?:can|could|do|should|will|would|am|may|have|did|might) (?:i|we)\b|\b(?:for|about) (?:me|mine|myself)\b|"
    r"\bi (?:just |also |only |really )?(?:want|need|would like|wish|hope|plan)\b|\bi'd (?:like|love|have)\b|\bi'm (?:asking|thinking|after|looking|applying|hoping)\b"
)


class Who(Enum):
    """Of whom a clause speaks: the one who writes, another, or nobody that it names."""

    SELF = auto()
    OTHER = auto()
    BYSTANDER = auto()  # somebody who held the post before
    UNSAID = auto()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in lower case, its place in the message, of whom it speaks, and whether it asks or supposes."""

    text: str
    start: int
    sentence: int
    who: Who
    asks: bool
    supposes: bool

    @property
    def end(self) -> int:
        """Where the clause ends in the message."""
        return self.start + len(self.text)


def clauses_of_person(reading: Reading) -> tuple[Clause, ...]:
    """Return the clauses that may tell of the person whom the message is about."""
    clauses = tuple(_clauses(reading))
    told = {clause.who for clause in clauses}
    if not _is_for_another(reading, clauses):
        return tuple(c for c in clauses if c.who in (Who.SELF, Who.UNSAID))
    wanted = {Who.OTHER, Who.UNSAID}
    if Who.OTHER not in told:
        wanted.add(Who.SELF)  # an enquiry passed on in the words of the one who asks
    return tuple(c for c in clauses if c.who in wanted)


def all_clauses(reading: Reading) -> tuple[Clause, ...]:
    """Return every clause, of whomever it speaks."""
    return tuple(_clauses(reading))


def _is_for_another(reading: Reading, clauses: Sequence[Clause]) -> bool:
    if reading.of_another:
        return True
    if _ONLY_THEY.match(reading.lower) and Who.SELF not in {clause.who for clause in clauses}:
        return True  # "she hasn't done it": the one spoken of before
    if _SELF_ASKS.search(reading.lower):
        return False
    if _FOR_ONE_NAMED.search(reading.text) and Who.OTHER in {clause.who for clause in clauses}:
        return True
    writes_for_them = _WRITES_FOR_THEM.search(reading.lower) and Who.OTHER in {clause.who for clause in clauses}
    return bool(writes_for_them or _OTHER_ASKS.search(reading.lower))


def _clauses(reading: Reading) -> Iterator[Clause]:
    previous: Clause | None = None
    for text, start, sentence in _cut(reading.lower):
        who = _who(text, reading.text[start : start + len(text)])
        if who is Who.UNSAID and previous is not None and _inherits(text, sentence, previous):
            who = previous.who
        clause = Clause(text, start, sentence, who, reading.in_question(start), is_supposed(text))
        yield clause
        previous = clause


def _inherits(text: str, sentence: int, previous: Clause) -> bool:
    """Return whether words without a subject go on about the one spoken of before."""
    if previous.sentence == sentence:
        return True
    return previous.who in (Who.OTHER, Who.BYSTANDER) and bool(_GOES_ON.match(text))


def _who(text: str, typed: str) -> Who:
    if _BEFORE_THEM.search(text) and not _STARTS_SELF.match(text) and not _FROM_THEM.search(text):
        return Who.BYSTANDER
    if _STARTS_SELF.match(text) or _DONE_TO_ME.search(text):
        return Who.SELF
    named = _NAMED.match(typed)
    if _STARTS_OTHER.match(text) or (named and named["name"].lower() not in _NO_NAME):
        return Who.OTHER
    first, other = _ANY_SELF.search(text), _ANY_OTHER.search(text)
    if first and (not other or first.start() < other.start()):
        return Who.SELF
    return Who.OTHER if other else Who.UNSAID


def _cut(lower: str) -> Iterator[tuple[str, int, int]]:
    """Yield the clauses with their place and the number of their sentence."""
    position = sentence = 0
    for match in (*_CUT.finditer(lower), None):
        end = len(lower) if match is None else match.start()
        text = lower[position:end].lstrip()
        if text:
            yield text, end - len(text), sentence
        if match is not None:
            position = match.end()
            sentence += bool(_SENTENCE_END.search(match.group()))


def without_names(clause: Clause, spans: Iterator[tuple[int, int]]) -> Clause:
    """Return the clause with the words at these places blanked: the name of a course tells of no post.

    The places are those of the message, and every other word keeps its own.
    """
    text = clause.text
    for start, end in spans:
        left, right = max(start - clause.start, 0), min(end - clause.start, len(text))
        if left < right:
            text = text[:left] + "·" * (right - left) + text[right:]
    return replace(clause, text=text)


def sentences(lower: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a text with their places, whoever they speak of."""
    position = 0
    for match in (*re.finditer(r"[.?!;]+(?=\s|$)|\n+", lower), None):
        end = len(lower) if match is None else match.start()
        text = lower[position:end].lstrip()
        if text:
            yield text, end - len(text)
        position = end if match is None else match.end()
