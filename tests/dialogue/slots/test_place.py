from __future__ import annotations

import pytest

from advisor.dialogue.slots.place import find_places
from tests.dialogue.samples import after, hinted, known, told


@pytest.mark.parametrize(
    "text",
    [
        "I work in Leeds", "an unlisted academy in Leeds", "England", "yes, England", "a school in Newcastle",
        "I trained in Scotland but work in Leeds",
        "I moved from Cardiff to Leeds", "we're in London",
    ],
)  # fmt: skip
def test_a_place_in_england_is_a_workplace_in_england(text: str) -> None:
    assert told(find_places, text) == {"works_in_england": True}


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("I work in Wales", "wales"),
        ("a school in Cardiff", "wales"),
        ("I've moved to Wales", "wales"),
        ("I moved from Leeds to Cardiff", "wales"),
        ("we moved from England to Scotland", "scotland"),
        ("we are in Northern Ireland", "northern_ireland"),
        ("I live in Chester and teach in Wrexham", "wales"),
        ("I'm in Guernsey", "crown_dependencies"),
        ("I work at a British school in Dubai", "abroad"),
        ("I don't work in England", "abroad"),
    ],
)
def test_a_place_elsewhere_is_named_with_its_nation(text: str, nation: str) -> None:
    assert told(find_places, text) == {"works_in_england": False, "nation": nation}


@pytest.mark.parametrize(
    "text",
    [
        "I qualified in Ireland", "my family is from Scotland", "I used to work in Wales", "a degree from Cardiff",
        "schools in England and Wales", "the University of Leeds says so", "I previously taught in Wales",
        "do we get it like England schools", "same as people in England?",
        "I'm not in Wales", "which Leeds-based provider runs NPQH",
    ],
)  # fmt: skip
def test_a_place_that_is_not_the_workplace_says_nothing(text: str) -> None:
    assert told(find_places, text) == {}


def test_a_half_believed_place_is_a_hint_only() -> None:
    assert told(find_places, "I think we count as Wales") == {}
    assert hinted(find_places, "I think we count as Wales") == {"works_in_england", "nation"}


def test_a_place_to_come_leaves_the_present_one_as_it_is() -> None:
    assert told(find_places, "she's moving back in January to a school in Essex") == {}
    assert not hinted(find_places, "I might be moving to Wales")


def test_who_lives_in_one_nation_and_works_in_another_is_read_by_where_they_work() -> None:
    assert told(find_places, "I live in Chester and teach in Wrexham")["works_in_england"] is False
    assert told(find_places, "live in Wales but teach in Leeds")["works_in_england"] is True


def test_the_nation_put_in_place_of_england_is_named() -> None:
    assert told(find_places, "i said wales not england") == {"works_in_england": False, "nation": "wales"}


@pytest.mark.parametrize(
    "text",
    [
        "an academy in Hexham", "Maintained primary, Esher.", "near Shrewsbury", "state secondary, Fleet",
        "state secondary, Fleet. Is NPQSL funded?", "I teach in Reading", "i teach in reading, can i do npqh",
        "an academy near Reading and I want NPQH", "state primary, Reading.", "a school in Boston, Lincolnshire",
        "a school in Newport, Shropshire", "I work in Richmond, North Yorkshire", "we're in South East London",
        "nursery (Hale)", "an academy in King's Lynn", "a primary in Stoke-on-Trent",
    ],
)  # fmt: skip
def test_towns_of_england_are_known(text: str) -> None:
    assert told(find_places, text) == {"works_in_england": True}


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("a primary in Mold", "wales"),
        ("maintained primary, Barry", "wales"),
        ("a school in Perth, Scotland", "scotland"),
        ("a school in Perth, Australia", "abroad"),
        ("I teach in St Andrews", "scotland"),
        ("an academy in the Scottish Borders", "scotland"),
        ("a school in Newcastle, County Down", "northern_ireland"),
        ("I work in Washington DC", "abroad"),
        ("I'm teaching in Jordan", "abroad"),
        ("a British school in New South Wales", "abroad"),
    ],
)
def test_towns_elsewhere_are_known_and_a_namesake_is_told_by_what_follows(text: str, nation: str) -> None:
    assert told(find_places, text) == {"works_in_england": False, "nation": nation}


@pytest.mark.parametrize(
    "text",
    [
        "results in reading", "our school in reading and writing", "we start in March", "teaching in reading lessons",
        "improve our work in reading", "training teachers in reading", "I heard from Jordan", "a letter from Barry",
        "at St Andrews primary school", "St Davids primary", "at Hamilton Academy", "academy, deal with it",
        "a great deal of work", "I work in nice little schools", "I lead primary, reading and writing",
    ],
)  # fmt: skip
def test_words_people_and_schools_are_no_places(text: str) -> None:
    assert told(find_places, text) == {}
    assert not hinted(find_places, text)


@pytest.mark.parametrize(
    ("text", "in_england"),
    [
        ("academy. Reading.", True),
        ("secondary Bury", True),
        ("nursery chain, manager, Swale.", True),
        ("school's just outside Stoke", True),
        ("I taught in Edinburgh until 2022; Preston since then", True),
        ("I'm back in England after 4 years in Dubai, teaching at a comp", True),
        ("worked in Belfast first, but I've taught in Derby for 8 years", True),
        ("my headteacher is from Scotland, school's in Kendal", True),
        ("going to Dubai in January, in Leeds till then", True),
        ("I live in Chester, school's in Wrexham", False),
        ("an academy outside England", False),
    ],
)
def test_where_one_works_now_is_told_from_where_one_was_and_will_be(text: str, in_england: bool) -> None:
    assert told(find_places, text)["works_in_england"] is in_england


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a village called Scotland, near Grantham", True),
        ("not the country, Wales in South Yorkshire", True),
        ("teaching in Wales, near Chester", False),
        ("Home is Chepstow, I teach at a comp in Bristol", True),
        ("I sleep in Hereford but work in Abergavenny", False),
        ("any funding if you're in Guernsey?", False),
        ("is it only for England? I'm in Lisburn", False),
        ("I've nothing to do with England, I teach in Fife", False),
        ("my partner is in Scotland, I teach in York", True),
        ("we're in Scotland so I assume no", False),
        ("our school is on the English side of the border, near Monmouth", True),
    ],
)
def test_the_workplace_is_told_from_homes_namesakes_and_the_scheme(text: str, value: bool) -> None:
    assert told(find_places, text)["works_in_england"] is value


@pytest.mark.parametrize(
    "text",
    [
        "The school's in Shropshire. Powys is merely where I sleep.",
        "Flintshire's where I live, I teach in Chester",
        "The school is in Chester, Flintshire is home.",
        "Wrexham's only my home address, the academy is in Oswestry",
        "academy in Hereford. Wales is where I commute from.",
        "Monmouth is where we bought a house; work's in Gloucester",
    ],
)
def test_a_place_said_after_its_name_to_be_home_is_no_workplace(text: str) -> None:
    assert told(find_places, text) == {"works_in_england": True}


@pytest.mark.parametrize(
    "text",
    [
        "Shropshire is home. The school's in Powys.",
        "Cardiff is where I teach, Bristol is where I live.",
        "Powys is where I live and work",
    ],
)
def test_a_home_in_england_does_not_hide_a_workplace_in_wales(text: str) -> None:
    assert told(find_places, text)["works_in_england"] is False


def test_what_the_school_is_stays_told_where_only_the_home_was_taken_for_its_place() -> None:
    turns = ("deputy, C of E village primary, Powys", "The school's in Shropshire. Powys is merely where I sleep.")
    facts = known(after(*turns))
    assert facts["works_in_england"] is True
    assert facts["eligible_establishment_type"] is True
    assert "eligible_establishment_type" not in known(after(turns[0], "I've moved, I teach in Chester now"))
