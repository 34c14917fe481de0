"""How fast the rules decide: microseconds a verdict under every ruleset, and verdicts a second through the command.

Microseconds are those of the processor, so that what else the machine does changes little.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time_ns

import pytest

from advisor.core.courses import COURSES
from advisor.rules.decision import decide
from advisor.rules.funding.analysis import analyse
from advisor.rules.funding.impossible import contradiction
from advisor.rules.funding.reading import GIVEN_ONLY, domain, linked_facts
from advisor.rules.funding.rulesets import Ruleset
from advisor.rules.parsing import parse_facts
from tests.rules.every_ruleset import NAMES, RULESETS, Person
from tests.rules.scenarios import TODAY

LINES = 100_000
MOST_MILLISECONDS = 5
FUNDED = {"status": "accepted", "eligible_for_funding": True, "funded_place": True}


def people(ruleset: Ruleset, count: int) -> Iterator[tuple[str, Person]]:
    """Yield courses with people of whom each fact is told or not by chance; the same on every run."""
    rng = random.Random(2026)
    names = [name for name in linked_facts(ruleset.reads) if name not in GIVEN_ONLY]
    courses = list(ruleset.policy.offered)
    while count:
        course = rng.choice(courses)
        told: Person = {name: rng.choice(domain(name)) for name in names if rng.random() < 0.5}
        if not contradiction(told):
            before = told.pop("funded_before", None)
            if before is not None:
                told["prior_applications"] = [{"course": course, **FUNDED}] if before else []
            yield course, told
            count -= 1


@pytest.mark.slow
@pytest.mark.parametrize("ruleset", RULESETS, ids=NAMES)
def test_a_verdict_takes_milliseconds_at_most(ruleset: Ruleset) -> None:
    """Each state is new to the rules when it is decided; their trees are unfolded, as after the first questions."""
    day, cohort = ruleset.policy.in_force_to or TODAY, ruleset.intake.cohort
    asked = [(course, parse_facts(told)) for course, told in people(ruleset, 2_000)]
    for course in COURSES:
        decide(course, parse_facts({}), day, cohort)
    analyse.cache_clear()
    taken = []
    for course, facts in asked:
        started = thread_time_ns()
        decide(course, facts, day, cohort)
        taken.append((thread_time_ns() - started) / 1_000)
    p95 = quantiles(taken, n=20)[-1]
    sys.stdout.write(f"{cohort}@{ruleset.policy.in_force_from}: median {median(taken):,.0f} µs, p95 {p95:,.0f} µs\n")
    assert p95 < MOST_MILLISECONDS * 1_000


@pytest.mark.slow
def test_a_hundred_thousand_lines_are_decided_in_one_run(tmp_path: Path) -> None:
    """The lines are spread over all intakes; the time is that of the whole command, its start included."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    newest = {each.intake.cohort: each for each in RULESETS}
    each_way = [people(ruleset, LINES // len(newest)) for ruleset in newest.values()]
    with source.open("w", encoding="utf-8") as lines:
        for cohort, told in zip(newest, each_way, strict=True):
            for number, (course, facts) in enumerate(told):
                row = {"id": f"{cohort}-{number}", "course": course, "facts": facts, "cohort": cohort}
                lines.write(json.dumps(row) + "\n")
    started, before = perf_counter(), os.times()
    subprocess.run([sys.executable, "-m", "advisor", "decide", source, target], check=True, capture_output=True)
    seconds, after = perf_counter() - started, os.times()
    working = after.children_user + after.children_system - before.children_user - before.children_system
    written = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    sys.stdout.write(f"decide: {LINES:,} lines in {seconds:.1f} s, {working:.1f} s of the processor\n")
    sys.stdout.write(f"decide: {LINES / seconds:,.0f} verdicts a second\n")
    assert len(written) == LINES
    assert all("verdict" in row for row in written)
