"""Put the parts of an answer on a page: numbered markers, statements, citations.

What the parts say is decided before; no word is added here but markers and Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.answering.citations import Citation, CitedStatement, make_citation, number_grounds
from advisor.answering.said import Ground, Part, Said, Table
from advisor.knowledge.base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Composed:
    """The page and what stands behind it."""

    text: str
    statements: tuple[CitedStatement, ...]
    citations: tuple[Citation, ...]
    numbers: dict[Ground, int]


def compose(parts: tuple[Part, ...], base: KnowledgeBase, rules_checked_on: date | None) -> Composed:
    """Return the text of all parts in order, each sentence followed by the numbers of its grounds."""
    numbers = number_grounds(ground for part in parts for ground in _grounds(part))
    paragraphs: list[str] = []
    statements: list[CitedStatement] = []
    for part in parts:
        paragraphs += _paragraphs(part, numbers, statements)
    citations = tuple(make_citation(ground, number, base, rules_checked_on) for ground, number in numbers.items())
    return Composed("\n\n".join(paragraphs), tuple(statements), citations, numbers)


def _grounds(part: Part) -> list[Ground]:
    """The grounds of a part in the order in which a reader meets them."""
    first, rest = part.said[:1], part.said[1:]
    grounds = [ground for said in first for ground in said.grounds]
    if part.table is not None:
        grounds += [ground for _, row_grounds in part.table.rows for ground in row_grounds]
    return grounds + [ground for said in rest for ground in said.grounds]


def _paragraphs(part: Part, numbers: dict[Ground, int], statements: list[CitedStatement]) -> list[str]:
    if part.table is None:
        return [" ".join(_marked(said, numbers, statements) for said in group) for group in _grouped(part.said)]
    first = [_marked(said, numbers, statements) for said in part.said[:1]]
    table = _drawn(part.table, numbers, statements)
    rest = " ".join(_marked(said, numbers, statements) for said in part.said[1:])
    return [*first, table, *([rest] if rest else [])]


def _grouped(said: tuple[Said, ...]) -> list[tuple[Said, ...]]:
    """Break a long part after its answer, so that the short answer stands by itself on a phone."""
    if len(said) < 4:
        return [said] if said else []
    return [said[:2], said[2:]]


def _marked(said: Said, numbers: dict[Ground, int], statements: list[CitedStatement]) -> str:
    if not said.grounds:
        return said.text
    cited = tuple(dict.fromkeys(numbers[ground] for ground in said.grounds))
    statements.append(CitedStatement(text=said.text, citations=cited))
    return f"{said.text} {_markers(cited)}"


def _drawn(table: Table, numbers: dict[Ground, int], statements: list[CitedStatement]) -> str:
    lines = [_line(table.head), _line(("---",) * len(table.head))]
    for cells, grounds in table.rows:
        cited = tuple(dict.fromkeys(numbers[ground] for ground in grounds))
        statements.append(CitedStatement(text=" | ".join(cells), citations=cited))
        lines.append(_line((*cells[:-1], f"{cells[-1]} {_markers(cited)}")))
    return "\n".join(lines)


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _markers(cited: tuple[int, ...]) -> str:
    return " ".join(f"[{number}]" for number in cited)
