"""Facts in the words of somebody who did not know the words that the content lists."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dialogue.samples import after, known


@pytest.mark.parametrize(
    ("messages", "facts"),
    [
        (["we arent fee paying we're a maintained secondary in Bolton"], {"eligible_establishment_type": True}),
        (
            ["No RISE involvement at our maintained primary"],
            {"on_rise_list": False, "eligible_establishment_type": True},
        ),
        (["not private, its a council primary"], {"work_setting": "a_school", "eligible_establishment_type": True}),
        (["I'm head of sixth form in a comprehensive"], {"work_setting": "a_school"}),
        (["manager of a private day nursery"], {"role": "nursery_manager", "early_years_setting": "private_nursery"}),
        (["i childmind from home"], {"early_years_setting": "childminder"}),
        (
            ["childminder, dont know if im on the list"],
            {"early_years_setting": "childminder", "on_childminder_list": None},
        ),
        (["head of school at an academy (exec head above me)"], {"role": "head_of_school"}),
        (
            ["deputy here. I'll be a headteacher from September 2027"],
            {"role": "deputy_head", "role_wanted": "headteacher"},
        ),
        (["I'm a deputy, not a SENCO and don't plan to be"], {"senco_in_role": "no_i_do_not_plan_to_be_a_SENCO"}),
        (["became a headteacher this september"], {"is_headteacher": True, "in_first_five_years_of_headship": True}),
        (
            ["started as headteacher 04/2019"],
            {"headship_start": "2019-04", "in_first_five_years_of_headship": False, "senco_start": None},
        ),
        (["halfway through npqh, ehco as well?"], {"npqh_stage": "studying_npqh"}),
        (["SENCO from 1 January 2025"], {"senco_in_role": "yes", "senco_start": "2025-01-01"}),
        (["took on the senco role in 09/2024"], {"senco_in_role": "yes", "senco_start": "2024-09"}),
        (["havent done the mastery programme at all, npqlpm possible?"], {"maths_mastery_year_completed": False}),
        (["academy here, the school down the road is on PP50"], {"on_pp50_school_list": None}),
        (["it's one or the other, PP50 or RISE"], {"on_pp50_school_list": None, "on_rise_list": None}),
    ],
)
def test_what_is_told_is_read(messages: list[str], facts: dict[str, Any]) -> None:
    held = known(after(*messages))
    assert {name: held.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    ("messages", "applications"),
    [
        (["passed npqml in 2018, does it stop me getting npqlt funded"], []),
        (["my deputy had npqsl funded in 2023 but i've never done an npq"], []),
        (
            ["I failed NPQLBC in 2023. DfE had paid for it."],
            [
                {
                    "course": "npq-leading-behaviour-culture",
                    "status": "accepted",
                    "eligible_for_funding": True,
                    "funded_place": True,
                    "outcome": "failed",
                    "cohort_id": "2023b",
                }
            ],
        ),
        (["applied for npqsl and haven't heard back"], [{"course": "npq-senior-leadership", "status": "pending"}]),
        (
            ["got turned down for npqlbc by the provider"],
            [{"course": "npq-leading-behaviour-culture", "status": "rejected"}],
        ),
        (
            ["I started NPQSL in 2024 and withdrew.", "i paid for that npqsl myself"],
            [
                {
                    "course": "npq-senior-leadership",
                    "status": "accepted",
                    "funded_place": False,
                    "training_status": "withdrawn",
                    "cohort_id": "2024b",
                }
            ],
        ),
        (
            ["I did NPQLT in 2022, funded.", "and i failed npqsl in 2023"],
            [
                {
                    "course": "npq-leading-teaching",
                    "status": "accepted",
                    "eligible_for_funding": True,
                    "funded_place": True,
                    "outcome": "passed",
                    "cohort_id": "2022b",
                },
                {"course": "npq-senior-leadership", "status": "accepted", "outcome": "failed", "cohort_id": "2023b"},
            ],
        ),
    ],
)
def test_earlier_npqs_are_whose_they_are_and_stay_told(messages: list[str], applications: list[dict[str, Any]]) -> None:
    assert known(after(*messages)).get("prior_applications", []) == applications


def test_a_council_that_keeps_a_school_is_no_employer_elsewhere() -> None:
    held = known(after("I work in a council junior school"))
    assert (held["work_setting"], held["eligible_establishment_type"]) == ("a_school", True)


def test_the_day_a_head_started_is_no_intake() -> None:
    held = known(after("I've been a headteacher since September 2024, is EHCO funded?"))
    assert held["headship_start"] == "2024-09"
    assert "cohort_id" not in held
