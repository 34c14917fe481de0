"""Recommend a course: the best fit with its reasons, what else could suit, why the near miss is not it, and funding."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.answering.said import Ground, Part, Said
from advisor.answering.verdicts import word_verdict
from advisor.answering.wording import course_in_sentence, whom
from advisor.core.courses import COURSES, SENCO
from advisor.core.facts import FACTS, FactSet
from advisor.dialogue.asking import Ask
from advisor.dialogue.one_person import SHARPENS
from advisor.dialogue.state import Pending
from advisor.reply import FollowUpQuestion, SuggestedCourse
from advisor.rules.another import another
from advisor.rules.decision import decide
from advisor.rules.parsing import parse_value
from advisor.rules.progression import Suggestion, suggest, why_not
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.entries import standing
from advisor.turn.facts import cohort_of, facts_of, with_assumption
from advisor.turn.findings import ground_finding, say_finding
from advisor.turn.needs import Turn
from advisor.turn.questions import ask_for, question_for

_REASONS = frozenset(
    {"role", "role_wanted", "aims", "phase", "subject", "is_headteacher", "senco_in_role", "early_years_setting"}
)
_SENCO_LAW = "policy-senco-law.1"
_INSTEAD = re.compile(
    r"\b(?:instead|(?:different|another|other) (?:one|ones|course|npq)s?|(?:something|anything|what) else)\b"
)
"""Asks for another course than the one spoken of."""
_LISTS = {"on_pp50_school_list", "on_pp50_fe_list", "on_rise_list", "on_childminder_list"}
"""Who has said whether the workplace is listed wants to hear what that means, not the general rule."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended, in words and as data."""

    part: Part
    suggestions: tuple[Suggestion, ...]
    verdicts: tuple[Verdict, ...]
    facts: FactSet
    question: tuple[FollowUpQuestion, Pending] | None

    @property
    def courses(self) -> tuple[str, ...]:
        """The courses suggested, best first."""
        return tuple(suggestion.course for suggestion in self.suggestions)

    def shown(self, numbers: dict[Ground, int]) -> tuple[SuggestedCourse, ...]:
        """Return the suggestions with the numbers that their reasons have in the reply."""
        return tuple(
            SuggestedCourse(
                course=suggestion.course,
                because=tuple(reason.text for reason in suggestion.because),
                citations=tuple(
                    sorted(
                        {
                            numbers[g]
                            for r in suggestion.because
                            if (g := _ground(suggestion, r.text, r.sources)) in numbers
                        }
                    )
                ),
            )
            for suggestion in self.suggestions
        )


def can_recommend(ask: Ask, turn: Turn, *, strictly: bool = False) -> bool:
    """Return whether enough is known of the person for a course to stand out, `strictly` one of those named."""
    found = _suggestions(ask, turn)
    return bool(found) and (not strictly or found[0].course in ask.courses)


def recommend(ask: Ask, turn: Turn) -> Recommendation:
    """Return the recommendation; `can_recommend` must hold."""
    suggestions = _suggestions(ask, turn)
    person = turn.state.person
    facts = with_assumption(facts_of(person), person)
    cohort = cohort_of(person)
    verdicts = tuple(decide(suggestion.course, facts, turn.as_of, cohort) for suggestion in suggestions)
    beside = _why_not_named(ask, suggestions[0]) if ask.choice else _others(suggestions)
    courses = tuple(suggestion.course for suggestion in suggestions)
    if ask.carried and turn.state.suggested == courses and not _tells_reason(turn):
        said = _still_best(suggestions[0], turn)
    else:
        by_law = _by_law(suggestions[0], facts, turn)
        said = [*_best(suggestions[0], turn), *by_law, *beside, *_earlier(suggestions[0], facts)]
    money, ids = _funding(verdicts[0], facts, turn)
    part = Part("answer", (*said, *money), None, ids, courses)
    return Recommendation(part, suggestions, verdicts, facts, _sharpen(facts, turn, suggestions, verdicts[0]))


def _suggestions(ask: Ask, turn: Turn) -> tuple[Suggestion, ...]:
    found = suggest(facts_of(turn.state.person), turn.as_of)
    if not ask.courses and _INSTEAD.search(ask.text.lower()):
        state = turn.state
        spoken_of = {*state.courses, *state.recent_courses, *state.suggested[:1]}
        found = tuple(suggestion for suggestion in found if suggestion.course not in spoken_of)
    if len(ask.courses) > 1:
        # "NPQSL or NPQH?": of the two that were named the better one, where the person's facts tell them apart.
        named = tuple(suggestion for suggestion in found if suggestion.course in ask.courses)
        return named or found
    return found


def _ground(suggestion: Suggestion, text: str, sources: tuple[str, ...]) -> Ground:
    return ground_finding(f"progression#{suggestion.course}", text, sources)


def _best(best: Suggestion, turn: Turn) -> list[Said]:
    reason, *more = best.because
    quoted = _in_their_words(reason.fact, turn)
    lead = f"The best fit for {whom(turn.subject)} looks like {course_in_sentence(best.course)}{quoted}."
    said = [
        Said(lead, (_ground(best, reason.text, reason.sources),)),
        say_finding(f"progression#{best.course}", reason.text, reason.sources),
    ]
    said += [say_finding(f"progression#{best.course}", r.text, r.sources) for r in more[:1] if r.fact != reason.fact]
    return said


def _tells_reason(turn: Turn) -> bool:
    """Return whether this message tells what a recommendation rests on: its reasons are then given anew."""
    return bool(turn.told & _REASONS)


def _still_best(best: Suggestion, turn: Turn) -> list[Said]:
    """Say in brief what was recommended already, where a fact told since changes nothing about it."""
    reason = best.because[0]
    lead = f"{COURSES[best.course].code} still looks the best fit for {whom(turn.subject)}."
    return [Said(lead, (_ground(best, reason.text, reason.sources),))]


def _by_law(best: Suggestion, facts: FactSet, turn: Turn) -> tuple[Said, ...]:
    """Return the duty of SENCOs, where the course is theirs and nothing said takes the person out of it."""
    outside = facts.get("nation") is not None or facts.get("senco_in_role") == "no_i_do_not_plan_to_be_a_SENCO"
    return standing(turn.needs.base, (_SENCO_LAW,)) if best.course == SENCO and not outside else ()


def _in_their_words(fact: str, turn: Turn) -> str:
    known = turn.state.person.facts.get(fact)
    quote = (known.quote if known else "").strip()
    # A figure in somebody's own words is in no source, and would cost the sentence its place in the reply.
    if not quote or "[removed]" in quote or len(quote.split()) > 6 or re.search(r"\d", quote):
        return ""
    return f", since you said “{quote}”"


def _why_not_named(ask: Ask, best: Suggestion) -> list[Said]:
    """Return why each other course that was named beside the best is not it, where the two are near."""
    found = ((course, why_not(course, best)) for course in ask.courses if course != best.course)
    return [say_finding(f"near-miss#{course}", why.text, why.sources) for course, why in found if why is not None][:2]


def _others(suggestions: tuple[Suggestion, ...]) -> list[Said]:
    best, *others = suggestions
    said = [say_finding(f"near-miss#{course}", why.text, why.sources) for course, why in best.instead_of[:1]]
    near = {course for course, _ in best.instead_of[:1]}
    for other in [o for o in others if o.course not in near][:1]:
        reason = other.because[0]
        text = f"{COURSES[other.course].code} could suit too: {_mid_sentence(reason.text)}"
        said.append(Said(text, (_ground(other, reason.text, reason.sources),)))
    return said


def _mid_sentence(text: str) -> str:
    """Lower the first letter, unless it starts a code such as NPQLT."""
    return text if text[1:2].isupper() else f"{text[0].lower()}{text[1:]}"


def _earlier(best: Suggestion, facts: FactSet) -> list[Said]:
    findings = another(best.course, facts).may_start
    return [
        say_finding(f"another#{f.reason}", f.text, f.sources)
        for f in findings[:1]
        if f.reason in ("one_at_a_time", "legacy_is_no_bar")
    ]


def _funding(verdict: Verdict, facts: FactSet, turn: Turn) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    settled = verdict.outcome in (Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE, Outcome.SUBJECT_TO_REVIEW)
    if settled or _LISTS & set(facts):
        words = word_verdict(verdict, facts, turn.subject, short=True)
        return (*words.said[:1], *standing(turn.needs.base, words.standing[:1])), words.standing[:1]
    entry = turn.needs.base.attribute(verdict.course, "funding", turn.as_of)
    ids = (*((entry.statements[0].id,) if entry else ()), "policy-standing-place.1")
    return standing(turn.needs.base, ids), ids


def _sharpen(
    facts: FactSet, turn: Turn, suggestions: tuple[Suggestion, ...], verdict: Verdict
) -> tuple[FollowUpQuestion, Pending] | None:
    """Return the question whose answer could change the first course, else the one that settles its funding."""
    for fact in SHARPENS:
        if (
            fact in facts
            or fact in turn.state.person.declined
            or (fact == "role" and {"role_wanted", "is_headteacher"} & set(facts))
        ):
            continue
        if _could_change(fact, facts, turn, suggestions[0].course):
            return ask_for(fact, turn.subject), Pending(fact=fact)
    return question_for((verdict,), turn)


def _could_change(fact: str, facts: FactSet, turn: Turn, best: str) -> bool:
    values = (choice.value for choice in FACTS[fact].choices if choice.value is not None)
    tried = (facts.with_said(fact, parse_value(FACTS[fact], [v] if fact == "aims" else v), 0, "") for v in values)
    return any((found := suggest(each, turn.as_of)) and found[0].course != best for each in tried)
