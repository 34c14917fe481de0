"""Attach what a message tells of earlier NPQs (how one ended, who paid, in which year) to the NPQ it is told of.

A word belongs to the NPQ that it governs, else to the last one spoken of before it, until another begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.dialogue.slots.earlier_clauses import OWN, Clause
from advisor.dialogue.slots.earlier_episode import Episode, Told
from advisor.dialogue.slots.earlier_words import Cue, is_not_done
from advisor.dialogue.slots.slot import Reading

_YEAR = re.compile(
    r"(?<![\d£])(?:(?P<full>(?:19|20)\d\d)(?!\d)|(?:(?<=['’])|(?<=[a-z] ))(?P<short>[012]\d)(?![\d%]|\s*(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|modules?|of\b)))"
)
_SEASON_BEFORE = re.compile(
    r"\b(?:spring|autumn|summer|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|in|back in)\s+['’]?$"
)
_OF_ALL = re.compile(
    r"\b(?:both|the pair|the lot|the two|every one|all (?:of them|three|two|were|was|passed|funded|dfe|paid|completed|done)|each|all)\b"
)
_COUNTED = re.compile(
    r"\b(?:the|my) (first|1st|former|second|2nd|latter|other|third|3rd|last)\b(?! (?:time|go|attempt|year|term|half|bit|module|school|person|head))"
)
_PLACES = {
    "first": 0,
    "1st": 0,
    "former": 0,
    "second": 1,
    "2nd": 1,
    "latter": 1,
    "other": 1,
    "third": 2,
    "3rd": 2,
    "last": 9,
}
_YES = re.compile(r"\s*(?:yes|yep|yeah|yup|correct|indeed|aye|it was)\b")
_NO = re.compile(r"\s*(?:no|nope|nah|it wasn't|wasn't|not)\b")
_WHO_PAID = re.compile(r"\bwho (?:paid|funded|covered|financed)\b")
_BARE_DFE = re.compile(
    r"\W*(?:(?:both|all|by|via|from|the|through|was|yes|on|with|it|that|w|so)\W+)*(?:dfe|government|gov|govt|free)\W*(?:one|ones|too|both|x\d)?\W*"
)
_BARE_OTHER = re.compile(
    r"\W*(?:(?:by|via|from|the|my|our|it|was|were|that|old|then)\b\W*)*(?:school|trust|mat|employer|self|me|myself|i did|we did|they did|school did|nursery|college)\W*(?:did|both|money)?\W*"
)
_PAYER_LABEL = re.compile(r"\b(?:paid|payer|funding|funded|funder|fees?|cost|who paid)\s*[:=]\s*$")
_NO_SUCH = re.compile(
    r"\b(?:no|(?:never|not|ha(?:ven|sn|dn)'?t)(?: (?:ever|yet|actually))? (?:had|got|have|held|received|taken|been (?:on|given))(?: an?| any| the| my)?|"
    r"(?:did|do|does)(?:n'?t| not) (?:have|get|receive)(?: an?| any| the)?|without(?: an?| any)?)\s+$"
)
"""Denies the very place or money that is named next: "I never had a DfE funded place"."""
_NO_END_OF_IT = re.compile(
    r"\s+(?:absolutely |virtually |almost |basically |literally |next to |pretty much )*(?:nothing|nowt|none of (?:it|the)|no (?:work|reading|modules?|study)|very little|sod all|zilch|not much|hardly any\w*)\b"
)
"""After "done": no end of the course, as in "I've done nothing since"."""
_SHORT_PIECE = re.compile(
    r"(?:\W|\d|\b(?:in|the|back|of|cohort|year|years|ago|around|about|circa|ish|autumn|spring|summer|started|intake|version|legacy|old|start|entry|lot|group|from|it|was|since|both|all|that|one|one's|first|second|other|other's|may|early|late|joined|enrolled|signed|up|on|"
    r"jan\w*|feb\w*|march|april|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|finished|passed)\b)*"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One thing told: of what sort (ended, weak, paid, year), with which value, and where."""

    sort: str
    value: object
    start: int
    end: int
    clause: Clause


def find_words(reading: Reading, told: Told) -> tuple[Word, ...]:
    """Return what the message asserts of earlier NPQs: what is asked, wished for, doubted or of others is left out."""
    return tuple(word for clause in told.clauses for word in _words_of(reading, told, clause))


def _words_of(reading: Reading, told: Told, clause: Clause) -> Iterator[Word]:
    lower = reading.lower
    answer = _answered(lower, clause) if clause.asks else None
    if clause.asks and _WHO_PAID.search(lower, clause.start, clause.end):
        yield from _payer_named(reading, told, clause)
    tells = answer is not None or reading.supposes or any(clause.start <= e.start < clause.end for e in told.episodes)
    if (clause.asks and not tells) or (clause.whose != OWN and not reading.supposes):
        return
    cues = reading.earlier.find(lower, "ended", "ended_weak", "paid", start=clause.start, end=clause.end)
    told_any = False
    for cue in cues:
        if cue.kind == "paid.not_the_npq" or not _is_told(reading, told, clause, cue):
            continue
        table, _, name = cue.kind.partition(".")
        if clause.asks and name in ("rejected", "pending"):
            continue  # "would I be turned down?" is feared and not told
        told_any = True
        if table == "paid":
            by_dfe = (
                name == "dfe"
                and not is_not_done(lower[clause.start : cue.start])
                and not _NO_SUCH.search(lower[clause.start : cue.start])
            )
            yield Word("paid", by_dfe if answer is not False else not by_dfe, cue.start, cue.end, clause)
        elif answer is not False:
            yield Word("weak" if table == "ended_weak" else "ended", name, cue.start, cue.end, clause)
    if not any(cue.kind.startswith("paid") for cue in cues):
        yield from _bare_payer(lower, told, clause, answer)
    yield from _years(reading, told, clause, told_any)


def _answered(lower: str, clause: Clause) -> bool | None:
    """Return what the next sentence answers to a question that the writer repeats: "funded by DfE? yes."."""
    if lower[clause.end : clause.end + 1] != "?":
        return None
    rest = lower[clause.end + 1 :]
    return True if _YES.match(rest) else False if _NO.match(rest) else None


def _payer_named(reading: Reading, told: Told, clause: Clause) -> Iterator[Word]:
    after = next((c for c in told.clauses if c.start >= clause.sentence[1]), None)
    if after is None:
        return
    words = reading.lower[after.start : after.end]
    by_dfe = bool(_BARE_DFE.fullmatch(words)) or reading.earlier.has(words, "paid.dfe")
    if by_dfe or _BARE_OTHER.fullmatch(words) or reading.earlier.has(words, "paid.other"):
        yield Word("paid", by_dfe, after.start, after.end, after)


def _bare_payer(lower: str, told: Told, clause: Clause, answer: bool | None) -> Iterator[Word]:
    """Read "DfE" or "by my school" that stands alone between marks: "(autumn 2023, DfE)"."""
    words = lower[clause.start : clause.end]
    by_dfe, other = bool(_BARE_DFE.fullmatch(words)), bool(_BARE_OTHER.fullmatch(words))
    beside = any(clause.sentence[0] <= e.mention.start < clause.start for e in told.episodes)
    labelled = bool(_PAYER_LABEL.search(lower[: clause.start]))
    if other and not labelled and answer is None and not re.match(r"\W*(?:by|via|from)\b", words) and not beside:
        return
    if by_dfe or other:
        yield Word("paid", by_dfe if answer is not False else not by_dfe, clause.start, clause.end, clause)


def _is_told(reading: Reading, told: Told, clause: Clause, cue: Cue) -> bool:
    """Return whether a cue is told as a fact of an NPQ."""
    lower, earlier = reading.lower, reading.earlier
    before = lower[clause.start : cue.start]
    if cue.kind.startswith("ended") and (
        is_not_done(before)
        or _NO_END_OF_IT.match(lower, cue.end)
        or earlier.has(lower, "elsewhere", start=cue.end, end=min(clause.end, cue.end + 25))
        or any(clause.start <= m.start < clause.end for m in reading.of_kind("not_npq"))
    ):
        return False
    left = max(
        (e.mention.end for e in told.episodes if clause.start <= e.mention.end <= cue.start), default=clause.start
    )
    if not reading.supposes:
        if earlier.has(lower, "hedged.words", "hedged.supposed", start=left, end=cue.start):
            return False
        closing = earlier.find(lower, "hedged.words", start=cue.end, end=clause.end)
        if closing and not lower[closing[-1].end : clause.end].strip():
            return False
    pasts = {m.start for m in (e.mention for e in told.episodes)}
    named = [m for m in told.named if clause.start <= m.start < cue.start and m.kind != "course_hint"]
    if named and named[-1].start not in pasts and cue.kind.startswith("paid"):
        return False
    unmet = earlier.find(lower, "wanted.unmet", "had", start=left, end=cue.start)
    return reading.supposes or not (unmet and unmet[-1].kind == "wanted.unmet")


def _years(reading: Reading, told: Told, clause: Clause, told_any: bool) -> Iterator[Word]:
    """Yield the years that date an earlier NPQ: beside its name, beside how it ended, or all that a piece says."""
    lower = reading.lower
    beside = any(clause.piece[0] <= e.mention.start < clause.piece[1] for e in told.episodes)
    alone = bool(_SHORT_PIECE.fullmatch(lower[slice(*clause.piece)]))
    if not (beside or alone or told_any):
        return
    for match in _YEAR.finditer(lower, clause.start, clause.end):
        if (
            match["short"]
            and not _SEASON_BEFORE.search(lower[clause.start : match.start()])
            and lower[match.start() - 1] not in "'’"
        ):
            continue
        year = int(match["full"] or f"20{match['short']}")
        if year <= reading.as_of.year:
            spring = bool(re.search(r"spring\s+(?:of\s+)?$", lower[clause.start : match.start()]))
            yield Word("year", (year, "a" if spring else "b"), match.start(), match.end(), clause)


def attach(reading: Reading, told: Told, words: Sequence[Word]) -> dict[int, list[Word]]:
    """Return the words told of each episode, by its place in the message."""
    of_each: dict[int, list[Word]] = {place: [] for place in range(len(told.episodes))}
    in_turn = _years_in_turn(told, words)
    for word in words:
        places = in_turn.get(word.start) or _belongs_to(reading, told, word)
        for place in places:
            of_each[place].append(word)
    for place in of_each:
        _share(reading, told, of_each, place)
    return of_each


def _years_in_turn(told: Told, words: Sequence[Word]) -> dict[int, tuple[int, ...]]:
    """Return the places of years told in a row after all NPQs: "NPQLT and NPQSL, 2022 and 2024"."""
    last = max((episode.mention.end for episode in told.episodes), default=0)
    years = [word for word in words if word.sort == "year"]
    in_row = len(told.episodes) > 1 and len(years) == len(told.episodes) and all(word.start > last for word in years)
    return {word.start: (place,) for place, word in enumerate(years)} if in_row else {}


def _belongs_to(reading: Reading, told: Told, word: Word) -> tuple[int, ...]:
    episodes = told.episodes
    piece = reading.lower[slice(*word.clause.piece)]
    if (len(episodes) > 1 and _OF_ALL.search(piece) and word.sort != "year") or (
        len(episodes) > 1 and re.search(r"\b(?:both|the pair|the lot)\b", piece)
    ):
        return tuple(range(len(episodes)))
    numbered = place_counted(piece, len(episodes)) if episodes and episodes[-1].mention.start < word.start else None
    if numbered is not None:
        return (numbered,)
    after = [place for place, e in enumerate(episodes) if e.mention.start >= word.end]
    before = [place for place, e in enumerate(episodes) if e.mention.start < word.end]
    if after and reading.lower[word.clause.piece[1] : word.clause.piece[1] + 1] == ":":
        return (after[0],)  # "In progress: NPQEL"
    if after and _governs(told, word, episodes[after[0]], episodes[before[-1]] if before else None, reading.lower):
        return (after[0],)
    if before:
        return (before[-1],)
    near = after and (word.sort != "paid" or word.clause.sentence == _sentence(told, episodes[after[0]]))
    return (after[0],) if near else ()


def place_counted(words: str, how_many: int) -> int | None:
    """Return which of several NPQs "the first was funded" or "the other one" speaks of.

    >>> place_counted("the second my school paid for", 2), place_counted("failed it the first time", 2)
    (1, None)
    """
    match = _COUNTED.search(words) if how_many > 1 else None
    return min(_PLACES[match[1]], how_many - 1) if match else None


def _sentence(told: Told, episode: Episode) -> tuple[int, int] | None:
    clause = told.clause_of(episode.mention.start)
    return clause.sentence if clause else None


def _governs(told: Told, word: Word, after: Episode, before: Episode | None, lower: str) -> bool:
    """Return whether a word stands before the NPQ that it is told of, rather than after the one before it."""
    clause = told.clause_of(after.mention.start)
    if clause is None or clause.piece != word.clause.piece:
        return False
    if before is None or before.mention.end < clause.piece[0]:
        return True
    if word.sort == "year" and not re.search(r"\b(?:and|n|but|then|&)\b", lower[before.mention.end : word.start]):
        return False
    if clause.start > before.mention.end:  # a joining word lies between the two
        return word.start >= clause.start
    # "NPQLTD passed NPQLBC failed": what follows the first name follows the others too.
    return before.start < before.mention.start


def _share(reading: Reading, told: Told, of_each: dict[int, list[Word]], place: int) -> None:
    """Let NPQs that only "and" joins share how they ended and who paid: "failed NPQLT and NPQSL"."""
    if place + 1 not in of_each:
        return
    first, second = told.episodes[place], told.episodes[place + 1]
    between = reading.lower[first.mention.end : second.mention.start]
    if (
        not re.fullmatch(r"\s*(?:,|&|\+|/|\b(?:and|n|plus|both|the|my|an?|also)\b|\s)+", between)
        or first.kind != second.kind
    ):
        return
    for sort in ("ended", "paid"):
        for giver, taker in ((place, place + 1), (place + 1, place)):
            given = [word for word in of_each[giver] if word.sort == sort]
            if given and not any(word.sort == sort for word in of_each[taker]):
                of_each[taker].extend(given)
