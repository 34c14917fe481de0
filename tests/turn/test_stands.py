"""What goes back to a verdict hears first whether it stands; what only sounds like it is answered for itself."""

from __future__ import annotations

import pytest

from advisor.dialogue.text.doubting import expects_to_pay, guesses_reason, speaks_of_answer
from advisor.rules.verdict import Outcome
from tests.advisers import adviser, spoken

FUNDED = "I'm a deputy in a maintained primary in Hull. Is NPQH funded?"
NOT_FUNDED = "I'm at an academy in Leeds, not on PP50 and not in RISE. Is NPQLL funded?"
OPEN = "Secondary academy in Walsall, is NPQLBC funded?"


@pytest.mark.parametrize(
    "message",
    [
        "I turn 60 in May, does that go against me?",
        "my contract ends in July, would that scupper it?",
        "honestly? the head was told otherwise",
        "even though I only qualified last year?",
        "so it's free to me then?",
    ],
)
def test_a_yes_that_is_gone_back_to_is_given_again_with_its_caution(message: str) -> None:
    reply = spoken(adviser(), FUNDED, message)
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.ELIGIBLE]
    assert "you are eligible" in reply.text
    assert "not guaranteed" in reply.text


@pytest.mark.parametrize("message", ["that seems unfair", "no exceptions?", "but loads of ours are on free meals"])
def test_a_refusal_is_held_to_against_a_doubt(message: str) -> None:
    reply = spoken(adviser(), NOT_FUNDED, message)
    assert reply.text.startswith("Still no")


def test_what_alters_the_verdict_is_not_said_to_leave_it() -> None:
    reply = spoken(adviser(), FUNDED, "I'm agency staff, would that make a difference?")
    assert reply.verdicts[0].outcome is not Outcome.ELIGIBLE
    assert not reply.text.startswith("That does not change it")


def test_what_the_rules_look_at_and_was_not_understood_is_not_said_to_leave_a_yes() -> None:
    reply = spoken(adviser(), FUNDED, "would some agency thing from before count against me?")
    assert "the answer stays" not in reply.text


def test_who_concludes_that_they_pay_is_not_told_no() -> None:
    reply = spoken(adviser(), NOT_FUNDED, "so I'd be paying myself then?")
    assert reply.verdicts
    assert not reply.text.startswith("No")


def test_how_to_find_out_comes_first_where_a_list_is_open() -> None:
    reply = spoken(adviser(), OPEN, "how the heck would I find that out")
    assert reply.text.startswith("Look it up on GOV.UK")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.UNDETERMINED]


@pytest.mark.parametrize(
    "message",
    ["how long does it take?", "great, how do I apply", "does it count towards a masters?", "is it worth it?"],
)
def test_what_asks_something_of_its_own_is_answered_for_itself(message: str) -> None:
    assert not spoken(adviser(), FUNDED, message).verdicts


@pytest.mark.parametrize("text", ["what if I fail", "does it matter if I miss a session?", "who else could pay"])
def test_the_course_itself_is_another_matter(text: str) -> None:
    assert speaks_of_answer(text) is None


def test_a_guess_at_the_reason_tells_no_fact() -> None:
    assert guesses_reason("cos it's my first headship?")
    assert not guesses_reason("we are on the list because we are in Hull")
    head = "Headteacher of a community school in Penrith, a head since September 2018. Early headship coaching funded?"
    reply = spoken(adviser(), head, "is that because it counts from my first headship?")
    assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.NOT_ELIGIBLE]


def test_paying_oneself_is_told_from_paying_nothing() -> None:
    assert expects_to_pay("so I'd fork out then")
    assert not expects_to_pay("so nothing to pay then")


def test_each_of_two_is_decided_on_their_own_workplace() -> None:
    told = "I'm at a maintained infants in Derby, my wife teaches at a private school in Derby. NPQSL for me?"
    assert [v.outcome for v in spoken(adviser(), told).verdicts] == [Outcome.ELIGIBLE]
    assert [v.outcome for v in spoken(adviser(), told, "same for her?").verdicts] == [Outcome.NOT_ELIGIBLE]
    assert [v.outcome for v in spoken(adviser(), told, "and the other one of us?").verdicts] == [Outcome.NOT_ELIGIBLE]


def test_two_schools_told_apart_by_name_keep_their_own_lists() -> None:
    told = "exec head of two. the Elmfield one is on PP50. the Oakdale one is not on PP50 and not in RISE."
    assert [v.outcome for v in spoken(adviser(), told, "SENCO at Elmfield: NPQLBC").verdicts] == [Outcome.ELIGIBLE]
    other = spoken(
        adviser(), told, "SENCO at Elmfield: NPQLBC", "the other one then? her opposite number there, same course"
    )
    assert [v.outcome for v in other.verdicts] != [Outcome.ELIGIBLE]
    assert other.state.person.facts["on_pp50_school_list"].value is False


def test_a_course_added_to_the_one_spoken_of_is_decided_beside_it() -> None:
    head = "Our new head, first headship, began at a maintained primary in York in September. Is NPQH funded for her?"
    reply = spoken(adviser(), head, "could she have that and the early headship coaching, both at DfE's cost?")
    assert {verdict.course for verdict in reply.verdicts} == {"npq-headship", "npq-early-headship-coaching-offer"}
