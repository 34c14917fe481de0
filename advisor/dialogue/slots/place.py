"""Read where somebody works: England or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.dialogue.slots.beside import is_of_another_place
from advisor.dialogue.slots.polarity import is_hedged, is_to_come
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

_ELSEWHERE = {"wales", "scotland", "northern_ireland", "crown_dependencies", "abroad"}
_KIND = "eligible_establishment_type"
_NOT_THE_WORKPLACE = re.compile(
    r"(?:trained|qualified|qualification|\btrn|\bqts|\blicen[cs]e|\b(?:did|done|passed|completed|gained|earned)\b|degree|born|studied|moved(?! (?:\w+ )?to (?:work|teach|an? (?:\w+ )?(?:school|academy|primary|secondary|nursery|college|job|post)))|came|pgce|originally|family(?! (?:centre|hub|support|learning|service))|grew up|teacher training(?! provider))"
    r"[\w\s]{0,20}\b(?:in|from|at)\s*(?:the\s*)?$|\b(?:qts|pgce|degree|qualification|trn)\b[\w\s']{0,18},\s*(?:from|at|gained at)\s*$|\bbritish school in\s*$|"
    r"\bwas in\s*$|\b(?:left|leaving|quit)\s*$|\b(?:my|our|the) (?:[\w-]+ ){1,2}(?:is|are|comes?|come) (?:originally )?from\s*$|\b(?:going|off|heading|relocating|emigrating) (?:back |out |over )?(?:to|for)\s*$|\b(?:used to|previously|formerly)\b[\w\s]{0,20}$|\buniversity of\s*$"
)
_DENIED = re.compile(
    r"\b(?:(?:nothing|nowt|anything) (?:at all )?to do with|no (?:link|links|connection|connections|ties|tie)(?: at all)? (?:with|to)|nowhere near|"
    r"not|isn't|isnt|aren't|arent|wasn't|wasnt|never|no longer|outside|don't (?:work|teach|live)|dont (?:work|teach|live))\s+"
    r"(?:(?:based|working|teaching|living|employed|actually|currently|now|in|of|from|at|the)\s+)*$"
)
"""A place is denied by what stands beside it: "not on PP50 in England" denies the list, "no, England" another answer."""
_OUTSIDE = re.compile(r"\boutside (?:of )?(?:the )?$")
_COUNTRIES = ("england", "uk", "united kingdom", "britain", "great britain", "english")
"""Only outside a country is somebody elsewhere: "just outside Stoke" is near it."""
_PAST_JOB = re.compile(
    r"\bafter (?:\w+ ){1,5}(?:in|at) $|\b(?<!'ve )(?<!have )(?<!has )(?<!been )(?:was|were|worked|taught|led|spent|lectured|had|used to|ran|until recently|formerly|previously|before that|started out|began)\b(?! (?:wondering|hoping|looking|thinking|told|asked|asking|advised|going))[^.;:!?\n]*$"
)
_PAST_AFTER = re.compile(
    r"[\w\s]{0,25}\b(?:until|till|before|back then|(?:for )?\d+ years,? then|previously|originally)\b|\s*,?\s*(?:19|20)\d\d\s*(?:-|to|until)\s*(?:19|20)?\d\d"
)
_HOME = re.compile(
    r"\b(?:live|lives|living|sleep|reside|resident|based at home) (?:(?!and\b|work|teach)\w+ ){0,5}?(?:in|near|at|by)\s*$|"
    r"\b(?:head office|hq|headquarters|central office|trust office)(?: is|'s)? (?:in|at)\s*$|"
    r"\b(?:home|house|flat|family home)(?:'s| is|:)?,? (?:in |near |at )?$|"
    r"\b(?:commut\w+|travel\w*|driv(?:e|es|ing)|cross(?:es|ing)?|com(?:e|es|ing))\b(?:(?!work|teach)[^.;:!?\n])*?\bfrom\s*$|"
    r"\b(?:near|close to|not far from|next to|(?:just )?(?:over|across|up|down|along) (?:the \w+ )?from|outside|(?:i'm|im|i am|she's|he's|comes?) from)\s*$"
)
_IS_HOME = re.compile(
    r"^\s*,?\s*(?:'s|\bis|\bwas|\bbeing|=)\s+(?:(?:merely|only|just|simply|actually|really|purely|where|my|the place|the bit|a place|to)\s+)*"
    r"(?:(?:i|we|she|he) (?:happen to |happens to |now |actually |only |just )?(?:live|lives|sleep|sleeps|stay|stays|reside|resides|lay|(?:commute|commutes|drive|drives|travel|travels|come|comes) (?:in )?from|go home|rest|bought|rent|have a house)(?! and (?:work|teach))\b|(?:home(?! to\b)|house|home address|home town|hometown|bed|postal address|postcode)\b(?! (?:county|of)))|"
    r"^\s*,?\s*(?:that's|thats|which is|that is|it's)?\s*(?:only |just |merely )?(?:my )?home address\b"
)
"""Says of a place named that it is the home: "Powys is merely where I sleep"."""
_FAMILY = r"(?:parents?|mum|mother|dad|father|family|in-laws|folks|relatives|kids|children|daughters?|sons?|grandparents?|nan)"
_PARTNER = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|brothers?|sisters?|(?:sister|brother|mother|father)-in-law|friends?|mates?|other half)"
_OF_FAMILY = re.compile(
    rf"\b{_FAMILY}(?: (?:all|both|still|now|also))* (?:live|lives|living|moved|go(?:es)? to (?:school|nursery|uni|university|college))(?: (?!and\b|but\b)\w+){{0,2}}? (?:in|near|at|from|to)\s*(?:the )?$|"
    r"\b(?:my|our) (?:parents|in-laws|folks|family|relatives|mum|dad)(?: and dad)?(?:'s|'re| is| are)?(?: (?:all|both|still|now|also))* (?:in|near|from)\s*(?:the )?$|\bmum and dad are in\s*$|"
    rf"\b{_PARTNER}(?: (?:still|now|also))* (?:lives?|living|stays?|is from|comes from|has (?:one|an? \w+))(?: \w+){{0,2}}? (?:in|near|at)\s*(?:the )?$|\b{_PARTNER} (?:is |comes )?from\s*$"
)
"""Where the family lives is nobody's workplace."""
_WHERE_PARTNER_WORKS = re.compile(
    rf"\b(?:my|our) {_PARTNER}(?:'s| is)? (?:works?|teach(?:es)?|working|teaching|based)(?: \w+){{0,3}}? (?:in|near|at)\s*(?:the )?$"
)
_ACTUAL = re.compile(
    r"(?:'s|\b(?:thats|its|is)) (?:(?:my|the) (?:actual |real |main |proper |usual |normal )*(?:work ?place|place of work|base|job)|where (?:i|we)(?:'m| am)? (?:actually |really |mainly |mostly )*(?:work|teach|based|employed))\b"
)
"""Names the place before it as the workplace: "the Gloucester branch, that's my actual workplace"."""
_WORKS_THERE = re.compile(
    r"\b(?:i'm|im|i am|she's|he's|i|we) (?:mainly |mostly |actually |really |now )*(?:based|work|teach|employed|working|teaching)(?: \w+){0,2} (?:in|at|for|on|out of) (?:the |an? |our )?$"
)
_THOUGH_HOME = re.compile(
    r"\b(?:though|although|altho|tho|even if|while|but|despite)[\w\s']{0,12}\b(?:live|lives|living|home is|house is)(?: (?!and\b)\w+){0,4} (?:in|near|at)\s*$"
)
"""Sets the home apart from the workplace: "yes, though I live in Wales"."""
_NATIONS = (
    "wales",
    "scotland",
    "northern ireland",
    "ireland",
    "holland",
    "denmark",
    "gibraltar",
    "california",
    "new york",
    "egypt",
    "palestine",
    "jericho",
    "washington",
    "boston",
    "toronto",
    "melbourne",
    "houston",
)
"""Names that villages in England bear too."""
_COUNTRY_NEARBY = ("wales", "scotland")
_BESIDE = re.compile(r"^['\"]?,? \(?(?:near|between|by|just outside|outside|next to)\b")
_VILLAGE_CUE = re.compile(r"\b(?:village|hamlet|parish|not the country|not that one)\b")
_VILLAGE_BEFORE = re.compile(
    r"\b(?:village|place|town|hamlet|parish)s? (?:called|named|of|that's called|known as) ['\"]?$|\bnot the country,? $"
)
_VILLAGE_AFTER = re.compile(
    r"^['\"]?,? \(?(?:(?:the|a|as in|as in the|that's a|which is a|it's a) )?(?:small |tiny |little )?(?:village|hamlet|parish|town)\b|"
    r"^ (?:high|primary|infants?|juniors?|c of e|community|village|academy|comprehensive)\b|^['\"]?,? \(?(?:near|in|between|by|just outside|outside|the one in|the one near|next to) $"
)
_OF_THE_SCHEME = re.compile(
    r"\b(?:which|what|all|any|every|most|other|do|does) (?:state )?(?:schools?|people|teachers?|nurser(?:y|ies)|colleges?) (?:are )?in\s*$|"
    r"\b(?:only|just|solely|exclusively|limited|restricted|open|available|meant|scheme|programme|funding|funded|money|npqs?|apply|applies|rules?|offer|dfe)\b(?: (?:is|are|it|this|just|only|all|people|schools|teachers|those|works?|working|to|apply|applies))* (?:for|in|to|across|of|inside)\s*$|\b(?:only|just) (?:funds?|covers?|pays? for|supports?|helps?)\s*$|"
    r"\b(?:is|are) (?:it|this|that|they|these|npqs?|the npq\w*|the scheme|funding)(?: all| just| only)* (?:in |for )?$|\b(?:counts?|classed|treated|seen|regarded) as (?:being )?(?:in |part of )?$"
)
_COMPARED = re.compile(
    r"\b(?:like|same as|as|than)(?: (?:the|they|schools?|people|teachers?|everyone|those|do|does|get))* (?:in |across )?$"
)
"""Sets somebody beside those of a country: "do we get it like England schools?"."""
_SCHEME_ALONE = re.compile(r"^[\s-]*(?:only|alone|thing|scheme)\b")
"""Says where the scheme holds and not where somebody works: "is it just for England?", "this England-only thing"."""
_OF_ITS_GOVERNMENT = re.compile(
    r"^ (?:dfe|department for education|government|govt|scheme|funding|money|scholarships?|rules?)\b"
)
"""After "England's": whose money it is, and no place."""
_FUNDED_FROM = re.compile(
    r"\b(?:funding|money|funded|paid|help|grants?|support|cash)\b(?: \w+){0,3} (?:from|by)\s*(?:the )?$"
)
_GOVERNMENT = ("westminster", "whitehall", "london", *_COUNTRIES)
_RUNS_COURSE = re.compile(
    r"\b(?:direct|run|lead|teach|tutor|manage|deliver|head|coordinate|work|lecture|director|leader|tutor|head|lecturer|lead)(?:s|ing)?(?: (?:on|of|up|for))? (?:an? |the |our |my )?(?:\w+ )?(?:pgce|teacher training)\b"
)
_NEAR_NATION = re.compile(
    r"\b(?:near|close to|not far from|next to|(?:just )?(?:over|across|up|down) from|on the border (?:with|of))\s*(?:the )?$"
)
_IF_THERE = re.compile(
    r"\bif (?:you're|you are|you were|ur|youre|u r|your|you work|you teach|one is|i'm|im|i am|we're|we are|i work|i teach|someone is|a school is|the school is)(?: \w+){0,2} (?:in|at|from|on)(?: the)?\s*$"
)
"""A question under that condition: "any funding if you're in Jersey?"."""
_ENGLISH = re.compile(
    r"\b(?:i|i'm|im|i am|we|we're|us|my|our|school|nursery|college|it|it's|its|just|but|still|work|based|are|is|technically) (?:(?!teach|friends|they|he|she)\w+ ){0,4}?(?:on|in|to) the english side\b|"
    r"\b(?:i|i'm|im|i am|we|we're|school|nursery|college|it|it's|its|is|are) english[ -]based\b"
)
_BRITISH_SCHOOL = re.compile(r"\bbritish (?:international )?school in\s*$")
_MOVED = re.compile(r"\b(?:moved|moving|now|actually|correction)\b")
_QUALIFICATION = re.compile(
    r"^\s*originally\b|^\s*(?:is|was) (?:just |only |where )+(?:i|we|she|he) (?:trained|qualified|studied|grew)|^(?:'s)?[\s-]*(?:based (?:provider|hub|course|one)|provider|institute|university|teaching school|hub|degree|trained|qualification|(?:home )?address|postcode|passport|accent|roots)\b"
)

_NPQH = re.compile(r"[\s-]*npqh\b")
"""What "the Welsh NPQH" names; "academy in Leeds NPQH" has only left out a comma."""


@dataclass(frozen=True, slots=True)
class _Place:
    nation: str
    start: int
    end: int
    hedged: bool = False


def find_places(reading: Reading) -> Iterator[SlotValue]:
    """Yield `works_in_england` and `nation` from the places named; two nations at once give neither."""
    named = _without_villages(reading, list(reading.of_kind("place")))
    told = [mention for mention in named if _is_of_the_workplace(reading, mention)]
    denied = [m for m in told if _is_denied(reading.lower[: m.start], m)]
    found = [_place_of(reading, mention) for mention in told if mention not in denied]
    if not found:  # "Wales, not England" names the nation
        found = [_Place("abroad", m.start, m.end) for m in denied if m.value == "england"]
    match = _ENGLISH.search(reading.lower)
    if match and not is_of_another_place(
        reading.lower, match.end()
    ):  # "on the English side of the border, near Monmouth"
        found = [_Place("england", *match.span())]
    for place in _one_nation(reading, found)[-1:]:
        yield SlotValue("works_in_england", place.nation not in _ELSEWHERE, place.start, place.end, place.hedged)
        if place.nation != "england":
            yield SlotValue("nation", place.nation, place.start, place.end, place.hedged)
        yield from _kind_as_told(reading, place)


def _is_home(lower: str, mention: Mention) -> bool:
    """Return whether the words after a place say that one lives there: "Powys is merely where I sleep"."""
    owns = mention.text.lower().endswith(("'s", "’s"))
    return _IS_HOME.match(lower[mention.end - 2 * owns :].replace("’", "'")) is not None


def _kind_as_told(reading: Reading, place: _Place) -> Iterator[SlotValue]:
    """Yield again what was told of the kind of school, where only the home had been taken for its place."""
    home = any(_is_home(reading.lower, mention) for mention in reading.of_kind("place"))
    told = reading.known.get(_KIND)
    if home and told is not None and reading.known.get("works_in_england") is (place.nation in _ELSEWHERE):
        yield SlotValue(_KIND, told, place.start, place.end, place.hedged)


def _without_villages(reading: Reading, named: list[Mention]) -> list[Mention]:
    """Return the places without a nation's name that a village in England bears: "Wales, the village near Sheffield"."""
    english = {mention.start for mention in named if mention.value == "england"}
    bears = {
        mention.text.lower()
        for mention in named
        if mention.text.lower() in _NATIONS and english and _is_village(reading.lower, mention, english)
    }
    return [mention for mention in named if mention.text.lower() not in bears]


def _is_village(lower: str, mention: Mention, english: set[int]) -> bool:
    if _VILLAGE_BEFORE.search(lower[: mention.start]):
        return True
    after = lower[mention.end :]
    nearest = min((start for start in english if start > mention.end), default=None)
    joined = nearest is not None and _VILLAGE_AFTER.match(lower[mention.end : nearest])
    if joined and mention.text.lower() in _COUNTRY_NEARBY and _BESIDE.match(after) and not _VILLAGE_CUE.search(lower):
        return False  # "in Wales, near Chester"
    return bool(joined or (_VILLAGE_AFTER.match(after) and "village" in after[:30]))


def _is_denied(before: str, mention: Mention) -> bool:
    if _OUTSIDE.search(before) and mention.text.lower() not in _COUNTRIES:
        return False
    return bool(_DENIED.search(before))


def _is_of_the_workplace(reading: Reading, mention: Mention) -> bool:
    """Return whether a place is where somebody works now, and not where they trained, lived or will be."""
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    of_all = _SCHEME_ALONE.match(after) or _OF_THE_SCHEME.search(before) or _COMPARED.search(before)
    if mention.text.lower() in _COUNTRIES and (of_all or before.endswith("church of ")):
        return False
    if mention.text.lower().endswith(("'s", "’s")) and _OF_ITS_GOVERNMENT.match(after):
        return False
    if mention.text.lower() in _GOVERNMENT and _FUNDED_FROM.search(before):
        return False
    if mention.text.lower() in _NATIONS and _NEAR_NATION.search(before):
        return False
    if _QUALIFICATION.search(after) or (_NPQH.match(after) and not before.endswith("in ")):
        return False
    if _OF_FAMILY.search(before) or (_is_home(reading.lower, mention) and not reading.supposes):
        return False
    told_before = "works_in_england" in reading.known and not reading.of_another
    if told_before and not reading.supposes and (_WHERE_PARTNER_WORKS.search(before) or _HOME.search(before)):
        return False  # "my husband works in Manchester, does that help?", asked from Jersey
    if reading.supposes:
        return True
    if _THOUGH_HOME.search(before):
        return False
    elsewhere = _NOT_THE_WORKPLACE.search(before) and not (
        _BRITISH_SCHOOL.search(before) or _RUNS_COURSE.search(before)
    )
    return not elsewhere and not is_to_come(reading.lower, mention.start)


def _place_of(reading: Reading, mention: Mention) -> _Place:
    # "And if she moves to Bristol?" asks under that condition, so the answer has to take it as given.
    asks_of_it = _IF_THERE.search(reading.lower[: mention.start]) and "works_in_england" not in reading.known
    given = reading.supposes or bool(asks_of_it)
    hedged = is_hedged(reading.lower, mention.start, mention.end) and not given
    return _Place(mention.value, mention.start, mention.end, hedged)


def _one_nation(reading: Reading, found: list[_Place]) -> list[_Place]:
    """Return the places of one nation only: where one works before where one lives, the last after a move, or none."""
    if actual := _ACTUAL.search(reading.lower):
        found = [place for place in found if place.end <= actual.start()][-1:] or found
    if len({place.nation == "england" for place in found}) > 1:
        # "I live in Chester and work in Flintshire": where one works decides.
        found = [place for place in found if not _HOME.search(reading.lower[: place.start])] or found
    if len({place.nation == "england" for place in found}) > 1:
        # "Is it different if you're in Wales? I'm in Derby".
        found = [place for place in found if not _IF_THERE.search(reading.lower[: place.start])] or found
    if len({place.nation == "england" for place in found}) > 1:
        # "My partner is in Scotland, I teach in York".
        found = [place for place in found if not is_of_another_place(reading.lower, place.start)] or found
    if len({place.nation == "england" for place in found}) > 1:
        # "I was a head in Dubai, now deputy in Leeds": a job told as past is no workplace beside another.
        found = [place for place in found if not _is_past(reading.lower, place)] or found
    if len({place.nation == "england" for place in found}) > 1:
        # "Schools in Powys and Shropshire, I'm based in the Shropshire one".
        found = [place for place in found if _WORKS_THERE.search(reading.lower[: place.start])] or found
    if len({place.nation == "england" for place in found}) > 1:
        # "England and Wales" tells nothing; of "moved from Cardiff to Leeds" the last counts.
        found = found[-1:] if _MOVED.search(reading.lower) else []
    return found


def _is_past(lower: str, place: _Place) -> bool:
    clause = re.split(r",|\b(?:but|and|now)\b", lower[: place.start])[-1]
    return bool(_PAST_JOB.search(clause)) or bool(_PAST_AFTER.match(lower[place.end :]))
