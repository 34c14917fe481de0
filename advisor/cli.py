"""The command line (check only so far)."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from advisor.knowledge.checks import check_content
from advisor.knowledge.loader import load_knowledge
from advisor.knowledge.problem import Severity


def main() -> None:
    """Run `check`."""
    base, problems = load_knowledge(Path("knowledge"))
    found = sorted([*problems, *check_content(base, date.today())])
    for problem in found:
        if len(sys.argv) < 3 or sys.argv[2] in problem.file:
            print(problem)
    errors = sum(p.severity == Severity.ERROR for p in found)
    print(f"{errors} errors, {len(found) - errors} warnings; {len(base.entries)} entries")
    raise SystemExit(bool(errors))
