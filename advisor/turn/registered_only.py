"""Answer whether somebody is on the course who has only registered, or been told that they are eligible."""

from __future__ import annotations

import re

from advisor.answering.said import Part, Said
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import standing

_ON_IT = re.compile(
    r"\b(?:am i|are we|is (?:she|he))(?: (?:now|then|definitely|actually|all|officially|already))* "
    r"(?:on (?:it|the (?:course|npq|programme))|enrolled|signed up|accepted|booked(?: on)?|registered on the course|guaranteed a place)\b|"
    r"\b(?:have i|do i|has she|has he|does that mean i(?:'ve| have)?)(?: now| already| definitely| actually)* (?:got|have|secured)? ?(?:a|my|her|his|the) (?:funded )?place\b|"
    r"\b(?:is|are) (?:my|our|her|his) (?:funded )?place (?:now )?(?:safe|secured?|confirmed|guaranteed|booked)\b"
)
_REGISTERED = re.compile(r"\b(?:regist\w*|signed up|filled (?:in|out)|completed the form)\b")
_FOUND_ELIGIBLE = re.compile(r"\b(?:eligible|qualif(?:y|ied))\b")
_ACCEPTED = re.compile(
    r"\b(?:provider|hub|ambition|ucl|bpn|best practice|niot|llse|teach first|church)\b[^.?!]{0,30}\b(?:accept\w*|offered|confirmed|said yes|emailed)\b|"
    r"\b(?:i've|i have|i|been|had|she's|he's|she|he|has|have)(?: \w+){0,2}? (?:accepted|an? offer|offered|started|begun|begin|enrolled|been to)\b"
)
_NOT_YET = Said("Not yet, on what you have told me.")
_ELIGIBLE_ONLY = ("faq-eligible-not-a-place.1", "faq-registering-not-applying.3", "faq-eligible-not-a-place.4")
_REGISTERED_ONLY = (
    "faq-registering-not-applying.3",
    "faq-registering-not-applying.1",
    "faq-registering-not-applying.5",
)


def of_having_registered(wanted: Wanted) -> Answered | None:
    """Return that who has registered is not on the course yet, where a message tells no more and asks whether they are."""
    ask = wanted.ask
    own, said = (ask.own or ask.text).lower(), (ask.whole or ask.around or ask.text).lower()
    eligible = _FOUND_ELIGIBLE.search(said) is not None
    if not _ON_IT.search(own) or not (eligible or _REGISTERED.search(said)) or _ACCEPTED.search(_ON_IT.sub(" ", said)):
        return None
    ids = _ELIGIBLE_ONLY if eligible else _REGISTERED_ONLY
    lead = () if eligible else (_NOT_YET,)
    courses = ask.courses or wanted.turn.state.courses[:1]
    part = Part(
        "answer", (*lead, *standing(wanted.turn.needs.base, ids)), None, ids, courses, ids[0].rpartition(".")[0]
    )
    return Answered(part, intents=("registering",))
