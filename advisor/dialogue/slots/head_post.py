"""Tell whether the word "head" names the post of a headteacher, and whether the person holds it now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.dialogue.slots.clauses import Clause, Who
from advisor.dialogue.slots.dates import find_dates
from advisor.dialogue.slots.polarity import is_hedged, is_supposed
from advisor.dialogue.slots.slot import Reading
from advisor.dialogue.slots.spans import Span, find_spans

A_SCHOOL = r"(?:school|academy|campus|primary|secondary|infants?|juniors?|pru|special|nursery school|high|college|federation|two schools|ours|it)"
_POST = (
    r"(?P<head>\b(?:co-?)?(?:head ?teacher|head-teacher|headmaster|headmistress|headships?|ht|headteachers|"
    r"principal(?! teachers?\b)|heads?(?![ -]?(?:of\b|hunt|space|count|start|up\b|office|cook|chef|girl|boy|lice|teacher))|"
    r"heads?(?= of (?:\d+(?:\.\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|many|several|some|nearly|over|almost)[ -](?:\w+[ -]){0,2}?(?:years?|yrs?|months?|terms?)\b)|"
    rf"heads? of (?:school|academy|campus|centre(?= there)|(?:the |that |this |an? |our |my |one |two |three |\d |several )(?:\w+[ '-]+){{0,4}}?{A_SCHOOL}|"
    rf"(?:one|two|both|a couple) of|another(?! (?:\w+ )?(?:department|dept|year|faculty|subject|house))|(?!year|yr|y\d|ks\d|key|sixth|6th|house|department|faculty|english|maths|science)\w+ (?:(?!at\b|in\b|for\b|from\b)\w+ ){{0,2}}?{A_SCHOOL}\b))\b)"
)
HEAD = re.compile(_POST)
# "Deputy head", "department head", "virtual school head" and "the head's PA" are other posts.
_OTHER_HEAD_BEFORE = re.compile(
    r"\b(?:deputy|assistant|asst|associate|vice|dep|dept|department|faculty|year|subject|phase|house|virtual(?: school)?|pastoral|aspiring|future|nursery)[ -]+$"
)
_NTH_YEAR = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th))[ -]year[ -]$"
)  # not "a year head"
_OTHER_HEAD_AFTER = re.compile(
    r"^(?:'s|s'|\s+(?:pa|office|teacher's|offer|npq\w*|course|coaching|interviews?|applications?|level)\b)"
)
_OR_COURSE_AFTER = re.compile(
    r"^,?\s*(?:or|vs\.?|versus|/)\s+(?:is it |should it be |do i do |the )?(?:npq\w*|(?:senior|executive|early years) leadership|leading \w+|senco\w*)\b(?! (?:role|post|job|team))"
)
_OR_COURSE_BEFORE = re.compile(
    r"(?:\bnpq\w*|\b(?:senior|executive|early years) leadership|\bleading \w+),?\s*(?:or|vs\.?|versus|/)\s+(?:the )?$"
)
"""One of two courses to choose from: "headship or senior leadership?"."""
# "Head sorted it": the head of the one who writes.
_ACTS = re.compile(
    r"^ (?:has |have |had |just |also |never )*(?:sorted|confirm(?:ed|s)?|checked|checks|found|looked|rang|reported|says?|said|told|wants?|won't|wont|thinks?|asked|paid|pays|knows?|signed|agreed|approved|reckons?|"
    r"suggest\w*|refus\w+|(?:is |very |really |fully |quite |all )*(?:supportive|happy|keen|willing|on board|onside|in favour)|approves|backs|agrees|retir\w+|left|leaves|gave|put|sent|mentioned|emailed|insists?|keeps|is (?:leaving|retiring|happy|keen|asking|not keen))\b"
)
_MANY = re.compile(r"(?<!co-)(?:heads|headteachers|heads of school)$")
BY_ANOTHER = re.compile(
    r"\b(?:my|our|the|its|her|his|their|your|every|any|other|another|most|some|all|which|for|by|from|with|under|than|to|of|ask|asked|told|says?|said|between|each)\s+"
    r"(?:(?:my|our|the|an?|her|his|their|all|new|current|old|actual|lovely|own)\s+)*$"
)
_BELONGS = re.compile(r"\b(?!she'|he'|who'|it'|that'|there'|school'|trust'|what')\w+'s (?:old |new |current |own )?$")
_OWN_POST = re.compile(
    r"\b(?:my|the|her|his) (?:own |very )?(?:(?:first|second|third|fourth|fifth|new|current|present|2nd|3rd|1st) )?(?:post as |job as |role as |year as |years? of |stint as |time as |spell as |career in )?(?:an? )?$"
)
_NOT = re.compile(
    r"\b(?:not|isn't|isnt|aren't|arent|ain't|never(?: been)?|no longer|neither|nor|nt|n't|wasn't|haven't been)\b(?! (?:only|just|sure|been long|long|new))[\w\s',]{0,22}$"
)
NOT_NEW = re.compile(
    r"\b(?:not|isn't|no longer)(?: exactly| really)? (?:an? |the )?(?:\w+ )?(?:new|novice|newbie|recent)\s+$"
)
_NO_AFTER = re.compile(
    r"^\s*(?P<once>(?:(?:before|ever|previously|already|now|yet|myself|anywhere|at all|in the past)\b\s*)*)(?::|\?|-|=)\s*(?P<says>no|nope|not(?: yet| me| any ?more)?(?=\W*[.,;]|\W*$)|n|yes|yep|y)\b(?! (?:npq|idea))"
)
_STARTING = r"(?:start|starts|take over|takes over|taking over|take up|takes up|taking up|begin|begins|step up|stepping up|become|becomes|move (?:in)?to|moving (?:in)?to|starting|beginning|assume|assuming)"
_TO_COME = re.compile(
    rf"\b(?:(?:will|'ll)(?! have been)|ill be|going to|gonna|about to|due to|set to|shall|to be|incoming|(?:i|she|he|we)(?:'m| am|'s| is)? {_STARTING}|soon(?: to be)?|(?:offered|accepted|secured|landed|won)(?: an?| the| my)? (?:\w+ )?)\b[\w\s']{{0,28}}$"
)
_COUNTED = re.compile(
    r"\b(?:years?|yrs?|months?|terms?|weeks?|decades?|year \w+|yr \w+) (?:of|into|in) (?:my |her |his )?$"
)
_BECAME = re.compile(
    r"\b(?:became|was (?:then |just |recently )?(?:appointed|made|promoted)|got made|took over|started(?: out)?|stepped up)\b(?: (?:to|as|the|an?|acting|interim|substantive|permanent|new|it|into|here|primary|secondary|infant|junior|full))*\s*$"
)
_WILL = re.compile(r"\b(?:will|'ll|going to|about to|due to)\b")
_COMES_AFTER = re.compile(
    r"^[\w\s'?,-]{0,25}?\b(?:(?:that|it|which|and|but)(?: only| just)? (?:starts|begins|commences)|(?:not|n't)(?: actually)?(?: start| begin| due)? (?:until|till))\b|^[\w\s']{0,20}?\b(?:designate|elect|in waiting|to be\b|from next|next (?:term|year|month|week|jan|sept|easter|summer|autumn|spring|september|april|january)|"
    r"(?:in|from|after|at|come|this coming) (?:the )?(?:new year|january|february|easter|christmas|spring|summer)\b(?! (?:of )?(?:20|')?\d\d| (?:last|this) year))"
)
_WISHED = re.compile(
    r"\b(?:want\w*|hop(?:e|es|ing)|would like|'d like|aspir\w*|aim(?:s|ing)?|plan(?:s|ning)?|dream\w*|ready for|appl(?:y|ied|ying) for|interview\w*|looking (?:for|at|to)|next step|towards?|considering|thinking (?:of|about)|wish\w*|love|fancy|recruit\w*|hiring|advertis\w*|seeking|need(?:s|ing)?|one day|if|whether|when|until|unless|before|becoming)\b[\w\s,'-]{0,32}$"
)
_ONCE = re.compile(
    r"\b(?:used to be|was once|formerly|former|previously|ex|retired(?: as)?|had been|stepped down (?:as|from)|left|gave up|finished as|i was|she was|he was|we were|was|were|been and gone as|(?:acted(?: up)?|stood in|stepped in|covered|filled in|was acting|seconded|deputised) (?:as|for)|former life as)[ -]+(?:an? |the |acting |interim |co-)*(?:\w+ )?$"
)
_SERVED = re.compile(r"\b(?:ran|worked|spent)\b(?:(?!\bsince\b)[\w\s,]){0,40}\bas (?:an? |the )?(?:\w+ )?$")
_NTH_HEAD = re.compile(r"\b(?:second|third|fourth|fifth|2nd|3rd|\dth) $")
_MADE = re.compile(r"\bwas (?:then |just |recently |first )?(?:appointed|made|promoted|given|named|confirmed)\b")
_RETIRED = re.compile(r"^\W*(?:\w+ )?(?:retired|until (?:19|20)\d\d|till (?:19|20)\d\d)\b")
ANCHOR = re.compile(
    r"\b(?:i'm|im|i am|we're|we are|i've been|ive been|been|being|as|became|become|made|made up to|appointed|promoted to|promotion to|took (?:over|up|on)(?: as)?|taken over(?: as)?|"
    r"started(?: as)?|(?:she|he)'s|(?:she|he) is|is|currently|now|acting(?: up)?|acting as|work as|working as|job as|got|given|both|also|in|into|inherited|i)\b"
    r"[\w\s,'&/-]{0,22}$"
)
_STARTS_AS_ONESELF = re.compile(r"\b(?:i'm|i am|im|as|i)\b[\w\s]{0,15}$")
_FIRM = re.compile(
    r"(?:^am|\b(?:i'm|im|i am|i've been|ive been|i've just|as(?: an?| the)?|(?<!^is )(?:she|he)'s|who is|who's|became|took over(?: as)?|been|appointed))\b[\w\s'-]{0,16}$"
)
_ADJECTIVES = re.compile(
    r"^\W*(?:(?:[\w]+ ?(?:years?|yrs?)(?: an?| as an?)?|hi|hello|hey|hiya|caller|enquir(?:er|y from)|applicant|candidate|customer|delegate|so|and|but|ok|well|the|an?|first|still|currently|now|also|state|maintained|new|brand new|newly appointed|acting|interim|serving|substantive|experienced|teaching|primary|"
    r"secondary|infant|junior|special|academy|school|executive|exec|co|small|rural|village|nursery|long serving|fairly|relatively|quite|pretty)[ -]+)*+$"
)
_ASKED_OF_HEADS = re.compile(
    r"^\W*(?:so |and |but )?(?:is|are|can|does|do|will|would|could|should|what|which|how|any)\b(?! i\b)[^,;:-]*$"
)
_IS_THE = re.compile(
    r"\b(?:i'm|im|i am|am|is|as|became|become|been|made|appointed(?: as)?|being|now|'s|took over as|started as|work as|be|also|both) (?:the|their|its|our) (?:\w+ ){0,2}$"
)
_PROMOTED = re.compile(
    r"\b(?:new|newcomer|came|settling) (?:in)?to $|\b(?:stepping down|retiring|standing down|leaving) (?:from |as )?(?:my |the )?$|\b(?:made up|promoted|promotion|stepped up|stepping up|moved up|went up|elevated|step up|returned|(?:came|gone|went) back)(?: from \w+)? (?:in)?to (?:be )?(?:the |an? )?$"
)
_WHOSE = re.compile(r"^\W*(?:(?:so|and|but|hi|hello|hiya)\W+)*(?:my|our|the|one of our|his|her)(?: \w+){0,2} $")
_MY = re.compile(r"\b(?:my|our) (?:\w+ )?$")
_SINCE = re.compile(r"\bsince\b")
_HELM = re.compile(
    r"\b(?:took|taken) (?:it |the school |the reins )?over (?:\w+ ){0,3}from (?:the |my |our |a )?(?:(?:previous|last|old|outgoing|retiring|former|retired) )*(?:head ?teacher|head(?! of)|principal)\b|\b(?:took|taken) over the (?:school|headship)\b|"
    r"\b(?:(?:took|taken) (?:up )?(?:the (?:reins|helm|keys|chair)|charge) (?:of|at)|at the helm of|running|run|in charge of|leading|led|headed(?: up)?|steered) (?:an? |this |my |the |our )?(?:\w+ ){0,3}(?:school|primary|academy|infants?|juniors?)\b"
)
HEAD_SUBJECTS = ("head", "headteacher", "principal")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one mention of headship says: held now, or not, or (None) neither."""

    held: bool | None
    start: int
    end: int
    hedged: bool = False
    ended: bool = False  # held once


def is_own_head(text: str, match: re.Match[str]) -> bool:
    """Return whether "head" here names a headteacher's post and no other."""
    if match.group() == "headship" and _stands_for_course(text, match):
        return False
    return not (
        (_OTHER_HEAD_BEFORE.search(text[: match.start()]) and not _NTH_YEAR.search(text[: match.start()]))
        or _OTHER_HEAD_AFTER.match(text[match.end() :])
        or (_ACTS.match(text[match.end() :]) and not _STARTS_AS_ONESELF.search(text[: match.start()]))
        or _MANY.search(match.group())
    )


def _stands_for_course(text: str, match: re.Match[str]) -> bool:
    after, before = text[match.end() :], text[: match.start()]
    return bool(_OR_COURSE_AFTER.match(after) or _OR_COURSE_BEFORE.search(before))


def claims_of(reading: Reading, clause: Clause) -> Iterator[Claim]:
    """Yield what each mention of a headteacher's post in a clause says of the person."""
    for match in HEAD.finditer(clause.text):
        if not is_own_head(clause.text, match):
            continue
        place = (clause.start + match.start(), clause.start + match.end())
        claim = _claim(reading, clause, match, place)
        if claim is not None:
            yield claim
    led = None if clause.asks else _HELM.search(clause.text)
    if led is not None and any(
        span.is_length or led.group().startswith(("took", "taken")) or _SINCE.search(clause.text[: span.start + 6])
        for span in find_spans(clause.text, reading.as_of)
    ):
        yield Claim(True, clause.start + led.start(), clause.start + led.end())


def _claim(reading: Reading, clause: Clause, match: re.Match[str], place: tuple[int, int]) -> Claim | None:
    before, after = clause.text[: match.start()], clause.text[match.end() :]
    if says := _NO_AFTER.match(reading.lower[place[1] :]):
        once = re.search(r"before|ever|previous|past", says["once"])
        holds = says["says"].startswith("y")
        return Claim(None, *place, ended=True) if holds and once else Claim(holds, *place)
    if (
        re.match(r"^(?: (?:here|there|now))? is (?:now |actually )?(?:me|myself|yours truly)\b", after)
        and not clause.asks
    ):
        return Claim(True, *place)
    if _NOT.search(before) and not NOT_NEW.search(before):
        return None if clause.supposes else Claim(False, *place)
    is_own = _is_own(reading, clause, match)
    if is_supposed(clause.text) or _WISHED.search(before) or _is_anothers(before, is_own=is_own):
        return None
    if _is_ahead(reading, before, after):
        return Claim(_began(reading, before, after), *place) if not clause.asks or clause.who is Who.SELF else None
    if _NTH_HEAD.search(before) and "headship" not in match.group():
        return None  # "the school is on its third head"
    if _SERVED.search(before) or (_ONCE.search(before) and not _MADE.search(before)) or _RETIRED.match(before):
        return Claim(None, *place, ended=True)
    if not _is_told(clause, before, after, is_own=is_own):
        return None
    return Claim(True, *place, hedged=is_hedged(reading.lower, *place))


def _is_own(reading: Reading, clause: Clause, match: re.Match[str]) -> bool:
    """Return whether the words before make the post the person's: "my second headship", "promoted to head"."""
    before = clause.text[: match.start()]
    if _COUNTED.search(before) or _PROMOTED.search(before):
        return True
    if _OWN_POST.search(before) and ("headship" in match.group() or " as " in before[-12:]):
        return True
    of_the_one_asked_about = clause.who is Who.OTHER and _WHOSE.match(before)
    return bool(of_the_one_asked_about or (reading.subject in HEAD_SUBJECTS and _MY.search(before)))


def _is_anothers(before: str, *, is_own: bool) -> bool:
    if _BELONGS.search(before):
        return True
    return bool(BY_ANOTHER.search(before)) and not is_own and not _IS_THE.search(before)


def _is_ahead(reading: Reading, before: str, after: str) -> bool:
    if _COUNTED.search(before):
        return False  # "my third year of headship starts in January"
    if _BECAME.search(before) and _WILL.search(before) is None:
        return False  # "I became head in January"
    later = any(found.day > reading.as_of for found in find_dates(after[:60], reading.as_of))
    if later and _day_after(reading, after) is None:
        return True
    return bool(_TO_COME.search(before) or _COMES_AFTER.match(after))


def _began(reading: Reading, before: str, after: str) -> bool:
    """Return whether a day gone by follows all the same: "I become head in January 2023"."""
    day = _day_after(reading, after)
    return day is not None and not (day.undated or _COMES_AFTER.match(after) or _WILL.search(before))


def _day_after(reading: Reading, after: str) -> Span | None:
    return next((span for span in find_spans(after[:45], reading.as_of) if not span.is_length), None)


def _is_told(clause: Clause, before: str, after: str, *, is_own: bool) -> bool:
    """Return whether the words assert the post, in a sentence or without one: "Headteacher, Leeds", "head since 2022"."""
    leads = _ADJECTIVES.match(re.split(r"[,;:]|\s-+\s", before)[-1]) is not None
    if clause.asks and not (_FIRM.search(before) or ((leads or is_own) and not _ASKED_OF_HEADS.match(clause.text))):
        return False
    if is_own or leads or clause.who is not Who.SELF or ANCHOR.search(before):
        return True
    return re.match(r"^\s*(?:since|for|from|x\b|\()", after) is not None
