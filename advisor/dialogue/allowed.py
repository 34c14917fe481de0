"""Tell whether "am I allowed to …?" asks to be taken on a course, or for leave to do something on it."""

from __future__ import annotations

import re

_ALLOWED_WHAT = re.compile(
    r"\b(?:allow\w*|permit\w*|ok|okay|all right|alright|fine)(?: (?:me|us|her|him|them))? to (?:still |also |even |just |then |now )*(?P<verb>[a-z]+)"
)
_TAKING = frozenset(
    "do take apply join start begin study register enrol enroll go get have be sign complete undertake attempt try pursue consider qualify move switch access receive claim enter participate progress pay fund self".split()
)


def asks_leave_for_something_else(text: str) -> bool:
    """Return whether what may or may not be done is something on the course, and not to take it.

    >>> asks_leave_for_something_else("Am I allowed to use ChatGPT in my submission?")
    True
    >>> asks_leave_for_something_else("am I allowed to do NPQH?"), asks_leave_for_something_else("am I allowed?")
    (False, False)
    """
    verbs = {match["verb"] for match in _ALLOWED_WHAT.finditer(text.lower())}
    return bool(verbs) and not verbs & _TAKING
