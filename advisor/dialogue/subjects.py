"""Tell whom a message is about: the person who writes, or somebody they ask for.

Facts about one are never facts about the other, unless the workplace is said to be shared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.dialogue.several import is_at_school
from advisor.dialogue.slots.setting import LIST_FACTS, WORKPLACE_FACTS
from advisor.dialogue.state import SELF, DialogueState, Person
from advisor.dialogue.text.for_whom import asks_for_oneself
from advisor.dialogue.text.relayed import SOMEBODY, Relayed, Relaying

_OTHER = (
    "colleague|wife|husband|partner|friend|mate|daughter|son|sister|brother|mum|deputy|assistant head|trainee|mentee|ta|teaching assistant|"
    "teacher|headteacher|head|senco|line manager|member of staff|staff member|staff|team|teachers|nursery manager|maths lead|english lead|boss|ects?"
)
_KIND_OF_PLACE = r"(?:school|academy|college|nursery|place|trust|one)\b"
"""After "my friend's": told of a place beside one's own, and no turn to the friend."""
_NEW_SUBJECT = re.compile(
    rf"\b(?:(?:now|what|how|and|also) )?(?:about|for|on behalf of|asking for|question for|it's for|its for) (?:my|our|one of (?:my|our)|a(?= (?:colleague|friend|member))) (?:new )?({_OTHER})\b"
    rf"|^(?:hi|hello|hey)?[,\s]*(?:so |what if )?(?:my|our|one of (?:my|our)) ({_OTHER})s?\b(?!'?s? {_KIND_OF_PLACE})[\w\s]{{0,20}}\b(?:is|wants|would|has|works|teaches|needs|asked|are|want|who|finished|did|passed|completed|failed|withdrew)\b"
    rf"|^\W*(?:and|but|also) (?:my|our) ({_OTHER})s?\b (?:only |just )?(?:has|hasn't|wants|works|needs|would like|did|could|can)\b"
    rf"|^\W*(?:and|or|ok and) (?:my|our|a) (?:new )?({_OTHER})s?\b\s*(?:\?|$|(?=(?:at|in|from|who|over|down) ))"
    rf"|^\W*(?:and |or |ok and |also |ok )?(?:my|our) (?:new )?({_OTHER})s? (?:too|as well|also)\W*$"
    rf"|^\W*(?:an?|another|one of our) ({_OTHER})\b[\w\s,]{{0,40}}\b(?:asks?|is asking|has asked|wants?|emailed|wrote|would like)\b"
    rf"|\bcan (?:my|our|one of (?:my|our)) ({_OTHER})s?\b"
    rf"|\bwe(?:'ve| have)?(?: got| have)? an? (?:new )?({_OTHER})\b(?=[^?]*[.?!,]\s+(?:(?:and|but|so)\s+)*(?:does|is|can|could|would|will|should|must|has) (?:she|he)\b)"
    r"(?!.*\b(?:can|could|do|am|should|would|may) i\b)(?!.*\bfor me\b)(?!.*\b(?:wants|told|tells|says|said|asked|asks) (?:me|i)\b)"
    rf"|(?:^|[.?!]\s+)(?:(?:and|but|so)\s+)*+(?:my|our) (?:new |other |acting )?({_OTHER}),? (?:though|tho|however|instead|on the other hand)\b"
    rf"|(?:^|[.?!]\s+)(?:(?:and|but|so)\s+)*+(?:my|our) (?:new |other |acting )?({_OTHER})\b[^.?!]{{0,60}},\s*(?:could|can|would|will|is|does) (?:she|he)\b"
)
_AND_ME = re.compile(r"\W*(?:my|our) \w+(?: \w+)? and (?:i|me|myself)\b")
_OF_ONESELF = re.compile(
    r"\b(?:i'm|im|i am)(?: only| just| still| now)? (?:an?|the|in|at|head|deputy|assistant|senco|sendco|her|his)\b|\b(?:i've|ive|i have) been (?:asked|told|offered)\b|\b(?:i'm|i'll be|i am) (?:taking|stepping)\b|\bi (?:haven't|havent|didn't|never|don't)\b|\bi've (?:not|never)\b|\bnot me\b|\bi (?:teach|work|lead|run)\b|\bi(?:'d| would) like\b(?! (?:her|him|them))(?! (?:asking|the one asking))"
)
_ASKED_FOR_THEM = re.compile(
    r"\b(?:can|could|is|does|do|will|would|should|may|has|did) (?:she|he|they)\b|\bfor (?:her|him|them)\b|\b(?:she|he) (?:wants|would like|needs|asks|is asking|'d like)\b|\b(?:she|he)'d like\b"
)
_SOMEBODY = re.compile(
    r"\b(?:about|for|if|does|can|could|would|is) (?:someone|somebody|a person)(?! else\b)(?: who(?:'s| is)?)? (?:(?:at|in) an? |working|works|teaching|teaches)"
)
"""Nobody in particular, and somebody else each time."""
_NOT_THE_SUBJECT = re.compile(
    r"\b(?:my|our) (?:head|headteacher|boss|line manager|deputy|senco|head teacher)s?(?:,? who(?:'s| is| has)?)?(?: (?!can\b|could\b|and can)[\w']+){0,6}? (?:won't|wont|will not|refuses?|says|said)\b"
    r"|\b(?:my|our) (?:head|headteacher|boss|line manager|deputy|senco|head teacher)s? (?:has |just |also )?(?:says?|said|wants? (?:me|to know)|asked|thinks?|told|will|won't|is making|refuses?|sent|is attacking|has asked)\b"
    r"|\b(?:my|our) (?:wife|husband|partner|friend|mate|sister|brother|mum|colleague)\b[\w\s]{0,40}?\b(?:and |who |also )?(?:says?|said|reckons?|claims?|told me|tells me|heard|swears|insists?|thinks)\b(?! (?:she|he|they)\b)"
)
_TURNS_TO = re.compile(
    rf"(?<=[.?!])\s+(?:and |but |also )*(?=(?:my|our) (?:{_OTHER})\b[\w\s]{{0,20}}?\b(?:is|works|teaches|wants|needs|has|would)\b)"
)
"""Where a message that has told of one person goes on to tell of another."""
_ANOTHER_PLACE = re.compile(
    r"(?:^|[.?!]\s+)(?:(?:and|but|also|ok|okay|so|then|right|what about|how about|for)\W+)*+(?:the|an?|our|my) (?:[\w'-]+ ){0,3}?"
    r"(?:school|academy|nursery|primary|secondary|infants?|juniors?|college|pru|sixth form)\b(?P<where>[^.?!]{0,60})"
)
"""Begins with a workplace, and not with somebody."""
_BESIDE_OURS = re.compile(
    r"\b(?:in|of|from|within) (?:our|my|the|the same) (?:trust|mat|federation|group|chain)\b|\bnext door\b|\b(?:down|up|across|over) the (?:road|street)\b|\bround the corner\b|\b(?:sister|other|partner|neighbouring) (?:school|academy|nursery|primary|secondary|college)\b"
)
_IN_OUR_TRUST = re.compile(r"\b(?:in|of|from|within) (?:our|my|the|the same) (?:trust|mat)\b")
_ITS_PEOPLE = re.compile(
    r"\b(?:its|their|the|a|an) (?:[a-z]+ )?(?:head|headteacher|principal|deputy|senco|sendco|teachers?|lead|leader|manager|staff|assistant head)\b(?! of (?:year|department))"
)
"""Whoever works at that other place: "its head, same course?"."""
_BACK = re.compile(r"\b(?:back to me|it'?s (?:for )?me|for me\b|for myself|as for me|what about me|and me\b|my own)")
_WORKS_WITH_ONE = frozenset(
    "deputy,assistant head,trainee,ta,teaching assistant,teacher,headteacher,head,senco,line manager,member of staff,staff member,"
    "staff,team,teachers,maths lead,english lead,ect,ects".split(",")
)
"""Whom "my" names as somebody at one's own place, whatever is asked for them; a friend or "colleague" may be anywhere."""
_TOO = re.compile(r"\bmy \w+(?: \w+)? (?:too|as well|also)\W*$")
"""Who asks the same for "my deputy too" asks of somebody at the same place."""
_ALSO_OF_ONESELF = re.compile(r"\bi(?:'m|m| am| have|'ve|ve| did| teach| work| want|'d)\b")
"""Who begins with another ("my wife is a head, I'm a class teacher") and goes on about themselves asks for themselves."""
_HAS_DONE = re.compile(r"\b(?:did|passed|failed|completed|finished|withdrew)$")
_FOR_ME = re.compile(r"\bfor me\b")
_NEVER_ONESELF = re.compile(
    r"\bi(?:'ve|ve)? (?:never (?:have|did|had|done)|haven'?t (?:had|done|got)|have ?n[o']t (?:had|done)|have no(?:ne)? |not done|did not do|got no(?:ne|thing))\b"
)
_SHARED = re.compile(
    r"\b(?:same (?:school|place|trust|nursery|college)|(?:at|in) (?:my|our) (?:school|trust|academy|nursery|college)|works with me|here too|also here|at ours)\b"
)

_KNOWN_OF_ONE = {"work_setting", "eligible_establishment_type", "role", "is_headteacher", "employment_type"}
_PLACE = ("works_in_england", *WORKPLACE_FACTS, *LIST_FACTS)


@dataclass(frozen=True, slots=True)
class SubjectChange:
    """Whom the message turns to, and whether they share the workplace known so far."""

    subject: str
    shares_workplace: bool
    afresh: bool = False  # another person than the one so called before
    shares: tuple[str, ...] = ()  # facts that hold of them too, where they work elsewhere


def find_subject(lower: str, current: str) -> SubjectChange | None:
    """Return whom the message turns to, None where it stays with the current person."""
    if _SOMEBODY.search(lower):
        return SubjectChange(SOMEBODY, False, afresh=True)
    match = None if _NOT_THE_SUBJECT.search(lower) else _NEW_SUBJECT.search(lower)
    if match is not None and not _goes_on_of_oneself(lower, match):
        who = next(group for group in match.groups() if group)
        in_passing = match.start() == 0 and current == SELF and _is_in_passing(lower, match.group())
        if who != current and not in_passing:
            shares = who in _WORKS_WITH_ONE or _SHARED.search(lower) or _TOO.search(lower)
            return SubjectChange(who, bool(shares))
    if _is_of_another_place(lower):
        in_trust = ("eligible_establishment_type",) if _IN_OUR_TRUST.search(lower) else ()
        return SubjectChange(
            SOMEBODY, False, afresh=True, shares=("cohort_id", "works_in_england", "nation", *in_trust)
        )
    if current != SELF and _BACK.search(lower):
        return SubjectChange(SELF, bool(_SHARED.search(lower)))
    return None


def _is_of_another_place(lower: str) -> bool:
    """Return whether a message goes on to somebody at another place near by: "and the school next door, its head?"."""
    match = _ANOTHER_PLACE.search(lower)
    if match is None or not _BESIDE_OURS.search(match.group()):
        return False
    return bool(_ITS_PEOPLE.search(lower, match.start())) and not re.search(r"\b(?:i|i'm|im|me|my own)\b", lower)


def _is_in_passing(lower: str, opening: str) -> bool:
    """Return whether another is named first and the words are of the one who writes: "my sister did NPQEYL, I never have"."""
    tells_of_both = _ALSO_OF_ONESELF.search(lower) or _FOR_ME.search(lower) or _HAS_DONE.search(opening)
    return bool(_NEVER_ONESELF.search(lower)) or (bool(tells_of_both) and asks_for_oneself(lower))


def _goes_on_of_oneself(lower: str, match: re.Match[str]) -> bool:
    """Return whether another is only told of before the one who writes: "my wife is a head, I'm a class teacher"."""
    rest = lower[match.end() :]
    if _AND_ME.match(lower, match.start()):
        return True
    only_told = match.start() == 0 and not match.group().endswith(("wants", "would", "needs", "asked", "want"))
    return bool(only_told and _OF_ONESELF.search(rest) and not _ASKED_FOR_THEM.search(rest))


def find_relayed(relayed: Relayed, relaying: Relaying, state: DialogueState) -> SubjectChange | None:
    """Return whom an enquiry passed on turns to, None where it goes on about the current person or is nobody's but one's own."""
    if relayed.who is None:
        return None
    if relayed.counted and state.turn and set(state.people) == {SELF} and not _KNOWN_OF_ONE & set(state.person.facts):
        return None  # "last one. Deputy in Nuneaton": after questions about nobody, one's own
    spoken_of = state.subject != SELF or bool(state.person.facts)
    if not relayed.afresh and spoken_of and (relayed.who == SOMEBODY or relaying.named(state.subject)):
        return None  # "she says", "the caller": the one spoken of
    return SubjectChange(relayed.who, False, relayed.afresh)


def split_people(text: str) -> tuple[str, str] | None:
    """Return what is said of one person and then of another in one message, None where it is all of one.

    >>> split_people("I'm at a state school. My friend is at one in Wales, can she?")
    ("I'm at a state school.", 'My friend is at one in Wales, can she?')
    """
    match = _TURNS_TO.search(text.lower())
    if match and _NOT_THE_SUBJECT.match(text.lower(), match.end()):
        return None  # "My wife is a childminder and says NPQs are free?": what she says, not what she wants
    return (text[: match.start()], text[match.end() :]) if match else None


def change_subject(state: DialogueState, change: SubjectChange) -> DialogueState:
    """Return the state turned to another person; a new person starts with nothing but the intake and a shared workplace."""
    people = {name: person for name, person in state.people.items() if not change.afresh or name != change.subject}
    if change.subject not in people:
        intake = () if change.afresh else ("cohort_id",)
        of_both = (*intake, *change.shares, *(_PLACE if change.shares_workplace else ()))
        people[change.subject] = _with_facts(state.person, of_both)
    elif change.shares_workplace and not set(people[change.subject].facts) & set(_PLACE):
        shared = _with_facts(state.person, _PLACE).facts
        known = people[change.subject]
        people[change.subject] = known.model_copy(update={"facts": {**shared, **known.facts}})
    if not is_at_school(change.subject):  # told apart by the very lists
        people[change.subject] = _with_lists_of_the_same(people[change.subject], state.person)
    update: dict[str, object] = {"subject": change.subject, "people": people, "pending": None, "set_aside": None}
    if own := people[change.subject].courses:
        update["courses"] = own
    update |= {"to_come": False, "coming": None}
    if change.subject in state.people:
        update["still_open"] = None  # what was asked of the one before is not theirs to answer
    if change.afresh:
        update |= {"still_open": None, "together": ()}
    return state.model_copy(update=update)


def _with_lists_of_the_same(person: Person, before: Person) -> Person:
    """Return somebody named with the lists told since of another's workplace, where theirs was told as the same."""
    both_told = person.courses and before.courses
    same = all(
        _value(person, name) == _value(before, name) for name in ("eligible_establishment_type", "works_in_england")
    )
    if not (both_told and same):
        return person
    return person.model_copy(update={"facts": {**_with_facts(before, LIST_FACTS).facts, **person.facts}})


def _value(person: Person, name: str) -> object:
    return person.facts[name].value if name in person.facts else None


def share_workplace(words: str, before: Person) -> Person:
    """Return somebody newly told of, with the workplace of the person before where the words say it is the same."""
    return _with_facts(before, _PLACE if _SHARED.search(words.lower()) else ())


def _with_facts(person: Person, names: tuple[str, ...]) -> Person:
    return Person(facts={name: known for name, known in person.facts.items() if name in names})
