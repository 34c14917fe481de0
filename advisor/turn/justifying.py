"""Answer what is asked of the last answer itself: why, whether it is sure, where it stands, what would change it.

Nothing is looked up for it: a verdict carries its steps, sources and dates, and so does every statement that was made.
"""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answering.said import Part, Said
from advisor.answering.selecting import say, without_yes_or_no
from advisor.answering.verdicts import ground_of, word_verdict
from advisor.answering.wording import CHANGES, cohort_in_sentence, fill, join_alike, join_words
from advisor.core.courses import COURSES
from advisor.dialogue.text.inferring import infers_nothing
from advisor.knowledge.schema import Role, Source
from advisor.rules.verdict import Outcome, Verdict
from advisor.turn.answered import Answered, Wanted
from advisor.turn.entries import standing
from advisor.turn.findings import ground_finding, say_finding
from advisor.turn.funding import answer_funding
from advisor.turn.needs import Turn
from advisor.turn.questions import question_for
from advisor.turn.restating import decide_again, facts_known, restated

_LONGEST, _LONGEST_WITH_NEWS = 14, 24
"""Words: a message that also tells something new may be longer."""
_LEAD = r"^\W*(?:(?:but|and|so|ok|okay|oh|hmm|right|sorry|wait|yes|no|hang on|please|thanks|really|um|er)\W+)*"
_WHY = re.compile(
    _LEAD
    + r"(?:why(?: not| is that| so| is (?:it|she|he)(?: not)?| am i(?: not)?| isn't (?:it|she|he)| aren't (?:i|we)| (?:can't|cant) (?:i|she|he|we))?|how come|on what (?:basis|grounds)|"
    r"why (?:does (?:it|that|this) )?'?depends?'?|what(?:'s| is) the reason(?: for that)?|what makes you say (?:that|so)|can you explain (?:that|why)|explain(?: that| why)?)(?: (?:funded|eligible|though|that|then))?\W*$"
)
_SURE = re.compile(
    _LEAD
    + r"(?:(?:are )?(?:you|u) (?:\w+ )?(?:sure|certain|positive)|is that (?:right|correct|true|definite|certain|sure|for sure|up to date|still (?:right|true|the case|current))|"
    r"how (?:sure|certain|confident|recent|old|up to date|current|reliable) (?:are you|is (?:that|this|it))|when was (?:that|this|it) (?:last )?(?:checked|updated)|definitely|really|how do you know)\b"
)
_WHERE = re.compile(
    r"\b(?:what|which) (?:law|legislation|regulations?|act|document|guidance|page) (?:is|says|was) (?:that|this|it|so)(?: in)?\b|\bwhere (?:it'?s|its|it is|that'?s|that is) (?:written|stated|said|set out)\b|\bshow me where\b|"
    r"\bwhere (?:does|do|did|is) (?:it|they|you|that|this)(?: \w+)? (?:say|state|get|from|come from|written)\b|\bwhere (?:is|are) (?:that|this|it|those) (?:from|written|stated)\b|"
    r"\b(?:what|which|whats|what's)(?: is| are)?(?: the| your)? sources?\b|\bname (?:the|your) sources?\b|\b(?:says|said) who\b|\bwho says(?: so| that)?\W*$|^\W*(?:source|sources|link|evidence|proof|reference)s?(?: please)?\W*$|"
    r"\bwhat(?:'s| is) (?:that|this|it) based on\b|\b(?:got|have|give me|send me) (?:a|the|any) (?:link|source|reference|evidence)s?\b"
)
_CHANGE = re.compile(
    r"\bwhat (?:would|could|might|can|will) change (?:it|that|this|the (?:answer|verdict|outcome|result))\b|\bwhat (?:would|needs?|has) (?:have )?to (?:change|be different|happen)\b|"
    r"\bwhat do (?:i|we|they) (?:need|have) to change\b|\bcan (?:that|it|this) change\b|\bwhat would make (?:it|that|me|her|him|them|us)\b"
)
_SHORT = re.compile(
    _LEAD
    + r"(?:(?:is (?:that|it) )?(?:a )?yes or (?:a )?no|(?:can|am|do|does|is|will) (?:i|she|he|we|they|it) or (?:not|no)|in short|short answer|just (?:tell me|say) yes or no|so what|so|well|meaning|"
    r"what does (?:that|this|it) mean(?: for (?:me|us|her|him))?|(?:that's|thats|that is|is that|it's|its|so)(?: an?)? (?:yes|no|definite)|(?:yes|no)(?= then)|(?:is )?(?:that's|thats|that is|that)(?: not| isn't)? (?:a problem|ok|okay|fine|allowed))(?: please| then| now)?\W*$"
)
_HAS_PLACE = re.compile(
    r"\b(?:guaranteed?|in the bag|done deal|all set|all sorted|sorted then)\b(?!.{0,20}\bor\b)|"
    r"\b(?:it'?s|its|that'?s|thats|that is|is it|is that|so) (?:\w+ )?(?:definite|certain|confirmed|secured|100 ?%)|"
    r"\b(?:i|we|she|he|they)(?:'ve|'s| have| has|ve)? (?:got|have|has) (?:the|my|her|his|their|a|our) (?:funded )?place\b"
)
"""Takes an eligible result for a place: "great, so it's definite?"."""
_NOT_YET = "faq-eligible-not-a-place"
_MOST_SOURCES = 4
_GOES_WITHOUT_SAYING = ("intake_has_scholarships", "other_ways_to_pay")
_NOT_YET_NO = "Not necessarily: nothing rules it out so far."
_ONLY_RESULT = "Only the result that DfE shows after registering settles it."


def justify(wanted: Wanted) -> Answered | None:
    """Return what the last answer rests on, where the words ask for that and there is one."""
    ask, turn = wanted.ask, wanted.turn
    lower = (ask.own or ask.whole or ask.text).lower().strip()
    wants = next((want for want, pattern in _PATTERNS if pattern.search(lower)), "")
    wants = "nothing" if infers_nothing(lower) else wants
    longest = _LONGEST_WITH_NEWS if wants == "place" else _LONGEST
    if not wants or len(lower.split()) > longest or turn.state.turn < 2:
        return None
    verdicts = last_verdicts(turn)
    if wants == "place":
        return _no_place_yet(verdicts, turn) if verdicts and verdicts[0].outcome is Outcome.ELIGIBLE else None
    entry = turn.needs.base.entries.get(turn.state.last_entry or "")
    if wants == "where" and entry is not None and not (verdicts or turn.state.last_said):
        return Answered(_sources_of(tuple(s.id for s in entry.statements), turn, wants), intents=turn.state.intents)
    if not (verdicts or (turn.state.last_said and wants in ("where", "sure", "short", "nothing"))):
        return None
    if wants in ("short", "nothing"):
        part = _what_is_open(verdicts[0], turn) if wants == "nothing" and verdicts else _short(verdicts, turn)
        return Answered(part, verdicts, facts_known(turn), question_for(verdicts, turn), None, turn.state.intents)
    if not verdicts:
        return Answered(_sources_of(turn.state.last_said, turn, wants), intents=turn.state.intents)
    verdict = verdicts[0]
    said = {"why": _why, "sure": _sure, "where": _where, "change": _change}[wants](verdict, turn)
    return Answered(
        Part("answer", tuple(said), courses=(verdict.course,)), (verdict,), facts_known(turn), None, None, ("funding",)
    )


_PATTERNS = (
    ("place", _HAS_PLACE),
    ("short", _SHORT),
    ("change", _CHANGE),
    ("where", _WHERE),
    ("sure", _SURE),
    ("why", _WHY),
)


def _no_place_yet(verdicts: tuple[Verdict, ...], turn: Turn) -> Answered:
    """Say that being eligible is not yet having a place, and who gives one."""
    entry = turn.needs.base.entries[_NOT_YET]
    told = [s for s in entry.statements if s.role is not Role.DETAIL]
    said = tuple(say(statement, entry) for statement in told)
    part = Part("answer", said, None, tuple(s.id for s in told), (verdicts[0].course,), entry=_NOT_YET)
    return Answered(part, verdicts, facts_known(turn), None, None, ("funding",))


def last_verdicts(turn: Turn) -> tuple[Verdict, ...]:
    """Return the verdicts of the last reply, worked out again from the same facts."""
    return decide_again(turn.state.decided, turn)


def _what_is_open(verdict: Verdict, turn: Turn) -> Part:
    """Return the verdict to somebody who takes it for "nothing": what else there is, or that nothing is ruled out."""
    if verdict.outcome is Outcome.NOT_ELIGIBLE:
        return answer_funding(turn, (verdict.course,)).part
    part = _short((verdict,), turn)
    return part if verdict.outcome is Outcome.ELIGIBLE else replace(part, said=(Said(_NOT_YET_NO), *part.said))


def _short(verdicts: tuple[Verdict, ...], turn: Turn) -> Part:
    """Return the first sentence of the last answer again, its yes or no kept."""
    if verdicts:
        words = word_verdict(verdicts[0], facts_known(turn), turn.subject, short=True)
        return Part("answer", words.said[:1], courses=(verdicts[0].course,))
    statement, entry = turn.needs.base.statement(turn.state.last_said[0])
    said = without_yes_or_no(say(statement, entry))  # its "No" may be that to another question
    return Part("answer", (said,), None, turn.state.last_said, turn.state.courses[:1])


def _why(verdict: Verdict, turn: Turn) -> list[Said]:
    """Name the deciding condition and what else was checked, as the rules state them; a promise of nothing is left out."""
    deciding, *others = verdict.steps
    met = {"true": "is met", "false": "is not met", "unknown": "is still open"}[deciding.truth]
    lead = f"The deciding rule for {COURSES[verdict.course].code} in {cohort_in_sentence(verdict.cohort)} {met}."
    said = [
        restated(verdict, turn, still=False),
        Said(lead, (ground_of(verdict),)),
        Said(deciding.because, (ground_of(verdict),)),
    ]
    failing = [step for step in others if step.truth == "false"]
    passing = [step for step in others if step.truth == "true" and step.condition not in _GOES_WITHOUT_SAYING]
    said += [Said(step.because, (ground_of(verdict, step.condition),)) for step in (*failing, *passing)[:2]]
    return [*said, *_change(verdict, turn)[:1]]


def _sure(verdict: Verdict, turn: Turn) -> list[Said]:
    """Say what the verdict stands on and when that was checked, what was assumed, and who alone can settle it."""
    ground = ground_of(verdict)
    said = [
        restated(verdict, turn),
        Said("That is as sure as the published rules and what you have told me allow.", (ground,)),
    ]
    if verdict.rules_as_of is not None:
        day = f"{verdict.rules_as_of.day} {verdict.rules_as_of:%B %Y}"
        text = f"The rules for {cohort_in_sentence(verdict.cohort)} were last checked on {day}."
        said.append(say_finding(f"checked#{verdict.ruleset}", text, (verdict.steps[0].source,)))
    if "prior_applications" in verdict.assumed:
        text = f"One thing is assumed, since nobody has said otherwise: that {COURSES[verdict.course].code} was not DfE-funded before."
        said.append(Said(text, (ground,)))
    said += [Said(step.because, (ground_of(verdict, step.condition),)) for step in verdict.steps[:1]]
    said.append(
        Said(
            _ONLY_RESULT,
            tuple(g for item in standing(turn.needs.base, ("policy-standing-register.1",)) for g in item.grounds),
        )
    )
    return said


def _where(verdict: Verdict, turn: Turn) -> list[Said]:
    """Name the document behind each rule that was used."""
    said: list[Said] = []
    for step in verdict.steps:
        source = turn.needs.base.sources.get(step.source)
        if source is not None and all(step.source != g.source for item in said for g in item.grounds):
            said.append(_named(source, step.because))
    return said[:_MOST_SOURCES]


def _change(verdict: Verdict, turn: Turn) -> list[Said]:
    """Say which facts, set otherwise, give another outcome; they are found by running the rules."""
    subject, told = turn.subject, []
    better = [c for c in verdict.would_change if c.outcome is Outcome.ELIGIBLE]
    phrases = [CHANGES[key] for c in better if (key := (c.fact, str(c.to))) in CHANGES]
    if phrases:
        filled = join_alike([fill(p, subject) for p in dict.fromkeys(phrases)][:4])
        told.append(Said(f"It would become a yes if {filled}.", (ground_of(verdict),)))
    worse = {c.fact for c in verdict.would_change if c.outcome is Outcome.NOT_ELIGIBLE}
    against = [fill(words, subject, course=COURSES[verdict.course].code) for fact, words in _AGAINST if fact in worse]
    if verdict.outcome is Outcome.ELIGIBLE and against:
        told.append(Said(f"It would become a no if {join_words(against[:4], 'or')}.", (ground_of(verdict),)))
    if not told:
        text = "No single thing about the person would change it; another intake, with rules of its own, might."
        told.append(Said(text, (ground_of(verdict),)))
    return told


_AGAINST = (
    ("works_in_england", "{you} did not work in England"),
    ("prior_applications", "{you} had had {course} DfE-funded before"),
    ("eligible_establishment_type", "the workplace were not state-funded"),
    ("on_pp50_school_list", "{your} school were not on the PP50 list"),
    ("on_pp50_fe_list", "{your} college were not on its list"),
    ("on_rise_list", "{your} school were not in RISE"),
    ("in_first_five_years_of_headship", "{you} were past the first five years of headship"),
    ("on_childminder_list", "{you} were not on the childminder list"),
    ("has_ofsted_urn", "the setting were not registered with Ofsted"),
)


def _sources_of(statements: tuple[str, ...], turn: Turn, wants: str) -> Part:
    """Name the documents behind these statements, which the last reply made or rests on, and when they were last read."""
    base = turn.needs.base
    seen: dict[str, str] = {}
    for id_ in statements:
        statement, _ = base.statement(id_)
        for source in statement.sources[:1]:
            seen.setdefault(source, statement.text)
    named = [_named(base.sources[id_], text) for id_, text in seen.items() if id_ in base.sources][:_MOST_SOURCES]
    lead = [Said("As sure as the documents it rests on.")] if wants == "sure" else []
    return Part("answer", (*lead, *named), None, statements, turn.state.courses[:1])


def _named(source: Source, what: str) -> Said:
    """Return "«title», publisher, of a day, says: …"."""
    day = source.newest
    dated = f" of {day.day} {day:%B %Y}" if day else " (undated)"
    text = f"“{source.title}”{dated}, from {source.publisher}: {what}"
    return Said(text, (ground_finding(f"source#{source.id}", text, (source.id,)),))
