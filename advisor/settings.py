"""What may be set from outside, read once at the start; everything else takes arguments.

Each field can be given as an environment variable: `NPQ_ADVISOR_` and the field's name, such as `NPQ_ADVISOR_PORT`.
`NPQ_ADVISOR_ALLOW_MODEL_DOWNLOAD` is not here: it is read in `offline.py`, before anything else is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from advisor.retrieval.embedding import PACKAGED_MODEL

PROJECT = Path(__file__).resolve().parent.parent


def today_in_england() -> date:
    """Return today's date where the qualifications are taken, wherever the machine stands."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def _split(value: object) -> object:
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


CommaSeparated = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """Paths, model, address and limits. Immutable: a different setting is a different object."""

    model_config = SettingsConfigDict(env_prefix="NPQ_ADVISOR_", frozen=True, extra="forbid")

    knowledge_path: Path = Field(PROJECT / "knowledge", description="the folder of content")
    index_path: Path = Field(PROJECT / "index", description="where search indexes are kept; made when missing")
    model: str = Field(
        PACKAGED_MODEL, description="embedding model: the packaged one's name, a folder, or a hub name to be fetched"
    )
    clock: Callable[[], date] = Field(today_in_england, description="says what day it is; a test gives its own")

    host: str = Field("127.0.0.1", description="address to listen on; by default only this machine reaches it")
    port: int = Field(7860, ge=0, le=65_535, description="port to listen on; 0 takes any free one")
    allowed_hosts: CommaSeparated = Field(
        ("localhost", "127.0.0.1", "[::1]"), description="names under which the page may be asked for"
    )
    embed_origins: CommaSeparated = Field((), description="sites that may show the page in a frame, as https://host")

    longest_message: int = Field(1_000, gt=0, description="characters; a longer message gets a plain sentence back")
    messages_per_minute: int = Field(30, gt=0, description="from one address; more than that are asked to wait")
