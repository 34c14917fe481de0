"""Read that there was no NPQ, or none but those told, where no verb denies it: "NPQs: nil", "ever had one? no", "nothing since"."""

from __future__ import annotations

import re

from advisor.dialogue.slots.earlier_clauses import OWN
from advisor.dialogue.slots.earlier_episode import Told
from advisor.dialogue.slots.slot import Reading

_SAYS_NONE = r"(?:no|none|nil|zero|nope|nah|never|blank|n/?a|0|nothing|nought|nowt|not any|not a|not at all|not yet|not one|haven'?t|hasn'?t)\b"
_LABEL = re.compile(
    rf"(?P<label>[^.!?;:=\n]*)(?:[:=?]|\s[-–—]+(?=\s))\s*(?P<none>{_SAYS_NONE})(?! (?:idea|clue|npq|longer|problem|need|charge|cost|wait|sorry|school|list))"
)
"""A label or a question of the writer's own, and the answer to it."""
_OF_NPQS = re.compile(
    r"\b(?:npq'?s?|one(?! of)|any(?! of)|funding|scholarships?|national professional qualifications?)\b"
)
_OF_BEFORE = re.compile(
    r"\b(?:had|held|holds?|done|did|taken|took|ever|before|previous(?:ly)?|prior|past|earlier|history|record|to date|so far|already|completed|got|own|name|belt|tally|total|number)\b"
)
_OF_ANOTHER_THING = re.compile(
    r"\b(?:head\w*|mastery|senco|list|rise|intervention|qts|trn|ofsted|provider|deadline|degree|pgce|been|will|would|can|could|should|need|must)\b"
)
_NOTHING_MORE = re.compile(
    r"\b(?:nothing|none|nowt|zilch|no (?:npqs?|more)|not (?:a thing|anything|any|one|another)|(?:haven'?t|have not|hasn'?t|not|never) (?:\w+ ){0,3}any(?:thing)?)\b"
    r"[^.?!\n]{0,40}?\b(?:since|after(?:wards|ward)?|else|besides|beyond|other|others|further|more|newer|on top|apart from (?:it|that))\b|\bno (?:(?:new|newer|recent|modern|reformed|current) (?:ones?|npqs?)|others?|more|further ones?)\b(?! (?:than|time|money|questions?|info\w*|help|details))"
)
_ALL = re.compile(
    r"\bis (?:all|everything)(?: that)? (?:i|we|she|he)(?:'ve|'s)? (?:have|has|had|hold|holds|got|done|did)\b|\b(?:that'?s|that is|that was|and that|which is)(?: (?:about|really|literally|honestly|pretty much))? (?:it|all|the lot|everything|my lot|the only one|the whole (?:list|lot))\b(?! (?:i|we|you|about|for)\b)"
)
_ONLY = re.compile(
    r"\b(?:my|the|her|his|one'?s) (?:only|sole|one and only|one)(?: \w+)? (?:npqs?|one)\b|\b(?:only|just|nothing but)(?: ever)?(?: (?:have|has|had|hold|got|did|done))? (?:the |an |a |my |that )?(?:(?:old|legacy|pre-reform|former|ancient|\d{4}) )*$"
)
_NEAR = 60


def find_answered_none(reading: Reading, told: Told) -> tuple[int, int] | None:
    """Return where a label or question of the writer's own is answered with no NPQ: "previous NPQs: nil", "had one? no"."""
    for match in _LABEL.finditer(reading.lower):
        label = match["label"]
        clause = told.clause_of(match.start("none")) or told.clause_of(match.start())
        asked = [c for c in told.clauses if match.start() <= c.start < match.end("label")]
        if any(c.whose != OWN for c in asked) or (clause is not None and clause.whose != OWN):
            continue
        if _OF_NPQS.search(label) and _OF_BEFORE.search(label) and not _OF_ANOTHER_THING.search(label):
            return match.start("none"), match.end("none")
    return None


def find_nothing_more(reading: Reading, told: Told) -> tuple[int, int] | None:
    """Return where the message says that nothing came beside the NPQs told: "nothing since", "that's the lot"."""
    told_of = [episode.mention for episode in told.episodes]
    for clause in told.clauses:
        if clause.whose != OWN or clause.asks:
            continue
        spans = [m.span() for m in _NOTHING_MORE.finditer(reading.lower, *clause.sentence)]
        after = not told_of or any(
            0 <= clause.sentence[0] - m.end <= _NEAR or clause.sentence[0] <= m.start < clause.sentence[1]
            for m in told_of
        )
        spans += [m.span() for m in _ALL.finditer(reading.lower, *clause.sentence)] if after else []
        spans += [m.span() for each in told_of if (m := _ONLY.search(reading.lower[clause.start : each.start]))]
        if spans and not reading.earlier.has(reading.lower, "hedged.supposed", start=clause.start, end=clause.end):
            return spans[0]
    return None
