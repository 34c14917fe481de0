"""What is told beside the point: a list looked up, how an NPQ ended, a start last month, somebody else's words."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.dialogue.slots.listed import says_listed
from tests.dialogue.samples import after, known


@pytest.mark.parametrize(
    ("messages", "facts"),
    [
        (["childminder in Hull, checked the list and my number isnt on there"], {"on_childminder_list": False}),
        (["not in RISE i dont think, academy in Wigan"], {"on_rise_list": None, "eligible_establishment_type": True}),
        (["neither PP50 nor the RISE one, community school"], {"on_pp50_school_list": False, "on_rise_list": False}),
        (["head of a community infants in Poole"], {"eligible_establishment_type": True}),
        (
            ["maintained primary, is it funded", "sorry i meant independent, we charge fees"],
            {"eligible_establishment_type": False},
        ),
        (["does it help that our school is a charity"], {"work_setting": "a_school"}),
        (
            ["I teach at a council primary. My husband is a childminder and reckons NPQs are free"],
            {"early_years_setting": None},
        ),
        (["raised in Leeds originally, teaching in Swansea"], {"nation": "wales"}),
        (["I did my NPQH in England and now teach in Swansea"], {"nation": "wales"}),
        (["I teach in Flintshire, just over from Chester"], {"nation": "wales"}),
        (["not the SENCO yet but I hope to become one"], {"senco_in_role": "no_but_i_plan_to_become_one"}),
        (["I'm SENCO, started last month"], {"senco_in_role": "yes", "senco_start": "2026-10"}),
        (["SENCO in post since january this year"], {"senco_start": "2026-01"}),
        (["headteacher in Derby 8yrs now"], {"in_first_five_years_of_headship": False}),
        (["new head, no npqh"], {"npqh_stage": "none"}),
        (["can we shortlist heads without the npqh"], {"npqh_stage": None}),
        (["I'm a TA and have no QTS"], {"has_qts": False}),
        (["i got my qts in july"], {"has_qts": True}),
        (["do I need QTS"], {"has_qts": None}),
        (["did 2 yrs of teaching for mastery with the hub"], {"maths_mastery_year_completed": True}),
        (["no mastery year but I know it another way"], {"maths_understanding": "another_way"}),
        (["no mastery year and i cant show it any other way"], {"maths_understanding": "cannot_show"}),
        (
            ["on neither of the two lists (pp50, RISE), academy in Ely"],
            {"on_pp50_school_list": False, "on_rise_list": False},
        ),
        (["npqlt at our academy in Ely. pp50? no clue"], {"on_pp50_school_list": None}),
        (["the primary down the road is on pp50"], {"on_pp50_school_list": None}),
        (["npqlt. not on pp50", "hang on we are, found it"], {"on_pp50_school_list": True}),
        (["academy trust, some schools on pp50 some not"], {"on_pp50_school_list": None}),
        (["state primary not on list, not rise"], {"on_pp50_school_list": False, "on_rise_list": False}),
        (["special school, run by the council"], {"eligible_establishment_type": True}),
        (["I teach in a PRU", "england, its a council one"], {"work_setting": "a_school", "works_in_england": True}),
        (["independent special school", "all our pupils are council placed"], {"work_setting": "a_school"}),
        (["childminder with an agency"], {"early_years_setting": "childminder"}),
        (["i'm from scotland but teach at an academy in london"], {"works_in_england": True}),
        (["our headteacher has been here 20 years"], {"in_first_five_years_of_headship": None}),
        (["SENCO at a state primary, by when do i need it"], {"senco_in_role": "yes"}),
        (["did npqml in 2019, can i do npqsl funded", "it was funded yeah"], {"prior_applications": None}),
        (["if I leave NPQSL until autumn 2027 will it be funded"], {"cohort_id": "2027b"}),
    ],
)
def test_what_is_told_in_passing_is_read(messages: list[str], facts: dict[str, Any]) -> None:
    held = known(after(*messages))
    assert {name: held.get(name) for name in facts} == facts


def applications(*messages: str) -> list[dict[str, Any]]:
    held = known(after(*messages))["prior_applications"]
    assert isinstance(held, list)
    return held


def test_each_of_several_npqs_ended_in_its_own_way() -> None:
    behaviour, developing = applications("passed npqlbc 2023 and failed npqltd 2025")
    assert (behaviour["course"], behaviour["outcome"]) == ("npq-leading-behaviour-culture", "passed")
    assert (developing["course"], developing["outcome"]) == ("npq-leading-teaching-development", "failed")


def test_a_course_never_done_takes_no_other_back() -> None:
    held = applications("withdrew from npqsl in 2023, dfe funded", "ok and npqh? never done that one")
    assert [each["course"] for each in held] == ["npq-senior-leadership"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("ok looked it up, we're on there", True),
        ("had a look and no we're not on that list", False),
        ("can't find us anywhere", False),
        ("we are", True),
        ("how would i know if we're on it", None),
        ("is our school on it", None),
    ],
)
def test_a_list_is_said_in_few_words(text: str, listed: bool | None) -> None:
    told = says_listed(text)
    assert (told[0] if told else None) is listed
