from __future__ import annotations

import pytest

from advisor.web.loading import Loaded, Loader, NotReadyError
from tests.web.samples import Door, FakeAdvisor, loaded


def test_it_loads_in_the_background_and_waits_when_asked() -> None:
    door = Door(FakeAdvisor())
    loader = Loader(door.load)
    loader.start()
    loader.start()
    assert not loader.ready
    with pytest.raises(NotReadyError, match="still loading"):
        loader.get(0.01)
    door.open()
    assert isinstance(loader.get(10), Loaded)
    assert loader.ready


def test_asking_starts_it() -> None:
    assert Loader(loaded).get(10).sources


def test_a_failure_is_told_and_does_not_end_the_server(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> Loaded:
        raise ValueError("knowledge/x.md:3: wrong")

    loader = Loader(fail)
    with pytest.raises(NotReadyError, match="could not be loaded"):
        loader.get(10)
    assert loader.failed
    assert "knowledge/x.md:3: wrong" in caplog.text
