"""Split a content file into its header, its entries and their statement lines.

It knows the shape of a file (`knowledge/README.md`), not what the fields mean: that is `loader.py`'s part.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from advisor.knowledge.problem import Problem

FENCE = "+++"
_STATEMENT = re.compile(r"^- (?P<text>.+?)(?: \{(?P<tags>[a-z_ -]+)\})? \[(?P<sources>[a-z0-9_., -]+)\]$")


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One `- sentence {tags} [sources]` line."""

    text: str
    tags: tuple[str, ...]
    sources: tuple[str, ...]
    line: int


@dataclass(slots=True)
class Section:
    """One `## heading` with its block and its statement lines."""

    title: str
    line: int
    fields: dict[str, Any] = field(default_factory=dict)
    statements: list[StatementLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A parsed file: header fields, sections in order, and what could not be read."""

    header: dict[str, Any]
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]


def parse_content(text: str, file: str) -> ContentFile:
    """Parse one content file; every line that fits nothing becomes a problem and the rest is kept."""
    header: dict[str, Any] = {}
    sections: list[Section] = []
    problems: list[Problem] = []
    lines = text.splitlines()
    position = 0
    while position < len(lines):
        line, number = lines[position], position + 1
        position += 1
        if line.strip() == FENCE:
            block, position = _read_block(lines, position)
            target = sections[-1].fields if sections else header
            try:
                target.update(tomllib.loads("\n".join(block)))
            except tomllib.TOMLDecodeError as error:
                problems.append(Problem(file, number, f"the block that starts here is not valid TOML: {error}"))
        elif line.startswith("## "):
            sections.append(Section(line[3:].strip(), number))
        elif line.startswith("- "):
            _read_statement(line, number, file, sections, problems)
        elif line.strip() and not line.startswith(("# ", "<!--")):
            problems.append(Problem(file, number, "a line that is neither heading, block nor '- sentence [source]'"))
    return ContentFile(header, tuple(sections), tuple(problems))


def _read_block(lines: list[str], start: int) -> tuple[list[str], int]:
    block: list[str] = []
    for position in range(start, len(lines)):
        if lines[position].strip() == FENCE:
            return block, position + 1
        block.append(lines[position])
    return block, len(lines)


def _read_statement(line: str, number: int, file: str, sections: list[Section], problems: list[Problem]) -> None:
    match = _STATEMENT.match(line.rstrip())
    if not sections:
        problems.append(Problem(file, number, "a sentence before the first heading"))
    elif match is None:
        problems.append(Problem(file, number, "a sentence must end with the ids of its sources: '… [source-id]'"))
    else:
        tags = tuple((match["tags"] or "").replace(",", " ").split())
        sources = tuple(part.strip() for part in match["sources"].split(",") if part.strip())
        sections[-1].statements.append(StatementLine(match["text"].strip(), tags, sources, number))
