"""The network of the learned reader: the packaged sentence model, finely tuned by small matrices beside its own.

A cross-encoder: it reads a question and a message together. Only the matrices beside the model's own and the layer
that answers are learned and kept, under half a million numbers.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from advisor.dialogue.told.examples import Pair
from advisor.retrieval.low_rank import Matrices, learned_of, put_beside, put_into, take_over

_MOST_PIECES = 96
"""Pieces of words read of a question and a message together; the end of a longer message is left out."""
_DROPPED = 0.1
_KEPT = ("down", "up", "answer.weight", "answer.bias")


class Network(nn.Module):
    """Reads pairs of question and message; one row of logits a pair, one column an answer."""

    def __init__(self, folder: Path, answers: int) -> None:
        super().__init__()
        self.lock = threading.Lock()  # the tokeniser may not be used by two threads at once
        self.read_pieces = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        self.model = AutoModel.from_pretrained(str(folder), local_files_only=True)
        put_beside(self.model)
        self.drop = nn.Dropout(_DROPPED)
        self.answer = nn.Linear(self.model.config.hidden_size, answers)

    def forward(self, pairs: Sequence[Pair]) -> Tensor:
        """Return one row of logits a pair."""
        with self.lock:
            pieces = self.read_pieces(
                [pair.question for pair in pairs],
                [pair.text for pair in pairs],
                padding=True,
                truncation=True,
                max_length=_MOST_PIECES,
                return_tensors="pt",
            )
        seen = pieces["attention_mask"].unsqueeze(-1)
        middle = (self.model(**pieces).last_hidden_state * seen).sum(1) / seen.sum(1)
        logits: Tensor = self.answer(self.drop(middle))
        return logits

    def learned(self) -> Matrices:
        """Return what was learned, by name, in half precision."""
        return learned_of(self, _KEPT)

    def take(self, learned: Mapping[str, NDArray[Any]]) -> None:
        """Take over what was learned before, to read with and not to learn on.

        Raises:
            KeyError: where something of it is missing.
        """
        take_over(self, learned, _KEPT)
        put_into(self.model)

    @torch.no_grad()
    def probabilities(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Return one row a pair, the share of belief in each answer."""
        self.eval()
        rows: NDArray[np.float32] = torch.softmax(self(pairs), dim=1).numpy()
        return rows


def read_with_one_core() -> None:
    """Let each text be read by one core, in the whole process.

    Texts are short: shared between two cores, a turn took 290 ms instead of 173 (median of 151, on two cores).
    """
    torch.set_num_threads(1)
