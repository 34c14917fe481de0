"""Tell "English" the nation's from English the subject: "the English NPQH", "let's say I want the English one" in Wales."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.dialogue.text.names import Mention

_NATIONS = {"wales", "scotland", "northern_ireland"}
_COURSES = ("course", "course_hint")
_LINKS = re.compile(r"\s+(?:for|in|on)?\s*(?:the\s+)?")


def without_nationality(mentions: tuple[Mention, ...], lower: str, known: Mapping[str, object]) -> tuple[Mention, ...]:
    """Return the mentions without names of the literacy course that only say which country's NPQ is meant.

    `lower` is the message in lower case. They do so beside another nation, and before a course: "the English NPQ for senior leadership", where what follows is
    its name, however weak.
    """
    nations = {mention.value for mention in mentions if mention.kind == "place"} | {known.get("nation")}
    of_the_nation: set[Mention] = set()
    named: dict[Mention, Mention] = {}
    for english in (m for m in mentions if m.kind in _COURSES and _starts_with_english(m)):
        after = [m for m in mentions if m.kind in _COURSES and _LINKS.fullmatch(lower, english.end, m.start)]
        if after:
            named[after[0]] = replace(after[0], kind="course")
        if after or nations & _NATIONS:
            of_the_nation.add(english)
    return tuple(named.get(mention, mention) for mention in mentions if mention not in of_the_nation)


def _starts_with_english(mention: Mention) -> bool:
    return mention.text.lower().removeprefix("the ").startswith("english ")
