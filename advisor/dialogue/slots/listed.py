"""Read words that say of a place whether it is on a list, and that it came onto it or off it."""

from __future__ import annotations

import re

from advisor.dialogue.slots.beside import is_of_another_place

_CHECKED = r"(?:list|file|spreadsheet|sheet|table|(?:top |upper )?half|top 50(?:%| per ?cent| percent)?|right half)"
_OURS = r"(?:we|i|it|they|she|he|(?:our|my|the|her|his|their|us) (?:\w+ )?(?:school|college|nursery|academy|place|name|urn|number|row)|school|college|name|urn)"
_LEFT = r"(?:dropped|fallen|fell|come|came|slipped|slid|gone|went|(?:been|got|were|was) (?:taken|removed|struck|dropped|left|bumped|knocked|kicked|crossed|booted)|taken|removed|struck|left|bumped|knocked|booted)"
_OFF_IT = r"(?:off(?: of)?(?: (?:it|that|this|there|them|the (?:list|top half|top 50%|half)))?|out of (?:it|that|there|the (?:list|top half|top 50%|half)))"
_THEN = r"(?=\W*$|\s*[.,;:!)(-]|\s+(?:this|last|in|since|now|again|sadly|unfortunately|from|when|after|altogether|completely|and|but|so|though|apparently|i'm|by|over|at|for|with)\b)"
_HUNT = r"(?:search\w*|look\w*|check\w*|tried|ctrl[- ]?f\w*(?:'?d)?|filtered|scroll\w*|scanned|went through|combed|hunted|typed|put)"
HUNTED = re.compile(rf"\b{_HUNT}\b")
_THIS_YEARS = (
    r"(?:(?:this year's|this years|the (?:current|new|newest|latest|updated|present) (?:list|one))(?: (?:list|one))?)"
)
_OFF = re.compile(
    r"(?:\b(?:not|isnt|arent)|n't) (?:one )?among(?:st)? (?:them|those|the)\b|\b(?:fell|fall|came|come|falls|comes) (?:just |well |a bit |far |a little )?short\b|"
    rf"\b{_OURS}(?:'ve|'s|s|'d| have| has| had)?(?: (?:just|now|since|sadly|also|recently|only|all))*+ {_LEFT} {_OFF_IT}\b{_THEN}|"
    rf"(?:^\W*|[,;.:!-] )(?:(?:no|nope|nah|sadly|unfortunately|update|checked|looked|just|now|oh|ah|sorry|apparently|then|but|and)\b\W*)*+{_LEFT} {_OFF_IT}\b{_THEN}|"
    rf"\b{_OURS}(?:'s|'ve| has| have)? (?:just )?(?:vanished|disappeared|gone (?:from|missing))\b|^\W*not since\b|\bnever (?:been )?on (?:it|one|there|that)\b|"
    rf"(?<!to )(?<!if )(?<!let )\boff (?:it|that list|the list|there)\b(?! (?:to|for (?:a|an)\b))|\b(?:we're|we are|it's|school is|school's) (?:now |all )?(?:off|out)(?: of it)?(?: (?:this|now|again|for|since)\b|\W*$)|"
    rf"\b(?:dropped|fallen|fell|slipped|slid) out of (?:it|the (?:list|top half))\b{_THEN}|"
    r"\b(?:list|pp ?50|rise|on (?:it|there))\b(?![^.?!]*\b(?:npq|course|term|session))[^.?!]{0,40}\b(?:dropped|fallen|fell|slipped|slid) out\b(?! of (?:the |my |an? )?(?:npq|course))|"
    rf"(?<!and )(?<!then )(?<!but )(?<!i )(?<!she )(?<!he )\b(?:dropped|fallen|fell|slipped|slid) out\b(?! (?:after|before|when|for|at|with)\b){_THEN}|"
    r"\b(?:name|number|urn|school|we|row)(?:'s|'re| is| are) (?:\w+ )?(?:missing|absent|not among|not amongst|left (?:off|out))\b|\bleft (?:us|me) (?:off|out)\b|"
    rf"\b{_HUNT}\b[^.?!]{{0,60}}[\s,:;-]\s*(?:and )?(?:(?:got|came up with|found|there was|there's|is|it's|was) )?(?:nothing|nada|zilch|zip|nowt|zero|blank|not a sausage|0 (?:hits|results|matches)|(?:drew|a) blank|no joy|no dice|no luck|no (?:hits?|match\w*|results?))\b(?! (?:wrong|but|on the website|loads))|"
    rf"\b{_OURS}(?:'ve|'s| have| has| were| was) been (?:dropped|removed|delisted|de-listed|cut)\b{_THEN}|\b(?:brings?|brought|comes?|came) (?:back|up) (?:with )?(?:nothing|blank|empty)\b|"
    r"\bnot showing\b|\blost (?:our|its|the|my) (?:place|spot|status)\b|\b(?:says|shows|reads)(?: that)?(?: we're| we are| it's| i'm| us as)? (?:not |in)eligible\b|"
    r"\bnot (?:any ?more|these days|nowadays|(?:now|this (?:year|time))(?= around| round|\W*$|\s*[.,;!-]))(?! thanks)|"
    r"\b(?:no|zero|0) (?:hits?|match\w*|results?|entry|entries|row)\b(?= (?:for|on|under)\b|\W*$)|\bdrew a blank\b|"
    r"\b(?:says?|said|shows?|reads?|marked|down)(?: as| with)?(?: an?)? ['\"]?(?:no|n)['\"]? (?:next to|beside|against|by|for|in) (?:us|me|our|my|the school|it)\b|"
    r"(?:\b(?:not|isnt|arent|wasnt|aint|nor|never|no longer)|n't)\b(?: \w+){0,2}? (?:on (?:it|there|that|them|either|any)|there|listed|in it"
    rf"|on {_THIS_YEARS}|in (?:the|that|your|this) {_CHECKED})\b|"
    r"\b(?:can'?t|cannot|could(?:n't|nt| not)|did(?:n't|nt| not)) (?:find|see|spot) (?:us|it|me|my|our|her|his|them|mine|the (?:school|college|academy|nursery|name|urn))\b|"
    r"\b(?:does|do|did)(?:n't|nt| not) (?:even |actually )?(?:appear|show(?: up)?|(?:come|pop) up|feature|figure|make (?:it|the (?:cut|list)))\b|"
    r"\b(?:nothing|nowt|zilch) (?:under|for|against|by|beside) (?:our|my|the school's|us)\b|\b(?:nothing|nowt|zilch|no (?:match\w*|results?|hits?|joy|luck|trace|sign))\b(?: \w+){0,2}? (?:of (?:us|it|me|our)|for (?:us|our|me|it)|(?:came|comes|come|coming) up|found)\b|"
    r"\b(?:we|it|school|college|nursery) (?:just |narrowly |only just )?miss(?:ed|es)? (?:it|out|the (?:cut|list))\b|^\W*(?:(?:just|narrowly) miss(?:ed|es)? (?:it|out)|missed out)\b|"
    r"^\W*(?:(?:no|sorry|correction|actually|oh|wait)\W+)*not (?:us|ours|me|mine|my (?:school|place)|our (?:school|place))\b|"
    r"\bno (?:match\w*|results?|hits?)\W*$|\b(?:not|isn't|isnt|aren't|arent) one(?: of (?:them|those))?\b|"
    r"\b(?:spreadsheet|list|file|it) (?:does|do)(?:n't|nt| not) (?:have|include|show|list) (?:us|me|our)\b|"
    r"^(?: (?:list|sheet|one|page))? (?:does|do|did)(?:n't|nt| not) (?:have|include|show|list|mention|feature|name) (?:us|me|our)\b|\bno sign of\b|\bnowhere (?:on|to be|there)\b"
)
_ON = re.compile(
    rf"(?:^\W*(?:(?:yes|finally|just|only just)\b\W*)*+|\b{_OURS}(?:'ve|'s| have| has)?(?: (?:just|now|finally|also|newly))*+ )(?:got|made it|come|came|gone|moved|crept|squeezed|scraped|scraped in|sneaked) on(?:to)? (?:it|there|that|the list)\b|"
    r"\b(?:show(?:ing|s)|has|have|lists|gives|marks|marked|puts) (?:us|me|it) (?:down |up )?as (?:an? )?(?:eligible|disadvantaged|listed|pp50)\b|"
    r"(?:^|[,;:.!-] )listed(?: since \w+(?: \d+)?)?\W*$|(?:^|[.,;:!] ?)(?:(?:yes|yep|yeah|and),? )?(?:we|i)(?:'re|'m| are| am) in(?=\s*[!.,;)]|\W*$)|"
    r"\brow \d+ (?:is |= ?)?(?:us|ours|me|mine)\b|\b(?:says|shows|reads)(?: that)?(?: we're| we are| it's| i'm| us as)? eligible\b(?! (?:schools|settings|ones|to|for))|"
    r"\b(?:says?|said|shows?|reads?|marked|down)(?: as| with)?(?: an?)? ['\"]?(?:yes|y)['\"]? (?:next to|beside|against|by|for|in) (?:us|me|our|my|the school|it)\b|"
    r"\b(?:down|listed|shown|marked|in there|on there|showing|given) as (?:an? )?(?:eligible|yes|disadvantaged|pp50)\b|\bthere (?:we are|i am|it is)\b(?!\W*\?)|\b(?:we|it)(?:'re|'s| are| is) (?:\w+ )?among(?:st)? (?:them|those|the)\b|"
    r"(?<!opposite )\b(?:(?:we|it|they|she|he|school|college|nursery|academy|number|urn|name|row)(?:'s|'re| are| is| was|re|s)?|i(?:'m| am| was|m)?) "
    rf"(?:(?!not\b)\w+ )?(?:on (?:it|there|that(?: one| list)?|{_THIS_YEARS})|in (?:it|there|(?:the|that|your|this) {_CHECKED})|there|listed)\b|"
    r"\b(?:yes|yep|yeah)\b[\w\s,]{0,12}\bon (?:it|there)\b|^\W*(?:(?:yes|yep|yeah|ok|right|oh|definitely|indeed)\W+)*on (?:it|there)\b|"
    r"\b(?:we|it|school|college)(?:'re|'s| are| is|re) (?:(?!on\b)\w+ )?one (?:of (?:them|those(?! lists?\b)|the (?:\w+ )?(?:ones|schools)))\b|\b(?:spreadsheet|list|file|it) (?:has|includes|shows|lists) (?:us|me|our \w+)\b|"
    r"\b(?:found|spotted|i see|(?<!not )(?<!n't )can see|there(?:'s| is)) (?:us\b|me\b|(?:our|my|the school's) (?:\w+ )?(?:row|name|urn|entry|number|line|school|nursery|college)\b)|"
    r"\b(?:scraped|squeaked|squeezed|sneaked|snuck|crept) in(?=\W*$|\s*[,.;!])|\b(?:up|there) (?:we|it|she|he|i|our \w+|the school) (?:popped|pops?|came|comes?|shows?|showed|appeared|was|were)\b|\b(?:got|found|had|returned|gave|with) (?:a|one|1) (?:match|hit|result)\b|"
    r"\b(?:we|it|urn|name|school|number|college|nursery) (?:do |does |did )?(?:appears?|appeared|shows?(?: up)?|showed up|(?:comes?|came|pops?|popped|flashed) (?:(?:straight|right|back|duly) )?up|features?|made (?:it|the (?:cut|list)))\b"
)
_MAY = re.compile(
    r"\b(?:may|might|could|must|should|would|probably|perhaps|maybe|possibly|reckons?|thinks?|wonder\w*)\b[^.?!;,]*$"
)
_WAS = re.compile(r"\b(?:was|were|had been)\b")
_WAS_THEN = re.compile(
    r"^[^.?!;]{0,40}?\b(?:in (?:20)?\d\d|last (?:year|autumn|spring|summer|time round)|(?:two|three|\d|a few|some) years (?:ago|back)|before|once|previously|the year before|in the past|back then)\b(?! (?:i|we) (?:looked|checked))"
)
_IN_SHORT = re.compile(
    r"\b(?:(?:we|it|they)(?: are|'re|re| is|'s|s)|i(?: am|'m|m))(?P<not> not|n't)?(?: on one)?(?:\W*$|, )|\b(?:is|are)(?P<nt>n't|nt)\W*$"
)
"""Whether a place is listed, in the fewest words: "ok looked, we're not", "it is"."""
_OPEN_STILL = re.compile(r"\b(?:if|whether|unless|once|until|when|how (?:do|would|can|will))\b[^.?!;,]*$")
ASKED = re.compile(
    r"^\W*(?:and |so |but )?(?:is|are|am|does|do|did|was|were(?! (?:not )?on\b)|can|could|would|will|has|have)\b|"
    r"\b(?:if|whether|which|what|how do i know|how|check|find out|unless|except|need\w*)\b[^.?!;]*$"
)

_CAME_OFF = re.compile(
    r"\b(?:came|come|coming|dropped|fell|fallen|gone|went|taken|removed|kicked|knocked|slipped|bumped|struck|thrown) (?:straight |right |just |back )?(?:off|from|out of)\b[\w\s']{0,20}$|"
    r"\b(?:miss(?:ed|es|ing)? (?:out on)?|(?:don't|dont|didn't|didnt|doesn't) (?:qualify|count|make it|make|get)(?: \w+)? (?:for|as|on|onto|into)?)\s*(?:the |an? )?$|\b(?:lost|losing) (?:our|its|their|the)\b[\w\s']{0,20}$|\bused to be\b[\w\s']{0,20}$|\bno longer\b[\w\s']{0,20}$"
)
_CAME_ON = re.compile(
    r"\b(?:(?:scraped?|scrapes|squeezed?|squeaked?|sneaked?|snuck|crept|creep) (?:on(?:to| to)?|into?) (?:the )?$|gone|went|got|added|moved|put|joined|made it|newly|back|placed|brought) (?:back |just )?(?:on(?:to| to)?|to|into|the)\b[\w\s']{0,15}$|\b(?:newly|just become|just become an?|now an?|joined)\s+$"
)
_WAS_ON = re.compile(
    r"\b(?:were|was|been|have been|had been|had|got|received)\b(?: \w+){0,2}? (?:on|in|an?|the)?\s*(?:the )?$"
)
_NOT_NOW = re.compile(
    r"\b(?:that|it|which|this|they)(?:'s| has| have| all)? (?:ended|finished|stopped|closed|left|over)\b|"
    r"\b(?:not|aren't|isn't|arent|isnt|no longer|never|stopped|until|till)\b[\w\s']{0,12}\b(?:now|any ?more|any longer|this (?:year|time)|since|currently)\b|\b(?:but )?(?:not|no longer)(?: now| any ?more)?\s*(?:$|[.,;:!])"
)
_STILL = re.compile(r"\bstill\b|\bback on\b")
_ANSWER = re.compile(
    r"(?: list| status| school| one)?\s*(?:[:=?]+|-+|\()\s*(?:(?P<yes>yes|yep|yeah|yup|y|we are|it is)|(?P<no>no|nope|nah|n|negative|not (?:us|ours|me|mine|here|any ?more)|we(?:'re| are) not|it(?:'s| is)n?'?t?))\b(?!\s+(?:clue|idea|sure|thanks|list|not))"
)
_ANSWER_BARE = re.compile(
    r"\s+(?:(?P<yes>yes|yep|yeah)|(?P<no>no|nope|nah))\b(?!\s+(?:clue|idea|sure|thanks|longer|more))|"
    r"(?: list| one)?,?\s+(?:we're|we are|ours is|it's|it is|i'm)\s+(?:(?P<yes_fronted>on|in)|not(?: in| on)?)(?: it)?(?=\s*[.,;!)]|\W*$)|"
    r"(?: list| one)?,?\s+(?:(?P<yes_short>y|tick|ticked)|n|x|cross)(?=\W*$|\s*[.,;!)/]|\s+(?:rise|pp ?50)\s+[yn]\b)|"
    r"(?: list| one)?,\s+(?:(?P<yes_after>yes|yep|yeah|yup)|(?:no|nope|nah))(?=\s*[.,;!)]|\W*$| (?:but|and)\b)|"
    r"(?: list| one)?,?\s+(?:we're|we are|it's|it is|that's|that is|is|as) an? (?:\w+ )?(?:(?P<yes_said>yes)|no)\b|"
    r"(?: list| one)?,?\s+(?:(?:definitely|certainly|sadly|alas|absolutely|obviously|most definitely)\s+)?not(?=\s*[.,;!)]|\W*$)"
)
_NOT_FOUND = re.compile(
    r"\b(?:could(?:n't|nt| not)|can'?t|cannot|did(?:n't|nt| not)|unable to|failed to) (?:find|see|spot|locate) (?:us|it|ourselves|me|myself|(?:our|my|the) (?:\w+ )?(?:school|name|urn|number|place|college|academy|nursery)|(?:any )?(?:mention|sign|trace))\b[^.?!;]*$"
)


def says_listed(lower: str, *, supposes: bool = False) -> tuple[bool, tuple[int, int]] | None:
    """Return whether words that name no list say that a place is on it, and where; None where they do not tell.

    Words that suppose it ("what if not on it") say it too, where the message is read as supposing.

    >>> says_listed("right had a look and no we're not on there. so thats it?")
    (False, (30, 42))
    >>> says_listed("how do i know if we're on it") is None
    True
    """
    for pattern, listed in ((_OFF, False), (_ON, True)):
        for match in pattern.finditer(lower):
            before = lower[: match.start()]
            if listed and _WAS_THEN.search(lower[match.start() :]) and _WAS.search(match.group()):
                continue  # "we were on it in 2023" tells nothing of now
            first_word = match.start() + len(match.group().split()[0])
            if is_of_another_place(lower, first_word) or (_MAY.search(before) and not supposes):
                continue
            if supposes or not (_OPEN_STILL.search(before) or ASKED.search(before)):
                return listed, match.span()
    told = re.match(r"[^.?!;]*", lower)
    asks = told is None or lower[told.end() : told.end() + 1] == "?"
    brief = None if asks else _IN_SHORT.search(lower, 0, told.end() if told else 0)
    if brief and not supposes and _OPEN_STILL.search(lower[: brief.start()]):
        return None
    return (not (brief["not"] or brief["nt"]), brief.span()) if brief else None


def came_on(lower: str, start: int, end: int) -> bool | None:
    """Return whether words around the name of a list tell that a place came onto it or off it; None where they do not.

    >>> came_on("we dropped off the pp50 list in june", 19, 23), came_on("we were on pp50 in may but not now", 11, 15)
    (False, False)
    >>> came_on("we have just gone onto the pp50 list", 27, 31), came_on("we are on pp50", 10, 14)
    (True, None)
    """
    before = lower[max(lower.rfind(mark, 0, start) for mark in ".?!;\n") + 1 : start]
    after = re.match(r"[^?!;]{0,80}", lower[end:])
    rest = after.group() if after else ""
    if _STILL.search(before):
        return None
    if _CAME_OFF.search(before) or _NOT_FOUND.search(before):
        return False
    if _WAS_ON.search(before) and _NOT_NOW.search(rest):
        return False
    return True if _CAME_ON.search(before) else None


def answered(lower: str, end: int) -> bool | None:
    """Return the yes or no set against the name of a list: "PP50: no", "RISE? yes"; None where there is none."""
    match = _ANSWER.match(lower[end:]) or _ANSWER_BARE.match(lower[end:])
    return None if match is None else any(text for name, text in match.groupdict().items() if name.startswith("yes"))
