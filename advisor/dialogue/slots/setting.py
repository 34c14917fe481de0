"""Read what kind of workplace somebody has, and what that says for the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from advisor.dialogue.slots.polarity import is_hedged, is_negated, is_to_come
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.names import Mention

# A bare "school" says less than "academy trust": it never replaces what is already known.
_WEAK = {
    "school",
    "primary_school",
    "secondary_school",
    "special_unknown",
    "nursery_unknown",
    "alternative_provision_unknown",
}

# Facts that describe the workplace: a change of workplace drops those of the old one.
WORKPLACE_FACTS = (
    "work_setting",
    "early_years_setting",
    "employment_type",
    "eligible_establishment_type",
    "establishment_type_code",
    "institution_kind",
    "has_ofsted_urn",
    "itt_provider_approved",
)
LIST_FACTS = ("on_pp50_school_list", "on_pp50_fe_list", "on_rise_list", "on_childminder_list")

_OTHERS = re.compile(
    r"\b(?:not|isn't|rather than|instead of|unlike|left|used to (?:work|be|teach)|previously|moved from|was)\b"
    r"[\w\s'-]{0,25}$"
)
_NO_PLACE = re.compile(r"\s+(?:leave|trained|qualified)\b")
"""After "mat" or "overseas": maternity leave, and where somebody trained, are no workplace."""
_STATE = re.compile(
    r"\b(?:state[- ]?(?:funded|maintained|school|run)|state (?:second\w*|prim\w*|infants?|juniors?|comp\w*)|publicly funded|maintained(?! nurser)|council[- ]run|(?:the )?council runs? (?:it|us)|run by (?:the |our )?(?:council|la|local authority)|^\W*(?:(?:yes|yep|yeah|its|it's)\W+)*state(?=\W+(?:yes|yep|yeah)\b|\s*(?:,|$|\.))|(?<=, )state(?=\s*(?:,|$|\.))|council (?:(?:junior|infant|first|middle|special) )?(?:primary|secondary|school)|government funded|voluntary (?:aided|controlled)|community (?:infants?|juniors?|primary|secondary|special|first|middle|school)|foundation school|v\.?[ac]\.?(?= (?:school|primary|secondary|infant|junior|church|c of e)))\b"
)
_KEEPS = re.compile(
    r"[- ](?:run|maintained|funded|owned|placed|places|pays|commission\w*|(?:\w+ )?(?:junior|infants?|primary|secondary|school|first|middle|special|pru|nursery))\b"
)
_QUOTES = re.compile(
    r"\b(?:page|website|site|guidance|rules?|document|form|it|they|gov\.uk) (?:says?|said|mentions?|talks? (?:of|about)|wants?)\b[^.?!]*$"
)
"""What a page says of schools is not said of one's own."""
_IN_PASSING = re.compile(
    r"\b(?:my|our) (?:wife|husband|partner|friend|mate|sister|brother|mum|neighbour)(?:'s)? (?:is|works|teaches|runs)\b[\w\s]{0,20}$"
)
_SAYS_SO = re.compile(
    r"[\w\s]{0,20}\b(?:and|who) (?:says?|said|reckons?|claims?|told me|tells me|heard|swears|insists?|thinks)\b"
)
"""Said of somebody whose word is passed on: "my wife is a childminder and says NPQs are free"."""
_KIND_OF_SCHOOL = re.compile(r"\b(?:second|prim|infant|junior|comp|school)")
_OWN_PLACE = re.compile(r"\b(?:my|our|i'm|i am|we're|we are|work|teach|at an?|in an?|of an?|it's|its|here)\b")
_COUNCIL = re.compile(
    r"\b(?:employed (?:directly )?by|work (?:directly )?for|works for|paid by|contract with)\b[\w\s]{0,25}\b(?:council|local authority|la)\b|"
    r"\b(?:council|local authority)\b[\w\s]{0,25}\bemploys?\b"
)
_SEVERAL = re.compile(
    r"\b(?:several|more than one|multiple|different|various|two|three|a number of|across) schools?\b|\bacross (?:\w+ )?schools\b"
)
_KIND_OF_IT = re.compile(
    r"^\W*(?:(?:no|yes|(?:in )?england|it's|its|it is|that's|we're|we are|oh|oops|sorry|wait|actually|i meant|meant|but)\W+)*(?:an? |the )?"
    r"(?P<kind>private(?:ly (?:run|owned))?|pvi|independent|voluntary|charity|maintained|state(?:[- ]funded)?|council|local authority|la)"
    r"(?: run)?(?: one| nursery| setting| school| place)?(?:\W+(?:sadly|unfortunately|i'm afraid|im afraid|yes|sorry|actually|though|tho)|\s*[,;(-]\s*[^?]{1,40})?\W*$"
)
"""A short answer that names the kind of a workplace already spoken of: "private one", "no, it's maintained"."""
_KEPT_BY_THE_STATE = ("maintained", "state", "council", "local authority", "la")
_SIXTH_FORM = re.compile(r"(?:sixth|6th) ?form")
Told: TypeAlias = tuple[object, Mention, bool]
"""The value of a workplace fact, the words it comes from, and whether they were hedged."""
_EARLY_YEARS, _SCHOOL = "early_years_or_childcare", "a_school"
_NO_OFSTED = re.compile(
    r"\b(?:no|not|without|don't have an?|haven't got an?) ofsted (?:number|urn|registration)|\bnot ofsted registered"
)
_OFSTED = re.compile(r"\bofsted (?:number|urn|registered|registration)")


def find_settings(reading: Reading) -> Iterator[SlotValue]:
    """Yield the workplace facts of the last setting asserted, and what is said of advisers and registers."""
    if (kind := _kind_of_known(reading)) is not None:
        yield kind
        return
    asserted = [
        m
        for m in reading.of_kind("setting")
        if not (_is_denied(reading, m) or _is_register(reading, m) or _is_of_a_school(reading, m))
    ]
    facts: dict[str, Told] = {}
    for mention in asserted:
        new = _told_of(mention, reading, facts)
        if "work_setting" in facts and "work_setting" in new and new["work_setting"] != facts["work_setting"][0]:
            facts = {}  # another workplace altogether: the later one counts
        hedged = (
            is_hedged(reading.lower, mention.start, mention.end)
            and not reading.supposes
            and not reading.in_question(mention.start)
        )
        facts |= {name: (value, mention, hedged) for name, value in new.items()}
    for name, (value, mention, hedged) in facts.items():
        yield SlotValue(name, value, mention.start, mention.end, hedged)
    for mention in asserted[-1:]:
        yield SlotValue("setting", mention.value, mention.start, mention.end)
    yield from _find_kept_by_the_state(reading, facts)
    yield from _find_council_teacher(reading)
    yield from _find_registrations(reading)


def _told_of(mention: Mention, reading: Reading, facts: Mapping[str, Told]) -> Mapping[str, object]:
    """Return the facts that one mention adds to those before it; none where it says less than they do."""
    new = reading.setting_facts.get(mention.value, {})
    here = facts["work_setting"][0] if "work_setting" in facts else None
    known = here is not None or "work_setting" in reading.known
    text = mention.text.lower()
    if mention.value == "state_school" and "school" not in text and known:
        return {"eligible_establishment_type": True}  # "it's state funded" says who pays for it, not what it is
    if mention.value == "preschool_in_school" and here == _SCHOOL:
        return {}  # a nursery class of the school just named: who works there works in the school
    if here == "other" and text.endswith("schools"):
        return {}  # an agency sends people to schools; it stays the employer
    if _SIXTH_FORM.fullmatch(text) and _in_a_school(reading):
        return {}  # the sixth form of a school: who works there works in the school
    if mention.value == "supply_agency" and reading.known.get("early_years_setting") == "childminder":
        return {}  # a childminder agency
    if known and mention.value == "charity":
        return {}  # "does it help that we're a charity": a school may be one too
    if known and (mention.value in _WEAK or (new.get("work_setting") == "other" and here is not None)):
        return {}
    return new


def _in_a_school(reading: Reading) -> bool:
    """Return whether a school is named in the message or known."""
    told = (reading.setting_facts.get(mention.value, {}).get("work_setting") for mention in reading.of_kind("setting"))
    return _SCHOOL in told or reading.known.get("work_setting") == _SCHOOL


def _kind_of_known(reading: Reading) -> SlotValue | None:
    """Read "private one" by what it is one of: a nursery or a school."""
    match = _KIND_OF_IT.match(reading.lower)
    if match is None:
        return None
    by_state = match["kind"].startswith(_KEPT_BY_THE_STATE)
    setting, span = reading.known.get("work_setting"), match.span("kind")
    if setting == _EARLY_YEARS and not re.search(r"\bschool\b", match.group()):
        nursery = "local_authority_maintained_nursery" if by_state else "private_nursery"
        return SlotValue("early_years_setting", nursery, *span)
    # An independent special school was said to be one already: "independent" tells nothing new of it.
    if setting == _SCHOOL and "nursery" not in match.group() and "establishment_type_code" not in reading.known:
        return SlotValue("eligible_establishment_type", by_state, *span)
    return None


def _find_kept_by_the_state(reading: Reading, found: Mapping[str, Told]) -> Iterator[SlotValue]:
    """Read who keeps the school, whatever it is called: "a maintained infant school", "it's state funded"."""
    if "eligible_establishment_type" in found or "early_years_setting" in found:
        return
    match = _STATE.search(reading.lower)
    if match and (is_to_come(reading.lower, match.start()) or _QUOTES.search(reading.lower[: match.start()])):
        return
    if match and (not reading.in_question(match.start()) or _OWN_PLACE.search(reading.lower[: match.start()])):
        denied = is_negated(reading.lower, match.start(), match.end())
        hedged = is_hedged(reading.lower, match.start(), match.end())
        yield SlotValue("eligible_establishment_type", not denied, match.start(), match.end(), hedged)
        if _KIND_OF_SCHOOL.search(match.group()) and "work_setting" not in {*found, *reading.known}:
            yield SlotValue("work_setting", _SCHOOL, match.start(), match.end(), hedged)


def _find_council_teacher(reading: Reading) -> Iterator[SlotValue]:
    match = _COUNCIL.search(reading.lower)
    is_supply = any(mention.value == "supply_teacher" for mention in reading.of_kind("role"))
    if match and (is_supply or _SEVERAL.search(reading.lower)):
        yield SlotValue("work_setting", "another_setting", match.start(), match.end())
        yield SlotValue("employment_type", "local_authority_supply_teacher", match.start(), match.end())


def _is_denied(reading: Reading, mention: Mention) -> bool:
    before = reading.lower[: mention.start]
    return (
        is_negated(reading.lower, mention.start, mention.end)
        or (bool(_OTHERS.search(before)) and not reading.supposes)
        or bool(_QUOTES.search(before))
        or bool(_IN_PASSING.search(before) and _SAYS_SO.match(reading.lower[mention.end :]))
        or bool(_NO_PLACE.match(reading.lower[mention.end :]))
        or (is_to_come(reading.lower, mention.start) and not reading.supposes)
    )


def _is_of_a_school(reading: Reading, mention: Mention) -> bool:
    """Return whether "council" only says who keeps a school: "a council junior school", "council run"."""
    return mention.value == "local_authority_office" and bool(_KEEPS.match(reading.lower[mention.end :]))


def _is_register(reading: Reading, mention: Mention) -> bool:
    """Return whether "Ofsted" is named as the inspector, not as an employer."""
    before = reading.lower[: mention.start]
    return mention.text.lower() == "ofsted" and not re.search(r"\b(?:work (?:for|at)|employed by)\s+$", before)


def _find_registrations(reading: Reading) -> Iterator[SlotValue]:
    if match := _NO_OFSTED.search(reading.lower):
        yield SlotValue("has_ofsted_urn", False, match.start(), match.end())
    elif (match := _OFSTED.search(reading.lower)) and not reading.in_question(match.start()):
        yield SlotValue("has_ofsted_urn", True, match.start(), match.end())
