"""Write out short forms before text is embedded: a general model knows "headship course" and not "NPQH".

The words come from `knowledge/abbreviations.toml`; lexical search keeps the short forms, which it matches exactly.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from advisor.retrieval.embedding import Embedder, Vectors


class ExpandingEmbedder:
    """An embedder that writes out short forms first; its id names the words, for an index to know when they change."""

    def __init__(self, inner: Embedder, words: Mapping[str, str]) -> None:
        self._inner = inner
        self._words = {short.lower(): full for short, full in words.items()}
        ordered = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE) if ordered else None
        self._mark = hashlib.sha256(repr(sorted(self._words.items())).encode()).hexdigest()[:8]

    @property
    def model_id(self) -> str:
        """The inner model's id and a mark of the words."""
        return f"{self._inner.model_id}+{self._mark}"

    def expand(self, text: str) -> str:
        """Return `text` with every short form written out."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._words[match.group().lower()], text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text, of length 1; see `Embedder`."""
        return self._inner.encode([self.expand(text) for text in texts])

    def encode_query(self, text: str) -> Vectors:
        """Return the vector of one text; see `Embedder`."""
        return self._inner.encode_query(self.expand(text))

    def too_long(self, texts: Sequence[str]) -> list[int]:
        """Return the positions of texts whose end the model would not read once they are written out."""
        return self._inner.too_long([self.expand(text) for text in texts])
