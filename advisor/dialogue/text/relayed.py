"""Read past the wrapping of an enquiry passed on: "caller is a deputy in Leeds, wants NPQH, what do I tell her?".

What it was wrapped in tells whom it is about; whether they were spoken of before is for `subjects.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

SOMEBODY = "person"
"""Whom an enquiry is about that does not say who wrote it."""

_ARRIVES = r"(?:emailed|e-mailed|mailed|messaged|phoned|rang|rung|called|contacted us|been in touch|got in touch|written in|wrote in)"
_SAYS = (
    r"(?:asks?|asked|asking|is asking|was asking|has asked|says?|said|saying|is saying|tells? (?:me|us)|told (?:me|us)|"
    r"wants? to know|wanted to know|wanting to know|would like to know|needs to know|is wondering|wonders?|wondered|wrote|writes|has written|"
    rf"{_ARRIVES}|explains?|explained|reckons|replied|replies)"
)
_ASKS = re.compile(r"\b(?:ask|know|wonder)")
_TELLS = (
    r"(?:is|isn't|was|has|had|hasn't|works?|working|teach(?:es)?|teaching|runs?|leads?|wants?|wanting|would like|needs?|did|does|do|started|starts|holds|"
    r"lives|moved|failed|passed|withdrew|deferred|can|could|will|may|from|at|in|who|re|about|with)\b"
)
_MORE = (
    r"(?:\s+(?:in|me|us|earlier|today|this morning|just now|yesterday))*"
    r"(?:\s+(?:and\s+)?(?:to ask|asking|to say|saying|asks|says|wants to know|wanting to know))?"
    r"(?:\s+(?:if|whether|that|about|re)\b(?!\s*[,:]))?"
)
_END = r"\s*(?:[:;,.]|\s[-–]+(?=\s)|[-–]+\s)?\s*"
_TELL_THEM = r"(?: to)?(?: (?:her|him|them|this (?:person|one|lady|man)|the (?:caller|enquirer|customer|participant|applicant|candidate|user)))?"
_TAIL = re.compile(
    r"(?:(?:^|[\s,.;:?!-]+)(?:so |and |but |ok |pls |please )?"
    rf"what (?:(?:do|should|shall|can|would|could|must|am) (?:i|we)(?: to)?|to) (?:(?:tell|say|reply|answer|advise|respond){_TELL_THEM}(?: back)?|write back)"
    r"(?: to (?:this|that|her|him|them))?|"
    r"(?:^|[,.;:?!-])\s*(?:so |and |but |ok |pls |please )?(?:"
    r"(?:what's|whats|what is|what would be) (?:the|my|our|a|your) (?:(?:safest|right|best|correct|standard|proper|official) )?"
    r"(?:line|answer|reply|response|steer|position|thing to (?:say|tell \w+))(?: here| to give)?(?: (?:for|to) (?:her|him|them|this))?|"
    r"(?:the )?(?:safest|best|right|correct) (?:answer|line|reply|response|thing to (?:say|tell \w+))(?: (?:for|to) (?:her|him|them))?(?: is what| would be)?|"
    r"(?:the )?safest (?:for|to tell) (?:her|him|them)(?: is what| would be)?|"
    r"how (?:do|should|shall|would) (?:i|we|you) (?:reply|answer|respond|put (?:it|this)|word (?:it|this))(?: to)?(?: (?:her|him|them|this|that))?"
    r"))(?: please| pls| thanks| ta| then| here)*\W*$",
    re.IGNORECASE,
)
_TO_ANOTHER = re.compile(
    r"\b(?:her|him|them|caller|enquirer|customer|participant|applicant|candidate|user|person|lady|man)\b", re.IGNORECASE
)
_OF_THEM = re.compile(r"\b(?:she|he|her|his|they|their)\b", re.IGNORECASE)
_TELLS_OF_SOMEBODY = re.compile(
    r"\b(?:works?|working|teach(?:es|ing)?|she|he|her|him|wants|employed|runs|(?:at|in|from|for) (?:an?|the) \w+|is an?|"
    r"school|academy|primary|secondary|nursery|college|trust|childminder|senco|deputy|headteacher|ta|pru)\b",
    re.IGNORECASE,
)
_MERELY_TELLS = re.compile(r"\b(?:say|said|tell|told|explain|reckon|repl)", re.IGNORECASE)
_THEMSELVES = re.compile(r"\b(?:i|i'm|im|i've|ive|i'd|i'll|me|my|mine|we|we're|our|us)\b", re.IGNORECASE)
_GREETS = r"^\W*(?:(?:hi|hello|hey|hiya|morning|afternoon|ok|okay|right|so|now|and|also|then|sorry|re|quick one)\b(?: (?:all|team|there|both|folks|everyone|colleagues))?[\s,!.:-]*)*"
_HAVE = (
    r"(?P<have>(?:i|we)(?:'ve|\s+have|\s+just)*(?:\s+(?:got|had))?\s+|there(?:'s| is)\s+|(?:just\s+)?(?:got|had|have)\s+|"
    r"(?:(?:i'm|i am|we're)\s+)?(?:speaking to|talking to|dealing with|helping|on (?:the phone|chat) (?:to|with))\s+)?"
    r"(?:(?:an?|another|this)\s+)?(?:(?:e-?mail|query|enquiry|call|message|voicemail|text|question)\s+(?:in\s+)?from\s+)?"
)
_TELLS_OF = (
    r"\s*(?:\bwho\b|\bthat\b|\band (?:she|he|they)\b|[:,;.]|\s[-–]+\s|(?=\s(?:asking|wanting|saying|at|in|from)\b))\s*"
)
_KNOWN = ("the", "this", "that", "our", "my")


@dataclass(frozen=True, slots=True)
class Relayed:
    """What was passed on, without its wrapping; `who` is None where nothing says that it is about another."""

    words: str
    who: str | None = None
    afresh: bool = False  # somebody not spoken of before
    counted: bool = False  # only words such as "last one" lead up to it: one's own next question as well as another's


@dataclass(frozen=True, slots=True)
class Relaying:
    """The ways of passing an enquiry on, each to be read past."""

    people: Mapping[str, str]
    label: re.Pattern[str]
    on_the_line: re.Pattern[str]
    says: re.Pattern[str]
    tells: re.Pattern[str]

    def read(self, text: str) -> Relayed:
        """Return what is passed on and of whom; a message in somebody's own name comes back as it is."""
        relayed = self._after_says(self._after_arrival(self._after_labels(_without_tail(text))))
        if not relayed.words.strip(" '.,:;?!-"):
            return replace(relayed, words=text)  # "new enquiry" and nothing more yet
        return relayed

    def named(self, who: str) -> bool:
        """Return whether somebody is called as those are who write or ring."""
        return who in self.people.values()

    def _after_labels(self, relayed: Relayed) -> Relayed:
        while (match := self.label.match(relayed.words)) is not None:
            rest = relayed.words[match.end() :]
            if match["vague"] and (_THEMSELVES.search(rest) or not _TELLS_OF_SOMEBODY.search(rest)):
                return relayed  # "another one: how long is NPQH?" is another question
            who = self._called(match["who"]) or relayed.who or SOMEBODY
            relayed = Relayed(_bare(rest), who, True, counted=bool(match["vague"] or match["counted"]))
        return relayed

    def _after_arrival(self, relayed: Relayed) -> Relayed:
        """Read past "got a lady on the phone who"; what somebody is ("a teacher") is told, and stays."""
        match = self.on_the_line.match(relayed.words)
        if match is None or not (match["have"] or match["arrived"]):
            return relayed
        if match["role"] and _THEMSELVES.search(relayed.words[match.end() :]):
            return relayed  # "I have a head who won't let me" is about the one who writes
        told = f"{match['role']} " if match["role"] else ""
        words = _as_question(told + relayed.words[match.end() :], match["verb"] or "")
        return Relayed(words, self._called(match["who"]) or SOMEBODY, True)

    def _after_says(self, relayed: Relayed) -> Relayed:
        """Read past "caller wants to know if", and keep "caller works": it is the start of what is told."""
        if (match := self.says.match(relayed.words)) is not None:
            rest = _bare(relayed.words[match.end() :])
            if self._is_hearsay(match, rest):
                return relayed
            role = match["role"] or match["rung"]
            told = f"{role}, " if role else ""
            return self._of(match, relayed, _as_question(told + rest, match.group()))
        match = self.tells.match(relayed.words)
        if match is None or (match["pronoun"] and _THEMSELVES.search(relayed.words)):
            return relayed
        return self._of(match, relayed, relayed.words)

    def _is_hearsay(self, match: re.Match[str], rest: str) -> bool:
        """Return whether somebody only said something: "a man told me it is free", "she says I must do it"."""
        if self._called(match["who"]) not in (None, SOMEBODY) or not _MERELY_TELLS.search(match["verb"]):
            return match["pronoun"] is not None and _THEMSELVES.search(rest) is not None
        return _OF_THEM.search(rest) is None or _THEMSELVES.search(rest) is not None

    def _of(self, match: re.Match[str], relayed: Relayed, words: str) -> Relayed:
        new = not match["pronoun"] and (match["which"] or "").strip().lower() not in _KNOWN
        return Relayed(words, self._called(match["who"]) or relayed.who or SOMEBODY, relayed.afresh or new)

    def _called(self, word: str | None) -> str | None:
        return self.people.get((word or "").lower())


def _without_tail(text: str) -> Relayed:
    """Return the message without "what do I tell her" at its end, which tells that it is about another."""
    tail = _TAIL.search(text)
    if tail is None or not tail.start():
        return Relayed(text)
    words, cut = _bare(text[: tail.start()].rstrip(" ,;:-")), tail.group().lstrip()
    told = _TO_ANOTHER.search(cut) is not None and not _THEMSELVES.search(words)
    return Relayed(words + (cut[0] if cut[0] in "?!." else ""), SOMEBODY if told else None)


def _as_question(words: str, lead: str) -> str:
    """Return the words with a question mark where what led up to them says that they ask."""
    return f"{words}?" if _ASKS.search(lead.lower()) and words[-1:] not in (".", "?", "!", "") else words


def _bare(words: str) -> str:
    """Return the words without the quotation marks around them.

    >>> _bare("'my school won't release me'")
    "my school won't release me"
    """
    bare = words.replace('"', "").strip()
    return bare.strip("'").strip() if bare.startswith("'") else bare


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or "(?!)"


def make_relaying(table: Mapping[str, Any]) -> Relaying:
    """Build the ways of passing on from their table in the content tree; without one nothing is ever passed on."""
    people = {word: called for called, words in table.get("people", {}).items() for word in words}
    who, role = rf"(?P<who>{_any(people)})\b", rf"(?P<role>{_any(table.get('roles', ()))})\b"
    who_of = who.replace(r"\b", r"(?(of)s)\b")
    labels, afresh, vague, arrived = (_any(table.get(name, ())) for name in ("labels", "afresh", "vague", "arrived"))
    of_whom = (
        rf"(?:\s+(?:\#?\d+|now|of the day|(?:in )?(?:from|by|re|about)\s+(?:(?:an?|the|our)\s+)?{who}|"
        rf"(?:in )?from\s+(?:an?\s+)?(?={role.replace('role', 'of_role')})))?"
    )
    which = r"(?P<of>one of (?:my|our|the)\s+)?(?P<which>(?:an?|another|one|the|this|that|my|our)\s+)?(?:(?:new|next|second|third|other)\s+)?"
    flags = re.IGNORECASE
    return Relaying(
        people,
        re.compile(
            rf"{_GREETS}(?:(?:{labels}){of_whom}(?:\s*[:;](?!\w)|[.](?=\s)|\s+[-–]+\s|\??\s*(?=[\n\"])|(?<=\s)(?={_any(table.get('roles', ()))}))|"
            rf"(?:(?P<vague>{vague})|(?P<counted>{afresh}))(?:\s+(?:now|of the day))?(?:\s+(?:{arrived}))?(?:\s*[:;,.!](?!\w)|\s+[-–]+\s|(?=\s(?:is|works?|teaches|wants|runs|asks|says)\b)))\s*",
            flags,
        ),
        re.compile(
            rf"{_GREETS}{_HAVE}(?:(?:an?|another|one|this)\s+)?(?:{who}|{role})(?:\s+(?P<arrived>{arrived}|(?:ring|call|phone|email|message)(?:ing)?(?: (?:up|in|us|me))?))?{_TELLS_OF}"
            rf"(?:(?:is\s+|has\s+|just\s+)*(?P<verb>{_SAYS})\b{_MORE}{_END})?",
            flags,
        ),
        re.compile(
            rf"{_GREETS}(?:{which}{who_of}(?:\s+(?:{arrived}))?|(?:an?|another|one)\s+{role}|(?P<pronoun>she|he)(?:'s)?|"
            rf"{role.replace('role', 'rung')}(?=\s+(?:(?:has|just)\s+)*{_ARRIVES}\b))\s+"
            rf"(?:who\s+)?(?:(?:has|have|just|is|was|also|now)\s+)*(?P<verb>{_SAYS})\b{_MORE}{_END}",
            flags,
        ),
        re.compile(
            rf"{_GREETS}(?:{which}{who_of}(?:\s+(?:{arrived}))?(?:\s+{_TELLS}|\s*[,:]\s|\s[-–]+\s)|(?P<pronoun>she|he)(?:'s\s|\s+{_TELLS}))",
            flags,
        ),
    )
