"""The network of the learned reader: the packaged sentence model, finely tuned by small matrices beside its own.

Method: low-rank adaptation (Hu et al., 2021) of a cross-encoder that reads a question and a message together. Only the
matrices beside the model's own are learned and kept, under half a million numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from advisor.dialogue.told.examples import Pair

_RANK = 8
_SCALE = 2.0
_MOST_PIECES = 96
"""Pieces of words read of a question and a message together; the end of a longer message is left out."""
_DROPPED = 0.1
_KEPT = ("down", "up", "answer.weight", "answer.bias")


class _Beside(nn.Module):
    """A layer of the model with the product of two small matrices added to its own."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(_RANK, layer.in_features) / math.sqrt(layer.in_features))
        self.up = nn.Parameter(torch.zeros(layer.out_features, _RANK))

    def forward(self, rows: Tensor) -> Tensor:
        added: Tensor = self.layer(rows) + (rows @ self.down.T @ self.up.T) * _SCALE
        return added


class Network(nn.Module):
    """Reads pairs of question and message; one row of logits a pair, one column an answer."""

    def __init__(self, folder: Path, answers: int) -> None:
        super().__init__()
        self.read_pieces = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        self.model = AutoModel.from_pretrained(str(folder), local_files_only=True)
        self.model.requires_grad_(requires_grad=False)
        for layer in self.model.encoder.layer:
            own = layer.attention.self
            own.query, own.key, own.value = _Beside(own.query), _Beside(own.key), _Beside(own.value)
            layer.attention.output.dense = _Beside(layer.attention.output.dense)
            layer.intermediate.dense = _Beside(layer.intermediate.dense)
            layer.output.dense = _Beside(layer.output.dense)
        self.drop = nn.Dropout(_DROPPED)
        self.answer = nn.Linear(self.model.config.hidden_size, answers)

    def forward(self, pairs: Sequence[Pair]) -> Tensor:
        """Return one row of logits a pair."""
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

    def learned(self) -> dict[str, NDArray[Any]]:
        """Return what was learned, by name, in half precision."""
        kept = {name: value for name, value in self.state_dict().items() if name.endswith(_KEPT)}
        return {name: value.numpy().astype(np.float16) for name, value in kept.items()}

    def take(self, learned: Mapping[str, NDArray[Any]]) -> None:
        """Take over what was learned before.

        Raises:
            KeyError: where something of it is missing.
        """
        state = self.state_dict()
        for name in (name for name in state if name.endswith(_KEPT)):
            state[name].copy_(torch.from_numpy(np.asarray(learned[name], dtype=np.float32)))

    @torch.no_grad()
    def probabilities(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Return one row a pair, the share of belief in each answer."""
        self.eval()
        rows: NDArray[np.float32] = torch.softmax(self(pairs), dim=1).numpy()
        return rows
