"""Answer for several people told of in one message, each from what was said of them alone."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.dialogue.state import SELF, DialogueState
from advisor.dialogue.understanding import understand
from advisor.rules.verdict import Verdict
from advisor.turn.answered import Answered, Wanted
from advisor.turn.facts import facts_of
from advisor.turn.funding import answer_funding
from advisor.turn.needs import Turn
from advisor.turn.questions import question_for

_WHO = r"colleague|wife|husband|partner|friend|sister|brother|deputy|mate|teacher|senco|assistant head|other half"
_STARTS = re.compile(
    rf"(?:^|(?<=[.;,!?])|\b(?:and|but|while|whereas))\s*(?:(?P<own>i(?:'m| am| work| teach|m)?\b|me\b)|(?:my|our) (?P<other>{_WHO})\b)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:both|either of us|we|us|who gets|each of us|the two of us|which of us)\b", re.IGNORECASE)
_MOST = 3


def for_each_person(wanted: Wanted) -> Answered | None:
    """Return a verdict for each of several people, where funding is asked for all of them."""
    ask, turn = wanted.ask, wanted.turn
    text = ask.whole or ask.around or ask.text
    if not ask.wants("funding") or not ask.courses or not _OF_ALL.search(text):
        return None
    told = [(who, person) for who, words in _split(text) if (person := _read(who, words, turn)) is not None]
    if len(told) < 2:
        return None
    parts: list[Part] = []
    verdicts: list[Verdict] = []
    for _, there in told[:_MOST]:
        funding = answer_funding(there, ask.courses[:1])
        parts.append(replace(funding.part, said=(_lead(there.subject), *funding.part.said[:2])))
        verdicts += funding.verdicts
    question = next(
        (q for (_, there), v in zip(told, verdicts, strict=False) if (q := question_for((v,), there))), None
    )
    return Answered(parts[0], tuple(verdicts), None, question, None, ("funding",), tuple(parts[1:]))


def _split(text: str) -> list[tuple[str, str]]:
    """Return whom each stretch of the text speaks of, with its words.

    >>> _split("My friend teaches in Wales and I teach in Bristol. Are we both funded?")
    [('friend', 'My friend teaches in Wales'), ('self', 'I teach in Bristol. Are we both funded?')]
    """
    found = list(_STARTS.finditer(text))
    stretches: dict[str, str] = {}
    for match, after in zip(found, [*found[1:], None], strict=False):
        who = (match["other"] or SELF).lower()
        words = text[match.start() : after.start() if after else len(text)]
        words = re.sub(r"^\s*(?:and|but|while|whereas)\b", "", words).strip(" ,;")
        stretches[who] = f"{stretches[who]} {words}" if who in stretches else words
    return list(stretches.items())


def _read(who: str, words: str, turn: Turn) -> Turn | None:
    """Return the turn as if this person alone were spoken of, None where nothing was told of them."""
    alone = understand(words, DialogueState(), turn.as_of, turn.needs.lexicon, None).state.person
    told = facts_of(alone)
    if not {"works_in_england", "work_setting"} & set(told):
        return None
    state = turn.state.model_copy(update={"subject": who, "people": {who: alone}})
    return replace(turn, state=state)


def _lead(subject: str) -> Said:
    return Said("For you:" if subject == SELF else f"For your {subject}:")
