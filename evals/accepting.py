"""Say why a run may not become the one that later runs are held against; nothing said means that it may.

An accepted run must be one that anybody can make again: of all that ships, on what is committed, unchanged since.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.configuration import Configuration, differences

_ABOUT = ("datasets", "splits", "content", "rules", "code", "scorers", "model", "libraries", "switched_off")


def objections(made: Configuration, today: Configuration, root: Path, written: Path) -> list[str]:
    """Return what speaks against a run; `today` is what a run of all that ships would be made with.

    `written` is the file that accepting changes, so that it may have been changed by an earlier try.
    """
    differing = differences(made.model_dump(mode="json"), today.model_dump(mode="json"))
    changed = [f"{name}: {_how(*differing[name])}" for name in _ABOUT if name in differing]
    uncommitted = uncommitted_files(root, written)
    if uncommitted is None:
        return [*changed, "this is no checkout, so nobody could say what the run was made from"]
    return [*changed, *([f"there are changes not committed: {', '.join(uncommitted[:5])}"] if uncommitted else [])]


def _how(made: Any, today: Any) -> str:
    """Say how one setting differs: what is lacking, where it lists things, else both values."""
    if isinstance(made, dict) and isinstance(today, dict):
        return f"not today's ({', '.join(sorted(differences(made, today)))})"
    return f"{_short(made)} in the run, {_short(today)} today"


def _short(value: object) -> str:
    return value[:12] if isinstance(value, str) else ", ".join(map(str, value)) if isinstance(value, list) else "other"


def uncommitted_files(root: Path, but: Path) -> Sequence[str] | None:
    """Return the files that differ from what is committed, new ones included; None where there is no checkout."""
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours, and the only name is this folder's
            ["git", "-C", str(root), "status", "--porcelain", "--untracked-files=normal"],  # noqa: S607
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    return [line[3:] for line in done.stdout.splitlines() if root / line[3:] != but]
