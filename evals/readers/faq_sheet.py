"""Read a sheet of questions and answers (CSV), as somebody would bring it who has never seen our format.

The answer becomes the reference whose words and figures are looked for; nothing is required word for word.
"""

from __future__ import annotations

from pathlib import Path

from evals.case import Case
from evals.readers.problem import Problem, make_case, sort_out
from evals.readers.sheet import Line, Sheet, SheetError, read_sheet

QUESTION = ("question", "q", "query", "user_input", "prompt", "faq", "enquiry", "ask")
ANSWER = ("answer", "a", "response", "reference", "expected", "ideal_answer", "reply")
FAMILY = ("family",)
TOPIC = ("topic", "category", "section", "theme")
TAGS = ("tags",)
ID = ("id", "ref")
ORIGIN = "sheet: "


def recognises(path: Path) -> bool:
    """Return whether this is a CSV; what it lacks is then said by `read`."""
    return path.is_file() and path.suffix.lower() in (".csv", ".tsv")


def read(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return one case for each row; rows without a question are problems, rows without an answer are not."""
    try:
        sheet = read_sheet(path)
    except SheetError as error:
        return (), (Problem(path, 0, str(error)),)
    if sheet.column(QUESTION) is None:
        heads = ", ".join(head for head in sheet.heads if head) or "none"
        return (), (Problem(path, 1, f"there is no column named 'question'; the columns are {heads}"),)
    if not sheet.lines:
        return (), (Problem(path, 0, "the sheet has a heading and no rows"),)
    return sort_out([_case(path, sheet, position, line) for position, line in enumerate(sheet.lines, start=1)])


def _case(path: Path, sheet: Sheet, position: int, line: Line) -> Case | tuple[Problem, ...]:
    def cell(names: tuple[str, ...]) -> str:
        column = sheet.column(names)
        return line.cells.get(column, "") if column else ""

    question, answer = cell(QUESTION), cell(ANSWER)
    if not question:
        return (Problem(path, line.number, "the row has no question; write one, or take the row out"),)
    tags = [part.strip() for part in (*cell(TAGS).replace(";", ",").split(","), cell(TOPIC)) if part.strip()]
    return make_case(
        path,
        line.number,
        {
            "id": cell(ID) or f"{path.stem}-{position:04d}",
            "family": cell(FAMILY),
            "origin": f"{ORIGIN}{path.name}",
            "turns": [question],
            "class": "answerable" if answer else None,
            "answer": answer,
            "tags": tags,
        },
    )
