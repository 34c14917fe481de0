"""Turn a case written with one nested `expected` object, as other evaluation tools keep theirs, into one of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals.readers.squad import pattern_of

_OUTCOMES = {
    "yes": "eligible",
    "no": "not_eligible",
    "review": "subject_to_review",
    "unknown": "undetermined",
    "not_published": "not_published",
}
_VALUES = {"school": "a_school", "academy_trust": "an_academy_trust", "16_to_19": "a_16_to_19_educational_setting"}
_FACTS = {"cohort": "cohort_id", "school_type": "establishment_type_code"}
_EXPECTED = frozenset("route verdict reasons missing_facts gold_chunks must_include must_not_include".split())
_KEPT = ("id", "family", "split", "origin", "turns", "as_of", "class")


def is_nested(row: Mapping[str, Any]) -> bool:
    """Return whether the expectations lie in one object called `expected`."""
    return "expected" in row


def flatten(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a case.

    Raises:
        ValueError: where `expected` holds something that would otherwise be dropped without a word.
        TypeError, KeyError: where a part has another shape.
    """
    expected = row["expected"]
    unknown = sorted({*expected} - _EXPECTED) + sorted({*row} - {*_KEPT, *_OTHER})
    if unknown:
        raise ValueError(f"there is no {', '.join(unknown)} in this shape")
    facts = dict(row.get("facts") or {})
    course = facts.pop("course", None)
    route = expected.get("route")
    return {
        **{key: row[key] for key in _KEPT if key in row},
        "facts": _facts(facts, course),
        "verdict": _verdict(expected, course),
        "gold": _gold(expected["gold_chunks"]) if "gold_chunks" in expected else None,
        "must": [[pattern_of(text)] for text in expected.get("must_include") or ()],
        "must_not": [pattern_of(text) for text in expected.get("must_not_include") or ()],
        "tags": [*(row.get("tags") or ()), *([f"route: {route}"] if route else [])],
        "why": row.get("notes") or "",
        "annotators": row.get("annotators"),
        "cohort": row.get("cohort"),
    }


_OTHER = ("cohort", "facts", "expected", "tags", "annotators", "notes")


def _verdict(expected: Mapping[str, Any], course: str | None) -> dict[str, Any] | None:
    word = expected.get("verdict")
    if word is None:
        return None
    if word not in _OUTCOMES:
        raise ValueError(f"a verdict cannot be '{word}'; it is one of {', '.join(_OUTCOMES)}")
    return {
        "course": course,
        "outcome": [_OUTCOMES[word]],
        "reason": list(expected.get("reasons") or ()) or None,
        "missing_any": [_named(name) for name in expected.get("missing_facts") or ()] or None,
    }


def _facts(facts: Mapping[str, Any], course: str | None) -> dict[str, Any]:
    """Return the facts under our names; what is null was not stated, and is expected not to be known."""
    return {_named(name): _value(name, value, course) for name, value in facts.items()}


def _named(name: str) -> str:
    return "prior_applications" if name == "previously_funded" else _FACTS.get(name, name)


def _value(name: str, value: Any, course: str | None) -> Any:
    if name == "previously_funded" and value is not None:
        return [{"course": course, "funded_place": True}] if value else []
    return _VALUES.get(value, value) if isinstance(value, str) else value


def _gold(chunks: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return one entry for each document, with the highest grade that any part of it has."""
    grades: dict[str, int] = {}
    for chunk in chunks:
        grades[chunk["doc"]] = max(grades.get(chunk["doc"], 0), chunk.get("grade", 2))
    return [{"entry": entry, "grade": grade} for entry, grade in grades.items()]
