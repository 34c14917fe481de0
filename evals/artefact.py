"""Keep a run in a folder: what was run, the cases, the outputs, the timings, the scores, the summary.

Everything but the timings and the pages made from them is the same bytes on each run of the same configuration.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from evals.case import Case
from evals.configuration import Configuration, differences
from evals.record import Record, Timing
from evals.score import Score

Line = TypeVar("Line", bound=BaseModel)


class ArtefactError(Exception):
    """The folder holds no run that can be read, or another run than the one asked for."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A folder for one run; `outputs` of a system other than the adviser lie in a folder of its name."""

    path: Path

    def system(self, name: str) -> RunFolder:
        """Return the folder of a baseline within this run."""
        return RunFolder(self.path / "baselines" / name.replace(", ", "-").replace(" ", "-"))

    def start(self, configuration: Configuration, *, resume: bool) -> None:
        """Make the folder ready; with `resume`, keep what an interrupted run of the same configuration left.

        Raises:
            ArtefactError: where `resume` meets another configuration.
        """
        wanted = configuration.model_dump(mode="json")
        self.path.mkdir(parents=True, exist_ok=True)
        if resume and self._file("config.json").exists():
            if other := differences(self.read_json("config.json"), wanted):
                raise ArtefactError(
                    f"{self.path} holds a run of something else ({', '.join(other)} differ); give another --out, or "
                    "leave out --resume to start afresh"
                )
            return
        for old in ("outputs.jsonl", "timings.jsonl", "scores.jsonl", "summary.json"):
            self._file(old).unlink(missing_ok=True)
        self.write_json("config.json", wanted)

    def keep(self, record: Record, timing: Timing) -> None:
        """Add one finished case; a line is either there in full or, after a crash, dropped on reading."""
        self.path.mkdir(parents=True, exist_ok=True)
        for name, line in (("outputs.jsonl", record), ("timings.jsonl", timing)):
            with self._file(name).open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(_line(line) + "\n")

    def done(self) -> dict[str, Record]:
        """Return the cases finished by an interrupted run, and mend its files where the last line is cut short.

        A case whose output was lost is played again, so a time that was kept of it goes as well.
        """
        for name in ("outputs.jsonl", "timings.jsonl"):
            if self._file(name).exists():
                _drop_half_line(self._file(name))
        done = {record.id: record for record in self.records()} if self._file("outputs.jsonl").exists() else {}
        if self._file("timings.jsonl").exists():
            self.write_lines("timings.jsonl", [timing for timing in self.timings() if timing.id in done])
        return done

    def write_lines(self, name: str, lines: Iterable[BaseModel]) -> None:
        """Write one JSON object a line."""
        self.path.mkdir(parents=True, exist_ok=True)
        text = "".join(_line(line) + "\n" for line in lines)
        self._file(name).write_text(text, encoding="utf-8", newline="\n")

    def write_json(self, name: str, content: Any) -> None:
        """Write a JSON file; NaN is an error, since a figure is there or it is not."""
        self.path.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
        self._file(name).write_text(text + "\n", encoding="utf-8", newline="\n")

    def read_json(self, name: str) -> Any:
        """Return a JSON file's content. Raises ArtefactError where it is missing or broken."""
        try:
            return json.loads(self._file(name).read_text(encoding="utf-8"))
        except (OSError, json.JSONDecodeError) as error:
            raise ArtefactError(f"{self._file(name)} cannot be read: {error}") from error

    def cases(self) -> tuple[Case, ...]:
        """Return the cases that were run."""
        return self._read("cases.jsonl", Case)

    def records(self) -> tuple[Record, ...]:
        """Return what came out."""
        return self._read("outputs.jsonl", Record)

    def timings(self) -> tuple[Timing, ...]:
        """Return how long it took; empty where nobody kept it."""
        return self._read("timings.jsonl", Timing) if self._file("timings.jsonl").exists() else ()

    def scores(self) -> tuple[Score, ...]:
        """Return the scores as last computed."""
        return self._read("scores.jsonl", Score)

    def _file(self, name: str) -> Path:
        return self.path / name

    def _read(self, name: str, model: type[Line]) -> tuple[Line, ...]:
        try:
            lines = self._file(name).read_text(encoding="utf-8").split("\n")
        except OSError as error:
            raise ArtefactError(f"{self._file(name)} cannot be read: {error}") from error
        return tuple(self._read_line(name, number, line, model) for number, line in enumerate(lines, start=1) if line)

    def _read_line(self, name: str, number: int, line: str, model: type[Line]) -> Line:
        try:
            return model.model_validate_json(line)
        except ValidationError as error:
            raise ArtefactError(
                f"{self._file(name)}:{number}: cannot be read ({error.errors()[0]['msg']}); was the run interrupted? "
                "Go on with run … --resume"
            ) from error


def _line(content: BaseModel) -> str:
    # Half characters pass through JSON and cannot be written as UTF-8; a mark shows where one was.
    text = json.dumps(content.model_dump(mode="json", by_alias=True, exclude_defaults=True), ensure_ascii=False)
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _drop_half_line(file: Path) -> None:
    content = file.read_bytes()
    if content and not content.endswith(b"\n"):
        file.write_bytes(content[: content.rfind(b"\n") + 1])
