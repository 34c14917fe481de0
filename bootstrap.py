"""Set up, run or test npq-advisor with one command; standard library only, so that a bare machine can start it.

    python3 bootstrap.py setup | run | test | check

`make` calls this script; where there is no make (Windows) it does the same: `py bootstrap.py run`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent
VENV = PROJECT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "npq-advisor-setup.json"
OLDEST, NEWEST = (3, 11), (3, 13)
TORCH = "2.13.0"
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"


class SetupError(Exception):
    """Set-up cannot go on; the message says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit code."""
    options, rest = _parser().parse_known_args(arguments)
    try:
        check_python(sys.version_info[:2])
        extras = {"test"} if options.command in ("test", "check") else set()
        set_up(extras | set(options.extra))
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    return {"setup": _done, "run": _serve, "test": _test, "check": _check}[options.command](rest)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Set up, run or test npq-advisor.")
    parser.add_argument("command", choices=["setup", "run", "test", "check"])
    parser.add_argument("--extra", action="append", default=[], help="an extra of pyproject.toml to install as well")
    return parser


def check_python(version: tuple[int, ...]) -> None:
    """Raise `SetupError` where this Python is none of the declared ones."""
    if not OLDEST <= version <= NEWEST:
        found = ".".join(map(str, version))
        raise SetupError(f"npq-advisor needs Python 3.11 (3.12 and 3.13 should do); this is {found}. Set PYTHON=...")


def set_up(extras: set[str]) -> None:
    """Create and fill `.venv` unless its stamp says that it is up to date.

    Raises:
        SetupError: where the environment cannot be made or something cannot be installed.
    """
    stamp = read_stamp(STAMP)
    wanted = fingerprint()
    have = set(stamp.get("extras", [])) if stamp.get("fingerprint") == wanted else set()
    if PYTHON.exists() and stamp.get("fingerprint") == wanted and extras <= have:
        return
    started = time.monotonic()
    _make_venv()
    STAMP.unlink(missing_ok=True)
    _install_torch()
    extras |= have
    print("Installing everything else ...", flush=True)
    chosen = f"[{','.join(sorted(extras))}]" if extras else ""
    if not _pip("-e", f".{chosen}"):
        raise SetupError("Installing failed; the lines above say why. Run the same command to try again.")
    STAMP.write_text(json.dumps({"fingerprint": wanted, "extras": sorted(extras)}), encoding="utf-8")
    print(f"Set up in {time.monotonic() - started:.0f} seconds.", flush=True)


def fingerprint(project: Path = PROJECT) -> str:
    """Hash all that decides what is installed: the two files, where the project lies, and which Python."""
    digest = hashlib.sha256(f"{project}|{platform.python_version()}|{platform.platform()}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((project / name).read_bytes())
    return digest.hexdigest()


def read_stamp(file: Path) -> dict[str, Any]:
    """Return what the last finished set-up wrote, nothing where there was none."""
    try:
        stamp = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _make_venv() -> None:
    """Create `.venv`; start afresh where its Python does not start any more, say because the folder was moved."""
    works = PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0
    if works and (VENV / "pyvenv.cfg").exists() and _version_of(PYTHON) == sys.version_info[:2]:
        return
    print(f"Making {VENV} ...", flush=True)
    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"Cannot make {VENV}: {error}. On Debian or Ubuntu: apt-get install python3-venv") from error


def _version_of(python: Path) -> tuple[int, ...]:
    code = "import sys; print(*sys.version_info[:2])"
    done = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    return tuple(map(int, done.stdout.split()))


def _install_torch() -> None:
    """Install torch first and alone: the default Linux build would bring several gigabytes of GPU libraries."""
    if _torch_version().split("+")[0] == TORCH:
        return
    if platform.system() in ("Linux", "Windows"):
        print("Installing torch (CPU build) ...", flush=True)
        cpu = ["--no-deps", f"torch=={TORCH}+cpu"]
        if _pip(*cpu, quiet=True) or _pip("--index-url", TORCH_CPU_INDEX, "--retries", "1", *cpu, quiet=True):
            return
        print("No CPU build of torch can be reached; installing the default build, several gigabytes.", flush=True)
    if not _pip("--no-deps", f"torch=={TORCH}"):
        raise SetupError("torch cannot be installed; the lines above say why.")


def _torch_version() -> str:
    code = "import importlib.metadata as m; print(m.version('torch'))"
    return subprocess.run([PYTHON, "-c", code], check=False, capture_output=True, text=True).stdout.strip()


def _pip(*arguments: str, quiet: bool = False) -> bool:
    """Run `pip install` under the constraints; return whether it worked. Quiet, it keeps its failure to itself."""
    command = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar",
        "off",
    ]
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run(
        [*command, "-q", "-c", "constraints.txt", *arguments], cwd=PROJECT, check=False, stdout=output, stderr=output
    )
    return done.returncode == 0


def _done(_: Sequence[str]) -> int:
    return 0


def _serve(rest: Sequence[str]) -> int:
    """Serve until stopped, at HOST and PORT where the environment gives them."""
    given = {name: os.environ.get(name.upper()) for name in ("host", "port")}
    address = [part for name, value in given.items() if value for part in (f"--{name}", value)]
    command = [str(PYTHON), "-m", "advisor", "serve", *address, *rest]
    os.chdir(PROJECT)
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - replaced, so that Ctrl-C and SIGTERM reach the server itself
    return subprocess.run(command, check=False).returncode


def _test(rest: Sequence[str]) -> int:
    return _call("-m", "pytest", *rest)


def _check(_: Sequence[str]) -> int:
    steps = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("advisor", "check"))
    return max([_call("-m", *step) for step in steps])


def _call(*arguments: str) -> int:
    return subprocess.run([PYTHON, *arguments], cwd=PROJECT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
