"""Small content trees written to a folder, sound unless a test spoils them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.checks import check_content
from advisor.knowledge.loader import load_knowledge
from advisor.knowledge.problem import Problem

TODAY = date(2026, 11, 21)
SOURCE = """[source.guide]
title = "A guide"
publisher = "DfE"
url = "https://example.org/guide"
published = 2025-07-03
tier = "dfe"
checked_on = 2026-11-21
review_by = 2027-06-01
figures = ["18 months", "£1,885"]
"""
COURSES = """[course.npq-headship]
code = "NPQH"
name = "NPQ for Headship"
short_name = "the NPQ for Headship (NPQH)"
group = "leadership"
taught_months = 18
order = 1
"""
HEADER = """+++
kind = "faq"
topics = ["length"]
valid_from = 2021-11-01
checked_on = 2026-11-21
+++

"""
ENTRY = """## How long is it?
+++
id = "faq-length"
ask = ["how long", "length of it", "months needed", "what is the duration"]
ask_held_out = ["time it takes", "when would I be done"]
+++
- It takes 18 months. [guide]
- You can ask for more time. {next} [guide]
"""


class Tree:
    """A content folder that a test may spoil before it is loaded."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "knowledge"
        self.write("sources/main.toml", SOURCE)
        self.write("courses.toml", COURSES)
        self.write("faqs/length.md", HEADER + ENTRY)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def faq(self, old: str = "", new: str = "", more: str = "") -> Tree:
        """Spoil the one entry by a replacement, or add to its file."""
        text = HEADER + ENTRY
        assert old in text
        self.write("faqs/length.md", (text.replace(old, new, 1) if old else text) + more)
        return self

    def load(self) -> tuple[KnowledgeBase, tuple[Problem, ...]]:
        return load_knowledge(self.root)

    def problems(self) -> list[str]:
        return [str(problem) for problem in self.load()[1]]

    def checked(self) -> list[str]:
        """What the checks say of a tree that loads."""
        base, problems = self.load()
        assert problems == ()
        return [str(problem) for problem in check_content(base, TODAY)]
