"""Run many conversations or decisions from lines of JSON: order kept, a bad line never stops the others.

Showing progress is left to `cli.py`; what a decision line holds, to the rules.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from advisor.core.errors import AdvisorError, BadInput
from advisor.dialogue.state import DialogueState
from advisor.reply import Replies, Reply
from advisor.rules.parsing import check_date, decide_line

LineOut = Mapping[str, Any]
LineRunner = Callable[[str, int], LineOut]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Conversation:
    """One input line of `batch`: what one person says, turn by turn."""

    id: object
    turns: tuple[str, ...]
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Job:
    """A file of lines to be run into another."""

    source: Path
    target: Path
    content: bytes
    run: LineRunner


def read_input(source: Path, target: Path) -> bytes:
    """Return the bytes of the input, once it is sure that the output has somewhere to go.

    Raises:
        BadInput: where the output would overwrite the input, or its folder is missing.
        OSError: where the input cannot be read.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise BadInput(f"{target} is the input as well: name another file for the output.")
    if not target.parent.is_dir():
        raise BadInput(f"{target.parent} is no folder: the output cannot be written there.")
    return source.read_bytes()


def run_job(job: Job) -> Iterator[str | None]:
    """Write the output of each line and yield, for each, a complaint with file and line, None where it went well."""
    numbered = list(numbered_lines(job.content))
    with job.target.open("w", encoding="utf-8", newline="\n") as out:
        for (number, _), output in zip(numbered, run_lines(numbered, job.run), strict=True):
            out.write(f"{to_json(output)}\n")
            error = output.get("error")
            yield f"{job.source}:{number}: {error['message']}" if error else None


def numbered_lines(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, with their numbers; bytes that are no UTF-8 become marks, not errors."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        text = line.decode("utf-8", errors="replace").strip()
        if text:
            yield number, text


def run_lines(lines: Iterable[tuple[int, str]], run: LineRunner) -> Iterator[LineOut]:
    """Yield the output of each line in order; whatever goes wrong with one line stays on that line."""
    for number, text in lines:
        try:
            yield run(text, number)
        except RecursionError:
            yield error_line(None, number, "The line is nested too deeply to be read.")
        except Exception as error:  # noqa: BLE001 - one line must never cost the rest of a long run
            # The kind of error only: its message may repeat what a person wrote.
            _log.error("line %d failed: %s", number, type(error).__name__)
            yield error_line(_id_of(text), number, f"The line could not be answered ({type(error).__name__}).")


def decide_runner(as_of: date) -> LineRunner:
    """Return what turns one line of facts into a verdict line."""
    return lambda text, number: decide_line(text, number, as_of)


def converse_runner(advisor: Replies, as_of: date) -> LineRunner:
    """Return what turns one line of turns into a line of replies, each conversation starting fresh."""

    def run(text: str, number: int) -> LineOut:
        line_id: object = None
        try:
            row = _read_object(text)
            line_id = row.get("id")
            conversation = _conversation(row)
        except AdvisorError as error:
            return error_line(line_id, number, str(error))
        replies = converse(advisor, conversation, as_of)
        return {"id": line_id, "replies": [reply.public() for reply in replies]}

    return run


def converse(advisor: Replies, conversation: Conversation, as_of: date) -> list[Reply]:
    """Return one reply for each turn; the conversation's own date wins over `as_of`."""
    state: DialogueState | None = None
    replies: list[Reply] = []
    for turn in conversation.turns:
        reply = advisor.reply(turn, state, conversation.as_of or as_of)
        state = reply.state
        replies.append(reply)
    return replies


def error_line(line_id: object, number: int, message: str) -> LineOut:
    """Return the output of a line that could not be run."""
    return {"id": line_id, "error": {"line": number, "message": message}}


def to_json(output: LineOut) -> str:
    """Return one line of JSON that any UTF-8 file can hold."""
    return storable(json.dumps(output, ensure_ascii=False))


def storable(text: str) -> str:
    """Return the text with marks for half characters, which JSON and a shell can pass and UTF-8 cannot hold."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _conversation(row: Mapping[str, Any]) -> Conversation:
    turns = row.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BadInput("'turns' must be a list of at least one message, such as [\"Can I do another NPQ?\"].")
    as_of = None if row.get("as_of") is None else check_date(row["as_of"])
    return Conversation(row.get("id"), tuple(storable(turn) for turn in turns), as_of)


def _read_object(text: str) -> Mapping[str, Any]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"The line is not JSON: {error.msg} at character {error.pos + 1}.") from None
    if not isinstance(row, dict):
        raise BadInput("The line must be a JSON object with 'id' and 'turns'.")
    return row


def _id_of(text: str) -> object:
    try:
        return _read_object(text).get("id")
    except (BadInput, RecursionError):
        return None
