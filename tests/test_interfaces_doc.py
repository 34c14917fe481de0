"""What `docs/interfaces.md` promises is what there is."""

from __future__ import annotations

import re

from advisor.batch import decide_runner
from advisor.cli import app
from advisor.core.facts_of_rules import RULE_FACTS
from advisor.reply import Reply
from advisor.rules.verdict import Verdict
from advisor.settings import PROJECT
from tests.web.samples import DAY

TEXT = (PROJECT / "docs" / "interfaces.md").read_text(encoding="utf-8")


def test_every_command_is_documented() -> None:
    documented = set(re.findall(r"`npq-advisor (\w+)", TEXT))
    commands = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    assert documented == commands


def test_every_fact_that_can_be_asked_is_documented_with_its_values() -> None:
    for fact in RULE_FACTS:
        if fact.askable:
            assert f"`{fact.name}`" in TEXT
            assert all(f"`{value}`" in TEXT for value in fact.values if fact.name != "cohort_id")


def test_every_field_of_reply_and_verdict_is_documented() -> None:
    fields = {*Reply.model_fields, *Verdict.model_fields}
    assert [name for name in sorted(fields) if not re.search(rf"^(\w+, )?{name}\b", TEXT, re.MULTILINE)] == []


def test_the_course_of_the_example_is_a_course() -> None:
    (course,) = set(re.findall(r'"course": "([a-z-]+)"', TEXT))
    assert "verdict" in decide_runner(DAY)(f'{{"id": 1, "course": "{course}"}}', 1)
