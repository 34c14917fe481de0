"""Tune the sentence model on our ways of asking: `python -m advisor.retrieval.tuning`, half an hour on two cores.

Not part of building an index. To be run again when content has grown by a fifth or so: what is learned is what tells
questions apart, not the entries themselves, so that a new entry is found without it. The phrasings kept out of the
index are never learned from.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize

from advisor.knowledge.loader import load_knowledge, read_table
from advisor.knowledge.passages import Passage, PassageKind, make_passages
from advisor.retrieval.embedding import SentenceEmbedder, Vectors
from advisor.retrieval.expanding import ExpandingEmbedder
from advisor.retrieval.low_rank import learned_of, put_beside
from advisor.retrieval.tuned import MATRICES

_KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
_EPOCHS = 5
_ENTRIES = 48
"""Entries in a batch, each by two ways of asking it: half drawn by how much they are asked, half lying near those."""
_NEARNESS = 6.0
"""How many places down the list of near entries one is drawn on average."""
_TEMPERATURE = 0.05
_LEARNING_RATE = 1e-3
_WARM_UP = 0.1
_MOST_PIECES = 128


class _Asked:
    """The ways of asking each entry, and which entries lie near each other, to draw batches from."""

    def __init__(self, passages: Sequence[Passage], vectors: Vectors, entries: int) -> None:
        self._drawn = entries // 2
        place: dict[str, int] = {}
        rows: dict[int, list[int]] = {}
        for row, passage in enumerate(passages):
            if passage.kind is PassageKind.QUESTION:
                rows.setdefault(place.setdefault(passage.entry_id, len(place)), []).append(row)
        self.rows = [rows[number] for number in range(len(place)) if len(rows[number]) > 1]
        middles = np.stack([vectors[found].mean(axis=0) for found in self.rows])
        middles /= np.linalg.norm(middles, axis=1, keepdims=True)
        self.near = np.argsort(-(middles @ middles.T), axis=1)[:, 1:]
        weights = np.sqrt([len(found) for found in self.rows])
        self.weights = weights / weights.sum()

    @property
    def batches(self) -> int:
        """How many batches have every way of asking about once."""
        return sum(map(len, self.rows)) // (4 * self._drawn)

    def draw(self, random: np.random.Generator) -> NDArray[np.int64]:
        """Return a batch: two rows of each entry drawn, shape (2, entries)."""
        first = random.choice(len(self.rows), self._drawn, replace=False, p=self.weights)
        last = self.near.shape[1] - 1
        beside = [self.near[entry, min(last, int(random.exponential(_NEARNESS)))] for entry in first]
        entries = list(dict.fromkeys([*first.tolist(), *map(int, beside)]))
        return np.array([random.choice(self.rows[entry], 2, replace=False) for entry in entries]).T


def tune(
    model: nn.Module,
    passages: Sequence[Passage],
    texts: Sequence[str],
    vectors: Vectors,
    *,
    epochs: int = _EPOCHS,
    entries: int = _ENTRIES,
) -> None:
    """Teach `model`, a sentence-transformers model whose own weights are frozen, to bring ways of asking together.

    Two ways of asking one entry are to be nearer each other than to those of all other entries in the batch, half of
    which lie near: the cross-entropy of a softmax over cosines. Method: contrastive learning on pairs in a batch (van
    den Oord, Li and Vinyals, 2018; Henderson et al., 2017). `texts` and `vectors` have one row a passage;
    a batch has `entries` entries.
    """
    torch.manual_seed(0)
    random = np.random.default_rng(0)
    asked = _Asked(passages, vectors, entries)
    learned = [each for each in model.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=_LEARNING_RATE)
    steps = epochs * asked.batches
    warm = max(1, round(_WARM_UP * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / warm) * (1 - step / steps))
    model.train()
    for _ in range(steps):
        one, other = asked.draw(random)
        rows = _encode(model, [texts[row] for row in (*one, *other)])
        cosines = (rows @ rows.T).fill_diagonal_(-1.0)
        partner = torch.arange(len(rows)).roll(len(one))
        loss = cross_entropy(cosines / _TEMPERATURE, partner)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()


def _encode(model: nn.Module, texts: Sequence[str]) -> Tensor:
    features = model.tokenizer(  # type: ignore[operator]
        list(texts), padding=True, truncation=True, max_length=_MOST_PIECES, return_tensors="pt"
    )
    rows: Tensor = model(dict(features))["sentence_embedding"]
    return normalize(rows, dim=1)


def main() -> None:
    """Tune the packaged model on the shipped content, and write what was learned beside this file."""
    base, _ = load_knowledge(_KNOWLEDGE)
    passages = make_passages(base.entries.values(), base.courses)
    embedder = SentenceEmbedder()
    encoder = ExpandingEmbedder(embedder, read_table(_KNOWLEDGE, "abbreviations.toml")["expand"])
    vectors = encoder.encode([passage.text for passage in passages])
    model = embedder.loaded_model()
    put_beside(model[0].auto_model)
    tune(model, passages, [encoder.expand(passage.text) for passage in passages], vectors)
    np.savez_compressed(MATRICES, **learned_of(model[0].auto_model))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
