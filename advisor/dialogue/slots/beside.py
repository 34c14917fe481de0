"""Tell what is said of another place than the person's own: a friend's, the last one, the one next door, one passed by."""

from __future__ import annotations

import re

_RELATIVE = r"(?:friend|wife|husband|partner|sister|brother|colleague|mate|mum|dad|daughter|son|cousin|aunt|uncle|niece|nephew|neighbour|other half|ex)"
_PLACE = r"(?:school|academy|college|place|nursery|trust|job|setting|one|primary|secondary|infants?|juniors?)"
_ANOTHERS = re.compile(
    rf"\b(?:{_RELATIVE}(?:'?s)?|last|old|previous|former|other|another|next|neighbouring|nearby|rival|sister|feeder) {_PLACE}\b|"
    rf"\b{_PLACE} (?:down the road|next door|nearby|up the road|across town|i left|before (?:this|that))\b"
)
_NEXT_TO = re.compile(
    r"\b(?:my|our|her|his|the|their) (?:own )?(?:youngest|eldest|oldest|middle one|little ones?|kids?|children|child|sons?|daughters?|baby|twins|toddler)"
    r"(?:'s| is| has| have| are| just| only| now| all| both| finally)* (?:started|starts|starting|began|settled|off|back|gone)(?: in| at| to| off)? (?:an? |the |big |full[- ]time |primary |reception |nursery |secondary )*$|"
    r"\b(?:kids|children|sons?|daughters?) (?:go(?:es)?|attends?)(?: to)? (?:an? |the )?(?:\w+ )?$|"
    r"\b(?:uses?|using|trainees? from|hosts? (?:\w+ )?(?:from|for)|train(?:ed|s|ing)? (?:with|by|at|through)|work(?:s|ing)? (?:closely |a lot |together )?with|next (?:door )?to|near(?:by)?|opposite|beside|behind|close to|round the corner from|across from|across the road from|feeds? into|inspected by|"
    r"(?:liais\w+|links?|linked|partner\w*|closely|meetings?|contact|in touch|dealings|a lot|advice|help|support(?:ed)?|visits?|visited|training|referr\w+) (?:with|to|from|by|at)|hires?|hired|buy in|bring in)\s+(?:an?|the|our|my|your|local|big|old)?\s*$"
)
_FRIEND = re.compile(r"\s+(?:friend|mate|pal|colleague|neighbour)\b")
_RELATED = re.compile(r"\s+(?:sister|brother|mum|wife|husband|partner|daughter|son)\b")
_WHOSE = re.compile(r"\b(?:my|our|her|his|their) (?:\w+ )?$")
_IS_SO = re.compile(r"\b(?:i'm|im|i am|as|she's|he's|in|at) (?:an? |the |my |our )?(?:\w+ )?$")
_OF_A_RELATIVE = re.compile(
    rf"\b(?:my|our) {_RELATIVE}(?:'s| is| was| works| teaches| runs| has)\b(?!.*\b(?:i|we)(?:'m|m|'re)?\b)"
)
_OWN = re.compile(
    r"\b(?:i'm|im|i am|i work|i teach|i run|i lead|me in|mine is|my (?:own )?(?:school|nursery|college|job))\b"
)
_CLAUSE = re.compile(r"[,.;:?!\n(]|\b(?:but|and|while|whereas)\b")
_QUOTES = re.compile(
    r"\b(?:page|website|site|guidance|rules?|document|form|it|they|gov\.uk) (?:says?|said|mentions?|talks? (?:of|about)|wants?)\b[^.?!]*$|"
    r"\b(?:people|parents|they|some|everyone|folk|we|i|you) (?:\w+ )?(?:call|calls|called|describe|label|brand) (?:us|it|me|them|ourselves)\b[^.?!,]*$|"
    r"\bnothing (?:\w+ )?to do with\b[^.?!]*$"
)
"""What a page says of schools is not said of one's own."""


_ON_RECORD = re.compile(
    r"\b(?:gias|edubase|register|get information about schools)\b(?:(?!\b(?:neighbour|another|friend|theirs?|they|for)\b)[^.?!])*$"
)
"""The government's register says what one's own place is: "on the register it says other independent school"."""
_OF_OTHERS = re.compile(r"\b(?:neighbour\w*|another|other school|friend\w*|theirs?)\b")


def is_of_another_place(text: str, start: int) -> bool:
    """Return whether the clause before a position speaks of a place that is not the person's own.

    >>> is_of_another_place("the school down the road is on pp50", 31)
    True
    >>> text = "my wife works at a nursery, i'm at a primary"
    >>> is_of_another_place(text, 19), is_of_another_place(text, 37)
    (True, False)
    >>> is_of_another_place("my wife works at a nursery", 19)
    False
    """
    left = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    clause = text[left:start]
    if _ANOTHERS.search(clause) or _NEXT_TO.search(clause):
        return True
    return bool(_OF_A_RELATIVE.search(clause)) and bool(_OWN.search(text, start))


def is_of_a_friend(text: str, start: int, end: int) -> bool:
    """Return whether a name only says of what kind somebody else is: "my childminder friend".

    >>> is_of_a_friend("childminder friend did hers there", 0, 11), is_of_a_friend("i'm a senco mum", 6, 11)
    (True, False)
    """
    before = text[:start]
    if _IS_SO.search(before):
        return False
    return _FRIEND.match(text, end) is not None or bool(_RELATED.match(text, end) and _WHOSE.search(before))


def is_quoted(before: str) -> bool:
    """Return whether words are those of a page or of other people: "the page says publicly funded only".

    >>> is_quoted("some people call us a "), is_quoted("we are a ")
    (True, False)
    """
    return bool(_QUOTES.search(before)) and not (_ON_RECORD.search(before) and not _OF_OTHERS.search(before))
