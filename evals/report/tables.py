"""Tables of HTML that a screen reader can follow: a caption, headings with their scope, a scroll of their own."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple


class Marked(NamedTuple):
    """A cell with a class of its own."""

    text: str
    mark: str


Cell = str | Marked


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table whose first column heads its rows."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(_row(row) for row in rows)
    label = escape(caption, quote=True)
    return (
        f'<div class="wide" role="region" aria-label="{label}" tabindex="0"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell]) -> str:
    first, rest = row[0], row[1:]
    label = first.text if isinstance(first, Marked) else first
    return f'<tr><th scope="row">{escape(label)}</th>{"".join(_cell(cell) for cell in rest)}</tr>'


def _cell(cell: Cell) -> str:
    """Return a cell; a figure is never parted from its per cent sign."""
    text, mark = cell if isinstance(cell, Marked) else (cell, "")
    kept = escape(text).replace(" %", "&#160;%")
    return f'<td class="{mark}">{kept}</td>' if mark else f"<td>{kept}</td>"
