from __future__ import annotations

import pytest

from tests.dialogue.samples import after, known

FIRST_FIVE = "in_first_five_years_of_headship"


def _facts(*messages: str) -> tuple[object, object]:
    held = known(after(*messages))
    return held.get("is_headteacher"), held.get(FIRST_FIVE)


@pytest.mark.parametrize(
    ("message", "first_five"),
    [
        ("I've been in headship since Easter, maintained primary", True),
        ("Took the headship on in September 2020", False),
        ("Head for just over two terms now", True),
        ("been head here a fortnight", True),
        ("headship: since 01/09/2022", True),
        ("I've been a headteacher since September 2019 at two different schools", False),
        ("Deputy for nine years, head for one", True),
        ("I hit five years as head in September", False),
        ("headteacher at a special school and it'll be five years this coming July", True),
        ("20 years a teacher, 2 as a head", True),
        ("been a headteacher nearly six years", False),
        ("headteacher for the last 18 months", True),
        ("still inside the five years as a headteacher", True),
        ("I moved schools at Easter but I've been a head since 2017", False),
        ("headteacher (yr 2)", True),
        ("Head of a PRU in Stoke, year one", True),
        ("been in headship since '19", False),
        ("I'm a head, 7 years, new to this school", False),
        ("Headteacher with no NPQH, 2nd year", True),
        ("A new head in Hull: I took over from the last one this September", True),
    ],
)
def test_years_of_headship_are_read_however_they_are_told(message: str, first_five: bool) -> None:
    assert _facts(message) == (True, first_five)


@pytest.mark.parametrize(
    "message",
    [
        "My wife is a headteacher, second year. I'm a class teacher",
        "my head, in post since 2012, won't pay. I'm a class teacher",
        "I'm head of history, six years",
        "can heads in their third year apply for EHCO?",
        "is a head in their first five years funded?",
        "I'd love a headship some day. 12 years teaching.",
        "we need a head, ours left in July",
        "What if I became a head in January?",
        "early years lead 3 years. headteacher supportive",
        "I'm the head's PA, 6 years",
        "Head of year 9 for 4 years",
        "the school is on its third head in five years",
    ],
)
def test_another_persons_headship_another_post_and_a_wish_make_nobody_a_head(message: str) -> None:
    assert _facts(message) == (None, None)


@pytest.mark.parametrize(
    "message",
    [
        "I start as head in January, currently deputy",
        "I'm head designate of a junior school",
        "My head retires at Christmas and I'm taking over",
        "appointed to my first headship with effect from 1 January 2027",
        "I used to be a head but I'm a class teacher these days",
        "Headteacher: no. Deputy: yes.",
        "we're both deputies",
        "going for headships, not one yet",
    ],
)
def test_a_headship_to_come_or_given_up_is_not_held(message: str) -> None:
    assert _facts(message) == (False, None)


def test_of_a_second_headship_the_years_of_the_first_are_missing() -> None:
    assert _facts("This is my second headship, I started here in 2024") == (True, None)
    assert _facts("My second headship, seven years all told") == (True, False)


def test_a_year_that_may_or_may_not_be_five_years_ago_tells_nothing() -> None:
    assert _facts("I'm a headteacher, about five years") == (True, None)


def test_a_second_turn_goes_on_about_the_headship_of_the_first() -> None:
    assert _facts("I'm a headteacher in Leeds", "since September 2021") == (True, False)
    assert _facts("I'm a headteacher in Leeds", "I finished NPQSL in 2021") == (True, None)


def test_where_another_is_asked_about_the_writer_is_left_out() -> None:
    assert _facts("Head of one of ours, in post since January 2024. She's asking about EHCO. I'm no head myself") == (
        True,
        True,
    )
    assert _facts("our new headteacher started in September, is she covered for EHCO?") == (True, True)


def test_the_month_a_headship_began_is_kept() -> None:
    assert known(after("My headship began on 1 September 2022"))["headship_start"] == "2022-09-01"


@pytest.mark.parametrize(
    "message",
    [
        "acting head last summer term only. back to being deputy now",
        "I covered as head for two terms, then returned to my deputy post",
        "I did a spell as acting head in 2022 but I'm a deputy again now",
        "I'm a deputy who acted up as head in 2024",
        "now a dep head. NPQH?",
        "AHT in Leeds. NPQSL?",
        "been a head before? no. deputy 6 yrs",
        "We want NPQSL for Dee, she's assistant head",
    ],
)
def test_a_lower_post_held_now_counts_before_a_headship_that_is_over(message: str) -> None:
    assert _facts(message)[0] is False


@pytest.mark.parametrize(
    ("message", "first_five"),
    [
        ("I'm its headteacher, tenth year", False),
        ("Exec head, 2 primaries. First became a head in 2011", False),
        ("I took the reins of my school in Sept 2023", True),
    ],
)
def test_a_head_is_known_by_few_words(message: str, first_five: bool) -> None:
    assert _facts(message) == (True, first_five)


@pytest.mark.parametrize(
    "message", ["I'm a deputy head acting as head since January", "returned to headship last year"]
)
def test_a_headship_held_now_stays_one(message: str) -> None:
    assert _facts(message)[0] is True


@pytest.mark.parametrize(
    "message",
    ["Headship or Senior Leadership? AHT two years in, Bury", "NPQSL or headship? assistant head, three years in"],
)
def test_headship_as_one_of_two_courses_is_no_post(message: str) -> None:
    assert _facts(message) == (False, None)
