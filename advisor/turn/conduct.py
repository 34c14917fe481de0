"""Notice what must not be answered like a question: distress, danger, misuse; and plain courtesy.

High recall for people at risk comes from words, not from the classifier: a missed cry for help is the worst error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from advisor.turn.distress import tells_of_distress


class Conduct(StrEnum):
    """What a message is, before it is a question; the values name the entries that answer it."""

    DISTRESS = "faq-distress"
    STRESS = "faq-workplace-stress"
    CHILD = "faq-safeguarding-child"
    COLLEAGUE = "faq-safeguarding-colleague"
    DANGER = "faq-danger-at-school"
    MISUSE = "faq-misuse"
    LEAK = "faq-hidden-instructions"
    CONFIRM = "faq-confirm-funded"
    CHEAT = "faq-write-my-assessment"
    ABUSE = "faq-abuse"
    GREETING = "greeting"
    THANKS = "thanks"
    START_AGAIN = "start_again"


_STRESS = re.compile(
    r"\b(?:cry(?:ing)?|in tears|burn(?:t|ed)? out|burnout|panic attacks?|anxiety|depress\w*|signed off|making me ill|can't sleep|cant sleep|breaking point|"
    r"exhausted|overwhelmed|at the end of my tether|drowning)\b"
)
_DANGER = re.compile(
    r"\b(?:knife|gun|weapon|bomb|shoot|stab|acid)\b[\w\s]{0,30}\b(?:school|work|class|tomorrow|someone|them|him|her|teacher|pupil|kid)|"
    r"\b(?:kill|hurt|attack|stab|shoot|poison|beat up) (?:him|her|them|someone|somebody|my (?:head|boss|class|colleague)|the (?:head|kids)|a (?:pupil|teacher|child)|people|pupils|everyone)\b"
)
_CHILD = re.compile(
    r"\b(?:child|pupil|student|kid|boy|girl)s?\b[\w\s']{0,50}\b(?:abus\w+|neglect\w*|hit by|beaten|hurt(?:ing)? (?:at|by)|disclos\w+|harmed|groom\w*|bruis\w+|unsafe|at risk(?! of (?:under|exclu|not|fail|falling|missing|low|poor))|being hurt)\b|"
    r"\b(?:abus\w+|hit|hitting|groom\w*|beat\w*|hurt\w*|touch\w*) (?:a |the |my )?(?:child|pupil|student|kid)s?\b|\bsafeguarding (?:concern|disclosure|referral|issue)\b"
)
_CHILD_SAYS = re.compile(
    r"\b(?:child|pupil|student|kid|boy|girl|she|he|they)\b[\w\s']{0,25}\b(?:told|said|says|disclosed|confided|tells|showed)\b[\w\s',]{0,60}"
    r"\b(?:hits?|hitting|beats?|beating|hurts?|hurting|touch(?:es|ed|ing)?|punch\w*|kicks?|burn(?:s|ed|t)|locks?|starv\w+|scared to go home|afraid to go home)\b"
)
_COLLEAGUE = re.compile(
    r"\b(?:teacher|colleague|head|ta|member of staff|staff|coach)\b[\w\s']{0,40}\b(?:inappropriate\w*|messaging|texting|touching|sleeping with|relationship with|sexual\w*|flirting)\b[\w\s']{0,25}\b(?:student|pupil|child|kid)(?! (?:premium|loan))"
)
_MISUSE = re.compile(
    r"\b(?:ignore|forget|disregard|override|bypass|disable|switch off) (?:\w+ ){0,3}(?:instructions?|rules?|checks?|prompt|guardrails?|guidelines|training|limits?|previous)\b|"
    r"\bdeveloper mode\b|\bjailbreak|\bdan mode\b|\bact (?:as|like) (?:an? )?(?:\w+ ){0,3}(?:chatbot|ai|assistant|pirate|dfe|official|minister|hacker)|\brole[- ]?play (?:as|that|with me|you)\b|\blet's role[- ]?play\b|"
    r"\b(?:system|hidden|initial|secret|original) (?:prompt|instructions?|message|rules)\b|\byour (?:prompt|instructions|source code)\b|"
    r"\brepeat after me\b|\bword for word\b|(?<!my )(?<!dfe )(?<!login )(?<!reset )(?<!forgot )(?<!forgotten )\b(?:api key|admin password|database password|password|credentials)\b[\w\s]{0,12}(?:you|\?|$)|\bthe admin password\b|"
    r"\bset (?:the )?(?:outcome|reason|verdict|facts?)\s*=|\bmalware\b|\bhack (?:into|the)\b|\bspeak only as\b|\bpretend (?:to be|you are|you're|that you)\b|"
    r"\b(?:mark|treat) (?:me|the sender|this user|us) as eligible\b|\bother (?:people|users)'?s? (?:data|details|applications)\b|\bobey\b|(?<!head )(?<!provider )(?<!school )(?<!she )(?<!he )(?<!they )\bapprove my\b"
)
_LEAK = re.compile(
    r"\b(?:passwords?|api keys?|credentials|(?:system|hidden|initial|secret|original) (?:prompt|instructions?|message)|your (?:prompt|instructions|source code))\b"
)
_CONFIRM = re.compile(
    r"\b(?:confirm|guarantee|promise|certify|put it|put that|state)\b[\w\s]{0,25}\b(?:in writing|officially|as dfe|on dfe)\b|\bdfe official\b"
)
_CHEAT = re.compile(
    r"\b(?:write|do|complete|draft|answer)\b[\w\s]{0,15}\b(?:my|the|this)\b[\w\s,-]{0,20}\b(?:case study|ass?es?s?ment|assignment|essay|response)\b(?! for me to)[\w\s]{0,12}\b(?:for me|answer)?\b"
)
_FOR_ME = re.compile(
    r"\byou write\b|^\W*do my\b|\bfor me\b|\bhelp me (?:to )?(?:write|draft|do|complete|answer)\b|^\W*(?:please |can you |could you )*(?:write|draft)\b"
)
_ABUSE = re.compile(
    r"\b(?:stupid|idiot|useless|moron|crap|rubbish|crooks?|scam|shit\w*|f\*+\w*|fuck\w*|bloody|bunch of|bastards?|wankers?|liars?|pathetic)\b"
)
_QUOTED = re.compile(
    r"\"[^\"]{0,400}\"|-{2,}\s*begin.*?end\b.{0,20}-{2,}|\b(?:fwd|forwarded)\b[^.?!]{0,60}:|\bin the (?:pdf|email|document|file|attachment) it says\b[^.?!]*[.?!]",
    re.IGNORECASE | re.DOTALL,
)
_GREETING = re.compile(
    r"^\W*(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon|evening|yo|greetings)(?: (?:there|all|everyone|again|adviser|advisor|bot))?\W*$"
)
_THANKS = re.compile(
    r"^(?!\W*(?:so|right|now|really)\W*$)\W*(?:(?:ok|okay|great|lovely|brilliant|perfect|super|cheers|ta|thanks|thank you|thankyou|thx|bye|goodbye|that's|thats|very|really|so|much|all|helpful|good|for|your|help|the|now|a|lot|many|appreciated|got it|understood|will do|nice one|fab|cool|brill|awesome|amazing|wonderful|excellent|noted|makes sense|you've|youve|mate|x+)\b\W*)++$"
)
_START_AGAIN = re.compile(
    r"^\W*(?:(?:ok|okay|right|no|sorry|please|can|could|we|let's|lets|let us|i|want|would|like|to|just|you|all|and|then|now)\W+)*"
    r"(?:start (?:again|over|afresh)|reset|new conversation|forget (?:everything|all (?:that|of that)|what i (?:said|told))|clear (?:this|the) chat)\b"
    r"(?:\W+(?:please|thanks|thank|you|this|the|chat|everything|from|scratch|i|said|told|have|you|me|so|far))*\W*$"
)
"""The whole message, so that "can I resit or do I have to start again?" wipes nothing."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What was noticed, and the message without the parts that try to give orders."""

    conduct: Conduct | None
    text: str


def notice(text: str) -> Noticed:
    """Return what kind of message this is besides a question; danger to people comes first."""
    lower = text.lower()
    for conduct, found in (
        (Conduct.DANGER, _DANGER.search(lower)),
        (Conduct.DISTRESS, tells_of_distress(lower)),
        (Conduct.COLLEAGUE, _COLLEAGUE.search(lower)),
        (Conduct.CHILD, _CHILD.search(lower) or _CHILD_SAYS.search(lower)),
    ):
        if found:
            return Noticed(conduct, text)
    # Pasted text is material, never an order: where it gives one it is set aside before misuse is looked for in what remains.
    # Words in quotation marks that give none are what is asked of, or somebody's own ("shows as “previously funded”").
    bare = _QUOTED.sub(lambda match: match[0] if _gives_none(match[0]) else " ", text)
    kept = [sentence for sentence in re.split(r"(?<=[.?!;\n])\s*", bare) if not _gives_orders(sentence.lower())]
    rest = " ".join(part.strip() for part in kept if part.strip())
    if _gives_orders(lower):
        return Noticed(_which_order(lower), rest)
    if _CHEAT.search(lower) and _FOR_ME.search(lower):
        return Noticed(Conduct.CHEAT, rest)
    if _STRESS.search(lower) and not re.search(r"\?", lower):
        return Noticed(Conduct.STRESS, rest)
    for conduct, pattern in (
        (Conduct.START_AGAIN, _START_AGAIN),
        (Conduct.GREETING, _GREETING),
        (Conduct.THANKS, _THANKS),
    ):
        if pattern.search(lower.strip()):
            return Noticed(conduct, text)
    return Noticed(Conduct.ABUSE if _ABUSE.search(lower) else None, rest if bare != text else text)


def _gives_none(quoted: str) -> bool:
    return quoted.startswith('"') and not _gives_orders(quoted.lower())


def _which_order(lower: str) -> Conduct:
    for conduct, pattern in ((Conduct.CONFIRM, _CONFIRM), (Conduct.CHEAT, _CHEAT), (Conduct.LEAK, _LEAK)):
        if pattern.search(lower):
            return conduct
    return Conduct.MISUSE


def _gives_orders(lower: str) -> bool:
    return bool(_MISUSE.search(lower) or _CONFIRM.search(lower))
