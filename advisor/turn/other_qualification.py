"""Notice that a question is of another qualification, named after the NPQ that it is set against."""

from __future__ import annotations

import re

from advisor.turn.answered import Wanted

_NAMED = re.compile(
    r"(?P<had>\b(?:have|has|had|got|hold|holds|held|with|did|done|completed|passed|my|her|his) (?:an? |the |already |only )*)?"
    r"\b(?P<kind>level [2-8]|nvq(?: level)? ?[2-8]?|btec|cache|ilm|cmi|t[- ]level|foundation degree|nebosh|first aid)\b(?: (?:in|of))?(?: \w+){0,2}?"
    r"(?: (?:diploma|certificate|award|qualification|course|degree|nvq|extended diploma))?(?: (?:in|for|of)(?: (?!and\b|or\b)\w+){1,4})?"
)
"""A qualification of a kind that no NPQ is, and whether it is only told to be held."""
_SOMEBODY = re.compile(
    r"^(?: \w+){0,2} (?:practitioners?|tas?|hltas?|teach\w*|tutors?|lecturers?|leads?|leaders?|workers?|nurser\w+|apprentices?|staff|courses|students|learners|business|assistants?|qualified|trained)\b"
)
_TEACHES = re.compile(
    r"\b(?:teach|teaches|taught|run|runs|lead|leads|deliver|delivers|assess|manage|manages)(?: (?:a|the|our|on))? $"
)
"""Words with which a qualification tells who somebody is or what they teach: "I'm a level 3 practitioner"."""
_OURS = frozenset({"course", "family", "legacy"})
_SETS_BESIDE = frozenset({"eligibility", "comparison", "credit", "recommend", "next_course", "funding"})
_POINTS_AT_IT = re.compile(r"\b(?:it|that|this|its|which units|what units|how many units|the units)\b")


def is_of_another_qualification(wanted: Wanted) -> bool:
    """Return whether the question is of such a qualification: it is the last one named, and the question points at it."""
    ask = wanted.ask
    own = (ask.own or ask.text).lower()
    said = (ask.whole or ask.around or own).lower()
    end = said.find(own) + len(own) if own in said else len(said)
    others = [match for match in _NAMED.finditer(said[:end]) if not (match["had"] or _tells_who(said, match))]
    if not ask.is_question or not others or ask.cues & _SETS_BESIDE:
        return False
    other = others[-1]
    ours = [m for m in wanted.turn.needs.lexicon.names.find(said[:end]) if m.kind in _OURS]
    if any(m.start >= other.end() for m in ours):
        return False
    in_question = other.start() >= end - len(own)
    return (in_question and not any(m.start >= end - len(own) and m.end <= other.start() for m in ours)) or (
        not in_question and bool(_POINTS_AT_IT.search(own))
    )


def _tells_who(said: str, match: re.Match[str]) -> bool:
    """Return whether a qualification only tells who somebody is or what they teach."""
    named = _SOMEBODY.match(f" {said[match.end('kind') :].lstrip()}")
    return bool(named or _TEACHES.search(said[: match.start()]))
