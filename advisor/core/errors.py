"""The mistakes a caller can make, each with a message that says what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class AdvisorError(Exception):
    """Base of all errors the adviser raises on purpose; the message is fit for a reader."""


class BadFact(AdvisorError):  # noqa: N818 - the name says what is wrong
    """A fact's name or value is not one the rules know, or two facts cannot both hold."""


class BadInput(AdvisorError):  # noqa: N818 - the name says what is wrong
    """Something other than a fact is wrong with what was handed in: a course, a date, an intake."""


class BadContent(AdvisorError):  # noqa: N818 - the name says what is wrong
    """A file of the knowledge folder cannot be read or contradicts itself."""


def nearest(wrong: object, right: Iterable[str]) -> str:
    """Return " (did you mean 'x'?)" for the nearest right name, or "" where none is near.

    >>> nearest("work_seting", ["work_setting", "course"])
    " (did you mean 'work_setting'?)"
    """
    written = str(wrong).strip().lower().replace(" ", "_").replace("-", "_")
    by_plain = {name.lower().replace("-", "_"): name for name in right}
    found = get_close_matches(written, by_plain, n=1, cutoff=0.5)
    return f" (did you mean '{by_plain[found[0]]}'?)" if found else ""
