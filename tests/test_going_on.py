"""What people write after a first reply: answers beside a question, repair, corrections, clipped follow-ups."""

from __future__ import annotations

import pytest

from advisor.rules.verdict import Outcome
from tests.advisers import adviser, spoken

LISTED = "is NPQLBC funded at my school, a secondary academy in Hull"
CLOSING = "how do i check and what if not on it"


def test_an_answer_beside_another_question_settles_the_verdict_first() -> None:
    reply = spoken(adviser(), LISTED, "found it, yes we're on it. do i need QTS?")
    assert reply.statements[0].text.startswith("Yes, as long as you have not had NPQLBC funded before")
    assert "QTS" in reply.text
    assert reply.question is None


def test_a_list_looked_up_answers_the_question_of_some_turns_ago() -> None:
    reply = spoken(adviser(), LISTED, "how would i know", "found it, we're on it")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.ELIGIBLE]


def test_how_to_check_is_told_and_what_if_not_beside_it() -> None:
    reply = spoken(adviser(), LISTED, CLOSING)
    assert "eligible settings" in reply.text
    assert reply.state.set_aside is not None
    assert reply.state.still_open is not None
    assert reply.state.still_open.fact == "on_pp50_school_list"


@pytest.mark.parametrize("message", ["so?", "so yes?", "thats a yes?", "so what does that mean", "yes then?"])
def test_so_asks_for_the_verdict_in_short(message: str) -> None:
    reply = spoken(adviser(), "deputy at an academy in Derby, is NPQH free", message)
    assert len(reply.statements) == 1
    assert reply.statements[0].text.startswith("Yes")


def test_what_is_only_a_step_leaves_the_real_question_as_the_last_one() -> None:
    first = "deputy at an academy in Derby, is NPQH free"
    assert spoken(adviser(), first, "so?").state.last_question == first


def test_a_reply_that_missed_is_followed_by_another_entry_or_an_apology() -> None:
    first = spoken(adviser(), "can i defer my npq")
    second = spoken(adviser(), "can i defer my npq", "thats not what i asked")
    assert second.state.last_entry != first.state.last_entry or "sorry" in second.text
    assert second.state.last_question == first.state.last_question


def test_names_alone_ask_of_them_what_was_asked_before() -> None:
    reply = spoken(adviser(), "how long is NPQLT", "NPQH?")
    assert "18 months" in reply.text
    reply = spoken(adviser(), "which providers run NPQLL in autumn 2026", "sorry - I meant NPQSENCO")
    assert "lead providers" in reply.text


def test_and_for_me_asks_whether_the_course_would_be_funded() -> None:
    first = "NPQSL, I'm at a state school in England. My friend is at a school in Wales, can she get it?"
    reply = spoken(adviser(), first, "and for me?")
    assert reply.state.subject == "self"
    assert [(verdict.course, verdict.outcome) for verdict in reply.verdicts] == [
        ("npq-senior-leadership", Outcome.ELIGIBLE)
    ]


def test_a_fact_that_may_matter_is_answered_by_the_verdict_with_it() -> None:
    reply = spoken(adviser(), "deputy at an academy in Derby, is NPQH free", "does it matter that i did npqsl in 2022")
    assert reply.statements[0].text.startswith("Yes")
    assert [verdict.course for verdict in reply.verdicts] == ["npq-headship"]


def test_several_intakes_are_asked_of_the_same_school() -> None:
    first = "was NPQLPM funded in autumn 2024 for a state primary in England, not PP50 and not RISE?"
    reply = spoken(adviser(), first, "spr25 and aut25 same school?")
    assert [verdict.cohort for verdict in reply.verdicts] == ["2025a", "2025b"]


def test_a_start_as_senco_put_right_moves_the_deadline() -> None:
    reply = spoken(
        adviser(), "I'm a SENCO since September 2024, when is my deadline?", "no!! sept TWENTY FIVE. thats sept 2028"
    )
    assert "1 September 2028" in reply.text


def test_another_course_than_the_one_spoken_of_is_suggested() -> None:
    first = "maths lead in a primary, never done mastery, school says do NPQLPM"
    reply = spoken(adviser(), first, "so what can i do instead")
    assert reply.suggestions
    assert "npq-leading-primary-mathematics" not in {each.course for each in reply.suggestions}


def test_who_asks_again_in_clear_words_gets_the_answer_again_in_brief() -> None:
    reply = spoken(adviser(), "how do I check whether my school is on the list?", "but how do I check the list?")
    assert "comes nearest" not in reply.text
    assert "eligible settings" in reply.text


def test_an_intake_alone_is_asked_of_the_same_course() -> None:
    first = "is NPQLPM funded for a state primary in England, not PP50 and not RISE?"
    reply = spoken(adviser(), first, "I asked about the intakes - aut24?")
    assert [(verdict.cohort, verdict.outcome) for verdict in reply.verdicts] == [("2024b", Outcome.ELIGIBLE)]


def test_who_decides_after_a_review_is_told_how_the_review_goes() -> None:
    first = "RTTA referral, England, wants NPQSENCO. Is it funded?"
    reply = spoken(adviser(), first, "who decides and how long does it take")
    assert "DfE will decide your funding by hand" in reply.text
    assert "12 to 22" not in reply.text


@pytest.mark.parametrize(
    ("message", "outcome"),
    [
        ("ok looked, we're not", Outcome.UNDETERMINED),  # RISE is still open
        ("right, checked: yes we are listed", Outcome.ELIGIBLE),
    ],
)
def test_whether_a_place_is_listed_is_read_in_the_fewest_words(message: str, outcome: Outcome) -> None:
    reply = spoken(adviser(), LISTED, "how do i find out if we're on the list", message)
    assert [verdict.outcome for verdict in reply.verdicts] == [outcome]
    assert "on_pp50_school_list" in reply.state.person.facts


def test_a_no_about_who_paid_is_no_answer_about_england() -> None:
    first = "colleague did npqlt in 2022 and my school paid. can she get it funded again"
    assert "works_in_england" not in spoken(adviser(), first, "not dfe no").state.person.facts


def test_a_complaint_with_a_question_of_its_own_asks_that() -> None:
    first = "head of English at a secondary in York, is NPQLL funded"
    reply = spoken(adviser(), first, "thats not what i asked, how long does it take")
    assert "months" in reply.text


def test_a_year_alone_is_an_intake_of_the_same_course() -> None:
    first = "is NPQH funded for a deputy at an academy in Leeds"
    assert [verdict.cohort for verdict in spoken(adviser(), first, "same for 2025").verdicts] == ["2025b"]


def test_who_pays_otherwise_is_not_the_verdict_again() -> None:
    first = "is NPQLL funded at an academy in Leeds, not on PP50 and not in RISE"
    reply = spoken(adviser(), first, "so who pays then")
    assert "your school" in reply.text
    assert reply.state.last_entry == "faq-who-pays"


def test_a_workplace_told_after_a_plain_fact_asks_for_funding() -> None:
    reply = spoken(adviser(), "how long is NPQSL", "im at a state school in hull")
    assert [verdict.course for verdict in reply.verdicts] == ["npq-senior-leadership"]


def test_a_no_that_tells_of_earlier_npqs_is_no_answer_on_a_list() -> None:
    reply = spoken(adviser(), "state primary in England, is NPQLBC funded", "nope never had any npq")
    assert "on_pp50_school_list" not in reply.state.person.facts
    assert "prior_applications" in reply.state.person.facts


def test_a_denial_after_a_look_settles_the_list() -> None:
    reply = spoken(adviser(), "childminder in Leeds, npqeyl funded?", "how do i check if im on it", "not on it. so no?")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.NOT_ELIGIBLE]


def test_a_doubt_that_tells_nothing_the_rules_ask_leaves_the_answer() -> None:
    reply = spoken(adviser(), "private school in Kent, npqh funded?", "does it help that we're a charity")
    assert "the rules ask nothing about that" in reply.text
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.NOT_ELIGIBLE]


def test_a_colleague_too_is_asked_about_at_the_same_place() -> None:
    reply = spoken(adviser(), "npqh funded, state primary in England", "my deputy too?")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.ELIGIBLE]
    assert reply.state.subject == "deputy"


def test_a_start_told_by_a_senco_gives_the_day_and_a_day_gone_is_said_to_be_gone() -> None:
    assert "1 September 2027" in spoken(adviser(), "senco since sept 24").text
    assert "has passed" in spoken(adviser(), "senco since jan 2023, never did the course. am i in trouble").text


@pytest.mark.parametrize("answer", ["yes we are", "we are", "i am", "yes", "it is yes"])
def test_a_short_yes_answers_what_was_asked_and_no_list(answer: str) -> None:
    reply = spoken(adviser(), "state secondary, not on PP50, is NPQSL funded", answer)
    facts = reply.state.person.facts
    assert facts["works_in_england"].value is True
    assert facts["on_pp50_school_list"].value is False


def test_a_word_of_thanks_takes_no_list_back() -> None:
    reply = spoken(adviser(), "PP50 secondary academy in Hull, is NPQLBC funded", "no", "ok thanks")
    assert reply.state.person.facts["on_pp50_school_list"].value is True


def test_a_recommendation_already_given_is_not_given_again_in_full() -> None:
    first = "assistant head in a secondary in Leeds thinking about the next step"
    reply = spoken(adviser(), first, "state yes, not done any npqs")
    assert reply.statements[0].text == "NPQSL still looks the best fit for you."
    assert reply.verdicts[0].outcome is Outcome.ELIGIBLE


@pytest.mark.parametrize("words", ["ok cool thanks", "thanks, makes sense", "brill cheers"])
def test_thanks_in_any_form_are_thanks(words: str) -> None:
    assert spoken(adviser(), "how long is NPQH", words).text.startswith("You're welcome")


def test_one_at_the_same_school_needs_not_tell_of_it_again() -> None:
    reply = spoken(adviser(), "my deputy wants npqsl, state school in Bradford", "and me, same school")
    assert reply.state.subject == "self"
    assert reply.verdicts[0].outcome is Outcome.ELIGIBLE


def test_a_senco_of_a_special_school_is_told_that_the_duty_is_not_settled_there() -> None:
    reply = spoken(adviser(), "senco at a special academy since jan 25, whens my deadline")
    assert "not settled" in reply.statements[0].text


def test_would_it_be_paid_asks_of_funding() -> None:
    reply = spoken(adviser(), "I teach in Wrexham, is NPQH any use to me and would it be paid")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.NOT_ELIGIBLE]


def test_a_question_that_would_only_sharpen_is_not_asked_again_of_who_tells_something_else() -> None:
    told = ("which npq suits me?", "primary, subject lead for history")
    assert _asked_back(*told) == "aims"
    assert _asked_back(*told, "london, state school") == "on_pp50_school_list"
    assert _asked_back(*told, "london, state school", "no") == "on_rise_list"


def test_somebody_who_does_not_know_which_is_helped_to_choose() -> None:
    assert spoken(adviser(), "hi", "dont know which npq to do").kind == "answer"
    assert _asked_back("hi", "dont know which npq to do") == "role"


@pytest.mark.parametrize(
    ("message", "outcome"),
    [
        ("academy in Leeds, how much is npqsl", Outcome.ELIGIBLE),
        ("fee-paying prep school in Surrey, what does NPQH cost", Outcome.NOT_ELIGIBLE),
    ],
)
def test_a_price_comes_with_whether_this_person_would_pay_it(message: str, outcome: Outcome) -> None:
    reply = spoken(adviser(), message)
    assert "£" in reply.text
    assert [verdict.outcome for verdict in reply.verdicts] == [outcome]


def test_a_price_asked_by_who_pays_themselves_or_of_whom_nothing_is_known_is_a_price_alone() -> None:
    assert not spoken(adviser(), "what's the cost of npqh").verdicts
    assert not spoken(adviser(), "academy in Leeds, what does npqsl cost if I'm paying for it myself").verdicts


def _asked_back(*messages: str) -> str | None:
    question = spoken(adviser(), *messages).question
    return question.fact if question else None


def test_who_would_pay_is_answered_first_by_whether_dfe_does() -> None:
    told = "Can our English lead do NPQLL?"
    reply = spoken(adviser(), told, "and who would pay? it's a state primary in Slough not on the PP50 list")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.UNDETERMINED]
    assert "RISE" in reply.statements[0].text


@pytest.mark.parametrize("question", ["Must I do the NPQ?", "Is the NPQ required?", "can they make me do the NPQ?"])
def test_whether_somebody_is_obliged_is_worked_out(question: str) -> None:
    held = spoken(adviser(), f"I am SENCO at an infant school and finished NASENCO in 2014. {question}")
    assert held.statements[0].text == "No, you do not need the NPQ for SENCOs as well."
    started = spoken(adviser(), f"I became SENCO in September 2024 at a school in Leeds. {question}")
    assert "1 September 2027" in started.statements[0].text


def test_would_she_be_funded_is_asked_of_her_alone() -> None:
    both = "My wife teaches in Swansea and I'm in Leeds. We both want NPQH, funded?"
    reply = spoken(adviser(), both, "hers first, would DfE fund her?")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.NOT_ELIGIBLE]


def test_how_much_asks_for_the_price_and_for_nothing_near_it() -> None:
    reply = spoken(adviser(), "is NPQLL funded at a private prep school in Kent", "how much then")
    assert "£" in reply.statements[0].text


def test_a_sencos_start_still_to_come_is_held_against_the_deadline() -> None:
    reply = spoken(adviser(), "I became SENCO in September 2024. deadline?", "and if I only begin in autumn 2026?")
    assert "2027" in reply.text
    assert "NPQ for SENCOs" in reply.text or "SENCO qualification" in reply.text


def test_a_hub_named_in_passing_is_answered_for() -> None:
    reply = spoken(
        adviser(), "NPQLL at a state primary in Hull, not on any list", "somebody told me an English Hub has money"
    )
    assert "English Hub" in reply.text


def test_where_nothing_is_funded_a_plain_no_stands_for_the_table() -> None:
    reply = spoken(adviser(), "childminder in Hull not on the childminder list, what is funded for me")
    assert reply.statements[0].text == "No: on what you have told me, no NPQ is funded in autumn 2026."
    assert reply.question is None
    assert not any("not guaranteed" in statement.text for statement in reply.statements)


def test_coaching_is_the_offer_for_who_has_been_head_since_a_day() -> None:
    reply = spoken(adviser(), "head since jan 2024, state primary in Devon, did npqh 2022. coaching?")
    assert [verdict.course for verdict in reply.verdicts] == ["npq-early-headship-coaching-offer"]


def test_who_concludes_that_there_is_nothing_is_told_what_is_still_open() -> None:
    reply = spoken(adviser(), "Leading teaching for a teacher at an FE college in Leicester?", "so no chance")
    assert reply.text.startswith("Not necessarily")
    assert "on_pp50_fe_list" not in reply.state.person.facts


def test_to_try_again_after_a_refusal_is_to_register_again() -> None:
    message = "npqsl - autumn 2025 I was refused, school not on the list. Same state school now, Leicester. Try again?"
    reply = spoken(adviser(), message)
    assert [(verdict.cohort, verdict.outcome) for verdict in reply.verdicts] == [("2026b", Outcome.ELIGIBLE)]
