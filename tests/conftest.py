"""What holds for all tests: no network, no telemetry, the same examples on every run; and a browser where one is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from advisor.offline import switch_off_network
from tests.network_guard import forbid_network

if TYPE_CHECKING:
    from playwright.sync_api import Browser

switch_off_network()
forbid_network()

settings.register_profile("everyday", deadline=None, derandomize=True)
settings.load_profile("everyday")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()
