"""Answer what becomes of the place somebody has: the rules of a new registration say nothing of it."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.rules.history import DEFERRED, IN_PROGRESS, earlier_npqs
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import answer_from
from advisor.turn.facts import facts_of
from advisor.turn.needs import Turn

_FEARS = re.compile(
    r"\b(?:lose|losing|lost|keep|safe|affects?|carry on|carry over|continue|repay|what happens|what now|what do i do|"
    r"still (?:be )?(?:funded|paid|covered|free)|(?:funded|paid for|free) (?:still|after|then)|come back|go back|go with me|take (?:it|my place) (?:with me|away|off)|"
    r"pay (?:it|that|the money|anything|for it)? ?back|make me pay|have to pay|charge me)\b"
)
_ANEW = re.compile(
    r"\b(?:again|another|different|next|second|new one|as well|too|straight after|instead|re-?register|register|apply|start)\b"
)
"""Asks of a new place."""
_NEW_WORKPLACE = re.compile(
    r"\b(?:another|different|new|next) (?:\w+ )?(?:schools?|academ\w+|trust|mat|job|post|role|nurser\w+|college|primary|secondary|employer|place of work)\b"
)
"""A new place of work is no new place on a course."""
_ON_ONE = re.compile(
    r"\b(?:accepted (?:on|onto|for)|registered (?:for|on)|enrolled on|signed up (?:for|to)|got (?:a|my) (?:funded )?place (?:on|for)|my (?:funded )?place|"
    r"(?:i'm|im|i am|she's|he's|she is|he is) (?:\w+ )?(?:on|doing|part way|half\s?way|midway)(?: through)? (?:an?|my|her|his) (?:dfe[- ]?)?(?:funded )?npq)\b"
)
_EVENTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:repay|clawback|(?:make|charge) (?:me|us)|pay (?:it|that|the money|anything|all of it)? ?back)\b"
        ),
        "faq-funding-clawback",
    ),
    (
        re.compile(
            r"\b(?:maternity|paternity|parental|mat leave|baby|pregnan\w+|expecting|sick|ill|illness|surgery|operation|bereave\w+|"
            r"career break|sabbatical|time off|leave of absence|paus\w+|defer\w*|a break|come back|go back)\b"
        ),
        "faq-defer-funding",
    ),
    (
        re.compile(
            r"\b(?:mov\w+|job|post|start\w*|leav\w+|transfer\w*|going|go|off|work\w*)\b[^.?!]{0,50}\b(?:private|independent|fee[- ]paying|abroad|overseas|"
            r"international school|wales|scotland|northern ireland|ireland|dubai|jersey|guernsey|cardiff|swansea|edinburgh|glasgow|belfast|out of england)\b"
        ),
        "faq-move-ineligible",
    ),
    (
        re.compile(
            r"\b(?:leav\w+|quit\w*|left) (?:teaching|the profession|education)\b|\b(?:resign\w*|redundan\w+|made redundant)\b"
        ),
        "faq-left-teaching",
    ),
    (
        re.compile(
            r"\b(?:my|our|the|her|his|their)? ?(?:school|nursery|college|academy|trust|place|setting)\b[^.?!]{0,40}\b(?:clos\w+|leav\w+|join\w+|merg\w+|"
            r"(?:is|being|been|was|gets?|got) (?:taken|moved|dropped|off)|com\w+ off|drop\w+ off|no longer on|becom\w+|convert\w*|academis\w+)\b"
        ),
        "faq-keep-place",
    ),
    (
        re.compile(
            r"\b(?:chang\w+|mov\w+|switch\w*|leav\w+|left|new) (?:to )?(?:my |an? |the )?(?:new |another |different )?(?:\w+ )?(?:schools?|jobs?|post|trust|nurser\w+|college|role|academ\w+|primary|secondary)\b"
        ),
        "faq-move-school",
    ),
)
"""What happens to the person or the workplace, the most particular first, with the entry on it."""
_OF_THE_PLACE = re.compile(r"\b(?:lose|losing|lost|keep|safe|still (?:be )?(?:funded|paid|covered|free))\b")
_OF_THE_ASSESSMENT = re.compile(r"\b(?:fail\w*|pass\w*|resit\w*|retak\w*|assess\w*|deadline|submit\w*)\b")
"""Fears for the result, not for the place."""
_AGAIN = 45
"""Words, where the same has just been said and is asked all the same."""
_IN_GENERAL = "faq-keep-place"


def of_place_held(wanted: Wanted) -> Answered | None:
    """Return what becomes of the NPQ somebody is on, where the words fear for it; None where a new place is asked about."""
    ask, turn = wanted.ask, wanted.turn
    own = (ask.own or ask.text).lower()
    said = (ask.whole or ask.around or own).lower()
    held = _held(turn)
    about_it = set(ask.courses) <= held if held else bool(_ON_ONE.search(said))
    fears = _FEARS.search(own)
    # "Leaving for an independent school in January": what is told of it asks what becomes of it.
    if (
        not about_it
        or _ANEW.search(_NEW_WORKPLACE.sub(" ", own))
        or _OF_THE_ASSESSMENT.search(own)
        or not (fears or (held and (ask.leans or not ask.is_question) and _event_of(own)))
    ):
        return None
    general = _IN_GENERAL if held and _OF_THE_PLACE.search(own) else None
    entry_id = _event_of(said) or _event_of(turn.state.last_question.lower()) or general
    entry = turn.needs.base.entries.get(entry_id or "")
    if entry is None or entry.id in wanted.used:
        return None
    just_said = turn.state.last_entry == entry.id
    part = answer_from(entry, said, _AGAIN if just_said else wanted.words, () if just_said else turn.state.said)
    courses = ask.courses or tuple(sorted(held))[:1]
    return Answered(replace(part, courses=courses), intents=("deferring",))


def _held(turn: Turn) -> set[str]:
    """Return the courses that somebody is on, or has put off."""
    earlier = earlier_npqs(facts_of(turn.state.person))
    return {each.course for each in earlier if each.status in (IN_PROGRESS, DEFERRED)}


def _event_of(text: str) -> str | None:
    return next((entry_id for pattern, entry_id in _EVENTS if pattern.search(text)), None)
