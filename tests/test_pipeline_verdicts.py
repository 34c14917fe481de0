"""Conversations about funding: whatever the order in which facts are told, the verdict is that of the rules."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from advisor.core.courses import COURSES
from advisor.core.facts import FACTS, FactSet
from advisor.pipeline import Advisor
from advisor.rules.decision import decide
from advisor.rules.parsing import parse_facts, parse_value
from advisor.rules.verdict import Outcome, Verdict
from tests.advisers import TODAY, adviser, spoken, through_json


@pytest.fixture(scope="module")
def npq() -> Advisor:
    return adviser()


# What people tell of themselves, and what it means for the rules, written down by hand.
TOLD: dict[str, dict[str, object]] = {
    "I work in England.": {"works_in_england": True},
    "I work in Leeds.": {"works_in_england": True},
    "I work in Wales.": {"works_in_england": False, "nation": "wales"},
    "I'm in a state primary school.": {"work_setting": "a_school", "eligible_establishment_type": True},
    "I'm in an independent school.": {"work_setting": "a_school", "eligible_establishment_type": False},
    "I work in a private nursery.": {
        "work_setting": "early_years_or_childcare", "early_years_setting": "private_nursery",
    },
    "I'm a childminder.": {"work_setting": "early_years_or_childcare", "early_years_setting": "childminder"},
    "I work for a virtual school.": {
        "work_setting": "another_setting", "employment_type": "local_authority_virtual_school",
    },
    "We are on the PP50 list.": {"on_pp50_school_list": True},
    "We are not on the PP50 list.": {"on_pp50_school_list": False},
    "We are in targeted RISE intervention.": {"on_rise_list": True},
    "I am not on the childminder list.": {"on_childminder_list": False},
    "I have never had a funded NPQ.": {"prior_applications": []},
    "I'm a headteacher in my third year of headship.": {
        "is_headteacher": True, "in_first_five_years_of_headship": True,
    },
    "I'm a deputy head.": {"is_headteacher": False},
}  # fmt: skip
PLACES = ["I work in England.", "I work in Leeds.", "I work in Wales.", ""]
SCHOOL = ["We are on the PP50 list.", "We are not on the PP50 list.", "We are in targeted RISE intervention.", ""]
WORK = {
    "I'm in a state primary school.": SCHOOL,
    "I'm in an independent school.": [""],
    "I work in a private nursery.": [""],
    "I'm a childminder.": ["I am not on the childminder list.", ""],
    "I work for a virtual school.": [""],
    "": [""],
}
OTHER = ["I have never had a funded NPQ.", "I'm a headteacher in my third year of headship.", "I'm a deputy head.", ""]
ASKED = {
    "Is NPQLL funded?": "npq-leading-literacy",
    "Is NPQH funded?": "npq-headship",
    "Is NPQSENCO funded?": "npq-senco",
    "Is NPQEYL funded?": "npq-early-years-leadership",
    "Is the early headship coaching offer funded?": "npq-early-headship-coaching-offer",
}


def dialogues(count: int) -> list[tuple[tuple[str, ...], str]]:
    """Return small dialogues, each telling some facts in some order and asking somewhere; the same on every run."""
    chance = random.Random(2026)
    made: list[tuple[tuple[str, ...], str]] = []
    while len(made) < count:
        work = chance.choice(list(WORK))
        facts = [chance.choice(PLACES), work, chance.choice(WORK[work]), chance.choice(OTHER)]
        facts = [fact for fact in facts if fact]
        chance.shuffle(facts)
        made.append((tuple(facts), chance.choice(list(ASKED))))
    return made


def expected(facts: tuple[str, ...], question: str) -> Verdict:
    """Return the verdict the rules give on all that was told at once; no funded place before is the one assumption."""
    told: dict[str, object] = {}
    for fact in facts:
        told |= TOLD[fact]
    if told.get("on_pp50_school_list") is True or told.get("on_rise_list") is True:
        told.setdefault("works_in_england", True)  # DfE's lists hold no other place
    held = parse_facts(told).with_assumed("prior_applications", ())
    return decide(ASKED[question], held, TODAY)


def same(verdict: Verdict, other: Verdict) -> bool:
    return (verdict.course, verdict.cohort, verdict.outcome, verdict.reason, verdict.missing) == (
        other.course, other.cohort, other.outcome, other.reason, other.missing,
    )  # fmt: skip


@pytest.mark.parametrize(("facts", "question"), dialogues(90))
def test_the_verdict_after_many_turns_is_that_on_all_facts_at_once(
    facts: tuple[str, ...], question: str, npq: Advisor
) -> None:
    reply = spoken(npq, *facts, question)
    (verdict,) = [v for v in reply.verdicts if v.course == ASKED[question]]
    assert same(verdict, expected(facts, question))


@pytest.mark.parametrize(("facts", "question"), dialogues(24))
def test_the_verdict_is_the_same_where_the_question_comes_first(
    facts: tuple[str, ...], question: str, npq: Advisor
) -> None:
    reply = spoken(npq, question, *facts, "So is it funded?")
    (verdict,) = [v for v in reply.verdicts if v.course == ASKED[question]]
    assert same(verdict, expected(facts, question))


@pytest.mark.parametrize(("facts", "question"), dialogues(24))
def test_the_verdict_is_the_same_where_all_is_told_in_one_message(
    facts: tuple[str, ...], question: str, npq: Advisor
) -> None:
    reply = npq.reply(" ".join((*facts, question)))
    (verdict,) = [v for v in reply.verdicts if v.course == ASKED[question]]
    assert same(verdict, expected(facts, question))


def test_the_order_of_what_is_told_changes_no_verdict(npq: Advisor) -> None:
    told = ("I work in Leeds.", "I'm in a state primary school.", "We are on the PP50 list.")
    found = [spoken(npq, *order, "Is NPQLL funded?").verdicts[0] for order in permutations(told)]
    assert {verdict.outcome for verdict in found} == {Outcome.ELIGIBLE}
    assert len({verdict.model_dump_json() for verdict in found}) == 1


@pytest.mark.parametrize("question", ASKED)
@pytest.mark.parametrize("seed", range(6))
def test_answering_what_is_asked_back_settles_the_verdict(question: str, seed: int, npq: Advisor) -> None:
    chance = random.Random(f"{question}{seed}")
    reply = npq.reply(question)
    given: dict[str, object] = {}
    for _ in range(8):
        if reply.question is None or reply.question.fact not in FACTS or reply.question.fact == "course":
            break
        fact = FACTS[reply.question.fact]
        choice = chance.choice([c for c in reply.question.choices if c.value is not None])
        assert fact.name not in given, "asked twice"
        given[fact.name] = choice.value
        reply = npq.reply(choice.label, through_json(reply.state))
    assert reply.verdicts, given
    (verdict,) = [v for v in reply.verdicts if v.course == ASKED[question]]
    assert verdict.outcome.definite, given
    assert same(verdict, decide(ASKED[question], consolidated(given, ASKED[question]), TODAY))


def consolidated(given: dict[str, object], course: str) -> FactSet:
    """Return the facts that choosing these answers states."""
    facts = FactSet()
    for name, value in given.items():
        if name == "prior_applications":
            funded = value == "funded"
            record: dict[str, object] = {"course": course, "status": "accepted", "funded_place": funded}
            earlier = [] if value == "none" else [record | ({"eligible_for_funding": True} if funded else {})]
            facts = facts.with_said(name, parse_value(FACTS[name], earlier))
        elif name != "cohort_id":
            facts = facts.with_said(name, parse_value(FACTS[name], value))
    return facts.with_assumed("prior_applications", ())


def test_telling_one_thing_is_no_yes_to_another(npq: Advisor) -> None:
    asked = npq.reply("I work in a state primary. Is NPQSL funded?")
    assert asked.question is not None
    assert asked.question.fact == "works_in_england"
    for message in ("It is a primary school.", "I have never had one funded."):
        assert "works_in_england" not in npq.reply(message, asked.state).facts
    assert npq.reply("Yes, we are, and we are in RISE", asked.state).facts["works_in_england"].value is True


def test_a_choice_tells_its_own_value_and_not_the_examples_in_its_label(npq: Advisor) -> None:
    asked = spoken(npq, "Is NPQH funded?", "yes")
    asked = npq.reply("I work in England. Is NPQH funded?") if asked.question is None else asked
    assert asked.question is not None
    assert asked.question.fact == "work_setting"
    for choice in asked.question.choices:
        facts = npq.reply(choice.label, asked.state).facts
        said = {
            name: fact.value for name, fact in facts.items() if fact.how == "said" and fact.turn == asked.state.turn + 1
        }
        assert said == ({} if choice.value is None else {"work_setting": choice.value})


def test_naming_ones_headship_keeps_the_course_asked_about(npq: Advisor) -> None:
    reply = spoken(npq, "Is NPQEYL funded?", "I'm in my third year of headship in Leeds", "So is it funded?")
    assert [verdict.course for verdict in reply.verdicts] == ["npq-early-years-leadership"]


def test_a_correction_moves_the_verdict(npq: Advisor) -> None:
    reply = spoken(npq, "I work in a state primary in Leeds. Is NPQLL funded?", "we are on the PP50 list")
    assert reply.verdicts[0].outcome is Outcome.ELIGIBLE
    reply = npq.reply("sorry, we are not on the PP50 list and not in RISE", reply.state)
    assert reply.verdicts[0].outcome is Outcome.NOT_ELIGIBLE
    reply = npq.reply("actually I work in a private nursery", reply.state)
    assert "on_pp50_school_list" not in reply.facts
    assert reply.verdicts[0].outcome is not Outcome.ELIGIBLE


def test_a_hint_of_an_earlier_npq_is_not_assumed_away(npq: Advisor) -> None:
    reply = spoken(npq, "I work in a state primary in Leeds", "I think I had NPQSL funded once", "Is NPQSL funded?")
    (verdict,) = reply.verdicts
    assert verdict.outcome is Outcome.UNDETERMINED
    assert "prior_applications" in verdict.missing


def test_a_colleagues_facts_are_never_ones_own(npq: Advisor) -> None:
    mine = npq.reply("I work in a private nursery in Leeds. Is NPQSL funded?")
    hers = npq.reply("What about my colleague? She works in an academy in Leeds. Is NPQSL funded for her?", mine.state)
    assert mine.verdicts[0].outcome is Outcome.NOT_ELIGIBLE
    assert hers.verdicts[0].outcome is Outcome.ELIGIBLE
    back = npq.reply("And what about me, is NPQSL funded for me?", hers.state)
    assert same(back.verdicts[0], mine.verdicts[0])


@pytest.mark.parametrize("course", COURSES)
def test_an_eligible_answer_always_says_that_a_place_is_not_guaranteed(course: str, npq: Advisor) -> None:
    told = "I am a headteacher in my second year of headship in a state primary in Leeds on the PP50 list."
    reply = npq.reply(f"{told} Is {COURSES[course].code} funded for me?")
    (verdict,) = [v for v in reply.verdicts if v.course == course]
    assert verdict.outcome is Outcome.ELIGIBLE
    assert "not guaranteed" in reply.text or "no guarantee" in reply.text or "does not guarantee" in reply.text


def test_a_corrected_workplace_takes_with_it_what_hung_on_the_old_one(npq: Advisor) -> None:
    listed = "I'm a childminder in England and my number is on DfE's childminder list. Is NPQEYL funded?"
    corrected = spoken(npq, listed, "Actually I work in a state school.")
    assert not {"early_years_setting", "on_childminder_list"} & set(corrected.facts)
    back = spoken(npq, listed, "Actually I work in a state school.", "Sorry, no, I am a childminder after all.")
    assert "on_childminder_list" not in back.facts


def test_a_head_without_a_link_to_the_headship_npq_is_told_so_before_any_yes() -> None:
    reply = adviser().reply("headteacher at a state primary in Leeds since sept 2023, never done npqh. ehco funded?")
    assert reply.statements[0].text.startswith("The coaching offer is for people who have done NPQH")
    assert "NPQH) and the Early Headship" not in reply.text


def test_who_pays_is_said_once_beside_a_recommendation() -> None:
    reply = adviser().reply("Deputy in a pupil referral unit, Walsall. NPQH or NPQSL, which and who pays?", as_of=TODAY)
    assert reply.text.startswith("The best fit for you looks like")
    assert reply.text.count("you are eligible for DfE scholarship funding") == 1


def test_no_yes_follows_what_stands_against_the_course_itself() -> None:
    reply = adviser().reply("Head for 4 years in Devon, never did NPQH. Can I have EHCO funded?", as_of=TODAY)
    assert reply.statements[0].text.startswith("The coaching offer is for people who have done NPQH")
    assert reply.statements[1].text.startswith("On funding alone, you are eligible")
    assert "Yes" not in reply.text


def test_a_price_record_does_not_keep_the_verdict_back() -> None:
    reply = adviser().reply("can i get npqh paid? took over the village school as head", as_of=TODAY)
    assert [verdict.course for verdict in reply.verdicts] == ["npq-headship"]


def test_a_trust_with_some_listed_schools_hears_that_it_goes_by_school() -> None:
    reply = adviser().reply("MAT in Leeds, central team. NPQEL funded? 4 of our 9 schools are on pp50", as_of=TODAY)
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.UNDETERMINED]
    assert "It goes by school, not by trust" in reply.text


def test_a_duty_is_said_of_the_one_it_is_about() -> None:
    text = "We have a new SENCO from January. She did NASENCO in 2012. Does she need to do the NPQ?"
    reply = adviser().reply(text, as_of=TODAY)
    assert reply.state.subject == "senco"
    assert reply.text.startswith("No, your SENCO does not need the NPQ for SENCOs as well.")


def test_a_price_in_case_dfe_does_not_pay_is_a_price() -> None:
    before = adviser().reply("room leader in a private nursery in Bury, is NPQEYL funded?", as_of=TODAY)
    reply = adviser().reply("how much is it if not free", before.state, as_of=TODAY)
    assert "£" in reply.statements[0].text
    assert reply.courses == ("npq-early-years-leadership",)


def test_a_list_that_holds_for_one_school_only_decides_nothing() -> None:
    reply = adviser().reply("academy trust in Essex, pp50 yes for one school only. NPQLT funded?", as_of=TODAY)
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.UNDETERMINED]
