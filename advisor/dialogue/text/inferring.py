"""Tell a conclusion drawn from what we said, "so nothing then", from an answer to what we asked."""

from __future__ import annotations

import re

_HOPELESS = (
    r"(?:an? )?(?:no(?:[- ](?:chance|hope|luck|go|use|good|money|funding|help|point|place|scholarship|npq\w*))?|nothing|none|nowt|zilch|nada|not(?: a)? (?:chance|possible|funded|eligible|happening)|"
    r"out of luck|stuffed|stuck|ruled out|not (?:going )?to happen|non[- ]?starter|dead end|hopeless)"
)
_FOR_ME = (
    r"(?: (?:at all|whatsoever|doing|for (?:me|us|her|him|them)|from (?:dfe|anyone|anybody|you)|there|here|either))*"
)
_INFERS = re.compile(
    rf"^\W*(?:(?:ok|okay|oh|right|hmm|and|but|well|great|fab|ah|ugh)\W+)*(?:so|then)\W+(?:(?:basically|really|just|still|only)\W+)?(?:(?:it'?s|that'?s|thats|its|it is|that is|i'?m|im|we'?re|were|she'?s|he'?s|there'?s|theres|i get|we get|you mean)\W+)?{_HOPELESS}{_FOR_ME}\W*(?:then|so)?\W*$|"
    rf"^\W*(?:(?:ok|okay|oh|right|hmm|and|but|well|ah|ugh)\W+)*(?:(?:it'?s|that'?s|thats|its|i'?m|im|we'?re|there'?s|i get|we get)\W+)?{_HOPELESS}{_FOR_ME}\W+then\W*$"
)


def infers_nothing(text: str) -> bool:
    """Return whether the words conclude that there is nothing to be had.

    >>> infers_nothing("so nothing then"), infers_nothing("no"), infers_nothing("none of them")
    (True, False, False)
    """
    return bool(_INFERS.match(text.lower()))
