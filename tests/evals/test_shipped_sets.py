"""What ships is as its data cards say, and mixed as it has to be."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from evals.case import Case
from evals.dataset import read_datasets

DATASETS = Path(__file__).parents[2] / "evals" / "datasets"
NAMES = tuple(sorted(path.stem for path in DATASETS.glob("*.jsonl")))
LOOK_ALIKES = {"neighbour", "lookalike", "near_miss", "benign", "not_npq"}
NOT_JUDGED = ("retrieval", "understanding", "said", "told", "listed")
"""Sets of what is found and of which facts are read: the reply is not judged."""


@cache
def shipped() -> dict[str, tuple[Case, ...]]:
    return {dataset.name: dataset.cases for dataset in read_datasets(sorted(DATASETS.glob("*.jsonl")))}


def test_every_kind_of_set_is_there() -> None:
    assert {"faq", "dialogues", "eligibility", "retrieval", "abstention", "conflicts", "safety"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_data_card_gives_the_numbers_of_its_set(name: str) -> None:
    text = (DATASETS / "CARDS.md").read_text(encoding="utf-8")
    card = re.search(rf"^## {re.escape(name)}\.jsonl.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert card is not None, "there is no card"
    said = {split: (int(c), int(f)) for split, c, f in re.findall(r"\| (dev|test) \| (\d+) \| (\d+) \|", card[0])}
    cases = shipped()[name]
    own = {split: [case for case in cases if case.split == split] for split in ("dev", "test")}
    assert said == {split: (len(listed), len({c.cluster for c in listed})) for split, listed in own.items()}
    assert "Limits" in card[0]


def test_at_least_a_quarter_is_about_knowing_ones_limits() -> None:
    judged = [c for name, cases in shipped().items() if name not in NOT_JUDGED for c in cases if c.asks_in_words]
    limits = [
        case
        for case in judged
        if case.question_class in ("unanswerable", "out_of_scope", "false_premise") or LOOK_ALIKES & set(case.tags)
    ]
    assert len(limits) / len(judged) >= 0.25
    assert any(case.should_answer for case in limits)


def test_the_retrieval_set_grades_passages_and_names_those_of_another_time() -> None:
    cases = shipped()["retrieval"]
    assert len({case.cluster for case in cases}) >= 50
    grades = {gold.grade for case in cases for gold in case.gold or ()}
    assert grades == {1, 2}
    assert sum(1 for case in cases if case.superseded) >= 30
    assert all(any(gold.grade == 2 for gold in case.gold or ()) for case in cases)
