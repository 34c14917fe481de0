"""Answer whoever tells of a death in the family while on an NPQ: with sympathy, and that bereavement is a reason to defer."""

from __future__ import annotations

import re

from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from

_ENTRY = "faq-bereavement"
_CLOSE = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|husband|wife|partner|fianc\w+|son|daughter|baby|child|brother|sister|twin|"
    r"nan|nana|gran\w*|grand\w+|aunt\w*|uncle|cousin|niece|nephew|(?:mother|father|brother|sister)[- ]in[- ]law|best friend)"
)
_DIED = r"(?:died|has died|passed away|was killed|took (?:his|her) own life|is (?:terminally ill|dying))"
_LOSS = re.compile(
    rf"\b(?:my|her|his|our|their) (?:\w+ )?{_CLOSE}\b(?:['’]s)? (?:has |have |just |had |suddenly |sadly |very |recently |also )*{_DIED}\b|"
    rf"\b(?:lost|losing|loss of|death of|buried|burying) (?:my|her|his|our) (?:\w+ )?{_CLOSE}\b(?! (?:photo|picture|toy|book|monitor|weight)\w*)|\b(?:my|her|his|our) (?:\w+ )?{_CLOSE}(?:['’]?s) (?:death|funeral|passing)\b|"
    r"\bbereave\w*\b(?! (?:lead|champion|counsell\w+|support|training|policy|service|charity|work))|\bdeath in (?:the|my|our|her|his) family\b|\b(?:miscarriage|stillbirth|stillborn)\b"
)
_OF_THE_COURSE_THEN = frozenset({"deferring", "deferred_funding", "eligibility", "dates", "assessment", "withdrawing"})
"""What somebody asks in that state, with the words of "am I out?" and "it's due on Friday" among them."""


def of_a_death(wanted: Wanted) -> Answered | None:
    """Return the answer on deferring in a bereavement, None where no death is told of or something else is asked."""
    ask, turn = wanted.ask, wanted.turn
    said = (ask.whole or ask.around or ask.text).lower()
    entry = turn.needs.base.entries.get(_ENTRY)
    if entry is None or not _LOSS.search(said) or ask.cues - _OF_THE_COURSE_THEN:
        return None
    if entry.id in wanted.used:
        return Answered(answer_from(entry, said, 0, ()), filler=True)
    part = answer_from(entry, said, wanted.words, turn.state.said)
    return Answered(part, intents=("deferring",))
