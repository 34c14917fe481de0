"""Read the content tree: files in, a knowledge base and a list of problems out.

It reports what cannot be read; whether what was read is *right* is `checks.py`'s part.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from advisor.knowledge.base import KnowledgeBase, make_base
from advisor.knowledge.markdown import ContentFile, Section, StatementLine, parse_content
from advisor.knowledge.problem import Problem
from advisor.knowledge.schema import Basis, Course, Entry, Kind, Role, Source, Statement

_ROLES = {role.value: role for role in Role}
_BASES = {basis.value: basis for basis in Basis}
_PREFIX = {Kind.FAQ: "faq-", Kind.POLICY: "policy-", Kind.CONFLICT: "conflict-", Kind.GLOSSARY: "term-"}
_FIELDS = set(Entry.model_fields) - {"title", "statements", "file", "line", "attribute"}


def load_knowledge(root: Path) -> tuple[KnowledgeBase, tuple[Problem, ...]]:
    """Load everything under `root` that can be loaded, and report the rest.

    Raises:
        FileNotFoundError: where `root` holds no `sources` folder, so that it is no content tree at all.
    """
    if not (root / "sources").is_dir():
        raise FileNotFoundError(f"{root} holds no 'sources' folder: it is not a knowledge folder")
    problems: list[Problem] = []
    sources = _load_sources(root, problems)
    courses = _load_courses(root, problems)
    entries: dict[str, Entry] = {}
    for path in sorted(root.rglob("*.md")):
        if path.name.isupper() or path.stem.isupper():
            continue  # README.md and CHANGES.md are about the content, not part of it
        file = str(path.relative_to(root.parent))
        content = parse_content(path.read_text(encoding="utf-8"), file)
        problems.extend(content.problems)
        for entry in _read_entries(content, file, problems):
            if entry.id in entries:
                first = entries[entry.id]
                problems.append(Problem(file, entry.line, f"id '{entry.id}' is taken by {first.file}:{first.line}"))
            else:
                entries[entry.id] = entry
    return make_base(sources, courses, entries, hash_tree(root)), tuple(sorted(problems))


def hash_tree(root: Path) -> str:
    """Return a SHA-256 over the names and bytes of all content files."""
    digest = hashlib.sha256()
    for path in sorted(p for p in root.rglob("*") if p.suffix in {".md", ".toml"} and not p.stem.isupper()):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read_toml(path: Path, root: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(str(path.relative_to(root.parent)), 0, f"not valid TOML: {error}"))
        return {}


def _load_sources(root: Path, problems: list[Problem]) -> dict[str, Source]:
    records: dict[str, dict[str, Any]] = {}
    extra: dict[str, list[str]] = {}
    homes: dict[str, str] = {}
    for path in sorted((root / "sources").glob("*.toml")):
        tables = _read_toml(path, root, problems)
        for source_id, fields in tables.get("source", {}).items():
            if source_id in records:
                problems.append(Problem(str(path.relative_to(root.parent)), 0, f"source '{source_id}' entered twice"))
            records[source_id] = fields
            homes[source_id] = str(path.relative_to(root.parent))
        for source_id, figures in tables.get("figures", {}).items():
            extra.setdefault(source_id, []).extend(figures)
    for source_id, figures in extra.items():
        if source_id in records:
            records[source_id] = records[source_id] | {"figures": [*records[source_id].get("figures", []), *figures]}
        else:
            problems.append(Problem("knowledge/sources", 0, f"figures given for unknown source '{source_id}'"))
    sources: dict[str, Source] = {}
    for source_id, fields in records.items():
        try:
            sources[source_id] = Source(id=source_id, **fields)
        except ValidationError as error:
            problems.append(Problem(homes[source_id], 0, f"source '{source_id}': {_plain(error)}"))
    return sources


def _load_courses(root: Path, problems: list[Problem]) -> dict[str, Course]:
    path = root / "courses.toml"
    if not path.exists():
        problems.append(Problem(str(path.relative_to(root.parent)), 0, "the list of courses is missing"))
        return {}
    courses: dict[str, Course] = {}
    for course_id, fields in _read_toml(path, root, problems).get("course", {}).items():
        try:
            courses[course_id] = Course(id=course_id, **fields)
        except ValidationError as error:
            problems.append(Problem(str(path.relative_to(root.parent)), 0, f"course '{course_id}': {_plain(error)}"))
    return dict(sorted(courses.items(), key=lambda item: item[1].order))


def _read_entries(content: ContentFile, file: str, problems: list[Problem]) -> Iterable[Entry]:
    for section in content.sections:
        fields = {**content.header, **section.fields}
        course = fields.pop("course", None)
        basis = fields.pop("basis", Basis.SEEN.value)
        kind = fields.get("kind")
        if "id" not in section.fields:
            problems.append(Problem(file, section.line, "an entry needs an id in its block"))
            continue
        attribute = str(fields["id"]) if kind == Kind.COURSE else None
        if kind in (Kind.COURSE, Kind.FRAMEWORK) and course is not None:
            middle = "#" if kind == Kind.COURSE else "-framework#"
            fields["id"] = f"{course}{middle}{fields['id']}"
            fields.setdefault("courses", [course])
        for unknown in sorted(set(fields) - _FIELDS):
            problems.append(Problem(file, section.line, f"unknown field '{unknown}'"))
            fields.pop(unknown)
        statements = _read_statements(section, str(fields["id"]), str(basis), file, problems)
        prefix = _PREFIX.get(Kind(kind)) if kind in set(Kind) else None
        if prefix and not str(fields["id"]).startswith(prefix):
            problems.append(Problem(file, section.line, f"the id of a {kind} entry starts with '{prefix}'"))
        try:
            yield Entry(
                **fields,
                title=section.title,
                attribute=attribute,
                statements=statements,
                file=file,
                line=section.line,
            )
        except ValidationError as error:
            problems.append(Problem(file, section.line, f"entry '{fields['id']}': {_plain(error)}"))


def _read_statements(
    section: Section, entry_id: str, basis: str, file: str, problems: list[Problem]
) -> tuple[Statement, ...]:
    if not section.statements:
        problems.append(Problem(file, section.line, f"entry '{entry_id}' says nothing"))
    statements = []
    for position, line in enumerate(section.statements, start=1):
        unknown = sorted(set(line.tags) - set(_ROLES) - set(_BASES))
        problems.extend(Problem(file, line.line, f"unknown mark '{tag}'") for tag in unknown)
        statements.append(_make_statement(line, position, entry_id, basis))
    return tuple(statements)


def _make_statement(line: StatementLine, position: int, entry_id: str, basis: str) -> Statement:
    roles = [_ROLES[tag] for tag in line.tags if tag in _ROLES]
    bases = [_BASES[tag] for tag in line.tags if tag in _BASES]
    default = Role.ANSWER if position == 1 else Role.DETAIL
    return Statement(
        id=f"{entry_id}.{position}",
        text=line.text,
        sources=line.sources,
        role=roles[0] if roles else default,
        basis=bases[0] if bases else Basis(basis),
        line=line.line,
    )


def _plain(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, part['loc']))}: {part['msg']}" for part in error.errors())


def read_table(root: Path, name: str) -> Mapping[str, Any]:
    """Return a data table of the content tree such as `names.toml`.

    Raises:
        FileNotFoundError, tomllib.TOMLDecodeError: where it is missing or broken; it ships with the product.
    """
    return tomllib.loads((root / name).read_text(encoding="utf-8"))
