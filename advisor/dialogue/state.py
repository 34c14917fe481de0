"""What a conversation remembers: facts about each person, the courses in focus, the question asked last.

Immutable and JSON: it goes out with a reply and comes back with the next message, so any worker may serve it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

SELF = "self"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KnownValue(_Frozen):
    """A fact as it was said: its value, in which turn, in which words."""

    value: Any
    turn: int
    quote: str


class Pending(_Frozen):
    """The question the adviser asked last, so that "yes" means something."""

    fact: str
    course: str | None = None
    subject: str | None = Field(None, description="of whom it was asked, where several are spoken of")


class Person(_Frozen):
    """What is known about one person; `hinted` holds facts only hinted at, which may not be assumed."""

    facts: dict[str, KnownValue] = Field(default_factory=dict)
    hinted: tuple[str, ...] = ()
    declined: tuple[str, ...] = Field((), description="facts the person could not tell when asked")
    courses: tuple[str, ...] = Field((), description="courses named for this person alone, where several are spoken of")


class Beside(_Frozen):
    """One of several people told of in one message, with the courses named for them alone."""

    subject: str
    courses: tuple[str, ...] = ()


class DialogueState(_Frozen):
    """The whole memory of a conversation."""

    turn: int = 0
    subject: str = SELF
    people: dict[str, Person] = Field(default_factory=lambda: {SELF: Person()})
    to_come: bool = Field(False, description="whether the job spoken of last is one that the person does not hold yet")
    coming: Person | None = Field(None, description="what is told of the workplace that is still to come")
    together: tuple[Beside, ...] = Field(
        (), description="people of whom the same is asked, until one alone is spoken of"
    )
    courses: tuple[str, ...] = Field((), description="courses in focus, most recent mention")
    recent_courses: tuple[str, ...] = Field((), description="courses asked about so far, newest last")
    intents: tuple[str, ...] = Field((), description="what was last asked, to be asked again of another course")
    suggested: tuple[str, ...] = ()
    pending: Pending | None = None
    still_open: Pending | None = Field(
        None, description="the last question on a list, left open by what was asked since"
    )
    set_aside: Person | None = Field(None, description="the person as they are, while a message supposes otherwise")
    said: tuple[str, ...] = Field((), description="ids of statements already said")
    last_said: tuple[str, ...] = Field((), description="ids of the statements of the last reply")
    topics: tuple[str, ...] = Field((), description="what the last reply was about, as the entries it used name it")
    decided: tuple[str, ...] = Field((), description="courses on which the last reply gave a verdict")
    last_question: str = ""
    last_entry: str | None = None

    @property
    def person(self) -> Person:
        """The person whom the conversation is about now."""
        return self.people.get(self.subject, Person())

    def with_person(self, person: Person) -> DialogueState:
        """Return the state with what is known about the current subject replaced."""
        return self.model_copy(update={"people": {**self.people, self.subject: person}})


def learn(
    person: Person,
    new: Mapping[str, KnownValue],
    hinted: Iterable[str],
    dependents: Mapping[str, tuple[str, ...]],
) -> Person:
    """Return the person with `new` facts; a changed fact drops what hung on the old value and was not said anew."""
    facts = dict(person.facts)
    for name, known in new.items():
        changed = name in facts and facts[name].value != known.value
        facts[name] = known
        if changed:
            for dependent in dependents.get(name, ()):
                if dependent not in new:
                    facts.pop(dependent, None)
    hints = tuple(sorted((set(person.hinted) | set(hinted)) - set(new)))
    for name in hinted:
        facts.pop(name, None)
    declined = tuple(name for name in person.declined if name not in new)
    return Person(facts=facts, hinted=hints, declined=declined, courses=person.courses)
