"""Read what is typed and print replies, at a console or through a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.markdown import Markdown
from rich.progress import track

from advisor.explaining import detail_text

if TYPE_CHECKING:
    from advisor.reply import Reply

T = TypeVar("T")


def write_utf8() -> None:
    """Whatever the console's own alphabet, JSON for another program is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def next_line() -> str | None:
    """Return the next line, None at its end."""
    try:
        return input("\nYou: " if sys.stdin.isatty() else "").strip()
    except EOFError:
        return None


def show(reply: Reply, *, detail: bool) -> None:
    """Print a reply; drawn where a person reads it, plain where it goes to a file."""
    if sys.stdout.isatty():
        Console().print(Markdown(reply.text))
    else:
        print(reply.text)
    for notice in reply.notices:
        print(f"Note: {notice.text}")
    for number, choice in enumerate(reply.question.choices if reply.question else (), start=1):
        print(f"  {number}. {choice.label}")
    if detail:
        print(detail_text(reply))


def with_bar(steps: Iterable[T], total: int) -> Iterable[T]:
    """Return the same steps, with a bar on stderr that shows how many of `total` are done."""
    return track(steps, "Working", total=total, console=Console(stderr=True))
