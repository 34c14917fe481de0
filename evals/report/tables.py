"""Tables of HTML that a screen reader can follow: a caption, headings with their scope, a scroll of their own."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple


class Marked(NamedTuple):
    """A cell with a class of its own."""

    text: str
    mark: str


class Noted(NamedTuple):
    """A cell with words in small print below."""

    text: str
    note: str


Cell = str | Marked | Noted


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table whose first column heads its rows."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(_row(row) for row in rows)
    # A section may bear the same name, and two regions of one name cannot be told apart.
    label = escape(f"Table: {caption}", quote=True)
    return (
        f'<div class="wide" role="region" aria-label="{label}" tabindex="0"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell]) -> str:
    return f'<tr><th scope="row">{_inner(row[0])}</th>{"".join(_cell(cell) for cell in row[1:])}</tr>'


def _cell(cell: Cell) -> str:
    mark = f' class="{cell.mark}"' if isinstance(cell, Marked) and cell.mark else ""
    return f"<td{mark}>{_inner(cell)}</td>"


def _inner(cell: Cell) -> str:
    """Return what a cell says; a figure is never parted from its per cent sign."""
    text = cell if isinstance(cell, str) else cell.text
    note = f"<small>{escape(cell.note)}</small>" if isinstance(cell, Noted) else ""
    return escape(text).replace(" %", "&#160;%") + note
