"""Teach the learned reader: `python -m advisor.dialogue.told.training` writes its weights anew, about twenty minutes.

Run after the examples change; a test holds the weights against the examples they were learned from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from advisor.dialogue.told.examples import ANSWERS, Answer, Pair, pairs_of, read_examples
from advisor.dialogue.told.network import Network
from advisor.dialogue.told.reader import WEIGHTS
from advisor.offline import switch_off_network
from advisor.retrieval.embedding import check_packaged_model

EXAMPLES = Path(__file__).resolve().parents[3] / "knowledge" / "told.jsonl"
LEARNED_FROM = "learned_from"
"""The name under which the weights keep the hash of their examples."""
_EPOCHS = 6
_BATCH = 32
_LEARNING_RATE = 2e-3
_WARM_UP = 0.1
_SMOOTHING = 0.05
_MIXED = 25
"""Messages of about one length share a batch, mixed anew each round by up to so many characters."""


def train(taught: Sequence[tuple[Pair, Answer]], epochs: int = _EPOCHS) -> Network:
    """Return a network taught with these pairs and their answers; the same pairs give the same network on one machine."""
    torch.manual_seed(0)
    network = Network(check_packaged_model())
    learned = [each for each in network.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=_LEARNING_RATE)
    steps = epochs * -(-len(taught) // _BATCH)
    warm = max(1, round(_WARM_UP * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / warm) * (1 - step / steps))
    answers = torch.tensor([ANSWERS.index(answer) for _, answer in taught])
    lengths = torch.tensor([len(pair.text) for pair, _ in taught])
    network.train()
    for _ in range(epochs):
        batches = torch.split(torch.argsort(lengths + torch.randint(_MIXED, lengths.shape)), _BATCH)
        for number in torch.randperm(len(batches)):
            batch = batches[number]
            logits = network([taught[row][0] for row in batch])
            loss = cross_entropy(logits, answers[batch], label_smoothing=_SMOOTHING)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    return network


def hash_of(file: Path) -> str:
    """Return the SHA-256 of the examples' file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def main() -> None:
    """Learn from the examples and write the weights beside the reader."""
    switch_off_network()
    network = train(pairs_of(read_examples(EXAMPLES)))
    kept = {**network.learned(), LEARNED_FROM: np.array(hash_of(EXAMPLES))}
    np.savez_compressed(WEIGHTS, **kept)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
