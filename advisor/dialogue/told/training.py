"""Teach the learned reader: `python -m advisor.dialogue.told.training` writes weights anew, about twenty minutes a subject.

Run after examples change: only the subjects are taught whose weights were learned from others. A test holds them together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from advisor.dialogue.told.examples import ANSWERS, SUBJECTS, Answer, Pair, Subject, pairs_of, read_examples
from advisor.dialogue.told.network import Network
from advisor.dialogue.told.reader import WEIGHTS
from advisor.offline import switch_off_network
from advisor.retrieval.embedding import check_packaged_model

EXAMPLES = Path(__file__).resolve().parents[3] / "knowledge" / "told"
"""The folder of the examples, one file a subject."""
LEARNED_FROM = "learned_from"
"""The name under which the weights keep the hash of their examples."""
_EPOCHS: dict[Subject, int] = {"lists": 7, "courses": 6, "settings": 6, "matters": 6}
_BATCH = 32
_LEARNING_RATE = 2e-3
_WARM_UP = 0.1
_SMOOTHING = 0.05
_MIXED = 25
"""Messages of about one length share a batch, mixed anew each round by up to so many characters."""


def train(taught: Sequence[tuple[Pair, Answer]], answers: Sequence[Answer], epochs: int) -> Network:
    """Return a network taught with these pairs and their answers; the same pairs give the same network on one machine.

    `answers`: all that there are, in the order of the network's columns.
    """
    torch.manual_seed(0)
    network = Network(check_packaged_model(), len(answers))
    learned = [each for each in network.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=_LEARNING_RATE)
    steps = epochs * -(-len(taught) // _BATCH)
    warm = max(1, round(_WARM_UP * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / warm) * (1 - step / steps))
    columns = torch.tensor([answers.index(answer) for _, answer in taught])
    lengths = torch.tensor([len(pair.text) for pair, _ in taught])
    network.train()
    for _ in range(epochs):
        batches = torch.split(torch.argsort(lengths + torch.randint(_MIXED, lengths.shape)), _BATCH)
        for number in torch.randperm(len(batches)):
            batch = batches[number]
            logits = network([taught[row][0] for row in batch])
            loss = cross_entropy(logits, columns[batch], label_smoothing=_SMOOTHING)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    return network


def hash_of(file: Path) -> str:
    """Return the SHA-256 of the examples' file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def learned_from(weights: Path) -> str:
    """Return the hash of the examples that weights were learned from, empty where there are none."""
    if not weights.exists():
        return ""
    with np.load(weights) as learned:
        return str(learned[LEARNED_FROM])


def main() -> None:
    """Learn each subject whose examples have changed, and write its weights beside the reader."""
    switch_off_network()
    for subject in SUBJECTS:
        examples, weights = EXAMPLES / f"{subject}.jsonl", WEIGHTS / f"{subject}.npz"
        if learned_from(weights) == hash_of(examples):
            continue
        network = train(pairs_of(read_examples(examples)), ANSWERS[subject], _EPOCHS[subject])
        kept = {**network.learned(), LEARNED_FROM: np.array(hash_of(examples))}
        np.savez_compressed(weights, **kept)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
