"""Answers that are worked out and not looked up: the SENCO's deadline, and the gate of the primary maths course."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.wording import whom
from advisor.core.courses import LEADING_PRIMARY_MATHS, SENCO
from advisor.core.facts import FactSet
from advisor.core.truth import Truth
from advisor.dialogue.asking import Ask
from advisor.dialogue.state import SELF
from advisor.rules.senco_deadline import Deadline, senco_deadline, start_in_time
from advisor.rules.suitability import may_take
from advisor.turn.entries import answer_from, standing
from advisor.turn.facts import facts_of
from advisor.turn.findings import ground_finding, say_finding
from advisor.turn.needs import Turn
from advisor.turn.running import running_part

_LAW = "policy-senco-law"
_NOT_SETTLED = "policy-senco-law.8"  # no source says whether the duty holds in a special or independent school
_ELSEWHERE, _MAINSTREAM = "faq-senco-special", "faq-senco-mandatory"
_WORDS = 90
_NOT_ASKED = {
    "appointed_before_the_duty": "No, with the start you gave the law does not ask {whom} for the qualification, though {they} may take it."
}
_NOT_NEEDED = "No, {whom} {do} not need the NPQ for SENCOs as well."
_BEGUN = re.compile(
    r"\b(?:npq\w*|course|it)\b[^.?!]{0,15}\b(?:start|began|begun)\w*[^.?!]{0,10}$|\b(?:start|began|begun)\w*[^.?!]{0,15}\b(?:npq\w*|course|it)\b[^.?!]{0,10}$"
)
_DEADLINE = re.compile(
    r"\b(?:deadline|by when|when by|when (?:must|do|should|does|will|have)|how long (?:do|have|has)|must (?:i|she|he|they) (?:hold|have)|"
    r"(?:rule|law|duty|requirement)s? (?:still )?(?:apply|applies)|must (?:i|she|he|they|our senco) (?:get|do|take)|don't have to|dont have to|do not have to|do i (?:need|have to|still need)(?! (?:to )?(?:pay|fund|apply|register|travel|attend))|does (?:she|he) (?:need|have to)(?! (?:to )?(?:pay|fund|apply|register|travel|attend))|three years|3 years|till 20\d\d|until 20\d\d|by 20\d\d|too late|in time|make it|makes it|in trouble|what if (?:i|she|he) (?:start|begin)\w*|have to (?:hold|have|finish|complete)|time limit|run out|"
    r"how long (?:do|does|did|will|would|have|has|am|is) (?:i|we|she|he|they|you|it)(?: \w+)? (?:get|got|give|gives|given|have|allow|allowed)|"
    r"if (?:i|she|he|we|they) (?:only |just |do |then )*(?:start|begin)\w*|(?:right|wrong) side of|(?:will|would|does|do) (?:a|an|my|her|his|the) start\b)\b"
)

_TO_TAKE_IT = re.compile(r"\bto be (?:an? |the )?\w+(?: \w+)? to (?:do|take|apply|join|get on|study)\b")
"""Asks what one must be for the course, and nothing of the law."""
_OBLIGED = re.compile(
    r"\bmust (?:i|she|he|they|we)\b|\b(?:do|does|did) (?:i|she|he|they|we)(?: \w+)? (?:have to (?:do|take|hold|get|have|gain|pass)|need(?= (?:to (?:do|take|hold|get|have|gain|pass)|it|this|the (?:\w+ )?(?:npq\w*|qualification|course))\b|\W*$))\b|\b(?:am|is|was|are|be|being) (?:\w+ ){0,3}?(?:required|compulsory|mandatory|obligatory|necessary)\b|"
    r"\b(?:make|makes|making|force\w*|oblige\w*) (?:me|her|him|them|us|somebody|someone)\b|\binsist\w*\b|\b(?:need|have) to do (?:it|this|the npq\w*|this npq)\b"
)
"""Asks whether one is obliged at all."""


def special_part(ask: Ask, turn: Turn) -> Part | None:
    """Return a worked-out answer where one is asked for and the facts allow it, else None."""
    if (running := running_part(ask, turn)) is not None:
        return running
    facts = facts_of(turn.state.person)
    about_senco = SENCO in (*ask.courses, *turn.state.courses) or facts.get("role") == "senco" or ask.wants("senco_law")
    about_senco = about_senco and (not ask.courses or SENCO in ask.courses)
    if about_senco and (_asks_for_duty(ask) or _tells_start(ask, turn)):
        deadline = senco_deadline(facts, turn.as_of)
        unsettled = _is_unsettled(facts)
        if deadline.hold_by is not None or deadline.duty is Truth.FALSE or len(deadline.findings) > 1:
            part = _deadline_part(deadline, _autumns_named(ask, turn), turn)
            caution = standing(turn.needs.base, (_NOT_SETTLED,)) if unsettled else ()
            return replace(part, said=(*caution, *part.said))
        if ask.is_question and (
            unsettled or (_OBLIGED.search(ask.text.lower()) and facts.get("senco_in_role") == "yes")
        ):
            entry = turn.needs.base.entries[_ELSEWHERE if unsettled else _MAINSTREAM]
            return answer_from(entry, ask.text, _WORDS, turn.state.said)
    told_mastery = "maths_understanding" in facts or "maths_mastery_year_completed" in facts
    if (
        LEADING_PRIMARY_MATHS in ask.courses
        and told_mastery
        and not ask.wants("content", "length", "assessment", "providers")
    ):
        return _gate_part(turn)
    return None


def _is_unsettled(facts: FactSet) -> bool:
    """Return whether the workplace is one for which no source says that the duty holds: they all name mainstream schools."""
    setting = facts.get("work_setting")
    elsewhere = setting not in (None, "a_school", "an_academy_trust", "other")
    return elsewhere or facts.get("phase") == "special" or facts.get("eligible_establishment_type") is False


def _tells_start(ask: Ask, turn: Turn) -> bool:
    """Return whether a message only tells since when somebody is SENCO: by when they must have the course is what follows."""
    start = turn.state.person.facts.get("senco_start")
    told = start is not None and start.turn == turn.state.turn
    return told and not ask.is_question and not ask.carried and not ask.cues


def _autumns_named(ask: Ask, turn: Turn) -> tuple[int, ...]:
    """Return the autumns in which the course was or might be begun: those asked about or told, else the one held."""
    facts = turn.state.person.facts
    held = (str(facts["cohort_id"].value),) if "cohort_id" in facts else ()
    named = ask.cohorts or _told_begun(ask.whole or ask.around or ask.text, turn) or held
    return tuple(int(cohort[:4]) for cohort in named if cohort.endswith("b"))


def _told_begun(text: str, turn: Turn) -> tuple[str, ...]:
    """Return the intakes in which the text says that a course was begun; the start of the post is none."""
    post = turn.state.person.facts.get("senco_start")
    return tuple(
        mention.value
        for mention in turn.needs.lexicon.names.find(text)
        if mention.kind == "cohort"
        and _BEGUN.search(text[: mention.start].lower())
        and (post is None or mention.text.lower() not in post.quote.lower())
    )


def _asks_for_duty(ask: Ask) -> bool:
    """Return whether the duty of SENCOs is asked about, and not how long the course takes or what it is like."""
    if _TO_TAKE_IT.search(ask.text.lower()):
        return False
    if _DEADLINE.search(ask.text.lower()) or _OBLIGED.search(ask.text.lower()):
        return not ask.cues & {"length", "content", "assessment", "providers", "cost"}
    return ask.wants("senco_law") and not ask.cues & {
        "length",
        "content",
        "assessment",
        "providers",
        "cost",
        "recommend",
        "dates",
    }


def _deadline_part(deadline: Deadline, autumns: tuple[int, ...], turn: Turn) -> Part:
    said: list[Said] = []
    who = whom(turn.subject)
    they = "you" if turn.subject == SELF else "they"
    if deadline.hold_by is not None:
        law = deadline.findings[0]
        day = f"{deadline.hold_by.day} {deadline.hold_by:%B %Y}"
        # The day stands in the ground too: a sentence with a figure that its ground lacks is not said.
        counted = f"{law.text} By our arithmetic, from the start you gave, that day is {day}."
        ground = ground_finding("senco-deadline", counted, law.sources)
        due = f"{who[0].upper()}{who[1:]} must hold the SENCO qualification by {day} if {they} are still SENCO then, the third anniversary of starting."
        past = f"The day by which {who} had to hold the SENCO qualification has passed: it was {day}, the third anniversary of starting."
        said.append(Said(past if deadline.hold_by < turn.as_of else due, (ground,)))
    if deadline.duty is Truth.FALSE:
        held = deadline.findings[0]
        ground = ground_finding(f"senco-deadline-{held.reason}", held.text, held.sources)
        text = _NOT_ASKED.get(held.reason, _NOT_NEEDED).format(whom=who, they=they, do="do" if they == who else "does")
        said.append(Said(text, (ground,)))
    starts = [start_in_time(autumn, deadline.hold_by) for autumn in autumns] if deadline.hold_by is not None else []
    said += [say_finding(f"senco-deadline-{f.reason}-{f.text[:24]}", f.text, f.sources) for f in starts]
    said += [say_finding(f"senco-deadline-{f.reason}", f.text, f.sources) for f in deadline.findings]
    if deadline.in_time is Truth.FALSE and not any(start.truth is Truth.TRUE for start in starts):
        text = (
            "Tell your headteacher and your provider now, because the school's responsible authority carries the duty."
        )
        law = deadline.findings[0]
        said.append(Said(text, (ground_finding("senco-duty", law.text, law.sources),)))
    return Part("answer", tuple(said), courses=(SENCO,), entry=_LAW)


def _gate_part(turn: Turn) -> Part:
    suitability = may_take(LEADING_PRIMARY_MATHS, facts_of(turn.state.person))
    deciding = suitability.findings[0]
    said = [say_finding(f"suitability-{deciding.reason}", deciding.text, deciding.sources)]
    if suitability.truth is Truth.FALSE:
        text = "So you could not register for NPQLPM yet: start with Teaching for Mastery through your Maths Hub, then come back to it."
        said.insert(0, Said(text, (ground_finding("suitability-mastery", deciding.text, deciding.sources),)))
    said.append(say_finding("suitability-provider", suitability.findings[-1].text, suitability.findings[-1].sources))
    return Part("answer", tuple(said), courses=(LEADING_PRIMARY_MATHS,))
