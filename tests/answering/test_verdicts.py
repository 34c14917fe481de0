from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from advisor.answering.said import GroundKind
from advisor.answering.verdicts import (
    STANDING_PAY,
    STANDING_PLACE,
    STANDING_REVIEW,
    STANDING_UNPUBLISHED,
    say_alike,
    word_verdict,
)
from advisor.answering.wording import REASONS, REVIEWS, cohort_in_sentence, course_in_sentence
from advisor.core.courses import COURSES
from advisor.core.facts import FactSet
from advisor.rules.decision import decide
from advisor.rules.funding.rulesets import load_rule_book
from advisor.rules.parsing import parse_facts
from advisor.rules.verdict import Outcome, Step, Verdict
from tests.advisers import knowledge

TODAY = date(2026, 11, 21)
SCHOOL: dict[str, object] = {"works_in_england": True, "work_setting": "a_school", "eligible_establishment_type": True}
EARLY: dict[str, object] = {"works_in_england": True, "work_setting": "early_years_or_childcare"}
ANOTHER: dict[str, object] = {"works_in_england": True, "work_setting": "another_setting"}
PEOPLE: tuple[dict[str, object], ...] = (
    {},
    {"works_in_england": False, "nation": "wales"},
    {"works_in_england": True},
    SCHOOL,
    {**SCHOOL, "eligible_establishment_type": False},
    {**SCHOOL, "on_pp50_school_list": True},
    {**SCHOOL, "on_pp50_school_list": False, "on_rise_list": False},
    {**SCHOOL, "is_headteacher": True, "in_first_five_years_of_headship": True},
    {**SCHOOL, "prior_applications": [
        {"course": c, "status": "accepted", "eligible_for_funding": True, "funded_place": True} for c in COURSES
    ]},
    {**EARLY, "early_years_setting": "private_nursery"},
    {**EARLY, "early_years_setting": "childminder", "on_childminder_list": False},
    {**EARLY, "early_years_setting": "local_authority_maintained_nursery"},
    {**ANOTHER, "employment_type": "hospital_school"},
    {**ANOTHER, "employment_type": "lead_mentor_for_accredited_itt_provider", "itt_provider_approved": True},
    {"works_in_england": True, "work_setting": "other", "referred_by_return_to_teaching_adviser": True},
)  # fmt: skip
COHORTS = (*load_rule_book().versions, "2027b")


def held(stated: dict[str, object]) -> FactSet:
    return parse_facts(stated).with_assumed("prior_applications", ())


VERDICTS = [
    (decide(course, held(stated), TODAY, cohort), held(stated))
    for stated, course, cohort in product(PEOPLE, COURSES, COHORTS)
]


def made(outcome: Outcome, reason: str | None) -> Verdict:
    step = Step(condition="c", truth="false", because="The rule in one line.", source="dfe-service-funding-rules")
    return Verdict(course="npq-headship", cohort="2026b", outcome=outcome, reason=reason, steps=(step,))


def test_the_people_above_meet_every_outcome_and_nearly_every_reason() -> None:
    assert {verdict.outcome for verdict, _ in VERDICTS} == set(Outcome)
    assert len({verdict.reason for verdict, _ in VERDICTS}) > 12


@pytest.mark.parametrize("subject", ["self", "colleague"])
def test_every_verdict_is_said_in_whole_sentences_each_on_a_rule_line(subject: str) -> None:
    for verdict, facts in VERDICTS:
        words = word_verdict(verdict, facts, subject)
        assert words.said
        for said in words.said:
            assert said.text[0].isupper()
            assert said.text.endswith(".")
            assert not set("{}") & set(said.text)
            assert ".." not in said.text
            (ground,) = said.grounds
            assert (ground.kind, bool(ground.text), bool(ground.source)) == (GroundKind.RULESET, True, True)
            assert ground.source in knowledge().sources
        first = words.said[0].text
        assert cohort_in_sentence(verdict.cohort) in first
        if verdict.outcome is not Outcome.UNDETERMINED or verdict.missing:
            assert course_in_sentence(verdict.course) in first


def test_every_standing_statement_named_exists() -> None:
    for standing in {name for verdict, facts in VERDICTS for name in word_verdict(verdict, facts, "self").standing}:
        statement, _ = knowledge().statement(standing)
        assert statement.text


def test_the_words_agree_with_the_outcome() -> None:
    for verdict, facts in VERDICTS:
        first = word_verdict(verdict, facts, "self").said[0].text
        if verdict.outcome is Outcome.NOT_ELIGIBLE:
            assert first.startswith("No, ")
        else:
            assert not first.startswith("No")
        if verdict.outcome is Outcome.ELIGIBLE:
            assert first.startswith("Yes")
        elif verdict.missing != ("works_in_england",):
            assert not first.startswith("Yes")


@pytest.mark.parametrize("short", [False, True])
def test_eligible_never_stands_without_saying_that_a_place_is_not_guaranteed(short: bool) -> None:
    for verdict, facts in VERDICTS:
        if verdict.outcome is Outcome.ELIGIBLE:
            assert STANDING_PLACE in word_verdict(verdict, facts, "self", short=short).standing
    assert "not guaranteed" in knowledge().statement(STANDING_PLACE)[0].text


def test_a_refusal_always_says_how_else_to_pay() -> None:
    for verdict, facts in VERDICTS:
        if verdict.outcome is Outcome.NOT_ELIGIBLE:
            assert STANDING_PAY in word_verdict(verdict, facts, "self").standing
    assert "pay" in knowledge().statement(STANDING_PAY)[0].text


def test_a_refusal_says_what_would_change_it_where_something_would() -> None:
    facts = held({**SCHOOL, "on_pp50_school_list": False, "on_rise_list": False})
    verdict = decide("npq-leading-literacy", facts, TODAY, "2026b")
    assert verdict.outcome is Outcome.NOT_ELIGIBLE
    texts = [said.text for said in word_verdict(verdict, facts, "self", ("npq-headship", "npq-senco")).said]
    assert texts[1].startswith("That would change if your school were on the PP50 list")
    assert texts[2] == "By the same rules you could get funding in autumn 2026 for NPQH and NPQSENCO instead."


def test_nothing_the_person_could_change_is_not_offered() -> None:
    facts = held(SCHOOL)
    verdict = decide("npq-headship", facts, TODAY, "2026a")
    assert (
        len(word_verdict(verdict, facts, "self").said) == 1
        or "intake" in word_verdict(verdict, facts, "self").said[1].text
    )


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_to_refuse_has_a_sentence_of_its_own(reason: str) -> None:
    texts = {
        other: word_verdict(made(Outcome.NOT_ELIGIBLE, other), FactSet(), "self").said[0].text for other in REASONS
    }
    assert "the rules do not cover it" not in texts[reason]
    assert [other for other in texts if texts[other] == texts[reason]] == [reason]


@pytest.mark.parametrize("reason", REVIEWS)
def test_a_review_is_neither_yes_nor_no(reason: str) -> None:
    words = word_verdict(made(Outcome.SUBJECT_TO_REVIEW, reason), FactSet(), "self")
    assert "neither yes nor no" in words.said[0].text
    assert STANDING_REVIEW in words.standing


def test_an_unpublished_intake_is_said_to_be_unknown() -> None:
    verdict = decide("npq-headship", FactSet(), TODAY, "2027b")
    words = word_verdict(verdict, FactSet(), "self")
    assert "cannot say" in words.said[0].text
    assert words.standing == STANDING_UNPUBLISHED


def test_what_was_assumed_is_said_and_what_was_told_is_not_called_assumed() -> None:
    assumed = held(SCHOOL)
    told = parse_facts({**SCHOOL, "prior_applications": []})
    for facts, words in ((assumed, True), (told, False)):
        verdict = decide("npq-headship", facts, TODAY, "2026b")
        assert (
            "as long as you have not had NPQH funded before" in word_verdict(verdict, facts, "self").said[0].text
        ) is words


def test_an_open_verdict_names_what_it_hangs_on() -> None:
    verdict = decide("npq-leading-literacy", held(SCHOOL), TODAY, "2026b")
    text = word_verdict(verdict, held(SCHOOL), "self").said[0].text
    assert "PP50" in text
    assert "RISE" in text


def test_another_person_is_spoken_of_and_not_to() -> None:
    verdict = decide("npq-headship", held(SCHOOL), TODAY, "2026b")
    text = word_verdict(verdict, held(SCHOOL), "colleague").said[0].text
    assert "your colleague is eligible" in text
    assert "you are" not in text


def says(stated: dict[str, object], course: str, *same_for: str) -> str:
    facts = held(stated)
    words = word_verdict(decide(course, facts, TODAY), facts, "self", same_for=same_for)
    return " ".join(said.text for said in words.said)


def test_courses_with_the_same_verdict_share_its_sentence() -> None:
    headship, leadership = (decide(course, held(SCHOOL), TODAY) for course in ("npq-headship", "npq-senior-leadership"))
    teaching = decide("npq-leading-teaching", held(SCHOOL), TODAY)
    assert say_alike(headship, leadership)
    assert not say_alike(headship, teaching)
    text = says(SCHOOL, "npq-headship", "npq-senior-leadership")
    assert "(NPQH) and the NPQ for Senior Leadership (NPQSL)" in text
    assert "not had NPQH or NPQSL funded before" in text


def test_an_independent_special_school_is_not_called_state_funded_and_the_guidance_is_shown() -> None:
    text = says({**SCHOOL, "establishment_type_code": "10"}, "npq-senco")
    assert "independent special school" in text
    assert "state-funded school" not in text
    assert "guidance speaks of publicly funded settings" in text


def test_a_review_that_hangs_on_england_says_that_dfe_decides() -> None:
    text = says({"work_setting": "another_setting", "employment_type": "hospital_school"}, "npq-senior-leadership")
    assert text.startswith("In England DfE would decide case by case")


def test_agency_work_is_refused_unless_an_adviser_referred() -> None:
    assert says({"works_in_england": True, "work_setting": "other"}, "npq-headship").startswith("No, unless")


@pytest.mark.parametrize(
    ("stated", "course"),
    [
        ({**SCHOOL, "eligible_establishment_type": False}, "npq-headship"),
        (
            {**SCHOOL, "is_headteacher": True, "in_first_five_years_of_headship": False},
            "npq-early-headship-coaching-offer",
        ),
    ],
)
def test_what_nobody_can_change_is_not_held_out(stated: dict[str, object], course: str) -> None:
    assert "That would change" not in says(stated, course)
