"""What an index folder says of itself, and the hashes that say which folder belongs to which content and model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from advisor.knowledge.passages import Passage
from advisor.retrieval.embedding import Vectors

FORMAT = 1
"""To be raised when what is stored, or how, changes: every index of an older format is then built again."""

FILE = "manifest.json"
CURRENT = "CURRENT"
_LIBRARIES = ("chromadb", "sentence-transformers", "torch")


class IndexBuildError(Exception):
    """The index could not be built; what was there before is untouched."""


class Manifest(BaseModel):
    """Written into the folder last, so that a folder without one is unfinished or not ours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    content: str = Field(description="SHA-256 over all passages and the key of the artefacts")
    model: str = Field(description="name and weights' hash of the embedding model")
    libraries: dict[str, str] = Field(description="versions that the vectors were made and stored with")
    passages: int
    vectors: str = Field(description="SHA-256 over all vectors in order of passage id")
    artefacts: str = Field(description="SHA-256 of the artefact file; empty where there is none")

    @property
    def folder_name(self) -> str:
        """Name the folder by content and model: two different indexes never share one."""
        model = hashlib.sha256(self.model.encode()).hexdigest()
        return f"{self.content[:16]}-{model[:12]}"

    def difference(self, found: Manifest) -> str | None:
        """Say in what `found` is not what is wanted here; None where it is. Hashes of files are checked elsewhere."""
        for name in ("format", "content", "model", "libraries", "passages"):
            wanted, has = getattr(self, name), getattr(found, name)
            if wanted != has:
                return f"its {name} is {has}, wanted {wanted}"
        return None


def wanted_manifest(passages: Iterable[Passage], model_id: str, artefacts_key: str = "") -> Manifest:
    """Return the manifest that an index of these passages must have, hashes of files left empty."""
    ordered = sorted(passages, key=lambda passage: passage.id)
    return Manifest(
        format=FORMAT,
        content=_content_hash(ordered, artefacts_key),
        model=model_id,
        libraries={name: version(name).split("+")[0] for name in _LIBRARIES},
        passages=len(ordered),
        vectors="",
        artefacts="",
    )


def read_manifest(folder: Path) -> Manifest | None:
    """Return the folder's manifest, None where it has none that can be read."""
    try:
        return Manifest.model_validate_json((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError):
        return None


def read_current(root: Path) -> str | None:
    """Return the name of the folder that CURRENT names, None where it names none that lies beside it."""
    try:
        name = (root / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return name if name and Path(name).name == name else None


def hash_vectors(vectors: Vectors) -> str:
    """Return the SHA-256 of the vectors' bytes."""
    return hashlib.sha256(vectors.tobytes()).hexdigest()


def hash_file(file: Path) -> str:
    """Return the SHA-256 of a file, empty where there is none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _content_hash(ordered: Iterable[Passage], artefacts_key: str) -> str:
    digest = hashlib.sha256(artefacts_key.encode())
    for passage in ordered:
        fields: Mapping[str, object] = asdict(passage)
        digest.update(json.dumps(fields, default=str, sort_keys=True).encode())
    return digest.hexdigest()
