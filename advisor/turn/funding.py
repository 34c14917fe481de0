"""Answer whether a fee is paid: verdicts by the rules, what they do not promise, and what to ask next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.answering.reasons import because_of
from advisor.answering.said import Part, Said, Table
from advisor.answering.selecting import without_yes_or_no
from advisor.answering.verdicts import (
    STANDING_REGISTER,
    STANDING_UNPUBLISHED,
    VerdictWords,
    ground_of,
    say_alike,
    word_verdict,
)
from advisor.answering.wording import cohort_in_sentence, join_words, whom
from advisor.core.courses import COURSES, EARLY_HEADSHIP_COACHING, LEADING_PRIMARY_MATHS
from advisor.core.facts import FactSet
from advisor.core.truth import Truth
from advisor.rules.another import another
from advisor.rules.decision import decide, decide_all
from advisor.rules.offers import load_offers
from advisor.rules.suitability import may_take
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.entries import standing
from advisor.turn.facts import cohort_of, facts_of, with_assumption
from advisor.turn.findings import say_finding
from advisor.turn.needs import Turn

STANDING_PLACE = "policy-standing-place.1"
_AUTUMN = 9  # the month from which a year's autumn intake is the present one
_LATE = "policy-standing-late.1"
_PAY = "policy-standing-pay.1"
_EVERYBODY = {"not_in_england", "unfunded_cohort"}
_ROW = {
    Outcome.ELIGIBLE: "Eligible",
    Outcome.NOT_ELIGIBLE: "Not funded",
    Outcome.SUBJECT_TO_REVIEW: "DfE decides case by case",
    Outcome.UNDETERMINED: "Depends",
    Outcome.NOT_PUBLISHED: "No rules published yet",
}


@dataclass(frozen=True, slots=True)
class FundingAnswer:
    """The part to say, the verdicts behind it, and the facts they used."""

    part: Part
    verdicts: tuple[Verdict, ...]
    facts: FactSet


def knows_workplace(turn: Turn) -> bool:
    """Return whether enough is known of the workplace for verdicts on every course to say something."""
    facts = facts_of(turn.state.person)
    # "My school" alone says nothing that would tell one course from another.
    telling = (
        "eligible_establishment_type",
        "early_years_setting",
        "employment_type",
        "on_rise_list",
        "on_pp50_school_list",
    )
    return any(name in facts for name in telling) or facts.get("works_in_england") is False


def answer_funding(turn: Turn, courses: tuple[str, ...]) -> FundingAnswer:
    """Return verdicts on `courses` in words; on every course, as a table, where none is named."""
    person = turn.state.person
    facts = with_assumption(facts_of(person), person)
    cohort = cohort_of(person)
    if not courses:
        return _every_course(turn, facts, cohort)
    verdicts = tuple(decide(course, facts, turn.as_of, cohort) for course in dict.fromkeys(courses))
    against = {verdict.course: _not_for_them(verdict.course, facts) for verdict in verdicts}
    said = [item for items in against.values() for item in items]
    ids: list[str] = []
    for alike in _alike(verdicts):
        words = _words(alike, facts, turn, cohort, short=len(verdicts) > 1)
        barred = any(against[verdict.course] for verdict in alike)
        said += [_of_money_alone(words.said[0], turn.subject), *words.said[1:]] if barred else words.said
        ids += [statement_id for statement_id in words.standing if statement_id not in ids]
    said += [item for verdict in verdicts for item in say_earlier(verdict.course, facts) if item not in said]
    new = [i for i in ids if i not in turn.state.said or i in _always(verdicts)]
    said += standing(turn.needs.base, new)
    part = Part("answer", tuple(said), statement_ids=tuple(new), courses=courses)
    return FundingAnswer(part, verdicts, facts)


def _not_for_them(course: str, facts: FactSet) -> list[Said]:
    """Return what stands against a course before any money: no link to the headship NPQ, or no mastery to show."""
    if course not in (EARLY_HEADSHIP_COACHING, LEADING_PRIMARY_MATHS):
        return []
    against = [f for f in may_take(course, facts).findings if f.truth is Truth.FALSE]
    return [say_finding(f"suitability-{f.reason}", f.text, f.sources) for f in against[:1]]


def _of_money_alone(said: Said, subject: str) -> Said:
    """Return a verdict as it stands after what is against the course itself: who hears "Yes" there goes ahead."""
    plain = without_yes_or_no(said)
    named = plain.text.startswith(subject)
    text = plain.text if named else f"{plain.text[0].lower()}{plain.text[1:]}"
    return said if plain.text == said.text else replace(plain, text=f"On funding alone, {text}")


def say_earlier(course: str, facts: FactSet, positions: bool = False) -> list[Said]:
    """Return what an NPQ before this one means for starting it, where that is more than nothing.

    With `positions` also what each side says, where sources differ.
    """
    telling = (
        "one_at_a_time",
        "coaching_alongside",
        "nasenco_is_enough",
        "already_completed",
        "may_apply_again",
        "return_to_the_deferred_place",
        "already_underway",
        "already_applied",
        "legacy_is_no_bar",
        "may_start_again_after_withdrawing",
        "may_start_again_after_failing",
    )
    found = another(course, facts)
    findings = [f for f in found.may_start if f.reason in telling][:1]
    had = facts.known("prior_applications")
    if had is not None and had.value and had.how == "said" and found.fee_again.reason == "not_funded_before":
        # Somebody who names an NPQ they had fears that it counts: say that it does not.
        findings = [*findings, found.fee_again]
    said = [say_finding(f"another#{f.reason}", f.text, f.sources) for f in findings]
    if positions:
        said += [say_finding(f"another#{f.reason}", p.text, p.sources) for f in findings for p in f.positions]
    return said


def _always(verdicts: tuple[Verdict, ...]) -> set[str]:
    """What is said every time: that a place is not guaranteed, and how else to pay."""
    eligible = any(v.outcome in (Outcome.ELIGIBLE, Outcome.UNDETERMINED, Outcome.SUBJECT_TO_REVIEW) for v in verdicts)
    refused = any(v.outcome is Outcome.NOT_ELIGIBLE for v in verdicts)
    always = {STANDING_PLACE, "policy-standing-lists.1"}
    return (always if eligible else set()) | ({"policy-standing-pay.1"} if refused else set())


def _alike(verdicts: tuple[Verdict, ...]) -> list[tuple[Verdict, ...]]:
    """Return the verdicts in groups that one sentence can say, in order of their first."""
    groups: list[tuple[Verdict, ...]] = []
    for verdict in verdicts:
        place = next((i for i, group in enumerate(groups) if say_alike(group[0], verdict)), None)
        if place is None:
            groups.append((verdict,))
        else:
            groups[place] = (*groups[place], verdict)
    return groups


def _words(
    alike: tuple[Verdict, ...], facts: FactSet, turn: Turn, cohort: str | None, short: bool = False
) -> VerdictWords:
    verdict, *others = alike
    instead: tuple[str, ...] = ()
    if verdict.outcome is Outcome.NOT_ELIGIBLE and verdict.reason not in _EVERYBODY and not short:
        funded = (v.course for v in decide_all(facts, turn.as_of, cohort) if v.outcome is Outcome.ELIGIBLE)
        instead = tuple(course for course in funded if course != verdict.course)[:5]
    words = word_verdict(
        verdict,
        facts,
        turn.subject,
        instead,
        short,
        tuple(other.course for other in others),
        over=is_over(verdict.cohort, turn),
    )
    if turn.state.set_aside is not None:  # nobody registers on what is only supposed
        return replace(words, standing=tuple(i for i in words.standing if i != STANDING_REGISTER))
    if STANDING_REGISTER in words.standing and _has_begun(verdict.cohort, turn):
        standing_now = tuple(_LATE if i == STANDING_REGISTER else i for i in words.standing)
        return replace(words, standing=standing_now)
    return words


def is_over(cohort: str | None, turn: Turn) -> bool:
    """Return whether the intake lies before the one of the season in which it is asked."""
    return cohort is not None and cohort < f"{turn.as_of.year}{'b' if turn.as_of.month >= _AUTUMN else 'a'}"


def _has_begun(cohort: str | None, turn: Turn) -> bool:
    """Return whether the intake's courses were expected to have started by the day of asking."""
    begins = next((offer.begins for offer in load_offers() if offer.cohort == cohort), None)
    return begins is not None and turn.as_of >= begins


def _every_course(turn: Turn, facts: FactSet, cohort: str | None) -> FundingAnswer:
    verdicts = decide_all(facts, turn.as_of, cohort)
    shown = [v for v in verdicts if v.course != EARLY_HEADSHIP_COACHING or v.outcome is Outcome.ELIGIBLE]
    when = cohort_in_sentence(shown[0].cohort)
    if all(verdict.outcome is Outcome.NOT_PUBLISHED for verdict in verdicts):
        text = f"I cannot say: no funding rules for {when} have been published that I know of, for any NPQ."
        said = (Said(text, (ground_of(shown[0]),)), *standing(turn.needs.base, STANDING_UNPUBLISHED))
        return FundingAnswer(Part("answer", said, None, STANDING_UNPUBLISHED), tuple(verdicts), facts)
    whole = {verdict.reason for verdict in shown}
    if len(whole) == 1 and all(verdict.outcome is Outcome.NOT_ELIGIBLE for verdict in shown):
        words = _words(tuple(shown), facts, turn, cohort, short=True)
        said = (*words.said, *standing(turn.needs.base, words.standing))
        return FundingAnswer(Part("answer", said, None, words.standing), tuple(verdicts), facts)
    if all(verdict.outcome is Outcome.NOT_ELIGIBLE for verdict in shown):
        text = f"No: on what you have told me, no NPQ is funded in {when}."
        said = (Said(text, tuple(dict.fromkeys(ground_of(v) for v in shown))), *standing(turn.needs.base, (_PAY,)))
        return FundingAnswer(Part("answer", said, None, (_PAY,)), tuple(verdicts), facts)
    rows = tuple(((f"{COURSES[v.course].code}", outcome_in_cell(v)), (ground_of(v),)) for v in shown)
    because = because_of(facts, turn.subject)
    given = f", given that {because}" if because else " from what you have told me"
    lead = Said(
        _in_short(shown, when, because, turn) or f"This is what the rules for {when} say{given}.",
        (ground_of(shown[0]),),
    )
    place = standing(turn.needs.base, ("policy-standing-place.1",))
    part = Part("answer", (lead, *place), Table(("NPQ", when.capitalize()), rows), ("policy-standing-place.1",))
    return FundingAnswer(part, tuple(verdicts), facts)


def _in_short(shown: Sequence[Verdict], when: str, because: str, turn: Turn) -> str:
    """Return the short answer above a table: the courses that are funded whatever else is found out, "" where none is."""
    sure = [v for v in shown if v.outcome is Outcome.ELIGIBLE]
    in_england = [v for v in shown if v.outcome is Outcome.UNDETERMINED and set(v.missing) == {"works_in_england"}]
    codes = [COURSES[v.course].code for v in sure or in_england]
    if not codes or len(codes) == len(shown):
        return ""
    who = whom(turn.subject)
    given = f", given that {because}" if because else ""
    if not sure:
        given += " and that the work is in England" if because else ", given that the work is in England"
    return f"It depends on the NPQ: {who} can have {join_words(codes)} funded in {when}{given}; the table has the rest."


def outcome_in_cell(verdict: Verdict) -> str:
    """Return the outcome in the few words that a cell of a table holds."""
    text = _ROW[verdict.outcome]
    if verdict.outcome is Outcome.UNDETERMINED:
        lists = {"on_pp50_school_list", "on_pp50_fe_list", "on_rise_list"}
        if set(verdict.missing) == {"works_in_england"}:
            return "Eligible if you work in England"
        if "on_rise_list" in verdict.missing and set(verdict.missing) <= {"on_rise_list", "works_in_england"}:
            return "Only in targeted RISE intervention"
        if verdict.missing and set(verdict.missing) <= lists | {"works_in_england"}:
            return "Only if your workplace is on the disadvantage list (PP50) or in RISE"
    if verdict.outcome is Outcome.NOT_ELIGIBLE and verdict.reason == "ineligible_establishment_not_a_pp50":
        return "Not funded: not on the disadvantage list (PP50) or in RISE"
    return text
