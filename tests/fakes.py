"""Stand-ins for what is slow or outside: used instead of patching."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from advisor.retrieval.embedding import Vectors

DIMENSION = 64


class FakeEmbedder:
    """Hashes each word to a direction, so that texts sharing words are near each other; no model, no waiting."""

    def __init__(self, name: str = "fake-words", longest: int = 256) -> None:
        self.model_id = name
        self.longest = longest
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        rows = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for position, text in enumerate(texts):
            for word in re.findall(r"[a-z0-9]+", text.lower()):
                rows[position] += _direction(word)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = (rows / np.where(lengths == 0, 1, lengths)).astype(np.float32)
        return unit

    def encode_query(self, text: str) -> Vectors:
        vector: Vectors = self.encode([text])[0]
        return vector

    def too_long(self, texts: Sequence[str]) -> list[int]:
        return [position for position, text in enumerate(texts) if len(text.split()) > self.longest]


@lru_cache(maxsize=10_000)
def _direction(word: str) -> Vectors:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8])
    return np.random.default_rng(seed).normal(size=DIMENSION).astype(np.float32)
