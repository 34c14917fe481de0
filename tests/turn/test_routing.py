from __future__ import annotations

from collections.abc import Mapping

import pytest

from advisor.dialogue.asking import Ask
from advisor.dialogue.intents import read_intents
from advisor.knowledge.base import KnowledgeBase, make_base
from advisor.knowledge.passages import make_passages
from advisor.knowledge.schema import Entry, Kind
from advisor.retrieval.ranking import ScoredPassage
from advisor.turn.routing import COURSE_MATCH, Candidate, weigh
from advisor.turn.topics import CUED_ATTRIBUTE
from tests.advisers import adviser
from tests.answering.samples import DAY, SOURCES, entry, statement

SPECS = read_intents(
    {
        "intent": {
            "funding": {"topics": ["funding"], "cues": ["funded"]},
            "length": {"topics": ["length"], "attribute": "length", "cues": ["how long"]},
        }
    }
)
H, SL = "npq-headship", "npq-senior-leadership"


def made(entry_id: str, kind: Kind = Kind.FAQ, **fields: object) -> Entry:
    return entry(entry_id, statement(f"{entry_id}.1", "Something."), kind=kind, **fields)


ENTRIES = (
    made("faq-funding", topics=("funding",)),
    made("faq-other", topics=("conduct",)),
    made("faq-headship", courses=(H,)),
    made("faq-senior", courses=(SL,)),
    made(f"{H}#length", Kind.COURSE, courses=(H,), attribute="length", topics=("length",)),
    made(f"{H}#price", Kind.COURSE, courses=(H,), attribute="price"),
    made("term-pp50", Kind.GLOSSARY),
    made("faq-tiktok", topics=("out_of_scope",)),
    made("policy-standing-place", Kind.POLICY),
)
BASE: KnowledgeBase = make_base(SOURCES, {}, {item.id: item for item in ENTRIES}, "hash")


def hits(similarities: Mapping[str, float]) -> list[ScoredPassage]:
    passages = {p.entry_id: p for p in make_passages(BASE.entries.values(), BASE.courses)}
    return [
        ScoredPassage(passage=passages[entry_id], score=1.0, ranks={}, similarity=similarity)
        for entry_id, similarity in similarities.items()
    ]


def ranked(ask: Ask, **similarities: float) -> list[str]:
    return ids(weigh(ask, hits(named(similarities)), BASE, SPECS, DAY))


def named(similarities: Mapping[str, float]) -> dict[str, float]:
    return {name.replace("_", "-"): value for name, value in similarities.items()}


def ids(candidates: tuple[Candidate, ...]) -> list[str]:
    return [candidate.entry.id for candidate in candidates]


def scores(ask: Ask, similarities: Mapping[str, float]) -> dict[str, Candidate]:
    return {c.entry.id: c for c in weigh(ask, hits(similarities), BASE, SPECS, DAY)}


def test_of_entries_alike_the_more_similar_one_goes_first() -> None:
    assert ranked(Ask("x", {}), faq_other=0.5, faq_funding=0.6) == ["faq-funding", "faq-other"]


def test_a_cued_topic_outweighs_a_small_difference_in_similarity() -> None:
    assert ranked(Ask("x", {}), faq_other=0.6, faq_funding=0.5)[0] == "faq-other"
    cued = Ask("x", {"funding": 0.9}, cues=frozenset({"funding"}))
    assert ranked(cued, faq_other=0.6, faq_funding=0.5)[0] == "faq-funding"


def test_what_words_tell_counts_for_more_than_what_the_classifier_guesses() -> None:
    guessed = scores(Ask("x", {"funding": 0.9}), {"faq-funding": 0.5})["faq-funding"].score
    cued = scores(Ask("x", {"funding": 0.9}, cues=frozenset({"funding"})), {"faq-funding": 0.5})["faq-funding"].score
    nothing = scores(Ask("x", {}), {"faq-funding": 0.5})["faq-funding"].score
    assert nothing < guessed < cued


def test_an_entry_on_another_course_than_the_one_asked_about_falls_behind() -> None:
    ask = Ask("x", {}, (H,))
    assert ranked(ask, faq_senior=0.7, faq_headship=0.5) == ["faq-headship", "faq-senior"]
    assert scores(ask, {"faq-headship": 0.5})["faq-headship"].score == pytest.approx(0.5 + COURSE_MATCH)


def test_an_entry_on_one_course_falls_a_little_where_none_was_named() -> None:
    assert ranked(Ask("x", {}), faq_headship=0.55, faq_other=0.5) == ["faq-other", "faq-headship"]


def test_the_asked_attribute_of_the_asked_course_is_found_though_no_search_finds_it() -> None:
    ask = Ask("how long is npqh", {"length": 0.9}, (H,), cues=frozenset({"length"}))
    best = weigh(ask, [], BASE, SPECS, DAY)[0]
    assert (best.entry.id, best.score) == (f"{H}#length", CUED_ATTRIBUTE)
    assert ranked(ask, faq_other=0.7)[0] == f"{H}#length"


def test_another_attribute_of_that_course_does_not_pass_for_it() -> None:
    ask = Ask("how long is npqh", {"length": 0.9}, (H,), cues=frozenset({"length"}))
    found = scores(ask, {f"{H}#price": 0.95})
    assert found[f"{H}#price"].score < found[f"{H}#length"].score


def test_a_question_for_a_meaning_raises_the_glossary_and_nothing_else() -> None:
    alike = {"faq-other": 0.5, "term-pp50": 0.5}
    plain, meaning = scores(Ask("is pp50 good", {}), alike), scores(Ask("what does pp50 mean?", {}), alike)
    assert meaning["term-pp50"].score > plain["term-pp50"].score
    assert meaning["faq-other"].score == plain["faq-other"].score


def test_what_is_plainly_outside_prefers_entries_that_say_so() -> None:
    alike = {"faq_other": 0.6, "faq_tiktok": 0.5}
    assert ranked(Ask("x", {}), **alike)[0] == "faq-other"
    assert ids(weigh(Ask("x", {}), hits(named(alike)), BASE, SPECS, DAY, outside=True))[0] == "faq-tiktok"


def test_standing_sentences_answer_no_question_of_their_own() -> None:
    assert ranked(Ask("x", {}), policy_standing_place=0.99) == []


def test_equals_come_in_the_same_order_every_time() -> None:
    assert ranked(Ask("x", {}), faq_other=0.5, faq_funding=0.5) == ranked(Ask("x", {}), faq_funding=0.5, faq_other=0.5)


def test_a_want_that_no_line_of_the_record_answers_goes_to_the_entry_that_does() -> None:
    specs = read_intents({"intent": {"misuse": {"topics": ["conduct"], "cues": ["behave"]}}})
    ask = Ask("behaving on NPQH?", {"misuse": 0.9}, (H,), cues=frozenset({"misuse"}))
    found = weigh(ask, hits({f"{H}#length": 0.8, "faq-other": 0.6}), BASE, specs, DAY)
    assert found[0].entry.id == "faq-other"


def test_the_s_of_whats_names_no_section_of_a_framework() -> None:
    assert "ten areas" in adviser().reply("what's in the NPQSL content?").text


PAY = {
    "intent": {
        "benefits": {"topics": ["benefits"], "attribute": "worth", "cues": ["pay"]},
        "length": {"topics": ["length"], "attribute": "length", "cues": ["how long"]},
        "best": {"topics": ["length"], "cues": ["best"], "specific": True, "fallback": "faq-lengths"},
    }
}


def _first_of_pay(ask: Ask, **similarities: float) -> str:
    entries = (
        made("faq-pay", topics=("benefits",)),
        made("faq-lengths", topics=("length",)),
        made(f"{H}#worth", Kind.COURSE, courses=(H,), attribute="worth", topics=("benefits",)),
        made(f"{H}#length", Kind.COURSE, courses=(H,), attribute="length", topics=("length",)),
    )
    base = make_base(SOURCES, {}, {item.id: item for item in entries}, "hash")
    passages = {p.entry_id: p for p in make_passages(base.entries.values(), base.courses)}
    found = [
        ScoredPassage(
            passage=passages[name.replace("__", "#").replace("_", "-")], score=1.0, ranks={}, similarity=value
        )
        for name, value in similarities.items()
    ]
    return weigh(ask, found, base, read_intents(PAY), DAY)[0].entry.id


@pytest.mark.parametrize(
    ("cue", "faq", "record", "carried", "first"),
    [
        ("benefits", {"faq_pay": 0.85}, {"npq_headship__worth": 0.7}, False, "faq-pay"),
        ("benefits", {"faq_pay": 0.85}, {"npq_headship__worth": 0.84}, False, f"{H}#worth"),
        ("benefits", {"faq_pay": 0.85}, {}, False, f"{H}#worth"),
        ("benefits", {"faq_pay": 0.85}, {"npq_headship__worth": 0.7}, True, f"{H}#worth"),
        ("length", {"faq_lengths": 0.95}, {"npq_headship__length": 0.7}, False, f"{H}#length"),
    ],
)
def test_what_is_said_of_all_comes_before_the_record_only_where_it_plainly_fits_better(
    cue: str, faq: dict[str, float], record: dict[str, float], carried: bool, first: str
) -> None:
    ask = Ask("does NPQH come with extra money?", {cue: 0.9}, (H,), cues=frozenset({cue}), carried=carried)
    assert _first_of_pay(ask, **faq, **record) == first


def test_the_entry_that_a_particular_want_names_is_not_held_behind_the_record() -> None:
    ask = Ask("which is best?", {"best": 0.9, "length": 0.9}, (H,), cues=frozenset({"best", "length"}))
    assert _first_of_pay(ask, faq_lengths=0.8, npq_headship__length=0.8) == "faq-lengths"
