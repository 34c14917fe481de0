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
_OTHER_CODE = re.compile(r"(?<![\w'’@./-])(?:LTD|ltd|LT|LL|SL|EL|ML)(?![\w'’@])(?!\.\w)")
_TOLD_CODE = re.compile(r"(?<![\w'’@./-])(?:(?:ltd|lt|ll|sl|el|ml)|(?-i:H))(?![\w'’@])(?!\.\w)", re.IGNORECASE)
"""Short enough to mean anything: taken for a course only where it is told how it went."""
_IS_SOMEBODY = re.compile(r"\b(?:i'm|im|i am|she's|he's|she is|he is|as|our|am)\s+(?:an?\s+|the\s+|new\s+)*$")
_TEAM = re.compile(r"\s*(?:team|meeting|member|company|line|rota|for (?:maths|english|science))\b")
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
    r"my|her|his|before|into|through|off|no|not|yes|yep|yeah|yh)\s+$"
)
_FOLLOWS_CODE = re.compile(
    r"\s*(?:[?.,;:!)(\n…/&+]|[-–]\s|$|\b(?:course|npq|one|thing|training|qualification|is|be|being|for|in|at|from|then|please|pls|instead|"
    r"too|and|or|would|could|will|cost\w*|covered|funded|paid|free|still|open|though|autumn|spring|this|any)\b)"
)
_HOW_IT_WENT = (
    r"(?:pass(?:ed)?|fail(?:ed)?|done|complete[d]?|finish(?:ed)?|start(?:ed)?|ended|deferred|paused|postponed|on hold|"
    r"in progress|ongoing|intermit\w*|ditched|dropped|abandoned|withdrawn|withdrew|binned|quit|unfinished|halfway|scholarship|"
    r"never|appeals|place|when|last (?:year|term|summer|july)|yonks|years ago|back in|way back|was|got|went|"
    r"(?:in )?['’]?(?:20)?[012]\d)\b"
)
_TELLS_OF_CODE = re.compile(rf"\s*[:=(–,-]?\s*(?:is |was |has been |still |yep |yes )?{_HOW_IT_WENT}|\s*[✅✔👍🎉]")
_TEAM_BEFORE = re.compile(r"\b(?:on|of|in)\s+(?:the\s+)?$")


def find_codes(text: str, lower: str) -> Iterator[Mention]:
    """Yield a mention for each code that stands for a course, from the text and the same in lower case."""
    for match in _CLEAR_CODE.finditer(text):
        if not _IS_SOMEBODY.search(lower[: match.start()]):
            yield _named(match)
    shouted = text.isupper()  # then a code is not told from a word
    for match in _TOLD_CODE.finditer(text):
        if _stands_as_course(match, lower, text, shouted=shouted):
            yield _named(match)


def _stands_as_course(match: re.Match[str], lower: str, text: str, *, shouted: bool) -> bool:
    before, after = lower[: match.start()], lower[match.end() :]
    if _IS_SOMEBODY.search(before) or _TEAM.match(after) or not _LEADS_TO_CODE.search(before):
        return False
    if match.group() == "LT" and _TEAM_BEFORE.search(before):
        return False  # "on LT" is in a leadership team
    if _TELLS_OF_CODE.match(after):
        return True
    return not shouted and bool(_OTHER_CODE.match(text, match.start()) and _FOLLOWS_CODE.match(after))


def _named(match: re.Match[str]) -> Mention:
    code = match.group().lower()
    kind, value = ("legacy", _OLD_CODES[code]) if code in _OLD_CODES else ("course", _BY_CODE[code])
    return Mention(kind, value, match.start(), match.end(), match.group())
