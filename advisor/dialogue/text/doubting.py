"""Tell how a message speaks to the answer before it: it doubts it, asks for its reason, concludes from it, or brings up a circumstance."""

from __future__ import annotations

import re
from enum import Enum

_LEAD = r"^\W*(?:(?:but|and|so|ok|okay|oh|ah|hmm|hm|right|sorry|wait|yes|yeah|no|hang on|hold on|please|thanks|um|er|eh|well|hey|wow|blimey|gosh|great|fab|cool|noted|fine|what|then|now|anyway)\b\W*)*+"


class Speaks(Enum):
    """How a message speaks to the answer before it."""

    DOUBT = "doubt"
    WHY = "why"
    CONCLUSION = "conclusion"
    CIRCUMSTANCE = "circumstance"


_OF_THE_COURSE = re.compile(
    r"\b(?:sessions?|modules?|assess\w*|exams?|case stud\w*|fail\w*|resit\w*|deadlines?|provider\w*|certificate\w*|drop(?:ped)? out|withdr\w*|paus\w*|defer\w*|"
    r"sign(?:ed|s)? (?:it|off|me)|sponsor\w*|essays?|coursework|facilitator|coach|mentor|webinars?|online|start dates?|switch\w*|swap\w*|transfer\w*|refund\w*|clawback|pay (?:it )?back|"
    r"masters?|ma|credits?|trn|ucas|salary|pay ?rise|promot\w*|finish\w*|complet(?:e|ed|es|ing|ion)|hours a week|workload|cover|supply cover|another course|(?:any|which|all|what|no) (?:other|npqs?|courses?|of (?:them|the others))|is there (?:any|an?|another)|other (?:ones?|courses?|npqs?)|instead|something else|anything else)\b"
)
"""Speaks of being on a course, of getting on one, or of another: no verdict tells of that."""
_WH = re.compile(r"\b(?:how\w*|what\w*|wot|which|who\w*|when|where|damage|price|possible)\b")
_WHY = re.compile(
    _LEAD + r"(?:(?:y|why|how come|how so|what for|cos|because|cause|coz|what's the reason|whats the reason|on what)\b|"
    r"is (?:that|it|this)(?: all| just| only| purely| simply)? (?:because|cos|coz|since|due to|down to|on account of)\b|"
    r"(?:that's|thats|that is|it's|its) (?:all |just |only |purely |simply )?(?:because|cos|coz|due to|down to|on account of)\b|"
    r"(?:it's|its|it is|that's|is it|is that) (?:a matter of|about|to do with)\b)|"
    r"\bwhy(?:'s| is| was) (?:this|that|it|mine|ours|theirs) (?:so )?(?:any )?(?:different|the case|so)\b|\bwhat'?s the (?:logic|difference|thinking)\b|\bhow (?:is|come) (?:that|it|this) (?:fair|right|possible|allowed)\b"
)
_WHY_FIRST = re.compile(_LEAD + r"(?:y|why|how come|how so)\b")
_DOUBT = re.compile(
    r"\b(?:are |r )?(?:you|u|ya)(?:'re| are|r)?(?: \w+)? (?:sure|certain|positive|confident)\b|"
    + _LEAD.removesuffix("*+")
    + r"*+(?:sure|certain|positive|definite(?:ly)?|honestly|seriously|really|surely|truly)\b(?! (?:want|need|hope|like|enjoy|interested))|"
    r"\b(?:can't|cant|cannot|can not|couldn't|doesn't|does not|don't|doesnt) (?:be|sound|seem|look|feel) (?:\w+ )?(?:right|true|correct|fair|possible)\b|\b(?:doesn't|does not|doesnt) (?:add up|make (?:any )?sense|sit right)\b|"
    r"\b(?:that's|thats|that is|is that|that|this|it|seems?|sounds?|how|bit|very) (?:\w+ )?(?:odd|strange|weird|mad|daft|ridiculous|bonkers|unfair|harsh|wrong|not fair|a surprise|surprising|confus\w+|contradict\w*|news to me|not what)\b|\b(?:that|this|it) (?:surpris\w+|confus\w+|contradict\w+)\b|"
    r"\bi(?:'d| had|'ve)? (?:always |only |just )?(?:thought|assumed|understood|believed|figured|been told|was told|heard|was under)\b|\bi (?:was|got|had been) told\b|\bnot what (?:i|my|our|the|they|we)\b|"
    r"\b(?:says?|said|told (?:me|us)|reckons?|swears?|swore|insists?|insisted|thinks?|claims?|claimed|adamant|maintains)\b.{0,40}\b(?:otherwise|different\w*|yes|no|not|isn't|wasn't|wouldn't|won't|would|can't|can|could|need\w*|have to|had to|must|only|eligible|funded|free|list\w*)\b|"
    r"\b(?:not )?even (?:though|tho|if|with|when|in|for|at|as|after|now|so|then|part|a)\b|\bno exceptions?\b|\bno (?:way|getting) (?:round|around)\b|\bno matter\b|\bregardless\b.*\?|\b(?:nothing|owt|anything) (?:at all )?(?:i|we|she|he|they) can do\b|\bgets? (?:it|hers|his|theirs)(?: paid| funded| free)?(?: though| tho| just fine| no problem)?\W*$|"
    r"\bhow come\b|\bonly (?:asking|checking)\b|\b(?:double|just) check\w*\b"
)
_CONCLUDES = re.compile(
    r"^\W*(?:(?:ok|okay|oh|right|ah|hmm|great|fab|cool|brilliant|lovely|well|and|but|yes|no|noted|blimey)\b\W*)*+(?:(?:so|then|meaning|basically|you mean|which means|in other words|in short|in a nutshell|bottom line)\b|(?=.{0,60}\bthen\W*$))"
)
_OF_MONEY = re.compile(
    r"\b(?:pay\w*|cost\w*|owt|nowt|nothing|free|fund\w*|eligible|out|in|yes|no|covered|bill|fork\w*|penny|charge\w*|myself|ourselves|pocket|scholarship|qualif\w+|count\w*|luck|barred|excluded|allowed|entitled|sorted|get it|get one|on my own)\b"
)
_TO_PAY = re.compile(
    r"\b(?:pay\w*|cost\w*|bill|fork\w*|charge\w*|myself|ourselves|pocket|on my own|out|barred|excluded)\b"
)
_NOTHING = re.compile(
    r"\b(?:nothing|nowt|no|not|never|without|penny|free|don't|dont|doesn't|doesnt|won't|wont|wouldn't|wouldnt|isn't|needn't)\b"
)
_CIRCUMSTANCE = re.compile(
    r"\b(?:does|do|would|will|could|can|might|did|should|may|doesn't|doesnt|don't|is|are|isn't|isnt|wouldn't|won't|wont|going to|gonna|has|any|if)\b.{0,70}?\b(?:"
    r"matter|sink|scupper|count (?:against|for anything|for nothing|for something|for (?:me|us)|towards? it|me out)|change (?:it|that|this|things|anything|the (?:answer|verdict|position|outcome|result))|affect (?:it|that|this|things|anything|my (?:chances|funding)|the)|alter|"
    r"(?:make|makes|made|be|a|any|no|much|the slightest|some) (?:a |any |no |the slightest |much |some )?(?:bit of )?(?:difference|odds|diff|bearing)|rule (?:me|us|her|him|that|it|them) (?:out|in)|stop (?:me|us|her|him|that|it|them)|help(?: me| us)?\W*$|help that|hurt|hold (?:me|us) back|"
    r"come into (?:it|play|this)|enter into|(?:a|an|any|no) (?:problem|issue|bar|barrier|obstacle|snag|sticking point|blocker|factor|hindrance|stumbling block|deal ?breaker)|be (?:a )?(?:relevant|factor)|bar (?:me|us|her|him)|knock (?:me|us|it)|disqualify|exclude (?:me|us|her|him)|"
    r"mess (?:it|that|this|things) up|put paid|jeopardi[sz]e|go against|get in the way|throw a spanner|spoil|ruin|kill it|trip (?:me|us) up|swing it|tip it|do it\W*$|work in my favour)\b|"
    r"\b(?:changes?|matters?|sinks|scuppers|affects?|alters?|helps?) (?:it|that|things|anything|me|us|owt)?\s*\?|\bany (?:difference|odds|bearing|use|help)\b|"
    r"\bstill (?:be )?(?:ok|okay|alright|fine|yes|a yes|no|a no|funded|paid(?: for)?|free|eligible|covered|on|count\w*|qualify|get it|get the|out|in|included|the same|apply|applies|stand\w*|hold\w*|good|true|all right|stuck|allowed)\b|\bsame (?:answer|verdict|result|outcome|goes)\b"
)


def speaks_of_answer(text: str) -> Speaks | None:
    """Return how words go back to the answer before them, None where they ask something of their own.

    >>> speaks_of_answer("you sure?"), speaks_of_answer("cos we're not a school?"), speaks_of_answer("so nothing to pay then")
    (<Speaks.DOUBT: 'doubt'>, <Speaks.WHY: 'why'>, <Speaks.CONCLUSION: 'conclusion'>)
    >>> speaks_of_answer("does my age count against me?"), speaks_of_answer("does it matter if I miss a session?")
    (<Speaks.CIRCUMSTANCE: 'circumstance'>, None)
    """
    lower = text.lower().strip()
    if _OF_THE_COURSE.search(lower):
        return None
    if _CIRCUMSTANCE.search(lower) and not _WHY_FIRST.match(lower):
        return Speaks.CIRCUMSTANCE
    if _WHY.search(lower):
        return Speaks.WHY
    if _DOUBT.search(lower):
        return Speaks.DOUBT
    concludes = _CONCLUDES.match(lower) and _OF_MONEY.search(lower) and not _WH.search(lower)
    return Speaks.CONCLUSION if concludes else None


def expects_to_pay(text: str) -> bool:
    """Return whether a conclusion is that there is something to pay: "so I'd be paying myself?", not "so nothing to pay?"."""
    lower = text.lower()
    return bool(_TO_PAY.search(lower)) and not _NOTHING.search(lower)


_OBJECTS = re.compile(
    r"^\W*(?:(?:oh|ok|okay|hmm|yes|yeah|no|right|well|sure|fine|really)\b\W*)*+(?:but|yet|though|except)\b"
)


def objects(text: str) -> bool:
    """Return whether a statement is held against the answer before it: "but I live in Bristol"."""
    lower = text.lower()
    return bool(_OBJECTS.match(lower)) and not _OF_THE_COURSE.search(lower)


_GUESSES = re.compile(
    _LEAD
    + r"(?:is (?:that|it|this) |that's |thats |that is |it's |its )?(?:all |just |only |purely |simply )*(?:because|cos|coz|'cause|down to|due to)\b"
)


def guesses_reason(text: str) -> bool:
    """Return whether a question guesses at the reason for an answer, and tells nothing: "because it's my first headship?"."""
    return bool(_GUESSES.match(text.lower()))
