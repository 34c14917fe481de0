"""Read what a message tells: facts in its words, and the answer to the adviser's own question.

What it asks is `understanding.py`'s part, what is kept of it `keeping.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from advisor.core.fact import label_of_another
from advisor.core.facts import FACTS
from advisor.dialogue.slots.answers import (
    SELF_PAID,
    is_half_sure,
    no_longer_or_not_yet,
    read_answer,
    says_in_a_sentence,
    starts_plainly,
    years_in_post,
)
from advisor.dialogue.slots.beside import is_of_another_place
from advisor.dialogue.slots.cohort import find_cohorts
from advisor.dialogue.slots.listed import says_listed
from advisor.dialogue.slots.lists import find_lists
from advisor.dialogue.slots.person import find_person
from advisor.dialogue.slots.place import find_places
from advisor.dialogue.slots.prior import find_prior
from advisor.dialogue.slots.prior_again import find_prior_again
from advisor.dialogue.slots.setting import LIST_FACTS, find_settings
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.slots.specials import find_specials
from advisor.dialogue.slots.taken_back import find_taken_back
from advisor.dialogue.state import DialogueState, Pending, Person
from advisor.dialogue.text.inferring import infers_nothing

_FINDERS = (
    find_places,
    find_settings,
    find_lists,
    find_cohorts,
    find_prior,
    find_prior_again,
    find_person,
    find_specials,
)
_TRIED_OUT = re.compile(
    r"(?<!to )(?<!should )(?<!must )\b(?:suppose|supposing|imagine|assume|assuming|say|if)\s+(?:that\s+)?(?:i|we|she|he|they)\s+(?:just\s+|actually\s+)?(?:did|took|started|began)\s+(?:it|that|this|one)\b"
    r"(?![^.?!]*\b(?:already|before|last|ago|previously|earlier|back in|in the past|once|failed|passed|finished|withdrew|completed|again)\b)"
)
"""Said of what is to come; with a time gone by or an end it is of the past."""
_FIRST_YEARS = 5
_FEW = 2
_ON_IT = re.compile(r"\bon (?:it|there|that(?: one| list)?)\b|\b(?:un)?listed\b|\bthere\b")
_PUTS_RIGHT = re.compile(
    r"^\W*(?:oh |o |no |ok )*(?:wait|hang on|hold on|sorry|actually|correction|scrap that|found it)\b"
)
_MAY_BE_LOST = ("has_ofsted_urn", "itt_provider_approved")
_STARTS = ("senco_start", "headship_start")
_EARLIER = ("prior_applications", "prior_npqs")
_PASSED_SINCE = re.compile(r"\b(?:retook|resat|re-?took|then passed|now hold|hold|second (?:go|time|attempt))\b")
_YES_NO_WITH = re.compile(
    r"^\W*(?:(?P<no>no|nope|nah)|(?:yes|yeah|yep|yup|ye))\s+(?:(?:an?|the|its|it's|it is)\s+)?(?=\w)"
)


def find_workplace(reading: Reading) -> tuple[SlotValue, ...]:
    """Return what a message tells of a workplace: where it is, of what kind, and on which lists."""
    return tuple(slot for finder in (find_places, find_settings, find_lists) for slot in finder(reading))


def read_slots(reading: Reading, state: DialogueState) -> tuple[tuple[SlotValue, ...], Pending | None, bool]:
    """Return the facts told, the adviser's question that they answer, and whether the answer was that one is not sure."""
    pending = _asked(reading, state)
    if pending is not None and (label := _label_chosen(reading.text, pending)) is not None:
        # A label names examples ("such as a hospital school"): choosing it tells its own value and nothing beside.
        picked = _prior_from_choice(label, pending.course) if pending.fact == "prior_applications" else label
        return (SlotValue(pending.fact, picked, 0, len(reading.text)),), pending, False
    start, end = find_taken_back(reading.lower) or (0, 0)
    found = [slot for finder in _FINDERS for slot in finder(reading) if slot.fact in FACTS]
    slots = _once(reading, [s for s in found if not start <= s.start < end and not _is_only_tried_out(s, reading)])
    pending = pending or _told_of_open(slots, state)
    if pending is None or pending.fact not in FACTS:
        return tuple(slots), None, False
    if told := [slot for slot in slots if slot.fact == pending.fact]:
        return tuple(slots), pending, all(slot.hedged for slot in told)
    if (otherwise := _told_otherwise(reading, pending)) is not None:
        return (*slots, otherwise, *_held_by_the_list(otherwise, reading)), pending, False
    first = reading.segments[0].text if reading.segments else reading.text
    answer = read_answer(reading.text, FACTS[pending.fact].choices) or read_answer(first, FACTS[pending.fact].choices)
    if (
        answer is not None
        and answer.sure
        and slots
        and any(isinstance(choice.value, bool) for choice in FACTS[pending.fact].choices)
    ):
        # "We are in RISE" tells of RISE; it is no yes to "Do you work in England?".
        plain = starts_plainly(reading.text) or says_in_a_sentence(reading.text)
        answer = answer if plain and not _tells_another(reading, pending, slots) else None
    if answer is None or _is_no_answer(reading, pending, answer.sure, bool(slots)):
        return tuple(slots), None, False
    if not answer.sure:
        return tuple(slots), pending, True
    chosen: object = answer.value
    if pending.fact == "prior_applications":
        chosen = _prior_from_choice(str(answer.value), pending.course)
    if pending.fact == "course":
        return tuple(slots), pending, False
    return (*slots, SlotValue(pending.fact, chosen, 0, len(first))), pending, False


def _is_only_tried_out(slot: SlotValue, reading: Reading) -> bool:
    """Return whether an NPQ said to be done is one that somebody only thinks of doing: "suppose I did it this autumn"."""
    return slot.fact == "prior_applications" and any(
        match.start() <= slot.end and slot.start <= match.end() for match in _TRIED_OUT.finditer(reading.lower)
    )


def _held_by_the_list(told: SlotValue, reading: Reading) -> tuple[SlotValue, ...]:
    """Return what being on the list of schools says of a workplace of which nothing is told: that it is a school."""
    if told.fact != "on_pp50_school_list" or told.value is not True or {"work_setting", "nation"} & set(reading.known):
        return ()
    return (SlotValue("work_setting", "a_school", told.start, told.end),)


def _asked(reading: Reading, state: DialogueState) -> Pending | None:
    """Return the question that the message may answer: the last one, or one on a list where the words speak of that."""
    asked = state.pending
    if asked is None or asked.fact in LIST_FACTS:
        return asked or _still_open(reading, state)
    # "Yes we are" answers what was asked; "wait, we're on it" goes back to the list.
    goes_back = says_listed(reading.lower, supposes=reading.supposes) is not None and (
        _ON_IT.search(reading.lower) or _PUTS_RIGHT.match(reading.lower)
    )
    return (_still_open(reading, state) if goes_back else None) or asked


def _still_open(reading: Reading, state: DialogueState) -> Pending | None:
    """Return the question on a list asked some turns ago, where "found it, we're on it" or a word or two goes back to it."""
    told = says_listed(reading.lower, supposes=reading.supposes) is not None
    if state.still_open is not None:
        return state.still_open if told or len(reading.lower.split()) <= _FEW else None
    return _list_told_last(state) if told and not any(reading.of_kind("list")) else None


def _list_told_last(state: DialogueState) -> Pending | None:
    """Return the list spoken of last: "sorry, we're not on it" puts right what was told of it.

    Who was just told what the list is, or how to look, comes back with "ok, it is on there".
    """
    told = {name: known.turn for name, known in state.person.facts.items() if name in LIST_FACTS}
    if told:
        return Pending(fact=max(told, key=lambda name: told[name]))
    return Pending(fact=_list_of(state.person)) if "lists" in state.topics else None


def _list_of(person: Person) -> str:
    """Return the list that counts for somebody's kind of workplace; a school's where none is told."""
    if person.facts.get("early_years_setting") is not None:
        return "on_childminder_list"
    setting = person.facts.get("work_setting")
    return (
        "on_pp50_fe_list"
        if setting is not None and setting.value == "a_16_to_19_educational_setting"
        else "on_pp50_school_list"
    )


def _told_of_open(slots: list[SlotValue], state: DialogueState) -> Pending | None:
    """Return the question asked some turns ago that these facts answer."""
    told = {slot.fact for slot in slots if not slot.hedged}
    return state.still_open if state.still_open is not None and state.still_open.fact in told else None


def _once(reading: Reading, slots: list[SlotValue]) -> list[SlotValue]:
    """Return the facts without intakes that date a post or an earlier NPQ, and without an NPQH held that was failed."""
    dates = [(slot.start, slot.end) for slot in slots if slot.fact in _STARTS]
    earlier = [each for slot in slots if slot.fact in _EARLIER for each in _records(slot)]
    once = sum(1 for _ in reading.of_kind("cohort", "cohort_relative")) == 1
    had_in = {each.get("cohort_id") for each in earlier} if once else set()
    failed = any(each.get("name") == "npqh-legacy" and each.get("status") == "failed" for each in earlier)
    failed = failed and not (any("course" in each for each in earlier) or _PASSED_SINCE.search(reading.lower))
    return [
        slot
        for slot in slots
        if not (slot.fact == "npqh_stage" and slot.value == "completed_npqh" and failed)
        and not (slot.fact == "cohort_id" and slot.value in had_in)
        and (slot.fact != "cohort_id" or not any(slot.start < end and start < slot.end for start, end in dates))
    ]


def _records(slot: SlotValue) -> list[Mapping[str, object]]:
    return [each for each in slot.value if isinstance(each, Mapping)] if isinstance(slot.value, list) else []


def _tells_another(reading: Reading, pending: Pending, slots: list[SlotValue]) -> bool:
    """Return whether "no RISE" or "yes a community primary" tells of that and says nothing of what was asked."""
    match = _YES_NO_WITH.match(reading.lower)
    if match is None:
        return False
    own = [slot for slot in slots if slot.start == match.end()]
    if match["no"]:
        return any(slot.value is False or slot.value == [] for slot in own)
    return pending.fact in LIST_FACTS and bool(own)


def _is_no_answer(reading: Reading, pending: Pending, sure: bool, tells_more: bool) -> bool:
    """Return whether words that fit a choice are no answer all the same."""
    if infers_nothing(reading.text):
        return True  # "so no chance" concludes from what we said
    if tells_more and pending.fact == "aims":
        return True  # "sorry, I meant head of department" tells the role; a word shared with a choice is chance
    if (
        pending.fact in LIST_FACTS
        and not starts_plainly(reading.text)
        and is_of_another_place(reading.lower, len(reading.lower))
    ):
        return True  # "my last school was"
    asks = bool(reading.segments) and reading.segments[0].asks
    # "Not sure if I'm on that list" sounds like a question and is the answer "I don't know".
    return asks and (sure or "?" in reading.text)


def _told_otherwise(reading: Reading, pending: Pending) -> SlotValue | None:
    """Read an answer that is neither yes nor no nor a choice: years of headship, or who paid."""
    span = (0, len(reading.text))
    if pending.fact == "in_first_five_years_of_headship" and (years := years_in_post(reading.text)) is not None:
        return SlotValue(pending.fact, years <= _FIRST_YEARS, *span)
    if pending.fact in _MAY_BE_LOST and no_longer_or_not_yet(reading.text) and not starts_plainly(reading.text):
        return SlotValue(pending.fact, False, *span)
    if pending.fact in LIST_FACTS and (told := says_listed(reading.lower, supposes=reading.supposes)) is not None:
        doubted = is_half_sure(
            _sentence_at(reading.lower, told[1][0])
        )  # "we're on it! so presumably both of us" is sure
        # "Bottom half for pupil premium, so not on that one" tells of that list, though RISE was asked about.
        of_another = any(m.value != pending.fact and m.end <= told[1][0] for m in reading.of_kind("list"))
        return None if doubted or of_another else SlotValue(pending.fact, told[0], *told[1])
    if pending.fact == "prior_applications" and SELF_PAID.search(reading.lower):
        return SlotValue(pending.fact, _prior_from_choice("self_funded", pending.course), *span)
    return None


def _sentence_at(lower: str, place: int) -> str:
    """Return the sentence that a place lies in."""
    left = max(lower.rfind(mark, 0, place) for mark in ".?!;\n") + 1
    return (
        re.split(r"[.?!;\n]", lower[left:], maxsplit=1)[0]
        if lower[left:place].strip()
        else lower[left:].split("!", maxsplit=1)[0]
    )


def says_label(reading: Reading, state: DialogueState) -> bool:
    """Return whether a message is one of the choices offered, word for word."""
    return state.pending is not None and _label_chosen(reading.text, state.pending) is not None


def _label_chosen(text: str, pending: Pending) -> str | bool | None:
    """Return the value of the choice whose label is the whole message; a course is read from its name like any other."""
    if pending.fact not in FACTS or pending.fact == "course":
        return None
    choices = FACTS[pending.fact].choices
    labels = {label.lower(): c.value for c in choices for label in (c.label, label_of_another(c))}
    return labels.get(text.strip().lower())


def _prior_from_choice(choice: object, course: str | None) -> list[dict[str, object]]:
    if choice in ("none", "False", False) or course is None:
        return []
    funded = choice in ("funded", "True", True)
    record: dict[str, object] = {"course": course, "status": "accepted", "funded_place": funded}
    return [record | {"eligible_for_funding": True} if funded else record]
