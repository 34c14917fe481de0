from __future__ import annotations

from datetime import date

import pytest

from advisor.dialogue.slots.cohort import find_cohorts
from tests.dialogue.samples import TODAY, hinted, read, told


def cohort(text: str, as_of: date = TODAY) -> object:
    return told(find_cohorts, text, as_of).get("cohort_id")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("autumn 2026", "2026b"), ("spring 2026", "2026a"), ("2026b", "2026b"), ("for October 2026", "2026b"),
        ("November 2025 intake", "2025b"), ("is it funded in 2027", "2027b"),
        ("not autumn 2026 but spring 2027", "2027a"),
    ],
)  # fmt: skip
def test_an_intake_named_is_that_intake(text: str, expected: str) -> None:
    assert cohort(text) == expected


@pytest.mark.parametrize(
    ("text", "shift", "letter"),
    [("this autumn", 0, "b"), ("next autumn", 1, "b"), ("last autumn", -1, "b"), ("next spring", 1, "a")],
)
@pytest.mark.parametrize("as_of", [date(2024, 3, 1), TODAY, date(2027, 6, 1)])
def test_relative_words_count_from_the_day_of_asking(text: str, shift: int, letter: str, as_of: date) -> None:
    assert cohort(f"is NPQH funded {text}", as_of) == f"{as_of.year + shift}{letter}"


@pytest.mark.parametrize(
    "text",
    [
        "I started in autumn 2024", "I did NPQSL in 2022", "I became head in September 2024", "we moved in spring 2023",
        "I was born in 1985", "appointed in autumn 2023", "who withdrew in spring 2024",
    ],
)  # fmt: skip
def test_a_year_that_dates_something_past_is_no_intake(text: str) -> None:
    assert cohort(text) is None


def test_an_intake_asked_about_after_something_past_is_still_read() -> None:
    assert cohort("I passed NPQML in spring 2023, is NPQH funded this autumn?") == "2026b"
    assert cohort("I did NPQSL in 2022, is NPQH funded in autumn 2026?") == "2026b"


@pytest.mark.parametrize("text", ["I am busy next year", "this term is hard", "not in autumn 2026"])
def test_vague_or_denied_words_name_no_intake(text: str) -> None:
    assert cohort(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "been asked to lead maths next year. which npq?",
        "I'll be taking over as SENCO next year, what course do I need?",
        "our head retires next year, which npq for me",
    ],
)
def test_a_job_next_year_is_no_intake(text: str) -> None:
    assert cohort(text) is None


@pytest.mark.parametrize("text", ["I want to start NPQSL next year", "will npqs be funded next year?"])
def test_a_course_next_year_is_one(text: str) -> None:
    assert cohort(text) == "2027b"


def test_a_bare_year_before_last_is_a_hint_only() -> None:
    assert cohort("what were the rules in 2024") is None
    assert hinted(find_cohorts, "what were the rules in 2024") == {"cohort_id"}


@pytest.mark.parametrize(
    "text",
    [
        "I'm SENCO at a primary in Bradford, started Sept 2024", "someone said I have till 2027",
        "must be qualified by September 2027", "I asked whether sept 2027 is my deadline",
        "a participant withdrew from a funded NPQLBC in spring 2025",
    ],
)  # fmt: skip
def test_a_start_that_lies_behind_or_a_day_to_be_done_by_is_no_intake(text: str) -> None:
    assert cohort(text) is None


def test_intakes_are_read_as_support_staff_clip_them() -> None:
    asked = [slot.value for slot in find_cohorts(read("aut24 / spr25 / aut25 / aut26"))]
    assert asked == ["2024b", "2025a", "2025b", "2026b"]


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("I want to start NPQSL in spring", TODAY, "2027a"),
        ("is there a funded NPQSENCO spring start", TODAY, "2027a"),
        ("start NPQSL in spring", date(2027, 2, 1), "2027a"),
        ("start NPQSL in spring", date(2027, 5, 1), "2028a"),
    ],
)
def test_a_course_to_start_in_spring_means_the_next_one(text: str, as_of: date, expected: str) -> None:
    assert cohort(text, as_of) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I'm finishing NPQLT in spring, then NPQSL?", "moving school in the spring, is NPQH funded?",
        "is there a spring intake", "NPQSL results due in spring",
    ],
)  # fmt: skip
def test_what_ends_or_moves_in_spring_is_no_intake(text: str) -> None:
    assert cohort(text) is None


@pytest.mark.parametrize("text", ["will it be free next autumn?", "if I leave it until next autumn is it still paid?"])
def test_an_intake_named_with_its_season_is_one_whatever_verb_stands_before(text: str) -> None:
    assert cohort(text) == "2027b"


@pytest.mark.parametrize(
    "text",
    [
        "I start as SENCO in spring, is NPQSENCO funded?", "applying for headships in spring. Is NPQH funded?",
        "taking over a school in the spring, NPQEL?", "joining an academy in spring, NPQSL?",
    ],
)  # fmt: skip
def test_a_job_in_spring_is_no_intake(text: str) -> None:
    assert cohort(text) is None


@pytest.mark.parametrize(("as_of", "expected"), [(date(2027, 2, 1), "2027a"), (date(2027, 5, 1), "2028a")])
def test_spring_is_the_same_however_it_is_asked_for(as_of: date, expected: str) -> None:
    for text in ("and spring?", "start NPQSL in the spring", "start NPQSL in spring"):
        assert cohort(text, as_of) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NPQH: what if I don't apply until next September, for that autumn",
        "NPQH, I can't start before next September. Would that be funded",
        "I won't get round to applying till next autumn. NPQH still paid?",
        "NPQH: what if i put it off till autumn next year",
        "NPQH: what about if I don't register till October next year",
        "NPQH, and the autumn after this one?",
        "NPQH: what if I hold off a year",
        "would NPQH be the same a year from now",
    ],
)
def test_a_course_put_off_is_one_of_the_next_autumn(text: str) -> None:
    assert cohort(text) == f"{TODAY.year + 1}b"


@pytest.mark.parametrize(
    "text",
    [
        "I don't go on leave until next September. NPQH funded?",
        "deputy, new head not starting until next September. Is NPQH funded?",
        "she doesn't start as head until next September. NPQH funded?",
        "My head won't start me on NPQH till next term",
        "I do not retire until next year. NPQH funded?",
        "my head says wait a year for NPQH. should I",
        "I've a year to finish NPQH",
    ],
)
def test_a_day_of_a_job_or_of_a_leave_puts_no_course_off(text: str) -> None:
    assert cohort(text) is None
