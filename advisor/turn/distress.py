"""The words by which somebody in distress is noticed.

High recall comes before all: to ask somebody who is well whether they are safe costs little, to miss a cry for help
costs too much. Left out are only words that plainly belong to a course, a form or a price.
"""

from __future__ import annotations

import re

_HARM = (
    r"(?:kill|hang|hurt|harm|cut)(?:t?ing)? my ?self",
    r"(?:danger|something stupid) to my ?self",
    r"safe (?:with|from) my ?self",
    r"kms",
    r"unaliv\w+",
    r"suicid\w*(?! (?:prevention|awareness|training|polic))",
    r"(?<!who )(?<!pupils )(?<!that )self[- ]?harm\w*(?! (?:polic|awareness|training|in|among))",
    r"overdose",
    r"(?:took|taken|taking|swallow\w*) (?:some|all|too many|a lot of|all (?:my|the)) (?:pills|tablets)",
    r"jump(?:ing)? off an? \w+",
    r"in front of a (?:train|car|lorry|bus)",
)
_ENDING = (
    r"end(?:ing)? (?:it all|my life|everything|things(?! (?:early|with|on)))",
    r"(?:want|going|ready|like|of|about|planning) (?:to )?end(?:ing)? it(?=\s*(?:$|[.,!?;]|now|tonight))",
    r"(?:want to|wanna) die",
    r"(?:want|wish) it (?:all )?(?:to end|was over|were over)",
    r"rather be dead",
    r"wish (?:that )?i (?:was|were) (?:dead|gone|not here|never born)",
    r"wish i (?:wasn'?t|weren'?t) (?:here|alive)",
    r"(?:don'?t|do not) want to (?:live(?! (?:in|at|near|with))|be alive|exist|wake up|be here(?! (?:for|at|in|all)))",
    r"disappear (?:for ?ever|and never)",
)
_NO_WAY_ON = (
    r"point (?:in |of )?(?:living|being alive|going on)",
    r"nothing (?:left )?to live for",
    r"reason to (?:live|go on)",
    r"(?:nobody|no[ -]one) would (?:miss me|(?:notice|care) if i)",
    r"better off without me(?! on)",
    r"life is(?:n't|nt| not) worth",
    r"not worth living",
    r"(?:had enough of|giv(?:e|ing) up on|tired of|hate) (?:my )?(?:life|living|being alive)",
    r"(?:feel\w*|i'?m|i am|life is|seems) (?:so |completely |utterly )?(?:hopeless|worthless)(?! at)",
    r"not coping",
    r"(?:mental|nervous) breakdown",
    r"(?:having|heading for) a breakdown(?! of)",
)
# "I can't go on" is a cry for help; "I can't go on the October day" is not.
_CANNOT = (
    r"carry on(?! with)",
    r"do this any ?more",
    r"see (?:a|any) way (?:out|forward)",
    r"go on(?! (?:the|an?|my|it|that|to|holiday|leave|this (?:course|npq))\b)",
    r"cope(?! with (?:the|this|your) (?:web ?site|form|site|portal|jargon|system))",
    r"take (?:it|this|any ?more)(?: any ?(?:more|longer))?(?=\s*(?:$|[.,!?;]|and\b|i\b))",
)
_DISTRESS = re.compile(
    rf"\b(?:{'|'.join((*_HARM, *_ENDING, *_NO_WAY_ON))}|(?:can'?t|cannot|can not) (?:{'|'.join(_CANNOT)}))(?!\w)"
)


def tells_of_distress(lower: str) -> bool:
    """Return whether a message in lower case may come from somebody at risk.

    >>> tells_of_distress("i can't go on"), tells_of_distress("i can't go on the october day")
    (True, False)
    """
    return bool(_DISTRESS.search(lower))
