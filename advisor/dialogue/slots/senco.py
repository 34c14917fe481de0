"""Read whether somebody is the SENCO of a school, plans to be or does not, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.core.courses import SENCO
from advisor.dialogue.slots.clauses import Clause, Who, clauses_of_person, without_names
from advisor.dialogue.slots.polarity import is_hedged
from advisor.dialogue.slots.senco_start import SENCO_NAMED, find_start, says_start
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.spans import find_spans
from advisor.dialogue.text.for_whom import asks_for_another

_YES, _PLAN, _NO_PLAN = "yes", "no_but_i_plan_to_become_one", "no_i_do_not_plan_to_be_a_SENCO"
_NAMES_A_COURSE = re.compile(
    r"^'?s? (?:npq|course|qualification|award|one\b(?! day)|training|thing|certificate|funding|scholarship|regulations?)"
)
_OTHER_POST = re.compile(
    r"\b(?:assistant|deputy|asst|trainee|associate|previous|old|last|former|ex|retiring|outgoing)[ -]+(?:\w+ )?$"
)
_ANOTHERS = re.compile(
    r"\b(?:my|our|their|her|his|the|every|another|any|most|under|with|by|from|ask|asked|told|manag\w+|to|for|support\w*|shadow\w*|help\w*|assist\w*|report\w*|mentor\w*|other|than|of)\s+(?:(?:the|our|a|my|current|new|school's?|actual|trust)\s+)*$"
)
_MINE = re.compile(
    r"\b(?:i'm|im|i am|i'm also|as|am|been|be|being|become|becoming|became|made|made me|appointed(?: me)?|named|given|started(?: as)?|is me|now|acting(?: as)?|took over(?: as)?|take over as|taking over as|taken over as|work as|working as|both|title|officially|job as|"
    r"(?:she|he)(?:'s| is)(?: now| also)?|is|step up to|stepped up to|moved? (?:in)?to|role of|post of|job of|year of|years? (?:as|in|into)(?: being)?|as|'m)\s+(?:\w+ly )?"
    r"(?:(?:the |our |their |its |your |a |an |my |school's )(?:(?!with|of|to|for|under|and|or|not|no|at|from)[\w'-]+ ){0,2}|"
    r"(?:acting |interim |temporary |new |full time |part time |sole |named |official |qualified |unqualified |\d day |trust |substantive )*)$"
)
_HOLDS = r"\b(?:wear\w*|do|does|doing|share|shares|sharing|cover|covers|covering|inherited|held|step(?:ped|ping)? into|moved into|gone into|slid into|fell into|(?:gave|handed|passed|assigned|offloaded) (?:me|us)|took on|taken on|took over|taken over|picked up|handed|given|landed with|lumbered with|run|running|combine|combines|fulfil\w*|perform\w*|double\w* (?:up )?as|appointed to|started in|took up|(?:moved|switched|promoted|put|shifted) (?:me|us|her|him) (?:in)?to|in|new to|been doing|co-?)[\s-]+(?:(?:the|a|an|my|our|role of|post of|job of|full time|part time|on|of|me|up|both)\s+)*$"
_HELD = re.compile(_HOLDS)
_WILL_HOLD = re.compile(
    rf"(?:'ll|\b(?:will|shall|going to|gonna|about to|due to|set to|agreed to|hop\w+ to|want\w* to|like to|plan\w* to))\s+(?:be )?(?:\w+ )?{_HOLDS}"
)
_HAS = re.compile(
    r"\bwith $|\b(?:hold\w*|have|has|had|got|in|'ve|given|handed)\s+(?:me )?(?:the|a|an|my|our)\s+(?:\w+ )?$"
)
_BY_NOW = re.compile(
    r"\b(?:i was|i've|i have|been|have been|she's been|have just|has just|was) (?:\w+ )?(?:appointed|asked|made|given|handed|named|confirmed|acting|doing|covering|the)\b(?! to)|\bi've (?:just )?(?:taken|started|become|stepped)\b|\b(?:became|made (?:me|us|her|him))\b|\b(?:i|she|he) (?:just )?(?:took|stepped|started)\b|\bjust (?:become|been made|started|taken|took)\b|\bstarted as\b"
)
_STANDS_IN = re.compile(
    r"\b(?:cover(?:s|ing)?|stand(?:s|ing)? in|fill(?:s|ing)? in|stepp(?:ed|ing) in|acting(?: up)?|deputising) (?:for|as) (?:our|the|my) (?:\w+ )?$"
)
_WILL = re.compile(r"\b(?:will|'ll|going to|about to|due to|want\w*|hop\w+|plan\w*)\b")
_WANTS_MORE = re.compile(r"\b(?:main|full|actual|real) (?:job|role|post|thing)\b|\bstep(?:ping)? up\b")
_FEW_WORDS, _FEWER_WORDS = 15, 9
_HEAD = re.compile(r"\b(?:head|headteacher|headship|principal)\b")


def find_senco(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether the person is the SENCO, and the start of it; the last word on it counts."""
    courses = [(m.start, m.end) for m in reading.of_kind("course", "not_npq", "legacy")]
    clauses = [without_names(clause, iter(courses)) for clause in clauses_of_person(reading)]
    told = [slot for position in range(len(clauses)) for slot in _told(reading, clauses, position)]
    told = told or list(_in_other_words(reading, clauses))[:1]
    if not told and _is_for_the_senco(reading):
        told = [SlotValue("senco_in_role", _YES, 0, min(len(reading.lower), 1))]  # asked for "our SENCO"
    if told:
        slot = next((s for s in told if s.value == _YES), told[-1])
        yield slot
        if slot.value == _YES:
            yield from find_start(reading, clauses)
        return
    is_senco = reading.known.get("role") == "senco" or "senco_in_role" in reading.known
    others = reading.asked or reading.known_courses or any(reading.of_kind("course"))
    spoken_of = is_senco or reading.asked == "senco_start" or SENCO in reading.known_courses or not others
    brief = spoken_of and len(reading.lower.split()) < (_FEW_WORDS if is_senco else _FEWER_WORDS)
    if (brief and not (SENCO_NAMED.search(reading.lower) or _HEAD.search(reading.lower))) or (
        is_senco and says_start(reading)
    ):
        yield from find_start(reading, clauses)


def _is_for_the_senco(reading: Reading) -> bool:
    """Return whether it is asked for "our SENCO", of whom nothing else is known yet."""
    if reading.subject != "senco" or "senco_in_role" in reading.known:
        return False
    return bool(_FOR_THE_SENCO.search(reading.lower)) or asks_for_another(reading.lower)


def _told(
    reading: Reading, clauses: Sequence[Clause], position: int, named: re.Pattern[str] = SENCO_NAMED
) -> Iterator[SlotValue]:
    clause = clauses[position]
    for match in named.finditer(clause.text):
        dated = any(s.month and not s.undated for s in find_spans(clause.text, reading.as_of))
        value = _value(clauses, position, match, dated=dated)
        place = (clause.start + match.start(), clause.start + match.end())
        if value is not None:
            yield SlotValue("senco_in_role", value, *place, hedged=value == _YES and is_hedged(reading.lower, *place))
            return


def _value(clauses: Sequence[Clause], position: int, match: re.Match[str], *, dated: bool) -> str | None:
    """Return what one mention says of the person: in the role, planned, not planned, or nothing."""
    clause = clauses[position]
    before, after = clause.text[: match.start()], clause.text[match.end() :]
    rest = after + " " + " ".join(c.text for c in clauses[position + 1 : position + 3] if not c.asks)
    if _is_not_told(clause, before, after):
        return None
    if _DENIED.search(_NOT_THAT_DAY.sub("", before)) or _NEVER_WILL.search(before):
        return _denied(before, rest)
    if _OTHER_POST.search(before):
        return _PLAN if _WANTS_MORE.search(rest) else None
    if _ONCE.search(before) and not _MADE.search(before):
        return None
    if _PROMISED.search(before) or _JOB_AHEAD.match(after):
        return _PLAN
    held = bool(_HELD.search(before) or (_HAS.search(before) and _ROLE_AFTER.match(after)))
    passed_on = _ROLE_AFTER.match(after) is not None and _PASSED_ON.search(after) is not None
    begun = (
        (held and not _WILL_HOLD.search(before))
        or _BY_NOW.search(before)
        or _AND_DID.search(rest[:60])
        or (dated and not _WILL.search(before))
    )
    if (_PLANNED.search(before) or _PLAN_TO_COME_AFTER.match(after)) and not begun:
        return None if _ASKED.match(clause.text) and clause.asks else _PLAN
    return _YES if _is_in_role(clause, before, rest, held=held, passed_on=passed_on) else None


def _is_not_told(clause: Clause, before: str, after: str) -> bool:
    """Return whether the mention names a course, or what is only supposed."""
    if _NAMES_A_COURSE.match(after) or "npq" in before[-8:]:
        return True
    if after.startswith(("'s", "s ")) and not _AWAY_AFTER.match(after):
        return True
    return bool(_SUPPOSED.search(before)) or clause.supposes


def _is_in_role(clause: Clause, before: str, after: str, *, held: bool, passed_on: bool) -> bool:
    asks = clause.asks and _ASKED.match(clause.text) is not None
    if _STANDS_IN.search(before) or passed_on or (_AWAY_AFTER.match(after) and _COVERS.search(before)):
        return True
    if _MINE.search(before) or held:
        return not asks or _FIRM.search(before) is not None
    if _ANOTHERS.search(before):
        # Where another is asked about, "our SENCO took up the post in May" tells of the one asked about.
        of_the_one_asked_about = clause.who is Who.OTHER and _WHOSE.match(before)
        return bool(of_the_one_asked_about) or _IS_ME.match(after) is not None
    if _IS_ME.match(after):
        return True
    tail = re.split(r"[,;:]|\s-+\s|\b(?:and|but|is)\b", before)[-1]
    return not asks and _LEADS.match(tail) is not None


def _in_other_words(reading: Reading, clauses: Sequence[Clause]) -> Iterator[SlotValue]:
    """Read who follows a SENCO ("ours retires and I'm taking over"), and "I'm not one", "been in the job a year"."""
    if not _SPOKEN_OF.search(reading.lower) and SENCO not in reading.known_courses:
        return
    for position, clause in enumerate(clauses):
        if clause.supposes or clause.asks:
            continue
        yield from _told(reading, clauses, position, _THE_POST)
        if follows := _FOLLOWS.search(clause.text):
            place = (clause.start + follows.start(), clause.start + follows.end())
            yield SlotValue("senco_in_role", _PLAN if follows["ahead"] else _YES, *place)


_ROLE_AFTER = re.compile(
    r"^'?s? (?:role|job|post|position|hat|duties|cap|responsibilit\w+|work|cover|title|stuff|bit|side|folder|days?|brief|reins)\b"
)
_FOR_THE_SENCO = re.compile(
    r"\b(?:for|about|re|regarding|behalf of|can|could|does|should|must|will) (?:my|our|the) (?:\w+ )?sen(?:d)?co\b"
)
_AWAY_AFTER = re.compile(
    r"^'?s (?:maternity|mat|paternity|parental|sick\w*|leave|absence|secondment|sabbatical|long[- ]term)\b"
)
_COVERS = re.compile(r"\b(?:cover|covers|covering|standing in for|filling in for) (?:our |the |my )?(?:\w+ )?$")
_IS_ME = re.compile(
    r"^[\s(,:=-]*(?:(?:here|at (?:\w+ ){1,3}?)[\s(,]*)?(?:is|being|'s|that's|was always)?\s*(?:now |actually |also )?(?:me|myself|yours truly|muggins)\b(?! and\b)"
)
_AND_DID = re.compile(
    r"\band (?:i |she |he )?(?:(?:duly |now )?did|have done|now am|said yes and)\b(?! (?:not|the|my|an?|npq))"
)
_JOB_AHEAD = re.compile(
    r"^ (?:role|job|post|position) (?:lined up|coming up|waiting|to (?:start|go to|look forward to))\b"
)
_PROMISED = re.compile(
    r"\b(?:promised|earmarked|pencilled in|tipped|groom\w+) (?:me |her |him )?(?:as |for |to be )?(?:the |our |a )?(?:next )?$"
)
_PASSED_ON = re.compile(
    r"\b(?:handed|given|passed|fell|fallen|came|landed|transferred|offered|dumped|mine|my job|became mine|thrust|split|divided|shared)\b(?:[\w\s]{0,20}\b(?:me|mine|on me)\b)?"
)
_DENIED = re.compile(
    r"(?:\bnot|n't|\bisnt|\barent|\bnever(?: been)?|\bno longer|\bneither|\bnor|\bno)\b(?! (?:only|just|sure|qualified|trained|long))(?: \w+){0,4}\s*$"
)
_NOT_THAT_DAY = re.compile(r"\bnot (?:in |since |from |on )?(?:[a-z]{3,9}\.? )?(?:20)?\d\d\b")
_NEVER_WILL = re.compile(
    r"\b(?:never (?:going to|will|want|wanted)|(?:(?<=i)'d|would|could|will|shall) never (?:be|become)|(?:not|no|nor|zero|without|never|dont|don't|doesn't|won't|neither)\b[\w\s']{0,14}\b(?:plan\w*|intend\w*|intention\w*|want\w*|wish\w*|hop\w+|going to|aiming|looking|aspir\w+|desire|interest\w*|after|seeking|chasing|keen))\b"
)
_PLANNED = re.compile(
    r"\b(?:want\w*|hop(?:e|es|ing)|would (?:like|love)|'d (?:like|love)|plan\w*|asked (?:me |if i |to )|going to|gonna|about to|due to|set to|will|'ll|ill|aspir\w*|aim(?:s|ing)?|future|next|appl(?:y|ied|ying)|interested|promised|earmarked|tipped|see(?:ing)? (?:myself|herself|himself)|picture myself|working towards|training (?:up )?to|prepar\w+|step(?:ping)? (?:up|in)(?: to| as| for)?|lined up|in line|"
    r"taking (?:on|over|up)|take (?:on|over|up)|becoming|move (?:in)?to|moving (?:in)?to|start(?:ing)?(?: as| in)?|ahead of|eventually|one day|offered|accepted|got the|secured|been appointed|agreed to|down to|intend\w*|keen|eye on|sights (?:set )?on|to be(?:come)?|incoming|eyeing|thinking (?:of|about)|considering|approached about|sounded out (?:about|for)|soon)\b[\w\s',]{0,34}$"
)
_PLAN_TO_COME_AFTER = re.compile(
    r"^[- ](?:to[- ]be|in[- ]waiting)\b|^[\w\s']{0,24}?(?:\b(?:designate|wannabe|in waiting|to be|elect|one day|eventually|in the future|next (?:term|year|month|week|september|january|easter|spring|summer)|in (?:\w+ )?(?:weeks|months) time|in a (?:year|month|few)|soon)\b|^(?: role| post| job)? is (?:(?:where|what) (?:i'm|i am|i want|i'd|i would|i hope|i plan|i see)|the (?:goal|plan|dream|aim|next))\b|^ (?:role )?(?:interview|application|vacancy)\b|"
    r"\b(?:from|in|after|at|come|this coming|starting) (?:the |this )?(?:new year|january|february|jan|feb|easter|spring|summer|march|april)\b(?! (?:of )?(?:20|')?\d\d| (?:last|this) year| just| gone))"
)
_PLAN_LATER = re.compile(
    r"\b(?:(?:(?:that|it|which)(?:'s| is|s) (?:the|my|our) (?:plan|aim|goal|intention|hope|idea|dream|ambition))|(?:but|and|though|yet)?\s*(?:i |she |he )?(?:will be|shall be|should be by|(?:i'm |am |im )?going to be|soon|hop(?:e|ing) to(?: be)?|plan(?:ning)? (?:to|on)(?: be(?:come)?)?|would like to|want to|aim(?:ing)? to|intend(?:ing)? to|might go for it|due to|about to|starting(?: in post)?|start|take(?: it)? over|taking(?: it)? over|in training|working towards it|want the main job|it's going to be me|going to be me)\b)"
)
_SUPPOSED = re.compile(
    r"\b(?:if(?! i'm\b| im\b| i am\b| she's\b| he's\b)|whether|unless|suppose|what if|in case|were to|when i(?:'m| am| become))\b"
)
_ONCE = re.compile(
    r"\b(?:used to be|was once|^was|formerly|previously|ex|i was|she was|he was|was|gave up|given up|stepped down (?:as|from)|left|handed over|handed back|lost|had been|retired as|dropped|giving up|finished as|passed on)[ -]+(?:the |a |an |my |acting )*(?:\w+ )?$"
)
_MADE = re.compile(
    r"\bwas (?:then |just |recently |also )?(?:appointed|made|promoted|given|named|handed|confirmed|asked)\b"
)
_LEADS = re.compile(
    r"^\W*(?:(?:hi|hello|hey|hiya|so|and|but|ok|well|the|an?|still|currently|now|also|acting|interim|temporary|temporarily|permanently|officially|actually|named|new|job|share|half|full|part|time|qualified|unqualified|sole|primary|secondary|trust|first|junior|infant|school|head|deputy|head teacher|headteacher|teacher|class teacher|assistant head|plus|&|\+|/|just become|joint|co|experienced|fairly|relatively|very|brand|newly|recently|appointed|reluctant|accidental|only|lone|long serving|longstanding|busy|lead|phase|maintained|academy|special|nursery|serving|existing|designated|in post|substantive|post|role|job|title|position)[\s&+/,-]+)*+$"
)
_ASKED = re.compile(
    r"^\W*(?:so |and |but |ok )?(?:is|are|can|does|do|did|will|would|could|should|what|which|how|who|any|must|have)\b(?! i['\s]?m)"
)
_FIRM = re.compile(
    r"(?:^as(?: an?| the)?|\bme,? (?:as )?(?:an?|the)|\bi'm|\bim|\bi am|\bi've been|(?:she|he)(?:'s| is)|who is|who's)(?: \w+){0,3}\s*$"
)
_SPOKEN_OF = re.compile(r"sen(?:d)?co")
_WHOSE = re.compile(r"^\W*(?:(?:so|and|but|hi|hello)\W+)*(?:my|our|the|one of our|another of our) (?:\w+ )?$")
_THE_POST = re.compile(
    r"(?:(?<=\bbe )|(?<=\bam )|(?<=i'm )|(?<=\bim )|(?<=become )|(?<=coming )|(?<=\bbeing )|(?<=\bnot )|(?<=\bbeen )|(?<=\balready )|(?<=ly ))one\b(?=\W*(?:$|[,.;!)]|(?:yet|already|now|since|myself|for|from|too|and|but|one day|in|within|next|this|here|at|eventually|soon|currently|so|or|again)\b))|"
    r"(?<=\w )(?:the|this|that) (?:role|job|post|position|acting one)\b"
)
"""What stands for the post where the talk is of SENCOs or of their course."""
_FOLLOWS = re.compile(
    r"\b(?:(?P<ahead>i (?:take over|step up|take it on|take on the (?:role|job|post))\b|asked (?:me |if i(?:'d| would|'ll) )?to (?:step\w*|take (?:it |that |the \w+ )?(?:on|over|up)|do it|cover|replace)\b|(?:i'm|im|i am|i'll|i will|i'd be|going to be|ahead of|about to be|to be|view to|aim of|ready for|before|prior to)(?: be)? (?:taking|take|stepping|step|replac\w+)(?: it| that)? (?:on|over|up|in|into|her|him|them)|"
    r"(?:(?:it's|its|it is|that's|that is) (?:going to|gonna) be|will be|it'll be) me\b)|(?:that's|that is|it's|it is) me|(?:job|role|post|it)(?:'s| is)(?: now)? mine|(?:fell|passed|came|handed|given) to me|(?:i|i've|ive|i have)(?: just| now| since)? (?:took|taken|stepped|inherited|picked)(?: it| that| the \w+)? (?:on|over|up|in)\b|i(?:'ve been|'m| am)(?: now| just)? (?:filling|standing|stepping) in\b)"
)


def _denied(before: str, rest: str) -> str | None:
    """Return whether somebody who is no SENCO plans to be one."""
    if _NEVER_WILL.search(before):
        return _NO_PLAN
    near = rest[:130]
    if _NEVER_WILL.search(near) or re.search(r"\b(?:and|nor) (?:never|not|don't|won't|nor)\b", near):
        return _NO_PLAN
    return _PLAN if _PLAN_LATER.search(near) else None
