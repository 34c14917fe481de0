"""Load the adviser in the background, so that the page is up before the model is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from advisor.knowledge.schema import Source
from advisor.reply import Replies
from advisor.settings import Settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An adviser ready to answer, and the sources by id so that a rule's source can be named."""

    advisor: Replies
    sources: Mapping[str, Source] = field(default_factory=dict)


class NotReadyError(Exception):
    """The adviser is not loaded in time, or cannot be loaded at all."""


def load_advisor(settings: Settings) -> Loaded:
    """Build the adviser and let it load its model."""
    from advisor.build import build_advisor

    advisor = build_advisor(settings)
    advisor.retriever.invoke("ready", as_of=settings.clock(), k=1)
    if (told := advisor.needs.lexicon.told) is not None:
        told.warm_up()
    return Loaded(advisor, advisor.needs.base.sources)


class Loader:
    """Starts loading once, in a thread that does not keep the process alive."""

    def __init__(self, load: Callable[[], Loaded]) -> None:
        self._load = load
        self._done = threading.Event()
        self._loaded: Loaded | None = None
        self._thread = threading.Thread(target=self._run, name="load-advisor", daemon=True)

    def start(self) -> None:
        """Begin to load; a second call does nothing."""
        if self._thread.ident is None:
            self._thread.start()

    @property
    def ready(self) -> bool:
        """Whether a message can be answered now."""
        return self._loaded is not None

    @property
    def failed(self) -> bool:
        """Whether loading has ended without an adviser."""
        return self._done.is_set() and self._loaded is None

    def get(self, timeout: float) -> Loaded:
        """Return the adviser, waiting for it at most `timeout` seconds.

        Raises:
            NotReadyError: where it is not there by then.
        """
        self.start()
        self._done.wait(timeout)
        if self._loaded is None:
            raise NotReadyError("the adviser could not be loaded" if self.failed else "the adviser is still loading")
        return self._loaded

    def _run(self) -> None:
        try:
            self._loaded = self._load()
        except Exception as error:  # noqa: BLE001 - the server stays up and says that it is not ready
            _log.error("the adviser could not be loaded: %s", error, exc_info=_log.isEnabledFor(logging.DEBUG))
        finally:
            self._done.set()
