"""Read whether somebody is a headteacher now, and for how long they have been one, this school and others together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.core.courses import EARLY_HEADSHIP_COACHING
from advisor.dialogue.slots.clauses import Clause, Who, clauses_of_person, without_names
from advisor.dialogue.slots.dates import find_dates
from advisor.dialogue.slots.polarity import is_hedged, is_supposed
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.spans import Span, find_spans

FIRST_FIVE = "in_first_five_years_of_headship"
_A_SCHOOL = r"(?:school|academy|campus|primary|secondary|infants?|juniors?|pru|special|nursery school|high|college|federation|two schools|ours|it)"
HEAD = (
    r"(?P<head>\b(?:co-?)?(?:head ?teacher|head-teacher|headmaster|headmistress|headships?|ht|headteachers|"
    r"principal|heads?(?![ -]?(?:of\b|hunt|space|count|start|up\b|office|cook|chef|girl|boy|lice|teacher))|"
    r"heads?(?= of (?:\d+(?:\.\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|many|several|some|nearly|over|almost)[ -](?:\w+[ -]){0,2}?(?:years?|yrs?|months?|terms?)\b)|"
    rf"heads? of (?:school|academy|campus|centre(?= there)|(?:the |that |this |an? |our |my |one |two |three |\d |several )(?:\w+[ '-]+){{0,4}}?{_A_SCHOOL}|"
    rf"(?:one|two|both|a couple) of|(?!year|sixth|6th|house|department|faculty|english|maths|science)\w+ (?:\w+ ){{0,2}}?{_A_SCHOOL}\b))\b)"
)
_HEAD = re.compile(HEAD)
# "Deputy head", "department head", "virtual school head" and "the head's PA" are other posts.
_OTHER_HEAD_BEFORE = re.compile(
    r"\b(?:deputy|assistant|asst|associate|vice|dept|department|faculty|year|subject|phase|house|virtual(?: school)?|pastoral|aspiring|future|nursery)[ -]+$"
)
_NTH_YEAR = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th))[ -]year[ -]$"
)  # not "a year head"
_OTHER_HEAD_AFTER = re.compile(
    r"^(?:'s|s'|\s+(?:pa|office|teacher's|offer|npq\w*|course|coaching|interviews?|applications?|level)\b)"
)
# "Head sorted it": the head of the one who writes.
_ACTS = re.compile(
    r"^ (?:has |have |had |just |also |never )*(?:sorted|says?|said|told|wants?|won't|wont|thinks?|asked|paid|pays|knows?|signed|agreed|approved|reckons?|"
    r"suggest\w*|refus\w+|(?:is |very |really |fully |quite |all )*(?:supportive|happy|keen|willing|on board|onside|in favour)|approves|backs|agrees|retir\w+|left|leaves|gave|put|sent|mentioned|emailed|insists?|keeps|is (?:leaving|retiring|happy|keen|asking|not keen))\b"
)
_MANY = re.compile(r"(?<!co-)(?:heads|headteachers|heads of school)$")
_BY_ANOTHER = re.compile(
    r"\b(?:my|our|the|her|his|their|your|every|any|other|another|most|some|all|which|for|by|from|with|under|than|to|of|ask|asked|told|says?|said|between|each)\s+"
    r"(?:(?:my|our|the|an?|her|his|their|all|new|current|old|actual|lovely|own)\s+)*$"
)
_BELONGS = re.compile(r"\b(?!she'|he'|who'|it'|that'|there'|school'|trust'|what')\w+'s (?:old |new |current |own )?$")
_OWN_POST = re.compile(
    r"\b(?:my|the|her|his) (?:own |very )?(?:(?:first|second|third|fourth|fifth|new|current|present|2nd|3rd|1st) )?(?:post as |job as |role as |year as |years? of |stint as |time as |spell as |career in )?(?:an? )?$"
)
_NOT = re.compile(
    r"\b(?:not|isn't|isnt|aren't|arent|ain't|never(?: been)?|no longer|neither|nor|nt|n't|wasn't|haven't been)\b(?! (?:only|just|sure|been long|long|new))[\w\s',]{0,22}$"
)
_NOT_NEW = re.compile(
    r"\b(?:not|isn't|no longer)(?: exactly| really)? (?:an? |the )?(?:\w+ )?(?:new|novice|newbie|recent)\s+$"
)
_NO_AFTER = re.compile(
    r"^\s*(?::|\?|-|=)\s*(?P<says>no|nope|not(?: yet| me| any ?more)?(?=\W*[.,;]|\W*$)|n|yes|yep|y)\b(?! (?:npq|idea))"
)
_STARTING = r"(?:start|starts|take over|takes over|taking over|take up|takes up|taking up|begin|begins|step up|stepping up|become|becomes|move (?:in)?to|moving (?:in)?to|starting|beginning|assume|assuming)"
_TO_COME = re.compile(
    rf"\b(?:(?:will|'ll)(?! have been)|ill be|going to|gonna|about to|due to|set to|shall|to be|incoming|(?:i|she|he|we)(?:'m| am|'s| is)? {_STARTING}|soon(?: to be)?|(?:offered|accepted|secured|landed|won)(?: an?| the| my)? (?:\w+ )?)\b[\w\s']{{0,28}}$"
)
_COUNTED = re.compile(
    r"\b(?:years?|yrs?|months?|terms?|weeks?|decades?|year \w+|yr \w+) (?:of|into|in) (?:my |her |his )?$"
)
_WILL = re.compile(r"\b(?:will|'ll|going to|about to|due to)\b")
_COMES_AFTER = re.compile(
    r"^[\w\s']{0,20}?\b(?:designate|elect|in waiting|to be\b|from next|next (?:term|year|month|week|jan|sept|easter|summer|autumn|spring|september|april|january)|"
    r"(?:in|from|after|at|come|this coming) (?:the )?(?:new year|january|february|easter|christmas|spring|summer)\b(?! (?:of )?(?:20|')?\d\d| (?:last|this) year))"
)
_WISHED = re.compile(
    r"\b(?:want\w*|hop(?:e|es|ing)|would like|'d like|aspir\w*|aim(?:s|ing)?|plan(?:s|ning)?|dream\w*|ready for|appl(?:y|ied|ying) for|interview\w*|looking (?:for|at|to)|next step|towards?|considering|thinking (?:of|about)|wish\w*|love|fancy|recruit\w*|hiring|advertis\w*|seeking|need(?:s|ing)?|one day|if|whether|when|until|unless|before|becoming)\b[\w\s,'-]{0,32}$"
)
_ONCE = re.compile(
    r"\b(?:used to be|was once|formerly|former|previously|ex|retired(?: as)?|had been|stepped down (?:as|from)|left|gave up|finished as|i was|she was|he was|we were|was|were|been and gone as|former life as)[ -]+(?:an? |the |acting |interim |co-)*(?:\w+ )?$"
)
_SERVED = re.compile(r"\b(?:ran|worked|spent)\b(?:(?!\bsince\b)[\w\s,]){0,40}\bas (?:an? |the )?(?:\w+ )?$")
_NTH_HEAD = re.compile(r"\b(?:its|second|third|fourth|fifth|2nd|3rd|\dth) $")
_MADE = re.compile(r"\bwas (?:then |just |recently |first )?(?:appointed|made|promoted|given|named|confirmed)\b")
_RETIRED = re.compile(r"^\W*(?:\w+ )?(?:retired|until (?:19|20)\d\d|till (?:19|20)\d\d)\b")
_ANCHOR = re.compile(
    r"\b(?:i'm|im|i am|we're|we are|i've been|ive been|been|being|as|became|become|made|made up to|appointed|promoted to|promotion to|took (?:over|up|on)(?: as)?|taken over(?: as)?|"
    r"started(?: as)?|(?:she|he)'s|(?:she|he) is|is|currently|now|acting(?: up)?|acting as|work as|working as|job as|got|given|both|also|in|into|inherited|i)\b"
    r"[\w\s,'&/-]{0,22}$"
)
_STARTS_AS_ONESELF = re.compile(r"\b(?:i'm|i am|im|as|i)\b[\w\s]{0,15}$")
_FIRM = re.compile(
    r"(?:^am|\b(?:i'm|im|i am|i've been|ive been|i've just|as(?: an?| the)?|(?<!^is )(?:she|he)'s|who is|who's|became|took over(?: as)?|been|appointed))\b[\w\s'-]{0,16}$"
)
"""Words that tell of a headship in a question too: "as a head, can I ...", "can I have it, I'm a new head"."""
_ADJECTIVES = re.compile(
    r"^\W*(?:(?:hi|hello|hey|hiya|so|and|but|ok|well|the|an?|first|still|currently|now|also|state|maintained|new|brand new|newly appointed|acting|interim|serving|substantive|experienced|teaching|primary|"
    r"secondary|infant|junior|special|academy|school|executive|exec|co|small|rural|village|nursery|long serving|fairly|relatively|quite|pretty|second year|first year|third year|[\w]+ ?(?:years?|yrs?)(?: an?| as an?)?)[ -]+)*$"
)
_ASKED_OF_HEADS = re.compile(
    r"^\W*(?:so |and |but )?(?:is|are|can|does|do|will|would|could|should|what|which|how|any)\b(?! i\b)[^,;:-]*$"
)
_IS_THE = re.compile(
    r"\b(?:i'm|im|i am|am|is|as|became|become|been|made|appointed(?: as)?|being|now|'s|took over as|started as|work as|be|also|both) (?:the|their|its|our) (?:\w+ ){0,2}$"
)
_PROMOTED = re.compile(
    r"\b(?:new|newcomer|came|settling) (?:in)?to $|\b(?:stepping down|retiring|standing down|leaving) (?:from |as )?(?:my |the )?$|\b(?:made up|promoted|promotion|stepped up|stepping up|moved up|went up|elevated|step up)(?: from \w+)? (?:in)?to (?:be )?(?:the |an? )?$"
)
_NEW = re.compile(
    r"\b(?:new(?:ly[- ](?:appointed|in[- ]post|promoted|made))?|brand[- ]new|first[- ]time|novice|newbie|rookie|recently appointed|just appointed) (?:in (?:post )?)?(?:\w+ ){0,1}$|"
    r"\b(?:just|only just|recently|newly|lately)\b[\w\s']{0,14}\b(?:appointed|become|became|made|started|taken over|took over|stepped|begun|been given|got|moved)\b[\w\s]{0,16}$|"
    r"\b(?:first) $"
)
_NEW_AFTER = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:new (?:in|to) (?:the )?(?:post|role|job|headship)|newly (?:in post|appointed)|just (?:started|appointed|begun)|first (?:headship|post)|new to (?:it|headship))\b"
)
_FIRST_ONE = re.compile(
    r"\bfirst (?:(?:ever|proper|substantive) )?(?:headship|post as (?:an? )?head|job as (?:an? )?head|time (?:as (?:an? )?)?head)\b|\bfirst time head\b"
)
_SEVERAL = re.compile(
    r"\b(?:second|2nd|third|3rd|fourth|next|another|other|previous|last) (?:headship|school as head|time as head)\b|\bheadships?\b[\w\s,:]{0,10}(?:x ?[2-9]|no\.? ?[2-9])|\b(?:two|three|four|several) (?:different )?(?:schools|headships)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:deput(?:y|ies)|assistant|aht|dht|vice|senco|sendco|teach(?:er|ing|es)?|taught|work(?:ed|ing) (?:here|there|in|at)|education|profession|career|lead(?:er)?|governor|lecturer|manager|ceo|cfo|npq\w*|·+|passed|completed|finished|qualif\w+|scholarship|cohort|funded|"
    r"appl(?:y|ied)|trained|graduated|ofsted|pgce|did|done|experience|qts|course|award|school(?=,? since)|joined|moved|transferred|married|kids?|old|contract|career break|rise|budget|in (?:dubai|wales|scotland|spain|hong kong)|head of (?!school|academy)\w+|"
    r"aso|ehco|training|studying|predecessor|retired|paid|coaching)\b|·"
)
_STUDY = re.compile(
    r"npq|·|passed|completed|finished|qualif|scholarship|cohort|funded|appl|ofsted|pgce|did|done|qts|course|award|aso|ehco|paid|coaching|budget|rise"
)
_WHOSE = re.compile(r"^\W*(?:(?:so|and|but|hi|hello|hiya)\W+)*(?:my|our|the|one of our|his|her)(?: \w+){0,2} $")
_BEGAN = re.compile(
    r"\b(?:appointed|started|began|begun|start(?: date)?|in post|in (?:the )?(?:role|job|chair|hot seat|seat|position)|took (?:over|up|it on|on)|taken over|stepped up|been (?:there|here|doing|in|one|at|it|running)|since|at the helm|running|counting|for|new|served|done)\b"
)
_IN_POST = re.compile(
    r"\b(?:in post|in (?:the )?role|appointed|took over|taken over)(?: here)?(?: \w+)?(?: as of| since| from| in| on|,)?\s*$"
)
_BEEN_HERE = re.compile(r"\bbeen (?:here|at \w+|with us)(?: for)?\s*$")
_MY = re.compile(r"\b(?:my|our) (?:\w+ )?$")
_SINCE = re.compile(r"\bsince\b")
_SUCCEEDS = re.compile(
    r"\bi(?:'m|'ll| am| will|m)(?: be)? (?:taking (?:it )?over|stepping (?:up|into)|replacing|succeeding|taking (?:her|his|their) (?:place|post|job)|the next one)\b"
)
_HELM = re.compile(
    r"\b(?:at the helm of|running|run|in charge of|leading|led|headed(?: up)?|steered) (?:an? |this |my |the |our )?(?:\w+ ){0,3}(?:school|primary|academy|infants?|juniors?)\b"
)
_APART = re.compile(r"[,;:]|\s-\s|\?")
_FARTHER = 15  # a comma puts words apart as so many letters do
_BELOW = frozenset({"deputy_head", "assistant_head"})
_HEAD_SUBJECTS = ("head", "headteacher", "principal")
_SUPPORT_FOR_NEW = re.compile(
    r"\b(?:did|had|got|completed|finished) (?:the )?(?:aso|ehco|early headship coaching|additional support offer)\b"
)
_DEPUTIES = re.compile(
    r"\b(?:we're|we are|are) (?:both |all |co-)?(?:deputies|assistant heads|deputy heads|ahts|dhts)\b"
)
_NOT_ONE = re.compile(r"\bnot (?:yet )?one(?: yet| myself)?\b(?! of)")
_WITHIN_THEM = re.compile(
    r"\b(?:i'm|i am|im|she's|he's|she is|he is)(?: still| only| just| well)* (?:with)?in(?:side)? (?:the|my|her|his) (?:first )?(?:five|5)[ -]y"
)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one mention of headship says: held now, or not, or (None) neither."""

    held: bool | None
    start: int
    end: int
    hedged: bool = False
    ended: bool = False  # held once


def find_headship(reading: Reading) -> Iterator[SlotValue]:
    """Yield whether the person is a headteacher, whether in the first five years, and since when."""
    told = clauses_of_person(reading)
    courses = [(m.start, m.end) for m in reading.of_kind("course") if m.value != "x"]
    clauses = [without_names(clause, iter(courses)) for clause in told]
    claims_of = {clause.start: tuple(_claims(reading, clause)) for clause in clauses}
    claims = [claim for each in claims_of.values() for claim in each]
    held = _held(reading, claims, clauses)
    if held is not None:
        yield held
    is_head = (
        held.value is True and not held.hedged if held is not None else reading.known.get("is_headteacher") is True
    )
    speaks_of_it = is_head or (held is None and any(claim.held for claim in claims))
    if held is not None and held.value is False:
        return
    yield from _tenure(reading, clauses, claims_of, is_head=is_head or speaks_of_it)


def is_own_head(text: str, match: re.Match[str]) -> bool:
    """Return whether "head" here names a headteacher's post and no other."""
    return not (
        (_OTHER_HEAD_BEFORE.search(text[: match.start()]) and not _NTH_YEAR.search(text[: match.start()]))
        or _OTHER_HEAD_AFTER.match(text[match.end() :])
        or (_ACTS.match(text[match.end() :]) and not _STARTS_AS_ONESELF.search(text[: match.start()]))
        or _MANY.search(match.group())
    )


def _claims(reading: Reading, clause: Clause) -> Iterator[_Claim]:
    for match in _HEAD.finditer(clause.text):
        if not is_own_head(clause.text, match):
            continue
        place = (clause.start + match.start(), clause.start + match.end())
        claim = _claim(reading, clause, match, place)
        if claim is not None:
            yield claim
    if (match := _HELM.search(clause.text)) and not clause.asks:
        if any(
            span.is_length or _SINCE.search(clause.text[: span.start + 6])
            for span in find_spans(clause.text, reading.as_of)
        ):
            yield _Claim(True, clause.start + match.start(), clause.start + match.end())


def _claim(reading: Reading, clause: Clause, match: re.Match[str], place: tuple[int, int]) -> _Claim | None:
    before, after = clause.text[: match.start()], clause.text[match.end() :]
    own = (
        _COUNTED.search(before) is not None
        or _OWN_POST.search(before) is not None
        and ("headship" in match.group() or " as " in before[-12:])
    )
    promoted = _PROMOTED.search(before) is not None
    own = own or bool(clause.who is Who.OTHER and _WHOSE.match(before))
    own = own or bool(reading.subject in _HEAD_SUBJECTS and _MY.search(before))
    anchored = _ANCHOR.search(before) is not None or own or promoted
    leads = _ADJECTIVES.match(re.split(r"[,;:]|\s-+\s", before)[-1]) is not None
    if says := _NO_AFTER.match(reading.lower[place[1] :]):
        return _Claim(says["says"].startswith("y"), *place)
    if _NOT.search(before) and not _NOT_NEW.search(before):
        return None if clause.supposes else _Claim(False, *place)
    if is_supposed(clause.text) or _WISHED.search(before) or _WISHED.search(before[-8:]):
        return None
    if _BELONGS.search(before):
        return None
    if _BY_ANOTHER.search(before) and not own and not promoted and not _IS_THE.search(before):
        return None
    dated = next((s for s in find_spans(after[:45], reading.as_of) if not s.is_length), None)
    ahead = any(found.day > reading.as_of for found in find_dates(after[:60], reading.as_of)) and dated is None
    if (ahead or _TO_COME.search(before) or _COMES_AFTER.match(after)) and not _COUNTED.search(before):
        past = dated is not None and not dated.undated and not _COMES_AFTER.match(after) and not _WILL.search(before)
        return _Claim(past, *place) if not clause.asks or clause.who is Who.SELF else None
    if _NTH_HEAD.search(before) and "headship" not in match.group():
        return None  # "the school is on its third head"
    if _SERVED.search(before) or (_ONCE.search(before) and not _MADE.search(before)) or _RETIRED.match(before):
        return _Claim(None, *place, ended=True)
    if clause.asks and not (_FIRM.search(before) or (leads and not _ASKED_OF_HEADS.match(clause.text))):
        return None
    fragment = clause.who is not Who.SELF
    if anchored or leads or fragment or re.match(r"^\s*(?:since|for|from|x\b|\()", after):
        return _Claim(True, *place, hedged=is_hedged(reading.lower, *place))
    return None


def _held(reading: Reading, claims: Sequence[_Claim], clauses: Sequence[Clause]) -> SlotValue | None:
    """Return whether the headship is held now: said so, denied, another post told, or over."""
    fact = "is_headteacher"
    told = [c for c in claims if c.held is not None]
    certain = [c for c in told if not c.hedged]
    if certain:
        # "I'm the headteacher now, no longer head of school": what somebody is counts before what they are not.
        best = next((c for c in reversed(certain) if c.held), certain[-1])
        return SlotValue(fact, best.held, best.start, best.end)
    if told:
        return SlotValue(fact, True, told[-1].start, told[-1].end, hedged=True)
    for clause in clauses:
        if (match := _NOT_ONE.search(clause.text)) and any(
            _HEAD.search(c.text) for c in clauses if c.start <= clause.start
        ):
            return SlotValue(fact, False, clause.start + match.start(), clause.start + match.end())
    for clause in clauses:
        if match := _DEPUTIES.search(clause.text):
            return SlotValue(fact, False, clause.start + match.start(), clause.start + match.end())
    if below := [m for m in reading.of_kind("role") if _is_below(reading, m.value, m.start, clauses)]:
        return SlotValue(fact, False, below[-1].start, below[-1].end)
    for clause in clauses:
        match = _SUPPORT_FOR_NEW.search(clause.text) or _WITHIN_THEM.search(clause.text)
        if match and not clause.asks and EARLY_HEADSHIP_COACHING in {m.value for m in reading.of_kind("course")}:
            return SlotValue(fact, True, clause.start + match.start(), clause.start + match.end())
    for clause in clauses:
        if (match := _SUCCEEDS.search(clause.text)) and _HEAD.search(reading.lower):
            return SlotValue(fact, False, clause.start + match.start(), clause.start + match.end())
    if over := [c for c in claims if c.ended]:
        return SlotValue(fact, False, over[-1].start, over[-1].end)
    if reading.subject in _HEAD_SUBJECTS and "is_headteacher" not in reading.known:
        return SlotValue(fact, True, 0, min(len(reading.lower), 1))
    return None


def _is_below(reading: Reading, role: str, start: int, clauses: Iterable[Clause]) -> bool:
    return role in _BELOW and any(clause.start <= start < clause.end for clause in clauses)


def _tenure(
    reading: Reading, clauses: Sequence[Clause], claims: Mapping[int, Sequence[_Claim]], *, is_head: bool
) -> Iterator[SlotValue]:
    """Yield whether five years have gone by since the first headship began."""
    found = [
        (clause, span)
        for clause in clauses
        for span in _spans_of_headship(reading, clause, clauses, claims[clause.start], is_head)
    ]
    if found:
        clause, span = max(found, key=lambda pair: (pair[1].least, pair[1].most))
        several = _SEVERAL.search(reading.lower) and not span.over
        start, end = clause.start + span.start, clause.start + span.end
        value = span.in_first_five
        if several and value and not _counts_all(reading, clause, span):
            return  # of a second headship the first one's years are missing
        if value is not None:
            yield SlotValue(FIRST_FIVE, value, start, end)
            yield SlotValue("is_headteacher", True, start, end)
        if span.month is not None:
            yield SlotValue("headship_start", str(span.month), start, end)
        return
    if is_head and not _SEVERAL.search(reading.lower) and (new := _newness(clauses)) is not None:
        yield SlotValue(FIRST_FIVE, True, *new)


def _counts_all(reading: Reading, clause: Clause, span: Span) -> bool:
    """Return whether a time counts from the first headship on: "first one began in 2023", "two years all told"."""
    near = clause.text[max(0, span.start - 30) : span.end + 25]
    return bool(
        re.search(
            r"\bfirst\b|\ball told\b|\btotal\b|\baltogether\b|\bin all\b|\bdifferent schools\b|\bboth\b|\bcombined\b",
            near,
        )
    )


def _newness(clauses: Sequence[Clause]) -> tuple[int, int] | None:
    for clause in clauses:
        if match := _FIRST_ONE.search(clause.text):
            return clause.start + match.start(), clause.start + match.end()
        for match in _HEAD.finditer(clause.text):
            before, after = clause.text[: match.start()], clause.text[match.end() :]
            if _NOT_NEW.search(before) or _BY_ANOTHER.search(before) and not _ANCHOR.search(before) and clause.asks:
                continue
            if is_own_head(clause.text, match) and (_NEW.search(before) or _NEW_AFTER.match(after)):
                return clause.start + match.start(), clause.start + match.end()
    return None


def _spans_of_headship(
    reading: Reading, clause: Clause, clauses: Sequence[Clause], claims: Sequence[_Claim], is_head: bool
) -> Iterator[Span]:
    """Yield the times in a clause that are told of headship: nothing else that times are told of stands nearer."""
    heads = [(c.start - clause.start, c.end - clause.start) for c in claims if c.held]
    named = [(m.start(), m.end()) for m in _HEAD.finditer(clause.text) if is_own_head(clause.text, m)]
    others = [
        (m.start(), m.end())
        for m in _ELSEWHERE.finditer(clause.text)
        if not any(start <= m.start() < end for start, end in named)
    ]
    # A length is hardly ever one of a course; a date often is that of one.
    posts = [o for o in others if not _STUDY.match(clause.text[o[0] : o[1]])]
    for span in find_spans(clause.text, reading.as_of):
        if span.of_five and is_head and not clause.asks:
            yield span
        elif clause.who is Who.OTHER and _BEEN_HERE.search(clause.text[: span.start]):
            continue  # "our head has been here 20 years": as what, is not said
        elif heads:
            in_post = _IN_POST.search(clause.text[: span.start])
            rivals = posts if span.is_length else others
            near = [o for o in rivals if not in_post or o[1] > span.end + _FARTHER]
            to_head = min(_distance(clause.text, span, head) for head in heads)
            to_other = min((_distance(clause.text, span, other) for other in near), default=999)
            if in_post or to_head <= to_other:
                yield span
        elif is_head and not named and not others and _goes_on(reading, clause, clauses, span):
            yield span


def _distance(text: str, span: Span, place: tuple[int, int]) -> int:
    left, right = (place[1], span.start) if place[1] <= span.start else (span.end, place[0])
    return max(right - left, 0) + _FARTHER * len(_APART.findall(text, left, max(right, left)))


def _goes_on(reading: Reading, clause: Clause, clauses: Sequence[Clause], span: Span) -> bool:
    """Return whether a clause that names no post goes on about headship: "Appointed Nov 2021", "2nd year", "14 months"."""
    before = [c for c in clauses if c.start < clause.start]
    last = next((kind for c in reversed(before) if (kind := _last_named(c.text))), None)
    if last == "other":
        return False
    began = _BEGAN.search(clause.text)
    brief = span.is_length and len(clause.text.split()) <= 7
    return bool(began or brief)


def _last_named(text: str) -> str | None:
    """Return which kind of thing that times are told of is named last: a headship, or another."""
    heads = [m.end() for m in _HEAD.finditer(text) if is_own_head(text, m)]
    others = [m.end() for m in _ELSEWHERE.finditer(text)]
    if not heads and not others:
        return None
    return "head" if max(heads, default=-1) >= max(others, default=-1) else "other"
