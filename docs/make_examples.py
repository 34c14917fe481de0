"""Write docs/examples.md: the conversations of docs/examples.toml, answered by the adviser as it stands.

.venv/bin/python docs/make_examples.py
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from advisor.offline import switch_off_network

switch_off_network()

from advisor.build import build_advisor  # noqa: E402 - the network is off before the libraries are loaded
from advisor.explaining import day_in_words, source_line, verdict_line  # noqa: E402
from advisor.pipeline import Advisor  # noqa: E402
from advisor.reply import Reply  # noqa: E402

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Answer every conversation and write the page."""
    table = tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))
    advisor = build_advisor()
    lines = list(_page(table, advisor))
    (HERE / "examples.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _page(table: dict[str, Any], advisor: Advisor) -> Iterator[str]:
    as_of = table["as_of"]
    yield "# Examples"
    yield ""
    yield f"Conversations as they came out, unedited, asked as on {day_in_words(as_of)}."
    yield "`docs/examples.toml` holds what was typed; `.venv/bin/python -m docs.make_examples` writes this page."
    for number, conversation in enumerate(table["conversation"], start=1):
        yield ""
        yield f"## {number}. {conversation['title']}"
        yield from _conversation(conversation["typed"], advisor, as_of)


def _conversation(typed: list[str], advisor: Advisor, as_of: date) -> Iterator[str]:
    state = None
    for text in typed:
        reply = advisor.reply(text, state, as_of)
        state = reply.state
        yield ""
        yield f"**You:** {text}"
        yield ""
        yield from (f"> {line}".rstrip() for line in reply.text.splitlines())
        yield from _beneath(reply)


def _beneath(reply: Reply) -> Iterator[str]:
    """What the page shows under an answer: choices, notices, verdicts and sources."""
    for choice in reply.question.choices if reply.question else ():
        yield f"> * {choice.label}"
    lines = [
        *(f"Note: {notice.text}" for notice in reply.notices),
        *(f"Verdict: {verdict_line(verdict)}" for verdict in reply.verdicts),
        *_sources(reply),
    ]
    if lines:
        yield ""
        yield from (f"<sub>{line}</sub><br>" for line in lines)


def _sources(reply: Reply) -> Iterator[str]:
    """Each source once, with the numbers of all sentences that rest on it."""
    numbers: dict[str, list[str]] = {}
    for citation in reply.citations:
        numbers.setdefault(f"{citation.title}. {source_line(citation)}", []).append(f"[{citation.n}]")
    yield from (f"{' '.join(marks)} {source}" for source, marks in numbers.items())


if __name__ == "__main__":
    main()
