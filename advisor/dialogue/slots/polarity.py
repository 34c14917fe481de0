"""Tell whether a mention is asserted, denied, or only half believed."""

from __future__ import annotations

import re

from advisor.dialogue.text.not_knowing import says_not_knowing

_BREAK = re.compile(
    r"[,;:.?!\n)]| -+ | but | and (?=(?:we|i|our|my|not|it|they|the)\b)|"
    r"(?<!think)(?<!believe)(?<!know)(?<!sure)(?<!that)(?<!if)(?<!whether)(?<!say)(?<!says)(?<!said)"
    r" (?=(?:we're|we are|i'm|i am|it's|it is|they're|they are) (?!not\b))"
)
_NEGATION = re.compile(
    r"\b(?:not|isn't|aren't|isnt|arent|wasn't|wasnt|never|no longer|neither|none|nor|without|don't|dont|doesn't|doesnt|"
    r"haven't|havent|hasn't|hasnt|cannot|can't|no|(?:nope|nah) (?:to|for|on))\b|\bun$|\bnon[- ]?$"
)
_ANSWERS_NO = re.compile(
    r"^\W*(?:no|nope|nah)\b[\s,]+(?=(?:i|we|it|im|i'm|it's|its|yes|actually|sorry|she|he|my|our|the|england|hold|wait|hang)\b)"
)
"""A "no" that answers the question before and denies nothing that follows."""
_NOT_THAT_DAY = re.compile(r"\bnot (?:in |since |from |on )?(?:[a-z]{3,9}\.? )?(?:20)?\d\d\b")
"""Puts one date in place of another ("not 2024") and denies nothing that follows."""
_OF_ANOTHER_THING = re.compile(r"\bno (?:\w+ ){1,4}(?:at|in) (?:my|our|an?|the) (?:\w+ )?$")
"""Denies one thing at a place and not the place: "no RISE involvement at our maintained primary"."""
_HEDGE = re.compile(
    r"\b(?:think i (?:had|did|signed|was|have|got|started)|i think|(?<!we )(?<!they )don't think|dont think|doesn't think|doesnt think|i believe|not sure|unsure|maybe|perhaps|possibly|probably|i guess|might|"
    r"may have|may be|can't remember|cant remember|cannot remember|not certain|no idea|don't know|dont know|dunno|"
    r"apparently|could be|supposedly|i assume|if i remember)\b"
)
_CLOSING_HEDGE = re.compile(
    r"(?<=\w )(?:i (?:don't |dont )?think|i believe|i guess|probably|maybe|not sure|i assume|apparently)\s*[,;-]\s"
)
"""A doubt at the end of its clause is of what went before: "not PP50 I don't think, academy in Ripon"."""
_UNSURE_OF_MORE = re.compile(
    r"\b(?:not sure|unsure|don't know|dont know|dunno|no idea|not certain|can't remember|cant remember)(?: \w+){0,2} (?:if|whether|about|what|which|how|who|when)\b"
)
"""Doubts what follows it and not what went before: "childminder, not sure if I'm on the list"."""
_OF_LISTS = re.compile(r"\b(?:pp ?50|rise|lists?|pupil premium)\b")
_CONCLUDES = re.compile(
    r"\b(?:so|hence|therefore|which means|meaning) (?:that )?(?:i|we|it|that|presumably|probably|maybe|i'd)\b"
)
"""What somebody only concludes from what they said: "we're in Scotland so I assume no"."""
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|suppose|what if|in case|were to|would be if)\b")


_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
SEASON = rf"(?:{_MONTH}(?! (?:19|20)\d\d)|easter|christmas|half[- ]term|summer|autumn|spring|next \w+|the (?:new year|summer|autumn|spring|new term))"
_STARTS = (
    r"(?:\b(?:i|we|she|he|they|who)(?:'ll| will)?|\b(?:to|and|will|'ll|due|about|(?:(?:i|we|she|he)'m|am|is|are|'s)(?: now)?)) start(?:s|ing)?(?= (?:\w+ ){0,4}(?:at|in|as|with|for|there)\b)"
    r"(?! (?:an? |the |my |her |his |their )?(?:npq\w*|course|study\w*|programme|this npq))"
)
AHEAD = (
    r"(?:\bmoving from (?:\w+ ){1,3}(?:to|into)\b|\bmoving (?:back )?(?:to|into|over|down|up)|\b(?:transferring|relocating)\b|\bjoin(?:ing)? (?:(?!npq)[a-z]|the staff|a |an )|\bnew (?:job|post|role)|\boff to|\bgoing to (?:work|teach|be)|"
    rf"\b(?:when|once|until|till|before) (?:\w+ ){{1,2}}(?:come |get |move |go )?back|\bback in (?={SEASON})|"
    r"(?:\b(?:i|we|she|he|they)(?:'ll| will|'m going to)|\b(?:ill|shell|theyll)) (?:be(?! able)|work|teach)\b|"
    r"\bstarting (?:a |my |her |his )?(?:new )?(?:job|post|role|work|teaching)|\b(?:will|might|may|could) be (?:working|teaching|at an?)|"
    r"\b(?:accepted|offered|landed|secured|taken|got|get|take|won) (?:an? |the |my |her |his )?(?:new |perm(?:anent)? |first )?(?:\w+ ){0,2}(?:job|post|role|position)\b|"
    r"\b(?:accepted|offered|landed|secured) (?:an? |the |my |her |his )?(?:\w+ )?(?:headship|deputyship)\b|"
    r"\b(?:about|due|set|hoping|waiting|supposed) to (?:start(?! (?:an? |the |my )?(?:npq|course))|join|move|take up|begin work)|\btak(?:e|es|ing) up (?:an? |my |her |his |the )?(?:new )?(?:post|headship|job|role|position)|"
    rf"\b(?:from|as of|come) (?:next |this )?{SEASON},? (?:i|we|she|he|they)(?:'ll|'m| am| will|'s| is)? (?:be|work|teach|start|move|join|at|in)\w*\b|"
    r"\bleaving (?:(?!asap)[\w']+ ){0,8}for (?=an?\b|the\b)|"
    r"(?<!'ve )(?<!have )(?<!has )(?<!'s )(?<!just )\b(?:com(?:e|ing)|go(?:ing)?|fly(?:ing)?|head(?:ing)?|mov(?:e|ing)|return(?:ing)?) (?:back )?home (?:to|in)\b|"
    r"\b(?:i|we|she|he)(?:'m| am|'re| are|'ll| will) (?:be )?(?:return(?:ing)?|com(?:e|ing) back|mov(?:e|ing) back|go(?:ing)? back|head(?:ing)? back) to\b(?! (?:teach\w*|work))|"
    r"\bperm(?:anent)? job\b|\bemployed (?:there )?from\b|"
    r"\b(?:post|job|role|headship|position|deputyship|place) (?:is |all |already )*(?:lined up|waiting|sorted|secured|agreed|in the bag)\b|"
    rf"\b(?:next (?:term|half[- ]term|month|year|week|{_MONTH})|come (?:{SEASON})|after (?:easter|christmas|half[- ]term|the summer|the holidays)|in the new (?:year|term)),? (?:i|we|she|he|they)(?:'m|'ll|'re|'s| am| are| will| is)(?: be)? (?!not\b|still\b|thinking|hoping|wondering|doing|applying|planning)\w+|"
    r"\b(?:from|as of|come) (?:next |this )?(?:january|february|march|april|may|june|july|august|easter|christmas|summer|the summer|spring|the new year|term|year),? (?:i'll |i'm )?(?:an? |the |as )?"
    r"(?:(?:assistant|vice|acting|interim|new) )?(?:deputy|head|headteacher|principal|senco|sendco|teacher|second|lead|director|aht|dht|hod|hoy)\b|"
    r"(?:[,;(]|\s-) ?(?:but |and |then )?start(?:s|ing)? (?:work |teaching )?(?:at|in|with) (?!(?:the |an? )?(?:npq\w*|course|november|autumn|january|september))|"
    rf"{_STARTS})"
)
"""Words of a job that somebody does not have yet; the rules look at the one they have."""
_PRESENT = (
    r"\b(?:currently|right now|at present|presently|at the moment|still|today|so far|until then|till then|for now|(?:i'm|im|i am|she's|he's) (?:now |only )?(?:at|in|an?|with)|"
    r"(?:i|we) (?:work|teach)|(?:she|he) (?:works|teaches)|my (?:current|present)|(?<!moving )now)\b"
)
_JOB = r"(?:job|post|role|position|vacancy|headship|deputyship|work)s?"
_SOUGHT = (
    r"\binterview(?:s|ed|ing)?\b(?! (?:panels?|candidates|people|staff|teachers|applicants|my|our|her|him|them|us)\b| (?:for|about) (?:the |an? |my )?npq)|"
    rf"\bappl(?:y|ied|ying) (?:for (?:an? |the |some )?(?:(?!npq)\w+ ){{0,2}}{_JOB}\b|to (?:an?|the|some|two|several) (?:\w+ )?(?:school|academy|academies|college|primary|secondary|nursery)s?\b)|"
    rf"\b(?:hoping|trying|looking|want|wanting|hope|keen|like) (?:to (?:get|find|land|secure) |for )(?:an? |some )?(?:\w+ )?(?:job|post|position)s?\b|\bshortlisted (?:for|at|by)\b|\bor wait (?:for|until|till)\b|\bgoing for (?:an? |the )?(?:\w+ )?(?:job|post|position|headship|deputyship|role)\b|\b(?:might|may|could) (?:get|find|take) (?:work|a job|a post)\b|"
    r"\bor (?:should i |do i |i(?:'d| would|'ll)? |to )?(?:go|move|switch|jump|transfer|leave|shift) (?:over |across )?(?:to|for|into)\b|\b(?:stay|remain|staying)\b[^.?!;]{0,40}\bor (?:take|accept|join)\b"
)
"""Words of a job that somebody only seeks or weighs: "interview on Friday at …", "stay here or go to the academy"."""
_SEEKING = re.compile(rf"(?:{_SOUGHT})(?:(?!{_PRESENT})[\w\s'(-]){{0,40}}$")
_COMING = re.compile(rf"(?:{AHEAD}|\bmoves?\b|\bjoining\b)(?:(?!{_PRESENT})[\w\s,'-]){{0,60}}$")
_STARTS_THEN = re.compile(
    rf"^(?:(?!\b(?:and|but|want\w*|npq\w*|do|would|is|can|for|course|since|been|already)\b)[\w\s']){{0,30}}?"
    rf"(?:\b(?:starting|starts?|begin(?:s|ning)?|beginning)(?: there)? (?:in |from |on |after |this |the )*{SEASON}|\b(?:from|as of) (?:this )?{SEASON}|\bnext (?:term|year|month|week|{_MONTH})\b|"
    rf"\b(?:but |and )?(?:i |she |he )?(?:hasn't|haven't|not|hasnt|havent|yet to) (?:yet |actually )?(?:started|begun|start)\b)|"
    r"^[\w\s']{0,30}\bbut (?:i |she |he )?(?:hasn't|haven't|not|hasnt|havent|yet to) (?:yet |actually )?(?:started|begun|start)\b"
)
_AT_PRESENT = re.compile(
    r"^(?:(?!\b(?:from|then)\b)[\w\s']){0,25}\b(?:at the moment|right now|currently|at present|for now|now|until|till)\b"
)
_BEEN = re.compile(r"\b(?:been|since|already)\b[\w\s']*$")


_UNTIL_THEN = re.compile(
    rf"\b(?:until|till|til|up to) (?:the end of )?(?:{SEASON}|the end of (?:term|the year)),? (?:and |but )?(?:then|after that|thereafter|from then)(?! on\b)[^.;:!?]*$"
)
_ALL_PAST = re.compile(r"\b(?:was|were|taught|worked|left|had|used|been|until last)\b")


def is_to_come(text: str, start: int) -> bool:
    """Return whether a place is spoken of as where somebody will work, not where they do.

    >>> is_to_come("she's moving back in january to a state school", 34)
    True
    >>> text = "i start at a school in bristol, currently in cardiff"
    >>> is_to_come(text, 11), is_to_come(text, 45)
    (True, False)
    >>> is_to_come("my contract with the school in bath begins in february", 17)
    True
    """
    sentence = text[max(text.rfind(mark, 0, start) for mark in ".?!;\n") + 1 : start]
    if re.search(r"\bif\b", sentence) or _AT_PRESENT.match(text[start:]):
        return False  # "and if she moves?" supposes it
    if _UNTIL_THEN.search(sentence) and not _ALL_PAST.search(sentence):
        return True  # "teaching in Belfast until July, then a comp in Liverpool"
    then = _STARTS_THEN.match(text[start:])
    return bool(_COMING.search(sentence) or _SEEKING.search(sentence)) or (
        then is not None and not _BEEN.search(sentence)
    )


_LATER = re.compile(rf"{AHEAD}|{_SOUGHT}|\bmoves? (?:back )?to\b")
_LATER_AFTER = re.compile(r"\b(?:contract|job|post|role|school|academy|nursery|college|trust)\b(?P<rest>[^.?!;\n]*)")
_NOW_AT = re.compile(rf"{_PRESENT}")


def speaks_of_later(text: str) -> bool:
    """Return whether a workplace is spoken of that somebody does not have yet.

    >>> speaks_of_later("what if i get a perm job at a state school in jan?")
    True
    >>> speaks_of_later("i work at a school in leeds, can i do it next year?")
    False
    """
    if _LATER.search(text):
        return True
    return any(
        _STARTS_THEN.match(match["rest"]) and not _BEEN.search(text[: match.start()])
        for match in _LATER_AFTER.finditer(text)
    )


def speaks_of_now(text: str) -> bool:
    """Return whether a message says of what it tells that it is so at present.

    >>> speaks_of_now("currently at an academy"), speaks_of_now("an academy in leeds")
    (True, False)
    """
    return bool(_NOW_AT.search(text))


_OVER_BEFORE = re.compile(
    r"\b(?:used to|formerly|previously|gave up|given up|giving up|stopped|stepped (?:down|back) from|packed in|(?:i|we|she|he) (?:left|quit|did|was with|was at|was in|taught at|worked (?:at|for|in)))\b(?:(?!\b(?:but|now|and)\b)[\w\s'-]){0,45}$"
)
_OVER_AFTER = re.compile(r"^(?:(?!\bnow\b)[\w\s']){0,30}?\b(?:until|till|up to)\b(?! (?:now|present|date|today|then))")
_AND_NOW = re.compile(
    r"\b(?:now|these days|nowadays|currently|at present|back (?:to|in|at)|since then|today|moved (?:on )?to|(?:i'm|im|i am|she's|he's) (?:an?|at|in|with|on)\b)"
)


def is_over(text: str, start: int, end: int) -> bool:
    """Return whether a post is told as past and another as the one held now.

    >>> text = "i did supply for the council until july, now i'm at a primary"
    >>> is_over(text, 6, 28), is_over(text, 53, 60)
    (True, False)
    """
    left = max(text.rfind(mark, 0, start) for mark in ".?!;\n") + 1
    past = _OVER_BEFORE.search(text[left:start]) or _OVER_AFTER.match(text[end:])
    return bool(past) and bool(_AND_NOW.search(text, end))


_SUPPOSES = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|but|right|hmm|thanks|also|then|well|yes|no)\W+)*(?:what )?(?:if|suppose|supposing|imagine)\b|\bwhat if\b|"
    r"[.?!;\n]\s*(?:(?:and|so|but|ok|then)\s+)?(?:suppose|supposing|imagine)\b(?! (?:so|not)\b)|"
    r"\bif (?:i|we|she|he|they|it|(?:my|our|her|his|their|the) \w+) (?:were|was|wasn't|weren't|had|hadn't|moved|got|went|changed|became|took|worked|left)\b|"
    r"\bif (?:i|we|she|he|they)'d (?:been|had|got|gone|done|taken|become|begun|started|moved|worked|joined|stayed|left)\b"
)


def is_supposed(text: str) -> bool:
    """Return whether a message only tries something out: "and if it wasn't on the list?".

    >>> is_supposed("ok and if she moved to wales?"), is_supposed("can i do it if i'm at a nursery?")
    (True, False)
    """
    return bool(_SUPPOSES.search(text))


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the start and end of the clause that holds `text[start:end]`."""
    left = 0
    for match in _BREAK.finditer(text, 0, start):
        left = match.end()
    right = _BREAK.search(text, end)
    return left, right.start() if right else len(text)


def is_negated(text: str, start: int, end: int, *, after_too: bool = False) -> bool:
    """Return whether the clause denies the mention; with `after_too` also by a "no" that follows ("PP50, no").

    >>> is_negated("we are not on the pp50 list", 18, 22)
    True
    >>> is_negated("it is an academy, not special", 9, 16)
    False
    >>> is_negated("a non-rise school", 6, 10)
    True
    >>> is_negated("we aren't private we're a maintained school", 25, 35)
    False
    >>> is_negated("2025 not 2024 i started as senco", 27, 32)
    False
    """
    left, right = clause_around(text, start, end)
    before = _OF_ANOTHER_THING.sub("", _NOT_THAT_DAY.sub("", _ANSWERS_NO.sub("", text[left:start])))[-45:]
    after = text[end:right]
    denied_after = after_too and re.search(r"^[\s\w-]{0,18}\b(?:isn't|is not|aren't|are not|no)\b", after)
    return bool(_NEGATION.search(before) or denied_after)


_WHO_IS = re.compile(r"\b(?:who(?:'s| is| works| teaches| runs| leads)|which is|that is)\b")


def _aside_from(text: str, left: int, start: int) -> int:
    """Return where an aside begins that a position lies in: "check if our deputy (private school) …" doubts no school."""
    opened = text.rfind("(", left, start)
    if opened >= 0 and ")" not in text[opened:start]:
        return opened + 1
    told = [match.start() for match in _WHO_IS.finditer(text, left, start)]
    return told[-1] if told else left


def is_hedged(text: str, start: int, end: int) -> bool:
    """Return whether the sentence only half asserts the mention, or supposes it.

    >>> is_hedged("not pp50 i don't think", 4, 8)
    True
    >>> is_hedged("childminder, not sure if i'm on the list", 0, 11)
    False
    >>> is_hedged("not pp50 i don't think, academy in ripon", 24, 31)
    False
    """
    left = _aside_from(text, max(text.rfind(mark, 0, start) for mark in ".?!;\n") + 1, start)
    rights = [place for mark in ".?!;\n" if (place := text.find(mark, end)) >= 0]
    right = min(rights, default=len(text))
    after = _CONCLUDES.split(_UNSURE_OF_MORE.split(text[end : min(right, end + 50)])[0])[0]
    if not _OF_LISTS.search(text[start:end]):
        after = _OF_LISTS.split(after)[0]  # "primary in Leeds, RISE no clue" doubts RISE
    before = text[max(left, start - 40) : start]
    near = _CLOSING_HEDGE.split(text[max(left, start - 60) : start])[-1]
    said = near + text[start:end] + after
    return bool(_HEDGE.search(said) or _SUPPOSED.search(before) or says_not_knowing(said))
