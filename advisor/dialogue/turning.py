"""Name the course that a message turns to by a weak name: "I'd rather do behaviour", "swap me to SENCO", "back to maths".

"Behaviour" and "maths" are mostly what somebody teaches or leads. They are courses only once courses are spoken of,
and only where they are what is wished for, what is asked about, or a clause of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from advisor.core.courses import (
    EARLY_HEADSHIP_COACHING,
    EARLY_YEARS_LEADERSHIP,
    HEADSHIP,
    LEADING_BEHAVIOUR,
    LEADING_LITERACY,
    LEADING_PRIMARY_MATHS,
    SENCO,
    SENIOR_LEADERSHIP,
)
from advisor.dialogue.state import DialogueState
from advisor.dialogue.text.names import Mention

_ARTICLE = r"(?:(?:the|an?|that|npq|on|in|for|with|to|towards)\s+){0,2}"
_ME = r"(?:(?:me|it|that|this|us|her|him|mine|my \w+|over|across|things|course|courses|npqs?|from \w+)\s+){0,3}"
_DOING = r"(?:(?:just|actually|maybe|do|doing|did|to do|take|taking|took|have|having|try|trying|go for|went for|study|studying)\s+){0,3}"
_WISHES = re.compile(
    rf"\b(?:(?:rather|sooner|prefer(?:red|s)?(?: to)?|fanc(?:y|ied|ies|ying)|tempted (?:by|to)|drawn to|leaning (?:to|towards?)|inclined (?:to|towards?)|"
    rf"keen(?:er)? (?:on|to)|(?:better|happier) (?:off )?(?:with|doing)|(?:considering|pondering|contemplating|wondering about|thinking (?:of|about))|torn between|tossing up|"
    rf"(?:want|wants|wanted|want to|like|like to)(?: (?:me|us|her|him))?|opt(?:ed|ing)? for|plump(?:ed)? for|settle[ds]? (?:on|for)|go(?:ing)? with|gone for|stick(?:ing)? with|"
    rf"(?:could|can|may|should|would|if|suppose|supposing|say|when) (?:i|we|she|he|they)(?: instead)?(?: (?:do|did|took|take|chose|choose|picked|pick|went for|go for|tried|try|had|have|swapped? to|switch(?:ed)? to|changed? to))|"
    rf"(?:i'll|i'd|we'll|let's|lets|let me|gonna|going to|leave (?:that|it),?|drop (?:that|it),?|forget (?:that|it),?|scrap (?:that|it),?|sod (?:that|it),?|no,?) (?:go for|do|take|try|have|make it))\s+{_DOING}|"
    rf"\b(?:switch|swap|chang|mov|transferr?|convert|flip|bump|shift|steer)(?:e|es|ed|ping|ing|ped|s|red)?\s+{_ME}(?:to|for|into|onto|on to|with|over to|across to)\s+{_DOING}|"
    rf"\b(?:put|stick|sign|enter|book|enrol)\s+(?:me|us|her|him)\s+(?:(?:down|up|in|forward)\s+)?(?:on|onto|for)\s+|"
    rf"(?<!gone )(?<!went )(?<!go )(?<!going )(?<!moved )(?<!came )(?<!coming )(?<!come )(?<!get )(?<!i'm )(?<!am )(?<!moving )\bback to\s+|"
    rf"\b(?:make (?:it|that)|what about|how about|instead of (?:that|it|this),?|back on|returning to|return to|turn to|turning to|over to|on to|else|as for|same (?:for|with|on)|and (?:for|with)|now for|now)\s+)"
    rf"{_ARTICLE}$"
)
"""What the name is the object of."""
_JOB_MOVES = re.compile(
    r"\b(?<!if )(?<!suppose )(?<!should )(?:i'm|im|i am|i've|ive|i have|we're|she's|he's|been|i|she|he|was|got|being|am|is) (?:just |now |being |been |already )*(?:moved|moving|shifted|shifting|transferr?ed|changed|changing|switched|switching|going back|swapped)\b"
)
_ENDS = (
    r"\s*(?:[.,;:!?()–—]|\s-+\s|$|\b(?:then|instead|more|actually|please|pls|now|tbh|too|as well|though|tho|and|or|&|for (?:me|us|her|him|now|that|september|autumn)|"
    r"after all|perhaps|maybe|i (?:think|suppose|guess|reckon)|anyway|rather|if|over (?:that|it|npq\w*)|this (?:time|autumn|year)|would|be|is that|is it|on (?:the )?dfe|with dfe|"
    r"paid|funded|free|covered|next|first|again|all|but|so|lol|pronto|altogether|entirely|would i|do i|am i|will|than|from|at dfe|without)\b)"
)
_OBJECT_ENDS = re.compile(_ENDS)
_LEADS_IN = re.compile(
    r"(?:^|[.!?;,:\n–—]\s*|\s-+\s)(?:(?:ok|okay|so|and|but|or|no|nope|nah|then|right|well|hmm+|erm?|um|also|yes|yeah|great|thanks|ta|cheers|cool|fine|just|only|maybe|rather|say|actually|wait|hang on|"
    r"instead|i mean|i meant|let's say|lets say|oh|ah|alright|all right|lovely|fair enough|scrap that|scratch that|sod it|sod that|forget that|forget it|changed my mind|change of plan|change of heart|on second thoughts|ditto|the|for|now|what of)"
    r"[\s,.!:;–—-]+)*$"
)
_MONEY = r"(?:funded|paid(?: for)?|free|covered|fundable|any different|different|the same|better|easier|open to|possible|allowed|on (?:the|a) list|list[- ]free|eligible)"
_ASKED = re.compile(
    rf"\s+(?:instead|please|pls|rather|it is)\b|(?:\s+(?:then|though|tho|too|now))?\s*(?:\?|[.,;:–—-]+\s*(?:(?:is|are|would|will|does|do|can|could)\s+(?:that|it|this|there|i|we|dfe|the|they)\b|no (?:list|need)|any (?:list|need|catch|money|funding)|same|still|{_MONEY}|what|who|how|whether|list)|"
    rf"\s+(?:would|will|is|still|be|get|gets|need|needs|does|also|can)\b(?=[^.!]*\?))"
)
"""What is asked of a name that opens its clause: "senior leadership – no list needed for that?"."""
_ASKS_OF = re.compile(
    r"\b(?:would|will|is|does|could|can|should|isn't|wouldn't|doesn't)(?: (?:the|dfe (?:fund|pay for|cover)|they (?:fund|pay for|cover)|that (?:fund|pay for|cover)))?\s+(?:the\s+)?$"
)
_IS_ASKED = re.compile(
    rf"\s+(?:(?:then|be|also|too|still|get|count as|any)\s+)*(?:{_MONEY}|needs? (?:the|a|to be on)|have (?:a|the same)|cost|work(?: out)?|depend)\b"
)
_IS_NEEDED = re.compile(
    r"(?:'s|\s+(?:is|would be|was|might be|seems|looks|makes|suits|sounds|it is|it's|feels|appeals))\s*(?:(?:a|more|much|the|probably|actually|really|where|what|me|like|better|far|my|our)\s+)*"
    r"(?:need(?:s|ed)?|priority|the (?:need|gap|gaps|plan|one|thing)|they (?:need|want)|we (?:need|want)|he wants|she wants|sense|suits?|fit|fits|better|useful|me\b|bag|option|choice|aim|idea|plan|one|appealing|shout|i want|i need|i'd (?:like|rather)|i fancy|it)\b"
)
_BRIEF = 10
_OF_A_POST_ASKED = ("role", "senco_in_role", "senco_start", "is_headteacher", "aims", "phase", "subject")
_SENCO = re.compile(r"(?<![\w'’-])sen(?:d)?co(?:'?ing)?(?![\w’-])(?!'[a-rt-z])")


_POSSESSED = re.compile(
    r"(?<!\w)(?:behaviour|literacy|maths|headship|early years|senior leadership)(?=['’]s (?:what|where|the|a|my|our|more|better)\b)"
)
_OF_WORD = {
    "behaviour": LEADING_BEHAVIOUR,
    "literacy": LEADING_LITERACY,
    "maths": LEADING_PRIMARY_MATHS,
    "headship": HEADSHIP,
    "early years": EARLY_YEARS_LEADERSHIP,
    "senior leadership": SENIOR_LEADERSHIP,
}


def find_turned_to(lower: str, text: str, mentions: tuple[Mention, ...], state: DialogueState) -> Iterator[Mention]:
    """Yield a course for each weak name that the message turns to."""
    first = min((m.start for m in mentions if m.kind in ("course", "legacy")), default=len(lower))
    spoken_of = bool(state.courses or state.recent_courses)
    weak = [m for m in mentions if m.kind == "course_hint" and m.value != EARLY_HEADSHIP_COACHING]
    sencos = [Mention("course_hint", SENCO, *m.span(), text[m.start() : m.end()]) for m in _SENCO.finditer(lower)]
    possessed = [Mention("course_hint", _OF_WORD[m.group()], *m.span(), m.group()) for m in _POSSESSED.finditer(lower)]
    for hint in (*weak, *sencos, *possessed):
        if not (spoken_of or first < hint.start) or any(
            m.kind in ("role", "course")
            and m.start <= hint.start
            and hint.end <= m.end
            and m.end - m.start > hint.end - hint.start
            for m in mentions
        ):
            continue
        if is_turned_to(lower[: hint.start], lower[hint.end :], state):
            yield replace(hint, kind="course")


def is_turned_to(before: str, after: str, state: DialogueState) -> bool:
    """Return whether the words around a weak name wish for it, ask about it, or are only a change of mind."""
    if _OBJECT_ENDS.match(after) and (wish := _WISHES.search(before)) is not None:
        return not _JOB_MOVES.search(before[max(0, wish.start() - 20) : wish.end()])
    if _ASKS_OF.search(before) and _IS_ASKED.match(after):
        return True
    if state.pending is not None and state.pending.fact in _OF_A_POST_ASKED:
        return False
    if _IS_NEEDED.match(after) and not re.search(r"\b(?:the|my|our|her|his|an?|in|of)\s+$", before):
        return True
    lead = _LEADS_IN.search(before)
    return lead is not None and bool(_ASKED.match(after)) and len(lead.group().split()) + 1 <= _BRIEF
