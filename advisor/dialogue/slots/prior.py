"""Read what NPQs somebody has had before: which, when, how it ended, and who paid.

A hint ("I may have had one") is not a fact: it only says that nothing may be assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.dialogue.slots.polarity import is_hedged
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_NONE = re.compile(
    r"\b(?:never (?:had|done|taken|did|been|received|claimed|got|studied|start\w*|any)|no (?:npqs?|previous|prior|other npqs?|"
    r"earlier|dfe funding|npq (?:money|funding))\b|have?n'?t (?:done|had|taken|got)|(?:have|'ve) done none|"
    r"have(?:n't| not) (?:\w+ ){0,2}(?:npq|funding|funded|scholarship)|not (?:had|done|taken|been)|none (?:of (?:us|them) )?(?:had|has|have)|"
    r"neither (?:of us )?(?:has|have|had)|nor (?:has|have|had)|hasn't (?:had|done|taken)|hasnt (?:had|done)|has never|have never|"
    r"(?:my |her |his |our |their |this is my |it's my |its my |would be my )first npq|first npq|nothing funded|no npqs?|none before|nah never|"
    r"without (?:any )?(?:previous|prior))"
)
_NONE_OBJECT = re.compile(
    r"\bnpqs?\w*|fund\w*|scholarship|\bone\b|\bany\b|money|before|previous\w*|prior|\bit\b|place|since|anything"
)
_NOT_THAT = re.compile(r"\b(?:teaching for mastery|mastery|taught|heard|been (?:a|an|to)|submit)\b")
_OWN_PAST = re.compile(
    r"\b(?:had|got|given|received|won|with) (?:an? |the |my )?(?:dfe )?(?:scholarship|funding|funded place|place)(?: for| on| to do)?(?: the| my| an?)?\b|"
    r"\b(?:may|might|could) have (?:had|done|taken|started|got)\b|^\W*(?:started|began|withdrew from|failed)\b|"
    r"\b(?:i've|ive|(?<!can )(?<!could )(?<!may )(?<!should )(?<!do )i have|(?:may|might|must) have (?:had|done|started|taken)|i had|i did|i took|i paid|i self|i passed|i failed|i did(?:n't|nt| not) pass|i never passed|i completed|i finished|i withdrew|i dropped|i deferred|i started|"
    r"(?:participant|applicant|candidate|teacher|colleague|deputy|she|he|they|who|has|have|had) (?:\w+ )?(?:started|began)|i'm (?:half\w*|part\w*|mid\w*|doing|on|currently|studying|in the middle)|im (?:doing|on|half\w*|currently)|i am (?:doing|on|half\w*|part\w*|currently|studying)|"
    r"slogged through|went through|sat through|already|mid[- ]?way(?: through)?(?: my| the)?|(?<=^)(?:doing|on)|(?<!can )(?<!could )(?<!to )(?<!should )(?<!may )have the|self[- ]?funded|had(?=\s*$)|holds?|has (?:done|had|completed|an?|the|npq)|had an?|did (?:the|my|an?)\b(?! (?:head|boss|school|provider|application|manager|line))|did(?=\s*$)|done (?:the|my|an?)?|done(?=\s*$)|completed|passed|finished|withdrew|failed|"
    r"deferred|halfway|half way|part way|partway|doing (?:the|my|an?)|currently on|who has|got (?:my|the|an?)|paid for|got|with npq|after (?:my|doing|completing)|"
    r"previously|in \d{4}|from \d{4}|enrolled|signed up|accepted)\b|"
    r"\b(?:applied|turned down|rejected|refused|declined) (?:for|from|to do)\b"
)
_ASKS_OF_IT = re.compile(
    r"(?:,|\band\b|\bso\b|\bbut\b)\s*(?:can|could|would|will|does|do|may|might|should|is (?:it|that|there|this)|am i|are)\b"
)
"""Begins a question: what comes after it is not told of the past any more."""
_ASKED_LAST = re.compile(r"\s*(?:as well|too|next|now|then|also|possible|allowed|ok|funded|paid|free)?\s*\?")
_OF_OTHERS = re.compile(
    r"\b(?:(?:my|our|her|his|the) (?:deputy|head|headteacher|boss|colleagues?|friends?|wife|husband|partner|team|department|staff|line manager|\w+ lead)|"
    r"hubby|(?:half|some|most|several|all) (?:of )?(?:my|our|the|us) ?\w*)\b(?!.*\bi(?:'ve| have| had| did)?\b)"
)
_I_HAVE_NONE = re.compile(
    r"\bi(?:'ve|ve| have)? (?:never|not (?:done|had|taken)|done none|had none)\b|\bi have?n'?t\b|\b(?:none|any|never \w+) (?:\w+ )?myself\b"
)
_ENDED = re.compile(
    r"\b(?:withdr\w+|dropped|pulled out|fail\w*|pass(?:ed)?|complet\w+|finish\w+|defer\w*|paused|quit|gave up)\b"
)
_CORRECTS = re.compile(r"^\W*(?:no|sorry|actually|wait|oops|i meant|correction)\b(?!.*\b(?:also|too|as well)\b)")
_WANT = re.compile(
    r"\b(?:want|wants|like to|thinking|considering|interested|hoping|apply|is|are|can|could|should|would|do|about|(?<!paid )for|start|funded for|"
    r"scholarship (?:to do|for)|says?|said|suggest(?:s|ed)|recommend(?:s|ed)|reckons?|advis(?:es|ed)|straight to|win|get|which|what|how|whether|and|register)\b[\w\s']{0,22}$"
)
_ASKED_NEXT = re.compile(
    r"(?:,|\band\b|\bso\b|\bbut\b)\s*(?:so |and |but )?(?:can|could|would|will|is|am|do|does|may|might|should)\b"
)
_DOING = re.compile(r"\b(?:doing|taking|studying|on)\s+(?:the |my )?$")
_AT_PRESENT = re.compile(r"\s*(?:right )?(?:now|at the mo(?:ment)?|atm|rn|currently)\b(?!\s*\?)")
_ITS_COURSE = re.compile(
    r"\s*(?:course |place )?(?:started|began|finished|ended|was|(?:is|has been|got|had to be) (?:\w+ )?(?:deferred|paused|on hold|suspended))\b"
)
_HOW_IT_WENT = re.compile(
    r"(?:[\s,(]+(?:was|were|place|course|which|dfe|fully|dfe-funded|fully-funded|funded|self-funded|self|in|autumn|spring|summer|by|september|oct(?:ober)?|nov(?:ember)?|"
    r"jan(?:uary)?|feb(?:ruary)?|20\d\d|and|but|then|she|he|i|they|with|us|you|had|to|later|we))*[\s,();-]+"
    r"(?:withdrew|withdraw|withdrawn|failed|dropped out|pulled out|passed|deferred|never finished|didn't finish|didnt finish)\b|"
    r"[\s,(]*(?:was |place |course )?(?:(?:dfe|fully|self)[- ])?funded (?:in |from |back in )?(?:autumn |spring )?20(?:2[0-5]|1\d)\b"
)
"""What follows an NPQ that somebody has had: "NPQH funded 2024", "NPQH, funded, withdrew"."""
_DUTY = re.compile(r"\b(?:must|needs? to|has to|have to|should|required to|got to|by when|supposed to)\b[\w\s']{0,20}$")
_STATUS = (
    (
        "in_progress",
        re.compile(
            r"\bnot (?:yet )?(?:finished|completed)|\b(?:un|half[- ]?)finished|yet to (?:finish|complete)|hasn't finished|haven't finished"
        ),
    ),
    (
        "withdrawn",
        re.compile(
            r"\bwithdr\w+|never (?:actually )?(?:finish\w*|complet\w*)|dropped (?:out|it)|pulled out|gave up|left (?:it|the course)|quit\b|had to stop"
        ),
    ),
    ("failed", re.compile(r"\bfail\w*|didn't pass|didnt pass|did not pass|not pass\b")),
    ("deferred", re.compile(r"\bdefer\w*|paused|on hold|on pause")),
    (
        "in_progress",
        re.compile(
            r"\bi(?:'ve)? (?:have )?started\b|\bhalf ?way|part ?way|third of the way|in the middle|currently (?:doing|on)|already (?:on|doing|taking)|\b(?:i'm|im|i am|she's|he's|she is|he is) (?:\w+ )?(?:on|doing|studying)\b|mid[- ]?way|^\W*(?:started|doing|on) npq|still doing|doing (?:the|my|an?|a funded)|doing \w+ (?:now|at the mo|atm|rn|currently)|midway|studying|i'm on|am on|started last"
        ),
    ),
    ("rejected", re.compile(r"\brejected|turned down|refused|declined")),
    (
        "pending",
        re.compile(
            r"^(?!.*\b(?:accepted|got (?:a|the|my) place|offered)\b).*\b(?:applied (?:for|to do)|have?n'?t heard|waiting to hear|still waiting)"
        ),
    ),
    (
        "completed",
        re.compile(
            r"\bpass(?:ed)?\b|complet\w+|finish\w+|\bdid\b|\bdone\b|have\b|\bgot\b|\bhold|\bhas\b|\bhad\b|already"
        ),
    ),
)
_SELF = re.compile(
    r"\b(?:paid (?:for )?(?:\w+ ){0,2}(?:myself|ourselves|privately)|self[- ]?fund\w*|(?:school|trust|employer) paid|paid for by|out of my own|i paid)\b"
)
_FUNDED = re.compile(
    r"\b(?:dfe[- ]?funded|funded|with (?:dfe )?funding|with an? (?:scholarship|funded place)|scholarship|fully funded|for free|government paid|dfe paid)\b"
)
_DFE_PAID = re.compile(r"\b(?:dfe|(?:the )?government) (?:had |has |have |already |even )*(?:paid|funded)\b")
_NEVER_FUNDED = re.compile(r"\b(?:never|not|no|without|nothing)\b[\w\s]{0,24}\b(?:funded|scholarship|funding|dfe)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_LEGACY_WORD = re.compile(
    r"\b(?:old|legacy|original|pre[- ]?2021|before 2021|before the reform|unreformed|previous version)\b"
)
_REFORM_YEAR = 2021
BEFORE_REFORM = {
    "npq-headship": "npqh-legacy",
    "npq-senior-leadership": "npqsl-legacy",
    "npq-executive-leadership": "npqel-legacy",
}
"""The NPQs that kept their names in the reform of 2021: of an earlier year it is the old one that was taken."""
_BETWEEN = re.compile(r",|\b(?:and|n|but|then|plus)\b|&")
_THAT_ONE = re.compile(r"[\w' ]{0,25}?\b(?:that|this|it|the (?:other|second) one|nothing else|nothing funded)\b")
_PERHAPS = re.compile(r"\b(?:old|earlier|previous|signed up|started|enrolled|had|did|done|was|were)\b")
_HOW_ENDED = ("outcome", "training_status")


@dataclass(frozen=True, slots=True)
class _Past:
    mention: Mention
    status: str
    funded: bool | None
    year: int | None
    legacy: bool
    hedged: bool
    spring: bool = False


def find_prior(reading: Reading) -> Iterator[SlotValue]:
    """Yield `prior_applications` (reformed NPQs) and `prior_npqs` (legacy ones) as far as the words go."""
    named = list(_outermost(reading.of_kind("course", "legacy")))
    past = [found for mention in named if (found := _read_past(reading, mention))]
    none = _find_none(reading)
    if none and _I_HAVE_NONE.search(reading.lower):
        past = [item for item in past if not _OF_OTHERS.search(reading.lower[: item.mention.start])]
    applications = [_as_application(item) for item in past if not item.legacy and not item.hedged]
    for item in past:
        span = (item.mention.start, item.mention.end)
        if item.legacy:
            name = BEFORE_REFORM.get(item.mention.value, item.mention.value)
            record = {"name": name, "status": item.status, "year": item.year}
            yield SlotValue("prior_npqs", [{key: value for key, value in record.items() if value is not None}], *span)
        elif item.hedged:
            yield SlotValue("prior_applications", [], *span, hedged=True)
    if applications:
        applications = _with_held(applications, reading)
        first = next(item for item in past if not item.legacy and not item.hedged)
        yield SlotValue("prior_applications", applications, first.mention.start, first.mention.end)
    elif not past and (unsure := next((m for m in named if _may_be_past(reading, m)), None)) is not None:
        yield SlotValue("prior_applications", [], unsure.start, unsure.end, hedged=True)
    elif none and not any(item.hedged for item in past) and not _is_of_one(reading, none):
        yield SlotValue("prior_applications", [], *none)


def _is_of_one(reading: Reading, none: tuple[int, int]) -> bool:
    """Return whether "never done that one" is said of one NPQ, while others were told before: those stay."""
    told = reading.records("prior_applications")
    return bool(told) and bool(_THAT_ONE.match(reading.lower[none[0] :]))


def _outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that stand in no other: "old NPQSL" is one course, not that and NPQSL."""
    held = list(mentions)
    for mention in held:
        if not any(m is not mention and m.start <= mention.start and mention.end <= m.end for m in held):
            yield mention


def _may_be_past(reading: Reading, mention: Mention) -> bool:
    """Return whether the words doubt that this NPQ was had before: "not sure whether my old course was an NPQH"."""
    left = max(reading.lower.rfind(mark, 0, mention.start) for mark in ".?!;\n") + 1
    before = reading.lower[left : mention.start]
    return is_hedged(reading.lower, mention.start, mention.end) and bool(_PERHAPS.search(before))


def _own_words(reading: Reading, mention: Mention, left: int, right: int) -> str:
    """Return what one sentence says of one of the NPQs that it names: up to the word that joins it to its neighbours."""
    others = [m for m in reading.of_kind("course", "legacy") if left <= m.start < right]
    before = [m.end for m in others if m.end <= mention.start]
    after = [m.start for m in others if m.start >= mention.end]
    if before:
        joins = [match.end() for match in _BETWEEN.finditer(reading.lower, max(before), mention.start)]
        left = joins[-1] if joins else max(before)
    if after:
        joins = [match.start() for match in _BETWEEN.finditer(reading.lower, mention.end, min(after))]
        right = joins[-1] if joins else min(after)
    return reading.lower[left:right]


def _with_held(told: list[dict[str, object]], reading: Reading) -> list[dict[str, object]]:
    """Return the earlier NPQs told before with those told now, which put out what was told of the same course.

    How one ended stays as it was, where this message says nothing of it; a correction puts out all that was told.
    """
    before = {str(each.get("course")): dict(each) for each in reading.records("prior_applications")}
    ends_now = bool(_ENDED.search(reading.lower))
    new = {}
    for record in told:
        course = str(record["course"])
        kept = {} if ends_now else before.get(course, {})
        ended = {"outcome", "training_status"} & set(kept)
        new[course] = kept | {key: value for key, value in record.items() if not ended or key not in _HOW_ENDED}
    others = [] if _CORRECTS.match(reading.lower) else [each for course, each in before.items() if course not in new]
    return [*others, *new.values()]


def past_courses(reading: Reading) -> frozenset[Mention]:
    """Return the course mentions that speak of the past, so that they are not taken for the course asked about."""
    return frozenset(mention for mention in reading.of_kind("course", "legacy") if _read_past(reading, mention))


def _find_none(reading: Reading) -> tuple[int, int] | None:
    for match in _NONE.finditer(reading.lower):
        rest = reading.lower[match.start() : match.end() + 45]
        about_npqs = _NONE_OBJECT.search(rest) and not _NOT_THAT.search(rest)
        if about_npqs and not is_hedged(reading.lower, match.start(), match.end()):
            return match.start(), match.end()
    return None


def _read_past(reading: Reading, mention: Mention) -> _Past | None:
    left = max(reading.lower.rfind(mark, 0, mention.start) for mark in ".?!;\n") + 1
    rights = [place for mark in ".?!;\n" if (place := reading.lower.find(mark, mention.end)) >= 0]
    right = min(rights, default=len(reading.lower))
    before, after = reading.lower[left : mention.start], reading.lower[mention.end : right]
    sentence = reading.lower[left:right]
    if _NONE.search(before[-45:] + mention.text.lower()) and not _LEGACY_WORD.search(before[-20:]):
        return None
    pasts = [match.end() for match in _OWN_PAST.finditer(before)]
    if pasts and _ASKS_OF_IT.search(before[pasts[-1] :]):
        return None
    if before.rstrip().endswith((",", ";")) and _ASKED_LAST.match(reading.lower[mention.end :]):
        return None  # "halfway through NPQH, EHCO as well?"
    wants = _WANT.search(before)
    told_after = (
        re.match(
            r"[\s,(]*(?:\w+\s){0,2}?(?:already|in (?:19|20)\d\d|completed|last year|and (?:passed|failed|withdrew))",
            after,
        )
        or _dated_before(reading, mention, after)
        or (_DOING.search(before) and _AT_PRESENT.match(after))
        or (_HOW_IT_WENT.match(after) and not reading.in_question(mention.start))
    )
    if _DUTY.search(before) or before.endswith("welsh "):
        return None
    if told_after and (dated := re.match(r"\s*(?:\w+\s){0,2}?in ((?:19|20)\d\d)", after)):
        told_after = int(dated[1]) <= reading.as_of.year and told_after  # "the NPQH award in 2030" is nobody's past
    told_after = told_after or (before.endswith("my ") and bool(_ITS_COURSE.match(after)))
    over = told_after and _ends_before(reading, after) and not reading.in_question(mention.start)
    if wants and not over and (not pasts or wants.start() >= pasts[-1]):
        return None
    if not pasts and not told_after:
        return None
    hedged = is_hedged(reading.lower, mention.start, mention.end)
    year = _year(before, after, mention, reading)
    legacy = (mention.kind == "legacy" and mention.value != "aso") or (
        bool(_LEGACY_WORD.search(before[-25:])) or (year is not None and year < _REFORM_YEAR)
    )
    told_of_it = (_own_words(reading, mention, left, right), sentence)
    status = next((name for words in told_of_it for name, pattern in _STATUS if pattern.search(words)), "completed")
    self_paid = _SELF.search(reading.lower)
    # "I did NPQSL and dropped out, could I get it funded?" tells nothing of who paid for the first.
    told = before + _ASKED_NEXT.split(after)[0]
    funded = False if self_paid or _NEVER_FUNDED.search(sentence) else True if _FUNDED.search(told) else None
    alone = (
        len(list(reading.of_kind("course", "legacy"))) == 1 or len({m.value for m in reading.of_kind("course")}) == 1
    )
    if funded is None and alone and _DFE_PAID.search(reading.lower):
        funded = True  # "I failed NPQLBC in 2023. DfE had paid for it."
    spring = year is not None and f"spring {year}" in sentence
    return _Past(mention, status, funded, year, legacy, hedged, spring)


def _as_application(item: _Past) -> dict[str, object]:
    record: dict[str, object] = {"course": item.mention.value}
    if item.mention.value == "aso":
        record["course"] = "npq-additional-support-offer"
    if item.status in ("rejected", "pending"):
        record["status"] = item.status
    elif item.funded is not None or item.status != "completed":
        record["status"] = "accepted"
    if item.funded:
        record["eligible_for_funding"] = True
    if item.funded is not None:
        record["funded_place"] = item.funded
    if item.year is not None and item.status != "pending":  # the year of applying is not that of the intake
        record["cohort_id"] = f"{item.year}{'a' if item.spring else 'b'}"
    if item.status in ("withdrawn", "deferred", "in_progress"):
        record["training_status"] = "active" if item.status == "in_progress" else item.status
    if item.status in ("failed", "completed"):
        record["outcome"] = "failed" if item.status == "failed" else "passed"
    return record


def _ends_before(reading: Reading, after: str) -> bool:
    match = re.match(r"\s*in ((?:19|20)\d\d)\b", after)
    return match is not None and int(match[1]) < reading.as_of.year


def _dated_before(reading: Reading, mention: Mention, after: str) -> bool:
    """Return whether a year that is over follows at once: "NPQML 2018, NPQSL 2022"."""
    match = re.match(r"\s*\(?((?:19|20)\d\d)\b", after)
    return match is not None and int(match[1]) < reading.as_of.year and not reading.in_question(mention.start)


def _year(before: str, after: str, mention: Mention, reading: Reading) -> int | None:
    """Return the year nearest to a mention: the one after it and before the next NPQ named, else the last before."""
    following = [m.start for m in reading.of_kind("course", "legacy") if m.start >= mention.end]
    own = after[: min(following) - mention.end] if following else after
    years = _YEAR.findall(own)[:1] or _YEAR.findall(before)[-1:] or _YEAR.findall(after)[:1]
    return int(years[0]) if years else None
