"""Read the phrasings that a folder of content holds back from the index: a retrieval set that is always up to date.

Each entry lists ways people ask for it that are never indexed (`ask_held_out`); the search has to find it by them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.loader import load_knowledge
from advisor.knowledge.problem import Severity
from advisor.knowledge.schema import Entry
from evals.case import Case
from evals.readers.problem import Problem, make_case, sort_out


def recognises(path: Path) -> bool:
    """Return whether this is a folder of content."""
    return path.is_dir() and (path / "courses.toml").is_file() and (path / "sources").is_dir()


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return one case for each phrasing held back."""
    base, problems = load_knowledge(path)
    errors = tuple(Problem(path, 0, str(problem)) for problem in problems if problem.severity is Severity.ERROR)
    if errors:
        return (), errors
    made = [
        _case(path, base, entry, number, text)
        for entry in base.entries.values()
        for number, text in enumerate(entry.ask_held_out, start=1)
    ]
    return sort_out(made) if made else ((), (Problem(path, 0, "no entry holds a phrasing back"),))


def _case(path: Path, base: KnowledgeBase, entry: Entry, number: int, text: str) -> Case | tuple[Problem, ...]:
    """Return the case; entries named as related help a reader too, and count for less."""
    related = [other for other in entry.related if other in base.entries and other != entry.id]
    gold = [{"entry": entry.id, "grade": 2}, *({"entry": other, "grade": 1} for other in dict.fromkeys(related))]
    return make_case(
        path,
        entry.line,
        {
            "id": f"{entry.id}~{number}",
            "family": f"held out {entry.id}",
            "split": _split(entry.id),
            "origin": "held out",
            "turns": [text],
            "gold": gold,
            "tags": ["held_out", entry.kind.value],
        },
    )


def _split(entry_id: str) -> str:
    """Half of the entries are for development; which, hangs on nothing but the id, so that it never changes."""
    return "test" if hashlib.sha256(entry_id.encode()).digest()[0] % 2 else "dev"
