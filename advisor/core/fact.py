"""What a fact about a person is: its name, its values, and how it is asked for.

The facts themselves are declared in `facts_of_rules.py` and `facts_of_person.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

NOT_SURE = "I’m not sure"


class FactKind(Enum):
    """How a fact's value is written."""

    YES_NO = "yes_no"
    ONE = "one"  # one of `values`
    MANY = "many"  # several of `values`
    TEXT = "text"
    MONTH = "month"  # "2024-09" or "2024-09-16"
    CODE = "code"  # an establishment type of the schools register
    APPLICATIONS = "applications"
    NPQS = "npqs"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer a person can give; value None is not knowing."""

    value: str | bool | None
    label: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the person that the rules or the conversation read."""

    name: str
    kind: FactKind
    question: str = ""  # "" where it is never asked
    why: str = ""
    choices: tuple[Choice, ...] = ()
    values: tuple[str, ...] = ()  # for ONE and MANY; empty for the rest
    depends_on: tuple[str, ...] = ()  # all facts whose correction makes this one out of date

    @property
    def askable(self) -> bool:
        """Return whether a person is ever asked for it."""
        return bool(self.question)


def yes_no(name: str, question: str, why: str, depends_on: tuple[str, ...] = ()) -> Fact:
    """Return a fact answered by yes, no or not sure."""
    choices = (Choice(True, "Yes"), Choice(False, "No"), Choice(None, NOT_SURE))
    return Fact(name, FactKind.YES_NO, question, why, choices if question else (), (), depends_on)


def one_of(name: str, question: str, why: str, labels: dict[str, str], depends_on: tuple[str, ...] = ()) -> Fact:
    """Return a fact with one of the given values; a value whose label is empty is never offered."""
    offered = tuple(Choice(value, label) for value, label in labels.items() if label)
    choices = (*offered, Choice(None, NOT_SURE)) if question else ()
    return Fact(name, FactKind.ONE, question, why, choices, tuple(labels), depends_on)


def many_of(name: str, question: str, why: str, labels: dict[str, str]) -> Fact:
    """Return a fact with any number of the given values."""
    choices = (*(Choice(value, label) for value, label in labels.items() if label), Choice(None, NOT_SURE))
    return Fact(name, FactKind.MANY, question, why, choices, tuple(labels))


def label_of_another(choice: Choice) -> str:
    """Return the label as said of somebody else; that one is not sure oneself stays as it is.

    >>> label_of_another(Choice("childminder", "I am a childminder"))
    'They are a childminder'
    """
    if choice.value is None:
        return choice.label
    label = re.sub(r"\bI am\b", "they are", choice.label)
    label = re.sub(r"\bI\b", "they", label)
    return label[0].upper() + label[1:]
