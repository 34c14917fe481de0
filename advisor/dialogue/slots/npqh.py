"""Read how far somebody is with the NPQ for Headship: done, under way, about to start, or never begun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.core.courses import EARLY_HEADSHIP_COACHING, HEADSHIP
from advisor.dialogue.slots.clauses import Clause, Who, clauses_of_person
from advisor.dialogue.slots.slot import Reading, SlotValue

_NPQH = re.compile(
    r"\bnpq ?h\b|\bnpq (?:for |in |on )?headship\b|\bheadship (?:npq|course|qualification|one)\b|\b(?:national )?professional qualification for headship\b|\bhead's npq\b"
)
_IT = re.compile(r"\b(?:it|one|that one|mine|the course|the qualification)\b")
# Each stage by the words that tell it, the surer ones first: "haven't finished" is under way, not done.
_UNFINISHED = r"(?:\bnot|n't|\bhavent|\bhasnt|\byet to|still to|nearly|almost|about to|due to|will|'ll|to)\s+(?:yet |quite |fully |officially )?(?:finish\w*|complete\w*|pass\w*|done yet|graduate)\b"
_STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "none",
        re.compile(
            r"\bnever\b|(?:\bnot|(?<!ca)(?<!could)(?<!would)(?<!wo)n't|\bhavent|\bhasnt|\bdidnt|\bdont)\s+(?!only|just|sure|if|need|want)(?:(?!finish|complet|pass|only|just)\w+\s+){0,3}npqh|\b(?:no|without(?: \w+){0,2}|minus|lack|zero) (?:npq|head)|"
            r"(?:\bnot|(?<!ca)(?<!could)(?<!would)(?<!wo)n't|\bhavent|\bhasnt|\bdidnt|\bdont|\bdoesnt)\s+(?:got |have |had |hold |do |done |did |doing |take |taken |taking |on |studying |bother\w* (?:with |to do )?|need |possess |got round to |in possession of )+|"
            r"\b(?:not|nope|none|no)\W*$|:\s*(?:no|none|never|not (?:yet|done|started|doing))\b|\bnot (?:started|begun|doing|done|taken|applied|yet|interested|for me|me)\b|\bno (?:intention|plans?|interest|desire)\b|\bnor (?:am|do|have)\b|\b(?:nowt|nothing)\b"
        ),
    ),
    (
        "studying_npqh",
        re.compile(
            rf"{_UNFINISHED}|\b(?:half ?way|part ?way|mid ?way|midway|in the middle|in progress|under ?way|ongoing|on ?going|currently|presently|at the moment|partway|mid-|mid npq|"
            r"studying|undertaking|participant|student|candidate|(?:nearly|almost) (?:done|there)|working (?:on|through|towards)|submitted|awaiting|waiting (?:for|on)|writing up|slogging|ploughing|plodding|enrolled|finishing|final (?:term|year|module|assessment|stretch|case study)|last (?:module|bit|leg)|in the (?:midst|throes)|still (?:on|doing|at|going|studying|to finish)|now (?:on|doing)|am on|i'm on|im on|she's on|he's on|is on|are on|"
            r"doing|taking|started|began|begun|commenced|registered|on it)\b|\b(?:on|on the) (?:·)?$|\bon (?:the |my |an? )?(?=npq|headship|national)"
        ),
    ),
    (
        "completed_npqh",
        re.compile(
            r"\b(?:passed|completed?|finished|done|did|got|hold(?:s|er|ing)?|have|has|had|having|achieved|gained|earned|awarded|qualified|graduat\w+|in the bag|under (?:my|her|his) belt|certificate|ticked|got through|with|'ve|i've|ive)\b|✔|✓|\b(?:in |back in )?(?:19|20)\d\d\b"
        ),
    ),
)
_WILL_START = re.compile(
    r"\b(?:about to|going to|gonna|due to|will|'ll|set to|all set to|yet to) (?:be )?(?:start|begin|do|study|join|enrol|embark|commence|tak)\w*\b|\b(?:starting|beginning|commencing) (?:on )?(?:my |the |an? )?(?:npq|headship|in|it|this|next|on)|"
    r"\b(?:i|she|he|it|we|which|that) (?:starts?|begins?|commences?)\b|\b(?:starts?|begins?) (?:in|on|next|this|after|from)\b|\b(?:place|space|spot)\b|\bgot (?:on|in|on to|onto|into)\b|\b(?:accepted|signed up|booked|got on(?:to)?|confirmed|enrolled|registered)\b.*\b(?:start\w*|begin\w*|next|from)\b|"
    r"\b(?:been |have been |just |got )?(?:accepted|signed up|booked)\b|\b(?:am|'m|im|are|'re|is|'s)(?: now| finally| just| also)? (?:signing up|booking|enrolling|registering)\b"
)
_BEGAN = re.compile(r"\b(?:started|began|begun|since|already)\b")
_LEFT_IT = re.compile(
    r"\b(?:withdr\w+|dropped|pulled out|fail\w*|never finished|gave up|deferred|left it|quit|abandoned|didn't (?:pass|finish|complete)|not funded)\b"
)
_WISH = re.compile(
    r"\b(?:want|wants|wanting|would like|'d like|hop(?:e|es|ing)|thinking (?:of|about)|considering|interested in|interest in|apply\w*|applied|application|should|could(?:n.?t)?|can|cannot|cant|may|might|need|needs|if|whether|plan\w*|wonder\w*|eligible|look\w* (?:at|into|to)|"
    r"aspir\w+|fund(?:ed|ing)?|free|cost\w*|pay|paid|fee|scholarship|instead of|help with|ask\w* about|do i|required?|compulsory|must|have to|has to|had to|got to|want to|get on)\b"
)
_ABOUT_IT = re.compile(
    r"\b(?:did|done|doing|do|finished|passed|completed|started|bothered with|on|took|taken|got|have|hold|studying|touched) (?:it|one|that one|mine|that)\b(?! (?:for|as|by)\b)"
)
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:but|and|sadly|personally)\W+)*i(?:'ve not| haven't| havent| have not| never have| didn't| never did| don't| do not)\W*(?:myself|yet|though|got (?:it|one|mine)|have (?:it|one))?\W*$"
)
_RHETORICAL = 4  # words: "NPQH?", "And the NPQH?"
_YES = re.compile(r"^\W*(?:yes|yep|y|done|tick)\b")
_LABEL = re.compile(r"^\W*[:=?–-]+\s*(?P<value>[^.!;]*)")


def find_npqh_stage(reading: Reading) -> Iterator[SlotValue]:
    """Yield the stage that the person tells of; what is asked of the course or wished for tells none."""
    clauses = clauses_of_person(reading)
    for position, clause in enumerate(clauses):
        for match in _NPQH.finditer(clause.text):
            stage = _told(clauses, position, match)
            if stage is not None:
                yield SlotValue("npqh_stage", stage, clause.start + match.start(), clause.start + match.end())
                return
    yield from _of_the_one_named(reading, clauses)


def _of_the_one_named(reading: Reading, clauses: Sequence[Clause]) -> Iterator[SlotValue]:
    """Read "never bothered with it" of the course named before, where no other was."""
    named = _NPQH.search(reading.lower)
    courses = {mention.value for mention in reading.of_kind("course")} - {HEADSHIP, EARLY_HEADSHIP_COACHING}
    if named is None or courses:
        return
    for clause in clauses:
        told = (
            _ABOUT_IT.search(clause.text)
            if clause.start > named.end() and not (clause.asks or clause.supposes)
            else None
        )
        elliptic = _ELLIPTIC.match(clause.text) if clause.start > named.end() else None
        if elliptic and not clause.asks:
            yield SlotValue("npqh_stage", "none", clause.start + elliptic.start(), clause.start + elliptic.end())
            return
        if told and (stage := _stage_of(clause.text)):
            yield SlotValue("npqh_stage", stage, clause.start + told.start(), clause.start + told.end())
            return


def _told(clauses: Sequence[Clause], position: int, match: re.Match[str]) -> str | None:
    clause = clauses[position]
    if clause.supposes:
        return None
    label = _LABEL.match(clause.text[match.end() :])
    if label and (value := _stage_of(label["value"])):
        return value
    if label and _YES.match(label["value"]):
        return "completed_npqh"
    following = clauses[position + 1] if position + 1 < len(clauses) else None
    brief = len(re.findall(r"\w+", clause.text)) <= _RHETORICAL
    asks = clause.asks and not _tells_too(clause)
    if asks or brief:
        # "NPQH? finishing it in spring", "Do you need NPQH? I am doing it."
        if stage := None if asks else _stage_of(_near(clause.text, match)):
            return stage
        if following is not None and not following.asks and _goes_on(following, clause, brief):
            return _stage_of(following.text)
        return None
    return _stage_of(_near(clause.text, match))


def _tells_too(clause: Clause) -> bool:
    """Return whether a clause that asks starts by telling: "as a head without NPQH can I"."""
    return bool(
        re.search(
            r"^\W*(?:as|with|without|having|half ?way|part ?way|currently|passed|completed|finished|done|got|i'm|i've|i am|i have|currently|being)\b|(?:^|,)\s*(?:already |still )?(?:have|hold|got|had)(?: (?:the|my|an?))? npq ?h\b",
            clause.text,
        )
    ) or bool(
        re.search(
            r"\b(?:i'm|i am|im|she's|he's|while|whilst|still) (?:currently |still |already )?(?:half ?way|part ?way|doing|on|studying)\b",
            clause.text,
        )
    )


def _goes_on(following: Clause, clause: Clause, brief: bool) -> bool:
    if _NPQH.search(following.text):
        return False
    return bool(_IT.search(following.text)) or (
        brief and following.who in (clause.who, Who.UNSAID) and len(following.text.split()) <= 5
    )


def _near(text: str, match: re.Match[str]) -> str:
    """Return the words around the name of the course that speak of it, up to the next course on either side."""
    left = max((m.end() for m in re.finditer(r",|\band\b|\bnpq(?!h)\w+|-\s", text[: match.start()])), default=0)
    before = text[left : match.start()]
    # The verb may stand before a comma: "head since 2024, currently on NPQH".
    after = re.split(
        r",(?! (?:but |and )?(?:start|begin|which|never|not|done|passed|finish|still|currently|in progress))|\bnpq(?!h)\w+",
        text[match.end() :],
    )[0]
    return f"{before}npqh{after}"


def _stage_of(words: str) -> str | None:
    """Return the stage that these words tell of the course."""
    if _LEFT_IT.search(words):
        return None
    at = words.find("npqh")
    before, after = (words[:at], words[at + 4 :]) if at >= 0 else ("", words)
    none, studying, completed = (pattern for _, pattern in _STAGES)
    if re.search(_UNFINISHED, words):
        return "studying_npqh"
    if re.search(r"\bnever\b", words):
        return "none"
    if (
        _WILL_START.search(words)
        and not _BEGAN.search(words)
        and not re.search(r"\b(?:no|not|n't|never) (?:plan|intend|going|want)", words)
    ):
        return "will_start_npqh"
    if none.search(before + "npqh") or none.search(after):
        return "none"
    wished = _WISH.search(before) or re.match(r"^ (?:fund|cost|scholarship|place)\w*", after)
    if (studying.search(before + "npqh") and not wished) or (studying.search(after) and not wished):
        return "studying_npqh"
    if wished and not re.search(r"\b(?:passed|completed|finished|hold|achieved|gained)\b", words):
        return None
    return "completed_npqh" if completed.search(before) or completed.search(after) else None
