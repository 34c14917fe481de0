"""Tell where somebody says that they do not know, in any idiom: "search me", "God knows", "your guess is as good as mine".

What is not known is for the readers of each fact.
"""

from __future__ import annotations

import re

_KNOWER = r"(?:god|goodness|heaven|heavens|lord|christ|who|nobody|no ?one|fuck|hell)"
_SOMETHING_ELSE = r"(?! (?:why|how|when|where|who|what for|what (?:good|use|the point))\b)"
"""After "God knows": doubts why or how a thing is so, not that it is."""
_CLUE = r"(?:clue|idea|foggiest|faintest|scooby|notion|earthly|inkling|the slightest|slightest)"
_LOOKS = r"(?:check|ask(?! (?:parents|for|to|if)\b)|look(?! after)|find out|get back to you|chase (?:it|that|them)|enquire|dig)"
_IDIOM = re.compile(
    rf"\b{_KNOWER} (?:only |alone )?knows\b{_SOMETHING_ELSE}|\bwho(?:'s| is) to say\b|"
    rf"\b(?:not|no|haven't|havent|hasn't|without|ain't|have not|not got|wouldn't have|wouldnt have)\b(?: (?:got|a|an|the|any|even|earthly))* {_CLUE}\b{_SOMETHING_ELSE}|\bclueless\b|"
    r"\b(?:search|beats) me\b(?! (?:how|why))|\bask me another\b|\bdon'?t (?:ask|look at) me\b(?! (?:how|why))|\b(?:buggered|blowed|damned|hanged|stuffed|sure|dashed) if (?:i|we) know\b|"
    r"\b(?:your|anyone's|anybody's|anyones|anybodys) guess\b|\bguess(?:'s| is)? as good as\b|\byou tell me\b|\bhow (?:should|would|am) (?:i|we) (?:supposed )?(?:to )?know\b|"
    r"\b(?:could(?:n't|nt| not)|can(?:'t|not)|wouldn't|wouldnt) (?:honestly |really |possibly |rightly )?(?:(?:tell|say|comment)(?! (?:a word|no|anything)\b)|know)\b|"
    r"\b(?:none the wiser|in the dark|a (?:total |complete )?mystery|a closed book|news to me|double dutch|above my pay ?grade|over my head|lost on me|(?:not )?in the loop|mean(?:s|t)? (?:nothing|nowt) to me)\b|"
    r"\b(?:idk|dno|dunno|duno|donno)\b|\bhard to (?:say|tell)\b|(?<=[:,?=-])\s*(?:pass|\?+)(?=\W*$)|^\W*pass\W*$|\b(?:wish|if only) i knew\b"
)
_NOT_LOOKED_UP = re.compile(
    rf"\b(?:will|'ll|would|'d|need|needs|have|has|gotta|must|going|ill|let me|better|trying|yet)(?: (?:to|have|need|go|and|just|first))*+ {_LOOKS}\b|"
    r"\b(?:haven't|havent|hasn't|not|yet to)(?: (?:yet|even|had time to|been able to|got round to))* (?:check(?:ed|ing)?|look(?:ed|ing)?(?! after)|ask(?:ed|ing)?|found out|been told|find out)\b|"
    r"\b(?:waiting (?:to hear|on (?:it|them|confirmation|dfe|the|an? answer)|for (?:confirmation|an? answer|a reply|word|news|someone|the))|awaiting|looking into|finding out)\b|"
    r"\b(?:nobody|no one|no-one)(?: ha[sv]e?|'s|'ve| here| in \w+)* (?:ever )?(?:told|said|mentioned|knows|knew|seems to know|can tell)\b|"
    r"\b(?:never|not|haven't|havent|hasn't) (?:even |actually |ever )?(?:heard (?:of|about|anything)|come across)\b|\b(?:unknown|unclear|uncertain|tbc|tba|tbd|not known|not confirmed|to be confirmed|unconfirmed)\b"
)


def says_not_knowing(text: str) -> bool:
    """Return whether the words, in lower case, say that one does not know.

    >>> says_not_knowing("as for rise, your guess is as good as mine"), says_not_knowing("not on it, god knows why")
    (True, False)
    >>> says_not_knowing("i haven't the foggiest"), says_not_knowing("we haven't been on it since june")
    (True, False)
    """
    return bool(_IDIOM.search(text))


def has_not_looked_up(text: str) -> bool:
    """Return whether words said of a list tell that it was not looked up, or never heard of.

    >>> has_not_looked_up("rise, i'd have to check"), has_not_looked_up("we checked and we're on it")
    (True, False)
    """
    return bool(_NOT_LOOKED_UP.search(text))
