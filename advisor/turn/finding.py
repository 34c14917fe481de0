"""Search for what might answer one ask, with and without the words around it."""

from __future__ import annotations

import re
from collections.abc import Collection

from advisor.answering.selecting import content_words
from advisor.core.courses import EARLY_HEADSHIP_COACHING
from advisor.dialogue.asking import Ask
from advisor.dialogue.lexicon import MASK
from advisor.knowledge.schema import Entry, Kind
from advisor.turn.needs import Turn
from advisor.turn.routing import SURE, Candidate, weigh

_OURS = re.compile(
    r"\b(?:npq|course|qualif|teach|school|nurser|pupil|class|fund|scholar|provider|train(?!s?\b)|learn|assess|leader|leadership|headship|senco|regist|"
    r"certific|case stud|module|session|mentor|cpd|promot|career|role|intake|cohort|framework|resit|defer|withdr|study|studi|conference|workload|"
    r"clinic|buddy|part[- ]time|appl(?:y|ic)|communit|golden thread|implementation|colleague|staff|employ|master)\w*"
)
_OURS_ALONE = re.compile(
    r"\b(?:npq|course|qualif|fund|scholar|provider|certific|case stud|module|intake|cohort|framework|re-?sit|defer|withdr|clinic|golden thread|"
    r"headship|senco|sendco|cpd|leadership|passed)\w*"
)
_OF_NPQS = {"course", "course_hint", "family", "legacy", "provider", "list", "cohort", "organisation", "not_npq"}
_LOST = re.compile(
    r"\b(?:lost|help|where (?:do|to) (?:i )?start|start|first|advice|advise|confused|stuck|no idea|excited)\b"
)
_INTAKE = re.compile(r"\b(autumn|spring) (20\d\d)\b")
_COHORT_IN_ID = re.compile(r"-(20\d\d[ab])(?=-|$)")
_WORKPLACES = (
    ("work_setting", "early_years_or_childcare", "nurser"),
    ("early_years_setting", "childminder", "childminder"),
    ("work_setting", "a_16_to_19_educational_setting", "college"),
    ("eligible_establishment_type", False, "independent"),
    ("work_setting", "an_academy_trust", "trust"),
    ("role", "supply_teacher", "supply"),
    ("role", "teaching_assistant", "teaching assistant"),
    ("role", "governor", "governor"),
)
"""Facts with the word by which a title tells that its entry is for such people."""
_DEPTH = 24
_FOLLOW_UP = 9
"""A message of so few words in a conversation goes on with it, unless it is plainly about something else."""
_AFTER_A_VERDICT = 16
_OTHER_SUBJECT = 0.5
_FAR_BY_WORDS, _FAR = 0.58, 0.70
"""Below both, what has no word of NPQs' own is about another subject; set on development questions."""
_UNDECIDED = content_words("dont know sure unsure idea decide which one really still no not clue pick choose")


def find_candidates(ask: Ask, turn: Turn) -> tuple[Candidate, ...]:
    """Return the entries that might answer, best first."""
    search = turn.needs.retriever.search
    says_little = len(content_words(ask.text)) <= 1
    hits = [] if says_little and ask.whole else search(ask.text, _DEPTH, turn.as_of)
    if ask.whole and ask.whole != ask.text:
        hits = [*hits, *search(ask.whole, _DEPTH, turn.as_of)]
    if (anywhere := _wherever_it_is(ask.text, turn)) != ask.text and not says_little:
        hits = [*hits, *search(anywhere, _DEPTH // 2, turn.as_of)]
    if ask.courses and (of_any := _of_any_course(ask, turn)) is not None and not says_little:
        hits = [*hits, *search(of_any, _DEPTH // 2, turn.as_of)]
    if ask.topic:
        hits = [*hits, *search(f"{ask.topic} {ask.text}", _DEPTH // 2, turn.as_of)]
    if ask.carried and turn.state.last_question and ask.text != turn.state.last_question:
        hits = [*hits, *search(f"{turn.state.last_question} {ask.text}", _DEPTH // 2, turn.as_of)]
    before = turn.state.topics if _goes_on(ask, turn) else ()
    if before and turn.state.last_question:
        hits = [*hits, *search(f"{turn.state.last_question} {ask.text}", _DEPTH // 2, turn.as_of)]
    nation = turn.state.person.facts.get("nation")
    found = weigh(
        ask,
        hits,
        turn.needs.base,
        turn.needs.lexicon.intents,
        turn.as_of,
        is_outside(ask, turn),
        before,
        str(nation.value) if nation else "",
        tuple(word for fact, value, word in _WORKPLACES if _known(turn, fact) == value),
        reformed=bool(_known(turn, "prior_applications")) and _known(turn, "prior_npqs") is None,
    )
    return tuple(candidate for candidate in found if not _is_of_another_intake(candidate.entry, turn))


def _wherever_it_is(text: str, turn: Turn) -> str:
    """Return the text with towns and counties of England called "my area": no entry is about Exeter, one is about nearby."""
    places = [m for m in turn.needs.lexicon.names.find(text) if m.kind == "place" and m.value == "england"]
    for mention in reversed(places):
        text = f"{text[: mention.start]}my area{text[mention.end :]}"
    return text


def _of_any_course(ask: Ask, turn: Turn) -> str | None:
    """Return the text with the one course it names called "an NPQ": the name draws to its record what is said of all.

    None where it names none or several, or the coaching offer: what is said of all NPQs does not hold of that.
    """
    named = {mention.value for mention in turn.needs.lexicon.names.find(ask.text) if mention.kind == "course"}
    if len(named) != 1 or EARLY_HEADSHIP_COACHING in {*named, *ask.courses}:
        return None
    return turn.needs.lexicon.mask(ask.text.lower()).replace(MASK, "an npq")


def _known(turn: Turn, fact: str) -> object:
    known = turn.state.person.facts.get(fact)
    return known.value if known is not None else None


def _goes_on(ask: Ask, turn: Turn) -> bool:
    """Return whether a short message about no course of its own goes on from the last answer."""
    last = turn.state.last_question
    short = len(ask.text.split()) <= _FOLLOW_UP or (bool(last) and ask.text.startswith(last))
    return short and (ask.carried or not ask.courses) and bool(turn.state.topics)


def _is_of_another_intake(entry: Entry, turn: Turn) -> bool:
    """Return whether all that the entry claims is of other intakes than the one that this message names."""
    named = turn.state.person.facts.get("cohort_id")
    if named is None or named.turn != turn.state.turn or not named.quote:
        return False
    spoken_of = {
        f"{year}{'a' if season == 'spring' else 'b'}" for season, year in _INTAKE.findall(entry.statements[0].text)
    }
    claimed = {claim.cohort for claim in entry.claims} | set(_COHORT_IN_ID.findall(entry.id))
    return any(
        cohorts and named.value not in cohorts
        for cohorts in (claimed, spoken_of if entry.kind is Kind.POLICY else set())
    )


def fallback(ask: Ask, turn: Turn, used: Collection[str], *, specific: bool = False) -> Candidate | None:
    """Return the general entry on what exact words tell is wanted; with `specific` only of wants that are marked so."""
    specs = turn.needs.lexicon.intents
    for name in sorted(ask.cues, key=list(specs).index):
        entry = fallback_of(name, turn) if specs[name].specific or not specific else None
        if entry is not None and entry.id not in used:
            return Candidate(entry, 0.0, SURE)
    return None


def fallback_of(intent: str, turn: Turn) -> Entry | None:
    """Return the general entry on an intent, None where there is none."""
    return turn.needs.base.entries.get(turn.needs.lexicon.intents[intent].fallback or "")


def is_ours(ask: Ask, turn: Turn) -> bool:
    """Return whether any word is of our subject: without one, what looks alike is alike by chance."""
    elsewhere = ask.intents.get("out_of_scope", 0.0) >= _OTHER_SUBJECT and (ask.carried or not ask.courses)
    if elsewhere and not names_ours(ask.whole or ask.text, turn):
        return False
    if "recommend" in ask.cues and len(content_words(ask.text) - _UNDECIDED) <= 1:
        return True  # "I don't know which one" can only be about ours
    longest = _AFTER_A_VERDICT if turn.state.decided else _FOLLOW_UP
    goes_on = bool(turn.state.intents) and len(ask.text.split()) <= longest
    return ask.carried or goes_on or names_ours(ask.whole or ask.around or ask.text, turn)


def names_ours(text: str, turn: Turn) -> bool:
    """Return whether a text has any word or name of our subject."""
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(text)}
    told_by_itself = {"place", "subject", "phase", "aim", "ambiguous", "not_npq"}
    return bool(kinds - told_by_itself) or bool(_OURS.search(text.lower()))


def is_alike_by_chance(ask: Ask, best: Candidate | None, turn: Turn) -> bool:
    """Return whether a first question has school's words, none of NPQs' own, and is near to no entry: exam access, admissions."""
    if turn.state.turn > 1 or not ask.is_question or ask.courses:
        return False
    near = best is not None and (best.similarity >= _FAR_BY_WORDS or best.score >= _FAR)
    return not near and not _names_npqs(ask.whole or ask.around or ask.text, turn)


def _names_npqs(text: str, turn: Turn) -> bool:
    """Return whether a text has a word or name of NPQs' own, and not only of schools."""
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(text)}
    return bool(kinds & _OF_NPQS) or bool(_OURS_ALONE.search(text.lower()))


def seeks_help(ask: Ask) -> bool:
    """Return whether somebody is lost and says so: that wants a question back, not a refusal."""
    return bool(_LOST.search(ask.text.lower())) or len(ask.text.split()) < 4


def says_nothing_to_go_on(ask: Ask, turn: Turn) -> bool:
    """Return whether the words name nothing of our subject and are not plainly about another."""
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(ask.whole or ask.text)}
    ours = {"course", "legacy", "list", "provider", "role", "setting", "cohort", "organisation", "not_npq"}
    return not kinds & ours and ask.intents.get("out_of_scope", 0.0) < 0.4


def is_outside(ask: Ask, turn: Turn) -> bool:
    """Return whether the words name something people confuse with NPQs, and no NPQ but one to set it beside."""
    kinds = {mention.kind for mention in turn.needs.lexicon.names.find(ask.whole or ask.text)}
    beside_one = "comparison" in ask.cues and len(ask.courses) == 1  # "how does NPQLT differ from the ECF?"
    alone = not kinds & {"course", "family", "legacy"} and not ask.courses
    return "not_npq" in kinds and (alone or beside_one)
