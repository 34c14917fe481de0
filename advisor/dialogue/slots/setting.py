"""Read what kind of workplace somebody has, and what that says for the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from advisor.dialogue.slots.beside import is_of_a_friend, is_of_another_place, is_quoted
from advisor.dialogue.slots.council_teacher import find_council_teacher
from advisor.dialogue.slots.keeper import OF_ALL_SUCH, asks_meaning, asks_of_kind, find_keepers, stands_as_kind
from advisor.dialogue.slots.kept import EARLY_YEARS, SCHOOL, SIXTEEN, Told, kept_by, only_tells_kind
from advisor.dialogue.slots.named_place import find_named_school, with_names_read
from advisor.dialogue.slots.nursery import (
    find_school_nursery,
    is_instead_of_school,
    is_part_of_school,
    is_school_itself,
)
from advisor.dialogue.slots.ofsted_number import find_ofsted_number
from advisor.dialogue.slots.place import find_places
from advisor.dialogue.slots.polarity import is_hedged, is_negated, is_over, is_to_come
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
WHERE_FACTS = frozenset(
    {"works_in_england", "work_setting", "eligible_establishment_type", "early_years_setting", "employment_type"}
)
"""What tells where somebody works, whatever is known of it beside."""
LIST_FACTS = ("on_pp50_school_list", "on_pp50_fe_list", "on_rise_list", "on_childminder_list")

_OTHERS = re.compile(
    r"\b(?:not|isn't|rather than|instead of|unlike|left|used to|previously|formerly|moved from|was|gave up|given up|stopped|no longer|quit)\b"
    r"(?:(?!\bbut\b|\bnow\b|\bto an?\b|\s-+\s)[\w\s'-]){0,25}$"
)
_NO_PLACE = re.compile(
    r"\s+(?:leave|trained|qualified)\b|(?<=schools)\s+(?:programmes?|liaison|outreach|workshops?|visits?|part(?:y|ies)|trips?|groups?|bookings?|offer|engagement)\b|"
    r"(?<=school)\s+(?:parties|visits|liaison|outreach|improvement|trips|groups|bookings|workshops)\b"
)
"""After "mat" or "overseas": maternity leave, and where somebody trained, are no workplace; nor who comes to a museum."""
_NO_OTHER_JOB = re.compile(r"\s+(?:yet|lined up|there|secured|sorted|to go to|offer|over there|back home)\b")
"""Of somebody in work: "thinking of coming back, no job yet"."""
_BACK = re.compile(
    r"(?:\s[\w'-]+){0,3}\s(?:back|returning|returned|returns|again)\b(?!\s+(?:soon|next|later|one day|at some point))"
)
"""Of somebody at work again: "retired head coming back as SENCO"."""
_ONLY_PAYS = re.compile(
    r"\b(?:paid|funded|placed|commissioned|sent|referred|bought|met|financed|covered)(?: for)? (?:for )?by (?:the |our |their |local |home |various |different )*$|\bplacements? from (?:the |our |local )*$"
)
"""A council that pays for places is nobody's workplace: "every place paid by councils"."""
_BEEN_THERE = re.compile(
    r"\b(?:friends?|mates?|people|pals|someone|somebody|met|know|knew|days|years) (?:\w+ ){0,3}(?:from|at|in) $|\bwent to (?:\w+ )?$|\bsince (?:\w+ )?$|\b(?:after|left|straight from) $|\bnational $"
)
"""Where somebody studied: "friends from college"."""
_SPEAKS = re.compile(r"\s+(?:says?|said|told|tells?|reckons?|wants?|sent|emailed|lets?|will let|gave|gives)\b")
"""Where somebody studies says something to its student: "uni says I can hand it in late"."""
_IN_PASSING = re.compile(
    r"\b(?:my|our) (?:wife|husband|partner|friend|mate|sister|brother|mum|neighbour)(?:'s)? (?:is|works|teaches|runs)\b[\w\s]{0,20}$"
)
_SAYS_SO = re.compile(
    r"[\w\s]{0,20}\b(?:and|who) (?:says?|said|reckons?|claims?|told me|tells me|heard|swears|insists?|thinks)\b"
)
"""Said of somebody whose word is passed on: "my wife is a childminder and says NPQs are free"."""
_A_LIST_OF = re.compile(r"\blists? (?:for|of|with)(?: (?:the|all|some|those|such))?\s*$")
_SIXTH_FORM = re.compile(r"(?:sixth|6th) ?form|post[- ]16")
_BARE_KINDS = (
    *("independent", "independant", "fee paying", "fee-paying", "private sector", "independent sector", "state sector"),
    *("state funded", "state-funded", "publicly funded", "publicly-funded"),
)
"""Names of a kind alone: a workplace only where they stand as one ("in the private sector", not "independent learning")."""
_FOR_THE_TRUST = re.compile(
    r"\b(?:(?:work|working|works|lead|role|job|post|employed) (?:for|by|across) (?:\w+ ){0,4}?(?:trust|mat)|central(?:ly)?|head office|trust (?:lead\w*|wide|ceo|director|office)|"
    r"ceo|chief exec\w*|(?:across|run|lead|oversee) (?:\w+ ){0,3}?(?:schools|academies|trust|mat)|trust-wide|executive (?:head|principal))\b"
)


def find_settings(reading: Reading) -> Iterator[SlotValue]:
    """Yield the workplace facts of the last setting asserted, who keeps it, and whether it has an Ofsted number."""
    keepers = tuple(find_keepers(reading))
    told = [m for m in reading.of_kind("setting") if not (_is_denied(reading, m) or _is_register(reading, m))]
    told = with_names_read(reading, told)
    told = [m for m in told if not (_is_generic(reading, m) and (len(told) > 1 or "work_setting" in reading.known))]
    asserted = [m for m in told if not only_tells_kind(reading, m, told, keepers)]
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
        facts |= {
            name: (value, mention.start, mention.end, hedged)
            for name, value in new.items()
            if not (hedged and facts.get(name, (None,))[0] == value)  # "nobody knows if the college is on it"
        }
    facts = _nursery_of_a_school(reading, asserted, facts)
    if not facts and "work_setting" not in reading.known and (span := find_named_school(reading)):
        facts = {"work_setting": (SCHOOL, *span, False)}
    facts |= kept_by(reading, facts, keepers)
    for name, (value, start, end, hedged) in facts.items():
        yield SlotValue(name, value, start, end, hedged)
    for mention in asserted[-1:]:
        yield SlotValue("setting", mention.value, mention.start, mention.end)
    yield from find_council_teacher(reading)
    yield from find_ofsted_number(reading)


def _told_of(mention: Mention, reading: Reading, facts: Mapping[str, Told]) -> Mapping[str, object]:
    """Return the facts that one mention adds to those before it; none where it says less than they do."""
    new = reading.setting_facts.get(mention.value, {})
    here = facts["work_setting"][0] if "work_setting" in facts else None
    setting = here or reading.known.get("work_setting")
    text = mention.text.lower()
    if mention.value == "state_school" and "school" not in text and setting:
        return {"eligible_establishment_type": True}  # "it's state funded" says who pays for it, not what it is
    if _is_part_of_named(mention, reading, here):
        return {}
    if here == SIXTEEN and mention.value in ("free_school", "academy"):
        return {"eligible_establishment_type": True}  # "16-19 maths school (the free school sort)"
    if mention.value == "academy_trust" and setting == SCHOOL and not _FOR_THE_TRUST.search(reading.lower):
        return {"eligible_establishment_type": True}  # "primary, one of six in our MAT": the school is the workplace
    if setting and mention.value == "charity":
        return {}  # "does it help that we're a charity": a school may be one too
    if is_school_itself(reading, mention) or is_instead_of_school(reading, mention):
        return new
    if setting and (mention.value in _WEAK or (new.get("work_setting") == "other" and here is not None)):
        return {}
    return new


def _is_part_of_named(mention: Mention, reading: Reading, here: object) -> bool:
    """Return whether a name is that of a part, or of what surrounds, the workplace named before."""
    text = mention.text.lower()
    if mention.value == "preschool_in_school" and here == SCHOOL:
        return True  # a nursery class of the school just named: who works there works in the school
    if here == "other" and text.endswith("schools"):
        return True  # an agency sends people to schools; it stays the employer
    if mention.value == "supply_agency" and reading.known.get("early_years_setting") == "childminder":
        return True  # a childminder agency
    if here == "an_academy_trust" and text.endswith(("schools", "academies", "primaries", "secondaries")):
        return True  # "trust HQ, 12 academies": what the trust runs
    if not _in_a_school(reading):
        return False
    nursery = mention.value in ("nursery_unknown", "maintained_nursery")
    return bool(_SIXTH_FORM.fullmatch(text)) or (nursery and is_part_of_school(reading, mention))


def _nursery_of_a_school(reading: Reading, asserted: Sequence[Mention], facts: dict[str, Told]) -> dict[str, Told]:
    """Return the facts with a nursery that is part of a school told as one, whoever else is named beside it."""
    setting = facts["work_setting"][0] if "work_setting" in facts else reading.known.get("work_setting")
    span = find_school_nursery(reading, asserted, setting == EARLY_YEARS)
    if span is None:
        return facts
    nursery = reading.setting_facts["preschool_in_school"]
    kept = {name: told for name, told in facts.items() if name == "eligible_establishment_type"}
    return kept | {name: (value, *span, False) for name, value in nursery.items()}


def _is_generic(reading: Reading, mention: Mention) -> bool:
    """Return whether a question speaks of all places of a kind: "do independent schools have to pay?"."""
    if not mention.text.lower().endswith(
        ("schools", "academies", "nurseries", "colleges", "primaries", "secondaries", "independents")
    ):
        return False
    return asks_of_kind(reading, mention.start) or bool(
        _A_LIST_OF.search(reading.lower[: mention.start]) or OF_ALL_SUCH.match(reading.lower, mention.end)
    )


def _in_a_school(reading: Reading) -> bool:
    """Return whether a school is named in the message or known."""
    told = (reading.setting_facts.get(mention.value, {}).get("work_setting") for mention in reading.of_kind("setting"))
    return SCHOOL in told or reading.known.get("work_setting") == SCHOOL


def _is_denied(reading: Reading, mention: Mention) -> bool:
    before = reading.lower[: mention.start]
    in_work = reading.known.get("works_in_england") is False or "work_setting" in reading.known
    return (
        is_negated(reading.lower, mention.start, mention.end)
        or (bool(_OTHERS.search(before)) and not reading.supposes)
        or (is_over(reading.lower, mention.start, mention.end) and not reading.supposes)
        or is_quoted(before)
        or is_of_another_place(reading.lower, mention.start)
        or is_of_a_friend(reading.lower, mention.start, mention.end)
        or _tells_of_no_place(reading, mention)
        or _is_put_right(reading, mention)
        or (mention.value == "local_authority_office" and bool(_ONLY_PAYS.search(before)))
        or (mention.text.lower() in ("college", "uni", "university") and bool(_BEEN_THERE.search(before)))
        or (mention.text.lower() in ("uni", "university") and bool(_SPEAKS.match(reading.lower[mention.end :])))
        or bool(_IN_PASSING.search(before) and _SAYS_SO.match(reading.lower[mention.end :]))
        or bool(_NO_PLACE.match(reading.lower, mention.end))
        or (mention.value == "not_working" and bool(_BACK.match(reading.lower[mention.end :])))
        or (mention.value == "not_working" and bool(_NO_OTHER_JOB.match(reading.lower[mention.end :])) and in_work)
        or (is_to_come(reading.lower, mention.start) and not reading.supposes)
    )


def _is_put_right(reading: Reading, mention: Mention) -> bool:
    """Return whether a place says otherwise: "on a base overseas... no, in Shropshire", "an English school in Madrid"."""
    if mention.value not in ("abroad", "school_abroad", "in_england"):
        return False
    told = [slot for slot in find_places(reading) if slot.fact == "works_in_england"]
    if mention.value == "in_england":
        return any(not slot.value for slot in told)
    return any(slot.value and slot.start > mention.start for slot in told)


def _tells_of_no_place(reading: Reading, mention: Mention) -> bool:
    """Return whether a word of a kind tells of something else: "independent learning", "what does state funded mean"."""
    if asks_meaning(reading.lower, mention.start, mention.end):
        return True
    bare = mention.text.lower() in _BARE_KINDS
    return bare and not stands_as_kind(reading.lower, mention.start, mention.end)


def _is_register(reading: Reading, mention: Mention) -> bool:
    """Return whether "Ofsted" is named as the inspector, not as an employer."""
    before = reading.lower[: mention.start]
    return mention.text.lower() == "ofsted" and not re.search(r"\b(?:work (?:for|at)|employed by)\s+$", before)
