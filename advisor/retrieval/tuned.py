"""The packaged sentence model tuned to tell our entries apart; how that is learned is left to `tuning.py`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from advisor.retrieval.embedding import EmbeddingError, SentenceEmbedder

MATRICES = Path(__file__).with_name("tuned.npz")
"""What was learned, beside this file."""


class TunedEmbedder(SentenceEmbedder):
    """The packaged model with the matrices learned from our ways of asking beside its own."""

    def __init__(self, matrices: Path = MATRICES) -> None:
        super().__init__()
        self._matrices = matrices

    @property
    def model_id(self) -> str:
        """The packaged model's id and the first 8 digits of the SHA-256 of what was learned.

        Raises:
            EmbeddingError: where what was learned is missing.
        """
        try:
            return f"{super().model_id}~{hashlib.sha256(self._matrices.read_bytes()).hexdigest()[:8]}"
        except FileNotFoundError as error:
            raise EmbeddingError(f"{self._matrices} is missing; get the project's files again") from error

    def _prepare(self, network: Any) -> None:
        from advisor.retrieval.low_rank import put_beside, put_into, take_over

        put_beside(network)
        try:
            with np.load(self._matrices) as learned:
                take_over(network, learned)
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise EmbeddingError(f"{self._matrices} cannot be used: {error}; get the project's files again") from error
        put_into(network)
        network.eval()
