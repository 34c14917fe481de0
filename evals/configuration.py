"""Say exactly what was run, by hashes: content, rules, model, code, data sets. No clock, so that runs compare."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from evals.dataset import Dataset

_ROOT = Path(__file__).resolve().parent.parent
_LIBRARIES = ("bm25s", "chromadb", "numpy", "scikit-learn", "sentence-transformers", "torch", "langchain-core")
SEED = 20_261_121


class Configuration(BaseModel):
    """What a run consists of; two runs with the same configuration give the same bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: date
    splits: tuple[str, ...]
    datasets: dict[str, str] = Field(description="SHA-256 of each data set as read")
    cases: int
    content: str = Field(description="hash of the knowledge content")
    rules: str = Field(description="SHA-256 of the rules' code and values")
    model: str = Field(description="the embedding model with a hash of its weights")
    code: str = Field(description="SHA-256 of the adviser's code")
    scorers: str = Field(description="SHA-256 of the evaluation's code")
    libraries: dict[str, str]
    switched_off: tuple[str, ...] = ()
    seed: int = SEED


def make_configuration(
    datasets: Iterable[Dataset],
    as_of: date,
    splits: tuple[str, ...],
    *,
    content: str,
    model: str,
    knowledge_path: Path,
    switched_off: tuple[str, ...] = (),
) -> Configuration:
    """Return the configuration of a run that is about to start."""
    listed = tuple(datasets)
    return Configuration(
        as_of=as_of,
        splits=splits,
        datasets={dataset.name: dataset.sha256 for dataset in listed},
        cases=sum(len(dataset.cases) for dataset in listed),
        content=content,
        rules=hash_files([_ROOT / "advisor" / "rules", knowledge_path / "rulesets"]),
        model=model,
        code=hash_files([_ROOT / "advisor"]),
        scorers=hash_files([_ROOT / "evals"], ("*.py",)),
        libraries={name: version(name) for name in _LIBRARIES},
        switched_off=switched_off,
    )


def hash_files(folders: Iterable[Path], patterns: tuple[str, ...] = ("*.py", "*.toml", "*.npz")) -> str:
    """Return one hash over the names and bytes of all files below the folders that fit a pattern."""
    digest = hashlib.sha256()
    for folder in folders:
        files = {file for pattern in patterns for file in folder.rglob(pattern)}
        for file in sorted(files, key=lambda file: file.relative_to(folder).as_posix()):
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(b"\0")
            digest.update(file.read_bytes())
    return digest.hexdigest()


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return the settings in which two configurations differ, with both values."""
    keys = dict.fromkeys([*one, *other])
    return {key: (one.get(key), other.get(key)) for key in keys if one.get(key) != other.get(key)}
