"""The shipped weights, on words that no reader of patterns was written for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import torch

from advisor.dialogue.told.examples import SUBJECTS, Subject
from advisor.dialogue.told.reader import WEIGHTS, ToldReader
from advisor.dialogue.told.training import EXAMPLES, hash_of, learned_from

PP, RISE, SENCO, HEAD = "on_pp50_school_list", "on_rise_list", "senco_in_role", "is_headteacher"


@pytest.fixture(scope="module")
def reader() -> ToldReader:
    return ToldReader()


@pytest.mark.parametrize(
    ("text", "fact", "asked", "answer"),
    [
        ("We're on the PP50 list, says the office.", PP, (), "yes"),
        ("Had a look and our school is nowhere on the pupil premium list.", PP, (), "no"),
        ("What is the pupil premium list?", PP, (), "unknown"),
        ("My cousin's school is on the PP50 list.", PP, (), "unknown"),
        ("Not PP50, but we are in targeted RISE.", PP, (), "no"),
        ("Not PP50, but we are in targeted RISE.", RISE, (), "yes"),
        ("yep", PP, (PP,), "yes"),
        ("nope", RISE, (RISE,), "no"),
        ("no idea, sorry", PP, (PP,), "unknown"),
        ("how long does it take?", PP, (PP,), "unknown"),
        ("I've been SENCO here since Easter.", SENCO, (), "yes"),
        ("I take over as SENCO in January.", SENCO, (), "plans"),
        ("I'm headteacher of a village primary.", HEAD, (), "yes"),
        ("I'm head of maths at a comp.", HEAD, (), "no"),
    ],
)
def test_what_a_plain_message_tells(
    reader: ToldReader, text: str, fact: str, asked: tuple[str, ...], answer: str
) -> None:
    assert reader.read(text, (fact,), asked)[fact].answer == answer


@pytest.mark.parametrize(
    ("text", "fact", "asked", "answer"),
    [
        ("I passed «NPQSL» in 2023 and DfE paid.", "begun", (), "yes"),
        ("I passed «NPQSL» in 2023 and DfE paid.", "ended", (), "passed"),
        ("I passed «NPQSL» in 2023 and DfE paid.", "by_dfe", (), "yes"),
        ("I dropped out of «NPQH» after a term, school paid.", "ended", (), "withdrawn"),
        ("I dropped out of «NPQH» after a term, school paid.", "by_dfe", (), "no"),
        ("I'd like to do «NPQH» next year.", "begun", (), "no"),
        ("never done one", "prior_applications", ("prior_applications",), "no"),
        ("Done NPQSL, can I do «NPQH» next?", "wanted", (), "yes"),
        ("Done «NPQSL», can I do NPQH next?", "wanted", (), "no"),
        ("so would they pay for mine then?", "verdict", ("verdict",), "yes"),
        ("how long is the course?", "verdict", ("verdict",), "no"),
    ],
)
def test_what_a_plain_message_tells_of_courses(
    reader: ToldReader, text: str, fact: str, asked: tuple[str, ...], answer: str
) -> None:
    assert reader.read(text, (fact,), asked)[fact].answer == answer


@pytest.mark.parametrize(
    ("text", "fact", "asked", "answer"),
    [
        ("geordie land, aye", "works_in_england", ("works_in_england",), "yes"),
        ("Leith, so Scotland", "works_in_england", ("works_in_england",), "no"),
        ("does the course run in Newcastle?", "works_in_england", (), "unknown"),
        ("fees, sadly, paid by the parents", "eligible_establishment_type", ("eligible_establishment_type",), "no"),
        ("the council runs us", "eligible_establishment_type", ("eligible_establishment_type",), "yes"),
        ("room leader with the toddlers in a day nursery", "work_setting", (), "nursery"),
        ("I resigned at Easter and haven't found a post", "work_setting", (), "none"),
        ("my kids go to a nursery, I teach year 9 at the comp", "work_setting", (), "school"),
    ],
)
def test_what_a_plain_message_tells_of_a_workplace(
    reader: ToldReader, text: str, fact: str, asked: tuple[str, ...], answer: str
) -> None:
    assert reader.read(text, (fact,), asked)[fact].answer == answer


def test_nothing_is_loaded_where_nothing_is_asked() -> None:
    assert ToldReader(WEIGHTS / "missing").read("hello", ()) == {}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("how long does NPQSL take?", "yes"),
        ("do you get a grade at the end", "yes"),
        ("case study is due in SATs week, can I move it?", "yes"),
        ("when is SATs week?", "no"),
        ("a good recipe for lentil soup please", "no"),
        ("can the head refuse my unpaid leave?", "no"),
    ],
)
def test_whether_a_plain_message_is_about_npqs(reader: ToldReader, text: str, answer: str) -> None:
    assert reader.read(text, ("ours",))["ours"].answer == answer


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_weights_were_learned_from_these_examples(subject: Subject) -> None:
    learned = learned_from(WEIGHTS / f"{subject}.npz")
    assert learned == hash_of(EXAMPLES / f"{subject}.jsonl"), "run python -m advisor.dialogue.told.training"


def test_a_message_is_read_with_one_core(reader: ToldReader) -> None:
    reader.read("ready", (PP,))
    assert torch.get_num_threads() == 1


def test_two_threads_read_what_one_reads(reader: ToldReader) -> None:
    texts = [f"School number {number} is on the PP50 list." for number in range(20)]
    alone = [reader.read(text, (PP,))[PP].answer for text in texts]
    fresh = ToldReader()
    with ThreadPoolExecutor(2) as pool:
        together = [told[PP].answer for told in pool.map(lambda text: fresh.read(text, (PP,)), texts)]
    assert together == alone
