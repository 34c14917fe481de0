"""What support staff wrap an enquiry in is read past, and tells that it is about somebody else."""

from __future__ import annotations

import pytest

from tests.dialogue.samples import lexicon


@pytest.mark.parametrize(
    ("typed", "words", "who"),
    [
        ('ticket: "I work in Hull. Is NPQLT funded?"', "I work in Hull. Is NPQLT funded?", "person"),
        ("from the inbox. 'my school wont release me'", "my school wont release me", "person"),
        ("enquirer asks: is NPQH funded, what do I tell her", "is NPQH funded?", "enquirer"),
        ("Caller wants to know if NPQLT is funded at a PRU", "NPQLT is funded at a PRU?", "caller"),
        ("Caller is a deputy, wants NPQH. funded?", "Caller is a deputy, wants NPQH. funded?", "caller"),
        ("Got someone on the phone who works in a nursery, safest for her is what", "works in a nursery", "person"),
        ("She says she's a supply teacher, can she get NPQLL", "she's a supply teacher, can she get NPQLL", "person"),
        ("participant emailed: 'do I lose my funding?' what should I reply", "do I lose my funding?", "participant"),
        ("one for you: TA at an academy, wants NPQLBC", "TA at an academy, wants NPQLBC", "person"),
        ('what should I reply to this: "Can I defer?"', "Can I defer?", "person"),
        ("A teacher has just phoned: works in Lincoln", "teacher, works in Lincoln", "person"),
        ("I've got a ppt asking if she can swap provider", "she can swap provider?", "participant"),
        ("hi team, customer on chat wants to know when NPQH ends", "when NPQH ends?", "customer"),
        ("one of our users asks how long NPQH is", "how long NPQH is?", "user"),
        ("Email in from a headteacher: Can I get the EHCO?", "headteacher: Can I get the EHCO?", "person"),
        ("next one: maintained primary in Stoke, NPQLPM", "maintained primary in Stoke, NPQLPM", "person"),
    ],
)  # fmt: skip
def test_the_wrapping_goes_and_tells_whom_it_is_about(typed: str, words: str, who: str) -> None:
    relayed = lexicon().relaying.read(typed)
    assert (relayed.words, relayed.who) == (words, who)


@pytest.mark.parametrize(
    "typed",
    [
        "someone told me NPQH is free, is that right?",
        "she says I must do it, is that true?",
        "another one: how long is NPQH?",
        "next, how is it assessed?",
        "which one is best?",
        "what is the right answer?",
        "I have a head who won't let me go, can I still do NPQSL",
        "what should I put on the form under workplace?",
        "they say they only fund PP50 schools now",
        "case study: how long do you get",
        "one more question: is NPQH funded",
        "the user guide says I need a TRN",
        "new enquiry",
    ],
)
def test_words_of_ones_own_stay_as_they_are(typed: str) -> None:
    relayed = lexicon().relaying.read(typed)
    assert (relayed.words, relayed.afresh) == (typed, relayed.who is not None)


@pytest.mark.parametrize(
    ("typed", "afresh"),
    [("a caller works in Leeds", True), ("caller works in Leeds", True), ("the caller works in Leeds", False)],
)
def test_the_one_known_is_nobody_new(typed: str, afresh: bool) -> None:
    assert lexicon().relaying.read(typed).afresh is afresh


def test_what_to_tell_a_head_is_asked_in_ones_own_name() -> None:
    relayed = lexicon().relaying.read("My head wants me to do NPQH, what do I say")
    assert (relayed.words, relayed.who) == ("My head wants me to do NPQH", None)
