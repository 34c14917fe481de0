"""Tell which words of a sentence speak of one list, and whether they leave open if a place is on it.

"PP50 yes, RISE God knows" knows of one list and not of the other.
"""

from __future__ import annotations

import re

from advisor.dialogue.slots.polarity import is_hedged
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.text.names import Mention
from advisor.dialogue.text.not_knowing import has_not_looked_up, says_not_knowing

_END = re.compile(r"[.?!;\n]+(?=\s|$)")
_TOGETHER = re.compile(r"\W*(?:(?:and|or|nor|n|the|dfe's|on|in|list|one)\b\W*)*")
"""Between lists of which the same is said: "as for PP50 and RISE, no clue"."""
_AND = re.compile(r"\b(?:and|or|nor|n)\b|[&/+]")
_DOUBTS = re.compile(
    r"(?<!no )(?<!without )(?<!without a )\bdoubt(?:ful|s|ing|ed)?\b|\bunlikely\b|\blikely\b(?! to (?:be asked|need))|\b(?:can't|cant|cannot|hard to) imagine\b|\b(?:wouldn't|wouldnt) (?:think|have thought|imagine|expect)\b|"
    r"\b(?:don't|dont) (?:suppose|reckon|imagine)\b|\bi (?:reckon|imagine|presume|expect|suspect|fancy|suppose|hope|gather)\b|\b(?:fingers crossed|odds are|in all likelihood|chances are|i'd be guessing|at a guess|i'd (?:say|guess|bet|imagine|expect|have thought))\b"
)
"""Only supposes: "so I doubt we're PP50", "PP50 seems unlikely"."""
_BREAK = re.compile(r"[,:()]|\s-+\s|\b(?:but|though|whereas|while|however)\b")
_BREAK_AFTER = re.compile(rf"{_BREAK.pattern}|\band\b")
_FILLERS = r"(?:(?:and|but|so|well|er|um|oh|ok|okay|hmm|right|now|sorry|actually|also|honestly|the|that|this|is|dfe's|your)\b\W*)*"
_TOPIC = re.compile(
    rf"^\W*{_FILLERS}(?:as (?:for|regards|to)|re|regarding|about|concerning|when it comes to|in terms of|with regards? to|on the subject of|on the question of|(?:on|in)(?= $))\W+(?:being )?(?:on |in )?(?:the )?$"
)
_BY_ITSELF = re.compile(rf"^\W*{_FILLERS}$")
_PREDICATE = re.compile(
    r"(?: (?:list|thing|one|programme|business|stuff|page|file|sheet|spreadsheet|site|link|website))?(?:'s| is| was| are| isn't| won't| wouldn't| doesn't| didn't| means| remains| has(?! (?:us|our|me)\b)| keeps| seems| sounds| looks)\s+(?P<what>\w+(?:'\w+)?)"
)
_TELLS = frozenset(
    "us ours we our mine me yes yep yeah y a on no nope n not in confirmed ticked true right definite certain correct where happening include have list "
    "for".split()
)
"""What "RISE is …" goes on with where it tells of the own place: "is us", "is a yes", "isn't for us"."""
_SENTENCE_END = re.compile(r"[?!;\n]|(?<!\bst)(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!e\.g)(?<!i\.e)\. ")
_WONDERS = re.compile(r"\b(?:know|check|tell|find out|sure|how|whether|if)\b")
_ANSWERS = re.compile(
    r"(?: list| one| thing| status)?\W*(?:(?:well|sadly|then|it's|it is|that's|that is|an?|just|also|still|definitely|a big|a firm)\W+)*(?:yes|yep|yeah|yup|no|nope|nah|neither|same|not|nothing|never|we|it|they|i'm|i am|our|she|he|since|us)\b"
)


def words_about(reading: Reading, mention: Mention) -> tuple[int, int]:
    """Return where the words begin and end that speak of this list and of no other named beside it."""
    lower = reading.lower
    left = max((m.end() for m in _END.finditer(lower, 0, mention.start)), default=0)
    stop = _END.search(lower, mention.end)
    right = stop.start() if stop else len(lower)
    if stop and _BY_ITSELF.match(lower[left : mention.start]) and not lower[mention.end : right].strip(" ,-"):
        after = _END.search(lower, stop.end())  # "RISE. No idea."
        right = after.start() if after else len(lower)
    lists = sorted(reading.of_kind("list"), key=lambda each: each.start)
    before = [each for each in lists if left <= each.start and each.end <= mention.start]
    after_it = [each for each in lists if mention.end <= each.start and each.end <= right]
    for own, other in zip([mention, *before[::-1]], before[::-1], strict=False):
        between = lower[other.end : own.start]
        if not _are_together(between, lower[left : other.start]):
            cuts = [other.end + found.end() for found in _BREAK.finditer(between)]
            left = cuts[-1] if cuts else left
            break
    for own, other in zip([mention, *after_it], after_it, strict=False):
        between = lower[own.end : other.start]
        if not _are_together(between, lower[left : own.start]):
            cuts = [own.end + found.start() for found in _BREAK_AFTER.finditer(between)]
            right = cuts[-1] if cuts else right
            break
    return left, right


def _are_together(between: str, before: str) -> bool:
    """Return whether two lists are named in one breath: "PP50 and RISE"; by a comma alone only as what is spoken of."""
    return bool(_TOGETHER.fullmatch(between)) and (bool(_AND.search(between)) or bool(_BY_ITSELF.match(before)))


def is_in_doubt(reading: Reading, mention: Mention) -> bool:
    """Return whether the words about a list only half assert it, or say that nobody knows or looked."""
    left, right = words_about(reading, mention)
    words = reading.lower[left:right]
    return (
        is_hedged(words, mention.start - left, mention.end - left)
        or says_not_knowing(words)
        or has_not_looked_up(words)
        or bool(_DOUBTS.search(words))
    )


def is_left_open(reading: Reading, mention: Mention) -> bool:
    """Return whether a list is only spoken about, with no word on who is on it: "as for RISE, …", "RISE is beyond me"."""
    left, right = words_about(reading, mention)
    before, after = reading.lower[left : mention.start], reading.lower[mention.end : right]
    said = _PREDICATE.match(after)
    if said and _BY_ITSELF.match(before):
        return said["what"] not in _TELLS
    return bool(_TOPIC.match(before)) and not before.endswith(("on ", "in ")) and not _ANSWERS.match(after)


def sentence_before(lower: str, place: int) -> int:
    """Return where the sentence of a place begins; one that wonders about a list goes on into the next.

    "Was on supply. Our school is on PP50, I checked" asks nothing, "do you know if St. Mary's is on PP50" does.
    """
    start = 0
    for match in _SENTENCE_END.finditer(lower, 0, place):
        if match.group() != ". " or not _WONDERS.search(lower, start, match.start()):
            start = match.end()
    return start
