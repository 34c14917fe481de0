"""Check the content as a whole: with the rules, against the documents it was drawn from, and by searching it.

Checks that need nothing but the content lie in `advisor.knowledge.checks`; printing the problems is left to `cli.py`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from advisor.core.errors import AdvisorError, BadContent
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.checks import check_content
from advisor.knowledge.loader import load_knowledge
from advisor.knowledge.problem import Problem, Severity
from advisor.knowledge.schema import Claim, Entry, Kind
from advisor.rules.decision import decide
from advisor.rules.funding.rulesets import RuleBook, load_rule_book
from advisor.rules.parsing import check_course, parse_facts

RUN = 8
"""Words in a row that no sentence of ours may share with a document it was drawn from."""
ALIKE = 0.8
"""Share of words in common from which two entries are reported as saying the same."""
FOUND_WITHIN = 3
OFFICIAL_WORDING = "official_wording.toml"
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
    if originals is not None:
        found += sentences_are_ours(base, originals, _official_wording(knowledge_path))
    return base, tuple(sorted(found))


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
    if not originals.is_dir():
        raise FileNotFoundError(f"{originals} is not a folder")
    names = (*official, *(source.title for source in base.sources.values()), *(c.name for c in base.courses.values()))
    apart = _alternatives(names)
    taken: dict[str, str] = {}
    for path in sorted(originals.rglob("*")):
        if path.suffix.lower() in _TEXT_FILES:
            taken |= dict.fromkeys(_runs(path.read_text(encoding="utf-8", errors="replace"), None), path.name)
    for entry in base.entries.values():
        for text, line in _texts(entry):
            for run in _runs(text, apart):
                if run in taken:
                    yield Problem(entry.file, line, f"eight words in common with {taken[run]}: '{run}'")
                    break


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
