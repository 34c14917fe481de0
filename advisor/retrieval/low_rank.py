"""Tune a model finely by small matrices beside its own, which alone are learned and kept.

Method: low-rank adaptation (Hu et al., 2021), on all layers of attention and between them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

_RANK = 8
_SCALE = 2.0
_KEPT = ("down", "up")

Matrices = dict[str, NDArray[Any]]
"""What was learned, by its name in the model."""


class Beside(nn.Module):
    """A layer of the model with the product of two small matrices added to its own."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(_RANK, layer.in_features) / math.sqrt(layer.in_features))
        self.up = nn.Parameter(torch.zeros(layer.out_features, _RANK))

    def forward(self, rows: Tensor) -> Tensor:
        """Return what the layer gives with what was learned added."""
        added: Tensor = self.layer(rows) + (rows @ self.down.T @ self.up.T) * _SCALE
        return added

    @torch.no_grad()
    def as_one(self) -> nn.Linear:
        """Return the layer itself with what was learned in its own weights, for reading and not for learning on."""
        self.layer.weight += (self.up @ self.down) * _SCALE
        return self.layer


def put_beside(model: Any) -> None:
    """Freeze a BERT-like model of the transformers library, and put matrices beside all its layers' own."""
    model.requires_grad_(requires_grad=False)
    _replace_layers(model, Beside)


def put_into(model: Any) -> None:
    """Put what stands beside the layers' own weights into them: the same vectors, in three quarters of the time."""
    _replace_layers(model, Beside.as_one)


def _replace_layers(model: Any, by: Callable[[Any], nn.Module]) -> None:
    for layer in model.encoder.layer:
        own = layer.attention.self
        own.query, own.key, own.value = by(own.query), by(own.key), by(own.value)
        layer.attention.output.dense = by(layer.attention.output.dense)
        layer.intermediate.dense = by(layer.intermediate.dense)
        layer.output.dense = by(layer.output.dense)


def learned_of(module: nn.Module, kept: tuple[str, ...] = _KEPT) -> Matrices:
    """Return what was learned, in half precision."""
    return {name: v.numpy().astype(np.float16) for name, v in module.state_dict().items() if name.endswith(kept)}


def take_over(module: nn.Module, learned: Mapping[str, NDArray[Any]], kept: tuple[str, ...] = _KEPT) -> None:
    """Take over what was learned before.

    Raises:
        KeyError: where something of it is missing.
    """
    state = module.state_dict()
    for name in (name for name in state if name.endswith(kept)):
        state[name].copy_(torch.from_numpy(np.asarray(learned[name], dtype=np.float32)))
