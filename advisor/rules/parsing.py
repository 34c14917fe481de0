"""Check facts that come from outside: names, values and combinations; a mistake names the nearest right one.

Facts found in a conversation are checked by the same functions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date

from advisor.core.courses import ADDITIONAL_SUPPORT_OFFER, COURSES
from advisor.core.earlier import (
    LEGACY_NPQS,
    OUTCOMES,
    RESULTS,
    STATUSES,
    TRAINING_STATUSES,
    PriorApplication,
    PriorNpq,
)
from advisor.core.errors import AdvisorError, BadFact, BadInput, nearest
from advisor.core.facts import FACTS, Fact, FactKind, FactSet, FactValue
from advisor.rules.decision import decide
from advisor.rules.funding.impossible import refuse_impossible
from advisor.rules.funding.rulesets import load_rule_book

_YEARS = range(1900, 2100)
_MONTH = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_COHORT = re.compile(r"\d{4}[a-z]")
_EARLIER_COURSES = (*COURSES, ADDITIONAL_SUPPORT_OFFER)
_APPLICATION_VALUES: dict[str, tuple[str, ...]] = {
    "course": _EARLIER_COURSES,
    "status": STATUSES,
    "training_status": TRAINING_STATUSES,
    "outcome": OUTCOMES,
}
_NPQ_VALUES: dict[str, tuple[str, ...]] = {"name": (*LEGACY_NPQS, *COURSES), "status": RESULTS}
_APPLICATION_KEYS = (*_APPLICATION_VALUES, "eligible_for_funding", "funded_place", "cohort_id")


def parse_facts(mapping: Mapping[str, object]) -> FactSet:
    """Return the facts as stated; null is unknown. Raises BadFact for a wrong name, value or combination."""
    if not isinstance(mapping, Mapping):
        raise BadFact('The facts must be an object of names and values, such as {"works_in_england": true}.')
    facts = FactSet()
    for name, value in mapping.items():
        if name not in FACTS:
            raise BadFact(f"There is no fact named '{name}'{nearest(name, FACTS)}.")
        if value is not None:
            facts = facts.with_said(name, parse_value(FACTS[name], value))
    refuse_impossible(facts)
    return facts


def parse_value(fact: Fact, value: object) -> FactValue:
    """Return the value as the rules hold it; raises BadFact where it is not one of the fact's values."""
    if fact.name == "cohort_id":
        return _check_cohort(value)
    return _READERS[fact.kind](fact, value)


def check_course(course: object) -> str:
    """Return a course that a decision can be asked about; raises BadInput with the nearest one."""
    if isinstance(course, str) and course in COURSES:
        return course
    if course == ADDITIONAL_SUPPORT_OFFER:
        raise BadInput("The Additional Support Offer has ended; it is valid only as an earlier application.")
    raise BadInput(f"There is no course '{course}'{nearest(course, COURSES)}.")


def check_date(text: object) -> date:
    """Return the day written as YYYY-MM-DD; raises BadInput where there is no such day."""
    try:
        if isinstance(text, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadInput(f"There is no day '{text}'; write the date as YYYY-MM-DD, such as 2026-11-21.")


def decide_line(text: str, number: int, as_of: date) -> dict[str, object]:
    """Return the output for one input line of `decide`; a bad line gives an error and never stops the others."""
    line_id: object = None
    try:
        row = json.loads(text)
        if not isinstance(row, dict):
            raise BadInput("The line must be a JSON object with 'id', 'course' and 'facts'.")
        line_id = row.get("id")
        day = as_of if row.get("as_of") is None else check_date(row["as_of"])
        facts = FactSet() if row.get("facts") is None else parse_facts(row["facts"])
        verdict = decide(check_course(row.get("course")), facts, day, row.get("cohort"))
        return {"id": line_id, "verdict": verdict.model_dump(mode="json")}
    except json.JSONDecodeError as error:
        return _error(None, number, f"The line is not JSON: {error.msg} at character {error.pos + 1}.")
    except RecursionError:
        return _error(None, number, "The line is nested too deeply.")
    except AdvisorError as error:
        return _error(line_id, number, str(error))


def _error(line_id: object, number: int, message: str) -> dict[str, object]:
    return {"id": line_id, "error": {"line": number, "message": message}}


def _text(fact: Fact, value: object) -> str:
    if isinstance(value, str):
        return value
    raise BadFact(f"{fact.name} must be text, not {value!r}.")


def _yes_no(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise BadFact(f"{name} must be true, false or null, not {value!r}.")


def _one_of(name: str, value: object, values: tuple[str, ...]) -> str:
    if isinstance(value, str) and value in values:
        return value
    raise BadFact(f"{name} cannot be {value!r}{nearest(value, values)}; it is one of {', '.join(values)}.")


def _items(name: str, value: object) -> list[object]:
    if isinstance(value, (list, tuple)):
        return list(value)
    raise BadFact(f"{name} must be a list, not {value!r}.")


def _code(name: str, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and re.fullmatch(r"0?[1-9]|[1-9]\d", value):
        return str(int(value))
    raise BadFact(f"{name} must be a schools-register type code from 1 to 99, not {value!r}.")


def _check_cohort(value: object) -> str:
    if isinstance(value, str) and _COHORT.fullmatch(value):
        return value
    small = str(value).strip().lower()
    right = (small,) if _COHORT.fullmatch(small) else load_rule_book().versions
    raise BadFact(f"There is no intake {value!r}{nearest(value, right)}; an intake is a year and a letter, as 2026b.")


def _month(name: str, value: object) -> str:
    if isinstance(value, str) and _MONTH.fullmatch(value):
        try:
            date.fromisoformat(value if len(value) == 10 else f"{value}-01")
        except ValueError:
            raise BadFact(f"{name}: there is no day '{value}'.") from None
        return value
    raise BadFact(f"{name} must be a month such as 2024-09, or a day such as 2024-09-16, not {value!r}.")


def _application(item: object) -> PriorApplication:
    if isinstance(item, PriorApplication):
        return item
    if not isinstance(item, Mapping):
        raise BadFact("An earlier application must be an object with at least 'course'.")
    _check_keys("application", item, _APPLICATION_KEYS)
    if item.get("course") is None:
        raise BadFact("An earlier application needs its course.")
    known = {key: value for key, value in item.items() if value is not None}
    for key, value in known.items():
        _check_application_value(key, value)
    return PriorApplication(**known)


def _check_application_value(key: str, value: object) -> None:
    if key in _APPLICATION_VALUES:
        _one_of(f"An earlier application's {key}", value, _APPLICATION_VALUES[key])
    elif key == "cohort_id":
        _check_cohort(value)
    else:
        _yes_no(f"An earlier application's {key}", value)


def _check_keys(what: str, item: Mapping[str, object], keys: tuple[str, ...]) -> None:
    for key in item:
        if key not in keys:
            raise BadFact(f"An earlier {what} has no '{key}'{nearest(key, keys)}.")


def _npq(item: object) -> PriorNpq:
    if isinstance(item, PriorNpq):
        return item
    if not isinstance(item, Mapping) or item.get("name") is None:
        raise BadFact("An earlier NPQ must be an object with at least its name.")
    _check_keys("NPQ", item, ("name", "year", "status", "paid_by"))
    known = {key: value for key, value in item.items() if value is not None}
    for key, value in known.items():
        _check_npq_value(key, value)
    return PriorNpq(**known)


def _check_npq_value(key: str, value: object) -> None:
    if key in _NPQ_VALUES:
        _one_of(f"An earlier NPQ's {key}", value, _NPQ_VALUES[key])
    elif key == "year" and (type(value) is not int or value not in _YEARS):
        raise BadFact(f"An earlier NPQ's year must be a number such as 2019, not {value!r}.")
    elif key == "paid_by" and not isinstance(value, str):
        raise BadFact(f"An earlier NPQ's paid_by must be text, not {value!r}.")


_READERS: Mapping[FactKind, Callable[[Fact, object], FactValue]] = {
    FactKind.YES_NO: lambda fact, value: _yes_no(fact.name, value),
    FactKind.ONE: lambda fact, value: _one_of(fact.name, value, fact.values),
    FactKind.MANY: lambda fact, value: tuple(
        _one_of(fact.name, item, fact.values) for item in _items(fact.name, value)
    ),
    FactKind.TEXT: _text,
    FactKind.MONTH: lambda fact, value: _month(fact.name, value),
    FactKind.CODE: lambda fact, value: _code(fact.name, value),
    FactKind.APPLICATIONS: lambda fact, value: tuple(_application(item) for item in _items(fact.name, value)),
    FactKind.NPQS: lambda fact, value: tuple(_npq(item) for item in _items(fact.name, value)),
}
