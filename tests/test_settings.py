from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from advisor.settings import Settings, today_in_england


def test_the_content_ships_with_the_project() -> None:
    assert (Settings().knowledge_path / "README.md").is_file()


def test_by_default_only_this_machine_can_reach_it() -> None:
    assert (Settings().host, Settings().port) == ("127.0.0.1", 7860)


def test_the_environment_sets_a_field(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPQ_ADVISOR_PORT", "8123")
    monkeypatch.setenv("NPQ_ADVISOR_INDEX_PATH", "/srv/a folder")
    assert Settings().port == 8123
    assert Settings().index_path == Path("/srv/a folder")


def test_lists_are_given_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPQ_ADVISOR_EMBED_ORIGINS", "https://a.example.org, https://b.example.org,")
    assert Settings().embed_origins == ("https://a.example.org", "https://b.example.org")


def test_an_argument_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPQ_ADVISOR_PORT", "8123")
    assert Settings(port=9000).port == 9000


@pytest.mark.parametrize("port", ["-1", "65536", "many"])
def test_a_port_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("NPQ_ADVISOR_PORT", port)
    with pytest.raises(ValidationError, match="port"):
        Settings()


def test_settings_cannot_be_changed() -> None:
    settings = Settings()
    with pytest.raises(ValidationError, match="frozen"):
        settings.port = 1  # type: ignore[misc]


def test_the_clock_is_given() -> None:
    assert Settings(clock=lambda: date(2026, 11, 21)).clock() == date(2026, 11, 21)


def test_the_usual_clock_gives_a_day_of_this_century() -> None:
    assert isinstance(today_in_england(), date)
    assert today_in_england() > date(2026, 11, 1)
