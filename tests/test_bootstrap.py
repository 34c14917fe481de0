from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(__file__).resolve().parent.parent


def test_the_script_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse((ROOT / "bootstrap.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_an_unknown_command_is_wrong_usage() -> None:
    done = subprocess.run([sys.executable, "bootstrap.py", "dance"], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 2


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (2, 7)], ids=["too old", "too new", "far too old"])
def test_a_python_that_will_not_do_is_named_before_anything_is_installed(version: tuple[int, int]) -> None:
    with pytest.raises(bootstrap.SetupError, match=r"needs Python 3\.11"):
        bootstrap.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)], ids=["3.11", "3.12", "3.13"])
def test_the_declared_pythons_will_do(version: tuple[int, int]) -> None:
    bootstrap.check_python(version)


@pytest.mark.parametrize("content", [None, "", "{", "[]"], ids=["missing", "empty", "cut off", "of another shape"])
def test_a_stamp_that_cannot_be_read_counts_as_none(tmp_path: Path, content: str | None) -> None:
    stamp = tmp_path / "stamp.json"
    if content is not None:
        stamp.write_text(content, encoding="utf-8")
    assert bootstrap.read_stamp(stamp) == {}


def test_a_stamp_comes_back_as_written(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp.json"
    stamp.write_text(json.dumps({"fingerprint": "abc", "extras": ["test"]}), encoding="utf-8")
    assert bootstrap.read_stamp(stamp) == {"fingerprint": "abc", "extras": ["test"]}


def project(folder: Path, requirements: str = "", constraints: str = "") -> Path:
    folder.mkdir()
    (folder / "pyproject.toml").write_text(requirements, encoding="utf-8")
    (folder / "constraints.txt").write_text(constraints, encoding="utf-8")
    return folder


def test_what_is_installed_is_out_of_date_when_either_file_changes_or_the_project_moves(tmp_path: Path) -> None:
    marks = [
        bootstrap.fingerprint(project(tmp_path / "a")),
        bootstrap.fingerprint(project(tmp_path / "b")),
        bootstrap.fingerprint(project(tmp_path / "c", requirements="x")),
        bootstrap.fingerprint(project(tmp_path / "d", constraints="x")),
    ]
    assert len(set(marks)) == 4
    assert bootstrap.fingerprint(tmp_path / "a") == marks[0]


def test_everything_the_product_needs_is_held_to_one_version() -> None:
    held = {line.split("==")[0].lower().replace("_", "-") for line in constraint_lines()}
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [requirement for extra in declared["optional-dependencies"].values() for requirement in extra]
    names = {re.split(r"[\[<>=;\s]", requirement)[0].lower() for requirement in declared["dependencies"] + extras}
    assert names - {"npq-advisor"} <= held


def test_torch_is_held_to_the_version_that_is_installed_first_and_bears_no_build_mark() -> None:
    assert [line for line in constraint_lines() if line.startswith("torch==")] == [f"torch=={bootstrap.TORCH}"]


def constraint_lines() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
