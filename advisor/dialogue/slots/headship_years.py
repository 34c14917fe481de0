"""Read for how long somebody has been a headteacher, this school and others together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from advisor.dialogue.slots.clauses import Clause, Who
from advisor.dialogue.slots.head_post import ANCHOR, BY_ANOTHER, HEAD, NOT_NEW, Claim, is_own_head
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.spans import Span, find_spans

FIRST_FIVE = "in_first_five_years_of_headship"
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
_ANY_FIRST = re.compile(
    r"\b(?:from|since|after|of|what'?s|is it|mean|means|count(?:s|ed)?|about)\s+(?:the|my|your|an?|one's|that|whose)?\s*$"
)
"""Before "first headship" speaks of the rule and tells of nobody: "it counts from the first headship?"."""
_SEVERAL = re.compile(
    r"\b(?:second|2nd|third|3rd|fourth|another) (?:school|academy|one|place) (?:that )?(?:i|i've|ive|i have|she|she's|she has|he|he's|he has)(?: now| ever)? (?:led|headed|run|ran)\b|"
    r"\b(?:head|led|headed|ran|run|headships?) (?:at |of |in )?(?:an)?other (?:\w+ )?(?:schools?|academy|primary|secondary|place)|"
    r"\b(?:second|2nd|third|3rd|fourth|next|another|other|previous|last) (?:headship|school as head|time as head)\b|\bheadships?\b[\w\s,:]{0,10}(?:x ?[2-9]|no\.? ?[2-9])|\b(?:two|three|four|several) (?:different )?(?:schools|headships)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:deput(?:y|ies)|assistant|aht|dht|vice|senco|sendco|teach(?:er|ing|es)?|taught|work(?:ed|ing) (?:here|there|in|at)|education|profession|career|lead(?:er)?|governor|lecturer|manager|ceo|cfo|npq\w*|·+|passed|completed|finished|qualif\w+|scholarship|cohort|funded|"
    r"appl(?:y|ied)|trained|graduated|ofsted|pgce|did|done|experience|qts|course|award|school(?=,? since)|joined|moved|transferred|married|kids?|old|contract|career break|rise|budget|in (?:dubai|wales|scotland|spain|hong kong)|head of (?!school|academy)\w+|"
    r"aso|ehco|training|studying|predecessor|retired|paid|coaching)\b|·"
)
_MOVED_ON = re.compile(r"moved|joined|transferred")
_STUDY = re.compile(
    r"npq|·|passed|completed|finished|qualif|scholarship|cohort|funded|appl|ofsted|pgce|did|done|qts|course|award|aso|ehco|paid|coaching|budget|rise"
)
_BEGAN = re.compile(
    r"\b(?:appointed|started|began|begun|start(?: date)?|got (?:the|this|my) (?:job|post|headship|role)|got it|landed (?:the (?:job|post|headship|role)|it)|in post|in (?:the )?(?:role|job|chair|hot seat|seat|position)|took (?:over|up|it on|on|(?:(?:the|my|her|his) )?first (?:one |school |headship |job |post )?(?:on|over|up))|taken over|stepped up|been (?:there|here|doing|in|one|at|it|running)|since|at the helm|running|counting|for|new|served|done|(?:the|my|her|his) first(?: one| school| headship| post| job)?)\b|^\W*first (?:one |was |began |started |in )"
)
_IN_POST = re.compile(
    r"\b(?:in post|in (?:the )?role|appointed|took over|taken over|(?:got|landed) (?:the|this|my) (?:job|post|headship|role))(?: here)?(?: \w+)?(?: as of| since| from| in| on| at|,)?\s*$"
)
_BEEN_HERE = re.compile(r"\bbeen (?:here|at \w+|with us)(?: for)?\s*$")
_TOOK_OVER = re.compile(r"\bi(?:'ve| have)?(?: only| just)* (?:took|taken) over\b")
_APART = re.compile(r"[,;:]|\s-\s|\?")
_CORRECTS = re.compile(
    r"\b(?:sorry|meant|mean|actually|no|wait|oops|correction|should be|it was|i tell a lie|wrong|rather)\b"
)
_WAS_HEAD = re.compile(
    r"\b(?:(?:i|she|he) (?:was|used to be|had been|served as|worked as)|(?<!i )(?:was|former|formerly|previously|ex|used to be|had been)|before that|once|earlier|prior to that)(?:,| -)?(?: \w+){0,3}? (?<!deputy )(?<!assistant )(?:a |the |an )?(?<!deputy )(?<!assistant )(?<!vice )(?:head(?:teacher| teacher|master|mistress)?(?! of (?!school))|principal|ht)\b|"
    r"\b(?:led|ran|headed(?: up)?|was running|was leading) (?:a|an|another|one|two|three|several|my (?:first|last|old|previous)|other|the (?:first|last|previous))(?: \w+){0,3}? (?:schools?|academy|primary|secondary|infants?|juniors?|pru)\b|"
    r"\b(?:previous|last|earlier|former|other) (?:headship|post as head)\b(?! interview)|\bhead(?:teacher)? (?:elsewhere|before|once before|previously|at my (?:last|old|previous))\b"
)
"""Tells of a headship that is over."""
_ABROAD = re.compile(
    r"\b(?:abroad|overseas|international|wales|scotland|northern ireland|ireland|jersey|guernsey|dubai|qatar|spain|france|germany|china|singapore|thailand|kuwait|abu dhabi|hong kong|kenya|india|malaysia|australia|new zealand|canada|america|usa|switzerland|italy)\b"
)
"""No source says whether a headship abroad counts, so of that one only that it was."""
_NEAR_HEADSHIP = 60
_FIVE = 5
_COUNTS_OF = {word: float(n) for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_COUNTS_OF)})"
_IN_TURN = re.compile(
    rf"\b(?P<first>{_COUNT})(?: years?| yrs?)? (?:in|at|with) (?:one|my first|the first|a first|my last|the last|a previous|my previous|a different)(?: \w+){{0,2}}?,?(?: and| then| plus| &|, and then| and then) (?P<second>{_COUNT})(?: years?| yrs?)?(?: so far)? (?:in|at|with|here)\b"
)
_FEW_WORDS = 9
_FARTHER = 15  # a comma puts words apart as so many letters do


def find_years(
    reading: Reading, clauses: Sequence[Clause], claims: Mapping[int, Sequence[Claim]], *, is_head: bool
) -> Iterator[SlotValue]:
    """Yield whether five years have gone by since the first headship began, as it is and as a message supposes it."""
    for supposed in (False, True):
        of_kind = [clause for clause in clauses if clause.supposes is supposed]
        yield from _years_of(reading, of_kind, clauses, claims, is_head)
    yield from _put_right(reading)


def _put_right(reading: Reading) -> Iterator[SlotValue]:
    """Yield the start anew, where a few words give another date for the one told before: "jan 2021 sorry"."""
    if "headship_start" not in reading.known or len(reading.lower.split()) > _FEW_WORDS or "npq" in reading.lower:
        return
    for span in find_spans(reading.lower, reading.as_of):
        value = span.in_first_five
        if _CORRECTS.search(reading.lower) and span.month is not None and value is not None:
            yield SlotValue(FIRST_FIVE, value, span.start, span.end)
            yield SlotValue("headship_start", str(span.month), span.start, span.end)
            return


def _years_of(
    reading: Reading,
    spoken: Sequence[Clause],
    clauses: Sequence[Clause],
    claims: Mapping[int, Sequence[Claim]],
    is_head: bool,
) -> Iterator[SlotValue]:
    found = [
        (clause, span)
        for clause in spoken
        for span in _spans_of_headship(reading, clause, clauses, claims[clause.start], is_head)
    ]
    if (both := _in_turn(spoken)) is not None and is_head:
        yield SlotValue(FIRST_FIVE, False, *both)
        return
    if found:
        clause, span = max(found, key=lambda pair: (pair[1].least, pair[1].most))
        several = _SEVERAL.search(reading.lower) and not span.over
        start, end = clause.start + span.start, clause.start + span.end
        value = span.in_first_five
        if value and (before := _before(reading, clauses)) is not None and not _counts_all(clause, span):
            span, value = _with_before(span, before)
        if several and value and not _counts_all(clause, span):
            return  # of a second headship the first one's years are missing
        if value is None and span.in_first_five:
            return  # since when there was a headship at all is not told
        if value is not None:
            yield SlotValue(FIRST_FIVE, value, start, end)
            yield SlotValue("is_headteacher", True, start, end)
        if span.month is not None:
            yield SlotValue("headship_start", str(span.month), start, end)
        return
    longer = reading.known.get(FIRST_FIVE) is False and all(
        clause.asks for clause in spoken if HEAD.search(clause.text)
    )
    if is_head and not longer and not _SEVERAL.search(reading.lower) and (new := _newness(spoken)) is not None:
        yield SlotValue(FIRST_FIVE, True, *new)


def _in_turn(clauses: Sequence[Clause]) -> tuple[int, int] | None:
    """Return where two headships are told one after the other that come to five years: "3 years in one school and 4 in another"."""
    for clause in clauses:
        match = None if clause.asks else _IN_TURN.search(clause.text)
        if match is not None and HEAD.search(clause.text) and not re.search(r"\bdeput|\bassist", clause.text):
            years = [_COUNTS_OF.get(match[name]) or float(match[name]) for name in ("first", "second")]
            if sum(years) >= _FIVE:
                return clause.start + match.start(), clause.start + match.end()
    return None


def _before(reading: Reading, clauses: Sequence[Clause]) -> Span | None:
    """Return the time told of a headship that is over, None where none is; one without a time is of no length."""
    over = [c for c in clauses if not c.asks and not c.supposes and _WAS_HEAD.search(c.text)]
    if not over:
        return None
    spans = [
        span
        for clause in over
        for match in [_WAS_HEAD.search(clause.text)]
        for span in find_spans(clause.text, reading.as_of)
        if match is not None and abs(span.start - match.end()) < _NEAR_HEADSHIP and not _ABROAD.search(clause.text)
    ]
    return max(spans, key=lambda span: (span.least, span.most), default=Span(0, 0, 0, 0))


def _with_before(span: Span, before: Span) -> tuple[Span, bool | None]:
    """Return the time since the first headship began, as far as it is told: by its date, or at least by both lengths."""
    if not before.is_length and before.most:
        return replace(span, least=before.least, most=before.most, month=None), before.in_first_five
    total = replace(span, least=span.least + before.least, most=999, month=None)
    return total, total.in_first_five


def _counts_all(clause: Clause, span: Span) -> bool:
    """Return whether a time counts from the first headship on: "first one began in 2023", "two years all told"."""
    near = clause.text[max(0, span.start - 30) : span.end + 25]
    return bool(
        re.search(
            r"\bfirst\b(?! year)|\ball told\b|\bacross (?:two|three|both|several|\d)\b|\btotal\b|\baltogether\b|\bin all\b|\bdifferent schools\b|\bboth\b|\bcombined\b",
            near,
        )
    )


def _newness(clauses: Sequence[Clause]) -> tuple[int, int] | None:
    for clause in clauses:
        if (match := _FIRST_ONE.search(clause.text)) and not _ANY_FIRST.search(clause.text[: match.start()]):
            return clause.start + match.start(), clause.start + match.end()
        for match in HEAD.finditer(clause.text):
            before, after = clause.text[: match.start()], clause.text[match.end() :]
            if (
                NOT_NEW.search(before)
                or _ANY_FIRST.search(before.removesuffix("first "))
                or (BY_ANOTHER.search(before) and not ANCHOR.search(before) and clause.asks)
            ):
                continue
            if is_own_head(clause.text, match) and (_NEW.search(before) or _NEW_AFTER.match(after)):
                return clause.start + match.start(), clause.start + match.end()
    return None


def _spans_of_headship(
    reading: Reading, clause: Clause, clauses: Sequence[Clause], claims: Sequence[Claim], is_head: bool
) -> Iterator[Span]:
    """Yield the times in a clause that are told of headship: nothing else that times are told of stands nearer."""
    heads = [(c.start - clause.start, c.end - clause.start) for c in claims if c.held]
    named = [(m.start(), m.end()) for m in HEAD.finditer(clause.text) if is_own_head(clause.text, m)]
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
        elif is_head and not named and not _others_beside(clause, span, others) and _goes_on(clause, clauses, span):
            yield span


def _others_beside(clause: Clause, span: Span, others: Sequence[tuple[int, int]]) -> bool:
    """Return whether a time may be told of something else; a move told after it is one from the post it is told of."""
    return any(
        start < span.end
        or not (_MOVED_ON.match(clause.text[start:end]) and _APART.search(clause.text, span.end, start))
        for start, end in others
    )


def _distance(text: str, span: Span, place: tuple[int, int]) -> int:
    left, right = (place[1], span.start) if place[1] <= span.start else (span.end, place[0])
    return max(right - left, 0) + _FARTHER * len(_APART.findall(text, left, max(right, left)))


def _goes_on(clause: Clause, clauses: Sequence[Clause], span: Span) -> bool:
    """Return whether a clause that names no post goes on about headship: "Appointed Nov 2021", "2nd year", "14 months"."""
    before = [c for c in clauses if c.start < clause.start]
    last = next((kind for c in reversed(before) if (kind := _last_named(c.text))), None)
    took_over = _TOOK_OVER.search(clause.text) and not any(_names_a_post(c.text) for c in before)
    if last == "other" and not took_over:
        return False
    began = _BEGAN.search(clause.text)
    brief = span.is_length and len(clause.text.split()) <= 7
    return bool(began or brief)


def _names_a_post(text: str) -> bool:
    """Return whether a post other than a head's is named, and not only a course."""
    return any(not _STUDY.match(match.group()) for match in _ELSEWHERE.finditer(text))


def _last_named(text: str) -> str | None:
    """Return which kind of thing that times are told of is named last: a headship, or another."""
    heads = [m.end() for m in HEAD.finditer(text) if is_own_head(text, m)]
    others = [m.end() for m in _ELSEWHERE.finditer(text)]
    if not heads and not others:
        return None
    return "head" if max(heads, default=-1) >= max(others, default=-1) else "other"
