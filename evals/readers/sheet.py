"""Open a CSV as people save it: with commas, semicolons or tabs, in UTF-8 or in what Excel writes, whatever the heads.

What the columns mean is left to the reader that asks.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_DELIMITERS = ",;\t|"
_NOT_THE_THING = frozenset({"id", "number", "no", "nr", "ref", "type", "date", "count", "category", "topic", "status"})
"""Words that make a head speak about the thing rather than be it: "question no", "answer type"."""


class SheetError(Exception):
    """The file is no sheet that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """One filled row, by the heads of the sheet, and the line of the file on which it ends."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The heads as written, and the rows that are not empty."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]

    def column(self, names: Sequence[str]) -> str | None:
        """Return the head that is one of the names, else the first that has one among its words; None where none."""
        return find_column(self.heads, names)


def find_column(heads: Sequence[str], names: Sequence[str]) -> str | None:
    """Return the head that means one of the names.

    >>> find_column(["No.", "Question text", "Model answer (approved)"], ["answer"])
    'Model answer (approved)'
    """
    worded = [(head, re.findall(r"[a-z]+", head.casefold())) for head in heads]
    for name in names:
        whole = name.split("_")
        if exact := next((head for head, words in worded if words in (whole, [*whole[:-1], f"{whole[-1]}s"])), None):
            return exact
    wanted = {form for name in names if len(name) > 1 for form in (name, f"{name}s")}
    return next((head for head, words in worded if wanted & set(words) and not _NOT_THE_THING & set(words)), None)


def read_sheet(path: Path) -> Sheet:
    """Return the sheet. Raises SheetError where a quoted cell never ends, or the file is empty."""
    text = decoded(path.read_bytes())
    if not text.strip():
        raise SheetError("the file is empty")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise SheetError(f"line {reader.line_num}: {error}") from error
    filled = ((number, [cell.strip() for cell in row]) for number, row in rows if any(cell.strip() for cell in row))
    heads = tuple(next(filled)[1])
    return Sheet(heads, tuple(_lines(heads, filled)))


def decoded(content: bytes) -> str:
    """Return the text of a file saved as UTF-8, as UTF-16 with its mark, or by Excel on Windows."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """Return what parts the heads: the sign that the first filled line has most often, a comma where it has none."""
    head = next(line for line in text.splitlines() if line.strip())
    return max(_DELIMITERS, key=lambda sign: (head.count(sign), -_DELIMITERS.index(sign)))


def _lines(heads: Sequence[str], rows: Iterator[tuple[int, list[str]]]) -> Iterator[Line]:
    for number, row in rows:
        yield Line(number, dict(zip(heads, row, strict=False)))
