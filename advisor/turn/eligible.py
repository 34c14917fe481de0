"""Answer "can I take it?": the gates of the form, whom the course is for, and that the provider judges the rest."""

from __future__ import annotations

from advisor.answering.said import Part, Said
from advisor.answering.selecting import content_words
from advisor.answering.verdicts import word_verdict
from advisor.answering.wording import course_in_sentence, whom
from advisor.core.courses import COURSES
from advisor.core.truth import Truth
from advisor.dialogue.asking import Ask
from advisor.dialogue.state import SELF
from advisor.rules.another import another
from advisor.rules.decision import decide
from advisor.rules.suitability import Suitability, may_take
from advisor.rules.verdict import Verdict
from advisor.turn.entries import standing
from advisor.turn.facts import cohort_of, facts_of, with_assumption
from advisor.turn.finding import names_ours
from advisor.turn.findings import ground_finding, say_finding
from advisor.turn.funding import knows_workplace, say_earlier
from advisor.turn.needs import Turn
from advisor.turn.routing import Candidate

_NO_TEACHERS = ("teaching_assistant", "hlta", "support_staff", "business_manager", "governor")
_EXACT = 0.74
_SAYS_ONLY_THAT = content_words("take do apply join start go allow eligible course also still please qualify")


def asks_to_take(ask: Ask, best: Candidate | None, turn: Turn) -> bool:
    """Return whether one course is asked about, may it be taken, and no entry is about just that.

    What somebody tells of an earlier NPQ or of a workplace outside England no entry takes into account.
    """
    if "eligibility" not in ask.cues or len(ask.courses) != 1 or ask.cues & {"funding", "providers"}:
        return False
    facts = facts_of(turn.state.person)
    of_themselves = (
        facts.get("role") in _NO_TEACHERS
        or bool({"prior_npqs", "has_qts"} & set(facts))
        or facts.get("works_in_england") is False
    )
    telling = of_themselves or bool(facts.get("prior_applications"))
    beside = (ask.whole or ask.text).replace(ask.text, "")
    says_no_more = not (content_words(ask.text) - _SAYS_ONLY_THAT - _names_of(ask.courses[0])) and not names_ours(
        beside, turn
    )
    return telling or says_no_more or best is None or best.entry.attribute is not None or best.similarity < _EXACT


def _names_of(course: str) -> frozenset[str]:
    named = COURSES[course]
    return content_words(f"{named.name} {named.code}") | {named.code.lower(), named.code.lower().removeprefix("npq")}


def may_take_part(ask: Ask, turn: Turn) -> tuple[Part, tuple[Verdict, ...]]:
    """Return whether they may take the course, whom it is for, and, where the workplace is known, who pays."""
    course = ask.courses[0]
    facts = facts_of(turn.state.person)
    suitability = may_take(course, facts)
    earlier = say_earlier(course, facts, positions=True)
    stands_against = another(course, facts).start is not Truth.TRUE and "prior_applications" in facts
    # What stands against starting it goes before whom the course is for.
    said = [*earlier, *_judged(suitability)] if stands_against else [_first(course, suitability, turn), *earlier]
    audience = turn.needs.base.attribute(course, "audience", turn.as_of)
    ids = (audience.statements[0].id,) if audience else ()
    said += standing(turn.needs.base, ids)
    gates = [
        f
        for f in suitability.findings[:-1]
        if f.truth is not Truth.TRUE or f.reason in ("senco_role_not_needed", "no_qts_needed", "open_from_abroad")
    ]
    said += [say_finding(f"suitability-{f.reason}", f.text, f.sources) for f in gates[:3]]
    verdicts: tuple[Verdict, ...] = ()
    if facts.get("works_in_england") is False or knows_workplace(turn):
        person = turn.state.person
        verdicts = (decide(course, with_assumption(facts, person), turn.as_of, cohort_of(person)),)
        said += word_verdict(verdicts[0], facts, turn.subject, short=True).said[:1]
    return Part("answer", tuple(said), None, ids, ask.courses), verdicts


def _judged(suitability: Suitability) -> list[Said]:
    judge = suitability.findings[-1]
    return [say_finding(f"suitability-{judge.reason}", judge.text, judge.sources)]


def _first(course: str, suitability: Suitability, turn: Turn) -> Said:
    judge = suitability.findings[-1]
    who, theirs = whom(turn.subject), "your" if turn.subject == SELF else "their"
    if suitability.truth is Truth.FALSE:
        gate = suitability.deciding
        return Said(
            f"Not as things stand: {gate.text}",
            (ground_finding(f"suitability-{gate.reason}", gate.text, gate.sources),),
        )
    text = f"Yes, {who} can apply for {course_in_sentence(course)}, and {theirs} provider decides whether it suits {theirs} role and experience."
    return Said(text, (ground_finding("suitability-provider_decides", judge.text, judge.sources),))
