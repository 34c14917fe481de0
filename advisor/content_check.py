"""Check the content as a whole: with the rules, against the documents it was drawn from, and by searching it.

Checks that need nothing but the content lie in `advisor.knowledge.checks`; printing the problems is left to `cli.py`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from advisor.core.errors import AdvisorError, BadContent
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.checks import check_content
from advisor.knowledge.loader import load_knowledge, read_table
from advisor.knowledge.problem import Problem, Severity
from advisor.knowledge.schema import Claim, Entry, Kind, Source
from advisor.rules.decision import decide
from advisor.rules.funding.rulesets import RuleBook, load_rule_book
from advisor.rules.parsing import check_course, parse_facts

RUN = 8
"""Words in a row that no sentence of ours may share with a document it was drawn from."""
ALIKE = 0.8
"""Share of words in common from which two entries are reported as saying the same."""
FOUND_WITHIN = 3
OFFICIAL_NAME = 3
"""Fewest words of a name or title that is left out: leaving out a single word everywhere would hide whole sentences."""
OFFICIAL_WORDING = "official_wording.toml"
NAMES = "names.toml"
_TEXT_FILES = {".txt", ".md", ".html", ".htm", ".csv"}
_WORD = re.compile(r"[a-z0-9]+")

Search = Callable[[str, int], Sequence[str]]
"""A question and how many entries are wanted; returns their ids, best first."""


def check_everything(
    knowledge_path: Path, today: date, originals: Path | None = None
) -> tuple[KnowledgeBase, tuple[Problem, ...]]:
    """Load the content and run every check that needs no search; problems come sorted by file and line.

    Raises:
        FileNotFoundError: where the folder is no content folder, or `originals` is no folder.
    """
    base, problems = load_knowledge(knowledge_path)
    found = [*problems, *check_content(base, today), *claims_hold(base, knowledge_path), *entries_differ(base)]
    found += providers_are_recorded(base, _provider_names(knowledge_path))
    if originals is not None:
        official = _official_wording(knowledge_path)
        found += sentences_are_ours(base, originals, official)
        found += tables_are_ours(knowledge_path, base, originals, official)
    return base, tuple(sorted(found))


def providers_are_recorded(base: KnowledgeBase, providers: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """A provider that a sentence names is recorded for one of its sources, under whichever of its names."""
    writings = {name: _alternatives((name, *others)) for name, others in providers.items()}
    recorded = {source.id: _recorded(source) for source in base.sources.values()}
    for entry in base.entries.values():
        for statement in entry.statements:
            said, known = _plain(statement.text), " / ".join(recorded.get(id_, "") for id_ in statement.sources)
            for name, pattern in writings.items():
                if pattern and pattern.search(said) and not pattern.search(known):
                    yield Problem(entry.file, statement.line, f"no cited source records the provider {name}")


def _recorded(source: Source) -> str:
    return " / ".join(map(_plain, (*source.figures, source.title, source.publisher, source.url or "")))


def _provider_names(knowledge_path: Path) -> Mapping[str, Collection[str]]:
    if not (knowledge_path / NAMES).exists():
        return {}
    names: Mapping[str, Collection[str]] = read_table(knowledge_path, NAMES).get("providers", {})
    return names


def claims_hold(base: KnowledgeBase, knowledge_path: Path) -> Iterator[Problem]:
    """What an entry claims about funding is what the rules decide, as they stood when the entry was checked."""
    try:
        book = load_rule_book(knowledge_path / "rulesets")
    except BadContent as error:
        yield Problem(f"{knowledge_path.name}/rulesets", 0, str(error))
        return
    for entry in base.entries.values():
        for claim in entry.claims:
            complaint = _complaint(claim, entry, book)
            if complaint:
                statement = entry.statements[claim.statement - 1 : claim.statement]
                yield Problem(entry.file, statement[0].line if statement else entry.line, complaint)


def _complaint(claim: Claim, entry: Entry, book: RuleBook) -> str | None:
    if not 1 <= claim.statement <= len(entry.statements):
        return f"a claim names sentence {claim.statement}, and '{entry.id}' has {len(entry.statements)}"
    # A retired entry is held to the rules of its own time.
    as_of = min(entry.checked_on, entry.valid_to or entry.checked_on)
    try:
        verdict = decide(check_course(claim.course), parse_facts(claim.facts), as_of, claim.cohort, book)
    except AdvisorError as error:
        return f"a claim on {claim.course} cannot be run: {error}"
    if verdict.outcome.value == claim.outcome:
        return None
    return (
        f"sentence {claim.statement} claims '{claim.outcome}' for {claim.course} in {claim.cohort}; "
        f"the rules say '{verdict.outcome.value}' ({verdict.reason or 'no reason decided'})"
    )


def sentences_are_ours(base: KnowledgeBase, originals: Path, official: Collection[str]) -> Iterator[Problem]:
    """No run of eight words is taken from the documents in `originals`, official names apart."""
    taken, apart = _taken(originals), _official_names(base, official)
    for entry in base.entries.values():
        for text, line in _texts(entry):
            yield from _copied(text, taken, apart, entry.file, line)


def tables_are_ours(
    knowledge_path: Path, base: KnowledgeBase, originals: Path, official: Collection[str]
) -> Iterator[Problem]:
    """What the tables hold as text is our own too: why a course fits, how a provider is described."""
    taken, apart = _taken(originals), _official_names(base, official)
    for path in sorted(knowledge_path.glob("*.toml")):
        if path.name != OFFICIAL_WORDING:
            file = str(path.relative_to(knowledge_path.parent))
            for text in _strings(tomllib.loads(path.read_text(encoding="utf-8"))):
                yield from _copied(text, taken, apart, file, 0)


def _copied(
    text: str, taken: Mapping[str, str], apart: re.Pattern[str] | None, file: str, line: int
) -> Iterator[Problem]:
    """Yield the first run that is taken from elsewhere; the others of the same text would say no more."""
    found = next((run for run in _runs(text, apart) if run in taken), None)
    if found is not None:
        yield Problem(file, line, f"eight words in common with {taken[found]}: '{found}'")


def _taken(originals: Path) -> Mapping[str, str]:
    """Return every run of the originals, with the name of the file it stands in."""
    if not originals.is_dir():
        raise FileNotFoundError(f"{originals} is not a folder")
    taken: dict[str, str] = {}
    for path in sorted(originals.rglob("*")):
        if path.suffix.lower() in _TEXT_FILES:
            taken |= dict.fromkeys(_runs(path.read_text(encoding="utf-8", errors="replace"), None), path.name)
    return taken


def _official_names(base: KnowledgeBase, official: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds official names: of courses, short or in full, of documents, and those listed as such."""
    courses = [name for course in base.courses.values() for name in (*_in_full(course.name), course.short_name)]
    names = (*official, *courses, *(source.title for source in base.sources.values()))
    return _alternatives([name for name in names if len(_plain(name).split()) >= OFFICIAL_NAME])


def _in_full(name: str) -> tuple[str, ...]:
    """Return a course's name as it is, and written out in the two ways that are in use.

    >>> _in_full("NPQ for Headship")[2]
    'National Professional Qualification in Headship'
    """
    subject = name.removeprefix("NPQ ").removeprefix("for ").removeprefix("in ")
    return (name, *(f"National Professional Qualification {word} {subject}" for word in ("for", "in")))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _texts(entry: Entry) -> Iterator[tuple[str, int]]:
    yield from ((text, entry.line) for text in (entry.title, *entry.ask, *entry.ask_held_out))
    yield from ((statement.text, statement.line) for statement in entry.statements)


def _runs(text: str, apart: re.Pattern[str] | None) -> Iterator[str]:
    plain = _plain(text)
    for piece in apart.split(plain) if apart else [plain]:
        words = piece.split()
        yield from (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’", "").replace("'", "")))


def _alternatives(phrases: Collection[str]) -> re.Pattern[str] | None:
    plain = sorted({_plain(phrase) for phrase in phrases} - {""}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(plain)})\b") if plain else None


def _official_wording(knowledge_path: Path) -> tuple[str, ...]:
    path = knowledge_path / OFFICIAL_WORDING
    if not path.exists():
        return ()
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(table.get("phrases", ()))


def entries_differ(base: KnowledgeBase) -> Iterator[Problem]:
    """Two entries of one kind about the same courses that say nearly the same words are one too many."""
    groups: dict[tuple[Kind, tuple[str, ...]], list[Entry]] = {}
    for entry in base.entries.values():
        groups.setdefault((entry.kind, entry.courses), []).append(entry)
    for group in groups.values():
        words = [frozenset(_WORD.findall(" ".join(s.text for s in entry.statements).lower())) for entry in group]
        for (place, entry), (earlier, other) in combinations(enumerate(group), 2):
            common = len(words[place] & words[earlier])
            alike = common >= ALIKE * len(words[place] | words[earlier])
            if alike and other.superseded_by != entry.id and entry.superseded_by != other.id:
                message = f"'{other.id}' says nearly the same as '{entry.id}'"
                yield Problem(other.file, other.line, message, Severity.WARNING)


def held_out_phrasings_find_their_entry(base: KnowledgeBase, search: Search, today: date) -> Iterator[Problem]:
    """A way of asking that the index never saw finds its FAQ among the first three."""
    for entry in base.of_kind(Kind.FAQ):
        if not entry.holds_on(today):
            continue
        for phrase in entry.ask_held_out:
            found = search(phrase, FOUND_WITHIN)
            if entry.id not in found:
                first = found[0] if found else "nothing"
                message = f"'{phrase}' does not find '{entry.id}' in the first {FOUND_WITHIN}; it finds '{first}'"
                yield Problem(entry.file, entry.line, message, Severity.WARNING)
