"""Turn a verdict into sentences: the answer with its condition, what it does not promise, what would change it.

The sentences themselves lie in `wording.py` and, where they do not hang on the verdict, in the knowledge base.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor.answering.reasons import LISTS, because_of, changes_of, reason_of
from advisor.answering.said import Ground, GroundKind, Said
from advisor.answering.wording import (
    CHANGES,
    MISSING,
    NATIONS,
    REVIEW_IN_ENGLAND,
    REVIEWS,
    UNLESS_REFERRED,
    cohort_in_sentence,
    course_in_sentence,
    fill,
    join_words,
    whom,
)
from advisor.core.courses import COURSES
from advisor.core.facts import FactSet
from advisor.rules.verdict import Outcome, Step, Verdict

STANDING_PLACE = "policy-standing-place.1"
STANDING_PAY = "policy-standing-pay.1"
STANDING_REGISTER = "policy-standing-register.1"
STANDING_REVIEW = "policy-standing-review.1"
STANDING_LISTS = "policy-standing-lists.1"
STANDING_UNPUBLISHED = ("policy-standing-unpublished.1", "policy-standing-unpublished.2")
_MOST_NAMED = 5
_SCHOOLS = ("a_school", "an_academy_trust", "a_16_to_19_educational_setting")
_BY_ITSELF = {"not_in_england", "unfunded_cohort"}
"""Reasons that say themselves what they hang on."""


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The sentences of one verdict, and the ids of the standing statements that go with it."""

    said: tuple[Said, ...]
    standing: tuple[str, ...]


def word_verdict(
    verdict: Verdict,
    facts: FactSet,
    subject: str,
    funded_instead: tuple[str, ...] = (),
    short: bool = False,
    same_for: tuple[str, ...] = (),
    over: bool = False,
) -> VerdictWords:
    """Return what to say of one verdict; `funded_instead` are courses the rules would fund from the same facts.

    `same_for` are further courses for which the verdict is the same in all that is said: they share its sentence.
    `over` says that the intake lies in the past.
    """
    named = Named((verdict.course, *same_for), over)
    match verdict.outcome:
        case Outcome.ELIGIBLE:
            return _eligible(verdict, named, facts, subject, short)
        case Outcome.NOT_ELIGIBLE:
            return _refused(verdict, named, facts, subject, funded_instead, short)
        case Outcome.SUBJECT_TO_REVIEW:
            return _reviewed(verdict, named, subject)
        case Outcome.NOT_PUBLISHED:
            return _unpublished(verdict, named)
        case Outcome.UNDETERMINED:
            return _open(verdict, named, facts, subject)


def say_alike(one: Verdict, other: Verdict) -> bool:
    """Return whether two verdicts of one reply are said in the same words but for the course."""
    same = (one.outcome, one.cohort, one.reason, one.assumed) == (
        other.outcome,
        other.cohort,
        other.reason,
        other.assumed,
    )
    if one.outcome is Outcome.UNDETERMINED:
        return same and _first_missing(one) == _first_missing(other)
    deciding = [verdict.steps[0].condition for verdict in (one, other) if verdict.steps]
    return same and len(set(deciding)) <= 1 and _changes_said(one) == _changes_said(other)


def _changes_said(verdict: Verdict) -> set[tuple[str, str]]:
    """Return what would change the verdict, as far as there are words for it."""
    keys = ((change.fact, str(change.to)) for change in verdict.would_change if change.outcome is Outcome.ELIGIBLE)
    return {key for key in keys if key in CHANGES}


@dataclass(frozen=True, slots=True)
class Named:
    """One course, or several that share a sentence, as it names them."""

    courses: tuple[str, ...]
    over: bool = False

    def __str__(self) -> str:
        """Return "the NPQ for Headship (NPQH)", several joined by "and"."""
        return join_words([course_in_sentence(course) for course in self.courses])

    @property
    def are(self) -> str:
        """Return the verb that goes with it."""
        present, past = ("is", "was") if len(self.courses) == 1 else ("are", "were")
        return past if self.over else present

    @property
    def codes(self) -> str:
        """Return the short names, several joined by "or"."""
        return join_words([COURSES[course].code for course in self.courses], "or")


def ground_of(verdict: Verdict, condition: str | None = None) -> Ground:
    """Return the rule line a verdict rests on: the deciding step, or the one named."""
    step = next((s for s in verdict.steps if s.condition == condition), None) or _deciding(verdict)
    return Ground(
        GroundKind.RULESET, f"{verdict.ruleset or verdict.cohort}#{step.condition}", step.because, step.source
    )


def _deciding(verdict: Verdict) -> Step:
    return verdict.steps[0]


def _eligible(verdict: Verdict, named: Named, facts: FactSet, subject: str, short: bool) -> VerdictWords:
    assumption = _assumption(verdict, named, subject)
    because = because_of(facts, subject, verdict)
    whose = _who_is(subject, named.over)
    text = f"Yes{assumption}: {whose} eligible for DfE scholarship funding for {named} in {cohort_in_sentence(verdict.cohort)}"
    text += f", because {because}" if because else ""
    text += "; no list is needed." if _needs_no_list(verdict, facts) else "."
    said = [Said(text, (ground_of(verdict),))]
    if not short:
        said += _differing(verdict)
    return VerdictWords(tuple(said), (STANDING_PLACE,) if short or named.over else (STANDING_PLACE, STANDING_REGISTER))


def _who_is(subject: str, over: bool) -> str:
    """Return "you are", "your colleague was"."""
    if subject == "self":
        return "you were" if over else "you are"
    return f"{whom(subject)} {'was' if over else 'is'}"


def _differing(verdict: Verdict) -> list[Said]:
    """Return what the public guidance says where it differs from the service that the verdict follows."""
    steps = (step for step in verdict.steps if step.condition.startswith("guidance_differs."))
    return [Said(step.because, (ground_of(verdict, step.condition),)) for step in steps]


def _refused(
    verdict: Verdict, named: Named, facts: FactSet, subject: str, funded_instead: tuple[str, ...], short: bool
) -> VerdictWords:
    cohort = cohort_in_sentence(verdict.cohort)
    reason = fill(
        reason_of(verdict, facts),
        subject,
        cohort=cohort,
        not_there=NATIONS.get(str(facts.get("nation")), ""),
        it="it" if len(named.courses) == 1 else "them",
        it_is=f"it {named.are}" if len(named.courses) == 1 else f"they {named.are}",
    )
    known = "on what you have told me " if len(facts) else ""
    refused = (
        f"{named} {named.are} not funded"
        if len(named.courses) <= _MOST_NAMED
        else f"none of the NPQs {'was' if named.over else 'is'} funded"
    )
    said = [Said(f"No, {known}{refused} in {cohort}: {reason}.", (ground_of(verdict, None),))]
    if changes := changes_of(verdict, facts, subject):
        said.append(Said(f"That would change if {changes}.", (ground_of(verdict),)))
    elif alone := [step for step in verdict.steps if step.condition == "nothing_alone_changes_it"]:
        said += [
            Said(step.because, (ground_of(verdict, step.condition),))
            for step in alone
            if not short and verdict.reason not in _BY_ITSELF and _all_told(facts)
        ]
    if funded_instead and not short:
        codes = join_words([COURSES[item].code for item in funded_instead])
        could = "could have had" if named.over else "could get"
        said.append(
            Said(f"By the same rules you {could} funding in {cohort} for {codes} instead.", (ground_of(verdict),))
        )
    if not short:
        said += _differing(verdict)
    return VerdictWords(tuple(said), (STANDING_PAY,))


def _all_told(facts: FactSet) -> bool:
    """Return whether enough is known for "no one change would alter this" to be true of the person, and not of a gap."""
    return facts.get("works_in_england") is True and facts.get("eligible_establishment_type") is not False


def _reviewed(verdict: Verdict, named: Named, subject: str) -> VerdictWords:
    why = fill(REVIEWS.get(verdict.reason or "", "DfE looks at each case"), subject)
    text = f"That is for DfE to decide: {why}, so I can say neither yes nor no for {named} in {cohort_in_sentence(verdict.cohort)}."
    return VerdictWords((Said(text, (ground_of(verdict),)), *_differing(verdict)), (STANDING_REVIEW, STANDING_PLACE))


def _unpublished(verdict: Verdict, named: Named) -> VerdictWords:
    cohort = cohort_in_sentence(verdict.cohort)
    text = f"I cannot say yet: no funding rules for {cohort} are published that I know of, so whether {named} will be funded is open."
    return VerdictWords((Said(text, (ground_of(verdict),)),), STANDING_UNPUBLISHED)


def _open(verdict: Verdict, named: Named, facts: FactSet, subject: str) -> VerdictWords:
    cohort = cohort_in_sentence(verdict.cohort)
    asked = _first_missing(verdict)
    standing: tuple[str, ...] = (STANDING_LISTS, STANDING_PLACE) if set(asked) & LISTS else (STANDING_PLACE,)
    if not asked:
        text, standing = (
            f"I cannot tell for {cohort}: the rule for this case in that intake could not be recovered.",
            (),
        )
    elif asked == ["works_in_england"] and any(c.outcome is Outcome.ELIGIBLE for c in verdict.would_change):
        assumption = _assumption(verdict, named, subject).removeprefix(",").replace("as long as", "and as long as")
        because = because_of(facts, subject, verdict) or "the workplace is of the right kind"
        text = (
            f"Yes, for people who work in England{assumption}: {named} {named.are} funded in {cohort} where {because}."
        )
        return VerdictWords((Said(text, (ground_of(verdict),)), *_differing(verdict)), standing)
    elif asked == ["works_in_england"]:
        text = fill(REVIEW_IN_ENGLAND, subject, course=str(named), cohort=cohort)
    elif set(asked) <= {"works_in_england", "referred_by_return_to_teaching_adviser"}:
        standing = (STANDING_PAY,)
        text = fill(UNLESS_REFERRED, subject, course=str(named), cohort=cohort)
    else:
        text = f"It depends on {join_words(_hanging_on(asked, subject))}: that decides whether {named} {named.are} funded in {cohort}."
        if "on_rise_list" in asked and len(set(asked) & LISTS) > 1:
            text = f"It depends on {join_words(_hanging_on(asked, subject))}: {named} {named.are} funded in {cohort} only for those workplaces."
    return VerdictWords((Said(text, (ground_of(verdict),)),), standing)


def _hanging_on(asked: list[str], subject: str) -> list[str]:
    """Return what the outcome hangs on, in words; the lists of one kind of workplace are named together."""
    if "on_rise_list" not in asked or len(set(asked) & LISTS) == 1:
        return [fill(MISSING[name], subject) for name in asked]
    where = (
        "college is on DfE's 16 to 19 disadvantage list"
        if "on_pp50_fe_list" in asked
        else "school is on DfE's disadvantage list (PP50)"
    )
    listed = fill("whether {your} " + where + " or in targeted RISE intervention", subject)
    return [*(fill(MISSING[name], subject) for name in asked if name not in LISTS), listed]


def _needs_no_list(verdict: Verdict, facts: FactSet) -> bool:
    """Return whether an ordinary state school is enough: worth saying, since lists are what people ask about."""
    listed = any(facts.get(name) is True for name in LISTS)
    return (
        not listed and facts.get("work_setting") in _SCHOOLS and verdict.course != "npq-early-headship-coaching-offer"
    )


def _first_missing(verdict: Verdict) -> list[str]:
    """Return what to name: what hangs on an answer that is still missing itself is left for later."""
    names = [name for name in verdict.missing if name in MISSING]
    if "work_setting" in names:
        names = [
            name for name in names if name in ("cohort_id", "works_in_england", "work_setting", "prior_applications")
        ]
    return names[:4]


def _assumption(verdict: Verdict, named: Named, subject: str) -> str:
    if "prior_applications" not in verdict.assumed:
        return ""
    who = "you have" if subject == "self" else "they have"
    return f", as long as {who} not had {named.codes} funded before"
