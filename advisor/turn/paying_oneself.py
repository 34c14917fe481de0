"""Answer whether somebody may take a course who pays for it, and whether a place already paid for can become a funded one."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.selecting import without_yes_or_no
from advisor.answering.verdicts import STANDING_PAY
from advisor.core.earlier import PriorApplication
from advisor.dialogue.state import KnownValue
from advisor.rules.verdict import Outcome
from advisor.turn.answered import Answered, Wanted
from advisor.turn.eligible import may_take_part
from advisor.turn.entries import answer_from, standing
from advisor.turn.facts import facts_of
from advisor.turn.funding import answer_funding
from advisor.turn.needs import Turn

_WHO = r"(?:i|we|she|he|they|you|someone|somebody|anyone|(?:my|our|her|his|the) (?:school|trust|head|deputy|\w+))"
_IS_PAID = (
    r"(?:pay|pays|paid|paying|self[- ]?fund\w*|fund(?:s|ed)? (?:it|(?:my|her|him|them|our)sel\w+)|cover(?:s|ed)? (?:the|it)|"
    r"(?:my|her|his|their|our) own (?:cost|money|expense|pocket))"
)
_MAY = rf"\b(?:can|could|may|might|would|am|is|are|be)\b[^.?!]{{0,12}}\b{_WHO}\b"
_TAKE = r"\b(?:do|take|join|start|go on|get on|get onto|apply|have|study|register|enrol|still (?:do|take)|allowed|eligible)\b"
_IF_PAID = re.compile(
    rf"{_MAY}[^.?!]{{0,40}}{_TAKE}[^.?!]{{0,40}}\b(?:if|when|as long as|provided|by|and|but|while|where|at|for)\b[^.?!]{{0,25}}\b{_IS_PAID}\b|"
    rf"\b(?:if|by|when) (?:{_WHO} )?(?:\w+ ){{0,2}}{_IS_PAID}\b[^.?!]{{0,30}},? (?:then )?{_MAY}[^.?!]{{0,30}}{_TAKE}|"
    rf"{_MAY} (?:\w+ ){{0,2}}self[- ]?fund\b|\b(?:is|are) (?:it|npq\w*|the course|they) (?:still )?(?:open|available|possible)[^.?!]{{0,30}}\b(?:if|to)\b[^.?!]{{0,25}}\b{_IS_PAID}\b"
)
_HALF = re.compile(
    r"\b(?:half|part|share|split|later|again|back|extra|resit\w*|how much|refund\w*|instal\w*|monthly)\b"
)
"""Asks of the paying, and not of whether one may take it."""
_OF_MONEY = re.compile(
    r"\b(?:for|get|have|receive|claim) (?:the |dfe |any |a )?(?:funding|scholarships?|money|funded)\b|\b(?:dfe|government|department) (?:pays?|covers?|funds?|cover|pay|fund)\b|\b(?:does|will|would|can) (?:the )?(?:dfe|government)\b|"
    r"\b(?:paid|self[- ]?funded|funded|paying)(?: for)? (?:my|her|his|their|the) (?:last|previous|first|old|other|npq\w*)\b|\beligible for funding\b"
)
"""Asks of DfE's money, or tells who paid for an earlier NPQ."""
_INTO_FUNDED = re.compile(
    r"\b(?:switch\w*|chang\w*|mov\w*|convert\w*|turn\w*|swap\w*|transfer\w*|upgrad\w*|made|put)\b[^.?!]{0,25}\b(?:to|into|onto|for|on)\b[^.?!]{0,12}"
    r"\b(?:scholarships?|funded|(?:dfe|government) (?:money|funding|funded)|funding|free)\b"
)
_PAYS_FOR_IT = re.compile(
    r"\b(?:can|could|will|would|does|do|did|should|might)(?:n[’']?t)? (?:the )?(?:dfe|department|government|they|scholarship)\b[^.?!]{0,15}\b(?:pay|cover|fund)\b[^.?!]{0,8}\b(?:it|this|that|mine|my place)\b|"
    r"\b(?:is|was|can|could|will|would) (?:it|this|that|mine|my place)\b[^.?!]{0,15}\b(?:be )?(?:paid|covered|funded|free)\b"
)
"""Asks of the place itself, where that is one that is held."""
_UNFUNDED_INTAKE = "unfunded_cohort"
_SWITCHING = "faq-funded-place-by-mistake"


def of_paying_oneself(wanted: Wanted) -> Answered | None:
    """Return whether the course may be taken by whoever pays for it: the rules of funding stand in nobody's way there."""
    ask, turn = wanted.ask, wanted.turn
    words = (ask.own or ask.text).lower()
    if len(ask.courses) != 1 or not _IF_PAID.search(words) or _HALF.search(words) or _OF_MONEY.search(words):
        return None
    part, verdicts = may_take_part(ask, turn)
    first, rest = part.said[:1], part.said[1:]
    who_pays = [without_yes_or_no(said) for said in rest[-1:]] if verdicts else []
    pay = standing(turn.needs.base, (STANDING_PAY,))
    said = (*first, *pay, *(rest[:-1] if verdicts else rest)[:2], *who_pays)
    part = replace(part, said=said, statement_ids=(*part.statement_ids, STANDING_PAY))
    return Answered(part, verdicts, facts_of(turn.state.person), intents=wanted.intents)


def of_a_place_paid_for(wanted: Wanted) -> Answered | None:
    """Return whether the place somebody is on and pays for can be a funded one: that hangs on the intake it is of."""
    ask, turn = wanted.ask, wanted.turn
    words = (ask.own or ask.text).lower()
    changes = bool(_INTO_FUNDED.search(words))
    if not changes and not _PAYS_FOR_IT.search(words):
        return None
    held = [
        each
        for each in _places(turn)
        if each.training_status == "active" and each.cohort_id and (not ask.courses or each.course in ask.courses)
    ]
    if len(held) != 1 or held[0].cohort_id is None:
        return None
    person = turn.state.person
    # The place itself is no earlier one that stands in its own way.
    facts = {name: known for name, known in person.facts.items() if name != "prior_applications"}
    facts["cohort_id"] = KnownValue(value=held[0].cohort_id, turn=turn.state.turn, quote="")
    there = replace(turn, state=turn.state.with_person(person.model_copy(update={"facts": facts})))
    funding = answer_funding(there, (held[0].course,))
    if not changes and funding.verdicts[0].reason != _UNFUNDED_INTAKE:
        return None
    if funding.verdicts[0].outcome is not Outcome.NOT_ELIGIBLE:
        entry = turn.needs.base.entries[_SWITCHING]
        return Answered(answer_from(entry, ask.text, wanted.words, turn.state.said), intents=("registering",))
    return Answered(funding.part, funding.verdicts, funding.facts, intents=("funding",))


def _places(turn: Turn) -> tuple[PriorApplication, ...]:
    """Return the places on NPQs that somebody has told of."""
    told = facts_of(turn.state.person).get("prior_applications")
    return tuple(each for each in told if isinstance(each, PriorApplication)) if isinstance(told, tuple) else ()
