from __future__ import annotations

import pytest

from advisor.dialogue.asking import Ask
from advisor.turn.language import in_another_language, looks_foreign


@pytest.mark.parametrize(
    "text",
    [
        "Czy NPQH jest obowiązkowe w Anglii?", "Est-ce que le NPQSL est gratuit pour mon école?",
        "¿Cuánto dura el NPQH y es gratuito?", "Ist die NPQH kostenlos und wie lange dauert sie?", "如何申请这个课程",
        "Как долго длится курс", "Quanto dura il corso e come si paga?",
    ],
)  # fmt: skip
def test_another_language_is_noticed(text: str) -> None:
    assert looks_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "is npqh free", "NPQH?", "I'm a deputy head in a school in Leeds", "how long does it take", "npqsl funded",
        "wot npq 4 me",
        "", "123", "I teach French and Spanish", "café culture NPQ?", "am i eligible 4 npqll in pp50 skool",
    ],
)  # fmt: skip
def test_english_however_typed_is_english(text: str) -> None:
    assert not looks_foreign(text)


def test_only_exact_words_are_trusted_in_another_language() -> None:
    guessed = Ask("x", {"cost": 0.8}, ("npq-headship",))
    cued = Ask("x", {"cost": 0.8, "length": 0.9}, cues=frozenset({"length"}))
    nothing = Ask("x", {"cost": 0.8})
    found = in_another_language((guessed, cued, nothing))
    assert [set(ask.intents) for ask in found] == [{"overview"}, set(), set()] or [set(a.intents) for a in found] == [
        {"overview"}, {"length"}, set(),
    ]  # fmt: skip
    assert found[0].courses == ("npq-headship",)
