"""Tell apart several people spoken of in one message: "one is at an independent, another one is a SENCO in Leeds".

What is read of each is for `understanding.py`; that each gets an answer of their own is for the turn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from advisor.dialogue.state import SELF

_WHO = (
    "colleague|wife|husband|partner|friend|sister|brother|deputy|mate|teacher|senco|assistant head|other half|daughter|son|mum|"
    "headteacher|head|ta|teaching assistant|boss|line manager|nursery manager|mentee|trainee"
)
_OF_A_KIND = (
    r"one|person|lady|woman|man|chap|guy|teacher|colleague|applicant|enquirer|caller|participant|candidate|deputy|head|senco|ta|"
    r"member of staff|member|enquiry|query"
)
_A_SCHOOL = r"(?:one|school|site|campus|primary|secondary|academy|infants|juniors|nursery|college)"
_TELLS = r"(?:'s|s'|\s*[:(]|\s+(?:is|was|works?|working|teach(?:es)?|teaching|runs?|leads?|at|in|from|on|for|seconded|employed|based|moved|has|wants?|wanting|who|are))"
_NO_NAME = (
    r"(?-i:(?!(?:She|He|They|It|This|That|These|Those|There|Here|Who|What|Which|Where|When|How|Why|School|Someone|One|Two|Three|We|You|The|An?|Our|My|Your|His|Her|Its|Their|Neither|Either|Both|"
    r"None|All|Each|Every|Another|Other|No|Nobody|Nothing|Everyone|Some|Most|Any|Only|Not|And|But|So|Yes|Now|Then|Also|Just|Role|Post|Job|Position|Staff|Current|Currently|Previous|Previously|Former|Formerly|Next|Before|After|Background|Context|Question|Funding|Course|Status|Hello|Hi|Hey|Thanks|Morning|Afternoon|Evening|Colleague|Experience|Note|Details|About|Setting|Workplace|Location|Today|Later|Again|Enquiry|Query|Caller|Please|Interest|Interested|Wants|Aim|Goal)\b))"
)
"""What begins a sentence with a capital and is nobody's name."""
_ROLE = r"(?:an? |our |the |my )?(?:(?:new|primary|secondary|maths|english|literacy|nursery|early years|acting|trainee|experienced) )*(?:assistant|deputy|aht|dht|head|teacher|senco|sendco|ta|hlta|lead|leader|manager|principal|vice|middle|hod|hoy|subject|phase|class|year|ks\d|practitioner|coordinator|ect|maths|english|literacy|science)"
_START = re.compile(
    r"(?:^|(?<=[.;:,!?\n()])|\b(?:and|but|while|whereas|plus|or|then)\b|&)\s*(?:(?:also|then)\s+)?(?:"
    r"(?P<own>i(?:'m|m| am| work| teach|'ve)?\b(?! (?:think|believe|guess|need|know|wonder|want|have (?:\d|two|three|a couple|an? ))\b)|me\b|myself\b)"
    rf"|(?:my|our) (?:other |new )?(?P<other>{_WHO})s?\b(?!s)"
    r"|(?P<pronoun>(?:she|he)(?='s\b|\s+(?:is|works|teaches|has)\b|\s*[:(])|(?:her|him)(?=\s*[:(]))"
    rf"|(?:(?:the|our|my) )?(?P<school>{_NO_NAME}(?-i:[A-Z][a-z]+))(?:(?: {_A_SCHOOL})(?=\s+(?:is|isn't|isnt|was|wasn't|has|hasn't)\b|'s\b)|(?=\s+(?:is|isn't|isnt|is not|was|has|hasn't)(?: \w+)? (?:on|in|off|listed|neither)\b(?! (?:leave|maternity|secondment|an?|our|my|supply))))"
    rf"|(?P<one>(?:(?:the|my|our) )?(?:one|another|the other|other|first|second|third|fourth|1st|2nd|3rd|last|someone|somebody)"
    rf"(?: of (?:them|my \w+|our \w+|the \w+))?(?: (?:{_OF_A_KIND}))?(?={_TELLS}\b|{_TELLS}))"
    rf"|(?P<label>(?:colleague|person|teacher|enquirer|enquiry|caller|applicant|participant|candidate|staff(?: member)?|deputy|no\.?|number|case) ?(?:[a-d]|[1-4]))\b"
    rf"|(?P<listed>\(?[a-d1-4]\)|[1-4]\.)\s"
    rf"|(?P<name>{_NO_NAME}(?-i:[A-Z][a-z]+)"
    rf"(?=\s+(?:is|works|teaches|runs|leads|wants|fancies|needs|heads|manages|has|would like|is after|hopes)\b|"
    rf"\s*(?::|\s[-–]|,)\s*{_ROLE}\b|'s (?:at|in|an?|our|my|the|head|deputy|assistant|senco|sendco|ks\d|y\d|year|eyfs|maths|english|literacy|nursery|reception|after|keen|got)\b))"
    r")",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth")
_SINGLED_OUT = re.compile(r"\b(?:i|me|my|mine|she|he|her|him|his|hers)\b")
_MINE = re.compile(r"\b(?:i|i'm|im|me|my|mine|myself)\b")
_THEIRS = re.compile(r"\b(?:she|he|her|him|his|hers)\b")
_CLAUSE = re.compile(r"[,.;:!?\n]")
_ALL = re.compile(
    r"\b(?:both|either|neither|we|us|who|each|all|any|the two|the three|the pair|which of|they|them|respectively)\b"
)
_PLACES = re.compile(
    r"\b(?:schools|nurseries|colleges|sites|jobs|contracts|trusts|academies|settings|employers|posts|roles|offers|workplaces|campuses)\b"
)
"""What one person may have two of: "two schools, one in Leeds, the other in Wales"."""
_MOST = 4
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
_OF_THE_LAST = re.compile(r"^(?:she|he|her|his|they|wants?|also|and (?:she|he|wants?)|both wants?)\b", re.IGNORECASE)
_TELLS_WHERE = re.compile(r"\b(?:at|in|we're|our|school|academy|primary|secondary|nursery|college|trust)\b")
_AT = "person at "
"""What comes before the name of a school in what somebody there is called."""
_UNNAMED = "other person"
_THE_OTHER_OF_TWO = re.compile(
    rf"\bthe other(?: (?:one|person|lady|man|teacher|colleague|half|{_A_SCHOOL}))?(?: of us)?(?:,? (?:then|though|tho|too|now))?\W*(?:$|[?,;:–-].*)|\bthe other {_A_SCHOOL}'?s?\b.*\bsame\b"
)
_OTHER_COURSE = re.compile(r"\bthe other (?:course|npq|qualification|one)s? (?:is|was|you|i|we|that)\b")
_THE_OTHER = re.compile(r"\bthe other(?: (?:one|person|lady|man|teacher|colleague|member of staff))?\W*$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a message says of one person: who they are to the writer ("friend", "second person"), and in which words."""

    who: str
    words: str


def split_stretches(text: str, names: Collection[str] = (), spoken_of: str = _UNNAMED) -> tuple[Stretch, ...]:
    """Return what is said of each person in turn; fewer than two where one alone is spoken of.

    `names` are the words that name something else than a person: "Ofsted wants", "Leeds has"; `spoken_of` is whom "she"
    means where the message has named nobody else.

    >>> split_stretches("My friend teaches in Wales and I teach in Bristol")
    (Stretch(who='friend', words='My friend teaches in Wales'), Stretch(who='self', words='I teach in Bristol'))
    """
    starts = [match for match in _START.finditer(text) if (match["name"] or "").lower() not in names]
    if any(match["one"] and _PLACES.search(text[: match.start()].lower()) for match in starts):
        return ()
    found: dict[str, str] = {}
    strangers = 0
    for match, after in zip(starts, [*starts[1:], None], strict=False):
        named = match["other"].lower() if match["other"] else None
        if match["pronoun"]:
            named = next((who for who in reversed(found) if who != SELF), spoken_of if SELF in found else None)
        if match["own"]:
            who = SELF
        elif match["name"]:
            who = match["name"]
        elif match["school"]:
            who = f"{_AT}{match['school']}"
        elif named is not None and (match["pronoun"] or named not in found):
            who = named
        elif match["pronoun"]:
            continue
        else:
            who = f"{_ORDINALS[min(strangers, len(_ORDINALS) - 1)]} person"
            strangers += 1
        words = text[match.start() : after.start() if after else len(text)]
        words = re.sub(r"^\W*(?:and|but|while|whereas|plus|or|then|&)\b", "", words, flags=re.IGNORECASE).strip(" ,;:(")
        found[who] = f"{found[who]} {words}" if who in found else words
    if len(found) > 1 and all(is_name(who) or is_at_school(who) for who in found):
        found = _with_shared(found, text[: starts[0].start()])
    return tuple(Stretch(who, words) for who, words in list(found.items())[:_MOST])


def is_name(who: str) -> bool:
    """Return whether somebody is called by their own name: "Priya", not "colleague"."""
    return who[:1].isupper()


def is_at_school(who: str) -> bool:
    """Return whether somebody is told apart by the school they are at: "the Ashby one is listed"."""
    return who.startswith(_AT)


def find_named(lower: str, known: Iterable[str]) -> str | None:
    """Return who of those told of by name a message turns to: "so Tom?", "what about Priya then"."""
    spoken_of = [
        who
        for who in known
        if (is_name(who) and re.search(rf"\b{re.escape(who.lower())}\b(?!'s? (?:school|place))", lower))
        or (is_at_school(who) and re.search(rf"\b{re.escape(who.removeprefix(_AT).lower())}\b", lower))
    ]
    return spoken_of[0] if len(spoken_of) == 1 else None


def find_the_other(lower: str, known: Iterable[str], current: str) -> str | None:
    """Return the other of two told of by name, where the words say "the other one" and name no course to choose.

    >>> find_the_other("and the other one?", ("self", "Priya", "Tom"), "Tom")
    'Priya'
    """
    others = [who for who in known if is_name(who) and who != current]
    return others[0] if len(others) == 1 and is_name(current) and _THE_OTHER.search(lower) else None


def find_the_other_of_two(lower: str, pair: tuple[str, ...], current: str) -> str | None:
    """Return the other of two whose workplaces are both told, where the words say "the other one".

    >>> find_the_other_of_two("the other one then? same course", ("self", "husband"), "self")
    'husband'
    """
    if len(pair) != len({*pair, current}) or not _THE_OTHER_OF_TWO.search(lower) or _OTHER_COURSE.search(lower):
        return None
    return next((who for who in pair if who != current), None)


def asked_of(text: str) -> str | None:
    """Return of whom of several the last words ask: "self" for "NPQSL for me?", "other" for "is she funded?", else None.

    >>> asked_of("I'm at an academy, he's at a prep. NPQSL for me?"), asked_of("I'm in Leeds, she's in Cardiff. Is she funded?")
    ('self', 'other')
    """
    clauses = [clause for clause in _CLAUSE.split(text.lower()) if clause.strip(" \"')")]
    last = clauses[-1] if clauses else ""
    mine, theirs = bool(_MINE.search(last)), bool(_THEIRS.search(last))
    return None if mine == theirs else SELF if mine else "other"


def _with_shared(found: dict[str, str], lead: str) -> dict[str, str]:
    """Return what is said of each with what is said of them all: before the first name, and after the last one's."""
    last = next(reversed(found))
    own, *rest = _SENTENCE_END.split(found[last])
    shared_from = next((i for i, sentence in enumerate(rest) if not _OF_THE_LAST.match(sentence)), len(rest))
    shared = " ".join(rest[shared_from:])
    told = found | {last: " ".join((own, *rest[:shared_from]))}
    before = lead.strip(" ,;:-") if _TELLS_WHERE.search(lead.lower()) else ""  # "two of my staff" tells of nobody
    return {who: " ".join(filter(None, (before, words, shared))) for who, words in told.items()}


def asks_of_all(text: str) -> bool:
    """Return whether what is asked at the end is asked of all, and not of one of them.

    >>> asks_of_all("I teach in Leeds and my wife in Wales. Are we both funded?")
    True
    >>> asks_of_all("I teach in Leeds and my wife in Wales. Is she funded?")
    False
    """
    clauses = [clause for clause in _CLAUSE.split(text.lower()) if clause.strip(" \"')")]
    last = clauses[-1] if clauses else ""
    return bool(_ALL.search(last)) or not _SINGLED_OUT.search(last)
