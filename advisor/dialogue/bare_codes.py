"""Name the course that a code without "NPQ" stands for: "EYL, is it paid?", "SL passed, H next", "ml 2016".

A company is "Ltd", a team is "LT" and a lead is "SL": only the words around tell a course from those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.core.courses import COURSES, EARLY_HEADSHIP_COACHING
from advisor.dialogue.text.names import Mention

_BY_CODE = {
    COURSES[course].code.lower().removeprefix("npq"): course for course in COURSES if course != EARLY_HEADSHIP_COACHING
}
_OLD_CODES = {"ml": "npqml"}
_CLEAR_CODE = re.compile(r"(?<![\w'’@./-])(?:eyl|lbc|lpm)(?![\w'’@])(?!\.\w)", re.IGNORECASE)
"""Means nothing else in a school but, said of somebody, what they lead."""
_SHORT_CODE = re.compile(r"(?<![\w'’@./-])(?:ltd|lt|ll|sl|el|ml|h)(?![\w'’@&])(?!\.\w)", re.IGNORECASE)
"""Short enough to mean anything; in capitals the longer ones mean little else to those who speak of NPQs."""
_IS_SOMEBODY = re.compile(
    r"\b(?:i'm|im|i am|she's|he's|she is|he is|as|our|am|mr|mrs|ms|miss|set|year|class)\s+(?:an?\s+|the\s+|new\s+)*$"
)
_WILL = re.compile(r"\b(?:i|we|you|he|she|they|it|that|this|there|who|what)\s+$")
_TEAM = re.compile(r"\s*(?:team|meeting|member|company|line|rota|results?|data|for (?:maths|english|science))\b")
_CLAUSE_STARTS = r"(?:^|[.,;:!?(\n+&/…]\s*|\s[-–]\s+)"
_HAVING = (
    r"\b(?:did|done|doing|had|have|has|got|gets|finish\w*|complet\w+|pass\w*|fail\w*|flunked|start\w*|beg[aiu]n|quit|left|"
    r"dropped|withdrew|withdrawn|binned|bin|ditched|jacked in|paused|deferred|gave up|given up|took|taken|enrolled|signed up|"
    r"registered|currently|previously|bought|awarded|holds?|turned down|rejected)"
    r"(?:\s+(?:on|off|out|of|from|for|in|with|at|to|through))*\s+(?:the |my |an? |her |his |old |in )*$"
)
_LEADS_TO_CODE = re.compile(
    rf"{_CLAUSE_STARTS}$|{_HAVING}|"
    r"\b(?:the|an?|plus|with|versus|vs|for|do|doing|does|take|taking|about|is|are|and|or|of|would|will|like|just|only|then|so|wants?|fund|that|considering|thinking|fancy|fancies|after|which is|npq|course|"
    r"my|her|his|before|into|through|off|no|not|yes|yep|yeah|yh|need|needs|skip|stop|stops|me|choose|say|says|leaning|against|than|"
    r"new|old|to|on|both|meant|called|without|in|still|between|want|thinking of|instead of|drop|with)\s+$"
)
_FOLLOWS_CODE = re.compile(
    r"\s*(?:[?.,;:!)(\n…/&+]|[-–]\s|$|\b(?:course|npq|one|thing|training|qualification|is|be|being|for|in|at|from|then|please|pls|instead|"
    r"too|and|or|would|could|will|cost\w*|covered|funded|paid|free|still|open|though|autumn|spring|this|any|v|which|"
    r"does|do|work|first|now|on|with|without|certificate|it|it's|not|no|yes|but|till|until|next|has|have|had|if|vs|versus|to)\b)"
)
_HOW_IT_WENT = (
    r"(?:pass(?:ed)?|fail(?:ed)?|done|complete[d]?|finish(?:ed)?|start(?:ed)?|ended|deferred|paused|postponed|on hold|"
    r"in progress|ongoing|intermit\w*|ditched|dropped|abandoned|withdrawn|withdrew|binned|quit|unfinished|halfway|scholarship|"
    r"never|appeals|place|when|last (?:year|term|summer|july)|yonks|years ago|back in|way back|was|got|went|"
    r"(?:in )?['’]?(?:20)?[012]\d)\b"
)
_TELLS_OF_CODE = re.compile(rf"\s*[:=(–,-]?\s*(?:is |was |has been |still |yep |yes )?{_HOW_IT_WENT}|\s*[✅✔👍🎉]")
_TEAM_BEFORE = re.compile(r"\b(?:on|of|in)\s+(?:the\s+)?$")


def find_codes(text: str, lower: str, *, others: bool = False) -> Iterator[Mention]:
    """Yield a mention for each code that stands for a course, from the text and the same in lower case.

    `others`: whether courses are named besides, so that even an "h" may be one.
    """
    for match in _CLEAR_CODE.finditer(text):
        if not _IS_SOMEBODY.search(lower[: match.start()]):
            yield _named(match)
    codes = list(_SHORT_CODE.finditer(text))
    beside = others or any(len(match.group()) > 1 for match in codes)
    for match in codes:
        if _stands_as_course(match, text, lower, beside=beside):
            yield _named(match)


def _stands_as_course(match: re.Match[str], text: str, lower: str, *, beside: bool) -> bool:
    code, before, after = match.group(), lower[: match.start()], lower[match.end() :]
    if _IS_SOMEBODY.search(before) or _TEAM.match(after) or (code == "LT" and _TEAM_BEFORE.search(before)):
        return False  # "on LT" is in a leadership team
    leads, follows = bool(_LEADS_TO_CODE.search(before)), bool(_FOLLOWS_CODE.match(after))
    if leads and code != "h" and _TELLS_OF_CODE.match(after):
        return True
    if text.isupper():
        return False  # there a code is not told from a word
    if code == "ll" and _WILL.search(before):
        return False  # "that ll be"
    if code.isupper() and code != "H":
        return leads or follows
    return leads and follows and (beside if code == "h" else code in ("H", "ltd") or text.islower())


def _named(match: re.Match[str]) -> Mention:
    code = match.group().lower()
    kind, value = ("legacy", _OLD_CODES[code]) if code in _OLD_CODES else ("course", _BY_CODE[code])
    return Mention(kind, value, match.start(), match.end(), match.group())
