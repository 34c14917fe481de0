from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from evals.accepting import objections, uncommitted_files
from tests.evals.test_run import CONFIGURATION

GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="needs git")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "baseline.json").write_text("{}")
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run([str(GIT), "-C", str(tmp_path), *words], check=True)
    return tmp_path


def said(root: Path, **made: object) -> list[str]:
    return objections(CONFIGURATION.model_copy(update=made), CONFIGURATION, root, root / "baseline.json")


@needs_git
def test_a_run_of_what_is_committed_may_be_accepted_twice(checkout: Path) -> None:
    assert said(checkout) == []
    (checkout / "baseline.json").write_text('{"accepted": 1}')
    assert said(checkout) == []


@needs_git
def test_what_is_not_committed_is_named(checkout: Path) -> None:
    (checkout / "new.py").write_text("")
    assert uncommitted_files(checkout, checkout / "baseline.json") == ["new.py"]
    assert said(checkout) == ["there are changes not committed: new.py"]


@needs_git
def test_a_run_of_other_code_or_of_some_cases_only_is_refused_with_every_reason(checkout: Path) -> None:
    reasons = said(checkout, code="other", splits=("dev", "test"), datasets={})
    assert reasons == [
        "datasets: not today's (faq)",
        "splits: dev, test in the run, dev today",
        "code: other in the run, c today",
    ]


def test_where_there_is_no_checkout_nothing_is_accepted(tmp_path: Path) -> None:
    assert uncommitted_files(tmp_path, tmp_path / "baseline.json") is None
    assert "no checkout" in said(tmp_path)[0]
